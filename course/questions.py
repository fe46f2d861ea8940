"""Questions, responses and answer keys: what is left of an item where learners answer and graders mark.

Kept apart from `course.items`, so that a learner's kernel does not build the authors' classes at its start; named
tuples here and in the other modules a kernel imports, because a data class takes ten times as long to make.
"""

from __future__ import annotations

from typing import Any, NamedTuple, TypeAlias

Response: TypeAlias = "list[str] | dict[str, str] | str"
"""What a learner answered, by id and never by position or text.

single, scenario `["b"]` · multiple `["b", "d"]` · true-false-reason `["false", "b"]` ·
matching `{"p1": "c"}` · ordering `["c", "a", "b"]` · short `"their words"`; blank `[]`, `{}`, `""`.
"""

Question: TypeAlias = dict[str, Any]
"""The JSON form of an item that a page shows; its texts are Markdown until `course.text` renders them."""


class AnswerKey(NamedTuple):
    """What `course.scoring` needs of an item: its type, the right response, and the ids that may be named."""

    type: str
    right: Response | None
    options: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


def answer_key(question: Question, right: Response | None = None) -> AnswerKey:
    """The answer key of a question; without `right` it still tells which responses are well formed."""

    def ids(field: str) -> tuple[str, ...]:
        return tuple(entry["id"] for entry in question.get(field, ()))

    return AnswerKey(question["type"], right, ids("options"), ids("prompts"), ids("reasons"))
