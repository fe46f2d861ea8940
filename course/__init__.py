"""Quizzes for lesson notebooks and knowledge checks in Jupyter.

A notebook uses three names: `practice(item)` shows a practice question, `ask(slot)` shows the question
drawn for this learner, and `mark(slot, keys)` scores it on the instructor's side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.activities import ask, practice
    from course.marking import mark

__all__ = ["__version__", "ask", "mark", "practice"]
__version__ = "0.1.0"

_HOMES = {"ask": "course.activities", "practice": "course.activities", "mark": "course.marking"}


def __getattr__(name: str) -> object:
    """Import a public name when it is first used: the grader never pays for the widgets, nor learners for it."""
    if name not in _HOMES:
        raise AttributeError(f"module 'course' has no attribute {name!r}; it offers {', '.join(__all__)}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
