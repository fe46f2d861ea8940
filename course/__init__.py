"""Quizzes for lesson notebooks and knowledge checks in Jupyter.

A lesson shows its activities by `practice(item)`, a question, `roleplay(name)`, a conversation, `reflect(name)`, a
private reflection, `flashcards(module)` and `exam(name)`, a practice exam. A knowledge check uses `ask(slot)`, the
question drawn for this learner, and `mark(slot, keys)`, which scores it on the instructor's side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.activities.exam import exam
    from course.activities.flashcards import flashcards
    from course.activities.quiz import ask, practice
    from course.activities.reflection import reflect
    from course.activities.roleplay import roleplay
    from course.marking import mark

__all__ = ["__version__", "ask", "exam", "flashcards", "mark", "practice", "reflect", "roleplay"]
__version__ = "0.1.0"

_HOMES = {
    "ask": "course.activities.quiz",
    "exam": "course.activities.exam",
    "flashcards": "course.activities.flashcards",
    "practice": "course.activities.quiz",
    "reflect": "course.activities.reflection",
    "roleplay": "course.activities.roleplay",
    "mark": "course.marking",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first used: the grader never pays for the widgets, nor learners for it."""
    if name not in _HOMES:
        raise AttributeError(f"module 'course' has no attribute {name!r}; it offers {', '.join(__all__)}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
