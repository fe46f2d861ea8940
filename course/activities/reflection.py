"""The private reflection as a widget. What a learner writes goes to a file of their own, and nowhere else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import traitlets

from course import reflections
from course.activities.widget import DAMAGE, Saving, front_end, note, show_widget, why
from course.faces import reflection_html
from course.question_files import QuestionFileError, activity, course_data
from course.reflections import UnreadableError
from course.responses import NotSavedError
from course.text import checked
from course.words import say


class Reflection(Saving):
    """A question to think or write about.

    The words go to the page by message and stand in no trait: traits are what Jupyter may save into a notebook.
    """

    _esm, _css = front_end("reflection")

    item = traitlets.Dict().tag(sync=True)
    where = traitlets.Unicode().tag(sync=True)

    def __init__(self, path: Path, item: dict[str, Any], **traits: Any) -> None:
        super().__init__(store=str(path.parent), item=item, where=str(path), **traits)
        self._path = path
        self._known: str | None = None  # the text that the page has seen, None before it asked

    def _receive(self, widget: object, message: dict[str, Any], buffers: object) -> None:
        if isinstance(message, dict) and message.get("type") == "open":
            self._open()
        else:
            super()._receive(widget, message, buffers)

    def _open(self) -> None:
        try:
            kept = reflections.read(self._path)
        except UnreadableError as fault:
            self.send({"type": "unreadable", "message": str(fault)})
            return
        self._known = kept.text
        self.send({"type": "opened", "response": _response(kept), "at": kept.at})

    def keep(self, message: dict[str, Any]) -> str:
        """Put the learner's words in place of what was kept, unless those were written elsewhere meanwhile."""
        response = message["response"]
        if not isinstance(response, dict) or not response.keys() <= {"text", "skipped"}:
            raise ValueError("it is no reflection")
        text = response.get("text", "")
        if not isinstance(text, str):
            raise TypeError("it is no text")
        try:
            kept = reflections.read(self._path)
        except UnreadableError as fault:
            raise NotSavedError(str(fault)) from fault
        if kept.text and self._known is not None and kept.text not in (text, self._known):
            raise NotSavedError(say("words-elsewhere"))
        at = (
            reflections.keep(self._path, text, is_skipped="skipped" in response)
            if response
            else reflections.erase(self._path)
        )
        self._known = text
        return at


def reflect(name: str) -> None:
    """Show a private reflection: to write or to skip, which count alike; never judged, collected or handed in."""
    try:
        course, language, found = activity(name)
        item = found | {field: checked(found[field]) for field in ("prompt", "support")}
        face = reflection_html(found)
        widget = Reflection(reflections.path_of(course_data(course), name), item, course_language=language)
    except (QuestionFileError, *DAMAGE) as fault:
        note(why(fault))
        return
    show_widget(widget, "A moment to reflect, for you alone", face)


def _response(kept: reflections.Reflection) -> dict[str, str]:
    if kept.is_skipped:
        return {"skipped": "yes"}
    return {"text": kept.text} if kept.at else {}
