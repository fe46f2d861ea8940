"""`course grade`: what it writes, what it tells, what it leaves alone, and what becomes of it when it is stopped."""

from __future__ import annotations

import io
import json
import multiprocessing
import os
import random
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from nbgrader.api import Gradebook, MissingEntry

from course import responses
from course.cli import main
from course.grading.command import GradeApp, Request
from course.grading.command import run as grade_command
from course.grading.grade_sheet import Entry, GradeSheet, Written
from course.grading.grader import STATE_FILE, Grader
from course.grading.master import MasterError
from course.grading.submissions import SubmittedFolder
from course.items import Item, Matching, MultipleChoice, Ordering, TrueFalseReason
from course.marking import Sitting
from course.questions import Response

from .answers import all_right, all_wrong, partly_right
from .course_folder import BIN, CHECK, COURSE_ID, STOCK, CommandError, CourseFolder, environment, write_log

# nbgrader's own `add_submission` fills in rows in an order that SQLAlchemy warns of.
pytestmark = pytest.mark.filterwarnings("ignore:Object of type:sqlalchemy.exc.SAWarning")


@pytest.fixture(scope="module")
def generated(tea: CourseFolder, tmp_path_factory: pytest.TempPathFactory) -> CourseFolder:
    """The sample course with its check in the gradebook and nothing submitted."""
    course = tea.copied(tmp_path_factory.mktemp("generated"))
    course.nbgrader("generate_assignment", CHECK, "--force")
    return course


@pytest.fixture
def course(generated: CourseFolder, tmp_path: Path) -> CourseFolder:
    """Three learners' submissions: all right, all wrong, some of it right."""
    course = generated.copied(tmp_path)
    items = course.check.items
    for name, sitting in {"ana": all_right(items), "ben": all_wrong(items), "cy": partly_right(items)}.items():
        course.hand_in(name, sitting.answers)
    return course


@contextmanager
def opened(course: CourseFolder) -> Iterator[Grader]:
    app = GradeApp()
    app.initialize(["--log-level=ERROR"], root=str(course.root))
    with Grader(app.coursedir, CHECK, app) as grader:
        yield grader


@contextmanager
def gradebook(course: CourseFolder) -> Iterator[Gradebook]:
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}", COURSE_ID) as book:
        yield book


def grade(course: CourseFolder, **request: Any) -> int:
    return grade_command(Request(course.root, CHECK, **request))


def graded(course: CourseFolder, capsys: pytest.CaptureFixture[str], **request: Any) -> dict[str, Any]:
    """What `course grade --format json` says of the check."""
    capsys.readouterr()
    grade(course, form="json", **request)
    (check,) = json.loads(capsys.readouterr().out)["checks"]
    return dict(check)


def totals(course: CourseFolder) -> dict[str, float]:
    return {name: course.grade(name).total for name in ("ana", "ben", "cy")}


def submit_again(course: CourseFolder, learner: str, answers: dict[str, Response]) -> None:
    log = course.root / "submitted" / learner / CHECK / responses.FILE_NAME
    log.unlink()
    write_log(log.parent, learner, answers)


def copy_answers(course: CourseFolder, of: str, to: str) -> None:
    """`to` hands in what `of` answered."""
    folder = course.hand_in(to, {})
    data = (course.root / "submitted" / of / CHECK / responses.FILE_NAME).read_bytes()
    (folder / responses.FILE_NAME).write_bytes(data)


# --- What it writes and tells ------------------------------------------------------------------------------


def test_every_slot_has_its_points(course: CourseFolder) -> None:
    assert grade(course) == 0
    assert course.grade("ana").points == {slot.slot: float(slot.points) for slot in course.check.blueprint}
    assert set(course.grade("ben").points.values()) == {0.0}
    assert not course.grade("cy").needs_manual_grade


def test_table_counts_what_came_of_them(course: CourseFolder, capsys: pytest.CaptureFixture[str]) -> None:
    copy_answers(course, "ana", "copied")
    (course.root / "submitted" / "empty" / CHECK).mkdir(parents=True)
    (course.root / "submitted" / "linked").mkdir()
    (course.root / "submitted" / "linked" / CHECK).symlink_to(course.root)
    assert grade(course) == 1
    said = capsys.readouterr().out
    assert said.splitlines()[:5] == [
        "check-01: 6 submissions",
        "  graded        5  in the gradebook",
        "  flagged       2  named below: look at them",
        "  failed        1  named below: nothing to be marked was found",
        "  waiting       3  hold a grade that waits for a person",
    ]
    why = "These answers were given to the form drawn for 'ana', and 'copied' submitted them"
    assert f"copied: 0 of 7 points\n  {why}. Accept the answers or refuse them." in said
    assert "course grade check-01 --accept NAME, or --refuse NAME for 0 points." in said


def test_status_tells_that_something_waits_for_a_person(course: CourseFolder) -> None:
    copy_answers(course, "ana", "copied")
    assert grade(course) == 3


def test_one_learner_or_a_pattern_of_names_can_be_graded_alone(course: CourseFolder) -> None:
    grade(course, learner="ana")
    assert course.grade("ana").total == 7
    with pytest.raises(MissingEntry):
        course.grade("ben")
    grade(course, learner="b*")
    assert course.grade("ben").total == 0


def test_all_checks_are_graded_where_none_is_named(course: CourseFolder) -> None:
    assert grade_command(Request(course.root)) == 0
    assert totals(course)["ana"] == 7


def test_checks_that_nobody_has_submitted_are_left_alone(course: CourseFolder) -> None:
    shutil.copytree(course.root / "source" / CHECK, course.root / "source" / "check-02")
    assert grade_command(Request(course.root)) == 0
    assert totals(course)["ana"] == 7


def test_a_check_that_can_not_be_graded_keeps_no_other_from_it(
    course: CourseFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(course.root / "source" / CHECK, course.root / "source" / "check-00")
    shutil.copytree(course.root / "submitted" / "ana" / CHECK, course.root / "submitted" / "ana" / "check-00")
    assert grade_command(Request(course.root)) == 1
    said = capsys.readouterr()
    assert "check-00: the gradebook doesn't know this check. Run `nbgrader generate_assignment check-00" in said.err
    assert said.out.startswith("check-01: 3 submissions\n  graded        3  in the gradebook")
    assert totals(course)["ana"] == 7


class Terminal(io.StringIO):
    """Something that a person sits in front of."""

    def isatty(self) -> bool:
        return True


def test_progress_is_counted_on_a_terminal(course: CourseFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    grade(course)
    lines = terminal.getvalue().split("\r")
    assert [line.split("]")[1] for line in lines[1:]] == [" 1 of 3", " 2 of 3", " 3 of 3\n"]
    assert lines[3].startswith(f"check-01 [{'#' * 30}]")


@pytest.mark.parametrize(("answer", "is_written"), [("y\n", True), ("\n", False), ("n\n", False)])
def test_a_regrade_asks_on_a_terminal(
    course: CourseFolder, monkeypatch: pytest.MonkeyPatch, answer: str, is_written: bool
) -> None:
    grade(course)
    mend(course, "m1-k01", key=["a"])
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    assert grade(course, regrade=True) == (0 if is_written else 3)
    assert (totals(course)["ana"] < 7) is is_written


def test_late_is_what_came_after_the_time_and_the_learner_s_extension(
    course: CourseFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    course.configure('c.LateSubmissionPlugin.penalty_method = "zero"')
    with gradebook(course) as book:
        book.update_or_create_assignment(CHECK, duedate="2026-11-21 10:31:05.000000 UTC")
        for name in ("ana", "ben"):
            book.update_or_create_student(name)
            book.add_submission(CHECK, name)
        book.grant_extension(CHECK, "ben", minutes=5)
    told = graded(course, capsys)
    assert {one["learner"]: one["seconds_late"] for one in told["submissions"]} == {"ana": 60, "ben": 0, "cy": 60}
    assert told["late"] == 2
    with gradebook(course) as book:
        late = {name: book.find_submission(CHECK, name).late_submission_penalty for name in ("ana", "ben")}
        assert late == {"ana": 7, "ben": 0}
        assert book.find_submission(CHECK, "ana").timestamp == datetime(2026, 11, 21, 10, 32, 5)  # noqa: DTZ001


def test_a_submission_without_time_is_named_where_the_check_has_one(
    course: CourseFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    with gradebook(course) as book:
        book.update_or_create_assignment(CHECK, duedate="2026-11-21 10:31:05.000000 UTC")
    (course.root / "submitted" / "ana" / CHECK / "timestamp.txt").unlink()
    (ana,) = graded(course, capsys, learner="ana")["submissions"]
    assert [flag["fault"] for flag in ana["flags"]] == ["no timestamp.txt: whether it is late can't be told"]
    assert ana["score"] == 7


def test_workers_come_to_the_same_and_in_the_same_order(
    course: CourseFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for n in range(30):
        course.hand_in(f"more-{n}", partly_right(course.check.items).answers)
    copy_answers(course, "ana", "copied")
    other = course.copied(tmp_path / "workers")
    assert graded(other, capsys, workers=3) == graded(course, capsys)
    assert graded(other, capsys, workers=3) == graded(course, capsys)  # all of them kept
    for path in (course.root / "autograded").rglob("*.ipynb"):
        assert (other.root / path.relative_to(course.root)).read_bytes() == path.read_bytes()


def test_a_worker_that_dies_takes_no_score_with_it(course: CourseFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    read = SubmittedFolder.read

    def dies(folder: SubmittedFolder, learner: str) -> Any:
        if learner == "cy" and os.getpid() != instructor:
            os.kill(os.getpid(), signal.SIGKILL)
        return read(folder, learner)

    instructor = os.getpid()
    with monkeypatch.context() as patched:
        patched.setattr(SubmittedFolder, "read", dies)
        with pytest.raises(BrokenProcessPool):
            grade(course, workers=2)
    assert grade(course) == 0
    assert totals(course)["ana"] == 7


def test_a_learner_s_name_of_bytes_that_are_no_text_is_told_and_stops_nobody(
    course: CourseFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    submitted = course.root / "submitted"
    (submitted / "ben").rename(submitted / os.fsdecode(b"b\xffn"))
    told = {one["learner"]: one["done"] for one in graded(course, capsys)["submissions"]}
    assert told == {"ana": "graded", "b\udcffn": "failed", "cy": "graded"}
    assert grade(course) == 1
    assert r"b\udcffn: 0 of 7 points, failed" in capsys.readouterr().out


# --- Again -------------------------------------------------------------------------------------------------


def test_what_is_graded_is_kept_until_something_new_is_submitted(
    course: CourseFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    grade(course)
    submit_again(course, "ben", all_right(course.check.items).answers)
    done = {one["learner"]: (one["done"], one["score"]) for one in graded(course, capsys)["submissions"]}
    assert done == {"ana": ("kept", 7), "ben": ("graded", 7), "cy": ("kept", totals(course)["cy"])}


def test_a_person_s_points_stand_and_wait_only_where_ours_change(course: CourseFolder) -> None:
    grade(course)
    with gradebook(course) as book:
        slots = [slot.slot for slot in course.check.blueprint]
        for slot in slots[:2]:
            book.find_grade(slot, CHECK, CHECK, "ben").manual_score = 0.5
        book.db.commit()
    grade(course, regrade=True, yes=True)
    assert not course.grade("ben").needs_manual_grade
    right = {course.slots("ben")[slots[0]]: all_right(course.check.items).answers[course.slots("ben")[slots[0]]]}
    submit_again(course, "ben", all_wrong(course.check.items).answers | right)
    grade(course)
    assert course.grade("ben").total == 1.0
    with gradebook(course) as book:
        assert [book.find_grade(slot, CHECK, CHECK, "ben").needs_manual_grade for slot in slots[:2]] == [True, False]


def mend(course: CourseFolder, item: str, **changes: Any) -> None:
    """The author mends an item's solution in the master."""
    path = course.root / "source" / CHECK / f"{CHECK}.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        if f'"{item}": ' in source and "mark(" in source:
            head, _, tail = source.partition("mark(")
            name, _, solutions = tail.partition(", ")
            values = json.loads(solutions[: solutions.rindex(")")])
            values[item].update(changes)
            cell["source"] = f"{head}mark({name}, {json.dumps(values)})\n### END HIDDEN TESTS"
    path.write_text(json.dumps(notebook), encoding="utf-8")


def test_a_mended_key_changes_no_score_until_the_instructor_has_seen_whose(
    course: CourseFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    grade(course)
    before = totals(course)
    mend(course, "m1-k01", key=["a"])
    told = graded(course, capsys)
    assert (told["outdated"], {one["done"] for one in told["submissions"]}) == (3, {"kept"})
    assert grade(course, regrade=True) == 3
    said = capsys.readouterr()
    worth = next(slot.points for slot in course.check.blueprint if course.slots("ana")[slot.slot] == "m1-k01")
    assert f"ana                                            7 -> {7 - worth} (-{worth})" in " ".join([said.err])
    assert "Nothing was written. Add --yes to write it." in said.out
    assert totals(course) == before
    told = graded(course, capsys, regrade=True, yes=True)
    assert {"learner": "ana", "before": 7.0, "after": 7.0 - worth} in told["changes"]
    assert totals(course)["ana"] == 7 - worth
    assert graded(course, capsys)["outdated"] == 0


# --- What waits for the instructor -------------------------------------------------------------------------


@pytest.fixture
def held(course: CourseFolder) -> CourseFolder:
    """A learner hands in what another answered."""
    copy_answers(course, "ana", "copied")
    grade(course)
    return course


def is_flagged(course: CourseFolder, learner: str) -> bool:
    with gradebook(course) as book:
        return bool(book.find_submission_notebook(CHECK, CHECK, learner).flagged)


def test_held_back_points_wait_in_the_gradebook(held: CourseFolder) -> None:
    assert held.grade("copied").total == 0
    assert held.grade("copied").needs_manual_grade
    assert is_flagged(held, "copied")
    assert not is_flagged(held, "ana")


def test_accepted_answers_count_and_wait_no_more(held: CourseFolder) -> None:
    assert grade(held, accept="copied") == 0
    assert held.grade("copied").total == 7
    assert not held.grade("copied").needs_manual_grade
    assert not is_flagged(held, "copied")


def test_refused_answers_earn_nothing_and_wait_no_more(held: CourseFolder) -> None:
    assert grade(held, refuse="copied") == 0
    assert held.grade("copied").total == 0
    assert not held.grade("copied").needs_manual_grade
    page = (held.root / "autograded" / "copied" / CHECK / f"{CHECK}.ipynb").read_text(encoding="utf-8")
    assert "The instructor has refused these answers." in page


def test_a_decision_outlives_a_regrade_but_not_another_submission(held: CourseFolder) -> None:
    grade(held, accept="copied")
    grade(held, regrade=True, yes=True)
    assert held.grade("copied").total == 7
    log = held.root / "submitted" / "copied" / CHECK / responses.FILE_NAME
    log.write_bytes((held.root / "submitted" / "cy" / CHECK / responses.FILE_NAME).read_bytes())
    grade(held)
    assert held.grade("copied").total == 0
    assert held.grade("copied").needs_manual_grade


def test_a_whole_class_under_other_names_is_accepted_by_one_command(
    course: CourseFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    submitted = course.root / "submitted"
    for name in ("ana", "ben", "cy"):
        (submitted / name).rename(submitted / f"{name}@school")
    told = graded(course, capsys)
    assert (told["flagged"], sum(one["score"] for one in told["submissions"])) == (3, 0)
    told = graded(course, capsys, accept="*")
    assert {one["learner"]: one["score"] for one in told["submissions"]}["ana@school"] == 7
    assert told["flagged"] == 0


def test_accepting_changes_nothing_for_those_who_are_not_flagged(
    course: CourseFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    grade(course)
    assert graded(course, capsys, refuse="*")["submissions"] == []
    assert totals(course)["ana"] == 7


# --- Fail closed -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("share", [float("nan"), float("inf"), -0.5, 1.5, "1.0", [1.0]])
def test_a_slot_that_gives_no_points_in_range_earns_nothing_and_is_told(
    course: CourseFolder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, share: Any
) -> None:
    monkeypatch.setattr("course.marking.score", lambda _key, _response: share)
    told = graded(course, capsys)
    assert {one["score"] for one in told["submissions"]} == {0.0}
    assert all("question m1-o1-a could not be marked" in one["flags"][0]["fault"] for one in told["submissions"])
    assert course.grade("ana").needs_manual_grade


def test_one_slot_that_fails_costs_no_other(
    course: CourseFolder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    marked = Sitting.marked

    def fails(sitting: Sitting, slot: str, solutions: Any) -> Any:
        if slot == "m1-o1-b":
            raise RuntimeError("no such luck")
        return marked(sitting, slot, solutions)

    monkeypatch.setattr(Sitting, "marked", fails)
    graded(course, capsys)
    assert course.grade("ana").points["m1-o1-b"] == 0
    assert course.grade("ana").total == 6


def test_what_one_submission_breaks_is_told_and_the_others_are_graded(
    course: CourseFolder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write = GradeSheet.write

    def fails(sheet: GradeSheet, entries: Sequence[Entry]) -> list[Written]:
        if any(entry.learner == "ben" for entry in entries):
            raise OSError(28, "No space left on device")
        return write(sheet, entries)

    monkeypatch.setattr(GradeSheet, "write", fails)
    told = {one["learner"]: one for one in graded(course, capsys)["submissions"]}
    assert told["ben"]["done"] == "failed"
    assert told["ben"]["flags"][0]["fault"] == "OSError: [Errno 28] No space left on device"
    assert (told["ana"]["score"], told["cy"]["done"]) == (7, "graded")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda source: source.replace("from course import mark", "import os"), "is no code of ours"),
        (lambda source: source.replace("mark(", "print("), "is no code of ours"),
        (lambda source: f"{source}\nmark('x', {{}})", "is no code of ours"),
        (lambda source: source.replace('mark("m1-o1-a"', 'mark("m1-o1-b"'), "doesn't mark the slot that it is named"),
        (lambda source: source.replace('mark("m1-o1-a"', 'mark(open("/dev/null")'), "can't be read"),
        (lambda _: "mark(", "can't be read"),
        (lambda _: "", "doesn't mark the slot that it is named after"),
    ],
)
def test_a_master_that_holds_anything_but_our_calls_is_refused_before_any_submission(
    course: CourseFolder, capsys: pytest.CaptureFixture[str], change: Callable[[str], str], words: str
) -> None:
    path = course.root / "source" / CHECK / f"{CHECK}.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    cell = next(one for one in notebook["cells"] if one["id"] == "m1-o1-a")
    cell["source"] = change("".join(cell["source"]))
    path.write_text(json.dumps(notebook), encoding="utf-8")
    assert grade(course) == 1
    said = capsys.readouterr().err
    assert words in said
    assert "Nothing of check-01 was graded." in said
    assert not (course.root / "autograded").exists()


def test_a_gradebook_that_knows_other_slots_is_told_before_any_submission(course: CourseFolder) -> None:
    path = course.root / "source" / CHECK / f"{CHECK}.ipynb"
    path.write_text(path.read_text(encoding="utf-8").replace('"points": 2', '"points": 3'), encoding="utf-8")
    with pytest.raises(MasterError, match="different slots or points"), opened(course):
        pass
    questions = course.root / "source" / CHECK / "questions.json"
    questions.write_text(questions.read_text(encoding="utf-8").replace('"points": 2', '"points": 3'), encoding="utf-8")
    with pytest.raises(MasterError, match="Run `nbgrader generate_assignment check-01 --force`"), opened(course):
        pass


# --- Stopped -----------------------------------------------------------------------------------------------


@pytest.fixture
def undisturbed(course: CourseFolder, tmp_path: Path) -> dict[str, float]:
    """The scores that a run comes to that nobody stops."""
    other = course.copied(tmp_path / "undisturbed")
    grade(other)
    return totals(other)


def halves(course: CourseFolder, right: dict[str, float]) -> list[str]:
    """Whose score is half written: some of the slots have points and some don't, or not the right ones."""
    found = []
    for name, total in right.items():
        with gradebook(course) as book:
            try:
                (notebook,) = book.find_submission(CHECK, name).notebooks
            except MissingEntry:
                continue
            scores = [one.auto_score for one in notebook.grades]
            if scores != [None] * 6 and sum(one or 0.0 for one in scores) != total:
                found.append(name)
    return found


def in_child(work: Callable[[], None]) -> int | None:
    """The exit status of a process that does some work."""
    child = multiprocessing.get_context("fork").Process(target=work)
    child.start()
    child.join(60)
    return child.exitcode


def test_killed_at_any_write_it_leaves_no_half_score_and_goes_on(
    course: CourseFolder, undisturbed: dict[str, float]
) -> None:
    def dying_at(moment: int) -> Callable[[], None]:
        def work() -> None:
            count = 0

            def dies(name: str, of: Any) -> None:
                does = getattr(of, name)

                def maybe(*values: Any, **named: Any) -> Any:
                    nonlocal count
                    count += 1
                    if count == moment:
                        os.kill(os.getpid(), signal.SIGKILL)
                    return does(*values, **named)

                setattr(of, name, maybe)

            with opened(course) as grader:
                dies("replace", Path)
                dies("execute", grader.sheet.db)
                dies("commit", grader.sheet.db)
                list(grader.grade(["ana", "ben", "cy"]))

        return work

    deaths = 0
    for moment in range(1, 100):
        if in_child(dying_at(moment)) != -signal.SIGKILL:
            break
        deaths += 1
        assert halves(course, undisturbed) == []
    assert deaths > 10
    assert grade(course) == 0
    assert totals(course) == undisturbed


def test_killed_at_random_moments_it_leaves_no_half_score_and_goes_on(
    course: CourseFolder, undisturbed: dict[str, float]
) -> None:
    seed = random.Random(5)  # noqa: S311

    def work() -> None:
        with opened(course) as grader:
            signal.setitimer(signal.ITIMER_REAL, seed.uniform(0.0001, 0.03))
            while True:
                list(grader.grade(["ana", "ben", "cy"], again=True))

    for _ in range(10):
        seed.random()
        assert in_child(work) == -signal.SIGALRM
        assert halves(course, undisturbed) == []
    assert grade(course) == 0
    assert totals(course) == undisturbed


def test_a_notebook_is_not_taken_for_graded_before_the_whole_of_it_is_there(
    course: CourseFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    grade(course)
    state = course.root / "autograded" / "ana" / CHECK / STATE_FILE
    state.chmod(0o600)
    state.write_text("")
    told = {one["learner"]: one["done"] for one in graded(course, capsys)["submissions"]}
    assert told == {"ana": "graded", "ben": "kept", "cy": "kept"}


def test_ctrl_c_says_that_the_same_command_goes_on(
    course: CourseFolder,
    undisturbed: dict[str, float],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write = GradeSheet.write

    def interrupted(sheet: GradeSheet, entries: Sequence[Entry]) -> list[Written]:
        if any(entry.learner == "ben" for entry in entries):
            raise KeyboardInterrupt
        return write(sheet, entries)

    with monkeypatch.context() as patched:
        patched.setattr(GradeSheet, "write", interrupted)
        assert grade(course) == 130
    assert "the same command goes on from here" in capsys.readouterr().err
    assert halves(course, undisturbed) == []
    assert grade(course) == 0
    assert totals(course)["ana"] == 7


# --- Beside nbgrader's own way -----------------------------------------------------------------------------


def _any_response(item: Item, chance: random.Random) -> Response | None:
    """What some learner might answer, right, wrong, half or not at all."""
    if chance.random() < 0.1:
        return None
    match item:
        case TrueFalseReason():
            answer = [chance.choice(item.options).id]
            return answer if chance.random() < 0.2 else [*answer, chance.choice(item.reasons).id]
        case Matching():
            prompts = chance.sample(item.prompts, chance.randint(1, len(item.prompts)))
            return {prompt.id: chance.choice(item.options).id for prompt in prompts}
        case Ordering():
            return [option.id for option in chance.sample(item.options, len(item.options))]
        case MultipleChoice():
            return [option.id for option in chance.sample(item.options, chance.randint(0, len(item.options)))]
        case _:
            return [chance.choice(item.options).id]  # type: ignore[union-attr]


def test_nbgrader_s_own_way_of_grading_gives_the_same_points(generated: CourseFolder, tmp_path: Path) -> None:
    """Twelve generated learners, every item type, slot by slot."""
    course = generated.copied(tmp_path / "ours")
    chance = random.Random(20261121)  # noqa: S311
    learners = [f"learner-{n:02}" for n in range(12)]
    for learner in learners:
        answers = {item.id: _any_response(item, chance) for item in course.check.items}
        course.hand_in(learner, {item: given for item, given in answers.items() if given is not None})
    stock = course.copied(tmp_path / "stock")
    assert grade(course) in (0, 3)  # one may have answered nothing
    stock.nbgrader("autograde", CHECK, STOCK)
    assert {item.type for item in course.check.items} == {
        "single", "scenario", "multiple", "true-false-reason", "matching", "ordering",
    }  # fmt: skip
    for learner in learners:
        assert (learner, course.grade(learner).points) == (learner, stock.grade(learner).points)
    assert len({course.grade(learner).total for learner in learners}) > 3


def test_formgrader_s_and_nbgrader_s_autograde_go_the_same_way(course: CourseFolder) -> None:
    course.nbgrader("autograde", CHECK)
    assert totals(course)["ana"] == 7
    assert json.loads((course.root / "autograded" / "ana" / CHECK / STATE_FILE).read_bytes())["is_whole"]


def test_an_assignment_of_another_kind_is_graded_by_nbgrader_s_own_way(course: CourseFolder) -> None:
    cell: dict[str, Any] = {
        "cell_type": "code",
        "execution_count": None,
        "id": "sum",
        "metadata": {
            "nbgrader": {
                "grade": True,
                "grade_id": "sum",
                "locked": True,
                "points": 3,
                "schema_version": 3,
                "solution": False,
                "task": False,
            }
        },
        "outputs": [],
        "source": "open('ran', 'w').close()\nassert 1 + 1 == 2",
    }
    spec = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook = {"cells": [cell], "metadata": {"kernelspec": spec}, "nbformat": 4, "nbformat_minor": 5}
    for folder in ("source/code", "submitted/ana/code"):
        (course.root / folder).mkdir()
        (course.root / folder / "code.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    course.nbgrader("generate_assignment", "code")
    course.nbgrader("autograde", "code")
    with gradebook(course) as book:
        assert book.find_submission("code", "ana").score == 3
    assert (course.root / "autograded" / "ana" / "code" / "ran").exists()


@pytest.mark.parametrize("missing", ["questions.json", ""])
def test_a_check_whose_master_is_not_whole_is_not_handed_to_nbgrader_to_run(course: CourseFolder, missing: str) -> None:
    source = course.root / "source" / CHECK / missing
    source.rename(course.root / "aside")
    with pytest.raises(CommandError, match="Run `course build`, then `nbgrader generate_assignment`, and grade again"):
        course.nbgrader("autograde", CHECK)
    assert not (course.root / "autograded").exists()


def test_the_command_is_there(course: CourseFolder) -> None:
    done = subprocess.run(
        [str(BIN / "course"), "grade", CHECK, "--learner", "ana", "--format", "json"],
        cwd=course.root,
        env=environment(course.place / "instructor", "instructor"),
        capture_output=True,
        text=True,
        check=True,
    )
    (check,) = json.loads(done.stdout)["checks"]
    (ana,) = check["submissions"]
    assert (ana["learner"], ana["score"], ana["most"]) == ("ana", 7.0, 7.0)


@pytest.mark.parametrize(
    ("address", "word"),
    [
        ("sqlite:////no/such/folder/gradebook.db", "unable to open database file"),
        ("postgresql+psycopg2://ina:hush@127.0.0.1:1/grades", "Connection refused"),
        ("mysql+pymysql://ina:hush@127.0.0.1/grades", "needs the Python package pymysql"),
        ("sheet://ina:hush@127.0.0.1/grades", "a kind of database that is not known here: sheet"),
        ("postgresql+psycopg2://127.0.0.1:1/grades?user=ina&password=hush", "Connection refused"),
        ("postgresql+psycopg2://ina:oh@hush@127.0.0.1:1/grades", "write %40 for it"),
        ("postgresql+psycopg2://ina:hush", "is no address of a database"),
        ("ina:hush, please", "is no address of a database"),
    ],
)
@pytest.mark.parametrize("command", ["grade", "retake"])
def test_a_gradebook_that_cannot_be_opened_is_told_without_its_password(
    course: CourseFolder, capsys: pytest.CaptureFixture[str], command: str, address: str, word: str
) -> None:
    with (course.root / "nbgrader_config.py").open("a") as settings:
        settings.write(f"c.CourseDirectory.db_url = {address!r}\n")
    assert main([command, "--root", str(course.root)]) == 1
    out, said = capsys.readouterr()
    assert out == ""
    assert said.count(word) == 1
    assert "CourseDirectory.db_url" in said or "Install it" in said
    assert "hush" not in said
    assert "Traceback" not in said
    assert not (course.root / "autograded").exists()
