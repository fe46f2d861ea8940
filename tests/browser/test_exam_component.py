"""The practice exam alone in a browser, with the exam of the sample course."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

import pytest
from playwright.sync_api import Locator, Page, expect

from course import exams
from course.activities.pages import for_page
from course.bank import load
from course.build.capstone import exam_values
from tests.browser.components import ADDRESS, THEMED, View, axe_faults, contrasts, make_model, open_page, show_element
from tests.unit.content_folder import ContentFolder

ABOUT_FOUR_MINUTES = re.compile(r"(4:00|3:5\d) left")
LONG_AGO = "2020-05-04T10:32:05Z"
ATTEMPTS = [
    {"number": 1, "at": LONG_AGO, "points": 2.5, "of": 5, "seconds": 300},
    {"number": 2, "at": "2020-06-04T10:32:05Z", "points": 4.0, "of": 5, "seconds": 200},
]


@cache
def sample() -> dict[str, Any]:
    with TemporaryDirectory() as folder:
        content = ContentFolder.copied(Path(folder) / "content")
        content.add_capstone()
        course = load(content.path)
        assert course.capstone
        return exam_values(course, course.capstone)


FORM = ["m1-p01", "cap-p01", "m1-p04", "m1-p05", "cap-p02"]


def key(item: str) -> Any:
    return sample()["items"][item]["key"]


def traits() -> dict[str, Any]:
    exam = sample()
    items = {
        name: for_page(item, "ana", "cap") | {"objective": item["objective"], "domain": item["domain"]}
        for name, item in exam["items"].items()
    }
    shown = {name: value for name, value in exam.items() if name != "items"}
    return {"exam": shown, "items": items, "form": FORM, "attempts": []}


def line(state: str, answers: dict[str, Any] | None = None, attempt: int = 1, **changes: str) -> dict[str, Any]:
    """A sitting as the log has it."""
    own = {"state": state, "form": " ".join(FORM), "limit": "5", "used": "60", "place": "0", "flags": ""} | changes
    given = {item: json.dumps(answer) for item, answer in (answers or {}).items()}
    return {"response": own | given, "attempt": attempt, "at": LONG_AGO}


@dataclass
class ExamView(View):
    """A view of a practice exam."""

    @property
    def last(self) -> dict[str, str]:
        """What was sent last."""
        return cast("dict[str, str]", self.responses[-1])

    @property
    def clock(self) -> Locator:
        return self.root.get_by_role("timer")

    def question(self, number: int) -> Locator:
        return self.root.get_by_role("group", name=f"Question {number} of 5")

    def place(self, number: int) -> Locator:
        return self.root.locator(".ex-place").nth(number - 1)


Show = Callable[..., ExamView]


@pytest.fixture
def page(bare_page: Page) -> Page:
    return bare_page


@pytest.fixture
def show(page: Page, page_faults: list[str]) -> Show:
    """A function that shows the exam: `show(answer="nothing", theme="dark", saved=line("paused"))`."""

    def show(*, answer: str = "save", theme: str = "light", width: int = 900, **more: Any) -> ExamView:
        if not page.url.startswith(ADDRESS):
            open_page(page, "exam", theme, width)
        model = make_model(page, traits() | more, answer)
        return ExamView(page, model, show_element(page, model))

    return show


# ---------------------------------------------------------------- the first page


def test_first_page_tells_what_is_asked_and_what_the_shares_are(show: Show) -> None:
    exam = show()
    expect(exam.root.get_by_role("region", name="Practice exam")).to_have_count(1)
    expect(exam.root).to_contain_text("5 questions from all modules")
    expect(exam.root.get_by_role("listitem").filter(has_text="Serving: 2 questions")).to_have_count(1)
    expect(exam.root).to_contain_text("The shares follow the size of the kitchen.")
    expect(exam.root.get_by_label("minutes")).to_have_value("5")
    assert exam.sent == []


@pytest.mark.parametrize("minutes", ["", "0", "601", "2.5"])
def test_clock_wants_a_whole_number_of_minutes(show: Show, minutes: str) -> None:
    exam = show()
    exam.root.get_by_label("minutes").fill(minutes)
    exam.button("Start the exam").click()
    expect(exam.root.get_by_role("alert")).to_have_text("Write a whole number of minutes, from 1 to 600.")
    expect(exam.root.get_by_label("minutes")).to_be_focused()
    assert exam.sent == []


def test_start_keeps_the_form_and_shows_its_first_question(show: Show) -> None:
    exam = show()
    exam.root.get_by_label("minutes").fill("90")
    exam.button("Start the exam").click()
    expect(exam.question(1)).to_be_focused()
    expect(exam.clock).to_have_text(re.compile(r"1:(30:00|29:5\d) left"))
    assert exam.sent[0]["attempt"] == 1
    assert exam.last == line("running", limit="90", used="0")["response"]


@pytest.mark.timed
def test_exam_goes_without_a_clock_too(show: Show) -> None:
    exam = show()
    exam.root.get_by_label("Without a clock").check()
    exam.button("Start the exam").click()
    assert exam.last["limit"] == ""
    exam.page.clock.run_for(61_000)
    expect(exam.clock).to_have_text(re.compile(r"No clock; 1:0\d so far"))


# ---------------------------------------------------------------- a sitting


def test_each_answer_is_kept_and_nothing_is_judged(show: Show) -> None:
    exam = show(saved=line("running"))
    exam.root.get_by_role("radio").first.check()
    assert list(exam.last) == [*line("running")["response"], "m1-p01"]
    expect(exam.root.locator(".cq-note:visible")).to_have_count(0)
    expect(exam.place(1)).to_have_accessible_name("Question 1, answered")
    expect(exam.root).to_contain_text("1 of 5 answered.")


def test_learner_goes_in_any_order_and_comes_back_to_flags(show: Show) -> None:
    exam = show(saved=line("running"))
    flag = exam.button("Flag to come back")
    expect(flag).to_have_attribute("aria-pressed", "false")
    flag.click()
    expect(flag).to_have_attribute("aria-pressed", "true")
    assert exam.last["flags"] == "m1-p01"
    exam.button("Next").click()
    expect(exam.question(2)).to_be_focused()
    exam.place(5).click()
    expect(exam.question(5)).to_be_focused()
    exam.button("Question 1, not answered, flagged").click()
    expect(exam.question(1)).to_be_focused()
    expect(exam.button("Flag to come back")).to_have_attribute("aria-pressed", "true")


def test_answers_stay_when_questions_change(show: Show) -> None:
    exam = show(saved=line("running"))
    chosen = exam.root.get_by_role("radio").first
    chosen.check()
    exam.button("Next").click()
    exam.root.get_by_role("button", name="Back", exact=True).click()
    expect(exam.root.get_by_role("radio").first).to_be_checked()


@pytest.mark.timed
def test_pause_hides_the_question_and_stops_the_clock(show: Show) -> None:
    exam = show(saved=line("running"))
    exam.page.clock.run_for(10_000)
    exam.button("Pause").click()
    assert exam.last["state"] == "paused"
    assert 70 <= int(exam.last["used"]) <= 75  # the test itself takes a moment
    expect(exam.question(1)).to_have_count(0)
    expect(exam.root.get_by_role("group", name="The exam is paused")).to_be_focused()
    left = exam.clock.inner_text()
    assert "3:45 left" <= left <= "3:50 left"
    exam.page.clock.run_for(100_000)
    expect(exam.clock).to_have_text(left)
    exam.button("Go on").click()
    expect(exam.question(1)).to_be_focused()
    assert exam.last["state"] == "running"


@pytest.mark.parametrize("state", ["running", "paused"])
def test_sitting_goes_on_where_it_was_with_the_clock_as_it_was(show: Show, state: str) -> None:
    exam = show(saved=line(state, {"cap-p01": ["b"]}, attempt=3, place="1", flags="m1-p04"))
    expect(exam.clock).to_have_text(ABOUT_FOUR_MINUTES)
    if state == "paused":
        exam.button("Go on").click()
    expect(exam.question(2)).to_have_count(1)
    expect(exam.root.locator("input:checked")).to_have_value("b")
    expect(exam.place(3)).to_have_accessible_name("Question 3, not answered, flagged")
    exam.button("Next").click()
    exam.button("Flag to come back").click()
    assert (exam.sent[-1]["attempt"], exam.last["flags"]) == (3, "")


@pytest.mark.timed
def test_clock_alone_is_kept_now_and_then(show: Show) -> None:
    exam = show(saved=line("running"))
    exam.page.clock.run_for(65_000)
    kept = [int(one["used"]) for one in exam.responses]
    assert len(kept) == 3
    assert all(20 <= after - before <= 22 for before, after in pairwise([60, *kept]))
    expect(exam.save).to_contain_text(re.compile("Saved on .*2020"))  # as it was: nobody is told of the clock


@pytest.mark.timed
def test_clock_stands_still_while_nothing_can_be_kept(show: Show) -> None:
    exam = show(saved=line("running"))
    exam.tell("model.comm_live = false")
    left = exam.clock.inner_text()
    exam.page.clock.run_for(60_000)
    expect(exam.clock).to_have_text(left)
    exam.root.get_by_role("radio").first.check()
    expect(exam.save).to_contain_text("Not saved")
    exam.tell("model.comm_live = true; model.trigger('comm_live_update')")
    expect(exam.save).to_contain_text("Saved")
    exam.page.clock.run_for(5_000)
    expect(exam.clock).not_to_have_text(left)


@pytest.mark.timed
def test_clock_speaks_up_before_it_runs_out_and_cuts_nothing_off(show: Show) -> None:
    exam = show(saved=line("running", used="235"))
    exam.page.clock.run_for(6_000)
    expect(exam.status).to_contain_text("One minute is left.")
    exam.page.clock.run_for(60_000)
    expect(exam.root.get_by_role("group", name="Time is up")).to_be_focused()
    exam.button("Go on without the clock").click()
    expect(exam.question(1)).to_be_focused()
    assert exam.last["limit"] == ""
    expect(exam.clock).to_contain_text("No clock; 5:0")


def test_end_is_asked_for_with_what_is_open_and_flagged(show: Show) -> None:
    answers = {item: key(item) for item in FORM[:3]}
    exam = show(saved=line("running", answers, flags="cap-p01"))
    exam.button("Finish…").click()
    panel = exam.root.get_by_role("group", name="Finish the exam?")
    expect(panel).to_be_focused()
    expect(panel).to_contain_text("Not answered yet: 4, 5.")
    expect(panel).to_contain_text("Flagged: 2.")
    exam.button("Go back to the questions").click()
    expect(exam.question(4)).to_be_focused()


# ---------------------------------------------------------------- the report


def finished(show: Show, **more: Any) -> ExamView:
    answers = {item: key(item) for item in FORM[:3]} | {"cap-p02": ["a"]}
    exam = show(saved=line("running", answers), **more)
    exam.button("Finish…").click()
    exam.button("Finish and see the report").click()
    return exam


def test_report_counts_by_module_domain_and_aim(show: Show) -> None:
    exam = finished(show)
    expect(exam.root.get_by_role("group", name="You got 3 of 5 right (60%).")).to_be_focused()
    for row in ("A good cup 3 of 5", "Brewing 2 of 3", "Serving 1 of 2", "Name what tea needs 3 of 3"):
        expect(exam.root.get_by_role("row", name=row)).to_have_count(1)
    assert exam.last["state"] == "done"


def test_report_leads_back_to_the_section_that_practises_a_weak_aim(show: Show) -> None:
    exam = finished(show)
    links = exam.root.get_by_role("link")
    expect(links).to_have_count(1)
    expect(links).to_have_text("Read again: Then leaves (A good cup)")
    expect(links).to_have_attribute("href", "01-tea.ipynb#Then-leaves")
    expect(links).to_have_attribute("target", "_blank")


def test_each_question_can_be_looked_at_with_its_notes(show: Show) -> None:
    exam = finished(show)
    reviews = exam.root.locator(".ex-review")
    expect(reviews).to_have_count(5)
    told = [one.split(":")[0] for one in reviews.locator("summary").all_inner_texts()]
    assert told == ["1. Right", "2. Right", "3. Right", "4. Not answered", "5. Not right"]
    reviews.last.locator("summary").click()
    expect(reviews.last.locator(".cq-note:visible")).to_have_count(3)
    expect(reviews.last.locator("input").first).to_be_disabled()
    expect(reviews.last).to_contain_text("The cup is theirs, and there is time to ask.")


def test_another_exam_is_a_sitting_of_its_own(show: Show) -> None:
    exam = finished(show)
    exam.button("Take another exam").click()
    expect(exam.root.locator(".ex-lead")).to_be_focused()
    exam.button("Start the exam").click()
    assert exam.sent[-1]["attempt"] == 2
    assert "m1-p01" not in exam.last


def test_last_report_comes_back_another_day(show: Show) -> None:
    exam = show(saved=line("done", {item: key(item) for item in FORM}, attempt=2), attempts=ATTEMPTS)
    exam.button("Show my last report").click()
    expect(exam.root.locator(".ex-score")).to_have_text("You got 5 of 5 right (100%).")
    expect(exam.root).to_contain_text("Nothing stands out")
    assert exam.sent == []


def test_earlier_exams_are_told_in_words_beside_the_plot(show: Show) -> None:
    exam = show(attempts=ATTEMPTS)
    told = exam.root.get_by_role("region", name="Your exams so far").get_by_role("listitem")
    expect(told).to_have_count(2)
    expect(told.first).to_contain_text("2.5 of 5 (50%) in 5 minutes")
    expect(exam.root.locator(".ex-plot circle")).to_have_count(2)


def test_exam_that_has_just_ended_joins_the_earlier_ones(show: Show) -> None:
    exam = finished(show)
    exam.tell(f"model.set('attempts', {json.dumps(ATTEMPTS)})")
    expect(exam.root.get_by_role("region", name="Your exams so far").get_by_role("listitem")).to_have_count(2)


# ---------------------------------------------------------------- for everybody


def test_exam_is_taken_from_start_to_end_by_keyboard_alone(show: Show) -> None:
    exam = show()
    page = exam.page

    def press_until(target: Locator, key: str = "Tab") -> None:
        for _ in range(60):
            if target.evaluate("one => one === document.activeElement"):
                return
            page.keyboard.press(key)
        raise AssertionError(f"the focus never came to {target}")

    page.keyboard.press("Tab")
    press_until(exam.button("Start the exam"))
    page.keyboard.press("Enter")
    for number in range(1, 6):
        expect(exam.question(number)).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        press_until(exam.button("Next" if number < 5 else "Finish…").last if number == 5 else exam.button("Next"))
        page.keyboard.press("Enter")
    press_until(exam.button("Finish and see the report"))
    page.keyboard.press("Enter")
    expect(exam.root.locator(".ex-result")).to_be_focused()
    press_until(exam.root.locator("summary").first)
    page.keyboard.press("Enter")
    expect(exam.root.locator("details").first).to_have_attribute("open", "")
    press_until(exam.button("Take another exam"))
    assert page.evaluate("window.strayKeys") == ["Tab"]  # what came before the exam had the focus


def moments(show: Show, **more: Any) -> Iterator[ExamView]:
    """The exam's pages, one after another."""
    yield show(attempts=ATTEMPTS, **more)
    for place in range(5):
        yield show(saved=line("running", {"m1-p01": ["a"]}, flags="cap-p01", place=str(place)), **more)
    yield show(saved=line("paused"), **more)
    ending = show(saved=line("running"), **more)
    ending.button("Finish…").click()
    yield ending
    done = finished(show, attempts=ATTEMPTS, **more)
    for one in done.root.locator("summary").all():
        one.click()
    yield done


@THEMED
@pytest.mark.parametrize("width", [900, 360])
def test_axe_finds_nothing_wrong_and_nothing_sticks_out(show: Show, theme: str, width: int) -> None:
    for view in moments(show, theme=theme, width=width):
        assert axe_faults(view.page) == []
        assert view.page.evaluate("document.documentElement.scrollWidth") <= width
        view.page.evaluate("window.endViews()")


@THEMED
def test_text_and_controls_have_contrast(show: Show, theme: str) -> None:
    for view in moments(show, theme=theme):
        assert [one for one in contrasts(view.page) if one["value"] < one["least"]] == []
        view.page.evaluate("window.endViews()")


def test_sitting_that_the_page_keeps_is_one_that_python_takes(show: Show) -> None:
    exam = finished(show)
    assert [one for one in exam.responses if not exams.fits(sample(), one)] == []
