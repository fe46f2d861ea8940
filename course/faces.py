"""The static face of a question: the same words as plain HTML, for wherever no widget runs.

GitHub, nbviewer, a stopped kernel and `pytest --nbval` see this. It depends on the question alone, so the
stored output of a lesson is the same for everyone.
"""

from __future__ import annotations

from html import escape

from course.questions import Question
from course.text import checked


def question_html(question: Question, heading: str) -> str:
    """The question with its options in the author's order, as HTML without ids or style."""
    parts = [f"<p><strong>{escape(heading)}</strong></p>", checked(question["stem"])]
    if "prompts" in question:
        parts.append(_listed("ul", question["prompts"]))
    if "options" in question:
        parts.append(_listed("ul", question["options"]))
    if "reasons" in question:
        parts += ["<p>Because:</p>", _listed("ul", question["reasons"])]
    return f'<div class="course-question">{"".join(parts)}</div>'


def note_html(text: str) -> str:
    """A line to the reader where a question can't be shown, or where something wants telling."""
    return f'<div class="course-note" role="note"><p>{escape(text)}</p></div>'


def _listed(tag: str, entries: list[dict[str, str]]) -> str:
    items = "".join(f"<li>{checked(entry['text'])}</li>" for entry in entries)
    return f"<{tag}>{items}</{tag}>"
