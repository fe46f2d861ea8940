"""nbgrader's release of an assignment, with what a learner's course page must know of a check beside it."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path

from nbgrader.api import Assignment
from nbgrader.exchange import ExchangeError
from nbgrader.exchange.default import ExchangeReleaseAssignment
from sqlalchemy import select

from course.grading.errors import GradingError
from course.grading.gradebook import address_of, open_gradebook
from course.grading.kept_files import put
from course.grading.openings import Openings
from course.grading.results import source_of
from course.question_files import CHECK_FILE, CheckQuestions
from course.retakes import RELEASE_FILE, as_bytes


class ReleaseAssignment(ExchangeReleaseAssignment):  # type: ignore[misc]  # nbgrader has no types
    """Releases as nbgrader does, and adds to a check until when it is due and for whom, as a retake, it is open.

    nbgrader keeps due dates in the gradebook alone, which a learner's server can't read.
    """

    dest_path: str

    def copy_files(self) -> None:
        """Release it. Raises ExchangeError."""
        source = source_of(self.coursedir, self.coursedir.assignment_id)
        if not (source / CHECK_FILE).is_file():
            super().copy_files()
            return
        try:
            told = self._told(CheckQuestions.in_folder(source))
        except GradingError as fault:
            self.log.error("%s", fault)
            raise ExchangeError(str(fault)) from fault
        super().copy_files()
        put(Path(self.dest_path), RELEASE_FILE, told, 0o664 if self.coursedir.groupshared else 0o644)

    def _told(self, check: CheckQuestions) -> bytes:
        """What the learner's page is told of a check. Raises OpeningsError and GradebookError."""
        tags: list[str] = []
        if check.is_retake:
            tags = Openings.read(self.coursedir, check.check).tags()
            if not tags:
                self.log.warning("Open to nobody yet: `course retake %s` opens it to who did not pass.", check.check)
        return as_bytes(self._due(), tags)

    def _due(self) -> str:
        """The due date in the gradebook, where there is one."""
        url = address_of(self.coursedir)
        if url.drivername == "sqlite" and not Path(url.database or "").exists():
            return ""
        with open_gradebook(self.coursedir) as gradebook:
            wanted = select(Assignment.duedate).where(Assignment.name == self.coursedir.assignment_id)
            due = gradebook.db.execute(wanted).scalar()
        return due.replace(tzinfo=UTC).isoformat(timespec="seconds").replace("+00:00", "Z") if due else ""
