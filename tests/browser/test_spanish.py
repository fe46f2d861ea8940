"""The interface in Spanish in a real hub: chosen on the course page, kept for the account; and reminders."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from course import responses
from course.responses import Record
from tests.browser.answering import quizzes
from tests.browser.components import axe_faults, contrasts
from tests.browser.hub import PAGE_WITHIN, Hub, PageOf, enter_lab, front_page, open_lab, wait_until_live
from tests.browser.languages import left_over
from tests.browser.test_course_page import COURSE, LEARNER, assert_home_fits, card, forget, home, press_until

CHECK = COURSE.modules[1].check  # the first one is other tests' to submit
CHROME = ".course-bar, .jp-NotebookPanel:not(.lm-mod-hidden) .jp-NotebookPanel-toolbar > .course-button"


def preferences_of(hub: Hub) -> Path:
    return hub.home(LEARNER) / ".config" / "course" / "preferences.json"


@pytest.fixture
def lab(page_of: PageOf, hub: Hub) -> Iterator[Page]:
    """A learner who has done nothing and chosen nothing yet, just come in."""
    for folder in (preferences_of(hub).parent, hub.home(LEARNER) / CHECK.id):
        shutil.rmtree(folder, ignore_errors=True)
    forget(hub)
    page = page_of(LEARNER)
    enter_lab(page, hub, LEARNER)
    expect(card(page)).to_be_visible(timeout=PAGE_WITHIN)
    yield page
    for folder in (preferences_of(hub).parent, hub.home(LEARNER) / CHECK.id):
        shutil.rmtree(folder, ignore_errors=True)
    forget(hub)


def choose_spanish(page: Page) -> None:
    chooser = home(page).get_by_role("group", name="Language · Idioma").get_by_role("button", name="Español")
    press_until(page, chooser)
    page.keyboard.press("Enter")
    expect(home(page).get_by_role("heading", name="Módulos")).to_be_visible(timeout=PAGE_WITHIN)


def test_spanish_is_chosen_by_keyboard_and_follows_the_learner(lab: Page, hub: Hub, screenshots: Path) -> None:
    choose_spanish(lab)
    focused = home(lab).get_by_role("button", name="Español")
    expect(focused).to_be_focused()
    expect(focused).to_have_attribute("aria-pressed", "true")
    assert json.loads(preferences_of(hub).read_text())["language"] == "es"
    home(lab).get_by_text("Mis datos y privacidad").click()
    expect(home(lab)).to_contain_text("El idioma que elegiste")
    assert left_over(lab, ".course-home", "es", "en") == []
    expect(home(lab).get_by_role("heading", level=1)).to_have_attribute("lang", "en")
    assert axe_faults(lab, ".course-home") == []
    assert [one for one in contrasts(lab, ".course-home") if one["value"] < one["least"]] == []
    assert_home_fits(lab, (1280, 900, 360), screenshots, "spanish-course-page")
    lab.set_viewport_size({"width": 1280, "height": 900})
    open_lab(lab, hub, LEARNER)  # as on another day, in another browser
    expect(home(lab).get_by_role("heading", name="Módulos")).to_be_visible(timeout=PAGE_WITHIN)


def test_lesson_and_check_speak_spanish_and_change_at_once(lab: Page, hub: Hub, screenshots: Path) -> None:
    choose_spanish(lab)
    home(lab).get_by_role("button", name="Empezar", exact=True).click()
    wait_until_live(lab)
    assert left_over(lab, ".course-activity", "es", "en") == []
    assert left_over(lab, CHROME, "es", "en") == []
    expect(front_page(lab).locator(".jp-Notebook").first).to_have_attribute("lang", "en")
    for width in (1280, 360):
        lab.set_viewport_size({"width": width, "height": 900})
        quizzes(lab).first.scroll_into_view_if_needed()
        lab.screenshot(path=screenshots / f"spanish-lesson-{width}.png")
    lab.set_viewport_size({"width": 1280, "height": 900})
    front_page(lab).get_by_role("button", name="Página del curso").click()
    home(lab).locator(".course-card").nth(1).get_by_role("button", name="Empezar la prueba de conocimientos").click()
    wait_until_live(lab)
    expect(quizzes(lab).first).to_contain_text(f"Pregunta 1 de {len(CHECK.blueprint)}")
    assert left_over(lab, ".course-activity", "es", "en") == []
    front_page(lab).get_by_role("button", name="Página del curso").click()
    home(lab).get_by_role("button", name="English").click()
    expect(home(lab).get_by_role("heading", name="Modules")).to_be_visible(timeout=PAGE_WITHIN)
    lab.get_by_role("tab", name=CHECK.id).click()
    expect(quizzes(lab).first).to_contain_text(f"Question 1 of {len(CHECK.blueprint)}", timeout=PAGE_WITHIN)


def test_final_assessment_is_called_by_its_name(lab: Page) -> None:
    last = home(lab).locator(".course-card").last
    expect(last.get_by_role("term").filter(has_text="Final assessment")).to_have_count(1)
    expect(last).not_to_contain_text("nowledge check")


def test_reminder_comes_once_a_day_and_only_when_it_was_asked_for(lab: Page, hub: Hub, screenshots: Path) -> None:
    log = hub.home(LEARNER) / ".local/share" / COURSE.settings.id / responses.FILE_NAME
    responses.append(log, Record("card-empathy", ["good"], 1, "2026-01-05T10:00:00Z", LEARNER))
    note = lab.locator(".Toastify__toast").filter(has_text="1 flashcard is due.")
    open_lab(lab, hub, LEARNER)
    expect(card(lab)).to_contain_text("1 due today", timeout=PAGE_WITHIN)
    lab.wait_for_timeout(2000)
    expect(note).to_have_count(0)
    press_until(lab, home(lab).get_by_text("My data and privacy"))
    lab.keyboard.press("Enter")
    switch = home(lab).get_by_role("switch", name="Remind me")
    expect(switch).not_to_be_checked(timeout=PAGE_WITHIN)
    press_until(lab, switch)
    lab.keyboard.press("Space")
    expect(home(lab).get_by_role("status")).to_have_text("Reminders are on.")
    expect(switch).to_be_checked()

    open_lab(lab, hub, LEARNER)
    expect(note).to_be_visible(timeout=PAGE_WITHIN)
    expect(note).to_contain_text("knowledge check")
    expect(lab.get_by_role("status").filter(has_text="1 flashcard is due.")).to_have_count(1)
    expect(lab.get_by_role("alert").filter(has_text="1 flashcard is due.")).to_have_count(0)
    lab.screenshot(path=screenshots / "reminder.png")
    for _ in range(200):  # it stands at the end of Lab's page
        if lab.evaluate("document.activeElement.textContent.trim()") == "Dismiss":
            break
        lab.keyboard.press("Tab")
    lab.keyboard.press("Enter")
    expect(note).to_have_count(0)
    kept = json.loads(preferences_of(hub).read_text())
    assert kept["reminders"] is True
    assert abs((datetime.fromisoformat(kept["reminded"] + "T12:00Z") - datetime.now(UTC)).days) <= 1

    open_lab(lab, hub, LEARNER)
    expect(card(lab)).to_be_visible(timeout=PAGE_WITHIN)
    lab.wait_for_timeout(2000)
    expect(note).to_have_count(0)
