"""nbgrader's release of feedback, which one submission without its files does not stop."""

from __future__ import annotations

import glob
from pathlib import Path

from nbgrader.exchange import ExchangeError
from nbgrader.exchange.default import ExchangeReleaseFeedback

from course.grading.submissions import SECRET_FILE, TIMESTAMP_FILE
from course.text import printable


class ReleaseFeedback(ExchangeReleaseFeedback):  # type: ignore[misc]  # nbgrader has no types
    """Releases each learner's feedback; names those whose page nbgrader can't give out, and goes on.

    nbgrader knows a learner's page by `submission_secret.txt`, which `nbgrader submit` puts into a submission. Its own
    class stops at the first folder without it, so that all who come later in the alphabet get nothing.
    """

    src_path: str

    def copy_files(self) -> None:
        """Release all that can be released. Raises ExchangeError, at the end, where something could not be."""
        lacking = []
        for folder in map(Path, sorted(glob.glob(self.src_path))):  # noqa: PTH207  (nbgrader's pattern is a text)
            missing = [name for name in (SECRET_FILE, TIMESTAMP_FILE) if not (folder / name).is_file()]
            if missing or not (folder / SECRET_FILE).stat().st_size:
                lacking.append(printable(folder.parent.name))
                continue
            self.src_path = glob.escape(str(folder))
            super().copy_files()
        for learner in lacking:
            self.log.error(
                "%s: feedback not released: the submission has no %s, by which nbgrader would know it. "
                "Collect it by `nbgrader collect`, or give the learner the page in feedback/ yourself.",
                learner,
                SECRET_FILE,
            )
        if lacking:
            raise ExchangeError(f"feedback of {', '.join(lacking)} could not be released; all other feedback was")
