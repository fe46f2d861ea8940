"""What every activity is made of: a widget that says *Saved* only after the log has it, and its static face."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anywidget
import traitlets

from course import preferences, responses
from course.display import show
from course.faces import note_html
from course.question_files import QuestionFileError
from course.responses import NotSavedError, Record
from course.words import say

# What reading a question file can raise that someone has changed; the rest of the notebook must still show.
DAMAGE = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
_STATIC = Path(__file__).parents[1] / "static"


def front_end(name: str, *styles: str) -> tuple[str, str]:
    """The script of an activity, and the style that all share with that of `styles` and its own."""
    script = (_STATIC / f"{name}.js").read_text(encoding="utf-8")
    parts = ("activity", *styles, name)
    return script, "".join((_STATIC / f"{part}.css").read_text(encoding="utf-8") for part in parts)


class Saving(anywidget.AnyWidget):
    """An activity that keeps what the page sends, and answers each message; subclasses say where and how."""

    store = traitlets.Unicode().tag(sync=True)
    language = traitlets.Unicode().tag(sync=True)  # of the interface, as the learner chose it
    course_language = traitlets.Unicode().tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        super().__init__(language=preferences.read().language, **traits)
        self.on_msg(self._receive)

    def keep(self, message: dict[str, Any]) -> str:
        """Put what a message brings on disk; the time when it was. Raises NotSavedError, or anything else."""
        raise NotImplementedError

    def _receive(self, _widget: object, message: dict[str, Any], _buffers: object) -> None:
        """Save an answer and say so. The page must always hear back, so no fault may leave here unsaid."""
        number = message.get("n") if isinstance(message, dict) else None
        try:
            at = self.keep(message)
        except NotSavedError as fault:
            self.send({"type": "refused", "n": number, "message": str(fault)})
        except Exception as fault:  # noqa: BLE001  (ipywidgets would swallow it, and the learner never know)
            text = say("unreadable-answer", fault=fault)
            self.send({"type": "refused", "n": number, "message": text})
        else:
            self.send({"type": "saved", "n": number, "at": at})


class Logged(Saving):
    """An activity whose state is one response in a log; it shows the last one that was confirmed."""

    saved = traitlets.Dict(allow_none=True, default_value=None).tag(sync=True)

    def __init__(self, log: Path, blank: Record, **traits: Any) -> None:
        last = responses.read(log).last(blank.item, blank.learner)
        saved = _shown(last) if last and self.fits(last.response) else None
        super().__init__(saved=saved, store=str(log), **traits)
        self._log, self._blank = log, blank

    def fits(self, response: object) -> bool:
        """Whether a response can be one of this activity's."""
        raise NotImplementedError

    def keep(self, message: dict[str, Any]) -> str:
        record = self._record(message)
        responses.append(self._log, record)
        self.saved = _shown(record)
        return record.at

    def _record(self, message: dict[str, Any]) -> Record:
        response, attempt = message["response"], message["attempt"]
        if not self.fits(response):
            raise ValueError("it does not fit the question")
        if not isinstance(attempt, int) or isinstance(attempt, bool) or attempt < 1:
            raise ValueError("it has no attempt number")
        return self._blank._replace(response=response, attempt=attempt, at=responses.now())


def _shown(record: Record) -> dict[str, Any]:
    shown = {"response": record.response, "attempt": record.attempt, "at": record.at}
    return shown | {"certainty": record.certainty} if record.certainty else shown


def show_widget(widget: anywidget.AnyWidget, plain: str, face: str) -> None:
    """The widget, with its static face beside it for every place where no widget runs."""
    view = {"version_major": 2, "version_minor": 1, "model_id": widget.model_id}
    show({"text/plain": plain, "text/html": face, "application/vnd.jupyter.widget-view+json": view})


def note(text: str) -> None:
    """A line to the learner in place of an activity."""
    show({"text/plain": text, "text/html": note_html(text)})


def why(fault: Exception) -> str:
    """What to tell a learner whose activity can't be shown."""
    if isinstance(fault, QuestionFileError):
        return str(fault)
    return say("questions-damaged")
