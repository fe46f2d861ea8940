"""The reading: its citations, its figures, its claims, and the activities placed in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pydantic import TypeAdapter

from course.bank.entries import id_of, line_of, list_of
from course.bank.names import Names
from course.faults import Fault, nearest
from course.lesson_cells import ACTIVITIES, calls, other_cells
from course.outline import DealtWith
from course.schema import validate
from course.source_files import Place, SourceFile, read_text, read_yaml

CITATION = re.compile(r"\[(@[^\]\s]+(?:;\s*@[^\]\s;]+)*)\]")
FIGURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<path>[^)\s]+)[^)]*\)")
HEADING = re.compile(r"^#+ (.+?)\s*$", re.MULTILINE)


def citations(text: str) -> Iterator[tuple[re.Match[str], list[str]]]:
    """Each citation `[@one; @two]` of a text with the reference ids that it names."""
    for match in CITATION.finditer(text):
        yield match, [part.strip().removeprefix("@") for part in match[1].split(";")]


def lesson_of(path: Path, placeable: Mapping[str, Placeable], names: Names, faults: list[Fault]) -> str | None:
    """The text of a lesson, or None where it can't be read; its faults join `faults`."""
    text = read_text(path, faults)
    if text is None:
        return None

    def fault(position: int, name: str, what: str, remedy: str) -> None:
        faults.append(Fault(path, line_of(text, position), "", name, what, remedy))

    _check_placed(text, placeable, fault)
    for position, first in other_cells(text):
        known = ", ".join(f'{name}("...")' for name in ACTIVITIES)
        fault(position, "code-cell", f"'{first}' is no activity alone", f"let it hold one of {known}")
    for match, ids in citations(text):
        for ref in ids:
            if names.is_unknown(ref):
                fault(match.start(), "citation", f"'{ref}' is no reference", names.hint(ref))
    figures: dict[str, tuple[str, int]] = {}
    for match in FIGURE.finditer(text):
        if not match["alt"].strip():
            fault(match.start(), "figure", f"{match['path']} has no alt text", "say in words what it shows")
        if not (path.parent / match["path"]).is_file():
            fault(match.start(), "figure", f"{match['path']} is missing", "add the file or mend the path")
        # All figures of a module lie in one folder beside its lesson.
        other, line = figures.setdefault(
            PurePosixPath(match["path"]).name, (match["path"], line_of(text, match.start()))
        )
        if PurePosixPath(other) != PurePosixPath(match["path"]):
            what = f"{match['path']} has the file name of {other} at line {line}"
            fault(match.start(), "figure", what, "give each figure of a module a file name of its own")
    return text


def claims_of(path: Path, lesson: str | None, faults: list[Fault]) -> tuple[DealtWith, ...]:
    """Where the lesson deals with the claims of its source article; a module without one has no such file."""
    if not path.exists():
        return ()
    source = read_yaml(path)
    headings = set(HEADING.findall(lesson or ""))
    found: dict[str, DealtWith] = {}
    for n, value in enumerate(source.data if isinstance(source.data, list) else ()):
        claim = validate(TypeAdapter(DealtWith), source, (n,), value, item=id_of(value, "claim"))
        if claim and claim.claim in found:
            source.fault((n, "claim"), "stands twice", "keep one of the two", item=claim.claim, name="claim")
        if claim and lesson and claim.section not in headings:
            what, remedy = f"'{claim.section}' is no heading of lesson.md", nearest(claim.section, headings)
            source.fault((n, "section"), what, remedy, item=claim.claim, name="section")
        if claim:
            found.setdefault(claim.claim, claim)
    if source.data is not None and not isinstance(source.data, list):
        source.fault((), "no list", "begin each claim with '- claim:'")
    faults += source.faults
    return tuple(found.values())


def _check_placed(text: str, placeable: Mapping[str, Placeable], fault: Callable[[int, str, str, str], None]) -> None:
    """Each activity has one cell in the reading, and each such cell its activity."""
    placed: dict[tuple[str, str], int] = {}
    for call in calls(text):
        kind, key = placeable.get(call.activity), (call.activity, call.name)
        if kind and call.name not in kind.names:
            what = f"'{call.name}' is no {kind.noun}"
            fault(call.position, call.activity, what, nearest(call.name, kind.names, kind.remedy))
        elif key in placed:
            what = f"'{call.name}' stands at line {placed[key]} already"
            fault(call.position, call.activity, what, "place it once")
        elif not call.is_in_cell:
            what = f"'{call.name}' stands outside a code cell"
            fault(call.position, call.activity, what, "put it into a {code-cell}")
        placed.setdefault(key, line_of(text, call.position))
    for activity, kind in placeable.items():
        for name, place in kind.names.items():
            if name and (activity, name) not in placed and kind.source:
                item = name if activity == "practice" else ""
                label = "id" if len(place) != 2 or item else f"{place[0]}.id"
                remedy = f'give it a code cell with {activity}("{name}")'
                kind.source.fault(place, "stands nowhere in lesson.md", remedy, item=item, name=label)


@dataclass(frozen=True)
class Placeable:
    """What the cells of one activity may name: each name with its place in the file that holds it."""

    noun: str
    remedy: str
    names: dict[str, Place]
    source: SourceFile | None = None  # None where a name without a cell is no fault

    @staticmethod
    def of(
        module: str,
        settings: SourceFile,
        practice: SourceFile,
        story: SourceFile | None,
        decks: Collection[str] | None,
    ) -> dict[str, Placeable]:
        """By activity; a file that can't be read blames no cell."""
        found = {}
        if practice.data is not None:
            items: dict[str, Place] = {
                id_of(value): ("items", n, "id") for n, value in enumerate(list_of(practice, "items"))
            }
            found["practice"] = Placeable("practice item", "write it in practice.yml", items, practice)
        if story is None or story.data is not None:
            names: dict[str, Place] = {id_of(story.data): ("id",)} if story else {}
            found["roleplay"] = Placeable("role-play", "write it in roleplay.yml", names, story)
        if isinstance(settings.data, dict):
            name = id_of(settings.data.get("reflection"))
            found["reflect"] = Placeable(
                "reflection", "write it in module.yml", {name: ("reflection", "id")} if name else {}, settings
            )
        if module and decks is not None:
            remedy = f"write '{module}'" if module in decks else f"give glossary.yml terms with 'module: {module}'"
            found["flashcards"] = Placeable("deck of this lesson", remedy, {module: ()} if module in decks else {})
        found["exam"] = Placeable("practice exam of this lesson", "place it in capstone/lesson.md", {})
        return found

    @staticmethod
    def of_capstone(capstone: str, settings: SourceFile) -> dict[str, Placeable]:
        """The exam, and nothing else; settings that can't be read blame no cell."""
        if not capstone:
            return {}
        others = {one: Placeable("part of the capstone", f'write exam("{capstone}")', {}) for one in ACTIVITIES}
        return others | {"exam": Placeable("practice exam", f"write '{capstone}'", {capstone: ("id",)}, settings)}
