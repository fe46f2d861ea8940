"""The course passes its own linter: no error, and a reason worth reading for every finding that stands."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from course.lint import Finding, Report, lint
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
    assert {entry.item.id for entry in report.content.entries} == {item.id for item in ITEMS}


def test_blueprint_speaks_of_every_module(report: Report) -> None:
    assert report.content is not None
    assert {module.settings.id for module in COURSE.modules} <= report.content.settings.blueprint.keys()


def test_wording_is_compared_with_the_source_articles() -> None:
    runs, faults = remembered_runs(CONTENT)
    assert len(runs) > 4000
    assert faults == []


def test_course_is_linted_in_two_seconds() -> None:
    begun = time.process_time()
    lint(CONTENT)
    assert time.process_time() - begun < 2


def named(finding: Finding) -> str:
    """A finding as a person would look for it."""
    return f"{Path(finding.fault.path).name} {finding.at} {finding.rule}: {finding.fault.what}"
