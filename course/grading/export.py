"""Grades for another system: of each check and its retake the better result.

`nbgrader export --exporter=course.grading.BetterResults --to grades.csv`
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.plugins import ExportPlugin

from course.question_files import RETAKE

COLUMNS = (
    "assignment",
    "duedate",
    "timestamp",
    "student_id",
    "last_name",
    "first_name",
    "email",
    "raw_score",
    "late_submission_penalty",
    "score",
    "max_score",
    "counts",
    "needs_manual_grade",
)
"""nbgrader's own, and after them the assignment whose result it is, and whether that may still change."""


class BetterResults(ExportPlugin):  # type: ignore[misc]  # nbgrader has no types
    """Writes a CSV file with one line for each learner and assignment; a retake has none of its own.

    The columns are nbgrader's. Late penalties are taken off before results are compared, and what waits for a person
    counts only where nothing else does.
    """

    to: str

    def export(self, gradebook: Gradebook) -> None:
        """Write the file, `grades.csv` unless `--to` names another one."""
        path = Path(self.to or "grades.csv")
        self.log.info("Exporting the better results to %s", path)
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            writer.writerows(self._rows(gradebook))

    def _rows(self, gradebook: Gradebook) -> Iterator[dict[str, Any]]:
        assignments = {one.name: one for one in gradebook.assignments}
        wanted, students = set(map(str, self.assignment)), set(map(str, self.student))
        for name, assignment in assignments.items():
            if name.removesuffix(RETAKE) != name and name.removesuffix(RETAKE) in assignments:
                continue
            if wanted and name not in wanted:
                continue
            both = [assignment, *(assignments[one] for one in (f"{name}{RETAKE}",) if one in assignments)]
            for student in gradebook.students:
                if not students or student.id in students:
                    results = [_result(gradebook, one, student) for one in both]
                    may_change = any(one["needs_manual_grade"] for one in results)
                    settled = [one for one in results if one["counts"] and not one["needs_manual_grade"]]
                    row = max(settled or results, key=lambda one: (one["score"], bool(one["counts"])))
                    yield row | {
                        "assignment": name,
                        "duedate": assignment.duedate or "",
                        "needs_manual_grade": may_change,
                    }


def _result(gradebook: Gradebook, assignment: Any, student: Any) -> dict[str, Any]:
    """One submission in nbgrader's columns; no submission is no points."""
    row = {
        "timestamp": "",
        "student_id": student.id,
        "last_name": student.last_name or "",
        "first_name": student.first_name or "",
        "email": student.email or "",
        "raw_score": 0.0,
        "late_submission_penalty": 0.0,
        "score": 0.0,
        "max_score": assignment.max_score,
        "counts": "",
        "needs_manual_grade": False,
    }
    try:
        submission = gradebook.find_submission(assignment.name, student.id)
    except MissingEntry:
        return row
    penalty = submission.late_submission_penalty or 0.0
    return row | {
        "timestamp": submission.timestamp or "",
        "raw_score": submission.score,
        "late_submission_penalty": penalty,
        "score": max(0.0, submission.score - penalty),
        "counts": assignment.name,
        "needs_manual_grade": bool(submission.needs_manual_grade),
    }
