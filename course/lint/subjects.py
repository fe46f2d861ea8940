"""What lint rules look at: items, banks of items, pages of text; and the notes that they take."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal, TypeAlias

from course.bank import Reading
from course.faults import Fault
from course.items import (
    Item,
    Matching,
    MultipleChoice,
    Option,
    ShortAnswer,
    SingleChoice,
    TrueFalseReason,
    right_response,
)
from course.lint.settings import LintSettings
from course.outline import Course
from course.source_files import Place, SourceFile, field_name, read_yaml

Severity: TypeAlias = Literal["error", "warning"]
Kind: TypeAlias = Literal["practice", "check"]
KINDS: tuple[Kind, ...] = ("practice", "check")


@dataclass(frozen=True, slots=True)
class Note:
    """What a rule found: how grave it is, the name by which a waiver calls its place, and what to do."""

    severity: Severity
    at: str
    fault: Fault


@dataclass(frozen=True, slots=True)
class Choice:
    """An option or a reason of an item that has right and wrong ones, with its place in the item."""

    option: Option
    right: bool
    place: Place

    @property
    def text(self) -> str:
        """The words of the option."""
        return self.option.text


@dataclass(frozen=True)
class Entry:
    """An item of a bank, with the place where it is written."""

    item: Item
    module: str
    kind: Kind
    source: SourceFile
    place: Place

    def error(self, place: Place, what: str, remedy: str) -> Note:
        """A note that stops a build."""
        return self._note("error", place, what, remedy)

    def warning(self, place: Place, what: str, remedy: str) -> Note:
        """A note for the reviewer, which a waiver may answer."""
        return self._note("warning", place, what, remedy)

    def _note(self, severity: Severity, place: Place, what: str, remedy: str) -> Note:
        line = self.source.line((*self.place, *place))
        return Note(
            severity, self.item.id, Fault(self.source.path, line, self.item.id, field_name(place), what, remedy)
        )

    @cached_property
    def choices(self) -> tuple[Choice, ...]:
        """The options among which the right stand beside the wrong; none where each option has its own place."""
        item = self.item
        match item:
            case SingleChoice() | MultipleChoice():
                right = {item.key} if isinstance(item, SingleChoice) else set(item.key)
                return tuple(Choice(one, one.id in right, ("options", n, "text")) for n, one in enumerate(item.options))
            case TrueFalseReason():
                return tuple(
                    Choice(one, one.id == item.key[1], ("reasons", n, "text")) for n, one in enumerate(item.reasons)
                )
            case _:
                return ()

    @property
    def keys(self) -> list[Choice]:
        """The right choices."""
        return [choice for choice in self.choices if choice.right]

    @property
    def distractors(self) -> list[Choice]:
        """The wrong choices."""
        return [choice for choice in self.choices if not choice.right]

    @cached_property
    def key_texts(self) -> list[str]:
        """The texts that make up the right answer, whatever the type."""
        item = self.item
        if isinstance(item, ShortAnswer):
            return [item.model_answer]
        if isinstance(item, Matching):
            return [option.text for option in item.options if option.id in item.key.values()]
        if self.choices:
            return [choice.text for choice in self.keys]
        right = right_response(item)
        return [option.text for option in item.options if right is not None and option.id in right]

    @cached_property
    def rationales(self) -> list[tuple[Place, str, bool]]:
        """Each rationale with its place, and whether its option is right; a short answer has none."""
        item = self.item
        if isinstance(item, ShortAnswer):
            return []
        found: list[tuple[Place, str, bool]] = []
        right = right_response(item)
        flat = set(right.values() if isinstance(right, dict) else right or ())
        groups = [("options", item.options)]
        if isinstance(item, TrueFalseReason):
            groups.append(("reasons", item.reasons))
        for name, options in groups:
            for n, option in enumerate(options):
                is_right = option.id in flat
                if isinstance(item, TrueFalseReason):
                    is_right = option.id == item.key[0 if name == "options" else 1]
                found.append(((name, n, "rationale"), option.rationale, is_right))
        return found

    @cached_property
    def texts(self) -> list[tuple[Place, str]]:
        """Every text of the item that a learner reads, with its place."""
        item = self.item
        found: list[tuple[Place, str]] = [(("stem",), item.stem)]
        if isinstance(item, ShortAnswer):
            rubric = [(("rubric", n), point) for n, point in enumerate(item.rubric)]
            return [*found, (("model_answer",), item.model_answer), *rubric]
        if isinstance(item, Matching):
            found += [(("prompts", n, "text"), prompt.text) for n, prompt in enumerate(item.prompts)]
        found += [(("options", n, "text"), option.text) for n, option in enumerate(item.options)]
        if isinstance(item, TrueFalseReason):
            found += [(("reasons", n, "text"), reason.text) for n, reason in enumerate(item.reasons)]
        return [*found, *((place, text) for place, text, _ in self.rationales)]

    @property
    def asked(self) -> str:
        """The stem and what can be answered, as one text of paragraphs."""
        return "\n\n".join(text for place, text in self.texts if place[-1] != "rationale")

    @property
    def option_texts(self) -> list[tuple[Place, str]]:
        """The texts of options, reasons and steps, with their places."""
        return [(place, text) for place, text in self.texts if place[-1] == "text" and place[0] != "prompts"]


@dataclass(frozen=True)
class Bank:
    """Items that are judged together: a module's practice or check, both, or all of a kind."""

    name: str
    path: Path
    entries: tuple[Entry, ...]
    kind: Kind | Literal["both"]
    module: str = ""  # none where it spans the course

    def error(self, what: str, remedy: str) -> Note:
        """A note that stops a build."""
        return Note("error", self.name, Fault(self.path, 0, self.name, "", what, remedy))

    def warning(self, what: str, remedy: str) -> Note:
        """A note for the reviewer, which a waiver in lint.yml may answer."""
        return Note("warning", self.name, Fault(self.path, 0, self.name, "", what, remedy))

    @property
    def single(self) -> list[Entry]:
        """The items with one right option."""
        return [entry for entry in self.entries if isinstance(entry.item, SingleChoice)]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a page, or one text of a YAML file, with its line and the heading or field it stands under."""

    line: int
    text: str
    section: str = ""
    field: str = ""


@dataclass(frozen=True)
class Page:
    """A text file of the content as it is written, for rules about wording."""

    path: Path
    name: str  # below the content folder
    source: str

    @cached_property
    def text(self) -> str:
        """What is written in it: an SVG without its tags, all else as it is; positions stay."""
        if self.path.suffix != ".svg":
            return self.source
        return re.sub(r"<[^>]*>", lambda tag: re.sub(r"[^\n]", " ", tag[0]), self.source)

    @property
    def is_lesson(self) -> bool:
        """Whether it is the reading of a module."""
        return self.path.name == "lesson.md"

    @cached_property
    def passages(self) -> list[Passage]:
        """Its texts one by one: paragraphs of a Markdown file, values of a YAML file."""
        if self.path.suffix == ".yml":
            return list(_values(self))
        return list(_paragraphs(self.text)) if self.path.suffix == ".md" else []

    def line_of(self, position: int) -> int:
        """The line on which a position of the text stands."""
        return self.text.count("\n", 0, position) + 1

    def error(self, line: int, what: str, remedy: str) -> Note:
        """A note that stops a build."""
        return Note("error", self.name, Fault(self.path, line, "", "", what, remedy))

    def warning(self, line: int, what: str, remedy: str) -> Note:
        """A note for the reviewer, which a waiver in lint.yml may answer."""
        return Note("warning", self.name, Fault(self.path, line, "", "", what, remedy))


def _paragraphs(text: str) -> Iterator[Passage]:
    section, line, is_code = "", 1, False
    body = re.sub(r"\A---\n.*?\n---\n", lambda match: "\n" * match[0].count("\n"), text, flags=re.DOTALL)
    for block in re.split(r"(\n{2,})", body):
        if heading := re.match(r"\s*#+ (.+)", block):
            section = heading[1].strip()
        if block.strip() and not is_code and not block.lstrip().startswith("```"):
            yield Passage(line, block, section)
        is_code ^= block.count("```") % 2 == 1
        line += block.count("\n")


def _values(page: Page) -> Iterator[Passage]:
    source = read_yaml(page.path)

    def walk(value: object, place: Place) -> Iterator[Passage]:
        if isinstance(value, str):
            names = [part for part in place if isinstance(part, str)]
            yield Passage(source.line(place), value, field=names[-1] if names else "")
        elif isinstance(value, dict):
            for name, inner in value.items():
                yield from walk(inner, (*place, str(name)))
        elif isinstance(value, list):
            for n, inner in enumerate(value):
                yield from walk(inner, (*place, n))

    yield from walk(source.data, ())


@dataclass(frozen=True)
class Content:
    """All that is linted: the course, its entries and banks, its pages, and what lint.yml says."""

    course: Course
    folder: Path
    entries: tuple[Entry, ...]
    pages: tuple[Page, ...]
    settings: LintSettings
    runs: dict[int, str] = field(default_factory=dict)  # of words of the source articles, see course.lint.sources

    @cached_property
    def banks(self) -> tuple[Bank, ...]:
        """Each module's practice and check, both together, those of the capstone, and each kind over the course."""
        found = []
        for module in self.course.modules:
            mine = [entry for entry in self.entries if entry.module == module.settings.id]
            for kind in KINDS:
                of_kind = tuple(entry for entry in mine if entry.kind == kind)
                path = module.folder / f"{kind}.yml"
                found.append(Bank(f"{module.settings.id}-{kind}", path, of_kind, kind, module.settings.id))
            found.append(Bank(module.settings.id, module.folder, tuple(mine), "both", module.settings.id))
        if self.course.capstone:
            name, folder = self.course.capstone.settings.id, self.course.capstone.folder
            for kind, file in (("practice", "practice.yml"), ("check", "final.yml")):
                mine = [entry for entry in self.entries if (entry.module, entry.kind) == (name, kind)]
                found.append(Bank(f"{name}-{kind}", folder / file, tuple(mine), kind, name))
        for kind in KINDS:
            of_kind = tuple(entry for entry in self.entries if entry.kind == kind)
            found.append(Bank(f"all-{kind}", self.folder, of_kind, kind))
        return tuple(found)

    @cached_property
    def item_files(self) -> frozenset[Path]:
        """The files whose texts are looked at item by item."""
        return frozenset(entry.source.path for entry in self.entries)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word that stands somewhere in the content in small letters."""
        texts = [page.text for page in self.pages]
        return frozenset(word for text in texts for word in re.findall(r"\b[a-z][a-z']*\b", text))

    @property
    def drafts(self) -> list[str]:
        """The ids of items and role-plays that no expert has reviewed."""
        stories = [module.story for module in self.course.modules if module.story]
        return [one.id for one in (*(entry.item for entry in self.entries), *stories) if one.status == "draft"]

    @cached_property
    def taught_words(self) -> frozenset[str]:
        """The words that the course teaches: its glossary's terms and the domain words of lint.yml."""
        terms = " ".join((*(term.term for term in self.course.glossary), *self.settings.domain_words))
        return frozenset(re.findall(r"[a-z]+(?:['\u2019-][a-z]+)*", terms.lower()))


def entries_of(reading: Reading) -> Iterator[Entry]:
    """Every item of a course that was read, with its place."""
    if reading.course is None:
        return
    for module in reading.course.modules:
        folder, name = module.folder, module.settings.id
        yield from _entries(reading, folder / "practice.yml", name, "practice", module.practice)
        yield from _entries(reading, folder / "check.yml", name, "check", module.check.items)
    capstone = reading.course.capstone
    if capstone:
        folder, name = capstone.folder, capstone.settings.id
        yield from _entries(reading, folder / "practice.yml", name, "practice", capstone.practice)
        yield from _entries(reading, folder / "final.yml", name, "check", capstone.questions)


def _entries(reading: Reading, path: Path, module: str, kind: Kind, items: tuple[Item, ...]) -> Iterator[Entry]:
    source = reading.sources[path]
    numbers = {value.get("id"): n for n, value in enumerate(source.data["items"]) if isinstance(value, dict)}
    for item in items:
        yield Entry(item, module, kind, source, ("items", numbers[item.id]))
