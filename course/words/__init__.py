"""What Python says to a learner, in the language that they chose; a module each, loaded when something is said.

What the page says by itself stands in `js/words/`. Static faces and feedback stay English: they are stored.
"""

from __future__ import annotations

from importlib import import_module

from course import preferences


def say(name: str, /, **values: object) -> str:
    """A text by its name, with its values put in. Raises KeyError for a name that there is not."""
    table: dict[str, str] = import_module(f"course.words.{preferences.read().language}").WORDS
    return table[name].format(**values)
