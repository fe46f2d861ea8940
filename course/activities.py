"""The questions as widgets in a notebook, and their way to the response log."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from textwrap import shorten
from typing import Any

import anywidget
import traitlets

from course import responses
from course.display import show
from course.faces import note_html, question_html
from course.forms import shuffled
from course.question_files import CheckQuestions, QuestionFileError, course_data, learner, practice_item
from course.questions import AnswerKey, Question, answer_key
from course.responses import NotSavedError, Record
from course.scoring import is_blank, is_well_formed
from course.text import checked, to_plain

_STATIC = Path(__file__).parent / "static"
# What reading a question file can raise that someone has changed; the rest of the notebook must still show.
_DAMAGE = (ValueError, LookupError, TypeError, AttributeError, RecursionError)


class Quiz(anywidget.AnyWidget):
    """One question on a page. It shows the last confirmed answer and says *Saved* only after the log has it."""

    _esm = (_STATIC / "quiz.js").read_text(encoding="utf-8")
    _css = (_STATIC / "quiz.css").read_text(encoding="utf-8")

    item = traitlets.Dict().tag(sync=True)
    mode = traitlets.Enum(("practice", "check")).tag(sync=True)
    heading = traitlets.Unicode().tag(sync=True)
    saved = traitlets.Dict(allow_none=True, default_value=None).tag(sync=True)
    store = traitlets.Unicode().tag(sync=True)

    def __init__(self, key: AnswerKey, log: Path, blank: Record, **traits: Any) -> None:
        last = responses.read(log).last(blank.item, blank.learner)
        saved = _shown(last) if last and is_well_formed(key, last.response) else None
        super().__init__(saved=saved, store=str(log), **traits)
        self._key, self._log, self._blank = key, log, blank
        self.on_msg(self._receive)

    def _receive(self, _widget: object, message: dict[str, Any], _buffers: object) -> None:
        """Save an answer and say so. The page must always hear back, so no fault may leave here unsaid."""
        number = message.get("n") if isinstance(message, dict) else None
        try:
            record = self._record(message)
            responses.append(self._log, record)
        except NotSavedError as fault:
            self.send({"type": "refused", "n": number, "message": str(fault)})
        except Exception as fault:  # noqa: BLE001  (ipywidgets would swallow it, and the learner never know)
            text = f"The course could not read this answer ({fault}). Reload the page and answer again."
            self.send({"type": "refused", "n": number, "message": text})
        else:
            self.saved = _shown(record)
            self.send({"type": "saved", "n": number, "at": record.at})

    def _record(self, message: dict[str, Any]) -> Record:
        response, attempt = message["response"], message["attempt"]
        if not is_well_formed(self._key, response):
            raise ValueError("it does not fit the question")
        if not isinstance(attempt, int) or isinstance(attempt, bool) or attempt < 1:
            raise ValueError("it has no attempt number")
        blank = self._blank
        return Record(
            blank.item, response, attempt, responses.now(), blank.learner, blank.slot, blank.check, blank.form
        )


def practice(item: str) -> None:
    """Show a practice question: judged in the page at once, with a rationale for every option.

    Its answers go to the learner's own data folder, whatever notebook shows it.
    """
    heading = "Practice question"
    try:
        course, question = practice_item(item)
        key, page, face = answer_key(question), _for_page(question, learner()), question_html(question, heading)
        log = course_data(course) / responses.FILE_NAME
    except (QuestionFileError, *_DAMAGE) as fault:
        _note(_why(fault))
        return
    quiz = Quiz(key, log, _blank(item), item=page, mode="practice", heading=heading)
    _show(quiz, question, heading, face)


def ask(slot: str) -> None:
    """Show the question drawn for this learner in one slot of a knowledge check; each change is saved at once.

    Never raises, so that every question of the notebook shows. While nbgrader validates, an unanswered or
    unfinished question says so on stderr, which validation reports; while it grades, the marker speaks instead.
    """
    execution = os.environ.get("NBGRADER_EXECUTION", "")
    if execution == "autograde":
        return
    try:
        check = CheckQuestions.beside_notebook()
        number, _ = check.slot(slot)
        question = check.drawn(learner())[slot]
        heading = f"Question {number} of {len(check.slots)}"
        key, page = answer_key(question), _for_page(question, learner(), check.check, check.form)
        face = question_html(question, heading)
    except (QuestionFileError, *_DAMAGE) as fault:
        if execution == "validate":
            print(_why(fault), file=sys.stderr)
        else:
            _note(_why(fault))
        return
    log = Path.cwd() / responses.FILE_NAME
    if execution == "validate":
        print(_unfinished(number, question, key, log), end="", file=sys.stderr)
        return
    if number == 1:
        _tell_skipped(log)
    blank = _blank(question["id"], slot=slot, check=check.check, form=check.form)
    _show(Quiz(key, log, blank, item=page, mode="check", heading=heading), question, heading, face)


def _why(fault: Exception) -> str:
    """What to tell a learner whose question can't be shown."""
    if isinstance(fault, QuestionFileError):
        return str(fault)
    return "The file of questions beside this notebook is damaged. Fetch the original again."


def _note(text: str) -> None:
    show({"text/plain": text, "text/html": note_html(text)})


def _unfinished(number: int, question: Question, key: AnswerKey, log: Path) -> str:
    """A line for nbgrader's validation where a question has no answer or half of one; empty where all is well."""
    last = responses.read(log).last(question["id"], learner())
    beginning = shorten(to_plain(question["stem"]), 70, placeholder=" …")
    if last is None or is_blank(last.response) or not is_well_formed(key, last.response):
        return f"Question {number} is not answered yet: {beginning}\n"
    wanted = {
        "multiple": question.get("choose", 0),
        "true-false-reason": 2,
        "matching": len(question.get("prompts", ())),
    }.get(question["type"])
    if wanted is not None and len(last.response) != wanted:
        return f"Question {number} is not finished, {len(last.response)} chosen of {wanted}: {beginning}\n"
    return ""


def _tell_skipped(log: Path) -> None:
    skipped = responses.read(log).skipped
    if not skipped:
        return
    lines = "; ".join(f"line {one.line}: {one.why}" if one.line else one.why for one in skipped[:5])
    text = (
        f"Part of your answers file could not be read and was left out ({lines}). "
        "Check that each question below still shows your answer; answer again where it does not."
    )
    _note(text)


def _blank(item: str, *, slot: str = "", check: str = "", form: str = "") -> Record:
    """A record of this learner's with everything but the answer."""
    return Record(item, [], 1, "", learner(), slot, check, form)


def _shown(record: Record) -> dict[str, Any]:
    return {"response": record.response, "attempt": record.attempt, "at": record.at}


def _for_page(question: Question, *seed: str) -> dict[str, Any]:
    """A question as the widget takes it: safe HTML, choices in this learner's own order."""
    page: dict[str, Any] = {name: question[name] for name in ("id", "type", "choose", "key") if name in question}
    page["stem"] = checked(question["stem"])
    for group in ("prompts", "options", "reasons"):
        if group in question:
            page[group] = [_entry(entry) for entry in question[group]]
    for group in ("options", "reasons"):
        if group in page and not (group == "options" and question["type"] == "true-false-reason"):
            by_id = {entry["id"]: entry for entry in page[group]}
            page[group] = [by_id[one] for one in shuffled(by_id, *seed, question["id"], group)]
    if "model_answer" in question:
        page["model_answer"] = checked(question["model_answer"])
        page["rubric"] = [checked(point) for point in question["rubric"]]
    return page


def _entry(entry: dict[str, str]) -> dict[str, str]:
    shown = {"id": entry["id"], "html": checked(entry["text"])}
    return shown | {"rationale": checked(entry["rationale"])} if "rationale" in entry else shown


def _show(quiz: Quiz, question: Question, heading: str, face: str) -> None:
    """The widget, with the static face beside it for every place where no widget runs."""
    show(
        {
            "text/plain": f"{heading}: {' '.join(to_plain(question['stem']).split())}",
            "text/html": face,
            "application/vnd.jupyter.widget-view+json": {
                "version_major": 2,
                "version_minor": 1,
                "model_id": quiz.model_id,
            },
        }
    )
