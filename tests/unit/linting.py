"""Content made to be linted, and what one rule says of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from course.bank import load
from course.items import Item, MultipleChoice, Option, SingleChoice, TrueFalseReason
from course.lint.rules import RULES
from course.lint.run import ROOMS
from course.lint.settings import LintSettings
from course.lint.subjects import Content, Entry, Kind, Note, Page
from course.outline import Course, DealtWith
from course.source_files import SourceFile

from .builders import SAMPLE, make_multiple, make_scenario, make_single, make_true_false

assert ROOMS, "importing the rooms registers their rules"
COURSE: Course = load(SAMPLE)
WHY = "This says in enough words why the option is right or why it tempts."


@dataclass(frozen=True)
class Told:
    """A note, as a test compares it."""

    severity: str
    at: str
    field: str
    what: str


def options(*texts: str, rationales: Sequence[str] = ()) -> tuple[Option, ...]:
    """Options a, b, c with rationales that pass; `rationales` stand in for the first of them."""
    given = [*rationales, *(f"{WHY} {text}" for text in texts[len(rationales) :])]
    return tuple(Option(id_, text, why) for id_, text, why in zip("abcdef", texts, given, strict=False))


def single(*texts: str, stem: str = "", key: str = "a", rationales: Sequence[str] = (), **more: Any) -> SingleChoice:
    """A single choice; the first option is right unless told otherwise."""
    values = {"stem": stem or "Which of these things would you do first of all?", "key": key}
    return make_single(**values | {"options": options(*texts, rationales=rationales)} | more)


def scenario(*texts: str, **more: Any) -> SingleChoice:
    """The same as a scenario."""
    return replace(single(*texts, **more), type="scenario", id=more.get("id", make_scenario().id))


def multiple(*texts: str, stem: str, key: tuple[str, ...] = ("a", "b")) -> MultipleChoice:
    """A multiple choice; the first two options are right unless told otherwise."""
    return make_multiple(stem=stem, options=options(*texts), key=key)


def reasons(*texts: str, **more: Any) -> TrueFalseReason:
    """A statement with reasons, the first of them right."""
    return make_true_false(reasons=options(*texts), key=("false", "a"), **more)


def course_with(**changes: Any) -> Course:
    """The sample course with its only module changed."""
    return replace(COURSE, modules=(replace(COURSE.modules[0], **changes),))


def with_claims(*claims: str) -> Course:
    """The sample course whose lesson deals with claims."""
    return course_with(claims=tuple(DealtWith(claim=claim, section="A good cup", how="taught") for claim in claims))


def content(
    *check: Item,
    practice: Sequence[Item] = (),
    pages: Sequence[tuple[str, str]] = (),
    settings: LintSettings | None = None,
    course: Course = COURSE,
    runs: dict[int, str] | None = None,
) -> Content:
    """Content of these items and pages, in module m1."""
    entries = [entry for kind, items in (("check", check), ("practice", practice)) for entry in _entries(kind, items)]  # type: ignore[arg-type]
    made = tuple(Page(Path("content", name), name, text) for name, text in pages)
    return Content(course, Path("content"), tuple(entries), made, settings or LintSettings(), runs or {})


def _entries(kind: Kind, items: Sequence[Item]) -> list[Entry]:
    source = SourceFile(Path("content/modules/01-tea", f"{kind}.yml"))
    return [Entry(item, "m1", kind, source, ("items", n)) for n, item in enumerate(items)]


def told(rule: str, looked_at: Content) -> list[Told]:
    """What one rule says of a content."""
    return [Told(one.severity, one.at, one.fault.field, one.fault.what) for one in _notes(rule, looked_at)]


def severities(rule: str, looked_at: Content) -> list[str]:
    """How grave one rule's notes are."""
    return [one.severity for one in told(rule, looked_at)]


def _notes(rule: str, looked_at: Content) -> list[Note]:
    subjects: dict[str, Sequence[object]] = {
        "item": looked_at.entries,
        "bank": looked_at.banks,
        "page": looked_at.pages,
        "course": (looked_at,),
    }
    checks = RULES[rule].checks
    return [note for scope, check in checks for subject in subjects[scope] for note in check(subject, looked_at)]
