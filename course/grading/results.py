"""What learners' work came to over both forms of a check: the better result counts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, Self

from nbgrader.api import Assignment, Gradebook
from sqlalchemy import select

from course.grading.grade_sheet import GradeSheet, Report
from course.grading.master import Master
from course.question_files import CHECK_FILE, RETAKE

_ALMOST = 1e-9  # sums of thirds


class Result(NamedTuple):
    """One submission as the gradebook has it."""

    score: float  # after what late work costs
    waits: bool = False  # something in it waits for a person

    @classmethod
    def of(cls, report: Report) -> Self:
        """What a report comes to."""
        return cls(max(0.0, report.score - report.penalty), report.needs_look)


class Results(NamedTuple):
    """The results of one check and of its retake, by learner."""

    master: Master  # of either
    check: Mapping[str, Result]
    retake: Mapping[str, Result]

    @classmethod
    def read(cls, course: Any, gradebook: Gradebook, master: Master) -> Self:
        """The results that belong with a master's: its own, and those of the other form. Raises MasterError."""
        check = master.check.check
        both = (check, retake_of(course, check))
        first, second = (_results(course, gradebook, name, master) if name else {} for name in both)
        return cls(master, first, second)

    def of(self, assignment: str) -> Mapping[str, Result]:
        """Those of one of the two."""
        return self.retake if assignment.endswith(RETAKE) else self.check

    def better(self, learner: str) -> Result | None:
        """The result that counts; None where there is none.

        What waits for a person counts only where nothing else does. Of two that are alike, the check's.
        """
        found = [results[learner] for results in (self.check, self.retake) if learner in results]
        settled = [one for one in found if not one.waits]
        return max(settled or found, key=lambda one: one.score, default=None)

    def passes(self, result: Result) -> bool:
        """Whether a result reaches the pass mark."""
        share = result.score / self.master.most if self.master.most else 1.0
        return share >= self.master.check.pass_mark - _ALMOST


def source_of(course: Any, assignment: str) -> Path:
    """The folder of an assignment's master."""
    return Path(course.format_path(course.source_directory, ".", assignment))


def retake_of(course: Any, check: str) -> str:
    """The assignment that is the retake of a check; empty where `source/` has none."""
    name = f"{check}{RETAKE}"
    return name if (source_of(course, name) / CHECK_FILE).is_file() else ""


def is_known(gradebook: Gradebook, assignment: str) -> bool:
    """Whether the gradebook has an assignment of that name."""
    return gradebook.db.execute(select(Assignment.id).where(Assignment.name == assignment)).first() is not None


def _results(course: Any, gradebook: Gradebook, assignment: str, own: Master) -> dict[str, Result]:
    if not is_known(gradebook, assignment):
        return {}
    is_own = own.assignment == assignment
    master = own if is_own else Master.read(source_of(course, assignment), assignment)
    return {learner: Result.of(report) for learner, report in GradeSheet(gradebook, master).reports().items()}
