"""What stands on top of a feedback page, and that no submission keeps the others from getting theirs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from nbgrader.api import Gradebook

from course.bank import load
from course.grading.command import Request
from course.grading.command import run as grade_command
from course.grading.grader import STATE_FILE

from . import pages
from .answers import all_right, all_wrong, partly_right
from .course_folder import CHECK, COURSE_ID, CommandError, CourseFolder
from .formgrader import formgrader

LEARNERS = ("all-right", "all-wrong", "partly")


@pytest.fixture(scope="module")
def graded(tea: CourseFolder, tmp_path_factory: pytest.TempPathFactory) -> CourseFolder:
    """The sample course with three graded submissions and no feedback yet."""
    course = tea.copied(tmp_path_factory.mktemp("graded"))
    course.exchange.mkdir()
    course.configure(f"c.Exchange.root = {str(course.exchange)!r}")
    course.nbgrader("generate_assignment", CHECK, "--force")
    items = course.check.items
    for name, sitting in zip(LEARNERS, (all_right(items), all_wrong(items), partly_right(items)), strict=True):
        course.hand_in(name, sitting.answers)
    assert grade_command(Request(course.root)) == 0
    return course


@pytest.fixture(scope="module")
def told(graded: CourseFolder) -> CourseFolder:
    """The same with feedback."""
    graded.nbgrader("generate_feedback", CHECK)
    return graded


@pytest.fixture
def course(graded: CourseFolder, tmp_path: Path) -> CourseFolder:
    """The same, to change."""
    course = graded.copied(tmp_path)
    course.exchange.mkdir()
    course.configure(f"c.Exchange.root = {str(course.exchange)!r}")
    return course


def summary(course: CourseFolder, learner: str) -> BeautifulSoup:
    found = BeautifulSoup(course.feedback(learner), "html.parser").select(".summary")
    assert len(found) == 1
    return BeautifulSoup(str(found[0]), "html.parser")


def words(soup: BeautifulSoup) -> str:
    return pages.text(str(soup))


def test_summary_says_whether_the_learner_has_passed(told: CourseFolder) -> None:
    assert "Your score: 7 of 7 points You have passed. The pass mark is 80%." in words(summary(told, "all-right"))
    assert "Your score: 0 of 7 points The pass mark is 80%, so you have not" in words(summary(told, "all-wrong"))


def test_summary_sums_points_by_objective(told: CourseFolder) -> None:
    objectives = load(told.root / "content").modules[0].settings.objectives
    graded = told.grade("partly").points
    rows = [words(BeautifulSoup(str(row), "html.parser")) for row in summary(told, "partly").select("li")]
    mine = {one.id: [slot for slot in told.check.blueprint if slot.objective == one.id] for one in objectives}
    assert len(rows) == sum(bool(slots) for slots in mine.values())
    for row, one in zip(rows, [one for one in objectives if mine[one.id]], strict=True):
        points = sum(graded[slot.slot] for slot in mine[one.id])
        assert row.startswith(
            f"{' '.join(one.text.split())} {round(points, 2):g} of {sum(slot.points for slot in mine[one.id])}"
        )


def test_what_to_read_again_is_named_only_where_points_are_missing(told: CourseFolder) -> None:
    assert "Read again" not in words(summary(told, "all-right"))
    assert words(summary(told, "all-wrong")).count("Read again:") == 2


def test_what_to_read_again_links_to_the_lesson_s_section(told: CourseFolder) -> None:
    questions = json.loads((told.root / "source" / CHECK / "questions.json").read_text(encoding="utf-8"))
    sections = [title for one in questions["objectives"].values() for title in one["sections"]]
    links = summary(told, "all-wrong").select("a")
    assert [link.get_text() for link in links] == sections != []
    lesson = json.loads((told.root / "notebooks" / "01-tea.ipynb").read_text(encoding="utf-8"))
    headings = {line.strip() for cell in lesson["cells"] for line in cell["source"] if line.startswith("## ")}
    for link, title in zip(links, sections, strict=True):
        assert f"## {title}" in headings
        assert link["href"] == f"/hub/user-redirect/lab/tree/lessons/01-tea.ipynb#{title.replace(' ', '-')}"


def test_sections_are_named_without_links_where_no_address_is_set(course: CourseFolder) -> None:
    course.configure('c.FeedbackExporter.lessons = ""')
    course.nbgrader("generate_feedback", CHECK)
    assert summary(course, "all-wrong").select("a") == []
    assert "Read again:" in words(summary(course, "all-wrong"))


def test_points_that_a_person_gave_stand_on_the_card_and_in_the_sum(course: CourseFolder) -> None:
    slot = course.check.blueprint[0].slot
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}", COURSE_ID) as gradebook:
        gradebook.find_grade(slot, CHECK, CHECK, "all-wrong").manual_score = 1.0
        gradebook.db.commit()
    course.nbgrader("generate_feedback", CHECK)
    card = pages.cards(course.feedback("all-wrong"))[0]
    assert (card.result, card.points) == ("Right", "1 of 1 point")
    assert card.notices == ["Your instructor has given the points of this question."]
    assert "Your score: 1 of 7 points" in words(summary(course, "all-wrong"))


def test_a_submission_that_waits_for_a_person_is_not_told_that_it_failed(course: CourseFolder) -> None:
    course.hand_in("silent", {})
    grade_command(Request(course.root))
    course.nbgrader("generate_feedback", CHECK)
    said = words(summary(course, "silent"))
    assert "has not looked at all of it yet, so this may change." in said
    assert "pass" not in said


def test_a_graded_notebook_that_is_broken_keeps_nobody_else_from_feedback(course: CourseFolder) -> None:
    broken = course.root / "autograded" / "all-right" / CHECK / f"{CHECK}.ipynb"
    broken.chmod(0o600)
    broken.write_text("{", encoding="utf-8")
    with pytest.raises(CommandError, match="all-right: no feedback made"):
        course.nbgrader("generate_feedback", CHECK)
    assert pages.cards(course.feedback("all-wrong")) != []


def test_a_submission_without_nbgrader_s_files_keeps_nobody_else_from_feedback(course: CourseFolder) -> None:
    (course.root / "submitted" / "all-right" / CHECK / "timestamp.txt").unlink()
    (course.root / "submitted" / "all-wrong" / CHECK / "submission_secret.txt").unlink()
    grade_command(Request(course.root))
    course.nbgrader("generate_feedback", CHECK)
    with pytest.raises(CommandError, match=r"all-wrong: feedback not released: the submission has no submission_sec"):
        course.nbgrader("release_feedback", CHECK)
    released = {path.read_text(encoding="utf-8") for path in (course.exchange / COURSE_ID / "feedback").iterdir()}
    assert released == {course.feedback("all-right"), course.feedback("partly")}


def test_formgrader_s_buttons_go_the_same_way(course: CourseFolder) -> None:
    course.hand_in("late-comer", all_right(course.check.items).answers)
    linked = course.hand_in("linked", {})
    (linked / "responses.jsonl").symlink_to(course.root / "gradebook.db")
    with formgrader(course) as server:
        assert server.press(f"submission/{CHECK}/late-comer/autograde")["success"]
        told = server.press(f"submission/{CHECK}/linked/autograde")
        assert not told["success"]
        assert f"{CHECK}, linked: answers file: it is a link. Ask the learner to submit again." in told["log"]
        assert server.press(f"assignment/{CHECK}/generate_feedback")["success"]
        assert server.press(f"assignment/{CHECK}/release_feedback")["success"]
    assert course.grade("late-comer").total == 7
    assert (course.root / "autograded" / "late-comer" / CHECK / STATE_FILE).exists()
    assert "You have passed." in words(summary(course, "late-comer"))
    assert len(list((course.exchange / COURSE_ID / "feedback").iterdir())) == 5


def test_feedback_folder_holds_the_page_and_what_releases_it(told: CourseFolder) -> None:
    folder = told.root / "feedback" / "partly" / CHECK
    assert sorted(path.name for path in folder.iterdir()) == [f"{CHECK}.html", "submission_secret.txt", "timestamp.txt"]
