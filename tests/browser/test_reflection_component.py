"""The private reflection alone in a browser: written, skipped and erased by hand, by keyboard, in both themes."""

from __future__ import annotations

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

LONG_AGO = "2020-05-04T10:32:05Z"
WHERE = "/home/ana/.local/share/tea/reflections/m1-w1.json"
ITEM = {
    "id": "m1-w1",
    "prompt": "<p>Which cup of tea do you remember <em>best</em>?</p>",
    "support": "<blockquote><p><strong>Help</strong></p><ul><li>Kitchen line: 555-0100.</li></ul></blockquote>",
}


@dataclass
class Reflection(View):
    """A view of a reflection."""

    @property
    def words(self) -> Locator:
        return self.root.get_by_role("textbox", name="Your words")

    @property
    def responses(self) -> list[Any]:
        return [message["response"] for message in self.sent if message["type"] == "respond"]

    def opened(self, response: dict[str, str]) -> None:
        """Python says what was kept."""
        message = {"type": "opened", "response": response, "at": LONG_AGO}
        self.page.evaluate("([n, message]) => window.models[n].trigger('msg:custom', message)", [self.model, message])


Show = Callable[..., Reflection]


@pytest.fixture
def page(bare_page: Page) -> Page:
    return bare_page


@pytest.fixture
def show(page: Page, page_faults: list[str]) -> Show:
    """A function that shows the reflection with what was kept: `show({"text": "…"}, theme="dark")`."""

    def show(
        kept: dict[str, str] | None = None,
        *,
        answer: str = "save",
        theme: str = "light",
        width: int = 900,
        **traits: Any,
    ) -> Reflection:
        if not page.url.startswith(ADDRESS):
            open_page(page, "reflection", theme, width)
        model = make_model(page, {"item": ITEM, "where": WHERE} | traits, answer)
        view = Reflection(page, model, show_element(page, model))
        if kept is not None:
            view.opened(kept)
        return view

    return show


def test_page_asks_for_the_words_and_says_that_they_are_private(show: Show) -> None:
    view = show({})
    assert view.sent[0] == {"type": "open"}
    expect(view.root.get_by_role("region", name="A moment to reflect, for you alone")).to_have_count(1)
    expect(view.root).to_contain_text("Which cup of tea do you remember best?")
    expect(view.root).to_contain_text("Nobody grades it or collects it")
    expect(view.root).to_contain_text("Leave out names")


def test_page_says_who_could_read_it_and_where_it_is(show: Show) -> None:
    view = show({})
    view.root.get_by_text("Who could read this?").click()
    expect(view.root.get_by_text(WHERE)).to_be_visible()
    expect(view.root.get_by_text("the people who run the server could open that file")).to_be_visible()
    view.root.get_by_text("Where to get support").click()
    expect(view.root.get_by_text("Kitchen line: 555-0100.")).to_be_visible()


def test_writing_and_skipping_look_alike(show: Show) -> None:
    view = show({})
    look = """one => {
      const { backgroundColor, color, borderTopColor, fontWeight, fontSize } = getComputedStyle(one);
      return [backgroundColor, color, borderTopColor, fontWeight, fontSize, one.getBoundingClientRect().width];
    }"""
    assert view.button("Write something").evaluate(look) == view.button("Skip this").evaluate(look)


def test_words_are_kept_after_a_pause(show: Show) -> None:
    view = show({})
    view.button("Write something").click()
    expect(view.words).to_be_focused()
    view.words.press_sequentially("The blue one")
    expect(view.save).to_contain_text("Saved at")
    assert view.responses == [{"text": "The blue one"}]


def test_words_are_on_screen_again(show: Show) -> None:
    view = show({"text": "The blue one"})
    expect(view.words).to_have_value("The blue one")
    expect(view.save).to_have_text("Saved on 4 May 2020 at 10:32")
    assert view.responses == []


def test_skipping_is_said_to_be_as_good_and_can_be_taken_back(show: Show) -> None:
    view = show({})
    view.button("Skip this").click()
    expect(view.status).to_contain_text("Skipped, and that is just as good.")
    expect(view.button("Write after all")).to_be_focused()
    assert view.responses == [{"skipped": "yes"}]
    expect(view.save).not_to_contain_text("Saved")
    view.button("Write after all").click()
    view.words.press_sequentially("x")
    expect(view.save).to_contain_text("Saved at")
    assert view.responses[-1] == {"text": "x"}


def test_what_was_skipped_is_skipped_on_another_day(show: Show) -> None:
    view = show({"skipped": "yes"})
    expect(view.status).to_contain_text("Skipped")
    expect(view.button("Skip this")).to_have_count(0)


def test_words_are_erased_only_when_asked_twice(show: Show) -> None:
    view = show({"text": "The blue one"})
    view.button("Erase my words").click()
    expect(view.button("No, keep them")).to_be_focused()
    view.button("No, keep them").click()
    expect(view.words).to_have_value("The blue one")
    expect(view.words).to_be_focused()
    assert view.responses == []
    view.button("Erase my words").click()
    view.page.wait_for_timeout(700)
    view.button("Yes, erase them").click()
    expect(view.status).to_contain_text("Your words are erased.")
    expect(view.words).to_be_hidden()
    assert view.responses == [{}]
    view.button("Write something").click()
    expect(view.words).to_have_value("")


def test_words_that_were_taken_out_one_by_one_are_erased_too(show: Show) -> None:
    view = show({"text": "x"})
    view.words.press("End")
    view.words.press("Backspace")
    view.page.wait_for_timeout(1000)
    assert view.responses == [{}]
    expect(view.words).to_be_focused()


def test_words_that_come_late_do_not_replace_what_is_being_written(show: Show) -> None:
    view = show(answer="nothing")
    view.button("Write something").click()
    view.words.press_sequentially("new")
    view.opened({"text": "old"})
    expect(view.words).to_have_value("new")


@pytest.mark.parametrize(("answer", "words"), [("throw", "lost touch"), ("refuse", "Your folder is full.")])
def test_words_that_were_not_kept_say_so_and_are_sent_again(show: Show, answer: str, words: str) -> None:
    view = show({}, answer=answer)
    view.button("Write something").click()
    view.words.press_sequentially("mine")
    expect(view.save).to_contain_text(words)
    view.tell("model.answer = 'save'")
    view.button("Try again").click()
    expect(view.save).to_contain_text("Saved at")


def test_words_that_were_not_kept_are_sent_by_the_next_view(show: Show, page: Page) -> None:
    view = show({}, answer="throw")
    view.button("Write something").click()
    view.words.press_sequentially("mine")
    expect(view.save).to_contain_text("Not saved")
    page.evaluate("window.endViews()")
    again = show()
    expect(again.words).to_have_value("mine")
    expect(again.save).to_contain_text("Saved at")
    assert [message["type"] for message in again.sent] == ["open", "respond"]


def test_unreadable_file_is_told(show: Show) -> None:
    view = show()
    view.tell("model.trigger('msg:custom', { type: 'unreadable', message: 'The file is torn.' })")
    expect(view.status).to_contain_text("The file is torn.")


def test_whole_reflection_works_by_keyboard_alone(show: Show, page: Page) -> None:
    view = show({})
    page.keyboard.press("Tab")
    page.evaluate("window.strayKeys = []")
    for key in ("Tab", "Enter"):  # skip
        page.keyboard.press(key)
    expect(view.button("Write after all")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.type("dd, and the blue cup")
    expect(view.save).to_contain_text("Saved at")
    for key in ("Tab", "Enter", "Tab", "Enter"):  # erase, yes
        page.keyboard.press(key)
    expect(view.status).to_contain_text("erased")
    expect(view.button("Write something")).to_be_focused()
    assert view.tabs_out(4)
    assert view.responses[-1] == {}
    assert [key for key in page.evaluate("window.strayKeys") if key != "Tab"] == []


def each_stage(show: Show, page: Page, theme: str, width: int = 900) -> Iterator[tuple[str, Reflection]]:
    """The stages one after another, each alone on the page."""
    yield "open", show({}, theme=theme, width=width)
    page.evaluate("window.endViews()")
    view = show({"text": "The blue one, with Ana, " * 12}, theme=theme, width=width)
    view.root.get_by_text("Who could read this?").click()
    yield "written", view
    view.button("Erase my words").click()
    yield "asked", view
    page.evaluate("window.endViews()")
    view = show({"skipped": "yes"}, theme=theme, width=width)
    view.root.get_by_text("Where to get support").click()
    yield "skipped", view
    page.evaluate("window.endViews()")
    view = show({}, theme=theme, width=width, answer="throw", store="another place")
    view.button("Write something").click()
    view.words.press_sequentially("mine")
    expect(view.save).to_contain_text("Not saved")
    yield "unsaved", view


class TestLooks(Looks):
    name = "reflection"
    stages = staticmethod(each_stage)
    targets = "button:visible, textarea:visible"
