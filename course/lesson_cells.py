"""The code cells of a reading: each calls one activity by the id of what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

ACTIVITIES = ("practice", "roleplay", "reflect", "flashcards", "exam")
"""The calls that a reading's code cell may hold."""

_CALL = re.compile(rf'^({"|".join(ACTIVITIES)})\("([^"]*)"\)$', re.MULTILINE)
_CELL = re.compile(
    r"^(?P<fence>`{3,}|~{3,})\{code-cell\}[^\n]*\n(?P<code>.*?)(?:^(?P=fence)[`~]*\s*$|\Z)",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Call:
    """A call of an activity, as `practice("m1-p01")`, and where it stands in the text."""

    activity: str
    name: str
    position: int
    is_in_cell: bool


def call_of(code: str) -> tuple[str, str] | None:
    """The activity that a cell's code calls and what for, or None where it is anything but one call."""
    found = _CALL.fullmatch(code.strip())
    return (found[1], found[2]) if found else None


def calls(text: str) -> Iterator[Call]:
    """Every call in a reading, those outside code cells as well."""
    cells = [match.span("code") for match in _CELL.finditer(text)]
    for match in _CALL.finditer(text):
        is_in_cell = any(start <= match.start() < end for start, end in cells)
        yield Call(match[1], match[2], match.start(), is_in_cell)


def other_cells(text: str) -> Iterator[tuple[int, str]]:
    """The code cells that hold anything but one call: where each begins, and its first line."""
    for match in _CELL.finditer(text):
        code = match["code"].strip()
        if call_of(code) is None:
            yield match.start(), code.splitlines()[0] if code else ""
