"""The course passes its own linter: no error, and a reason worth reading for every finding that stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.lint import Finding, Report, lint
from course.lint.english import spaced
from course.lint.safety import is_negated
from course.lint.settings import read_settings
from course.lint.sources import remembered_runs

from .course_content import CONTENT, COURSE, ITEMS


@pytest.fixture(scope="module")
def report() -> Report:
    return lint(CONTENT)


def test_course_has_no_error(report: Report) -> None:
    assert report.faults == ()
    assert [named(one) for one in report.open("error")] == []


def test_every_warning_is_mended_or_waived(report: Report) -> None:
    assert [named(one) for one in report.open("warning")] == []


def test_every_waiver_gives_a_reason_worth_reading(report: Report) -> None:
    assert [(named(one), one.waived) for one in report.waived if len(one.waived.split()) < 8] == []


def test_every_item_is_looked_at(report: Report) -> None:
    assert report.content is not None
    capstone = (*COURSE.capstone.practice, *COURSE.capstone.questions) if COURSE.capstone else ()
    assert {entry.item.id for entry in report.content.entries} == {item.id for item in (*ITEMS, *capstone)}
    assert capstone


def test_blueprint_speaks_of_every_module(report: Report) -> None:
    assert report.content is not None
    assert {module.settings.id for module in COURSE.modules} <= report.content.settings.blueprint.keys()


def test_wording_is_compared_with_the_source_articles() -> None:
    runs, faults = remembered_runs(CONTENT)
    assert len(runs) > 4000
    assert faults == []


# --- The words in lint.yml --------------------------------------------------------------------------------------

SETTINGS = read_settings(CONTENT)[0]
UNSAFE = [
    "Promise Ana that it stays between us, so that she can speak.",
    "Tell him that you will keep what he said secret.",
    "Agree to keep this a secret, and listen.",
    "Suggest that she stop taking her pills for a week.",
    "Tell him to skip his evening dose and rest.",
    "Look up how to taper at home, and do it with him.",
    "Help Alex to detox at home with water and rest.",
    "Leave her alone for a while, so that she can think.",
    "End the call and wait for her to ring back.",
    "Give him space until he feels better.",
]
SAFE = [
    "Tell him that you can't promise to keep this between us, and why.",
    "Say that you never advise anyone to stop a medicine, and call the prescriber with her.",
    "Stay on the line with her, and call 911 giving her address first.",
    "Do not leave him alone; ask plainly about suicide.",
    "Ask what helped before, and end the call with a plan for tonight.",
]
LABELS = [
    "He is an addict.",
    "She was a recovering alcoholic then.",
    "two years clean",
    "He got clean in May.",
    "a dirty test",
    "a dirty urine test",
    "drug abuse",
    "substance abusers",
    "a heroin habit",
    "He committed suicide.",
    "She suffers from addiction.",
    "opioid replacement",
]
PERSON_FIRST = [
    "She has an alcohol use disorder.",
    "Get the kitchen clean first.",
    "Three small habits help.",
    "A habit of listening helps.",
    "an alcoholic drink",
    "alcoholic drinks",
    "He tested negative.",
    "Addiction counselors listen.",
    "the date of the cleaning",
]


def unsafe_in(key: str) -> list[str]:
    found = []
    for wording in SETTINGS.safety.unsafe:
        match = spaced(rf"\b(?:{wording.pattern})").search(key)
        if match and not is_negated(key[: match.start()]):
            found.append(match[0])
    return found


@pytest.mark.parametrize("key", UNSAFE)
def test_key_that_is_unsafe_is_known_by_its_words(key: str) -> None:
    assert unsafe_in(key)


@pytest.mark.parametrize("key", SAFE)
def test_key_that_is_safe_is_not_taken_for_an_unsafe_one(key: str) -> None:
    assert unsafe_in(key) == []


def holds_safe_act(key: str) -> bool:
    return any(spaced(rf"\b(?:{act})").search(key) for act in SETTINGS.safety.acts)


@pytest.mark.parametrize("key", SAFE[:4])
def test_safe_act_is_known_by_its_words(key: str) -> None:
    assert holds_safe_act(key)


@pytest.mark.parametrize("key", [*UNSAFE[:4], "Change the subject to what went well this week.", "Praise his courage."])
def test_key_without_a_safe_act_is_told_from_one_with(key: str) -> None:
    assert not holds_safe_act(key)


def labels_in(text: str) -> list[str]:
    return [one.pattern for one in SETTINGS.language.deny if spaced(rf"\b(?:{one.pattern})\b").search(text)]


@pytest.mark.parametrize("text", LABELS)
def test_label_for_a_person_is_known(text: str) -> None:
    assert labels_in(text)


@pytest.mark.parametrize("text", PERSON_FIRST)
def test_plain_words_are_no_label(text: str) -> None:
    assert labels_in(text) == []


def named(finding: Finding) -> str:
    """A finding as a person would look for it."""
    return f"{Path(finding.fault.path).name} {finding.at} {finding.rule}: {finding.fault.what}"
