"""Grading and feedback of a check beside nbgrader's own way, on the same submissions in the same run."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from nbgrader.api import Gradebook

from bench.figures import Figure
from bench.graded_course import CHECK, OURS, STOCK, class_of_one, course_folder, timed
from course.grading.command import GradeApp
from course.grading.grade_sheet import Entry, SlotGrade
from course.grading.grader import Grader

# Stock takes some minutes for these; a smaller number is for trying the benchmark out.
SUBMISSIONS = int(os.environ.get("COURSE_BENCH_SUBMISSIONS", "200"))
FEW, MANY = 100, 5000  # submissions in the gradebook already
TURNS = 31  # a disk that other files are written to makes some turns twice as long

Scores = dict[tuple[str, str], float]
"""By learner and slot."""


def run() -> list[Figure]:
    """Times and memory of grading and of feedback; `bound` is the share of stock's that we hold ourselves to.

    Raises RuntimeError where stock gives anybody another score than we do.
    """
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        ours = course_folder(place / "ours", OURS, SUBMISSIONS)
        stock = course_folder(place / "stock", STOCK, SUBMISSIONS)
        grade = {ours: ("course", "grade", CHECK), stock: ("nbgrader", "autograde", CHECK)}
        one = {course: class_of_one(course, _watched, *grade[course]) for course in (ours, stock)}
        grading = {course: timed(course, *grade[course]) for course in (ours, stock)}
        _compare(_scores(ours), _scores(stock))
        each = {course: (grading[course].seconds - one[course]) / (SUBMISSIONS - 1) * 1000 for course in (ours, stock)}
        feedback = {course: timed(course, "nbgrader", "generate_feedback", CHECK) for course in (ours, stock)}
        few, many = _in_turn(place)
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


def _watched(course: Path, *words: str) -> float:
    """Seconds of a command that is looked at like those of the whole class."""
    return timed(course, *words).seconds


def _scores(course: Path) -> Scores:
    """All that the gradebook of a course holds of the check."""
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "bench") as gradebook:
        return {
            (str(submission.student_id), str(grade.name)): float(grade.score)
            for submission in gradebook.assignment_submissions(CHECK)
            for notebook in submission.notebooks
            for grade in notebook.grades
        }


def _compare(ours: Scores, stock: Scores) -> None:
    """Raise RuntimeError unless every learner has the same points in every slot."""
    differ = sorted(one for one in ours.keys() | stock.keys() if ours.get(one) != stock.get(one))
    if differ:
        told = "\n".join(f"{' '.join(one)}: ours {ours.get(one)}, stock {stock.get(one)}" for one in differ[:20])
        raise RuntimeError(f"{len(differ)} of {len(stock)} scores differ:\n{told}")
    if len(ours) != 10 * SUBMISSIONS or len(set(ours.values())) < 4:
        raise RuntimeError(f"{len(ours)} scores of {len(set(ours.values()))} values are not what was handed in")


def _in_turn(place: Path) -> tuple[float, float]:
    """Milliseconds a submission where the gradebook holds few others, and many: the least of some turns.

    Both gradebooks are of one course folder: where a disk puts a folder makes more of a difference than they do.
    """
    course = course_folder(place / "turns", OURS, FEW)
    with ExitStack() as stack:
        graders = [stack.enter_context(_filled(course, others)) for others in (FEW, MANY)]
        times: list[list[float]] = [[], []]
        for turn in range(TURNS):
            for which in (0, 1) if turn % 2 else (1, 0):  # neither always finds the disk as the other left it
                times[which].append(_milliseconds(graders[which]))
    few, many = (min(one) for one in times)  # the least disturbed by what else the machine does
    return few, many


def _filled(course: Path, others: int) -> Grader:
    """A grader for a course with a gradebook of its own that holds so many other submissions."""
    gradebook = shutil.copyfile(course / "gradebook.db", course / f"with-{others}.db")
    app = GradeApp()
    app.initialize(["--log-level=ERROR", f"--CourseDirectory.db_url=sqlite:///{gradebook}"], root=str(course))
    grader = Grader(app.coursedir, CHECK, app)
    blank = {slot: SlotGrade(0.0) for slot in grader.master.slots}
    grader.sheet.write([Entry(f"other-{n}", blank, None, flagged=None) for n in range(others)])
    return grader


def _milliseconds(grader: Grader) -> float:
    learners = grader.submitted.learners()
    began = time.perf_counter()
    for _ in grader.grade(learners, again=True):
        pass
    return (time.perf_counter() - began) / len(learners) * 1000
