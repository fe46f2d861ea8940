"""All rules over a content folder, with the waivers that answer them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from course import bank
from course.faults import Fault, nearest
from course.lint import banks, evidence, keys, options, safety, stems, wording
from course.lint.rules import RULES
from course.lint.settings import LintSettings, read_settings
from course.lint.sources import remembered_runs, runs_of_folder
from course.lint.subjects import Content, Entry, Note, Page, Severity, entries_of
from course.source_files import SourceFile, read_text

ROOMS = (options, stems, keys, banks, evidence, wording, safety)  # importing a room registers its rules
UNUSED = "waiver"  # stands for a rule's id where a waiver waives nothing


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found, and the reason why it stands where a waiver gives one."""

    rule: str
    severity: Severity
    at: str
    fault: Fault
    waived: str = ""


@dataclass(frozen=True)
class Report:
    """What linting told: faults of the files, findings of the rules, and the content that was looked at."""

    faults: tuple[Fault, ...]
    findings: tuple[Finding, ...]
    content: Content | None

    def open(self, severity: Severity) -> list[Finding]:
        """The findings of a severity that no waiver answers."""
        return [one for one in self.findings if one.severity == severity and not one.waived]

    @property
    def waived(self) -> list[Finding]:
        """The findings that a waiver answers."""
        return [one for one in self.findings if one.waived]

    @property
    def failed(self) -> bool:
        """Whether a build should stop."""
        return bool(self.faults or self.open("error"))


def lint(content: Path, sources: Path | None = None) -> Report:
    """Every finding in a content folder; wording is compared with the articles in `sources`, else with their hashes.

    What can be read is linted, whatever faults the rest has.
    """
    reading = bank.read(content)
    settings, faults, settings_file = read_settings(content)
    runs, more = (runs_of_folder(sources), []) if sources else remembered_runs(content)
    faults = [*reading.faults, *faults, *more]
    if reading.course is None:
        return Report(tuple(sorted(set(faults))), (), None)
    entries = tuple(entries_of(reading))
    looked_at = Content(reading.course, content, entries, tuple(_pages(content)), settings, runs)
    waivers = _Waivers(entries, settings, settings_file)
    findings = [waivers.answer(rule, note) for rule, note in _notes(looked_at)]
    faults += waivers.faults()
    findings += waivers.unused()
    findings.sort(key=lambda one: (one.fault, one.rule))
    return Report(tuple(sorted(set(faults))), tuple(findings), looked_at)


def _pages(content: Path) -> Iterator[Page]:
    for path in sorted(content.rglob("*")):
        if path.suffix in (".md", ".yml", ".svg") and path.is_file():
            text = read_text(path, [])  # what can't be read is a fault told where it is read for its data
            if text is not None:
                yield Page(path, path.relative_to(content).as_posix(), text)


def _notes(content: Content) -> Iterator[tuple[str, Note]]:
    subjects: Mapping[str, tuple[object, ...]] = {
        "item": content.entries,
        "bank": content.banks,
        "page": content.pages,
        "course": (content,),
    }
    for rule in RULES.values():
        for scope, check in rule.checks:
            for subject in subjects[scope]:
                for note in check(subject, content):
                    yield rule.id, note


@dataclass
class _Waivers:
    """The waivers of a content folder: beside items, and in lint.yml for banks and pages."""

    entries: tuple[Entry, ...]
    settings: LintSettings
    settings_file: SourceFile | None
    used: set[tuple[str, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.reasons = {
            (rule, entry.item.id): reason for entry in self.entries for rule, reason in entry.item.waive.items()
        } | {(one.rule, one.at): one.reason for one in self.settings.waive}

    def answer(self, rule: str, note: Note) -> Finding:
        """A note as a finding, waived where there is a reason."""
        reason = self.reasons.get((rule, note.at), "").strip() if RULES[rule].waivable else ""
        if reason:
            self.used.add((rule, note.at))
        return Finding(rule, note.severity, note.at, note.fault, reason)

    def faults(self) -> Iterator[Fault]:
        """Waivers that name no rule, one that can't be waived, or no reason."""
        for rule, reason, fault in self._each():
            if rule not in RULES:
                yield self._worded(
                    fault, f"'{rule}' is no lint rule", nearest(rule, RULES, "see `course lint --rules`")
                )
            elif not RULES[rule].waivable:
                yield self._worded(fault, f"{rule} guards safety and can't be waived", "mend what it finds")
            elif not reason.strip():
                yield self._worded(fault, f"no reason for waiving {rule}", "write why it is right here")

    def unused(self) -> Iterator[Finding]:
        """A warning for each waiver that waives nothing."""
        for rule, reason, fault in self._each():
            if rule in RULES and RULES[rule].waivable and reason.strip() and (rule, fault.item) not in self.used:
                told = self._worded(fault, f"{rule} finds nothing here to waive", "take the waiver away")
                yield Finding(UNUSED, "warning", fault.item, told)

    def _each(self) -> Iterator[tuple[str, str, Fault]]:
        for entry in self.entries:
            for rule, reason in entry.item.waive.items():
                line = entry.source.line((*entry.place, "waive", rule))
                yield rule, reason, Fault(entry.source.path, line, entry.item.id, "waive", "", "")
        for n, one in enumerate(self.settings.waive):
            assert self.settings_file is not None  # noqa: S101  (else there were no settings)
            line = self.settings_file.line(("waive", n))
            yield one.rule, one.reason, Fault(self.settings_file.path, line, one.at, "waive", "", "")

    @staticmethod
    def _worded(fault: Fault, what: str, remedy: str) -> Fault:
        return Fault(fault.path, fault.line, fault.item, fault.field, what, remedy)
