"""The practice exam as a widget; a sitting goes to a log of its own, with every answer and the clock."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import traitlets

from course import exams, responses
from course.activities.pages import for_page
from course.activities.widget import DAMAGE, Logged, front_end, note, show_widget, why
from course.faces import exam_html
from course.question_files import QuestionFileError, activity, course_data, learner
from course.responses import Record
from course.text import checked


class PracticeExam(Logged):
    """An exam that goes on where the learner left it, is judged in the page, and remembers how earlier ones went."""

    _esm, _css = front_end("exam", "quiz")

    exam: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)
    items: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)  # of the sitting on screen and of the next
    form: traitlets.List[str] = traitlets.List().tag(sync=True)  # of the next sitting
    attempts: traitlets.List[Any] = traitlets.List().tag(sync=True)

    def __init__(self, log: Path, blank: Record, exam: dict[str, Any], **traits: Any) -> None:
        self._exam = exam
        shown = {name: value for name, value in exam.items() if name != "items"}
        super().__init__(log, blank, exam=shown | {"note": checked(exam["note"])}, **traits)
        self._follow()

    def fits(self, response: object) -> bool:
        """Whether a response is a sitting of this exam."""
        return exams.fits(self._exam, response)

    def keep(self, message: dict[str, Any]) -> str:
        at = super().keep(message)
        if message["response"]["state"] == "done":
            self._follow()
        return at

    def _follow(self) -> None:
        """Bring what is asked next, and how earlier sittings went, up to date with the log."""
        records = [
            one
            for one in responses.read(self._log).records
            if (one.item, one.learner) == (self._blank.item, self._blank.learner)
        ]
        now = exams.form_of(self.saved["response"]) if self.saved else []
        number = max((one.attempt for one in records), default=0) + 1
        self.form = exams.drawn(self._exam, self._blank.learner, number, now)
        self.items = {name: self._item(name) for name in (*now, *self.form) if name in self._exam["items"]}
        self.attempts = [one._asdict() for one in exams.attempts(self._exam, records)]

    def _item(self, name: str) -> dict[str, Any]:
        item = self._exam["items"][name]
        return for_page(item, self._blank.learner, self._exam["id"]) | {
            "objective": item["objective"],
            "domain": item["domain"],
        }


def exam(name: str) -> None:
    """Show a practice exam: drawn by domain, with a clock or without, judged in the page at the end."""
    try:
        course, language, found = activity(name)
        face = exam_html(found)
        log = course_data(course) / exams.LOG
        widget = PracticeExam(log, Record(name, {}, 1, "", learner()), found, course_language=language)
        if not widget.form:
            raise LookupError("no questions")
    except (QuestionFileError, *DAMAGE) as fault:
        note(why(fault))
        return
    show_widget(widget, found["title"], face)
