"""What the hub shows a learner and an instructor, in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hub import Hub, choose, commands_in, open_assignment_list, open_lab, sign_in


def test_a_learner_sees_no_instructors_tools(page: Page, hub: Hub, outside_requests: list[str]) -> None:
    sign_in(page, hub, "learner1")
    assert commands_in(page, "Nbgrader") == ["nbgrader:open-assignment-list"]
    expect(page.get_by_role("menuitem", name="Grading")).to_have_count(0)
    expect(page.get_by_role("tab", name="Create Assignment")).to_have_count(0)
    assert outside_requests == []


def test_a_learner_gets_no_terminal(page: Page, hub: Hub, outside_requests: list[str]) -> None:
    sign_in(page, hub, "learner1")
    page.get_by_role("button", name="New Launcher").click()
    expect(page.locator(".jp-LauncherCard").first).to_be_visible()
    expect(page.locator(".jp-LauncherCard", has_text="Terminal")).to_have_count(0)
    answer = page.request.get(f"{hub.url}/user/learner1/api/terminals")
    assert answer.status == 404
    assert outside_requests == []


@pytest.mark.parametrize("path", ["formgrader", "formgrader/manage_assignments", "formgrader/api/assignments"])
def test_a_learner_gets_no_grading_page(page: Page, hub: Hub, path: str) -> None:
    sign_in(page, hub, "learner1")
    assert page.request.get(f"{hub.url}/user/learner1/{path}").status == 404
    assert page.request.get(f"{hub.url}/user/instructor/{path}").status in {403, 404, 424}


def test_a_learner_finds_lessons_and_the_list_of_checks(page: Page, hub: Hub, outside_requests: list[str]) -> None:
    sign_in(page, hub, "learner1")
    page.get_by_role("tab", name="File Browser").click()  # put away at the first visit, behind the course page
    expect(page.locator(".jp-DirListing-item", has_text="lessons")).to_be_visible()
    open_assignment_list(page)
    expect(page.locator("#released_assignments_list")).to_be_visible()
    expect(page.locator("#assignments_error:visible, .version_error:visible")).to_have_count(0)
    assert outside_requests == []


def test_the_instructor_opens_the_grading_page_from_lab(page: Page, hub: Hub, outside_requests: list[str]) -> None:
    sign_in(page, hub, "instructor")
    with page.context.expect_page() as opened:
        choose(page, "Grading", "help:open")
    grading = opened.value
    expect(grading.get_by_role("heading", name="Manage Assignments")).to_be_visible()
    expect(grading.get_by_text("nbgrader is not configured correctly")).to_have_count(0)
    assert outside_requests == []


def test_lab_shows_no_news_and_looks_for_no_updates(page: Page, hub: Hub, outside_requests: list[str]) -> None:
    for name in ("learner2", "instructor"):
        sign_in(page, hub, name)
        open_lab(page, hub, name)
        # News and updates are asked for a moment after Lab has loaded.
        page.wait_for_timeout(3000)
        expect(page.locator(".Toastify__toast")).to_have_count(0)
        page.context.clear_cookies()
    assert outside_requests == []
