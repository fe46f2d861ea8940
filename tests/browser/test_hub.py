"""What the hub shows a learner and an instructor, in a real browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hub import Hub, PageOf, choose, commands_in, enter_lab, open_assignment_list, sign_in

Enter = Callable[[str], Page]


@pytest.fixture
def enter(page_of: PageOf, hub: Hub) -> Enter:
    """A function that opens Lab as an account."""

    def enter(name: str) -> Page:
        page = page_of(name)
        enter_lab(page, hub, name)
        return page

    return enter


def test_somebody_who_signs_in_comes_to_where_they_wanted_to_go(
    page: Page, hub: Hub, outside_requests: list[str]
) -> None:
    sign_in(page, hub, "learner1", "/lab")
    assert page.url.partition("?")[0] == f"{hub.url}/user/learner1/lab"
    assert outside_requests == []


def test_a_learner_sees_no_instructors_tools(enter: Enter) -> None:
    page = enter("learner1")
    assert commands_in(page, "Nbgrader") == ["nbgrader:open-assignment-list"]
    expect(page.get_by_role("menuitem", name="Grading")).to_have_count(0)
    expect(page.get_by_role("tab", name="Create Assignment")).to_have_count(0)


def test_a_learner_gets_no_terminal(enter: Enter, hub: Hub) -> None:
    page = enter("learner1")
    page.get_by_role("button", name="New Launcher").click()
    expect(page.locator(".jp-LauncherCard").first).to_be_visible()
    expect(page.locator(".jp-LauncherCard", has_text="Terminal")).to_have_count(0)
    answer = page.request.get(f"{hub.url}/user/learner1/api/terminals")
    assert answer.status == 404


@pytest.mark.parametrize("path", ["formgrader", "formgrader/manage_assignments", "formgrader/api/assignments"])
def test_a_learner_gets_no_grading_page(page_of: PageOf, hub: Hub, path: str) -> None:
    page = page_of("learner1")
    assert page.request.get(f"{hub.url}/user/learner1/{path}").status == 404
    assert page.request.get(f"{hub.url}/user/instructor/{path}").status in {403, 404, 424}


def test_a_learner_finds_lessons_and_the_list_of_checks(enter: Enter) -> None:
    page = enter("learner1")
    page.get_by_role("tab", name="File Browser").click()  # put away at the first visit, behind the course page
    expect(page.locator(".jp-DirListing-item", has_text="lessons")).to_be_visible()
    open_assignment_list(page)
    expect(page.locator("#released_assignments_list")).to_be_visible()
    expect(page.locator("#assignments_error:visible, .version_error:visible")).to_have_count(0)


def test_the_instructor_opens_the_grading_page_from_lab(enter: Enter) -> None:
    page = enter("instructor")
    with page.context.expect_page() as opened:
        choose(page, "Grading", "help:open")
    grading = opened.value
    expect(grading.get_by_role("heading", name="Manage Assignments")).to_be_visible()
    expect(grading.get_by_text("nbgrader is not configured correctly")).to_have_count(0)


@pytest.mark.parametrize("name", ["learner2", "instructor"])
def test_lab_shows_no_news_and_looks_for_no_updates(enter: Enter, name: str) -> None:
    page = enter(name)
    # News and updates are asked for a moment after Lab has loaded.
    page.wait_for_timeout(3000)
    expect(page.locator(".Toastify__toast")).to_have_count(0)
