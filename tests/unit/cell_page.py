"""The page that a cell of the course shows itself in, without a browser: what came, and what a learner sends back."""

from __future__ import annotations

from typing import Any


class Page:
    """What cells showed, and what their widgets sent to the page."""

    def __init__(self) -> None:
        self.shown: list[dict[str, Any]] = []
        self.widgets: list[Any] = []
        self.events: list[Any] = []  # a test may put its own between what was sent

    @property
    def widget(self) -> Any:
        return self.widgets[-1]

    @property
    def sent(self) -> list[dict[str, Any]]:
        return [event for event in self.events if isinstance(event, dict)]

    @property
    def words(self) -> list[str]:
        return [bundle["text/plain"] for bundle in self.shown]

    def answer(self, response: object, *, n: int = 1, attempt: object = 1) -> dict[str, Any]:
        """What comes back for a learner's answer."""
        return self.say({"type": "respond", "n": n, "response": response, "attempt": attempt})

    def say(self, message: object) -> dict[str, Any]:
        self.widget._handle_custom_msg(message, [])
        return self.sent[-1] if self.sent else {}
