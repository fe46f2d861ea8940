"""Role-plays and reflections in their JSON forms, with every text as HTML."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from course.build.crisis import crisis_box
from course.outline import Course, Reflection, Term
from course.stories import Choice, Story
from course.text import to_html


def story_values(course: Course, story: Story) -> dict[str, Any]:
    """A role-play as its widget takes it, with what the marks mean and where to get support."""
    return {
        "id": story.id,
        "title": story.title.strip(),
        "minutes": story.minutes,
        "intro": to_html(story.intro),
        "support": to_html(crisis_box(course.settings.crisis)),
        "start": story.start,
        "dimensions": [
            {"id": one.id, "name": one.name, "helps": one.helps, "neutral": one.neutral, "hinders": one.hinders}
            for one in course.settings.dimensions
        ],
        "nodes": {
            node.id: {
                "speaker": node.speaker or "",
                "says": to_html(node.says),
                "red_flag": node.red_flag,
                "choices": [_choice(choice) for choice in node.choices],
            }
            for node in story.nodes
        },
        "endings": {
            ending.id: {"title": ending.title.strip(), "outcome": ending.outcome, "text": to_html(ending.text)}
            for ending in story.endings
        },
    }


def reflection_values(course: Course, reflection: Reflection) -> dict[str, Any]:
    """A reflection as its widget takes it, with where to get support."""
    return {
        "id": reflection.id,
        "prompt": to_html(reflection.prompt),
        "support": to_html(crisis_box(course.settings.crisis)),
    }


def deck_values(module: str, terms: Iterable[Term]) -> dict[str, Any]:
    """The flashcards of a module: its terms, with their definitions on the back."""
    cards = [
        {"id": term.id, "front": to_html(term.term), "back": to_html(term.definition)}
        for term in terms
        if term.module == module
    ]
    return {"id": f"{module}-cards", "cards": cards}


def _choice(choice: Choice) -> dict[str, Any]:
    return {
        "id": choice.id,
        "text": to_html(choice.text),
        "marks": choice.marks,
        "effect": to_html(choice.effect),
        "to": choice.to,
        "required_safe": choice.required_safe,
    }
