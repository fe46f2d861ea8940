"""The items of the course: what is asked, what can be answered, what is right and why.

An item is written by an author in `content/` and read by `course.bank`. Two smaller forms leave it: a *question*
(what a learner may see, as JSON; see `course.questions`) and a *solution* (what only the marker sees).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal, TypeAlias

from course.questions import Question, Response

Bloom: TypeAlias = Literal["remember", "understand", "apply", "analyze", "evaluate", "create"]
Status: TypeAlias = Literal["draft", "reviewed"]


@dataclass(frozen=True, slots=True)
class Option:
    """One choice offered by an item; a distractor unless it is the key."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    id: str
    text: str
    rationale: str  # shown after the response: why this is right, or why it tempts


@dataclass(frozen=True, slots=True)
class Prompt:
    """The fixed side of a matching item."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseItem:
    """What every item has, whatever its type."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    id: str
    objective: str
    bloom: Bloom
    stem: str
    claims: tuple[str, ...] = ()
    nuance: tuple[str, ...] = ()
    domain: str
    enemy_set: str | None = None
    safety: bool = False
    refs: tuple[str, ...] = ()
    status: Status
    version: int
    reviewed_by: tuple[str, ...] = ()
    waive: dict[str, str] = field(default_factory=dict)  # lint rule -> why its finding may stand here


@dataclass(frozen=True, slots=True, kw_only=True)
class SingleChoice(BaseItem):
    """One right option of three or four; `scenario` asks for the best first act in a short case."""

    type: Literal["single", "scenario"]
    options: tuple[Option, ...]
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MultipleChoice(BaseItem):
    """Several right options of four or five; the stem says how many."""

    type: Literal["multiple"]
    options: tuple[Option, ...]
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueFalseReason(BaseItem):
    """True or false, then the best of three reasons."""

    type: Literal["true-false-reason"]
    options: tuple[Option, ...]
    reasons: tuple[Option, ...]
    key: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching(BaseItem):
    """Four or five prompts, each with its option; one option is left over."""

    type: Literal["matching"]
    prompts: tuple[Prompt, ...]
    options: tuple[Option, ...]
    key: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordering(BaseItem):
    """Four or five steps to put in order."""

    type: Literal["ordering"]
    options: tuple[Option, ...]
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortAnswer(BaseItem):
    """A few sentences in the learner's own words; practice compares them with a model answer."""

    type: Literal["short"]
    model_answer: str
    rubric: tuple[str, ...]


Item: TypeAlias = SingleChoice | MultipleChoice | TrueFalseReason | Matching | Ordering | ShortAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """What a learner can do after a module, and at which level of Bloom's taxonomy."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    id: str
    text: str
    level: Bloom
    graded: bool = True


def options_of(item: Item) -> tuple[Option, ...]:
    """Every option an item offers with its rationale: choices or steps, then reasons; none for a short answer."""
    match item:
        case ShortAnswer():
            return ()
        case TrueFalseReason():
            return item.options + item.reasons
        case _:
            return item.options


def right_response(item: Item) -> Response | None:
    """The response that scores full points, in the form of the response log; None where a person judges."""
    match item:
        case SingleChoice():
            return [item.key]
        case MultipleChoice() | TrueFalseReason() | Ordering():
            return list(item.key)
        case Matching():
            return dict(item.key)
        case ShortAnswer():
            return None


def question_of(item: Item) -> Question:
    """What a learner may see before answering: no key, no rationale, no model answer."""
    question: Question = {"id": item.id, "type": item.type, "objective": item.objective, "stem": item.stem}
    if item.enemy_set:
        question["enemy_set"] = item.enemy_set
    if item.safety:
        question["safety"] = True
    if isinstance(item, MultipleChoice):
        question["choose"] = len(item.key)
    if isinstance(item, Matching):
        question["prompts"] = [{"id": prompt.id, "text": prompt.text} for prompt in item.prompts]
    if not isinstance(item, ShortAnswer):
        question["options"] = [{"id": option.id, "text": option.text} for option in item.options]
    if isinstance(item, TrueFalseReason):
        question["reasons"] = [{"id": reason.id, "text": reason.text} for reason in item.reasons]
    return question


def solution_of(item: Item) -> dict[str, Any]:
    """What only the marker may see: the right response and the rationale of each option."""
    solution: dict[str, Any] = {"key": right_response(item)}
    if isinstance(item, ShortAnswer):
        return solution | {"model_answer": item.model_answer, "rubric": list(item.rubric)}
    solution["rationales"] = {option.id: option.rationale for option in item.options}
    if isinstance(item, TrueFalseReason):
        solution["reason_rationales"] = {reason.id: reason.rationale for reason in item.reasons}
    return solution
