"""Private reflections: one file each in the learner's own data folder, readable by that account alone.

Apart from the response log on purpose: what stands here is never part of a log, a submission or an export to others.
Erasing erases: nothing of an earlier text is kept.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from course.disk import flush_folder, replace
from course.responses import NotSavedError, explain, now
from course.words import say

VERSION = 1
FOLDER = "reflections"
MAX_TEXT = 50_000  # characters; a long evening's writing


class Reflection(NamedTuple):
    """What a learner wrote, or that they skipped it, and when; both empty where there is nothing yet."""

    text: str = ""
    is_skipped: bool = False
    at: str = ""


class UnreadableError(Exception):
    """A reflection's file that can't be read; the text says why and what to do, in words for a learner."""


def path_of(data: Path, name: str) -> Path:
    """Where a reflection is kept, in a learner's data folder of a course."""
    return data / FOLDER / f"{name}.json"


def read(path: Path) -> Reflection:
    """What is kept; nothing where there is no file yet. Raises UnreadableError."""
    try:
        values = json.loads(path.read_bytes())
        if values["version"] != VERSION:
            raise ValueError("it is of another version of the course")
        found = Reflection(values["text"], values["skipped"], values["at"])
    except FileNotFoundError:
        return Reflection()
    except (OSError, ValueError, LookupError, TypeError, RecursionError) as fault:
        raise UnreadableError(say("words-unreadable", path=path, fault=fault)) from fault
    if not (isinstance(found.text, str) and isinstance(found.is_skipped, bool) and isinstance(found.at, str)):
        raise UnreadableError(say("words-other", path=path))
    return found


def keep(path: Path, text: str, *, is_skipped: bool = False) -> str:
    """Put a reflection in place of what was kept, and return the time when it is on disk. Raises NotSavedError."""
    if len(text) > MAX_TEXT:
        raise NotSavedError(say("words-too-long"))
    at = now()
    try:
        data = json.dumps(_values(text, is_skipped, at), ensure_ascii=False, indent=1).encode()
    except UnicodeEncodeError:
        raise NotSavedError(say("words-half-character")) from None
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.parent.chmod(0o700)
        replace(path, data)
    except OSError as fault:
        raise NotSavedError(explain(fault)) from fault
    return at


def erase(path: Path) -> str:
    """Take a reflection away, and return the time when it is gone. Raises NotSavedError."""
    try:
        path.unlink(missing_ok=True)
        if path.parent.exists():
            flush_folder(path.parent)
    except OSError as fault:
        raise NotSavedError(explain(fault)) from fault
    return now()


def _values(text: str, is_skipped: bool, at: str) -> dict[str, Any]:
    return {"version": VERSION, "at": at, "skipped": is_skipped, "text": text}
