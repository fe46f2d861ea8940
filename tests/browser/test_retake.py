"""A retake on the course page, in a real hub: offered to who did not pass, taken, and the better result counts."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from course import bank, responses
from course.items import Item, right_response
from course.question_files import RETAKE, CheckQuestions
from course.questions import Response
from course.responses import Record
from deploy.local.accounts import INSTRUCTOR
from deploy.local.homes import course_folder, environment_of
from deploy.local.settings import ROOT, Course, Ports, Settings
from tests.browser.answering import a_lesser_response, quizzes
from tests.browser.components import axe_faults, contrasts
from tests.browser.hub import (
    PAGE_WITHIN,
    Hub,
    Launch,
    choose_theme,
    close_side_bar,
    open_lab,
    record_outside_requests,
    running_hub,
    sign_in,
    wait_until_live,
)
from tests.pipeline import warm

PASSED, REPEATS = "learner1", "learner2"
COURSE = bank.load(ROOT / "content")
CHECK = COURSE.modules[0].check
SECOND = f"{CHECK.id}{RETAKE}"
ITEMS = {item.id: item for item in CHECK.items}
TITLE = f"{CHECK.title} (retake)"


class Class:
    """What people of the hub do outside a browser, with nbgrader's commands and ours."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub
        self.settings = Settings(Course(ROOT), hub.state, COURSE.settings.id, Ports(0, 0, 0))

    def run(self, name: str, program: str, *arguments: str) -> None:
        """A command of an account's, in the folder in which it would be given."""
        folder = course_folder(self.settings) if name == INSTRUCTOR else self.hub.home(name)
        command = [str(Path(sys.executable).parent / program), *arguments]
        status, said = warm.run(command, folder, environment_of(self.settings, name))
        assert status == 0, said

    def answer(self, name: str, assignment: str, choose: Callable[[Item], Response]) -> None:
        """Answer all of a fetched assignment."""
        folder = self.hub.home(name) / assignment
        check = CheckQuestions.in_folder(folder)
        for slot, question in check.drawn(name).items():
            response = choose(ITEMS[question["id"]])
            record = Record(question["id"], response, 1, responses.now(), name, slot, check.check, check.form)
            responses.append(folder / responses.FILE_NAME, record)

    def grade(self, assignment: str) -> None:
        """Collect, grade, and give feedback."""
        self.run(INSTRUCTOR, "nbgrader", "collect", assignment)
        self.run(INSTRUCTOR, "course", "grade", assignment)
        self.run(INSTRUCTOR, "nbgrader", "generate_feedback", assignment)
        self.run(INSTRUCTOR, "nbgrader", "release_feedback", assignment)


def all_right(item: Item) -> Response:
    return right_response(item) or []


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Class]:
    """A hub after one check was taken by two learners, and its retake opened to the one who did not pass."""
    with running_hub(tmp_path_factory.mktemp("retake")) as hub:
        one = Class(hub)
        for name, choose in ((PASSED, all_right), (REPEATS, a_lesser_response)):
            one.run(name, "nbgrader", "fetch_assignment", CHECK.id)
            one.answer(name, CHECK.id, choose)
            one.run(name, "nbgrader", "submit", CHECK.id)
        one.grade(CHECK.id)
        one.run(INSTRUCTOR, "nbgrader", "db", "assignment", "add", SECOND, "--duedate=2099-12-01 12:00:00 UTC")
        one.run(INSTRUCTOR, "course", "retake", CHECK.id)
        yield one


def card(page: Page) -> Locator:
    return page.locator(".course-home .course-card").first


def read_feedback(page: Page, name: str) -> None:
    """Press the button; the page of feedback opens in a tab of its own."""
    with page.expect_popup() as popup:
        card(page).get_by_role("button", name=name).click()
    popup.value.close()


def visit(launch: Launch, hub: Hub, name: str) -> tuple[Page, list[str]]:
    context = launch(name)
    outside = record_outside_requests(context)
    page = context.new_page()
    sign_in(page, hub, name)
    expect(card(page)).to_be_visible(timeout=PAGE_WITHIN)
    return page, outside


def test_retake_is_offered_to_who_did_not_pass_and_the_better_result_counts(
    launch: Launch, taught: Class, screenshots: Path
) -> None:
    page, outside = visit(launch, taught.hub, REPEATS)
    expect(card(page)).to_contain_text("Your feedback is there", timeout=PAGE_WITHIN)
    expect(card(page)).to_contain_text("Open to you: 10 questions. The better of your two results counts. Due on Dec 1")
    read_feedback(page, "Read the feedback")
    expect(card(page)).to_contain_text("of 10 points. The pass mark is 80%.")
    expect(page.locator(".course-next")).to_contain_text(TITLE)
    look(page, screenshots, "open")
    page.locator(".course-next").get_by_role("button", name="Begin the retake").click()
    wait_until_live(page)
    expect(quizzes(page)).to_have_count(len(CHECK.blueprint))
    expect(page.get_by_role("heading", level=1).filter(has_text=TITLE)).to_be_visible()
    page.screenshot(path=screenshots / "retake-page.png")
    page.get_by_role("button", name="Course page").click()
    expect(card(page)).to_contain_text("0 of 10 questions answered. Due on Dec 1")
    taught.answer(REPEATS, SECOND, all_right)
    open_lab(page, taught.hub, REPEATS)
    expect(card(page)).to_contain_text("All 10 questions answered, not submitted yet", timeout=PAGE_WITHIN)
    page.locator(".course-next").get_by_role("button", name="Submit").click()
    page.locator(".jp-Dialog").get_by_role("button", name="Submit").click()
    receipt = page.locator(".course-home").get_by_role("status")
    expect(receipt).to_contain_text(f"{TITLE}: submitted on", timeout=PAGE_WITHIN)
    taught.grade(SECOND)
    open_lab(page, taught.hub, REPEATS)
    expect(card(page)).to_contain_text("Your feedback is there", timeout=PAGE_WITHIN)
    read_feedback(page, "Read the feedback on the retake")
    expect(card(page)).to_contain_text("Passed: 10 of 10 points. The better result counts: 10 of 10 points.")
    close_side_bar(page)
    look(page, screenshots, "passed")
    assert outside == []


def test_classmate_who_passed_is_offered_none(launch: Launch, taught: Class, screenshots: Path) -> None:
    page, outside = visit(launch, taught.hub, PASSED)
    expect(card(page)).to_contain_text("Your feedback is there", timeout=PAGE_WITHIN)
    read_feedback(page, "Read the feedback")
    expect(card(page)).to_contain_text("Passed: 10 of 10 points.")
    assert "retake" not in page.locator(".course-home").inner_text().lower()
    page.screenshot(path=screenshots / "retake-none.png")
    assert outside == []


def look(page: Page, screenshots: Path, name: str) -> None:
    """Pictures in both themes and on a phone; no rule of accessibility is broken in any."""
    for theme in ("JupyterLab Dark", "JupyterLab Light"):
        page.set_viewport_size({"width": 1280, "height": 1000})
        choose_theme(page, theme)
        assert axe_faults(page, ".course-home") == []
        assert [one for one in contrasts(page, ".course-home") if one["value"] < one["least"]] == []
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 1000})
            page.wait_for_timeout(300)
            assert page.locator(".course-home").evaluate("node => node.scrollWidth <= node.clientWidth")
            page.screenshot(path=screenshots / f"retake-{name}-{theme.split()[1].lower()}-{width}.png")
    page.set_viewport_size({"width": 1280, "height": 1000})
