"""The questions as widgets in a notebook, and their way to the response log."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from textwrap import shorten
from typing import Any

import traitlets

from course import responses
from course.activities.pages import for_page
from course.activities.widget import DAMAGE, Logged, front_end, note, show_widget, why
from course.faces import question_html
from course.question_files import CheckQuestions, QuestionFileError, course_data, learner, practice_item
from course.questions import AnswerKey, Question, answer_key
from course.responses import Record
from course.scoring import is_blank, is_well_formed
from course.text import to_plain
from course.words import say


class Quiz(Logged):
    """One question on a page. It shows the last confirmed answer and says *Saved* only after the log has it."""

    _esm, _css = front_end("quiz")

    item = traitlets.Dict().tag(sync=True)
    mode = traitlets.Enum(("practice", "check")).tag(sync=True)
    number = traitlets.Int().tag(sync=True)  # of the question in its check, and of how many
    of = traitlets.Int().tag(sync=True)

    def __init__(self, key: AnswerKey, log: Path, blank: Record, **traits: Any) -> None:
        self._key = key
        super().__init__(log, blank, **traits)

    def fits(self, response: object) -> bool:
        return is_well_formed(self._key, response)

    def _record(self, message: dict[str, Any]) -> Record:
        record, certainty = super()._record(message), message.get("certainty", "")
        if self.mode == "check" or not certainty:
            return record
        if certainty not in responses.CERTAINTIES:
            raise ValueError("it has no certainty that the course knows")
        return record._replace(certainty=certainty)


def practice(item: str) -> None:
    """Show a practice question: judged in the page at once, with a rationale for every option.

    Its answers go to the learner's own data folder, whatever notebook shows it.
    """
    heading = "Practice question"
    try:
        course, language, question = practice_item(item)
        key, page, face = answer_key(question), for_page(question, learner()), question_html(question, heading)
        log = course_data(course) / responses.FILE_NAME
    except (QuestionFileError, *DAMAGE) as fault:
        note(why(fault))
        return
    quiz = Quiz(key, log, _blank(item), item=page, mode="practice", course_language=language)
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
        key, page = answer_key(question), for_page(question, learner(), check.check, check.form)
        face = question_html(question, heading)
    except (QuestionFileError, *DAMAGE) as fault:
        if execution == "validate":
            print(why(fault), file=sys.stderr)
        else:
            note(why(fault))
        return
    log = Path.cwd() / responses.FILE_NAME
    if execution == "validate":
        print(_unfinished(number, question, key, log), end="", file=sys.stderr)
        return
    if number == 1:
        _tell_skipped(log)
    blank = _blank(question["id"], slot=slot, check=check.check, form=check.form)
    traits = {"number": number, "of": len(check.slots), "course_language": check.language}
    _show(Quiz(key, log, blank, item=page, mode="check", **traits), question, heading, face)


def _unfinished(number: int, question: Question, key: AnswerKey, log: Path) -> str:
    """A line for nbgrader's validation where a question has no answer or half of one; empty where all is well."""
    last = responses.read(log).last(question["id"], learner())
    beginning = shorten(to_plain(question["stem"]), 70, placeholder=" …")
    if last is None or is_blank(last.response) or not is_well_formed(key, last.response):
        return say("not-answered", number=number, beginning=beginning) + "\n"
    wanted = {
        "multiple": question.get("choose", 0),
        "true-false-reason": 2,
        "matching": len(question.get("prompts", ())),
    }.get(question["type"])
    if wanted is not None and len(last.response) != wanted:
        chosen = len(last.response)
        return say("not-finished", number=number, chosen=chosen, wanted=wanted, beginning=beginning) + "\n"
    return ""


def _tell_skipped(log: Path) -> None:
    skipped = responses.read(log).skipped
    if not skipped:
        return
    lines = [say("skipped-line", number=one.line) if one.line else say("skipped-file") for one in skipped[:5]]
    note(say("skipped", lines="; ".join(lines)))


def _blank(item: str, *, slot: str = "", check: str = "", form: str = "") -> Record:
    """A record of this learner's with everything but the answer."""
    return Record(item, [], 1, "", learner(), slot, check, form)


def _show(quiz: Quiz, question: Question, heading: str, face: str) -> None:
    show_widget(quiz, f"{heading}: {' '.join(to_plain(question['stem']).split())}", face)
