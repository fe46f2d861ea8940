"""What a learner has chosen for themselves: the interface's language, and whether they are reminded.

One small file in the account's own folder of settings, for all courses: it follows the learner to every machine that
has their home. Nothing of it is ever handed in.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any, NamedTuple

from course.disk import replace

VERSION = 1
LANGUAGES = ("en", "es")
_DAY = r"(\d{4}-\d\d-\d\d)?"


class Preferences(NamedTuple):
    """The choices; where nothing was chosen, English and no reminders."""

    language: str = LANGUAGES[0]
    reminders: bool = False
    reminded: str = ""  # the day of the last reminder, as 2026-11-21


def path() -> Path:
    """Where they are kept."""
    base = os.environ.get("XDG_CONFIG_HOME")
    return (Path(base) if base else Path.home() / ".config") / "course" / "preferences.json"


def read() -> Preferences:
    """The choices. A file that is missing or damaged means none: nobody is kept from a lesson by it."""
    try:
        values = json.loads(path().read_bytes())
        if values["version"] == VERSION:
            return checked({name: values[name] for name in Preferences._fields})
    except (OSError, ValueError, LookupError, TypeError, RecursionError, RuntimeError):
        pass
    return Preferences()


def keep(changes: dict[str, Any]) -> Preferences:
    """Change some choices, and keep them all; how they are now.

    Raises ValueError for what can't be chosen, and OSError where it could not be kept.
    """
    found = checked(read()._asdict() | changes)
    file = path()
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    replace(file, json.dumps({"version": VERSION} | found._asdict(), indent=1).encode() + b"\n")
    return found


def checked(values: dict[str, Any]) -> Preferences:
    """Choices that can be. Raises ValueError for any other."""
    if values.keys() != set(Preferences._fields):
        raise ValueError(f"there are no preferences but {', '.join(Preferences._fields)}")
    found = Preferences(**values)
    if found.language not in LANGUAGES:
        raise ValueError(f"language is one of {', '.join(LANGUAGES)}")
    if not isinstance(found.reminders, bool):
        raise ValueError("reminders is true or false")
    if not isinstance(found.reminded, str) or not re.fullmatch(_DAY, found.reminded):
        raise ValueError("reminded is a day, as 2026-11-21, or empty")
    return found
