"""The files that lie beside a notebook: `questions.json` for a check; `practice/<module>.json` and
`activities/<id>.json` for a lesson.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection
from getpass import getuser
from pathlib import Path
from typing import Any, NamedTuple

from course.forms import draw
from course.questions import Question
from course.words import say

VERSION = 1
FIRST_FORM, RETAKE_FORM = "A", "B"
RETAKE = "-retake"  # ends the name of the assignment that gives a check's second form
CHECK_FILE = "questions.json"
PRACTICE_FOLDER = "practice"
ACTIVITY_FOLDER = "activities"
INSTRUCTIONS = "instructions-"  # begins the grade_id of a check's cells that say how to answer it
TASK = "-points"  # ends the grade_id of the task cell that holds the points of an answer graded by hand


class QuestionFileError(Exception):
    """A question that can't be shown; the text says why and what to do, in words for a learner."""


class Found(NamedTuple):
    """What lies beside a lesson: whose course it is of, the language that it is written in, and the thing itself."""

    course: str
    language: str
    value: Any


class CheckQuestions(NamedTuple):
    """A knowledge check as it was released: its slots and the keyless bank that they draw from."""

    check: str
    form: str
    slots: tuple[dict[str, Any], ...]
    bank: dict[str, Question]
    pass_mark: float = 0.0  # share of the points
    language: str = ""  # that the course is written in
    objectives: dict[str, Any] = {}  # noqa: RUF012  (never changed) by id: its text, lesson, and sections that practise it

    @classmethod
    def beside_notebook(cls) -> CheckQuestions:
        """The check whose notebook runs here. Raises QuestionFileError."""
        return cls.in_folder(Path())

    @classmethod
    def in_folder(cls, folder: Path) -> CheckQuestions:
        """The check whose question file lies in a folder. Raises QuestionFileError."""
        values = _read(folder / CHECK_FILE)
        return cls(
            values["check"],
            values["form"],
            tuple(values["slots"]),
            values["items"],
            values.get("pass_mark", 0.0),
            values.get("language", ""),
            values.get("objectives", {}),
        )

    @property
    def is_retake(self) -> bool:
        """Whether this is the second form of the check."""
        return self.form != FIRST_FORM

    def drawn(self, learner: str) -> dict[str, Question]:
        """The question of each slot for one learner, in the order of the slots.

        A retake asks what the learner's first form did not, wherever the bank leaves it anything.
        """
        asked = set(self._form(learner, FIRST_FORM).values()) if self.is_retake else set()
        return {slot: self.bank[item] for slot, item in self._form(learner, self.form, asked).items()}

    def _form(self, learner: str, form: str, asked: Collection[str] = ()) -> dict[str, str]:
        return draw(self.slots, self.bank, learner=learner, check=self.check, form=form, asked=asked)

    def slot(self, name: str) -> tuple[int, dict[str, Any]]:
        """A slot and its number from 1. Raises QuestionFileError where the check has no such slot."""
        for number, slot in enumerate(self.slots, start=1):
            if slot["slot"] == name:
                return number, slot
        raise QuestionFileError(say("check-lacks", name=name))


def practice_item(item: str) -> Found:
    """The practice question with its key and rationales. Raises QuestionFileError."""
    found = practice_items(item.split("-", maxsplit=1)[0])
    if item not in found.value:
        raise QuestionFileError(say("lesson-lacks", name=item))
    return found._replace(value=found.value[item])


def practice_items(module: str, lessons: Path = Path()) -> Found:
    """The practice questions of a module's lesson by id. Raises QuestionFileError."""
    values = _read(lessons / PRACTICE_FOLDER / f"{module}.json")
    return Found(values["course"], values.get("language", ""), values["items"])


def activity(name: str) -> Found:
    """What the file of an activity says. Raises QuestionFileError."""
    values = _read(Path(ACTIVITY_FOLDER) / f"{name}.json")
    return Found(values["course"], values.get("language", ""), values["activity"])


def learner() -> str:
    """Who is answering: the JupyterHub account, or the operating system's user where there is no hub."""
    try:
        return os.environ.get("JUPYTERHUB_USER") or getuser()
    except (OSError, KeyError):  # a container may run under a number that has no name
        return f"user-{os.getuid()}"


def course_data(course: str) -> Path:
    """The learner's own folder for what a course keeps between visits."""
    base = os.environ.get("XDG_DATA_HOME")
    return (Path(base) if base else Path.home() / ".local" / "share") / course


def _read(path: Path) -> Any:
    try:
        values = json.loads(path.read_bytes())
    except FileNotFoundError:
        raise QuestionFileError(say("file-missing", path=path)) from None
    except (OSError, ValueError, RecursionError) as fault:
        raise QuestionFileError(say("file-unreadable", path=path, fault=fault)) from fault
    if not isinstance(values, dict) or values.get("version") != VERSION:
        raise QuestionFileError(say("file-other-version", path=path))
    return values
