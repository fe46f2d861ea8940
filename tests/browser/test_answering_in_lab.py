"""What happens to an answer in real JupyterLab when the page, the kernel or the keyboard gets in the way."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Locator, Page, expect

from course import bank, responses
from course.items import right_response
from deploy.local.settings import ROOT
from tests.browser.answering import expect_saved, form_of, give, quizzes
from tests.browser.components import axe_faults
from tests.browser.hub import (
    Hub,
    PageOf,
    choose,
    choose_theme,
    open_lab,
    run_all,
    wait_idle,
    wait_until_live,
)

LEARNER = "learner3"
CHECK = bank.load(ROOT / "content").modules[0].check
UNSAVED_WITHIN = 20_000  # milliseconds


@pytest.fixture
def folder(hub: Hub) -> Iterator[Path]:
    """A knowledge check as fetched, in a folder that no other test has."""
    folder = hub.home(LEARNER) / "trial"
    shutil.copytree(ROOT / "release" / CHECK.id, folder)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def lab(page_of: PageOf, hub: Hub, folder: Path) -> Iterator[Page]:
    """The check open and run."""
    page = page_of(LEARNER)
    _open(page, hub)
    yield page
    # The next test's notebook of the same name must not meet this one's kernel.
    choose(page, "Kernel", "kernelmenu:shutdown")
    expect(page.locator("#jp-main-statusbar")).not_to_contain_text("| Idle")


def _open(page: Page, hub: Hub) -> None:
    open_lab(page, hub, LEARNER, f"trial/{CHECK.id}.ipynb")
    wait_until_live(page)


def _first_radio_quiz(page: Page) -> Locator:
    """A quiz of single choice or scenario; every form has one."""
    quiz = quizzes(page).filter(has=page.locator('[data-type="single"], [data-type="scenario"]')).first
    quiz.scroll_into_view_if_needed()
    return quiz


def _logged(folder: Path) -> list[object]:
    return [record.response for record in responses.read(folder / responses.FILE_NAME).records]


def kernel_of(folder: Path) -> psutil.Process:
    """The kernel of the notebook in a folder."""
    # Of another account's processes neither is told; they are none of ours.
    found = [
        process
        for process in psutil.process_iter(["cmdline", "cwd"], ad_value="")
        if "ipykernel_launcher" in " ".join(process.info["cmdline"] or ()) and process.info["cwd"] == str(folder)
    ]
    assert len(found) == 1
    return found[0]


def test_answers_are_on_screen_again_after_a_reload_and_a_restart(lab: Page, hub: Hub, folder: Path) -> None:
    for quiz, item in zip(quizzes(lab).all(), form_of(CHECK, LEARNER).values(), strict=True):
        quiz.scroll_into_view_if_needed()
        give(quiz, right_response(item) or [])
        expect_saved(quiz)
    before = [_on_screen(quiz) for quiz in quizzes(lab).all()]
    kernel_of(folder).send_signal(signal.SIGKILL)
    _open(lab, hub)
    assert [_on_screen(quiz) for quiz in quizzes(lab).all()] == before
    for quiz in quizzes(lab).all():
        expect_saved(quiz)


def _on_screen(quiz: Locator) -> object:
    """What a quiz shows as its answer."""
    return quiz.evaluate(
        """root => ({
          chosen: [...root.querySelectorAll('input:checked')].map((input) => input.value),
          matched: [...root.querySelectorAll('select')].map((select) => select.value),
          order: [...root.querySelectorAll('ol.cq-steps > li')].map((step) => step.dataset.id),
        })"""
    )


def test_with_the_kernel_dead_an_answer_is_not_saved_and_comes_through_when_the_cells_run_again(
    lab: Page, folder: Path, screenshots: Path
) -> None:
    quiz = _first_radio_quiz(lab)
    quiz.get_by_role("radio").first.check()
    expect_saved(quiz)
    kept = _logged(folder)
    os.kill(kernel_of(folder).pid, signal.SIGKILL)
    quiz.get_by_role("radio").nth(1).check()
    status = quiz.locator(".cq-save")
    expect(status).to_contain_text("Not saved", timeout=UNSAVED_WITHIN)
    expect(quiz.get_by_role("radio").nth(1)).to_be_checked()
    lab.screenshot(path=screenshots / "kernel-dead.png")
    assert _logged(folder) == kept
    wanted = quiz.get_by_role("radio").nth(1).get_attribute("value")

    dialog = lab.locator(".jp-Dialog")  # Lab may tell that the kernel was restarted
    if dialog.is_visible():
        dialog.get_by_role("button").last.click()
    run_all(lab)
    again = _first_radio_quiz(lab)
    expect_saved(again)
    expect(again.locator(f'input[value="{wanted}"]')).to_be_checked()
    assert _logged(folder) == [*kept, [wanted]]


def test_after_a_restart_without_running_the_cells_nothing_pretends_to_be_saved(lab: Page, folder: Path) -> None:
    quiz = _first_radio_quiz(lab)
    choose(lab, "Kernel", "kernelmenu:restart")
    lab.locator(".jp-Dialog button.jp-mod-accept").click()
    wait_idle(lab)
    quiz.get_by_role("radio").first.check()
    expect(quiz.locator(".cq-save")).to_contain_text("Not saved", timeout=UNSAVED_WITHIN)
    assert not (folder / responses.FILE_NAME).exists()


def test_keys_typed_on_an_option_never_reach_the_notebook(lab: Page) -> None:
    cells = lab.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Cell")
    count = cells.count()
    quiz = _first_radio_quiz(lab)
    radio = quiz.get_by_role("radio").first
    radio.focus()
    selected = lab.locator(".jp-Cell.jp-mod-selected").count()
    for key in ("d", "d", "x", "a", "b", "m", "ArrowDown", "ArrowDown", "0", "0"):
        lab.keyboard.press(key)
    assert cells.count() == count
    assert lab.locator(".jp-Cell.jp-mod-selected").count() == selected
    expect(quiz.get_by_role("radio").nth(2)).to_be_checked()
    expect_saved(quiz)


def test_two_tabs_of_one_notebook_lose_nothing(lab: Page, hub: Hub, folder: Path) -> None:
    other = lab.context.new_page()
    _open(other, hub)
    one, two = _first_radio_quiz(lab), _first_radio_quiz(other)
    for n in range(3):
        for quiz in (one, two):
            quiz.get_by_role("radio").nth(n).check()
            expect_saved(quiz)
    values = [two.get_by_role("radio").nth(n).get_attribute("value") for n in range(3)]
    logged = _logged(folder)
    assert logged[-1] == [values[2]]
    assert [values[0]] in logged
    assert [values[1]] in logged
    other.close()


def test_axe_finds_nothing_wrong_with_the_quizzes(lab: Page, screenshots: Path) -> None:
    _first_radio_quiz(lab).get_by_role("radio").first.check()
    for theme in ("JupyterLab Dark", "JupyterLab Light"):
        choose_theme(lab, theme)
        for n, quiz in enumerate(quizzes(lab).all()):
            quiz.scroll_into_view_if_needed()
            lab.screenshot(path=screenshots / f"{theme.split()[1].lower()}-{n + 1}.png")
        assert axe_faults(lab, ".course-quiz") == [], theme


def test_a_quiz_fits_a_narrow_page(lab: Page, screenshots: Path) -> None:
    lab.keyboard.press("Control+b")  # put the file browser away
    lab.set_viewport_size({"width": 360, "height": 740})
    wide = quizzes(lab).evaluate_all("quizzes => quizzes.map((quiz) => quiz.scrollWidth > quiz.clientWidth)")
    lab.screenshot(path=screenshots / "narrow.png")
    assert not any(wide)
    lab.set_viewport_size({"width": 1280, "height": 900})
