"""A course in a folder of its own: an instructor, learners with homes of their own, and nbgrader's commands."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook

from course import bank, build, responses
from course.items import Item
from course.outline import Check
from course.question_files import RETAKE, CheckQuestions
from course.questions import Question, Response

from . import warm

REPOSITORY = Path(__file__).parents[2]
SAMPLE = REPOSITORY / "tests" / "sample" / "content"
BIN = Path(sys.executable).parent
CHECK = "check-01"
COURSE_ID = "tested-course"
STOCK = "--Autograde.exporter_class=nbconvert.exporters.NotebookExporter"
"""Makes `nbgrader autograde` grade as it does without our settings."""

Answers = Mapping[str, Response]
"""What a learner answers, by item."""


class CommandError(AssertionError):
    """A command that failed; the text holds what it said."""


def environment(home: Path, learner: str) -> dict[str, str]:
    """What a process of one person sees: their home, the course's programs, nothing of who runs the tests."""
    home.mkdir(parents=True, exist_ok=True)
    return {
        "PATH": os.pathsep.join([str(BIN), os.defpath]),
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "LOGNAME": learner,
        "PYTHONPATH": str(REPOSITORY),
    }


def run(program: str, *arguments: str | Path, cwd: Path, home: Path, learner: str) -> str:
    """What a program of the environment says, on either channel. Raises CommandError where it fails."""
    command = [str(BIN / program), *map(str, arguments)]
    status, said = warm.run(command, cwd, environment(home, learner))
    if status:
        raise CommandError(f"{' '.join(command)} ended with {status}:\n{said}")
    return said


@dataclass(frozen=True)
class Grade:
    """What the gradebook holds of one learner's check."""

    points: dict[str, float]  # by slot
    total: float
    needs_manual_grade: bool


@dataclass(frozen=True)
class CourseFolder:
    """The instructor's course directory; learners' homes and the exchange lie beside it."""

    place: Path
    assignment: str = CHECK  # the one that is handed in, graded and looked at

    @property
    def root(self) -> Path:
        return self.place / "course"

    @property
    def exchange(self) -> Path:
        return self.place / "exchange"

    @cached_property
    def check(self) -> Check:
        """The knowledge check or the final assessment, as its author wrote it."""
        check = self.assignment.removesuffix(RETAKE)
        return next(one for one in bank.load(self.root / "content").checks if one.id == check)

    @cached_property
    def items(self) -> dict[str, Item]:
        """The items of the check by id."""
        return {item.id: item for item in self.check.items}

    @classmethod
    def built(cls, place: Path, content: Path, assignment: str = CHECK) -> CourseFolder:
        """A course made from a copy of this content, with the repository's own settings for nbgrader."""
        course = cls(place, assignment)
        shutil.copytree(content, course.root / "content")
        course.exchange.mkdir()
        course.exchange.chmod(0o777)
        settings = (REPOSITORY / "nbgrader_config.py").read_text(encoding="utf-8")
        settings, count = re.subn(r'course_id = "[^"]+"', f'course_id = "{COURSE_ID}"', settings)
        assert count == 1
        course.configure(settings)
        course.configure(f"c.Exchange.root = {str(course.exchange)!r}")
        build.build(course.root)
        return course

    def copied(self, place: Path) -> CourseFolder:
        """The course directory as it stands now, somewhere else."""
        course = CourseFolder(place, self.assignment)
        shutil.copytree(self.root, course.root)
        return course

    def configure(self, settings: str) -> None:
        """Add to the course directory's settings for nbgrader."""
        with (self.root / "nbgrader_config.py").open("a", encoding="utf-8") as handle:
            handle.write(f"{settings}\n")

    def nbgrader(self, *arguments: str) -> str:
        """What one of nbgrader's commands says to the instructor."""
        return run("nbgrader", *arguments, cwd=self.root, home=self.place / "instructor", learner="instructor")

    def learner(self, name: str) -> Learner:
        return Learner(self, name, self.assignment)

    def of(self, assignment: str) -> CourseFolder:
        """The same folder, for one who looks at another assignment of it."""
        return CourseFolder(self.place, assignment)

    def hand_in(self, learner: str, answers: Answers) -> Path:
        """Put a submission where `nbgrader collect` would put it, with the files that `submit` adds; the folder."""
        folder = self.root / "submitted" / learner / self.assignment
        shutil.copytree(self.root / "release" / self.assignment, folder)
        (folder / "timestamp.txt").write_text("2026-11-21 10:32:05.000000 UTC")
        (folder / "submission_secret.txt").write_text(learner)
        write_log(folder, learner, answers)
        return folder

    def slots(self, learner: str) -> dict[str, str]:
        """The item that each slot draws for one learner."""
        return {
            slot: question["id"] for slot, question in drawn(self.root / "release" / self.assignment, learner).items()
        }

    def released(self) -> dict[str, bytes]:
        """The files below `release/`, by path."""
        release = self.root / "release"
        return {str(path.relative_to(release)): path.read_bytes() for path in release.rglob("*") if path.is_file()}

    def grade(self, learner: str) -> Grade:
        """What the gradebook holds for one learner. Raises MissingEntry where it holds nothing."""
        with Gradebook(f"sqlite:///{self.root / 'gradebook.db'}", COURSE_ID) as gradebook:
            submission = gradebook.find_submission(self.assignment, learner)
            (notebook,) = submission.notebooks
            points = {str(grade.name): float(grade.score) for grade in notebook.grades}
            return Grade(points, float(submission.score), bool(submission.needs_manual_grade))

    def graded_outputs(self, learner: str) -> list[dict[str, Any]]:
        """All outputs of the notebook that was run to grade a learner's answers."""
        path = self.root / "autograded" / learner / self.assignment / f"{self.assignment}.ipynb"
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        return [output for cell in cells for output in cell.get("outputs", ())]

    def feedback(self, learner: str) -> str:
        """The feedback page of a learner, as nbgrader made it."""
        return (self.root / "feedback" / learner / self.assignment / f"{self.assignment}.html").read_text(
            encoding="utf-8"
        )


@dataclass(frozen=True)
class Learner:
    """Someone with a home of their own, who fetches, answers and submits."""

    course: CourseFolder
    name: str
    assignment: str = CHECK

    @property
    def home(self) -> Path:
        return self.course.place / self.name

    @property
    def folder(self) -> Path:
        """Where the fetched check lies."""
        return self.home / self.assignment

    def nbgrader(self, *arguments: str) -> str:
        """What one of nbgrader's commands says to the learner."""
        settings = self.home / ".jupyter" / "nbgrader_config.py"
        if not settings.exists():
            settings.parent.mkdir(parents=True)
            settings.write_text(
                f"c = get_config()\nc.CourseDirectory.course_id = {COURSE_ID!r}\n"
                f"c.CourseDirectory.student_id = {self.name!r}\nc.Exchange.root = {str(self.course.exchange)!r}\n"
            )
        return run("nbgrader", *arguments, cwd=self.home, home=self.home, learner=self.name)

    def fetch(self) -> None:
        self.nbgrader("fetch_assignment", self.assignment)

    def answer(self, answers: Answers) -> None:
        write_log(self.folder, self.name, answers)

    def submit(self) -> None:
        self.nbgrader("submit", self.assignment)

    def fetch_feedback(self) -> bytes:
        """The feedback page that the learner gets."""
        self.nbgrader("fetch_feedback", self.assignment)
        (page,) = self.folder.glob(f"feedback/*/{self.assignment}.html")
        return page.read_bytes()


def drawn(folder: Path, learner: str) -> dict[str, Question]:
    """The question that each slot of a released check draws for one learner."""
    values = json.loads((folder / "questions.json").read_text(encoding="utf-8"))
    return CheckQuestions(values["check"], values["form"], tuple(values["slots"]), values["items"]).drawn(learner)


def write_log(folder: Path, learner: str, answers: Answers) -> None:
    """Answer, slot by slot, those of the learner's questions to which `answers` has a response."""
    check, form = (
        json.loads((folder / "questions.json").read_text(encoding="utf-8"))[name] for name in ("check", "form")
    )
    for slot, question in drawn(folder, learner).items():
        if question["id"] in answers:
            response = answers[question["id"]]
            record = responses.Record(question["id"], response, 1, responses.now(), learner, slot, check, form)
            responses.append(folder / responses.FILE_NAME, record)
