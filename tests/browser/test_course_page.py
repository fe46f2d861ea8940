"""The course page: where a learner stands, by mouse and by keyboard, in both themes and on a phone, in a real hub."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Request, expect

from course import bank, reflections, responses
from course.items import SingleChoice
from course.progress import COURSE_FILE, READING_FILE
from course.responses import Record
from deploy.local.settings import ROOT
from tests.browser.answering import expect_saved, give, quizzes
from tests.browser.components import axe_faults, contrasts
from tests.browser.hub import (
    PAGE_WITHIN,
    Hub,
    PageOf,
    choose,
    choose_theme,
    close_side_bar,
    enter_lab,
    open_lab,
    wait_until_live,
)

LEARNER = "learner3"
COURSE = bank.load(ROOT / "content")
MODULE = COURSE.modules[0]
CHECK = MODULE.check
LARGE = 44  # px, of a control that a thumb must hit


def home(page: Page) -> Locator:
    return page.locator(".course-home")


def card(page: Page) -> Locator:
    return home(page).locator(".course-card").first


@pytest.fixture
def afresh(hub: Hub) -> Iterator[None]:
    """A learner who has done nothing yet."""
    forget(hub)
    yield
    forget(hub)


def forget(hub: Hub) -> None:
    shutil.rmtree(hub.home(LEARNER) / ".local/share" / COURSE.settings.id, ignore_errors=True)
    shutil.rmtree(hub.home(LEARNER) / CHECK.id, ignore_errors=True)


@pytest.fixture
def lab(page_of: PageOf, hub: Hub, afresh: None) -> Page:
    """The learner, just come in."""
    page = page_of(LEARNER)
    enter_lab(page, hub, LEARNER)
    expect(card(page)).to_be_visible(timeout=PAGE_WITHIN)
    return page


def assert_home_fits(page: Page, widths: tuple[int, ...], screenshots: Path, name: str) -> None:
    """The course page hangs over no edge, and a thumb hits its buttons; a picture of each width is kept."""
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(300)
        assert home(page).evaluate("node => node.scrollWidth <= node.clientWidth"), f"{width} px"
        for one in home(page).get_by_role("button").all():
            box = one.bounding_box()
            assert box
            assert box["height"] >= LARGE
        page.screenshot(path=screenshots / f"{name}-{width}.png")


def press_until(page: Page, target: Locator) -> None:
    """Tab on until the target has focus, as somebody without a mouse does."""
    for _ in range(60):
        if target.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reached {target}")


def test_the_list_of_files_is_closed_until_the_learner_opens_it(page_of: PageOf, hub: Hub, afresh: None) -> None:
    page = page_of(LEARNER)
    kept: list[dict[str, Any]] = []  # what Lab has written down of its layout

    def note(request: Request) -> None:
        if request.method == "PUT" and "/api/workspaces/" in request.url:
            kept.append(json.loads(request.post_data or "")["data"].get("layout-restorer:data", {}))

    page.on("requestfinished", note)
    open_lab(page, hub, LEARNER)
    page.wait_for_function("localStorage.getItem('course-visited')")
    assert kept, "who leaves now finds the list open the next time"
    assert kept[-1]["left"]["collapsed"]
    files = page.locator("#jp-left-stack")
    page.reload()
    expect(card(page)).to_be_visible(timeout=PAGE_WITHIN)
    expect(files).to_be_hidden()
    page.locator('.jp-SideBar .lm-TabBar-tab[data-id="filebrowser"]').click()
    expect(files).to_be_visible()
    page.wait_for_timeout(2000)
    page.reload()
    expect(card(page)).to_be_visible(timeout=PAGE_WITHIN)
    expect(files).to_be_visible()


def test_a_learner_sees_where_they_are_and_goes_on_by_one_button(lab: Page, hub: Hub, screenshots: Path) -> None:
    number = len(home(lab).locator(".course-card").all())
    assert number == len(COURSE.modules) + 1  # and the capstone
    expect(home(lab).get_by_text(COURSE.settings.crisis.lead)).to_be_visible()
    expect(card(lab)).to_contain_text("0 of")
    lab.screenshot(path=screenshots / "course-page-first.png")
    home(lab).get_by_role("button", name="Begin", exact=True).click()
    wait_until_live(lab)
    log = hub.home(LEARNER) / ".local/share" / COURSE.settings.id / READING_FILE
    expect(lab.locator(".jp-NotebookPanel h1").first).to_be_visible()
    # A section counts when its end has been in sight for a while: scroll to the end of the second.
    lab.locator(".jp-MarkdownCell").nth(1).scroll_into_view_if_needed()
    lab.wait_for_timeout(3000)
    assert len(responses.read(log).records) >= 1
    quiz = quizzes(lab).first
    quiz.scroll_into_view_if_needed()
    give(quiz, ["a"])
    quiz.get_by_role("button", name="Check my answer").click()
    expect_saved(quiz)
    lab.get_by_role("button", name="Course page").click()
    expect(card(lab)).to_contain_text(re.compile(r"[1-9]\d* of \d+ sections read"))
    expect(card(lab)).to_contain_text("1 of")
    read = len(responses.read(log).records)
    expect(card(lab)).to_contain_text(f"{read} of")
    lab.screenshot(path=screenshots / "course-page-later.png")
    # Another day, another browser: it is all there again, and the button goes on where the reading stopped.
    open_lab(lab, hub, LEARNER)
    expect(card(lab)).to_contain_text(f"{read} of", timeout=PAGE_WITHIN)
    home(lab).get_by_role("button", name="Continue", exact=True).click()
    wait_until_live(lab)
    assert len(responses.read(log).records) >= read


def test_submitting_asks_first_when_questions_are_open_and_shows_a_receipt_by_keyboard_alone(
    lab: Page, hub: Hub, screenshots: Path
) -> None:
    begin = card(lab).get_by_role("button", name="Begin the knowledge check")
    press_until(lab, begin)
    lab.keyboard.press("Enter")
    wait_until_live(lab)
    expect(quizzes(lab)).to_have_count(len(CHECK.blueprint))
    lab.get_by_role("button", name="Course page").focus()
    lab.keyboard.press("Enter")
    expect(card(lab)).to_contain_text("0 of 10 questions answered")
    submit = card(lab).get_by_role("button", name="Submit")
    press_until(lab, submit)
    lab.keyboard.press("Enter")
    dialog = lab.locator(".jp-Dialog")
    expect(dialog).to_contain_text("have no answer yet")
    lab.screenshot(path=screenshots / "course-page-sure.png")
    lab.keyboard.press("Enter")  # "Not yet" has the focus while something is open
    expect(dialog).to_have_count(0)
    expect(card(lab)).to_contain_text("0 of 10 questions answered")
    press_until(lab, submit)
    lab.keyboard.press("Enter")
    dialog.get_by_role("button", name="Submit").focus()
    lab.keyboard.press("Enter")
    expect(home(lab).get_by_role("status")).to_contain_text("with answers to 0 of 10 questions", timeout=PAGE_WITHIN)
    expect(card(lab).get_by_role("button", name="Submit again")).to_be_visible()
    lab.screenshot(path=screenshots / "course-page-receipt.png")


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_nothing_is_wrong_for_eyes_and_readers_at_any_width(lab: Page, theme: str, screenshots: Path) -> None:
    choose_theme(lab, theme)
    assert axe_faults(lab, ".course-home") == []
    assert [one for one in contrasts(lab, ".course-home") if one["value"] < one["least"]] == []
    # 640 is 1280 at 200 %
    assert_home_fits(lab, (1280, 640, 360), screenshots, f"course-page-{theme.split()[1].lower()}")


def say_how_sure(hub: Hub, certainty: str, right: int, of: int, items: Iterator[SingleChoice]) -> None:
    """First tries at practice questions, some of them right, all with this certainty."""
    log = hub.home(LEARNER) / ".local/share" / COURSE.settings.id / responses.FILE_NAME
    for n in range(of):
        item = next(items)
        wrong = next(option.id for option in item.options if option.id != item.key)
        response = [item.key if n < right else wrong]
        responses.append(log, Record(item.id, response, 1, "2026-01-05T10:00:00Z", LEARNER, certainty=certainty))


def test_how_sure_and_how_right_stands_below_the_modules_once_there_are_five_answers(
    lab: Page, hub: Hub, screenshots: Path
) -> None:
    practice = (item for module in COURSE.modules for item in module.practice)
    items = (item for item in practice if isinstance(item, SingleChoice))
    picture = home(lab).get_by_role("region", name="How sure, and how right")
    say_how_sure(hub, "guess", 2, 4, items)
    open_lab(lab, hub, LEARNER)
    tried = min(4, sum(isinstance(item, SingleChoice) for item in MODULE.practice))
    expect(card(lab)).to_contain_text(f"{tried} of {len(MODULE.practice)} questions tried", timeout=PAGE_WITHIN)
    expect(picture).to_have_count(0)
    say_how_sure(hub, "fairly-sure", 5, 6, items)
    say_how_sure(hub, "sure", 6, 8, items)
    for theme in ("JupyterLab Light", "JupyterLab Dark"):
        open_lab(lab, hub, LEARNER)
        choose_theme(lab, theme)
        expect(picture).to_be_visible(timeout=PAGE_WITHIN)
        told = [" ".join(row.split()) for row in picture.get_by_role("row").all_inner_texts()]
        assert told[1:] == [
            "A guess 2 of 4 (50%) below 67% Too few answers to tell",
            "Fairly sure 5 of 6 (83%) 67% to 80% Right more often than you thought: you can trust yourself more",
            "Sure 6 of 8 (75%) above 80% Right less often than you thought: check before you rely on it",
        ]
        expect(picture).to_contain_text("Marks for certainty so far: +16, from 18 answers.")
        assert axe_faults(lab, ".course-home") == []
        assert [one for one in contrasts(lab, ".course-home") if one["value"] < one["least"]] == []
        close_side_bar(lab)
        for width in (1280, 640, 360):
            lab.set_viewport_size({"width": width, "height": 900})
            picture.scroll_into_view_if_needed()
            lab.wait_for_timeout(300)
            assert home(lab).evaluate("node => node.scrollWidth <= node.clientWidth"), f"{width} px"
            picture.screenshot(path=screenshots / f"course-page-certainty-{theme.split()[1].lower()}-{width}.png")
        lab.set_viewport_size({"width": 1280, "height": 900})


def test_what_is_wrong_is_said_with_a_remedy_and_a_way_on(lab: Page, hub: Hub) -> None:
    path = hub.home(LEARNER) / "lessons" / COURSE_FILE
    kept = path.read_bytes()
    path.write_text("{")
    try:
        open_lab(lab, hub, LEARNER)
        expect(home(lab).get_by_role("alert")).to_contain_text("damaged. Delete it", timeout=PAGE_WITHIN)
    finally:
        path.write_bytes(kept)
    home(lab).get_by_role("button", name="Try again").click()
    expect(card(lab)).to_be_visible()


def test_the_page_can_be_closed_and_opened_again(lab: Page) -> None:
    lab.get_by_role("tab", name="Course", exact=True).locator(".lm-TabBar-tabCloseIcon").click()
    expect(home(lab)).to_have_count(0)
    choose(lab, "View", "course:home")
    expect(card(lab)).to_be_visible()


def test_my_data_are_shown_copied_and_erased_by_keyboard(lab: Page, hub: Hub, screenshots: Path) -> None:
    folder = hub.home(LEARNER) / ".local/share" / COURSE.settings.id
    responses.append(folder / responses.FILE_NAME, Record("card-empathy", ["good"], 1, "2026-01-05T10:00:00Z", LEARNER))
    reflections.keep(reflections.path_of(folder, "m1-w1"), "for my eyes alone")
    open_lab(lab, hub, LEARNER)
    expect(card(lab)).to_contain_text("1 due today", timeout=PAGE_WITHIN)
    summary = home(lab).get_by_text("My data and privacy")
    press_until(lab, summary)
    lab.keyboard.press("Enter")
    expect(home(lab)).to_contain_text(str(folder / responses.FILE_NAME))
    lab.screenshot(path=screenshots / "course-page-data.png")
    assert axe_faults(lab, ".course-home") == []
    for ticked in (False, True):
        home(lab).get_by_label("With my private reflections").set_checked(ticked)
        with lab.expect_download() as saved:
            home(lab).get_by_text("Save a copy to read").click()
        assert ("for my eyes alone" in saved.value.path().read_text(encoding="utf-8")) == ticked
    erase = home(lab).get_by_role("button", name="Erase my reflections only")
    press_until(lab, erase)
    lab.keyboard.press("Enter")
    expect(lab.locator(".jp-Dialog")).to_contain_text("can\N{RIGHT SINGLE QUOTATION MARK}t bring them back")
    lab.keyboard.press("Enter")  # "Keep it" has the focus
    expect(lab.locator(".jp-Dialog")).to_have_count(0)
    assert (folder / reflections.FOLDER).exists()
    erase.click()
    lab.locator(".jp-Dialog").get_by_role("button", name="Erase").click()
    expect(home(lab).get_by_role("status")).to_contain_text("Erased. Your instructor keeps what you submitted")
    assert not (folder / reflections.FOLDER).exists()
    assert (folder / responses.FILE_NAME).exists()
