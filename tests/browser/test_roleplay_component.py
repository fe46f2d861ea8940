"""The role-play alone in a browser, with the tea story of the sample course."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from course.bank import load
from course.build.activities import story_values
from tests.browser.components import (
    ADDRESS,
    ROOT,
    View,
    make_model,
    open_page,
    show_element,
)
from tests.browser.looks import Looks

LONG_AGO = "2020-05-04T10:32:05Z"
TOWEL, BLAME = "Here is a towel.", "You should have taken an umbrella."


@dataclass
class RolePlay(View):
    """A view of a role-play."""

    @property
    def now(self) -> Locator:
        return self.root.locator(".rp-now")

    @property
    def past(self) -> Locator:
        return self.root.locator(".rp-turn")

    def choose(self, *words: str) -> None:
        for one in words:
            self.button(one).click()


def sample() -> dict[str, Any]:
    course = load(ROOT / "tests" / "sample" / "content")
    story = course.modules[0].story
    assert story
    return story_values(course, story)


Show = Callable[..., RolePlay]


@pytest.fixture
def page(bare_page: Page) -> Page:
    return bare_page


@pytest.fixture
def show(page: Page, page_faults: list[str]) -> Show:
    """A function that shows the story: `show(answer="nothing", theme="dark", saved={...})`."""

    def show(*, answer: str = "save", theme: str = "light", width: int = 900, **traits: Any) -> RolePlay:
        if not page.url.startswith(ADDRESS):
            open_page(page, "roleplay", theme, width)
        model = make_model(page, {"story": sample(), "found": []} | traits, answer)
        return RolePlay(page, model, show_element(page, model))

    return show


def line(*steps: str, attempt: int = 1) -> dict[str, Any]:
    return {"response": list(steps), "attempt": attempt, "at": LONG_AGO}


# ---------------------------------------------------------------- the way through


def test_opening_says_what_it_is_and_waits(show: Show) -> None:
    play = show()
    expect(play.root.get_by_role("region", name="A guest in the kitchen")).to_have_count(1)
    expect(play.root).to_contain_text("You make tea, and Mo comes in from the rain.")
    expect(play.root).to_contain_text("It takes about 3 minutes, nothing is graded, and you can go back at any time.")
    expect(play.root).not_to_contain_text("I am wet through.")
    assert play.sent == []


def test_words_lead_on_and_their_effect_is_told(show: Show) -> None:
    play = show()
    play.choose("Start the conversation", BLAME)
    expect(play.now).to_contain_text("Mo hears blame while he drips.")
    expect(play.now).to_contain_text("Manners: hindered. Your guest feels in the way.")
    expect(play.now).to_contain_text("Care: no change")
    expect(play.now).to_contain_text("I think I had better go.")
    expect(play.past).to_have_count(1)
    expect(play.past).to_contain_text("I am wet through.")
    expect(play.past).to_contain_text(BLAME)
    assert play.responses == [[], ["rain/b"]]


def test_transcript_keeps_what_each_of_the_words_did(show: Show) -> None:
    play = show()
    play.choose("Start the conversation", BLAME, "Please stay.", "Mo, step back!")
    expect(play.past).to_have_count(3)
    expect(play.past.nth(0)).to_contain_text("Mo hears blame while he drips.")
    expect(play.past.nth(0)).to_contain_text("Manners: hindered")
    expect(play.past.nth(1)).to_contain_text("Mo hears that you are sorry.")
    expect(play.root.get_by_role("list", name="The conversation so far")).to_have_count(1)
    expect(play.now).to_contain_text("Mo steps back in time.")


def test_bars_say_in_words_what_they_show(show: Show) -> None:
    play = show()
    play.choose("Start the conversation", BLAME, "Please stay.", "Mo, step back!")
    rows = play.root.locator(".rp-scales li")
    expect(rows.nth(0)).to_contain_text("Manners")
    expect(rows.nth(0)).to_contain_text("Helped 1 of 3 times, hindered 1. Your guest feels neither better nor worse.")
    expect(rows.nth(1)).to_contain_text("Helped 1 of 3 times. Nobody gets burnt.")
    marks = rows.nth(0).locator(".rp-bar span").evaluate_all("all => all.map(one => one.dataset.mark)")
    assert marks == ["hindered", "helped", "neutral"]
    expect(rows.nth(0).locator(".rp-bar")).to_have_attribute("aria-hidden", "true")


def test_safe_ending_is_named_and_counted(show: Show) -> None:
    play = show(found=["alone"])
    play.choose("Start the conversation", TOWEL, "Mo, step back!")
    expect(play.now).to_contain_text("A safe ending")
    expect(play.now.get_by_role("heading", name="Tea for two")).to_be_visible()
    expect(play.now).to_contain_text("You have found 2 of 3 endings.")
    expect(play.root.locator(".rp-choice:visible")).to_have_count(0)


def test_unsafe_ending_asks_to_try_again_and_leads_back_to_the_danger(show: Show) -> None:
    play = show()
    play.choose("Start the conversation", TOWEL)
    expect(play.root).not_to_contain_text("in danger")  # to see it is the learner's part
    play.choose("Go on talking.")
    expect(play.past.nth(1)).to_contain_text("Someone may have been in danger here.")
    expect(play.now).to_contain_text("Unsafe. Try again.")
    play.choose("Go back to where someone was in danger")
    expect(play.now).to_contain_text("The kettle tips")
    assert play.responses[-1] == ["rain/a"]
    play.choose("Mo, step back!")
    expect(play.now).to_contain_text("A safe ending")


def test_step_can_be_taken_back(show: Show) -> None:
    play = show()
    play.choose("Start the conversation", BLAME, "Go back one step")
    expect(play.now).to_contain_text("I am wet through.")
    expect(play.past).to_have_count(0)
    assert [(one["response"], one["attempt"]) for one in play.sent] == [([], 1), (["rain/b"], 1), ([], 1)]


def test_starting_again_is_another_attempt(show: Show) -> None:
    play = show()
    play.choose("Start the conversation", TOWEL, "Mo, step back!", "Start again")
    expect(play.now).to_contain_text("I am wet through.")
    assert (play.sent[-1]["response"], play.sent[-1]["attempt"]) == ([], 2)


def test_choice_that_stays_where_it_is_can_be_made_again(show: Show) -> None:
    play = show()
    play.choose("Start the conversation", TOWEL, "Look for a cloth.", "Look for a cloth.")
    assert play.responses[-1] == ["rain/a", "kettle/c", "kettle/c"]
    expect(play.now).to_contain_text("The kettle tips")


def test_double_click_makes_one_choice(show: Show) -> None:
    play = show()
    play.choose("Start the conversation")
    play.page.wait_for_timeout(700)
    play.root.locator(".rp-choice").first.dblclick()
    play.page.wait_for_timeout(100)
    assert play.responses == [[], ["rain/a"]]


# ---------------------------------------------------------------- keeping


def test_conversation_is_on_screen_again(show: Show) -> None:
    play = show(saved=line("rain/b", "sulk/a", attempt=2))
    expect(play.past).to_have_count(2)
    expect(play.now).to_contain_text("The kettle tips")
    expect(play.save).to_have_text("Saved on 4 May 2020 at 10:32")
    assert play.sent == []
    play.choose("Mo, step back!")
    assert play.sent[-1]["attempt"] == 2


def test_conversation_that_was_begun_and_no_more_is_on_screen_again(show: Show) -> None:
    play = show(saved=line())
    expect(play.now).to_contain_text("I am wet through.")


def test_second_view_follows_the_first(show: Show, page: Page) -> None:
    first = show()
    second = RolePlay(page, first.model, show_element(page, first.model))
    first.choose("Start the conversation", TOWEL)
    expect(second.now).to_contain_text("The kettle tips")
    ids = page.evaluate("() => [...document.querySelectorAll('[id]')].map(one => one.id)")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("answer", "words"), [("throw", "lost touch"), ("refuse", "Your folder is full.")])
def test_step_that_was_not_saved_says_so_and_is_sent_again(show: Show, answer: str, words: str) -> None:
    play = show(answer=answer)
    play.choose("Start the conversation")
    expect(play.save).to_contain_text(words)
    play.tell("model.answer = 'save'")
    play.choose("Try again")
    expect(play.save).to_contain_text("Saved at")


# ---------------------------------------------------------------- keyboard and screen reader


def test_whole_conversation_works_by_keyboard_alone(show: Show, page: Page) -> None:
    play = show()
    page.keyboard.press("Tab")
    page.evaluate("window.strayKeys = []")
    page.keyboard.press("Enter")  # start
    expect(play.now).to_be_focused()
    expect(play.now).to_have_accessible_name("Mo I am wet through.")
    for key in ("Tab", "Tab", "Enter"):  # the second choice
        page.keyboard.press(key)
    expect(play.now).to_be_focused()
    name = (
        "What this does Mo hears blame while he drips. Manners: hindered. Your guest feels in the way. Care: no change"
    )
    expect(play.now).to_have_accessible_name(f"{name} Mo I think I had better go.")
    for key in ("Tab", "Space"):
        page.keyboard.press(key)
    expect(play.now).to_contain_text("The kettle tips")
    for key in ("Tab", "Tab", "Enter"):  # past the red flag
        page.keyboard.press(key)
    expect(play.now).to_be_focused()
    expect(play.now).to_contain_text("Unsafe. Try again.")
    for key in ("Tab", "Enter"):  # back to it
        page.keyboard.press(key)
    expect(play.now).to_contain_text("The kettle tips")
    for key in ("Tab", "Enter"):
        page.keyboard.press(key)
    expect(play.now).to_contain_text("A safe ending")
    expect(play.now).to_be_focused()
    assert play.responses[-1] == ["rain/b", "sulk/a", "kettle/a"]
    assert page.evaluate("window.strayKeys") == []


def test_focus_can_leave(show: Show) -> None:
    play = show()
    play.choose("Start the conversation")
    assert play.has_focus()
    assert play.tabs_out(5)


def test_no_key_reaches_the_notebook(show: Show, page: Page) -> None:
    play = show()
    play.choose("Start the conversation")
    for target in (play.now, play.root.locator(".rp-choice").first, play.root.locator("summary")):
        target.focus()
        for key in ("d", "d", "ArrowDown", "a", "b", "x", "Escape"):
            page.keyboard.press(key)
    assert page.evaluate("window.strayKeys") == []


def test_support_is_one_step_away(show: Show) -> None:
    play = show()
    expect(play.root.get_by_text("Kitchen line: 555-0100.")).to_be_hidden()
    play.root.get_by_text("Where to get support").click()
    expect(play.root.get_by_text("Kitchen line: 555-0100.")).to_be_visible()


# ---------------------------------------------------------------- what everybody can see and use


def each_stage(show: Show, page: Page, theme: str, width: int = 900) -> Iterator[tuple[str, RolePlay]]:
    """The stages one after another, each alone on the page."""
    ways = {
        "moment": ["rain/b"],
        "danger": ["rain/b", "sulk/a", "kettle/c"],
        "safe": ["rain/b", "sulk/a", "kettle/c", "kettle/a"],
        "mixed": ["rain/b", "sulk/b"],
        "unsafe": ["rain/a", "kettle/b"],
    }
    yield "open", show(theme=theme, width=width)
    for stage, way in ways.items():
        page.evaluate("window.endViews()")
        yield stage, show(theme=theme, width=width, saved=line(*way))
    page.evaluate("window.endViews()")
    play = show(theme=theme, width=width, answer="throw", store="another log")
    play.choose("Start the conversation")
    play.root.get_by_text("Where to get support").click()
    yield "unsaved", play


class TestLooks(Looks):
    name = "roleplay"
    stages = staticmethod(each_stage)


def test_bars_are_told_apart_without_colour(show: Show, page: Page, picture: Callable[[str], None]) -> None:
    page.emulate_media(forced_colors="active")
    play = show(saved=line("rain/b", "sulk/a", "kettle/c", "kettle/a"))
    marks = play.root.locator(".rp-scales li").nth(0).locator(".rp-bar span")
    tops = marks.evaluate_all("all => all.map(one => one.getBoundingClientRect().top)")
    assert tops[1] < tops[2] < tops[0]  # helped, neither, hindered
    picture("roleplay-high-contrast")


def test_nothing_is_asked_of_another_machine(show: Show, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    play = show()
    play.choose("Start the conversation", TOWEL, "Mo, step back!")
    assert all(url.startswith((ADDRESS, "data:")) for url in asked)


def test_markup_in_plain_fields_is_shown_and_not_obeyed(show: Show, page: Page) -> None:
    story = json.loads(
        json.dumps(sample()).replace("A guest in the kitchen", "<b id='x'>Guest</b>").replace('"Mo"', '"<i>Mo</i>"')
    )
    play = show(story=story)
    play.choose("Start the conversation")
    expect(play.root).to_contain_text("<b id='x'>Guest</b>")
    expect(play.now).to_contain_text("<i>Mo</i>")
