"""The final assessment on its way through nbgrader: one answer of it waits for the instructor."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from nbgrader.api import Gradebook

from course.items import ShortAnswer
from tests.unit.content_folder import ContentFolder

from . import pages
from .answers import all_right, all_wrong
from .course_folder import COURSE_ID, CourseFolder, run, write_log
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


def test_points_given_by_hand_outlast_another_grading(
    graded: CourseFolder, screens: dict[str, str], tmp_path: Path
) -> None:
    copy = graded.copied(tmp_path / "again")
    copy.nbgrader("autograde", FINAL, "--force", "--student=right")
    assert (copy.grade("right").total, copy.grade("right").needs_manual_grade) == (6.0, False)
    assert screens


def test_answer_that_was_submitted_anew_waits_for_a_person_again_and_keeps_its_points_until_then(
    graded: CourseFolder, screens: dict[str, str], tmp_path: Path
) -> None:
    copy = graded.copied(tmp_path / "anew")
    write_log(copy.root / "submitted" / "right" / FINAL, "right", {"cap-k02": "Thank you!"}, FINAL)
    copy.nbgrader("autograde", FINAL)
    assert (copy.grade("right").total, copy.grade("right").needs_manual_grade) == (6.0, True)
    assert screens


def test_feedback_says_that_the_score_may_change_until_a_person_has_graded(
    graded: CourseFolder, screens: dict[str, str]
) -> None:
    text = pages.text(graded.feedback("silent"))
    assert "Your score: 4 of 7 points" in text
    assert "Your instructor has not looked at all of it yet, so this may change." in text
    assert screens


def test_feedback_tells_the_points_and_the_instructors_words_and_no_key(screens: dict[str, str]) -> None:
    page = screens["feedback"]
    text = pages.text(page)
    assert "Your score: 6 of 7 points" in text
    card = pages.cards(page)[-1]
    assert (card.result, card.points) == ("Graded by a person", "2 of 3 points")
    assert "You have passed. The pass mark is 80%." in text
    assert "Make tea for somebody else 3 of 4" in text
    assert COMMENT in text
    assert "Thank you for telling me." in text
    assert [words for words in ("One point for", "or a new pot") if words in page] == []


@pytest.mark.parametrize(("answers", "open_questions"), [({"cap-k02": WORDS}, 0), ({"cap-k02": "  "}, 1)])
def test_validation_asks_for_the_written_answer_too(
    graded: CourseFolder, tmp_path: Path, answers: dict[str, str], open_questions: int
) -> None:
    home = tmp_path / "learner"
    folder = home / FINAL
    shutil.copytree(graded.root / "release" / FINAL, folder)
    marked = [item for item in graded.check.items if not isinstance(item, ShortAnswer)]
    write_log(folder, "learner", all_wrong(marked).answers | answers, FINAL)
    said = run("nbgrader", "validate", f"{FINAL}.ipynb", cwd=folder, home=home, learner="learner")
    assert said.count("is not answered yet: A guest says that your tea is too strong.") == open_questions
    assert ("Success! Your notebook passes all the tests." in said) == (open_questions == 0)
    assert json.loads((folder / f"{FINAL}.ipynb").read_bytes())["cells"]
