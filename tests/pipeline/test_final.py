"""The final assessment on its way through nbgrader: one answer of it waits for the instructor."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from nbgrader.api import Gradebook

from course import responses
from course.grading.command import Request
from course.grading.command import run as grade_command
from course.grading.openings import Openings
from course.items import ShortAnswer
from course.question_files import RETAKE
from tests.unit.content_folder import ContentFolder

from . import pages
from .answers import all_right, all_wrong
from .course_folder import CHECK, COURSE_ID, STOCK, CourseFolder, run, write_log
from .formgrader import Formgrader, formgrader

FINAL = "final"
TASK = "cap-written-points"
WORDS = "Thank you for telling me.\n\nShall I add <b>water</b>?"
COMMENT = "You thanked them first, and then you made an offer."


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> CourseFolder:
    """The sample course after grading, before anybody has graded by hand."""
    place = tmp_path_factory.mktemp("final")
    content = ContentFolder.copied(place / "content")
    content.add_capstone()
    course = CourseFolder.built(place / "built", content.path, FINAL)
    course.nbgrader("generate_assignment", FINAL, "--force")
    marked = [item for item in course.check.items if not isinstance(item, ShortAnswer)]
    course.hand_in("right", all_right(marked).answers | {"cap-k02": WORDS})
    course.hand_in("wrong", all_wrong(marked).answers | {"cap-k02": "It is not."})
    course.hand_in("silent", all_right(marked).answers)
    course.nbgrader("autograde", FINAL)
    return course


@pytest.fixture(scope="module")
def screens(graded: CourseFolder) -> dict[str, str]:
    """What the instructor sees of submissions before grading one by hand, and what its learner reads after it."""
    with formgrader(graded) as server:
        found = {learner: server.submission(learner) for learner in ("right", "silent")}
        _grade_by_hand(graded, server)
    graded.nbgrader("generate_feedback", FINAL)
    return found | {"feedback": graded.feedback("right")}


def _grade_by_hand(course: CourseFolder, server: Formgrader) -> None:
    """Two of three points, and a comment, as the page sends them."""
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}", COURSE_ID) as gradebook:
        grade = gradebook.find_grade(TASK, FINAL, FINAL, "right").id
        comment = gradebook.find_comment(TASK, FINAL, FINAL, "right").id
    server.put(f"/formgrader/api/grade/{grade}", {"manual_score": 2.0})
    server.put(f"/formgrader/api/comment/{comment}", {"manual_comment": COMMENT})


def test_answers_that_can_be_marked_are_and_the_written_one_waits_for_a_person(graded: CourseFolder) -> None:
    grade = graded.grade("silent")
    assert grade.points == {"cap-m1-o1-a": 2.0, "cap-m1-o2-a": 1.0, "cap-i1": 1.0, "cap-written": 0.0, TASK: 0.0}
    for learner in ("wrong", "silent"):
        assert graded.grade(learner).needs_manual_grade
    assert graded.grade("wrong").total == 0


def test_generate_assignment_makes_the_release_that_course_build_made(graded: CourseFolder) -> None:
    with Gradebook(f"sqlite:///{graded.root / 'gradebook.db'}", COURSE_ID) as gradebook:
        assert gradebook.find_assignment(FINAL).max_score == 7
    release = graded.released()
    assert b"One point for thanks" not in release[f"{FINAL}/{FINAL}.ipynb"] + release[f"{FINAL}/questions.json"]


def test_instructor_reads_the_answer_the_points_and_a_model_beside_one_box_for_the_score(
    screens: dict[str, str],
) -> None:
    page = screens["right"]
    card = pages.cards(page)[-1]
    assert (card.result, card.points) == ("Graded by a person", "up to 3 points")
    for words in ("Thank you for telling me.", "Shall I add <b>water</b>?", "One point for an offer.", "or a new pot"):
        assert words in card.text
    # Three questions and the task have a box for points, and the task one for words; the answer itself has none.
    assert len(pages.inputs(page, "score")) == 4
    assert len(BeautifulSoup(page, "html.parser").select("textarea.comment")) == 1
    assert "Not answered" in pages.cards(screens["silent"])[-1].result


def test_points_given_by_hand_make_the_total_and_nothing_waits_any_more(
    graded: CourseFolder, screens: dict[str, str]
) -> None:
    grade = graded.grade("right")
    assert (grade.total, grade.points[TASK], grade.needs_manual_grade) == (6.0, 2.0, False)
    assert screens["feedback"]


def test_feedback_tells_no_right_answer_while_the_retake_of_a_check_is_open_whose_questions_it_asks(
    graded: CourseFolder, tmp_path: Path
) -> None:
    copy = graded.copied(tmp_path / "open")
    copy.configure('c.ShowCards.right_answers = "feedback"')
    course = SimpleNamespace(root=copy.root, groupshared=False)
    openings = Openings(CHECK, {"somebody": ""})
    for is_closed in (False, True):
        openings._replace(is_closed=is_closed).keep(course)
        said = copy.nbgrader("generate_feedback", FINAL, "--student=wrong", "--force")
        assert (f"no right answers are shown, because {CHECK}{RETAKE} is open" in said) is not is_closed
        assert ("Right answer" in copy.feedback("wrong")) is is_closed


def test_points_given_by_hand_outlast_another_grading(
    graded: CourseFolder, screens: dict[str, str], tmp_path: Path
) -> None:
    copy = graded.copied(tmp_path / "again")
    copy.nbgrader("autograde", FINAL, "--force", "--student=right")
    assert (copy.grade("right").total, copy.grade("right").needs_manual_grade) == (6.0, False)
    assert screens


def test_feedback_tells_the_points_and_the_instructors_words_and_no_key(screens: dict[str, str]) -> None:
    page = screens["feedback"]
    text = pages.text(page)
    assert "Your score: 6 of 7 points" in text
    assert "Points for this answer: 2 of 3" in text
    assert COMMENT in text
    assert "Thank you for telling me." in text
    assert [words for words in ("One point for", "or a new pot") if words in page] == []


def test_feedback_sums_up_by_objective_and_sends_back_to_the_lesson_of_each(
    graded: CourseFolder, screens: dict[str, str], tmp_path: Path
) -> None:
    def summary(page: str) -> BeautifulSoup:
        (found,) = BeautifulSoup(page, "html.parser").select(".summary")
        return BeautifulSoup(str(found), "html.parser")

    rows = [pages.text(str(row)) for row in summary(screens["feedback"]).select("li")]
    assert [row.rsplit(maxsplit=3)[1:] for row in rows] == [["2", "of", "2"], ["1", "of", "1"], ["3", "of", "4"]]
    assert summary(screens["feedback"]).select("a") == []  # the capstone's own objective has no lesson
    copy = graded.copied(tmp_path)
    copy.nbgrader("generate_feedback", FINAL, "--student=wrong")
    links = summary(copy.feedback("wrong")).select("a")
    assert {str(link["href"]).split("#")[0] for link in links} == {"/hub/user-redirect/lab/tree/lessons/01-tea.ipynb"}


def test_feedback_before_a_person_has_graded_says_that_it_may_change(graded: CourseFolder, tmp_path: Path) -> None:
    copy = graded.copied(tmp_path)
    copy.nbgrader("generate_feedback", FINAL, "--student=silent")
    text = pages.text(copy.feedback("silent"))
    assert "Your instructor has not looked at all of it yet, so this may change." in text
    assert "Points for this answer" not in text
    assert "Your instructor writes" not in text


# --- Graded again ------------------------------------------------------------------------------------------


@pytest.fixture
def course(graded: CourseFolder, screens: dict[str, str], tmp_path: Path) -> CourseFolder:
    """The course after the one submission was graded by hand, to change."""
    assert screens
    return graded.copied(tmp_path / "again")


def _grade(course: CourseFolder, **request: Any) -> int:
    return grade_command(Request(course.root, FINAL, **request))


def _submit_again(course: CourseFolder, learner: str, answers: dict[str, Any]) -> None:
    folder = course.root / "submitted" / learner / FINAL
    (folder / responses.FILE_NAME).unlink(missing_ok=True)
    write_log(folder, learner, answers)


def _right(course: CourseFolder) -> dict[str, Any]:
    return all_right(item for item in course.check.items if not isinstance(item, ShortAnswer)).answers


def test_nbgrader_s_own_way_of_grading_comes_to_the_same(graded: CourseFolder, tmp_path: Path) -> None:
    stock = graded.copied(tmp_path)
    shutil.rmtree(stock.root / "autograded")
    (stock.root / "gradebook.db").unlink()
    stock.nbgrader("generate_assignment", FINAL, "--force")
    ours = stock.copied(tmp_path / "ours")
    stock.nbgrader("autograde", FINAL, STOCK)
    assert _grade(ours) == 3
    for learner in ("right", "wrong", "silent"):
        assert (learner, ours.grade(learner)) == (learner, stock.grade(learner))


def test_course_grade_counts_what_waits_and_keeps_points_given_by_hand(
    course: CourseFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _grade(course, form="json", regrade=True, yes=True) == 3
    (told,) = json.loads(capsys.readouterr().out)["checks"]
    found = {one["learner"]: (one["score"], one["most"], one["waits"], one["flags"]) for one in told["submissions"]}
    assert found == {"right": (6, 7, False, []), "silent": (4, 7, True, []), "wrong": (0, 7, True, [])}
    assert (told["waiting"], told["changes"]) == (2, [])
    assert _grade(course, learner="right") == 0  # kept


def test_an_answer_that_is_written_anew_is_looked_at_again(course: CourseFolder) -> None:
    _submit_again(course, "right", {"cap-k02": WORDS})
    assert _grade(course, learner="right") == 0
    assert course.grade("right").total == 2
    _submit_again(course, "right", _right(course) | {"cap-k02": "It is not."})
    for again in (False, True):  # and stays with the instructor until they have looked
        assert _grade(course, learner="right", regrade=again, yes=True) == 3
        assert (course.grade("right").total, course.grade("right").needs_manual_grade) == (6, True)


def test_refused_answers_wait_for_nobody_and_accepted_ones_wait_for_points(course: CourseFolder) -> None:
    copied = course.hand_in("copied", {})
    data = (course.root / "submitted" / "right" / FINAL / responses.FILE_NAME).read_bytes()
    (copied / responses.FILE_NAME).write_bytes(data)
    assert _grade(course, learner="copied") == 3
    _grade(course, refuse="copied")
    assert (course.grade("copied").total, course.grade("copied").needs_manual_grade) == (0, False)
    _submit_again(course, "copied", {})
    (copied / responses.FILE_NAME).write_bytes(data + b"\n")
    _grade(course, learner="copied")
    _grade(course, accept="copied")
    grade = course.grade("copied")
    assert (grade.total, grade.points[TASK], grade.needs_manual_grade) == (4, 0, True)


def test_a_flagged_submission_waits_for_nothing_once_every_box_is_filled_in(course: CourseFolder) -> None:
    _submit_again(course, "silent", {})
    _grade(course, learner="silent")
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}", COURSE_ID) as gradebook:
        (notebook,) = gradebook.find_submission(FINAL, "silent").notebooks
        waiting = {grade.name for grade in notebook.grades if grade.needs_manual_grade}
    assert waiting == {"cap-m1-o1-a", "cap-m1-o2-a", "cap-i1", TASK}


@pytest.mark.parametrize(
    ("old", "new"),
    [('"points": 3', '"points": 4'), ('"task": true', '"task": false'), (TASK, "cap-i1-points")],
    ids=["other points", "no task", "another slot's task"],
)
def test_a_master_whose_task_is_not_the_question_file_s_grades_nothing(
    course: CourseFolder, capsys: pytest.CaptureFixture[str], old: str, new: str
) -> None:
    path = course.root / "source" / FINAL / f"{FINAL}.ipynb"
    master = path.read_text(encoding="utf-8")
    assert old in master
    path.write_text(master.replace(old, new), encoding="utf-8")
    assert _grade(course) == 1
    assert "different slots or points" in capsys.readouterr().err


# --- Before it is handed in --------------------------------------------------------------------------------


@pytest.mark.parametrize(("answers", "open_questions"), [({"cap-k02": WORDS}, 0), ({"cap-k02": "  "}, 1)])
def test_validation_asks_for_the_written_answer_too(
    graded: CourseFolder, tmp_path: Path, answers: dict[str, str], open_questions: int
) -> None:
    home = tmp_path / "learner"
    folder = home / FINAL
    shutil.copytree(graded.root / "release" / FINAL, folder)
    marked = [item for item in graded.check.items if not isinstance(item, ShortAnswer)]
    write_log(folder, "learner", all_wrong(marked).answers | answers)
    said = run("nbgrader", "validate", f"{FINAL}.ipynb", cwd=folder, home=home, learner="learner")
    assert said.count("is not answered yet: A guest says that your tea is too strong.") == open_questions
    assert ("Success! Your notebook passes all the tests." in said) == (open_questions == 0)
    assert json.loads((folder / f"{FINAL}.ipynb").read_bytes())["cells"]
