"""No submission, whatever it holds, runs, reads what is not its own, earns what it should not, or stops the others."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from course.text import printable

from .answers import all_right
from .course_folder import BIN, CHECK, CourseFolder, environment
from .hostile import CASES, RAN

PATIENCE = 120  # seconds; a submission that makes grading wait forever fails the test rather than the run


@dataclass(frozen=True)
class GradedClass:
    """A class of one honest learner and all the others, graded."""

    course: CourseFolder
    status: int
    said: str
    outcomes: Mapping[str, Mapping[str, Any]]

    def told(self, learner: str) -> list[str]:
        return [flag["fault"] for flag in self.outcomes[learner]["flags"]]


@pytest.fixture(scope="module")
def ready(tea: CourseFolder, tmp_path_factory: pytest.TempPathFactory) -> CourseFolder:
    """The sample course with its check in the gradebook and nothing submitted."""
    course = tea.copied(tmp_path_factory.mktemp("ready"))
    course.nbgrader("generate_assignment", CHECK, "--force")
    return course


def _hand_in_all(ready: CourseFolder, place: Path) -> CourseFolder:
    course = ready.copied(place)
    answers = all_right(course.check.items).answers
    for name, case in CASES.items():
        case.spoil(course.hand_in(name, answers))
    return course


def _run(course: CourseFolder, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(BIN / program), *arguments],
        cwd=course.root,
        env=environment(course.place / "instructor", "instructor"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


@pytest.fixture(scope="module")
def by_course(ready: CourseFolder, tmp_path_factory: pytest.TempPathFactory) -> GradedClass:
    """All of them after `course grade`."""
    course = _hand_in_all(ready, tmp_path_factory.mktemp("by-course"))
    done = _run(course, "course", "grade", CHECK, "--format", "json")
    (check,) = json.loads(done.stdout)["checks"]
    return GradedClass(course, done.returncode, done.stdout, {one["learner"]: one for one in check["submissions"]})


@pytest.fixture(scope="module")
def by_nbgrader(ready: CourseFolder, tmp_path_factory: pytest.TempPathFactory) -> GradedClass:
    """All of them after `nbgrader autograde`."""
    course = _hand_in_all(ready, tmp_path_factory.mktemp("by-nbgrader"))
    done = _run(course, "nbgrader", "autograde", CHECK)
    return GradedClass(course, done.returncode, done.stderr, {})


EVERY_CASE = pytest.mark.parametrize("name", CASES, ids=printable)


@EVERY_CASE
def test_score_and_flag_are_the_documented_ones(by_course: GradedClass, name: str) -> None:
    case, outcome = CASES[name], by_course.outcomes[name]
    assert (outcome["score"], outcome["done"]) == (case.score, case.done)
    told = by_course.told(name)
    assert bool(told) == bool(case.told)
    assert case.told in " / ".join(told)


@EVERY_CASE
def test_gradebook_has_the_score_and_whether_a_person_should_look(by_course: GradedClass, name: str) -> None:
    grade = by_course.course.grade(name)
    assert (grade.total, grade.needs_manual_grade) == (CASES[name].score, bool(CASES[name].told))


@EVERY_CASE
def test_nbgrader_s_own_command_comes_to_the_same(by_nbgrader: GradedClass, name: str) -> None:
    grade = by_nbgrader.course.grade(name)
    assert (grade.total, grade.needs_manual_grade) == (CASES[name].score, bool(CASES[name].told))


def test_nobody_is_left_out_and_nobody_comes_in(by_course: GradedClass) -> None:
    assert set(by_course.outcomes) == set(CASES)


def test_status_tells_that_some_could_not_be_graded(by_course: GradedClass, by_nbgrader: GradedClass) -> None:
    assert (by_course.status, by_nbgrader.status) == (1, 1)


def test_nbgrader_s_log_names_every_fault(by_nbgrader: GradedClass) -> None:
    said = by_nbgrader.said
    for name, case in CASES.items():
        if case.told:
            lines = [line for line in said.splitlines() if f"{CHECK}, {printable(name)}: " in line]
            assert any(case.told in line for line in lines), name


def test_not_one_byte_of_submitted_code_runs(by_course: GradedClass, by_nbgrader: GradedClass) -> None:
    assert not (by_course.course.place / RAN).exists()
    assert not (by_nbgrader.course.place / RAN).exists()


def test_nothing_of_a_submission_but_nbgrader_s_small_files_is_copied(
    by_course: GradedClass, by_nbgrader: GradedClass
) -> None:
    ours = {f"{CHECK}.ipynb", "graded.json", "timestamp.txt", "submission_secret.txt"}
    for graded in (by_course, by_nbgrader):
        autograded = graded.course.root / "autograded"
        paths = [path for path in autograded.rglob("*") if not path.is_dir()]
        assert {path.name for path in paths} == ours
        assert [path for path in paths if path.is_symlink() or path.stat().st_size > 200_000] == []


def test_what_others_sent_changes_nothing_in_an_honest_one_s_notebook(
    ready: CourseFolder, by_course: GradedClass, tmp_path: Path
) -> None:
    alone = ready.copied(tmp_path)
    alone.hand_in("honest", all_right(alone.check.items).answers)
    assert _run(alone, "course", "grade").returncode == 0
    path = Path("autograded") / "honest" / CHECK / f"{CHECK}.ipynb"
    assert (alone.root / path).read_bytes() == (by_course.course.root / path).read_bytes()


def test_words_from_a_submission_can_not_steer_the_instructor_s_terminal(by_course: GradedClass) -> None:
    done = _run(by_course.course, "course", "grade")
    signs = {sign for sign in done.stdout + done.stderr if not sign.isprintable()}
    assert signs == {"\n"}
    assert r"drawn for '\x1b[31m\nred'" in done.stdout
    assert r"of version \x1b[31m; this course" in done.stdout
