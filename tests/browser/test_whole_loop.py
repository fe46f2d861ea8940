"""From sign-in to feedback, as two learners and an instructor go through it, each in a browser of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from course import bank, responses
from course.items import Item, right_response
from course.lesson_cells import calls
from course.outline import Check, Module
from course.questions import Response
from deploy.local.settings import ROOT
from tests.browser.answering import a_lesser_response, expect_saved, form_of, give, points, quizzes
from tests.browser.hub import (
    Hub,
    Launch,
    open_assignment_list,
    open_lab,
    record_outside_requests,
    running_hub,
    sign_in,
    wait_until_live,
)

ON_THE_COURSE_PAGE = "learner2"  # fetches, submits and reads feedback there; the other in nbgrader's own list
LONG = 90_000  # milliseconds, for what nbgrader does on two busy cores


@pytest.fixture(scope="module")
def module() -> Module:
    return bank.load(ROOT / "content").modules[0]


@pytest.fixture(scope="module")
def loop_hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    """A hub of its own: what is submitted and graded here must not meet other tests."""
    with running_hub(tmp_path_factory.mktemp("loop")) as hub:
        yield hub


def test_two_learners_go_from_sign_in_to_feedback_with_the_expected_scores(
    launch: Launch, loop_hub: Hub, module: Module, screenshots: Path
) -> None:
    check = module.check
    answers = {"learner1": _all_right(check, "learner1"), "learner2": _every_other_lesser(check, "learner2")}
    expected = {name: _total(check, name, given) for name, given in answers.items()}
    assert expected["learner1"] == 10
    assert 0 < expected["learner2"] < 10

    contexts = {name: launch(name) for name in (*answers, "instructor")}
    outside = [record_outside_requests(context) for context in contexts.values()]
    pages = {name: context.new_page() for name, context in contexts.items()}

    for name, given in answers.items():
        page = pages[name]
        sign_in(page, loop_hub, name)
        _practise(page, loop_hub, name, module, screenshots)
        if name == ON_THE_COURSE_PAGE:
            _begin_on_the_course_page(page, loop_hub, name, check, screenshots)
            _answer(page, loop_hub, name, check, given, screenshots)
            _submit_on_the_course_page(page, loop_hub, name, check, screenshots)
        else:
            _fetch(page, check)
            _answer(page, loop_hub, name, check, given, screenshots)
            _submit(page, check, screenshots)
    _collect_grade_and_return(pages["instructor"], loop_hub, check, expected, screenshots)
    for name in answers:
        read = _read_on_the_course_page if name == ON_THE_COURSE_PAGE else _read_feedback
        read(pages[name], loop_hub, name, check, expected[name], screenshots)
    assert outside == [[], [], []]


def _all_right(check: Check, learner: str) -> dict[str, Response]:
    return {slot: right_response(item) or [] for slot, item in form_of(check, learner).items()}


def _every_other_lesser(check: Check, learner: str) -> dict[str, Response]:
    given = _all_right(check, learner)
    for n, (slot, item) in enumerate(form_of(check, learner).items()):
        if n % 2 == 0:
            given[slot] = a_lesser_response(item)
    return given


def _total(check: Check, learner: str, given: dict[str, Response]) -> float:
    return sum(points(item, given[slot]) for slot, item in form_of(check, learner).items())


def _practise(page: Page, hub: Hub, name: str, module: Module, screenshots: Path) -> None:
    """The lesson opens, its questions wake up, and one is answered wrong, then right."""
    open_lab(page, hub, name, f"lessons/{module.name}.ipynb")
    wait_until_live(page)
    item = next(one for one in module.practice if one.type == "single")
    quiz = quizzes(page).nth([one.id for one in _as_placed(module)].index(item.id))
    quiz.scroll_into_view_if_needed()
    give(quiz, a_lesser_response(item))
    quiz.get_by_role("button", name="Check my answer").click()
    expect(quiz.locator(".cq-verdict-title")).to_be_visible()
    expect_saved(quiz)
    page.screenshot(path=screenshots / f"{name}-practice-wrong.png")
    give(quiz, right_response(item) or [])
    quiz.get_by_role("button", name="Check my answer").click()
    expect(quiz.locator(".cq-verdict")).to_have_attribute("data-tone", "right")
    expect_saved(quiz)
    page.screenshot(path=screenshots / f"{name}-practice-right.png")
    log = hub.home(name) / ".local/share/peer-support" / responses.FILE_NAME
    assert [record.response for record in responses.read(log).records] == [
        a_lesser_response(item),
        right_response(item),
    ]


def _as_placed(module: Module) -> list[Item]:
    """The practice items in the order of the reading."""
    by_id = {item.id: item for item in module.practice}
    return [by_id[call.name] for call in calls(module.lesson) if call.activity == "practice"]


def _fetch(page: Page, check: Check) -> None:
    open_assignment_list(page)
    row = page.locator("#released_assignments_list .list_item", has_text=check.id)
    row.get_by_role("button", name="Fetch").click()
    expect(page.locator("#fetched_assignments_list")).to_contain_text(check.id, timeout=LONG)


def _answer(page: Page, hub: Hub, name: str, check: Check, given: dict[str, Response], screenshots: Path) -> None:
    """Every question is answered; Validate names the one left open before, and is content after."""
    open_lab(page, hub, name, f"{check.id}/{check.id}.ipynb")
    wait_until_live(page)
    *first, last = enumerate(given.values())
    for n, response in first:
        quiz = quizzes(page).nth(n)
        quiz.scroll_into_view_if_needed()
        give(quiz, response)
        expect_saved(quiz)
    page.screenshot(path=screenshots / f"{name}-check.png")
    assert f"Question {len(given)} is not answered yet" in _validate(page, screenshots / f"{name}-open.png")
    quiz = quizzes(page).nth(last[0])
    quiz.scroll_into_view_if_needed()
    give(quiz, last[1])
    expect_saved(quiz)
    assert "Success" in _validate(page, screenshots / f"{name}-valid.png")


def _validate(page: Page, screenshot: Path) -> str:
    page.get_by_role("button", name="Validate").first.click()
    dialog = page.locator(".jp-Dialog")
    dialog.wait_for(timeout=LONG)
    words = dialog.inner_text()
    page.screenshot(path=screenshot)
    dialog.get_by_role("button", name="OK").click()
    dialog.wait_for(state="detached")
    return words


def _submit(page: Page, check: Check, screenshots: Path) -> None:
    open_assignment_list(page)
    row = page.locator("#fetched_assignments_list .list_item", has_text=check.id).first
    row.get_by_role("button", name="Submit").click()
    expect(page.locator("#submitted_assignments_list")).to_contain_text(check.id, timeout=LONG)
    page.screenshot(path=screenshots / "submitted.png")


def _collect_grade_and_return(
    page: Page, hub: Hub, check: Check, expected: dict[str, float], screenshots: Path
) -> None:
    """Everything by formgrader's own buttons."""
    sign_in(page, hub, "instructor", "/formgrader")
    page.goto(f"{hub.url}/user/instructor/formgrader/manage_assignments")
    row = page.locator("tr", has_text=check.id)
    row.locator("td.collect a").click()
    _close_dialog(page)
    page.goto(f"{hub.url}/user/instructor/formgrader/manage_submissions/{check.id}")
    for name in expected:
        page.locator("tr", has_text=name).locator("td.autograde a").click()
        _close_dialog(page)
    for name, total in expected.items():
        row = page.locator("tr", has_text=name)
        expect(row.locator("td.status")).to_have_text("graded", timeout=LONG)
        expect(row.locator("td.score")).to_have_text(re.compile(rf"^\s*{total:g}(\.0+)? / 10\s*$"))
    page.screenshot(path=screenshots / "instructor-scores.png")
    _look_at_a_submission(page, hub, check, screenshots)
    page.goto(f"{hub.url}/user/instructor/formgrader/manage_assignments")
    for step in ("generate-feedback", "release-feedback"):
        page.locator("tr", has_text=check.id).locator(f"td.{step} a").click()
        _close_dialog(page)


def _look_at_a_submission(page: Page, hub: Hub, check: Check, screenshots: Path) -> None:
    """Manual grading shows cards with the right answers, and no code."""
    page.goto(f"{hub.url}/user/instructor/formgrader/gradebook/{check.id}/{check.id}")
    page.locator("tbody tr td a").first.click()
    page.locator(".course-card").first.wait_for()
    assert page.locator(".course-card").count() == len(check.blueprint)
    assert page.locator("input.score").count() == len(check.blueprint)
    assert "HIDDEN" not in page.content()
    assert "mark(" not in page.locator("body").inner_text()
    page.screenshot(path=screenshots / "instructor-submission.png", full_page=True)


def _close_dialog(page: Page) -> None:
    """nbgrader tells in a dialog how a command went; it must have gone well."""
    dialog = page.locator(".modal.in, .modal.show")
    dialog.locator("text=/[Ss]uccess/").first.wait_for(timeout=LONG)
    dialog.get_by_role("button").last.click()
    dialog.wait_for(state="detached", timeout=LONG)


def _read_feedback(page: Page, hub: Hub, name: str, check: Check, total: float, screenshots: Path) -> None:
    open_lab(page, hub, name)
    open_assignment_list(page)
    row = page.locator("#submitted_assignments_list .list_item", has_text=check.id).first
    row.get_by_role("button", name="Fetch Feedback").click()
    link = page.locator("#submitted_assignments_list").get_by_text("(view feedback)").first
    link.wait_for(timeout=LONG)
    pages = sorted((hub.home(name) / check.id / "feedback").rglob("*.html"))
    assert len(pages) == 1
    page.goto(f"{hub.url}/user/{name}/files/{pages[0].relative_to(hub.home(name))}")
    expect(page.get_by_text(f"Your score: {total:g} of 10 points")).to_be_visible()
    assert page.locator(".course-card").count() == len(check.blueprint)
    page.screenshot(path=screenshots / f"{name}-feedback.png", full_page=True)


def _card(page: Page) -> Locator:
    """The first module's card on the course page."""
    return page.locator(".course-home .course-card").first


def _begin_on_the_course_page(page: Page, hub: Hub, name: str, check: Check, screenshots: Path) -> None:
    """What was practised is counted, and one button fetches the check and opens it."""
    open_lab(page, hub, name)
    card = _card(page)
    expect(card.get_by_text(re.compile(r"^1 of \d+ questions tried"))).to_be_visible(timeout=LONG)
    expect(card.get_by_text(f"Open: {len(check.blueprint)} questions")).to_be_visible()
    card.get_by_role("button", name="Begin the knowledge check").click()
    wait_until_live(page)
    expect(quizzes(page)).to_have_count(len(check.blueprint))
    page.screenshot(path=screenshots / f"{name}-begun.png")


def _submit_on_the_course_page(page: Page, hub: Hub, name: str, check: Check, screenshots: Path) -> None:
    open_lab(page, hub, name)
    card = _card(page)
    number = len(check.blueprint)
    expect(card.get_by_text(f"All {number} questions answered, not submitted yet")).to_be_visible(timeout=LONG)
    card.get_by_role("button", name="Submit").click()
    dialog = page.locator(".jp-Dialog")
    expect(dialog).to_contain_text(f"All {number} questions have an answer")
    page.screenshot(path=screenshots / f"{name}-sure.png")
    dialog.get_by_role("button", name="Submit").click()
    expect(page.locator(".course-home").get_by_role("status")).to_contain_text(
        f"with answers to {number} of {number} questions", timeout=LONG
    )
    expect(card.get_by_text("Feedback is not there yet")).to_be_visible()
    page.screenshot(path=screenshots / f"{name}-receipt.png")


def _read_on_the_course_page(page: Page, hub: Hub, name: str, check: Check, total: float, screenshots: Path) -> None:
    open_lab(page, hub, name)
    card = _card(page)
    expect(card.get_by_text("Your feedback is there.")).to_be_visible(timeout=LONG)
    with page.expect_popup() as opened:
        card.get_by_role("button", name="Read the feedback").click()
    feedback = opened.value
    expect(feedback.get_by_text(f"Your score: {total:g} of 10 points")).to_be_visible(timeout=LONG)
    assert feedback.locator(".course-card").count() == len(check.blueprint)
    feedback.screenshot(path=screenshots / f"{name}-feedback.png")
    # What went wrong is linked to the lesson's section; the lesson opens as a page.
    feedback.get_by_role("link", name="A plain definition").click()
    wait_until_live(feedback)
    expect(feedback.get_by_role("heading", name="A plain definition")).to_be_in_viewport()
    feedback.screenshot(path=screenshots / f"{name}-read-again.png")
