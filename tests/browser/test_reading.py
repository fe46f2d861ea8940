"""The reading of a lesson in a real hub: on a phone, and from the practice exam's report to the section it names."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from course import bank
from deploy.local.settings import ROOT
from tests.browser.components import axe_faults, contrasts
from tests.browser.hub import Hub, PageOf, choose_theme, end_kernels, front_page, open_lab, wait_until_live

LEARNER = "learner1"
COURSE = bank.load(ROOT / "content")
LESSON = f"lessons/{COURSE.modules[1].name}.ipynb"  # it has the widest table

# What hangs over the edge of the reading; a figure scrolls inside its paragraph.
OVER_THE_EDGE = """page => {
  const edge = page.querySelector(".jp-MarkdownOutput").getBoundingClientRect().right + 1;
  return [...page.querySelectorAll(".jp-MarkdownOutput :is(p, li, table, td, blockquote, h1, h2, h3)")]
    .filter((one) => one.getBoundingClientRect().right > edge).map((one) => one.textContent.slice(0, 60));
}"""


@pytest.fixture
def lab(page_of: PageOf, hub: Hub) -> Iterator[Page]:
    """A learner, signed in."""
    page = page_of(LEARNER)
    yield page
    end_kernels(page, hub, LEARNER)


def open_page(page: Page, hub: Hub, path: str) -> Locator:
    open_lab(page, hub, LEARNER, path)
    wait_until_live(page)
    return front_page(page)


def test_on_a_phone_lab_makes_room_and_a_table_is_a_list_that_names_its_columns(
    lab: Page, hub: Hub, screenshots: Path
) -> None:
    lab.set_viewport_size({"width": 360, "height": 740})
    lesson = open_page(lab, hub, LESSON)
    lab.screenshot(path=screenshots / "reading-phone.png")
    box = lesson.bounding_box()
    assert box
    assert box["width"] > 340, "Lab's side bars and its list of files are put away"
    table = lesson.locator(".jp-MarkdownOutput table").first
    columns = table.get_by_role("columnheader").all_text_contents()  # still a table to a screen reader
    assert len(columns) > 2
    cell = table.get_by_role("row").nth(1).get_by_role("cell").nth(1)
    expect(cell).to_have_css("display", "block")
    assert cell.evaluate("node => getComputedStyle(node, '::before').content") == f'"{columns[1]}: "'
    names = lesson.locator(".jp-MarkdownOutput td").evaluate_all("cells => cells.map((cell) => cell.dataset.column)")
    assert [name for name in names if re.search(r"[0-9]$", name)] == [], "a source's number is no part of a name"
    assert lesson.evaluate(OVER_THE_EDGE) == []


def test_reading_is_sound_for_eyes_and_readers(lab: Page, hub: Hub) -> None:
    open_page(lab, hub, LESSON)
    for theme in ("JupyterLab Dark", "JupyterLab Light"):
        choose_theme(lab, theme)
        assert axe_faults(lab, ".jp-MarkdownOutput") == [], theme
        weak = [one for one in contrasts(lab, ".jp-MarkdownOutput:has(table)") if one["value"] < one["least"]]
        assert weak == [], theme


def test_report_of_the_exam_leads_to_the_sections_it_names(lab: Page, hub: Hub) -> None:
    exam = open_page(lab, hub, "lessons/capstone.ipynb").locator(".course-exam")
    exam.get_by_label("Without a clock").check()
    for name in ("Start the exam", "Finish…", "Finish and see the report"):
        exam.get_by_role("button", name=name).click()
    # Nothing was answered, so that every aim that was asked for is worth reading again.
    links = exam.get_by_role("link", name=re.compile("^Read again: "))
    expect(links.first).to_be_visible()
    last = {(link.get_attribute("href") or "").partition("#")[0]: link for link in links.all()}
    assert len(last) > 2
    for link in last.values():
        heading, _, _ = link.inner_text().removeprefix("Read again: ").rpartition(" (")
        with lab.expect_popup() as opened:
            link.click()
        lesson = opened.value
        wait_until_live(lesson)
        expect(lesson.get_by_role("heading", name=heading, exact=True)).to_be_in_viewport()
        lesson.close()
    shutil.rmtree(hub.home(LEARNER) / ".local/share" / COURSE.settings.id)
