"""The item bank: `content/` read into a `Course`, or every fault in it told at once.

`modules`, their `items`, `blueprints` of checks, `lessons` and the `capstone` each have a file here; `names` holds what
they name of each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from course.bank.blueprints import by_hand, slot_json
from course.bank.capstone import capstone_of
from course.bank.entries import id_of, list_of, whole
from course.bank.lessons import FIGURE, citations
from course.bank.modules import module_of
from course.bank.names import Names
from course.faults import ContentError, Fault, nearest
from course.outline import Course, CourseSettings, Reference, Term
from course.schema import validate
from course.source_files import SourceFile, read_yaml

__all__ = ["FIGURE", "Reading", "by_hand", "citations", "load", "read", "slot_json"]
_MODULE_FOLDER = re.compile(r"\d\d-[a-z0-9-]+")


@dataclass(frozen=True)
class Reading:
    """A content folder as far as it could be read: the sound parts of the course, every fault, the files of items."""

    course: Course | None
    faults: tuple[Fault, ...]
    sources: dict[Path, SourceFile]


def load(content: Path) -> Course:
    """The course in a content folder.

    Raises ContentError with all faults of all files: file, line, item, field, what is wrong, what to do.
    """
    reading = read(content)
    if reading.faults or reading.course is None:
        raise ContentError(reading.faults)
    return reading.course


def read(content: Path) -> Reading:
    """A content folder with its faults, for those who look further at what is sound."""
    faults: list[Fault] = []
    sources: dict[Path, SourceFile] = {}
    course = _course(content, Names(), sources, faults)
    return Reading(course, tuple(faults), sources)


def _course(content: Path, names: Names, sources: dict[Path, SourceFile], faults: list[Fault]) -> Course | None:
    settings_file = read_yaml(content / "course.yml")
    settings: CourseSettings | None = whole(CourseSettings, settings_file)
    names.references = _references(content / "references.yml", names, faults)
    if isinstance(settings_file.data, dict):
        dimensions = settings_file.data.get("dimensions")
        names.dimensions = frozenset(map(id_of, dimensions if isinstance(dimensions, list) else ()))
    if settings:
        names.domains = frozenset(domain.id for domain in settings.domains)
        _check_settings(settings, settings_file, names)
    glossary_file = read_yaml(content / "glossary.yml")
    names.decks = _decks(glossary_file)
    folders = _module_folders(settings_file, content / "modules")
    found = [module_of(folder, names, sources, faults) for folder in folders]
    faults += settings_file.faults
    glossary = _glossary(glossary_file, names, faults)
    modules = tuple(module for module in found if module)
    capstone = capstone_of(content / "capstone", names, modules, sources, faults, is_whole=all(found))
    if settings is None:
        return None
    return Course(settings=settings, modules=modules, references=names.references, glossary=glossary, capstone=capstone)


def _check_settings(settings: CourseSettings, source: SourceFile, names: Names) -> None:
    if not 0 < settings.pass_mark <= 1:
        source.fault(("pass_mark",), f"{settings.pass_mark} is no share", "write a number from 0 to 1, as 0.8")
    for n, dimension in enumerate(settings.dimensions):
        if dimension.id in {other.id for other in settings.dimensions[:n]}:
            what, remedy = f"'{dimension.id}' stands twice", "give each dimension its own id"
            source.fault(("dimensions", n, "id"), what, remedy, item=dimension.id, name="id")
    for n, line in enumerate(settings.crisis.lines):
        names.check_refs(source, ("crisis", "lines", n, "refs"), line.refs, line.id)


def _module_folders(source: SourceFile, place: Path) -> list[Path]:
    """The folders of modules that `course.yml` names and that are there; a fault elsewhere in it hides none."""
    found: dict[str, str] = {}  # by number, which names the check
    for n, name in enumerate(list_of(source, "modules")):
        if not isinstance(name, str):
            continue
        number, folder = name[:2], place / name
        if not _MODULE_FOLDER.fullmatch(name):
            source.fault(("modules", n), f"'{name}' is no module folder", "name it like 01-short-title")
        elif number in found:
            source.fault(("modules", n), f"'{name}' has the number of '{found[number]}'", "give it its own")
        elif not folder.is_dir():
            source.fault(("modules", n), f"there is no folder {folder}", "add it, or mend the name")
        else:
            found[number] = name
    return [place / name for name in found.values()]


def _references(path: Path, names: Names, faults: list[Fault]) -> dict[str, Reference]:
    source = read_yaml(path)
    found: dict[str, Reference] = {}
    entries: dict[str, Any] | None = whole(dict[str, Any], source)
    if entries is not None:
        names.reference_ids = frozenset(entries)
    for name, value in (entries or {}).items():
        reference = validate(TypeAdapter(Reference), source, (name,), value, item=name)
        if reference and not reference.url.startswith(("https://", "http://")):
            source.fault((name, "url"), f"'{reference.url}' is no web address", "start it with https://")
        if reference:
            found[name] = reference
    faults += source.faults
    return found


def _glossary(source: SourceFile, names: Names, faults: list[Fault]) -> tuple[Term, ...]:
    terms: list[Term] = []
    seen: dict[str, int] = {}
    for n, value in enumerate(list_of(source, "terms")):
        term = validate(TypeAdapter(Term), source, ("terms", n), value, item=id_of(value))
        if not term:
            continue
        terms.append(term)
        if names.modules and term.module not in names.modules:
            what, remedy = f"'{term.module}' is no module", nearest(term.module, names.modules)
            source.fault(("terms", n, "module"), what, remedy, item=term.id, name="module")
        if term.id in names.items:  # a deck holds words and items, each card known by its id
            what, remedy = f"also used at {names.items[term.id]}", "give the term an id that no item has"
            source.fault(("terms", n, "id"), what, remedy, item=term.id, name="id")
        if term.id in seen:
            what = f"also used at line {seen[term.id]}"
            source.fault(("terms", n, "id"), what, "give each term its own id", item=term.id, name="id")
        seen.setdefault(term.id, source.line(("terms", n, "id")))
    faults += source.faults
    return tuple(terms)


def _decks(glossary: SourceFile) -> frozenset[str] | None:
    """The modules that have terms in a glossary."""
    terms = glossary.data.get("terms") if isinstance(glossary.data, dict) else None
    return frozenset(id_of(term, "module") for term in terms) if isinstance(terms, list) else None
