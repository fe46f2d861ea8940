"""`content/lint.yml`: what the rules have to know of the subject, read with its faults told."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Literal

from pydantic import TypeAdapter

from course.faults import Fault
from course.schema import validate
from course.source_files import SourceFile, read_yaml

_FORBID: dict[str, Any] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A pattern of words that texts do without, and what to say in its place."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _FORBID

    pattern: str  # a regular expression; a blank in it stands for any white space
    say: str
    severity: Literal["error", "warning"] = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Words about people: which are out, and where they may be talked about."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _FORBID

    deny: tuple[Wording, ...] = ()
    allow: tuple[str, ...] = ()  # official names and set phrases
    objectives: tuple[str, ...] = ()  # their items are about language
    sections: tuple[str, ...] = ()  # headings of lessons that are about language


@dataclass(frozen=True, slots=True, kw_only=True)
class Safety:
    """What the key of a safety item has to hold, and what no key may hold."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _FORBID

    acts: tuple[str, ...] = ()
    unsafe: tuple[Wording, ...] = ()
    sources: tuple[str, ...] = ()  # references on crises, besides those of the help lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Nuance:
    """What has to be said where a contested claim is used."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _FORBID

    severity: Literal["error", "warning"] = "warning"
    words: tuple[str, ...]  # regular expressions; a rationale holds one of them
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleCounts:
    """How many items of each type, level and kind a module has, by objective."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _FORBID

    practice: dict[str, dict[str, int]] = field(default_factory=dict)
    check: dict[str, dict[str, int]] = field(default_factory=dict)
    levels: dict[str, dict[str, int]] = field(default_factory=dict)  # of the check
    safety: dict[str, int] = field(default_factory=dict)  # of the check, at least


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A reason for letting a finding on a bank or a page stand."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _FORBID

    rule: str
    at: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LintSettings:
    """What `lint.yml` says; a course without the file has none of it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _FORBID

    language: Language = Language()
    safety: Safety = Safety()
    nuances: dict[str, Nuance] = field(default_factory=dict)
    blueprint: dict[str, ModuleCounts] = field(default_factory=dict)
    check_minimum: int = 0
    set_phrases: tuple[str, ...] = ()  # wording that may stand in a source too
    topic_words: tuple[str, ...] = ()  # words that any item may share with its key
    domain_words: tuple[str, ...] = ()  # long words that the course teaches, counted short for the reading level
    not_names: tuple[str, ...] = ()  # words with a capital that name no person
    helper_words: tuple[str, ...] = ()  # what people are who give help in an item
    waive: tuple[Waiver, ...] = ()


def read_settings(content: Path) -> tuple[LintSettings, list[Fault], SourceFile | None]:
    """What lint.yml says, its faults, and the file itself; settings without words where there is none."""
    path = content / "lint.yml"
    if not path.exists():
        return LintSettings(), [], None
    source = read_yaml(path)
    settings = None
    if source.data is not None:
        settings = validate(TypeAdapter(LintSettings), source, (), source.data)
    if settings:
        _check_patterns(settings, source)
    return settings if settings and not source.faults else LintSettings(), source.faults, source


def _check_patterns(settings: LintSettings, source: SourceFile) -> None:
    """Every regular expression is one."""
    patterns: list[tuple[tuple[str | int, ...], str]] = [
        (("language", "deny", n, "pattern"), one.pattern) for n, one in enumerate(settings.language.deny)
    ]
    patterns += [(("safety", "unsafe", n, "pattern"), one.pattern) for n, one in enumerate(settings.safety.unsafe)]
    patterns += [(("safety", "acts", n), one) for n, one in enumerate(settings.safety.acts)]
    for name, nuance in settings.nuances.items():
        patterns += [(("nuances", name, "words", n), one) for n, one in enumerate(nuance.words)]
    for place, pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            source.fault(place, f"'{pattern}' is no regular expression ({error})", "mend it, or quote its signs")
