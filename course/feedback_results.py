"""What a feedback page says of its result for programs to read: the only way in which a score reaches a learner."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple, Self

NAME = "course-result"
_HEAD = 64 * 1024  # bytes in which the line must stand


class FeedbackResult(NamedTuple):
    """What one page says of one submission."""

    score: float  # after what late work costs
    most: float
    passed: bool
    waits: bool  # something waits for the instructor, so that it may change
    shows_key: bool  # whether the page tells right answers

    def as_json(self) -> str:
        """What stands in the page's `<meta name="course-result">`."""
        return json.dumps(self._asdict())

    @classmethod
    def read(cls, path: Path) -> Self | None:
        """What a page says; None where there is no page, or it says nothing that can be read."""
        found = _Meta()
        try:
            with path.open("rb") as file:
                found.feed(file.read(_HEAD).decode(errors="replace"))
            values = json.loads(found.content)
            score, most = float(values["score"]), float(values["most"])
            return cls(score, most, bool(values["passed"]), bool(values["waits"]), bool(values["shows_key"]))
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            return None


class _Meta(HTMLParser):
    """Finds the line in a page."""

    content = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "meta" and values.get("name") == NAME and not self.content:
            self.content = values.get("content") or ""
