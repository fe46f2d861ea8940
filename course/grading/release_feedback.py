"""nbgrader's release of feedback, which one submission without its files does not stop."""

from __future__ import annotations

import glob
from collections.abc import Iterator
from pathlib import Path

from nbgrader.exchange import ExchangeError
from nbgrader.exchange.default import ExchangeReleaseFeedback

from course.feedback_results import FeedbackResult
from course.grading.errors import GradingError
from course.grading.results import source_of
from course.grading.right_answers import why_withheld
from course.grading.submissions import SECRET_FILE, TIMESTAMP_FILE
from course.question_files import CHECK_FILE
from course.text import printable


class ReleaseFeedback(ExchangeReleaseFeedback):  # type: ignore[misc]  # nbgrader has no types
    """Releases each learner's feedback; names those whose page can't be given out, and goes on.

    nbgrader knows a learner's page by `submission_secret.txt`, which `nbgrader submit` puts into a submission. Its own
    class stops at the first folder without it, so that all who come later in the alphabet get nothing. A page that
    tells right answers stays here while the questions may still be asked in a retake, whenever the page was made.
    """

    src_path: str

    def copy_files(self) -> None:
        """Release all that can be released. Raises ExchangeError, at the end, where something could not be."""
        lacking = []
        why_no_key = self._why_no_key()
        for folder in map(Path, sorted(glob.glob(self.src_path))):  # noqa: PTH207  (nbgrader's pattern is a text)
            if fault := "; ".join(_faults(folder, why_no_key)):
                lacking.append(printable(folder.parent.name))
                self.log.error("%s: feedback not released: %s", lacking[-1], fault)
                continue
            self.src_path = glob.escape(str(folder))
            super().copy_files()
        if lacking:
            raise ExchangeError(f"feedback of {', '.join(lacking)} could not be released; all other feedback was")

    def _why_no_key(self) -> str:
        assignment = self.coursedir.assignment_id
        if not (source_of(self.coursedir, assignment) / CHECK_FILE).is_file():
            return ""
        try:
            return why_withheld(self.coursedir, assignment)
        except GradingError as fault:
            return str(fault)


def _faults(folder: Path, why_no_key: str) -> Iterator[str]:
    """Why a learner's page can't be given out, and what to do."""
    missing = [name for name in (SECRET_FILE, TIMESTAMP_FILE) if not (folder / name).is_file()]
    if missing or not (folder / SECRET_FILE).stat().st_size:
        yield (
            f"the submission has no {SECRET_FILE}, by which nbgrader would know it. "
            "Collect it by `nbgrader collect`, or give the learner the page in feedback/ yourself."
        )
    results = map(FeedbackResult.read, folder.glob("*.html"))
    if why_no_key and any(one and one.shows_key for one in results):
        yield f"the page tells right answers, and {why_no_key} Or make the feedback anew: it then tells none."
