"""The parts of a content file: its lists, their entries, and the ids of these."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from course.schema import validate
from course.source_files import SourceFile


def whole(kind: type[Any], source: SourceFile) -> Any:
    """A file as one object, or None with its faults noted."""
    if source.data is None:
        return None
    return validate(TypeAdapter(kind), source, (), source.data)


def list_of(source: SourceFile, name: str) -> list[Any]:
    """A file's list by name; a missing or wrong one is noted once."""
    if source.data is None:
        return []
    value = source.data.get(name) if isinstance(source.data, dict) else None
    if isinstance(value, list):
        return value
    if not any(fault.field == name for fault in source.faults):
        source.fault((name,), "missing", f"begin the list with '{name}:'")
    return []


def sound_entries(kind: TypeAdapter[Any], source: SourceFile, name: str) -> list[Any]:
    """The entries of a file's list that are sound; what is wrong with the others is noted."""
    found = [
        validate(kind, source, (name, n), value, item=id_of(value)) for n, value in enumerate(list_of(source, name))
    ]
    return [one for one in found if one is not None]


def id_of(value: object, name: str = "id") -> str:
    """The id of an entry, or nothing where it has none."""
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, str) else ""


def line_of(text: str, position: int) -> int:
    """The line, from 1, of a position in a text."""
    return text.count("\n", 0, position) + 1
