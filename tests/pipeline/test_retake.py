"""A check's second form on its way through nbgrader: to those who did not pass, and the better result counts."""

from __future__ import annotations

import csv
import io
import json
import shutil
import stat
from pathlib import Path
from typing import Any

import pytest
from nbgrader.api import Gradebook

from course import retakes
from course.cards import shown
from course.feedback_results import FeedbackResult
from course.grading import retake as retake_command
from course.grading.command import DONE, FAILED, WAITING
from course.grading.command import Request as GradeRequest
from course.grading.command import run as grade_command
from course.question_files import RETAKE
from course.server.exchange import Exchange

from . import pages
from .answers import all_right, all_wrong, partly_right
from .course_folder import CHECK, COURSE_ID, CommandError, CourseFolder, write_log
from .formgrader import formgrader

SECOND = f"{CHECK}{RETAKE}"
PASSED, FAILED_IT = "passer", "repeater"


@pytest.fixture(scope="module")
def sent(tea: CourseFolder, tmp_path_factory: pytest.TempPathFactory) -> CourseFolder:
    """The sample course after its check went through the exchange: one passed, one did not."""
    course = tea.copied(tmp_path_factory.mktemp("sent"))
    course.exchange.mkdir()
    course.exchange.chmod(0o777)
    course.configure(f"c.Exchange.root = {str(course.exchange)!r}")
    course.nbgrader("generate_assignment", CHECK, "--force")
    course.nbgrader("release_assignment", CHECK)
    items = course.check.items
    for name, sitting in ((PASSED, all_right(items)), (FAILED_IT, partly_right(items))):
        learner = course.learner(name)
        learner.fetch()
        learner.answer(sitting.answers)
        learner.submit()
    course.nbgrader("collect", CHECK, "--ExchangeCollect.check_owner=False")
    assert grade_command(GradeRequest(course.root)) == DONE
    return course


@pytest.fixture
def course(sent: CourseFolder, tmp_path: Path) -> CourseFolder:
    """The same, to change, learners' homes and exchange included."""
    place = tmp_path / "place"
    shutil.copytree(sent.place, place, symlinks=True)
    copy = CourseFolder(place)
    copy.configure(f"c.Exchange.root = {str(copy.exchange)!r}")
    for name in (PASSED, FAILED_IT):
        settings = place / name / ".jupyter" / "nbgrader_config.py"
        settings.write_text(settings.read_text().replace(str(sent.place), str(place)))
    return copy


def retake(course: CourseFolder, capsys: pytest.CaptureFixture[str], **request: Any) -> tuple[int, Any]:
    """The command's exit status and what it says as JSON of the one check."""
    request = {"check": CHECK, "form": "json"} | request
    status = retake_command.run(retake_command.Request(course.root, **request))
    checks = json.loads(capsys.readouterr().out)["checks"]
    return status, checks[0] if checks else None


def verdicts(told: Any) -> dict[str, tuple[str, bool]]:
    return {row["learner"]: (row["verdict"], row["is_new"]) for row in told["learners"]}


def released(course: CourseFolder, assignment: str = SECOND) -> Path:
    return course.exchange / COURSE_ID / "outbound" / assignment


def secret(course: CourseFolder, learner: str) -> str:
    return (course.root / "submitted" / learner / CHECK / "submission_secret.txt").read_text()


def is_open_to(course: CourseFolder, learner: str) -> bool:
    return retakes.read(released(course) / retakes.RELEASE_FILE).is_open_to(CHECK, [secret(course, learner)])


def take(course: CourseFolder, learner: str, answers: Any) -> None:
    """Fetch, answer and submit the retake, and collect it."""
    one = course.of(SECOND).learner(learner)
    one.fetch()
    one.answer(answers)
    one.submit()
    course.nbgrader("collect", SECOND, "--ExchangeCollect.check_owner=False")


def graded(course: CourseFolder, capsys: pytest.CaptureFixture[str], **request: Any) -> tuple[int, dict[str, Any]]:
    """Grade the retake: the exit status, and what is told of each submission."""
    capsys.readouterr()
    status = grade_command(GradeRequest(course.root, SECOND, form="json", **request))
    (told,) = json.loads(capsys.readouterr().out)["checks"]
    return status, {one["learner"]: one for one in told["submissions"]}


def right(course: CourseFolder) -> Any:
    return all_right(course.check.items).answers


def exported(course: CourseFolder) -> dict[tuple[str, str], dict[str, str]]:
    course.nbgrader("export", "--exporter=course.grading.BetterResults", "--to", "better.csv")
    text = (course.root / "better.csv").read_text(encoding="utf-8")
    return {(row["assignment"], row["student_id"]): row for row in csv.DictReader(io.StringIO(text))}


def test_retake_is_opened_to_who_did_not_pass_and_to_nobody_else(
    course: CourseFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    status, told = retake(course, capsys)
    assert status == DONE
    assert verdicts(told) == {PASSED: ("passed", False), FAILED_IT: ("may", True)}
    assert (is_open_to(course, FAILED_IT), is_open_to(course, PASSED)) == (True, False)
    assert SECOND in course.learner(PASSED).nbgrader("list")  # nbgrader's release is for the whole course


def test_what_is_released_names_nobody_and_tells_no_number(
    course: CourseFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    retake(course, capsys)
    files = {path.name: path.read_bytes() for path in released(course).iterdir()}
    assert set(files) == {f"{SECOND}.ipynb", "questions.json", retakes.RELEASE_FILE}
    for name in (PASSED, FAILED_IT):
        assert not any(name.encode() in data for data in files.values())
    told = json.loads(files[retakes.RELEASE_FILE])
    assert (len(told["open_to"]), told["open_to"]) == (32, sorted(told["open_to"]))
    # A classmate who tries the names of the class, however they are hashed, holds no secret to try.
    for guess in (PASSED, FAILED_IT):
        assert not retakes.read(released(course) / retakes.RELEASE_FILE).is_open_to(CHECK, [guess])
    kept = course.root / "retakes" / f"{CHECK}.json"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE((released(course) / retakes.RELEASE_FILE).stat().st_mode) == 0o644


def test_given_again_it_changes_nothing_and_later_adds_who_failed_since(
    course: CourseFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    retake(course, capsys)
    before = {path: path.read_bytes() for path in (*released(course).iterdir(), *(course.root / "retakes").iterdir())}
    assert verdicts(retake(course, capsys)[1])[FAILED_IT] == ("may", False)
    assert {path: path.read_bytes() for path in before} == before
    course.hand_in("latecomer", all_wrong(course.check.items).answers)
    status, told = retake(course, capsys)
    assert (status, verdicts(told)["latecomer"]) == (WAITING, ("waits", False))
    assert "not graded" in next(row["why"] for row in told["learners"] if row["learner"] == "latecomer")
    grade_command(GradeRequest(course.root, CHECK))
    capsys.readouterr()
    assert verdicts(retake(course, capsys)[1])["latecomer"] == ("may", True)
    assert is_open_to(course, "latecomer")
    assert is_open_to(course, FAILED_IT)
    still = set(json.loads(before[released(course) / retakes.RELEASE_FILE])["open_to"])
    assert len(still & retakes.read(released(course) / retakes.RELEASE_FILE).tags) == 31  # one that meant nobody went


def test_nbgrader_s_own_release_tells_the_same_list(course: CourseFolder, capsys: pytest.CaptureFixture[str]) -> None:
    course.nbgrader("generate_assignment", SECOND, "--force")
    said = course.nbgrader("release_assignment", SECOND)
    assert f"Open to nobody yet: `course retake {CHECK}`" in said
    assert not is_open_to(course, FAILED_IT)
    retake(course, capsys)
    before = (released(course) / retakes.RELEASE_FILE).read_bytes()
    course.nbgrader("release_assignment", SECOND, "--force")
    assert (released(course) / retakes.RELEASE_FILE).read_bytes() == before
    with formgrader(course) as server:
        course.nbgrader("list", "--remove", SECOND)
        assert server.press(f"assignment/{SECOND}/release")["success"]
    assert (released(course) / retakes.RELEASE_FILE).read_bytes() == before


def test_flagged_submissions_wait_and_are_listed(course: CourseFolder, capsys: pytest.CaptureFixture[str]) -> None:
    copied = course.root / "submitted" / "copier" / CHECK
    shutil.copytree(course.root / "submitted" / PASSED / CHECK, copied)
    grade_command(GradeRequest(course.root, CHECK))
    capsys.readouterr()
    status, told = retake(course, capsys)
    assert (status, verdicts(told)["copier"]) == (WAITING, ("waits", False))
    (why,) = [row["why"] for row in told["learners"] if row["learner"] == "copier"]
    assert why.startswith(f"These answers were given to the form drawn for '{PASSED}'")
    grade_command(GradeRequest(course.root, CHECK, refuse="copier"))
    capsys.readouterr()
    assert verdicts(retake(course, capsys)[1])["copier"] == ("may", True)


def test_who_never_submitted_takes_nothing_again(course: CourseFolder, capsys: pytest.CaptureFixture[str]) -> None:
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}", COURSE_ID) as gradebook:
        gradebook.add_student("absent")
    told = retake(course, capsys)[1]
    assert (told["not_submitted"], "absent" in verdicts(told)) == (1, False)


def test_learner_without_nbgrader_s_secret_is_named_and_may_take_it_all_the_same(
    course: CourseFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    (course.root / "submitted" / FAILED_IT / CHECK / "submission_secret.txt").unlink()
    grade_command(GradeRequest(course.root, CHECK))
    capsys.readouterr()
    _, told = retake(course, capsys)
    assert f"can't tell {FAILED_IT}" in told["notes"][0]
    take(course, FAILED_IT, right(course))
    assert graded(course, capsys)[1][FAILED_IT]["score"] == 7


def test_table_is_for_people_and_one_learner_can_be_chosen(
    course: CourseFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    request = retake_command.Request(course.root, CHECK, learner="nobody*")
    assert retake_command.run(request) == DONE
    said = capsys.readouterr().out
    assert "not passed; not opened by this command" in said
    assert not (course.root / "retakes").exists()
    assert retake_command.run(retake_command.Request(course.root)) == DONE
    said = capsys.readouterr().out
    assert f"{SECOND}: 1 did not pass {CHECK}, 1 passed, 0 wait" in said
    assert "may take it (new)" in said
    assert said.endswith("Opened to 1 now.\n")


@pytest.mark.parametrize("check", ["check-09", "final", SECOND])
def test_check_without_a_retake_is_told(course: CourseFolder, capsys: pytest.CaptureFixture[str], check: str) -> None:
    assert retake_command.run(retake_command.Request(course.root, check)) == FAILED
    assert f"{check} has no retake" in capsys.readouterr().err


def test_damaged_list_is_told_with_a_remedy_and_grades_nobody_down(
    course: CourseFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    retake(course, capsys)
    take(course, FAILED_IT, right(course))
    (course.root / "retakes" / f"{CHECK}.json").write_text("{")
    assert retake_command.run(retake_command.Request(course.root)) == FAILED
    assert "put back a copy" in capsys.readouterr().err
    assert grade_command(GradeRequest(course.root, SECOND)) == FAILED
    assert f"Nothing of {SECOND} was graded" in capsys.readouterr().err
    with pytest.raises(CommandError, match="put back a copy"):
        course.nbgrader("autograde", SECOND)


# --- Which result counts ----------------------------------------------------------------------------------


@pytest.mark.parametrize("is_better", [True, False])
def test_better_result_counts_wherever_a_score_is_told(
    course: CourseFolder, capsys: pytest.CaptureFixture[str], *, is_better: bool
) -> None:
    first = course.grade(FAILED_IT).total
    retake(course, capsys)
    take(course, FAILED_IT, right(course) if is_better else all_wrong(course.check.items).answers)
    status, told = graded(course, capsys)
    second, counts = (7, 7) if is_better else (0, first)
    assert (status, told[FAILED_IT]["score"], told[FAILED_IT]["counts"]) == (DONE, second, counts)
    rows = exported(course)
    row = rows[CHECK, FAILED_IT]
    assert (float(row["score"]), row["counts"]) == (counts, SECOND if is_better else CHECK)
    assert (float(rows[CHECK, PASSED]["score"]), rows[CHECK, PASSED]["counts"]) == (7, CHECK)
    assert not any(assignment == SECOND for assignment, _ in rows)
    for assignment in (CHECK, SECOND):
        course.nbgrader("generate_feedback", assignment)
        text = pages.text(course.of(assignment).feedback(FAILED_IT))
        assert f"The better result counts: {shown(counts)} of 7." in text
        assert ("You have passed." in text) == is_better
    assert f"Before the retake you had {shown(first)} of 7 points." in pages.text(course.of(SECOND).feedback(FAILED_IT))
    assert f"In the retake you had {second} of 7 points." in pages.text(course.feedback(FAILED_IT))
    assert "retake" not in pages.text(course.feedback(PASSED))
    why = {row["learner"]: row["why"] for row in retake(course, capsys)[1]["learners"]}
    assert why[FAILED_IT] == f"retake taken: {second} of 7, {'passed' if is_better else 'not passed'}"


def test_late_work_is_compared_after_its_penalty(course: CourseFolder, capsys: pytest.CaptureFixture[str]) -> None:
    (course.root / "strict.py").write_text(
        "from nbgrader.plugins import LateSubmissionPlugin\n"
        "class Strict(LateSubmissionPlugin):\n"
        "    def late_submission_penalty(self, student_id, score, total_seconds_late):\n"
        "        return 6.0\n"
    )
    first = course.grade(FAILED_IT).total
    assert 1 < first < 7
    course.configure("import sys; sys.path.insert(0, " + repr(str(course.root)) + ")")
    course.configure('c.AssignLatePenalties.plugin_class = "strict.Strict"')
    retake(course, capsys)
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}", COURSE_ID) as gradebook:
        gradebook.update_or_create_assignment(SECOND, duedate="2026-01-02 12:00:00 UTC")
    course.nbgrader("release_assignment", SECOND, "--force")
    assert retakes.read(released(course) / retakes.RELEASE_FILE).due == "2026-01-02T12:00:00Z"
    take(course, FAILED_IT, right(course))
    _, told = graded(course, capsys)
    one = told[FAILED_IT]
    assert one["seconds_late"] > 0
    assert (one["score"], one["counts"]) == (7, first)
    row = exported(course)[CHECK, FAILED_IT]
    assert (float(row["score"]), row["counts"]) == (first, CHECK)
    course.nbgrader("generate_feedback", SECOND)
    text = pages.text(course.of(SECOND).feedback(FAILED_IT))
    assert "Your score: 1 of 7 points (after 6 points off for lateness)" in text
    assert f"The better result counts: {shown(first)} of 7." in text


def test_retake_that_was_not_opened_to_its_sender_is_held_back_until_decided(
    course: CourseFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    retake(course, capsys)
    take(course, PASSED, right(course))  # nbgrader hands it out to anybody
    status, told = graded(course, capsys)
    assert (status, told[PASSED]["score"], told[PASSED]["counts"]) == (WAITING, 0, 7)
    assert [(flag["kind"], flag["fault"]) for flag in told[PASSED]["flags"]] == [
        ("held", f"The retake was not opened to '{PASSED}'.")
    ]
    assert course.of(SECOND).grade(PASSED).needs_manual_grade
    row = exported(course)[CHECK, PASSED]
    assert (float(row["score"]), row["counts"], row["needs_manual_grade"]) == (7, CHECK, "True")
    assert graded(course, capsys, accept=PASSED)[1][PASSED]["score"] == 7
    assert graded(course, capsys)[1][PASSED]["score"] == 7  # and stays so
    assert graded(course, capsys, refuse=PASSED)[1] == {}  # decided: nothing is flagged any more


def test_copied_folder_of_a_retake_is_held_back(course: CourseFolder, capsys: pytest.CaptureFixture[str]) -> None:
    retake(course, capsys)
    take(course, FAILED_IT, right(course))
    mine = course.place / PASSED
    shutil.copytree(course.place / FAILED_IT / SECOND, mine / SECOND)
    course.of(SECOND).learner(PASSED).submit()
    course.nbgrader("collect", SECOND, "--ExchangeCollect.check_owner=False")
    _, told = graded(course, capsys)
    (fault,) = [flag["fault"] for flag in told[PASSED]["flags"]]
    assert f"the form drawn for '{FAILED_IT}'" in fault
    assert "The retake was not opened to" in fault
    assert (told[PASSED]["score"], told[FAILED_IT]["score"]) == (0, 7)


def test_points_held_back_are_there_once_the_retake_was_opened_to_its_sender(
    course: CourseFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    retake(course, capsys, learner="nobody")
    course.nbgrader("generate_assignment", SECOND, "--force")
    course.nbgrader("release_assignment", SECOND)
    take(course, FAILED_IT, right(course))
    assert graded(course, capsys)[1][FAILED_IT]["score"] == 0
    retake(course, capsys)
    status, told = graded(course, capsys)
    assert (status, told[FAILED_IT]["done"], told[FAILED_IT]["score"]) == (DONE, "graded", 7)


# --- Right answers ----------------------------------------------------------------------------------------


def shows_key(course: CourseFolder, learner: str, assignment: str = CHECK) -> bool:
    page = course.root / "feedback" / learner / assignment / f"{assignment}.html"
    told = FeedbackResult.read(page)
    assert told
    assert told.shows_key == ("Right answer" in page.read_text(encoding="utf-8")) or learner == PASSED
    return told.shows_key


def test_feedback_tells_no_right_answer_until_the_retake_is_closed(
    course: CourseFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    course.configure('c.ShowCards.right_answers = "feedback"')
    # Before anything is opened: somebody did not pass, and may be asked the same again.
    said = course.nbgrader("generate_feedback", CHECK)
    assert f"1 learner has not passed {CHECK} yet and may be given {SECOND}" in said
    assert not shows_key(course, FAILED_IT)
    retake(course, capsys)
    take(course, FAILED_IT, all_wrong(course.check.items).answers)
    graded(course, capsys)
    for assignment in (CHECK, SECOND):
        said = course.nbgrader("generate_feedback", assignment)
        assert f"no right answers are shown, because {SECOND} is open. When nobody" in said
        assert not shows_key(course, FAILED_IT, assignment)
    assert not shows_key(course, PASSED)
    status, told = retake(course, capsys, close=True)
    assert (status, told["closed"], released(course).exists()) == (DONE, True, False)
    for assignment in (CHECK, SECOND):
        course.nbgrader("generate_feedback", assignment)
        assert shows_key(course, FAILED_IT, assignment)
    assert shows_key(course, PASSED)


def test_page_that_tells_right_answers_is_not_released_once_somebody_may_take_the_retake(
    course: CourseFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    course.configure('c.ShowCards.right_answers = "feedback"')
    retake(course, capsys, close=True)
    course.nbgrader("generate_feedback", CHECK)
    assert shows_key(course, PASSED)
    assert retake_command.run(retake_command.Request(course.root, CHECK)) == FAILED
    assert "With --reopen it is opened all the same" in capsys.readouterr().err
    _, told = retake(course, capsys, reopen=True)
    assert told["notes"] == [f"Feedback on {CHECK} that tells right answers was made for {PASSED}, {FAILED_IT} before."]
    with pytest.raises(CommandError, match=f"{PASSED}: feedback not released: the page tells right answers"):
        course.nbgrader("release_feedback", CHECK)
    course.nbgrader("generate_feedback", CHECK)
    course.nbgrader("release_feedback", CHECK)
    assert not FeedbackResult.read(course.root / "feedback" / PASSED / CHECK / f"{CHECK}.html").shows_key  # type: ignore[union-attr]


def test_a_check_that_all_have_passed_tells_right_answers(
    course: CourseFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    course.configure('c.ShowCards.right_answers = "feedback"')
    folder = course.root / "submitted" / FAILED_IT / CHECK
    (folder / "responses.jsonl").unlink()
    write_log(folder, FAILED_IT, right(course))
    grade_command(GradeRequest(course.root, CHECK))
    capsys.readouterr()
    course.nbgrader("generate_feedback", CHECK)
    assert shows_key(course, PASSED)


# --- What the learner's server tells ------------------------------------------------------------------------


def told(course: CourseFolder, learner: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the course page of a learner gets to know of the check."""
    home = course.place / learner
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(home / ".jupyter"))
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(home / ".local" / "share" / "jupyter"))
    return Exchange.find(home, COURSE_ID).told(CHECK, SECOND)


def test_learner_s_server_tells_the_retake_to_who_may_take_it_alone(
    course: CourseFolder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing = {"due": "", "result": None}
    for learner in (PASSED, FAILED_IT):
        assert told(course, learner, monkeypatch) == nothing | {"retake": nothing | {"open": False}}
    retake(course, capsys)
    assert told(course, FAILED_IT, monkeypatch)["retake"]["open"]
    assert not told(course, PASSED, monkeypatch)["retake"]["open"]
    # A classmate's folder, submission and all, is no secret of nbgrader's: that one never lies in it.
    shutil.copytree(course.place / FAILED_IT / CHECK, course.place / PASSED / "copy")
    assert not told(course, PASSED, monkeypatch)["retake"]["open"]
    retake(course, capsys, close=True)
    assert not told(course, FAILED_IT, monkeypatch)["retake"]["open"]


def test_learner_s_server_tells_results_that_came_with_feedback_and_due_dates(
    course: CourseFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = course.grade(FAILED_IT).total
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}", COURSE_ID) as gradebook:
        gradebook.update_or_create_assignment(CHECK, duedate="2099-01-02 12:00:00 UTC")
    course.nbgrader("release_assignment", CHECK, "--force")
    course.nbgrader("generate_feedback", CHECK)
    course.nbgrader("release_feedback", CHECK)
    assert told(course, FAILED_IT, monkeypatch)["result"] is None
    course.learner(FAILED_IT).fetch_feedback()
    wanted = {"score": first, "most": 7, "passed": False, "waits": False, "shows_key": False}
    found = told(course, FAILED_IT, monkeypatch)
    assert (found["due"], found["result"]) == ("2099-01-02T12:00:00Z", wanted)
    assert told(course, PASSED, monkeypatch)["result"] is None


def test_release_file_that_is_no_such_file_opens_nothing(
    course: CourseFolder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    retake(course, capsys)
    for text in ("", "{", "[]", '{"version": 9, "due": "", "open_to": []}', '{"version": 1, "due": ""}', "[" * 10**5):
        (released(course) / retakes.RELEASE_FILE).write_text(text)
        assert not told(course, FAILED_IT, monkeypatch)["retake"]["open"]
