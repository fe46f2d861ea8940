"""How far a learner has come: counted from what they answered and what they read, never guessed.

What was read is kept like answers are, one line a section, in a log of its own in the learner's data folder; so it
comes back on every machine that has the learner's home.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from course import exams, responses
from course.attempts import Attempt, first_attempts, to_repeat
from course.certainty import calibration
from course.decks import deck_of
from course.question_files import CheckQuestions, QuestionFileError, course_data, learner, practice_items
from course.questions import answer_key
from course.responses import Record
from course.scoring import is_blank, is_well_formed
from course.words import say

COURSE_FILE = "course.json"
VERSION = 2
READING_FILE = "reading.jsonl"


class CourseFileError(Exception):
    """There is no course to show; the text says why and what to do."""


def read_course(lessons: Path) -> dict[str, Any]:
    """What `course build` says of the course, from the folder of its lessons. Raises CourseFileError."""
    path = lessons / COURSE_FILE
    try:
        values = json.loads(path.read_bytes())
        if values["version"] == VERSION and all(module["steps"] for module in values["modules"]):
            return dict(values)
    except FileNotFoundError:
        raise CourseFileError(say("course-missing", file=COURSE_FILE)) from None
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        pass  # told below
    raise CourseFileError(say("course-damaged", file=COURSE_FILE))


def progress(course: dict[str, Any], lessons: Path) -> dict[str, Any]:
    """The course as its page shows it: `course.json`, and for each module what this learner has done.

    Adds to a module `read` and `practice`, each `{"done": n, "of": n}`; `next`, the first step that is not done, or
    None; and of its flashcards the numbers of those that are `due` and `new`. Adds to the course `calibration`, as
    `certainty.calibration` has it, over the first attempts at all practice questions in the folder of lessons.
    """
    folder = course_data(course["course"])
    seen = {record.item for record in _own(folder / READING_FILE)}
    records = _own(folder / responses.FILE_NAME)
    tried = {record.item for record in records if not is_blank(record.response)}
    tried |= {record.item for record in _own(folder / exams.LOG) if exams.is_done(record.response)}
    modules, attempts = [], []
    for module in course["modules"]:
        first, repeated = _practised(module, records, tried, lessons)
        attempts += first
        modules.append(module | _done(module, seen, tried) | _due(module, repeated, records))
    return course | {"learner": learner(), "modules": modules, "calibration": calibration(attempts)}


def note_read(course: dict[str, Any], lesson: str, cell: str) -> bool:
    """Keep that a section was read; False where it had been before, or where the course has no such section.

    Raises NotSavedError where it could not be kept.
    """
    for module in course["modules"]:
        if module["lesson"] == lesson and any(step["cell"] == cell for step in module["steps"]):
            path, name = course_data(course["course"]) / READING_FILE, _section(module, cell)
            if any(record.item == name for record in _own(path)):
                return False
            responses.append(path, Record(name, [], 1, responses.now(), learner()))
            return True
    return False


def answered(folder: Path) -> dict[str, Any]:
    """Of a fetched knowledge check: how many questions it has, and the numbers of those without an answer.

    `{"questions": n, "open": [n, ...], "at": time of the last answer or None}`. Raises QuestionFileError.
    """
    check = CheckQuestions.in_folder(folder)
    try:
        drawn = check.drawn(learner())
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise QuestionFileError(say("check-damaged")) from None
    log = responses.read(folder / responses.FILE_NAME)
    open_ones, times = [], []
    for number, question in enumerate(drawn.values(), start=1):
        last = log.last(question["id"], learner())
        if last and not is_blank(last.response) and is_well_formed(answer_key(question), last.response):
            times.append(last.at)
        else:
            open_ones.append(number)
    return {"questions": len(drawn), "open": open_ones, "at": max(times, default=None)}


def _own(path: Path) -> list[Record]:
    return [record for record in responses.read(path).records if record.learner == learner()]


def _section(module: dict[str, Any], cell: str) -> str:
    return f"{module['id']}/{cell}"


def _done(module: dict[str, Any], seen: Collection[str], tried: Collection[str]) -> dict[str, Any]:
    def is_done(step: dict[str, str]) -> bool:
        return _section(module, step["cell"]) in seen if step["kind"] == "read" else step["cell"] in tried

    def count(kind: str) -> dict[str, int]:
        steps = [step for step in module["steps"] if step["kind"] == kind]
        return {"done": sum(map(is_done, steps)), "of": len(steps)}

    return {
        "read": count("read"),
        "practice": count("practice"),
        "next": next((step for step in module["steps"] if not is_done(step)), None),
    }


def _practised(
    module: dict[str, Any], records: list[Record], tried: Collection[str], lessons: Path
) -> tuple[list[Attempt], tuple[str, ...]]:
    """The first attempts at a module's practice questions, and the items that come back as flashcards.

    Nothing where the file of questions is missing or damaged: the lesson itself says so, and the page must still show.
    """
    if not any(step["kind"] == "practice" and step["cell"] in tried for step in module["steps"]):
        return [], ()
    try:
        questions = practice_items(module["id"], lessons).value
        attempts = first_attempts(questions, records)
        return list(attempts.values()), to_repeat(questions, attempts)
    except (QuestionFileError, ValueError, LookupError, TypeError, AttributeError):
        return [], ()


def _due(module: dict[str, Any], repeated: tuple[str, ...], records: list[Record]) -> dict[str, Any]:
    """What waits of the deck that the lesson shows; without a deck there is nowhere to look at a card."""
    terms = module.get("cards", ())
    deck = deck_of((*terms, *repeated) if terms else (), records, datetime.now(UTC))
    return {"cards": {"due": deck.due, "new": deck.new}}
