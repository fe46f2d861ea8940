"""What nbgrader's exchange and cache hold for the learner whose server this is, found by nbgrader's own settings."""

from __future__ import annotations

import glob
from pathlib import Path
from typing import Any, NamedTuple, Self

from nbgrader.apps import NbGrader
from nbgrader.auth import Authenticator
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange import ExchangeFactory

from course import retakes
from course.feedback_results import FeedbackResult
from course.retakes import Release

_SECRET_FILE = "submission_secret.txt"  # noqa: S105  (the name of a file)


class _Settings(NbGrader):  # type: ignore[misc]  # nbgrader has no types
    """Reads the settings that nbgrader's commands would have in this account."""

    name = "course-server"
    load_cwd_config = False

    def init_syspath(self) -> None:
        """Leave the module path alone: nbgrader would put the working folder on it, first."""


class Exchange(NamedTuple):
    """The folders of one course."""

    outbound: Path  # what is released
    cache: Path  # copies of what this learner submitted
    fetched: Path  # where assignments are fetched to

    @classmethod
    def find(cls, root: Path, course: str) -> Self:
        """The folders as nbgrader's extensions have them in a server with this root folder."""
        app = _Settings()
        app.load_config_file()
        config: Any = app.config
        config.CourseDirectory.course_id = course
        coursedir = CourseDirectory(config=config)
        lister = ExchangeFactory(config=config).List(
            coursedir=coursedir, authenticator=Authenticator(config=config), config=config
        )
        fetched = root / lister.assignment_dir
        if lister.path_includes_course:
            fetched = fetched / course
        return cls(Path(lister.root) / course / "outbound", Path(lister.cache) / course, fetched)

    def told(self, check: str, retake: str) -> dict[str, Any]:
        """What is known of a check and, where it has one, of its retake.

        `{"due": time or "", "result": newest feedback's or None, "retake": {"due", "result", "open"} or None}`; `open`
        tells whether the instructor opened it to this learner.
        """
        found: dict[str, Any] = self._about(check) | {"retake": None}
        if retake:
            is_open = self._release(retake).is_open_to(check, self._secrets(check))
            found["retake"] = self._about(retake) | {"open": is_open}
        return found

    def _about(self, assignment: str) -> dict[str, Any]:
        result = self._result(assignment)
        return {"due": self._release(assignment).due, "result": result and result._asdict()}

    def _release(self, assignment: str) -> Release:
        return retakes.read(self.outbound / assignment / retakes.RELEASE_FILE)

    def _secrets(self, check: str) -> list[str]:
        """What `nbgrader submit` wrote into this learner's submissions of a check."""
        found = []
        for path in self.cache.glob(f"*+{glob.escape(check)}+*/{_SECRET_FILE}"):
            try:
                found.append(path.read_text().strip())
            except (OSError, ValueError):
                continue
        return [secret for secret in found if secret]

    def _result(self, assignment: str) -> FeedbackResult | None:
        """What the newest feedback says that was fetched; nbgrader names its folders by time."""
        pages = self.fetched.joinpath(assignment, "feedback").glob(f"*/{glob.escape(assignment)}.html")
        newest = max(pages, key=lambda path: path.parent.name, default=None)
        return FeedbackResult.read(newest) if newest else None
