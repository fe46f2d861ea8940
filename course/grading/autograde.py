"""nbgrader's door to our grading: its command and formgrader's button come in here."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbgrader.converters import Autograde, NbGraderException

from course.grading.errors import GradingError
from course.grading.grader import Grader
from course.grading.master import is_check
from course.text import printable


class MasterExporter(NotebookExporter):
    """Grades checks by their master, and hands every other assignment back to nbgrader as its own exporter.

    Named in `Autograde.exporter_class`. Before its first preprocessor runs, nbgrader has copied every file of a
    submission, links and pipes followed, and has read the submitted notebook; no setting stops that. But it makes its
    exporter before it touches a submission, and gives it the converter. So the grading is done here, and the
    submissions that are done are taken off the converter's list.
    """

    def __init__(self, **values: Any) -> None:
        super().__init__(**values)  # type: ignore[no-untyped-call]
        if isinstance(self.parent, Autograde):
            _grade_checks(self.parent)


def found_checks(converter: Any, step: str) -> dict[str, list[str]]:
    """The learners whose folders of our checks a converter has found in a step's directory, taken off its list."""
    course = converter.coursedir
    folders = course.format_path(step, "(?P<learner>.*)", "(?P<assignment>.*)", escape=True)
    found: dict[str, list[str]] = {}
    others = {}
    for path, notebooks in converter.assignments.items():
        match = re.fullmatch(folders, path, re.DOTALL)
        if match and is_check(Path(course.format_path(course.source_directory, ".", match["assignment"]))):
            found.setdefault(match["assignment"], []).append(match["learner"])
        else:
            others[path] = notebooks
    converter.assignments = others
    return found


def _grade_checks(converter: Any) -> None:
    """Grade what the converter found of our checks. Raises NbGraderException where that failed, after all are done."""
    checks = found_checks(converter, converter.coursedir.submitted_directory)
    failed = sum(_grade(converter, check) for check in sorted(checks))
    if failed:
        what = "1 submission needs" if failed == 1 else f"{failed} submissions need"
        raise NbGraderException(f"{what} a look; the log above names what is wrong and what to do.")


def _grade(converter: Any, check: str) -> int:
    """How many submissions of a check could not be graded; the others are."""
    log = converter.log
    try:
        with Grader(converter.coursedir, check, converter, add_students=converter.create_student) as grader:
            learners = grader.submitted.learners(converter.coursedir.student_id)
            failed = 0
            for outcome in grader.grade(learners, again=converter.force):
                who = printable(outcome.learner)
                log.info("%s, %s: %s, %g of %g points", check, who, outcome.done, outcome.score, outcome.most)
                if outcome.seconds_late:
                    log.warning("%s, %s: %g seconds late", check, who, outcome.seconds_late)
                for flag in outcome.flags:
                    say = log.error if flag.kind == "failed" else log.warning
                    say("%s, %s: %s. %s", check, who, flag.fault.rstrip("."), flag.remedy)
                failed += outcome.done == "failed"
            return failed
    except GradingError as fault:
        log.error("%s", fault)
        raise NbGraderException(str(fault)) from fault
