"""The item bank: `content/` read into a `Course`, or every fault in it told at once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import TypeAdapter

from course.faults import ContentError, Fault, counted, nearest
from course.forms import NoFormError, draw
from course.item_rules import check_item, text_fault
from course.items import Item, question_of
from course.lesson_cells import ACTIVITIES, calls, other_cells
from course.outline import (
    Capstone,
    CapstoneSettings,
    Check,
    Course,
    CourseSettings,
    DealtWith,
    Exam,
    Module,
    ModuleSettings,
    Reference,
    Slot,
    Term,
)
from course.schema import ITEM, validate
from course.source_files import Place, SourceFile, read_text, read_yaml
from course.stories import Ending, Node, Story
from course.story_rules import check_story

CITATION = re.compile(r"\[(@[^\]\s]+(?:;\s*@[^\]\s;]+)*)\]")
FIGURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<path>[^)\s]+)[^)]*\)")
HEADING = re.compile(r"^#+ (.+?)\s*$", re.MULTILINE)
_MODULE_FOLDER = re.compile(r"\d\d-[a-z0-9-]+")
_MODULE_ID = re.compile(r"[a-z][a-z0-9]*")
_ITEM_ID = re.compile(r"[a-z0-9-]{1,64}")  # a notebook's cell ids have 64 characters at most
_GRADE_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")
_OTHER_CELLS = re.compile(r"intro|help|start|instructions-.*|.*-points")  # of course.build.checks
_CHECK_FIELDS = ("title", "intro", "blueprint", "items")
_FINAL = "final"  # nbgrader's assignment name of the final assessment


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
    reader = _Reader(content)
    course = reader.course()
    return Reading(course, tuple(reader.faults), reader.sources)


def citations(text: str) -> Iterator[tuple[re.Match[str], list[str]]]:
    """Each citation `[@one; @two]` of a text with the reference ids that it names."""
    for match in CITATION.finditer(text):
        yield match, [part.strip().removeprefix("@") for part in match[1].split(";")]


@dataclass
class _Reader:
    content: Path
    faults: list[Fault] = field(default_factory=list)
    sources: dict[Path, SourceFile] = field(default_factory=dict)  # the files that hold items
    seen_items: dict[str, str] = field(default_factory=dict)  # item id -> where it stands
    seen_slots: dict[str, str] = field(default_factory=dict)
    module_ids: dict[str, str] = field(default_factory=dict)  # module id -> folder
    objectives: dict[str, str] = field(default_factory=dict)  # objective id -> id of the module that has it
    references: dict[str, Reference] = field(default_factory=dict)
    reference_ids: frozenset[str] | None = None  # None where references.yml can't be read
    domains: frozenset[str] = frozenset()
    dimensions: frozenset[str] | None = None  # None where course.yml can't be read
    decks: frozenset[str] | None = None  # modules that have terms; None where glossary.yml can't be read

    def course(self) -> Course | None:
        settings_file = read_yaml(self.content / "course.yml")
        settings = self._as(CourseSettings, settings_file)
        self.references = self._references()
        if isinstance(settings_file.data, dict):
            dimensions = settings_file.data.get("dimensions")
            self.dimensions = frozenset(map(_id_of, dimensions if isinstance(dimensions, list) else ()))
        if settings:
            self.domains = frozenset(domain.id for domain in settings.domains)
            self._course_settings(settings, settings_file)
        glossary_file = read_yaml(self.content / "glossary.yml")
        self.decks = _decks(glossary_file)
        modules = [self._module(name) for name in self._module_names(settings_file)]
        self.faults += settings_file.faults
        glossary = self._glossary(glossary_file)
        found = tuple(module for module in modules if module)
        capstone = self._capstone(found, is_whole=len(found) == len(modules))
        if settings is None:
            return None
        return Course(
            settings=settings, modules=found, references=self.references, glossary=glossary, capstone=capstone
        )

    def _as(self, kind: type[Any], source: SourceFile) -> Any:
        if source.data is None:
            return None
        return validate(TypeAdapter(kind), source, (), source.data)

    def _course_settings(self, settings: CourseSettings, source: SourceFile) -> None:
        if not 0 < settings.pass_mark <= 1:
            source.fault(("pass_mark",), f"{settings.pass_mark} is no share", "write a number from 0 to 1, as 0.8")
        for n, dimension in enumerate(settings.dimensions):
            if dimension.id in {other.id for other in settings.dimensions[:n]}:
                what, remedy = f"'{dimension.id}' stands twice", "give each dimension its own id"
                source.fault(("dimensions", n, "id"), what, remedy, item=dimension.id, name="id")
        for n, line in enumerate(settings.crisis.lines):
            self._refs(source, ("crisis", "lines", n, "refs"), line.refs, line.id)

    def _module_names(self, source: SourceFile) -> list[str]:
        """The folders of modules that `course.yml` names and that are there; a fault elsewhere in it hides none."""
        names: dict[str, str] = {}  # by number, which names the check
        for n, name in enumerate(_list(source, "modules")):
            if not isinstance(name, str):
                continue
            number, folder = name[:2], self.content / "modules" / name
            if not _MODULE_FOLDER.fullmatch(name):
                source.fault(("modules", n), f"'{name}' is no module folder", "name it like 01-short-title")
            elif number in names:
                source.fault(("modules", n), f"'{name}' has the number of '{names[number]}'", "give it its own")
            elif not folder.is_dir():
                source.fault(("modules", n), f"there is no folder {folder}", "add it, or mend the name")
            else:
                names[number] = name
        return list(names.values())

    def _references(self) -> dict[str, Reference]:
        source = read_yaml(self.content / "references.yml")
        found: dict[str, Reference] = {}
        entries: dict[str, Any] | None = self._as(dict[str, Any], source)
        if entries is not None:
            self.reference_ids = frozenset(entries)
        for name, value in (entries or {}).items():
            reference = validate(TypeAdapter(Reference), source, (name,), value, item=name)
            if reference and not reference.url.startswith(("https://", "http://")):
                source.fault((name, "url"), f"'{reference.url}' is no web address", "start it with https://")
            if reference:
                found[name] = reference
        self.faults += source.faults
        return found

    def _glossary(self, source: SourceFile) -> tuple[Term, ...]:
        terms: list[Term] = []
        seen: dict[str, int] = {}
        for n, value in enumerate(_list(source, "terms")):
            term = validate(TypeAdapter(Term), source, ("terms", n), value, item=_id_of(value))
            if not term:
                continue
            terms.append(term)
            if self.module_ids and term.module not in self.module_ids:
                remedy = nearest(term.module, self.module_ids)
                source.fault(
                    ("terms", n, "module"), f"'{term.module}' is no module", remedy, item=term.id, name="module"
                )
            if term.id in self.seen_items:  # a deck holds words and items, each card known by its id
                what, remedy = f"also used at {self.seen_items[term.id]}", "give the term an id that no item has"
                source.fault(("terms", n, "id"), what, remedy, item=term.id, name="id")
            if term.id in seen:
                what = f"also used at line {seen[term.id]}"
                source.fault(("terms", n, "id"), what, "give each term its own id", item=term.id, name="id")
            seen.setdefault(term.id, source.line(("terms", n, "id")))
        self.faults += source.faults
        return tuple(terms)

    def _module(self, name: str) -> Module | None:
        folder = self.content / "modules" / name
        settings_file = read_yaml(folder / "module.yml")
        settings: ModuleSettings | None = self._as(ModuleSettings, settings_file)
        module_id = self._module_id(settings_file)
        objectives = {_id_of(one) for one in _list(settings_file, "objectives")} - {""}
        self.objectives |= dict.fromkeys(objectives, module_id)
        self._reflection(settings_file, module_id)
        practice_file, check_file = read_yaml(folder / "practice.yml"), read_yaml(folder / "check.yml")
        self.sources |= {source.path: source for source in (practice_file, check_file)}
        practice = self._items(practice_file, module_id, objectives)
        bank = self._items(check_file, module_id, objectives)
        check = self._check(check_file, f"check-{name[:2]}", objectives, bank)
        story_file = read_yaml(folder / "roleplay.yml") if (folder / "roleplay.yml").exists() else None
        story = self._story(story_file, module_id) if story_file else None
        placeable = _Placeable.of(module_id, settings_file, practice_file, story_file, self.decks)
        lesson = self._lesson(folder / "lesson.md", placeable)
        claims = self._claims(folder / "claims.yml", lesson)
        for file in (settings_file, practice_file, check_file, story_file):
            self.faults += file.faults if file else ()
        if settings is None or check is None or lesson is None:
            return None
        return Module(
            folder=folder,
            settings=settings,
            lesson=lesson,
            practice=practice,
            check=check,
            claims=claims,
            story=story,
        )

    def _module_id(self, source: SourceFile) -> str:
        """The id that begins the ids of its items, or nothing where it can't."""
        module = _id_of(source.data)
        if module and not _MODULE_ID.fullmatch(module):
            source.fault(("id",), f"'{module}' is no module id", "use small letters and digits, as m1")
            return ""
        if module in self.module_ids:
            source.fault(("id",), f"also used by {self.module_ids[module]}", "give each module its own id")
        if module:
            self.module_ids.setdefault(module, source.path.parent.name)
        return module

    def _reflection(self, source: SourceFile, module: str) -> None:
        value = source.data.get("reflection") if isinstance(source.data, dict) else None
        if not isinstance(value, dict):
            return
        self._own_id(source, ("reflection",), value, module, "w1")
        found = text_fault(value["prompt"]) if isinstance(value.get("prompt"), str) else None
        if found:
            source.fault(("reflection", "prompt"), *found)

    def _story(self, source: SourceFile, module: str) -> Story | None:
        """A module's role-play, with all its faults noted in its file."""
        if source.data is None:
            return None
        nodes = self._entries(TypeAdapter(Node), source, "nodes")
        endings = self._entries(TypeAdapter(Ending), source, "endings")
        check_story(source, self.dimensions)
        if isinstance(source.data, dict):
            self._own_id(source, (), source.data, module, "r1")
            self._refs(source, ("refs",), source.data.get("refs"))
            checked = source.data | {"nodes": nodes, "endings": endings}
        else:
            checked = source.data
        story: Story | None = validate(TypeAdapter(Story), source, (), checked)
        return story

    def _entries(self, kind: TypeAdapter[Any], source: SourceFile, name: str) -> list[Any]:
        """The entries of a file's list that are sound."""
        found = [
            validate(kind, source, (name, n), value, item=_id_of(value)) for n, value in enumerate(_list(source, name))
        ]
        return [one for one in found if one is not None]

    def _items(
        self, source: SourceFile, module: str, objectives: Collection[str], whose: str = "this module"
    ) -> tuple[Item, ...]:
        items = []
        for n, value in enumerate(_list(source, "items")):
            place, item_id = ("items", n), _id_of(value)
            item = validate(ITEM, source, place, value, item=item_id)
            if isinstance(value, dict):
                check_item(source, place, value)
                self._item_names(source, place, value, module, objectives, whose)
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
        whose: str,
    ) -> None:
        """What an item names outside itself is there, and its own id is nobody else's."""
        item_id = _id_of(value)

        def fault(name: str, what: str, remedy: str) -> None:
            source.fault((*place, name), what, remedy, item=item_id, name=name)

        self._own_id(source, place, value, module, "p01", item=item_id)
        objective = value.get("objective")
        if isinstance(objective, str) and objectives and objective not in objectives:
            fault("objective", f"'{objective}' is no objective of {whose}", nearest(objective, objectives))
        domain = value.get("domain")
        if isinstance(domain, str) and self.domains and domain not in self.domains:
            fault("domain", f"'{domain}' is no domain of the course", nearest(domain, self.domains))
        self._refs(source, (*place, "refs"), value.get("refs"), item_id)

    def _own_id(
        self, source: SourceFile, place: Place, value: dict[str, Any], module: str, like: str, item: str = ""
    ) -> None:
        """The id of an item, a role-play or a reflection begins with its module and is nobody else's."""
        own, name = _id_of(value), "id" if item or not place else f"{place[0]}.id"
        if not own:
            return  # the schema tells

        def fault(what: str, remedy: str) -> None:
            source.fault((*place, "id"), what, remedy, item=item, name=name)

        if own in self.seen_items:
            fault(f"also used at {self.seen_items[own]}", "ids are permanent, choose a new one")
        self.seen_items.setdefault(own, f"line {source.line((*place, 'id'))} of {source.path}")
        if module and not own.startswith(f"{module}-"):
            fault(f"does not begin with its module, '{module}-'", f"write it like {module}-{like}")
        elif not _ITEM_ID.fullmatch(own):
            fault("is no id", "use at most 64 small letters, digits and hyphens")

    def _refs(self, source: SourceFile, place: tuple[str | int, ...], refs: object, item: str = "") -> None:
        for n, ref in enumerate(refs if isinstance(refs, list | tuple) else ()):
            if isinstance(ref, str) and self._is_unknown(ref):
                source.fault((*place, n), f"'{ref}' is no reference", self._hint(ref), item=item, name="refs")

    def _is_unknown(self, ref: str) -> bool:
        return self.reference_ids is not None and ref not in self.reference_ids

    def _hint(self, ref: str) -> str:
        return nearest(ref, self.reference_ids or (), "add it to references.yml")

    def _check(
        self, source: SourceFile, check_id: str, objectives: Collection[str], bank: tuple[Item, ...]
    ) -> Check | None:
        """A module's knowledge check, with all its faults noted in its file."""
        for n, value in enumerate(_list(source, "items")):
            if isinstance(value, dict) and value.get("type") == "short":
                what, remedy = "a check can't mark a short answer", "move it to practice.yml, or use another type"
                source.fault(("items", n, "type"), what, remedy, item=_id_of(value), name="type")
        is_sound = self._are_items_sound(source, bank)
        slots = self._blueprint(source, objectives, bank if is_sound else None, "this module")
        used = {slot.objective for slot in slots} | {item.objective for item in bank}
        if is_sound and used <= set(objectives):
            self._pools(source, check_id, slots, bank)
        return self._as_check(source, check_id, slots, bank)

    def _blueprint(
        self, source: SourceFile, objectives: Collection[str], bank: tuple[Item, ...] | None, whose: str
    ) -> tuple[Slot, ...]:
        """The sound slots of a check, with the faults of its file noted; None for a bank that can't be told yet."""
        data = source.data if isinstance(source.data, dict) else {}
        for name in data:
            if name not in _CHECK_FIELDS:
                source.fault((name,), "unknown field", nearest(str(name), _CHECK_FIELDS))
        for name in ("title", "intro"):
            if data and not (isinstance(data.get(name), str) and data[name].strip()):
                source.fault((name,), "missing", "write it")
        if data.get("blueprint") == []:
            source.fault(("blueprint",), "empty", "list a slot for each question")
        slots = []
        for n, value in enumerate(_list(source, "blueprint")):
            slot = validate(TypeAdapter(Slot), source, ("blueprint", n), value, item=_id_of(value, "slot"))
            if slot:
                self._slot(source, n, slot, objectives, whose)
                if slot.item and bank is not None:
                    self._item_of_slot(source, n, slot, {item.id: item for item in bank})
                slots.append(slot)
        return tuple(slots)

    @staticmethod
    def _as_check(source: SourceFile, check_id: str, slots: tuple[Slot, ...], bank: tuple[Item, ...]) -> Check | None:
        data = source.data if isinstance(source.data, dict) else {}
        if not isinstance(data.get("title"), str) or not isinstance(data.get("intro"), str):
            return None
        return Check(id=check_id, title=data["title"], intro=data["intro"], blueprint=slots, items=bank)

    @staticmethod
    def _are_items_sound(source: SourceFile, bank: tuple[Item, ...]) -> bool:
        """Whether every item of a file is in the bank: its slots can't be judged before its items are mended."""
        ids = {item.id for item in bank}
        return len(ids) == len(bank) and all(_id_of(value) in ids for value in _list(source, "items"))

    @staticmethod
    def _item_of_slot(source: SourceFile, n: int, slot: Slot, bank: Mapping[str, Item]) -> None:
        """The item that a slot names is there, and is what the slot says of it."""

        def fault(name: str, what: str, remedy: str) -> None:
            source.fault(("blueprint", n, name), what, remedy, item=slot.slot, name=name)

        item = bank.get(str(slot.item))
        if item is None:
            fault("item", f"'{slot.item}' is no item that this check can ask", nearest(str(slot.item), bank))
        elif item.objective != slot.objective:
            what = f"'{slot.objective}', but {item.id} asks for {item.objective}"
            fault("objective", what, "name the item's objective")
        elif slot.safety and not item.safety:
            fault("safety", f"{item.id} is no safety item", "mark the item 'safety: true', or take this out")

    def _slot(self, source: SourceFile, n: int, slot: Slot, objectives: Collection[str], whose: str) -> None:
        def fault(name: str, what: str, remedy: str) -> None:
            source.fault(("blueprint", n, name), what, remedy, item=slot.slot, name=name)

        if not _GRADE_ID.fullmatch(slot.slot):
            fault("slot", "is no grade_id", "use at most 64 letters, digits, hyphens and underscores")
        if _OTHER_CELLS.fullmatch(slot.slot):
            fault("slot", f"'{slot.slot}' names another cell of every check", "choose a new one, like m1-o1-a")
        if slot.slot in self.seen_slots:
            fault("slot", f"also used at {self.seen_slots[slot.slot]}", "slots are permanent, choose a new one")
        self.seen_slots.setdefault(slot.slot, f"line {source.line(('blueprint', n))} of {source.path}")
        if slot.points < 1:
            fault("points", counted(slot.points, "point"), "give 1 or more")
        if objectives and slot.objective not in objectives:
            fault(
                "objective",
                f"'{slot.objective}' is no objective of {whose}",
                nearest(slot.objective, objectives),
            )

    @staticmethod
    def _pools(source: SourceFile, check_id: str, slots: tuple[Slot, ...], bank: tuple[Item, ...]) -> None:
        """Each slot finds an item of its own, whoever draws."""
        short = False
        named = {slot.item for slot in slots if slot.item}
        wanted = Counter((slot.objective, slot.safety) for slot in slots if not slot.item)
        for (objective, safety), number in wanted.items():
            pool = [
                item
                for item in bank
                if item.objective == objective and item.id not in named and item.type != "short"
                if item.safety or not safety
            ]
            if len(pool) < number:
                short = True
                kind = "safety item" if safety else "item"
                verb = "draws" if number == 1 else "draw"
                what = f"{counted(number, 'slot')} of {objective} {verb} from {counted(len(pool), kind)}"
                source.fault(("blueprint",), what, "write more items or take slots away")
        questions = {item.id: question_of(item) for item in bank}
        if short or not slots or named - questions.keys():
            return
        try:
            draw([slot_json(slot) for slot in slots], questions, learner="", check=check_id, form="A")
        except NoFormError as fault:
            source.fault(("blueprint",), str(fault), "write more items, or loosen an enemy_set")

    # --- The capstone

    def _capstone(self, modules: tuple[Module, ...], *, is_whole: bool) -> Capstone | None:
        """What closes the course, where it has such a thing; `is_whole` tells whether every module could be read."""
        folder = self.content / "capstone"
        if not folder.is_dir():
            return None
        settings_file = read_yaml(folder / "capstone.yml")
        settings: CapstoneSettings | None = self._as(CapstoneSettings, settings_file)
        own_id = self._module_id(settings_file)
        own = {_id_of(one) for one in _list(settings_file, "objectives")} - {""}
        practice_file, final_file = read_yaml(folder / "practice.yml"), read_yaml(folder / "final.yml")
        self.sources |= {source.path: source for source in (practice_file, final_file)}
        practice = self._exam_items(practice_file, own_id)
        questions = self._items(final_file, own_id, own | set(self.objectives), "the course")
        final = self._final(final_file, own, questions, modules, is_whole=is_whole)
        lesson = self._lesson(folder / "lesson.md", _Placeable.of_capstone(own_id, settings_file))
        if settings:
            is_sound = is_whole and len(practice) == len(_list(practice_file, "items"))
            pool = (*practice, *(item for module in modules for item in module.practice))
            self._exam(settings_file, settings.exam, pool if is_sound else None)
        for file in (settings_file, practice_file, final_file):
            self.faults += file.faults
        if settings is None or final is None or lesson is None:
            return None
        return Capstone(
            folder=folder, settings=settings, lesson=lesson, practice=practice, questions=questions, final=final
        )

    def _exam_items(self, source: SourceFile, capstone: str) -> tuple[Item, ...]:
        """The exam's own items; beside its objective each names the module that has it, for those who write it."""
        entries = _list(source, "items")
        for n, value in enumerate(entries):
            if not isinstance(value, dict):
                continue
            module, objective = value.pop("module", None), value.get("objective")
            right = self.objectives.get(objective) if isinstance(objective, str) else None
            place = ("items", n, "module")
            if module is None:
                source.fault(place, "missing", "name the module of its objective", item=_id_of(value), name="module")
            elif right and module != right:
                what = f"'{module}', but {objective} is an objective of {right}"
                source.fault(place, what, f"write '{right}'", item=_id_of(value), name="module")
            if value.get("type") == "short":
                what, remedy = "the exam can't judge a short answer", "use another type"
                source.fault(("items", n, "type"), what, remedy, item=_id_of(value), name="type")
        return self._items(source, capstone, self.objectives, "a module")

    def _exam(self, source: SourceFile, exam: Exam, pool: tuple[Item, ...] | None) -> None:
        """The shares of the domains make up the exam, and each finds its items; None for a pool that can't be told."""

        def fault(inner: Place, what: str, remedy: str) -> None:
            source.fault(("exam", *inner), what, remedy)

        if sum(exam.shares.values()) != exam.questions:
            fault(("shares",), f"{sum(exam.shares.values())} in all for {exam.questions} questions", "make them equal")
        found = Counter(item.domain for item in pool or () if item.type != "short")
        for domain, share in exam.shares.items():
            if self.domains and domain not in self.domains:
                what = f"'{domain}' is no domain of the course"
                fault(("shares", domain), what, nearest(domain, self.domains))
            elif share < 1:
                fault(("shares", domain), counted(share, "question"), "give 1 or more, or leave the domain out")
            elif pool is not None and found[domain] < share:
                what = f"{counted(share, 'question')} from {counted(found[domain], 'item')}"
                fault(("shares", domain), what, "write more items, or ask for fewer")
        found_in_note = text_fault(exam.note)
        if found_in_note:
            fault(("note",), *found_in_note)
        self._refs(source, ("exam", "refs"), exam.refs)

    def _final(
        self,
        source: SourceFile,
        own: Collection[str],
        questions: tuple[Item, ...],
        modules: tuple[Module, ...],
        *,
        is_whole: bool,
    ) -> Check | None:
        """The final assessment, with all its faults noted in its file."""
        bank = (*(item for module in modules for item in module.check.items), *questions)
        known = {*own, *self.objectives}
        is_sound = is_whole and self._are_items_sound(source, bank)
        slots = self._blueprint(source, known, bank if is_sound else None, "the course")
        named = {slot.item for slot in slots}
        for n, value in enumerate(_list(source, "items")):
            if _id_of(value) and _id_of(value) not in named:
                what, remedy = "no slot asks for it", "give it a slot with its 'item', or take it out"
                source.fault(("items", n, "id"), what, remedy, item=_id_of(value), name="id")
        if is_sound and {slot.objective for slot in slots} <= known:
            self._pools(source, _FINAL, slots, bank)
        return self._as_check(source, _FINAL, slots, bank)

    # --- The reading

    def _lesson(self, path: Path, placeable: Mapping[str, _Placeable]) -> str | None:
        text = read_text(path, self.faults)
        if text is None:
            return None

        def fault(position: int, name: str, what: str, remedy: str) -> None:
            self.faults.append(Fault(path, _line(text, position), "", name, what, remedy))

        self._placed(text, placeable, fault)
        for position, first in other_cells(text):
            known = ", ".join(f'{name}("...")' for name in ACTIVITIES)
            fault(position, "code-cell", f"'{first}' is no activity alone", f"let it hold one of {known}")
        for match, ids in citations(text):
            for ref in ids:
                if self._is_unknown(ref):
                    fault(match.start(), "citation", f"'{ref}' is no reference", self._hint(ref))
        names: dict[str, tuple[str, int]] = {}
        for match in FIGURE.finditer(text):
            if not match["alt"].strip():
                fault(match.start(), "figure", f"{match['path']} has no alt text", "say in words what it shows")
            if not (path.parent / match["path"]).is_file():
                fault(match.start(), "figure", f"{match['path']} is missing", "add the file or mend the path")
            # All figures of a module lie in one folder beside its lesson.
            other, line = names.setdefault(
                PurePosixPath(match["path"]).name, (match["path"], _line(text, match.start()))
            )
            if PurePosixPath(other) != PurePosixPath(match["path"]):
                what = f"{match['path']} has the file name of {other} at line {line}"
                fault(match.start(), "figure", what, "give each figure of a module a file name of its own")
        return text

    def _claims(self, path: Path, lesson: str | None) -> tuple[DealtWith, ...]:
        """Where the lesson deals with the claims of its source article; a module without one has no such file."""
        if not path.exists():
            return ()
        source = read_yaml(path)
        headings = set(HEADING.findall(lesson or ""))
        found: dict[str, DealtWith] = {}
        for n, value in enumerate(source.data if isinstance(source.data, list) else ()):
            claim = validate(TypeAdapter(DealtWith), source, (n,), value, item=_id_of(value, "claim"))
            if claim and claim.claim in found:
                source.fault((n, "claim"), "stands twice", "keep one of the two", item=claim.claim, name="claim")
            if claim and lesson and claim.section not in headings:
                what, remedy = f"'{claim.section}' is no heading of lesson.md", nearest(claim.section, headings)
                source.fault((n, "section"), what, remedy, item=claim.claim, name="section")
            if claim:
                found.setdefault(claim.claim, claim)
        if source.data is not None and not isinstance(source.data, list):
            source.fault((), "no list", "begin each claim with '- claim:'")
        self.faults += source.faults
        return tuple(found.values())

    def _placed(
        self, text: str, placeable: Mapping[str, _Placeable], fault: Callable[[int, str, str, str], None]
    ) -> None:
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
            placed.setdefault(key, _line(text, call.position))
        for activity, kind in placeable.items():
            for name, place in kind.names.items():
                if name and (activity, name) not in placed and kind.source:
                    item = name if activity == "practice" else ""
                    label = "id" if len(place) != 2 or item else f"{place[0]}.id"
                    remedy = f'give it a code cell with {activity}("{name}")'
                    kind.source.fault(place, "stands nowhere in lesson.md", remedy, item=item, name=label)


@dataclass(frozen=True)
class _Placeable:
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
    ) -> dict[str, _Placeable]:
        """By activity; a file that can't be read blames no cell."""
        found = {}
        if practice.data is not None:
            items: dict[str, Place] = {
                _id_of(value): ("items", n, "id") for n, value in enumerate(_list(practice, "items"))
            }
            found["practice"] = _Placeable("practice item", "write it in practice.yml", items, practice)
        if story is None or story.data is not None:
            names: dict[str, Place] = {_id_of(story.data): ("id",)} if story else {}
            found["roleplay"] = _Placeable("role-play", "write it in roleplay.yml", names, story)
        if isinstance(settings.data, dict):
            name = _id_of(settings.data.get("reflection"))
            found["reflect"] = _Placeable(
                "reflection", "write it in module.yml", {name: ("reflection", "id")} if name else {}, settings
            )
        if module and decks is not None:
            remedy = f"write '{module}'" if module in decks else f"give glossary.yml terms with 'module: {module}'"
            found["flashcards"] = _Placeable("deck of this lesson", remedy, {module: ()} if module in decks else {})
        found["exam"] = _Placeable("practice exam of this lesson", "place it in capstone/lesson.md", {})
        return found

    @staticmethod
    def of_capstone(capstone: str, settings: SourceFile) -> dict[str, _Placeable]:
        """The exam, and nothing else; settings that can't be read blame no cell."""
        if not capstone:
            return {}
        others = {one: _Placeable("part of the capstone", f'write exam("{capstone}")', {}) for one in ACTIVITIES}
        return others | {"exam": _Placeable("practice exam", f"write '{capstone}'", {capstone: ("id",)}, settings)}


def slot_json(slot: Slot, by_hand: Collection[str] = ()) -> dict[str, Any]:
    """A slot as the question file holds it; where it asks an item that is graded by hand, the marker has no points."""
    record: dict[str, Any] = {"slot": slot.slot, "objective": slot.objective, "points": slot.points}
    if slot.item in by_hand:
        record |= {"points": 0, "by_hand": slot.points}
    if slot.item:
        record["item"] = slot.item
    return record | {"safety": True} if slot.safety else record


def by_hand(items: Iterable[Item]) -> frozenset[str]:
    """The items that a person grades."""
    return frozenset(item.id for item in items if item.type == "short")


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


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


def _decks(glossary: SourceFile) -> frozenset[str] | None:
    """The modules that have terms in a glossary."""
    terms = glossary.data.get("terms") if isinstance(glossary.data, dict) else None
    return frozenset(_id_of(term, "module") for term in terms) if isinstance(terms, list) else None


def _id_of(value: object, name: str = "id") -> str:
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, str) else ""
