"""The outline of a course: modules, their checks, and what they share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, ClassVar, Literal

from course.items import Item, Objective
from course.stories import Dimension, Story

FORBID_UNKNOWN: dict[str, Any] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLine:
    """A line to call or text, shown on every page; the only place its number is written."""

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID_UNKNOWN

    id: str
    name: str
    how: str
    number: str
    text: str | None = None
    url: str | None = None
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Crisis:
    """The help box of every page."""

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID_UNKNOWN

    lead: str
    lines: tuple[HelpLine, ...]
    elsewhere: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Domain:
    """A field of practice that items are tagged with for reports."""

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID_UNKNOWN

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseSettings:
    """What `course.yml` says."""

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID_UNKNOWN

    id: str
    title: str
    language: str
    pass_mark: float  # share of the points, 0 to 1
    disclaimer: str
    domains: tuple[Domain, ...]
    crisis: Crisis
    modules: tuple[str, ...]  # folder names, in teaching order
    dimensions: tuple[Dimension, ...] = ()  # what role-plays are judged on


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A source: where it is, what was found there, and when someone last looked."""

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID_UNKNOWN

    citation: str
    url: str
    verified: str
    checked: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word of the field with its definition."""

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID_UNKNOWN

    id: str
    term: str
    definition: str
    module: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """How long the parts of a module take."""

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID_UNKNOWN

    reading: int
    practice: int
    check: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection:
    """A question that a learner may think or write about in private; never judged, never collected."""

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID_UNKNOWN

    id: str
    prompt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleSettings:
    """What a `module.yml` says."""

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID_UNKNOWN

    id: str
    title: str
    summary: str
    minutes: Minutes
    objectives: tuple[Objective, ...]
    reflection: Reflection | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A place in a check that draws one item of an objective for each learner; its id is the grade_id for good."""

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID_UNKNOWN

    slot: str
    objective: str
    points: int = 1
    safety: bool = False  # draws safety items only
    item: str | None = None  # draws this item alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A knowledge check: its blueprint of slots and the bank they draw from."""

    id: str  # nbgrader's assignment name, e.g. `check-01`, `final`
    title: str
    intro: str
    blueprint: tuple[Slot, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DealtWith:
    """Where a lesson deals with a claim of its source article, and whether it teaches it as it is or corrects it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID_UNKNOWN

    claim: str
    section: str  # a heading of the lesson
    how: Literal["taught", "corrected"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """One module: what it is for, its reading, its practice, its role-play where it has one, and its check."""

    folder: Path
    settings: ModuleSettings
    lesson: str
    practice: tuple[Item, ...]
    check: Check
    claims: tuple[DealtWith, ...] = ()
    story: Story | None = None

    @property
    def name(self) -> str:
        """The folder's name, which the lesson's notebook shares: `01-<slug>`."""
        return self.folder.name


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamMinutes:
    """How long the practice exam and the final assessment take."""

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID_UNKNOWN

    exam: int
    final: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Exam:
    """The practice exam: how many questions it draws from each domain, and what the shares stand for."""

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID_UNKNOWN

    questions: int
    shares: dict[str, int]  # domain -> questions
    note: str
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CapstoneSettings:
    """What a `capstone.yml` says."""

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID_UNKNOWN

    id: str
    title: str
    summary: str
    minutes: ExamMinutes
    objectives: tuple[Objective, ...]
    exam: Exam


@dataclass(frozen=True, slots=True, kw_only=True)
class Capstone:
    """What closes the course: a practice exam and a final assessment over all modules."""

    folder: Path
    settings: CapstoneSettings
    lesson: str
    practice: tuple[Item, ...]  # the exam's own items
    questions: tuple[Item, ...]  # the final assessment's own items
    final: Check  # its bank holds the items of every module's check as well

    @property
    def name(self) -> str:
        """What its notebook is called."""
        return self.folder.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """Everything in `content/`, read and found sound."""

    settings: CourseSettings
    modules: tuple[Module, ...]
    references: dict[str, Reference]
    glossary: tuple[Term, ...]
    capstone: Capstone | None = None

    @property
    def checks(self) -> tuple[Check, ...]:
        """Every knowledge check, in teaching order, and the final assessment."""
        return tuple(module.check for module in self.modules) + ((self.capstone.final,) if self.capstone else ())

    def exam_items(self) -> tuple[Item, ...]:
        """What the practice exam draws from: its own items and the modules' practice, without written answers."""
        if self.capstone is None:
            return ()
        items = (*self.capstone.practice, *(item for module in self.modules for item in module.practice))
        return tuple(item for item in items if item.type != "short")
