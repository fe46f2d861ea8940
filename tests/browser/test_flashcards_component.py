"""The flashcards alone in a browser, over a deck that the test moves on as Python would."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.components import (
    ADDRESS,
    View,
    make_model,
    open_page,
    show_element,
)
from tests.browser.looks import Looks
from tests.browser.quiz_component import MULTIPLE, REASON, SINGLE

CARDS = {
    "steep": {"front": "<p>Steep</p>", "back": "<p>To leave leaves in <em>hot</em> water.</p>"},
    "pot": {"front": "<p>Pot</p>", "back": "<p>What tea steeps in, before the cup.</p>"},
}
DUES = {"again": 60, "hard": 330, "good": 600, "easy": 8 * 24 * 60 * 60}
DECK: dict[str, Any] = {
    "queue": ["steep", "pot"], "due": 0, "new": 2, "later": 0, "buried": 0, "known": [], "next_at": None, "dues": DUES,
}  # fmt: skip
DONE = DECK | {"queue": [], "new": 0, "later": 1, "known": ["pot"], "next_at": "2100-01-01T00:00:00Z", "dues": {}}
# What Python does: the log first, then the deck, then the word that it is saved.
MOVE_ON = """
model.confirm = ({ n, response }) => {
  const deck = model.get('deck');
  const queue = deck.queue.slice(1);
  model.set('deck', { ...deck, queue, new: queue.length, next_at: '2100-01-01T00:00:00Z' });
  model.trigger('msg:custom', { type: 'saved', n, at: new Date().toISOString() });
};
"""


@dataclass
class Flashcards(View):
    """A view of the flashcards."""

    @property
    def card(self) -> Locator:
        return self.root.locator(".fc-card")

    @property
    def acts(self) -> list[Any]:
        return [message["response"] for message in self.sent if message["type"] == "respond"]


Show = Callable[..., Flashcards]


@pytest.fixture
def page(bare_page: Page) -> Page:
    return bare_page


@pytest.fixture
def show(page: Page, page_faults: list[str]) -> Show:
    """A function that shows a deck: `show(DONE, theme="dark")`."""

    def show(
        deck: dict[str, Any] = DECK, *, answer: str = "save", theme: str = "light", width: int = 900, **traits: Any
    ) -> Flashcards:
        if not page.url.startswith(ADDRESS):
            open_page(page, "flashcards", theme, width)
        model = make_model(page, {"cards": CARDS, "name": "m1", "deck": deck} | traits, answer)
        page.evaluate(f"n => {{ const model = window.models[n]; {MOVE_ON} }}", model)
        return Flashcards(page, model, show_element(page, model))

    return show


def test_card_shows_its_front_and_keeps_its_back(show: Show) -> None:
    view = show()
    expect(view.root.get_by_role("region", name="Flashcards")).to_contain_text("2 new")
    expect(view.card).to_contain_text("Steep")
    expect(view.root).not_to_contain_text("To leave leaves")
    expect(view.button("Yes")).to_have_count(0)
    assert view.sent == []


def test_turned_card_shows_its_meaning_and_asks(show: Show) -> None:
    view = show()
    view.button("Show the meaning").click()
    expect(view.card).to_contain_text("To leave leaves in hot water.")
    expect(view.card).to_be_focused()
    expect(view.card).to_have_accessible_name("It means To leave leaves in hot water.")
    group = view.root.get_by_role("group", name="Did you know it?")
    when = {"Not yet": "in 1 minute", "Barely": "in 6 minutes", "Yes": "in 10 minutes", "Easily": "in 8 days"}
    for rating in (f"{rating} again {time}" for rating, time in when.items()):
        expect(group.get_by_role("button", name=rating, exact=True)).to_be_visible()


@pytest.mark.parametrize(
    ("name", "act"), [("Not yet", "again"), ("Barely", "hard"), ("Yes", "good"), ("Easily", "easy")]
)
def test_rating_is_saved_and_the_next_card_comes(show: Show, name: str, act: str) -> None:
    view = show()
    view.button("Show the meaning").click()
    view.page.wait_for_timeout(700)
    view.button(name).click()
    expect(view.card).to_contain_text("Pot")
    expect(view.card).to_be_focused()
    expect(view.save).to_contain_text("Saved at")
    expect(view.root).not_to_contain_text("What tea steeps in")
    assert view.acts == [{"card": "steep", "act": act}]


@pytest.mark.parametrize(("name", "act"), [("Not today", "bury"), ("I know this already", "known")])
def test_card_can_be_put_aside_and_put_away(show: Show, name: str, act: str) -> None:
    view = show()
    view.button(name).click()
    expect(view.card).to_contain_text("Pot")
    assert view.acts == [{"card": "steep", "act": act}]


def test_next_card_waits_until_the_last_one_is_saved(show: Show) -> None:
    view = show(answer="throw")
    view.button("Not today").click()
    expect(view.save).to_contain_text("Not saved")
    expect(view.card).to_contain_text("Steep")
    view.button("I know this already").click()  # no second act before the first is on disk
    expect(view.save).to_contain_text("Not saved")
    view.tell("model.answer = 'save'")
    view.button("Try again").click()
    expect(view.card).to_contain_text("Pot")
    assert view.acts == [{"card": "steep", "act": "bury"}]


def test_review_that_was_not_saved_is_sent_by_the_next_view(show: Show, page: Page) -> None:
    view = show(answer="throw")
    view.button("Not today").click()
    expect(view.save).to_contain_text("Not saved")
    page.evaluate("window.endViews()")
    again = show()
    expect(again.card).to_contain_text("Pot")
    assert again.acts == [{"card": "steep", "act": "bury"}]


def test_deck_that_is_done_says_when_it_goes_on_and_can_be_looked_at_again(show: Show) -> None:
    view = show(DONE)
    expect(view.card).to_contain_text("No more cards for now.")
    expect(view.card).to_contain_text("The next one is due in")
    view.button("Look again").click()
    expect(view.card).to_be_focused()
    assert view.sent == [{"type": "look"}]
    view.tell(f"model.set('deck', {{...model.get('deck'), queue: ['pot'], due: 1, dues: {DUES}}})")
    expect(view.card).to_contain_text("Pot")
    expect(view.root).to_contain_text("1 due")


def test_known_cards_can_be_brought_back(show: Show) -> None:
    view = show(DONE)
    view.button("Bring back the card that I know").click()
    assert view.acts == [{"card": "", "act": "back"}]


def test_deck_of_which_all_is_known_says_so(show: Show) -> None:
    view = show(DONE | {"known": ["steep", "pot"], "later": 0, "next_at": None})
    expect(view.card).to_contain_text("You have put all cards away as known.")
    expect(view.button("Bring back the 2 cards that I know")).to_be_visible()


def test_turned_card_is_not_taken_away_by_another_view(show: Show) -> None:
    view = show()
    view.button("Show the meaning").click()
    view.tell("model.set('deck', {...model.get('deck'), queue: ['pot']})")
    expect(view.card).to_contain_text("To leave leaves")


def test_whole_deck_works_by_keyboard_alone(show: Show, page: Page) -> None:
    view = show()
    page.keyboard.press("Tab")
    page.evaluate("window.strayKeys = []")
    page.keyboard.press("Enter")  # show
    expect(view.card).to_be_focused()
    for key in ("Tab", "Tab", "Tab", "Enter"):  # yes
        page.keyboard.press(key)
    expect(view.card).to_be_focused()
    expect(view.card).to_have_accessible_name("Do you know what this means? Pot")
    for key in ("Tab", "Tab", "Space"):  # not today
        page.keyboard.press(key)
    expect(view.card).to_contain_text("No more cards for now.")
    expect(view.card).to_be_focused()
    assert view.tabs_out(3)
    assert view.acts == [{"card": "steep", "act": "good"}, {"card": "pot", "act": "bury"}]
    assert [key for key in page.evaluate("window.strayKeys") if key != "Tab"] == []


# ---------------------------------------------------------------- questions among the cards


def asked(item: dict[str, Any]) -> dict[str, Any]:
    """The traits of a deck whose first card is a practice question."""
    return {"deck": DECK | {"queue": [item["id"], "pot"]}, "cards": CARDS | {item["id"]: {"item": item}}}


@pytest.mark.parametrize(
    ("item", "front", "right", "wrong"),
    [
        (SINGLE, ["Ask what the member had hoped for.", "Note it"], ["An open question"], ["Kind, but", "Useful"]),
        (MULTIPLE, ["Making a plan"], ["Agreeing on", "Trust needs", "The meeting is theirs"], ["Too much"]),
        (REASON, ["True", "False", "Because:", "Rules forbid"], ["is the heart of it", "Hope that"], ["Rules ask"]),
    ],
)
def test_question_shows_its_choices_and_then_what_is_right_and_why(
    show: Show, item: dict[str, Any], front: list[str], right: list[str], wrong: list[str]
) -> None:
    view = show(**asked(item))
    for text in ("Can you answer this?", *front):
        expect(view.card).to_contain_text(text)
    for text in (*right[-1:], *wrong):
        expect(view.card).not_to_contain_text(text)
    expect(view.root.locator("input")).to_have_count(0)
    view.button("Show the answer").click()
    expect(view.card).to_be_focused()
    back = view.card.locator(".fc-back")
    for text in ("The answer", *right):
        expect(back).to_contain_text(text)
    for text in wrong:
        expect(back).not_to_contain_text(text)


def test_question_is_rated_put_aside_and_known_like_any_card(show: Show) -> None:
    view = show(**asked(SINGLE))
    view.button("Show the answer").click()
    view.page.wait_for_timeout(700)
    view.button("Not yet").click()
    expect(view.card).to_contain_text("Pot")
    view.button("Not today").click()
    assert view.acts == [{"card": "t-single", "act": "again"}, {"card": "pot", "act": "bury"}]


def test_question_that_joined_while_the_page_was_open_is_shown(show: Show) -> None:
    view = show(DONE)
    cards, deck = (json.dumps(asked(SINGLE)[name]) for name in ("cards", "deck"))
    view.tell(f"model.set('cards', {cards}); model.set('deck', {deck})")
    expect(view.card).to_contain_text("Can you answer this?")


def each_stage(show: Show, page: Page, theme: str, width: int = 900) -> Iterator[tuple[str, Flashcards]]:
    """The stages one after another, each alone on the page."""
    view = show(theme=theme, width=width)
    yield "front", view
    view.button("Show the meaning").click()
    yield "back", view
    page.evaluate("window.endViews()")
    view = show(**asked(REASON), theme=theme, width=width)
    yield "question", view
    view.button("Show the answer").click()
    yield "answer", view
    page.evaluate("window.endViews()")
    yield "done", show(DONE, theme=theme, width=width)
    page.evaluate("window.endViews()")
    view = show(theme=theme, width=width, answer="throw", store="another log")
    view.button("Not today").click()
    expect(view.save).to_contain_text("Not saved")
    yield "unsaved", view


class TestLooks(Looks):
    name = "flashcards"
    stages = staticmethod(each_stage)
