"""The item bank: `content/` read into a `Course`, or every fault in it told at once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from course.faults import ContentError, Fault, nearest
from course.forms import NoFormError, draw
from course.item_rules import check_item
from course.items import Item, question_of
from course.outline import Check, Course, CourseSettings, Module, ModuleSettings, Reference, Slot, Term
from course.schema import ITEM, validate
from course.source_files import SourceFile, read_text, read_yaml

PRACTICE_CELL = re.compile(r'^practice\("([^"]*)"\)$', re.MULTILINE)
CITATION = re.compile(r"\[(@[^\]\s]+(?:;\s*@[^\]\s;]+)*)\]")
FIGURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<path>[^)\s]+)[^)]*\)")
_MODULE_FOLDER = re.compile(r"\d\d-[a-z0-9-]+")
_GRADE_ID = re.compile(r"[a-zA-Z0-9_-]+")
_CHECK_FIELDS = ("title", "intro", "blueprint", "items")


def load(content: Path) -> Course:
    """The course in a content folder.

    Raises ContentError with all faults of all files: file, line, item, field, what is wrong, what to do.
    """
    reader = _Reader(content)
    course = reader.course()
    if reader.faults or course is None:
        raise ContentError(reader.faults)
    return course


def citations(text: str) -> Iterator[tuple[re.Match[str], list[str]]]:
    """Each citation `[@one; @two]` of a text with the reference ids that it names."""
    for match in CITATION.finditer(text):
        yield match, [part.strip().removeprefix("@") for part in match[1].split(";")]


@dataclass
class _Reader:
    content: Path
    faults: list[Fault] = field(default_factory=list)
    seen_items: dict[str, str] = field(default_factory=dict)  # item id -> where it stands
    seen_slots: dict[str, str] = field(default_factory=dict)
    references: dict[str, Reference] = field(default_factory=dict)
    domains: frozenset[str] = frozenset()

    def course(self) -> Course | None:
        settings_file = read_yaml(self.content / "course.yml")
        settings = self._as(CourseSettings, settings_file)
        self.references = self._references()
        if settings:
            self.domains = frozenset(domain.id for domain in settings.domains)
            self._course_settings(settings, settings_file)
        self.faults += settings_file.faults
        modules = [self._module(name) for name in (settings.modules if settings else ())]
        glossary = self._glossary({module.settings.id for module in modules if module})
        if settings is None:
            return None
        found = tuple(module for module in modules if module)
        return Course(settings=settings, modules=found, references=self.references, glossary=glossary)

    def _as(self, kind: type[Any], source: SourceFile) -> Any:
        if source.data is None:
            return None
        return validate(TypeAdapter(kind), source, (), source.data)

    def _course_settings(self, settings: CourseSettings, source: SourceFile) -> None:
        if not 0 < settings.pass_mark <= 1:
            source.fault(("pass_mark",), f"{settings.pass_mark} is no share", "write a number from 0 to 1, as 0.8")
        for n, name in enumerate(settings.modules):
            if not _MODULE_FOLDER.fullmatch(name):
                source.fault(("modules", n), f"'{name}' is no module folder", "name it like 01-short-title")
        for n, line in enumerate(settings.crisis.lines):
            self._refs(source, ("crisis", "lines", n, "refs"), line.refs)

    def _references(self) -> dict[str, Reference]:
        source = read_yaml(self.content / "references.yml")
        found: dict[str, Reference] = {}
        for name, value in (source.data if isinstance(source.data, dict) else {}).items():
            reference = validate(TypeAdapter(Reference), source, (name,), value, item=str(name))
            if reference and not reference.url.startswith(("https://", "http://")):
                source.fault((name, "url"), f"'{reference.url}' is no web address", "start it with https://")
            if reference:
                found[str(name)] = reference
        self.faults += source.faults
        return found

    def _glossary(self, modules: Collection[str]) -> tuple[Term, ...]:
        source = read_yaml(self.content / "glossary.yml")
        terms = []
        for n, value in enumerate(_list(source, "terms")):
            term = validate(TypeAdapter(Term), source, ("terms", n), value, item=_id_of(value))
            if term and modules and term.module not in modules:
                source.fault(("terms", n, "module"), f"'{term.module}' is no module", nearest(term.module, modules))
            if term:
                terms.append(term)
        for name, times in Counter(term.id for term in terms).items():
            if times > 1:
                source.fault(("terms",), f"the id '{name}' stands {times} times", "give each term its own id")
        self.faults += source.faults
        return tuple(terms)

    def _module(self, name: str) -> Module | None:
        folder = self.content / "modules" / name
        settings_file = read_yaml(folder / "module.yml")
        settings: ModuleSettings | None = self._as(ModuleSettings, settings_file)
        self.faults += settings_file.faults
        objectives = {one.id for one in settings.objectives} if settings else set()
        module_id = settings.id if settings else ""
        practice_file, check_file = read_yaml(folder / "practice.yml"), read_yaml(folder / "check.yml")
        practice = self._items(practice_file, module_id, objectives)
        bank = self._items(check_file, module_id, objectives)
        check = self._check(check_file, f"check-{name[:2]}", objectives, bank)
        lesson = self._lesson(folder / "lesson.md", [str(_id_of(one)) for one in _list(practice_file, "items")])
        self.faults += practice_file.faults + check_file.faults
        if settings is None or check is None or lesson is None:
            return None
        return Module(folder=folder, settings=settings, lesson=lesson, practice=practice, check=check)

    def _items(self, source: SourceFile, module: str, objectives: Collection[str]) -> tuple[Item, ...]:
        items = []
        for n, value in enumerate(_list(source, "items")):
            place, item_id = ("items", n), _id_of(value)
            item = validate(ITEM, source, place, value, item=item_id)
            if isinstance(value, dict):
                check_item(source, place, value)
                self._item_names(source, place, value, module, objectives)
            if item:
                items.append(item)
        return tuple(items)

    def _item_names(
        self,
        source: SourceFile,
        place: tuple[str, int],
        value: dict[str, Any],
        module: str,
        objectives: Collection[str],
    ) -> None:
        """What an item names outside itself is there, and its own id is nobody else's."""
        item_id = _id_of(value)

        def fault(name: str, what: str, remedy: str) -> None:
            source.fault((*place, name), what, remedy, item=item_id, name=name)

        if item_id:
            here = f"line {source.line((*place, 'id'))} of {source.path}"
            if item_id in self.seen_items:
                fault("id", f"also used at {self.seen_items[item_id]}", "ids are permanent, choose a new one")
            self.seen_items.setdefault(item_id, here)
            if module and not re.fullmatch(rf"{re.escape(module)}-[a-z0-9-]+", item_id):
                fault("id", f"does not begin with its module, '{module}-'", f"write it like {module}-p01")
        objective = value.get("objective")
        if isinstance(objective, str) and objectives and objective not in objectives:
            fault("objective", f"'{objective}' is no objective of this module", nearest(objective, objectives))
        domain = value.get("domain")
        if isinstance(domain, str) and self.domains and domain not in self.domains:
            fault("domain", f"'{domain}' is no domain of the course", nearest(domain, self.domains))
        self._refs(source, (*place, "refs"), value.get("refs"), item_id)

    def _refs(self, source: SourceFile, place: tuple[str | int, ...], refs: object, item: str = "") -> None:
        for n, ref in enumerate(refs if isinstance(refs, list | tuple) else ()):
            if isinstance(ref, str) and ref not in self.references:
                remedy = f"{nearest(ref, self.references)} or add it to references.yml"
                source.fault((*place, n), f"'{ref}' is no reference", remedy, item=item, name="refs")

    def _check(
        self, source: SourceFile, check_id: str, objectives: Collection[str], bank: tuple[Item, ...]
    ) -> Check | None:
        data = source.data if isinstance(source.data, dict) else {}
        for name in data:
            if name not in _CHECK_FIELDS:
                source.fault((name,), "unknown field", nearest(str(name), _CHECK_FIELDS))
        for name in ("title", "intro"):
            if data and not (isinstance(data.get(name), str) and data[name].strip()):
                source.fault((name,), "missing", "write it")
        slots = []
        for n, value in enumerate(_list(source, "blueprint")):
            slot = validate(TypeAdapter(Slot), source, ("blueprint", n), value, item=_id_of(value, "slot"))
            if slot:
                self._slot(source, n, slot, objectives)
                slots.append(slot)
        self._pools(source, check_id, slots, bank)
        if not isinstance(data.get("title"), str) or not isinstance(data.get("intro"), str):
            return None
        return Check(id=check_id, title=data["title"], intro=data["intro"], blueprint=tuple(slots), items=bank)

    def _slot(self, source: SourceFile, n: int, slot: Slot, objectives: Collection[str]) -> None:
        def fault(name: str, what: str, remedy: str) -> None:
            source.fault(("blueprint", n, name), what, remedy, item=slot.slot, name=name)

        if not _GRADE_ID.fullmatch(slot.slot):
            fault("slot", "is no grade_id", "use letters, digits, hyphens")
        if slot.slot in self.seen_slots:
            fault("slot", f"also used at {self.seen_slots[slot.slot]}", "slots are permanent, choose a new one")
        self.seen_slots.setdefault(slot.slot, f"line {source.line(('blueprint', n))} of {source.path}")
        if slot.points < 1:
            fault("points", f"{slot.points} points", "give 1 or more")
        if objectives and slot.objective not in objectives:
            fault(
                "objective",
                f"'{slot.objective}' is no objective of this module",
                nearest(slot.objective, objectives),
            )

    def _pools(self, source: SourceFile, check_id: str, slots: list[Slot], bank: tuple[Item, ...]) -> None:
        """Each slot finds an item of its own, whoever draws."""
        if len(bank) < len(_list(source, "items")):
            return  # the pools can't be judged before the items are mended
        short = False
        wanted = Counter((slot.objective, slot.safety) for slot in slots)
        for (objective, safety), number in wanted.items():
            pool = [item for item in bank if item.objective == objective and (item.safety or not safety)]
            if len(pool) < number:
                short = True
                kind = "safety items" if safety else "items"
                what = f"{number} slots of {objective} draw from {len(pool)} {kind}"
                source.fault(("blueprint",), what, "write more items or take slots away")
        if short or not slots:
            return
        questions = {item.id: question_of(item) for item in bank}
        try:
            draw([slot_json(slot) for slot in slots], questions, learner="", check=check_id, form="A")
        except NoFormError as fault:
            source.fault(("blueprint",), str(fault), "write more items, or loosen an enemy_set")

    def _lesson(self, path: Path, practice: list[str]) -> str | None:
        text = read_text(path, self.faults)
        if text is None:
            return None

        def fault(position: int, name: str, what: str, remedy: str) -> None:
            line = text.count("\n", 0, position) + 1 if position else 0
            self.faults.append(Fault(path, line, "", name, what, remedy))

        placed = Counter(match[1] for match in PRACTICE_CELL.finditer(text))
        for match in PRACTICE_CELL.finditer(text):
            if match[1] not in practice:
                fault(
                    match.start(),
                    "practice",
                    f"'{match[1]}' is no practice item",
                    nearest(match[1], practice),
                )
            elif placed[match[1]] > 1:
                fault(
                    match.start(),
                    "practice",
                    f"'{match[1]}' is placed {placed[match[1]]} times",
                    "place it once",
                )
        for item in practice:
            if item and item not in placed:
                fault(
                    0,
                    "practice",
                    f"'{item}' stands nowhere in the reading",
                    f'place a cell practice("{item}")',
                )
        for match, ids in citations(text):
            for ref in ids:
                if ref not in self.references:
                    fault(match.start(), "citation", f"'{ref}' is no reference", nearest(ref, self.references))
        for match in FIGURE.finditer(text):
            if not match["alt"].strip():
                fault(match.start(), "figure", f"{match['path']} has no alt text", "say in words what it shows")
            if not (path.parent / match["path"]).is_file():
                fault(match.start(), "figure", f"{match['path']} is missing", "add the file or mend the path")
        return text


def slot_json(slot: Slot) -> dict[str, Any]:
    """A slot as the question file holds it."""
    record: dict[str, Any] = {"slot": slot.slot, "objective": slot.objective, "points": slot.points}
    return record | {"safety": True} if slot.safety else record


def _list(source: SourceFile, name: str) -> list[Any]:
    """A file's list by name; a missing or wrong one is noted once."""
    if source.data is None:
        return []
    value = source.data.get(name) if isinstance(source.data, dict) else None
    if isinstance(value, list):
        return value
    if not any(fault.field == name for fault in source.faults):
        source.fault((name,), "missing", f"begin the list with '{name}:'")
    return []


def _id_of(value: object, name: str = "id") -> str:
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, str) else ""
