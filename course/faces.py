"""The static face of an activity: the same words as plain HTML, for wherever no widget runs.

GitHub, nbviewer, a stopped kernel and `pytest --nbval` see this. It depends on the course's text alone, so the
stored output of a lesson is the same for everyone.
"""

from __future__ import annotations

from html import escape
from typing import Any

from course.questions import Question
from course.text import checked

_HOW_IT_STARTS = "In the course it starts by itself; elsewhere open the Run menu and choose Run All Cells."
_HOW_TO_TAKE_PART = f"What do you say? You can answer once this page is running. {_HOW_IT_STARTS}"
_HOW_TO_BEGIN = f"You can begin once this page is running. {_HOW_IT_STARTS}"


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


def story_html(story: dict[str, Any]) -> str:
    """The opening of a role-play, as HTML without ids or style, and how to take part in it."""
    node = story["nodes"][story["start"]]
    speaker = f"<p><strong>{escape(node['speaker'])}</strong></p>" if node["speaker"] else ""
    parts = [
        f"<p><strong>Role-play: {escape(story['title'])}</strong></p>",
        checked(story["intro"]),
        f"<blockquote>{speaker}{checked(node['says'])}</blockquote>",
        f"<p><em>{_HOW_TO_TAKE_PART}</em></p>",
    ]
    return f'<div class="course-question">{"".join(parts)}</div>'


def reflection_html(reflection: dict[str, Any]) -> str:
    """The question of a private reflection, as HTML without ids or style."""
    parts = [
        "<p><strong>A moment to reflect, for you alone</strong></p>",
        checked(reflection["prompt"]),
        (
            "<p><em>Think about it, write about it once this page is running, or skip it: all three are fine. "
            "Nobody grades or collects it.</em></p>"
        ),
    ]
    return f'<div class="course-question">{"".join(parts)}</div>'


def deck_plain(deck: dict[str, Any]) -> str:
    """What a deck of flashcards is, in a line."""
    return f"Flashcards: {len(deck['cards'])} words of this module"


def deck_html(deck: dict[str, Any]) -> str:
    """The fronts of a deck's cards, as HTML without ids or style."""
    fronts = "".join(f"<li>{checked(card['front'])}</li>" for card in deck["cards"])
    parts = [
        f"<p><strong>{escape(deck_plain(deck))}</strong></p>",
        f"<ul>{fronts}</ul>",
        "<p><em>Once this page is running, each card asks for its meaning when it is time to see it again.</em></p>",
    ]
    return f'<div class="course-question">{"".join(parts)}</div>'


def exam_html(exam: dict[str, Any]) -> str:
    """What a practice exam asks, and how to take part in it, as HTML without ids or style."""
    shares = [{"text": f"<p>{escape(one['name'])}: {one['questions']}</p>"} for one in exam["domains"]]
    parts = [
        f"<p><strong>{escape(exam['title'])}</strong></p>",
        f"<p>{exam['questions']} questions:</p>",
        _listed("ul", shares),
        checked(exam["note"]),
        f"<p><em>{_HOW_TO_BEGIN}</em></p>",
    ]
    return f'<div class="course-question">{"".join(parts)}</div>'


def note_html(text: str) -> str:
    """A line to the reader where a question can't be shown, or where something wants telling."""
    return f'<div class="course-note" role="note"><p>{escape(text)}</p></div>'


def _listed(tag: str, entries: list[dict[str, str]]) -> str:
    items = "".join(f"<li>{checked(entry['text'])}</li>" for entry in entries)
    return f"<{tag}>{items}</{tag}>"
