"""Grading and feedback of the first check beside nbgrader's own way, on the same submissions in the same run."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import NamedTuple

import psutil

from bench.figures import Figure
from course import responses
from course.grading.command import GradeApp
from course.grading.grade_sheet import SlotGrade
from course.grading.grader import Grader
from course.question_files import CheckQuestions
from course.questions import Question, Response

ROOT = Path(__file__).parents[1]
CHECK = "check-01"
# Stock takes some minutes for these; a smaller number is for trying the benchmark out.
SUBMISSIONS = int(os.environ.get("COURSE_BENCH_SUBMISSIONS", "200"))
FEW, MANY = 100, 5000  # submissions in the gradebook already
OURS = 'c = get_config()\nc.CourseDirectory.course_id = "bench"\nfrom course.grading import configure\nconfigure(c)\n'
STOCK = 'c = get_config()\nc.CourseDirectory.course_id = "bench"\n'


class Run(NamedTuple):
    """What a command took."""

    seconds: float
    mebibytes: float  # the most that it and its children held at once


def run() -> list[Figure]:
    """Times and memory of grading and of feedback; `bound` is the share of stock's that we hold ourselves to."""
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        ours, stock = _course(place / "ours", OURS), _course(place / "stock", STOCK)
        grade = {ours: ("course", "grade", CHECK), stock: ("nbgrader", "autograde", CHECK)}
        one = {course: _class_of_one(course, *grade[course]) for course in (ours, stock)}
        grading = {course: _timed(course, *grade[course]) for course in (ours, stock)}
        each = {course: (grading[course].seconds - one[course]) / (SUBMISSIONS - 1) * 1000 for course in (ours, stock)}
        feedback = {course: _timed(course, "nbgrader", "generate_feedback", CHECK) for course in (ours, stock)}
        few, many = _at(place / "few", FEW), _at(place / "many", MANY)
    whole = f"{SUBMISSIONS} submissions"
    return [
        Figure("grading, one submission more", "ms", each[ours], each[stock], bound=each[stock] / 50),
        Figure(
            f"course grade, {whole}",
            "s",
            grading[ours].seconds,
            grading[stock].seconds,
            bound=grading[stock].seconds / 25,
        ),
        Figure(
            "grading, peak memory",
            "MiB",
            grading[ours].mebibytes,
            grading[stock].mebibytes,
            bound=grading[stock].mebibytes,
        ),
        Figure(f"one submission, {MANY} in the gradebook (stock: {FEW})", "ms", many, few, bound=few * 1.1),
        Figure(
            f"feedback, {whole}",
            "s",
            feedback[ours].seconds,
            feedback[stock].seconds,
            bound=feedback[stock].seconds / 10,
        ),
    ]


def _course(root: Path, settings: str, many: int = SUBMISSIONS) -> Path:
    """A course folder with the check in its gradebook, and the same submissions wherever it is made."""
    root.mkdir(parents=True)
    for folder in ("source", "release"):
        shutil.copytree(ROOT / folder / CHECK, root / folder / CHECK)
    (root / "nbgrader_config.py").write_text(settings, encoding="utf-8")
    _command(root, "nbgrader", "generate_assignment", CHECK, "--force")
    check = CheckQuestions.in_folder(root / "release" / CHECK)
    chance = random.Random(1)  # noqa: S311  (the same submissions in every run)
    for n in range(many):
        _hand_in(root, check, f"learner-{n:04}", chance)
    return root


def _hand_in(root: Path, check: CheckQuestions, learner: str, chance: random.Random) -> None:
    folder = root / "submitted" / learner / CHECK
    shutil.copytree(root / "release" / CHECK, folder)
    (folder / "timestamp.txt").write_text("2026-11-21 10:32:05.000000 UTC", encoding="utf-8")
    (folder / "submission_secret.txt").write_text(learner, encoding="utf-8")
    for slot, question in check.drawn(learner).items():
        response = _response(question, chance)
        record = responses.Record(question["id"], response, 1, responses.now(), learner, slot, CHECK, "A")
        responses.append(folder / responses.FILE_NAME, record)


def _response(question: Question, chance: random.Random) -> Response:
    """Some answer to a question, whole and well formed."""
    options = [option["id"] for option in question["options"]]
    match question["type"]:
        case "matching":
            return {prompt["id"]: chance.choice(options) for prompt in question["prompts"]}
        case "ordering":
            return chance.sample(options, len(options))
        case "multiple":
            return chance.sample(options, 2)
        case "true-false-reason":
            return [chance.choice(options), chance.choice(question["reasons"])["id"]]
        case _:
            return [chance.choice(options)]


def _class_of_one(root: Path, *command: str) -> float:
    """Seconds for one submission: a command's start and end, and one of what lies between. The best of three."""
    (root / "submitted").rename(root / "aside")
    shutil.copytree(root / "aside" / "learner-0000", root / "submitted" / "learner-0000")
    seconds = []
    for _ in range(3):
        seconds.append(_timed(root, *command).seconds)
        shutil.rmtree(root / "autograded")
    shutil.rmtree(root / "submitted")
    (root / "aside").rename(root / "submitted")
    return min(seconds)


def _at(root: Path, many: int) -> float:
    """Milliseconds a submission where the gradebook holds so many others."""
    course = _course(root, OURS, many=FEW)
    app = GradeApp()
    app.initialize(["--log-level=ERROR"], root=str(course))
    with Grader(app.coursedir, CHECK, app) as grader:
        blank = {slot: SlotGrade(0.0) for slot in grader.master.slots}
        for n in range(many):
            grader.sheet.write(f"other-{n}", blank, None, flagged=None)
        learners = grader.submitted.learners()
        times = []
        for _ in range(5):
            began = time.perf_counter()
            for _ in grader.grade(learners, again=True):
                pass
            times.append((time.perf_counter() - began) / len(learners) * 1000)
    return min(times)  # the least disturbed by whatever else the machine does


def _environment() -> dict[str, str]:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    modules = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))
    return os.environ | {"PATH": path, "PYTHONPATH": modules}


def _command(root: Path, *command: str) -> None:
    done = subprocess.run(command, cwd=root, env=_environment(), capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")


def _timed(root: Path, *command: str) -> Run:
    """A command's time, and the memory of all its processes together."""
    began = time.perf_counter()
    with (root / "said.log").open("wb") as said:
        process = subprocess.Popen(command, cwd=root, env=_environment(), stdout=said, stderr=said)
        with _watched(process.pid) as most:
            status = process.wait()
        seconds = time.perf_counter() - began
    if status:
        raise RuntimeError(f"{' '.join(command)} ended with {status}:\n{(root / 'said.log').read_text()}")
    return Run(seconds, most[0] / 2**20)


@contextmanager
def _watched(pid: int) -> Iterator[list[int]]:
    """The most memory that a process and its children have held, looked at twenty times a second."""
    most, done = [0], Event()

    def look() -> None:
        while not done.wait(0.05):
            try:
                process = psutil.Process(pid)
                tree = [process, *process.children(recursive=True)]
                most[0] = max(most[0], sum(one.memory_info().rss for one in tree))
            except psutil.NoSuchProcess:
                continue

    watcher = Thread(target=look)
    watcher.start()
    try:
        yield most
    finally:
        done.set()
        watcher.join()
