"""How sure a learner is of a practice answer: the choice beside the question, alone in a browser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.components import ADDRESS, make_model, open_page
from tests.browser.looks import Looks
from tests.browser.quiz_component import ITEMS, MATCHING, SHORT, SINGLE, WRONG, Quiz, as_check, show_view

LONG_AGO = "2020-05-04T10:32:05Z"
SURE_AND_WRONG = "You were sure, and it earns nothing: \N{MINUS SIGN}6. Worth reading again."
Show = Callable[..., Quiz]


@pytest.fixture
def page(bare_page: Page) -> Page:
    return bare_page


@pytest.fixture
def show(page: Page, page_faults: list[str]) -> Show:
    """A function that shows an item in practice: `show(item, answer="throw", theme="dark")`."""

    def show(
        item: dict[str, Any] = SINGLE,
        mode: str = "practice",
        *,
        answer: str = "save",
        theme: str = "light",
        width: int = 900,
        **traits: Any,
    ) -> Quiz:
        if not page.url.startswith(ADDRESS):
            open_page(page, "quiz", theme, width)
        shown = as_check(item) if mode == "check" else item
        return show_view(page, make_model(page, {"item": shown, "mode": mode, "heading": "Question"} | traits, answer))

    return show


def group(quiz: Quiz) -> Locator:
    return quiz.root.get_by_role("group", name="How sure are you?")


def say(quiz: Quiz, level: str) -> None:
    group(quiz).get_by_role("radio", name=re.compile(f"^{level} ")).check()


def check(quiz: Quiz, response: Any) -> None:
    quiz.answer(response)
    quiz.root.locator(".cq-primary").click()


def test_choice_is_a_named_group_of_three_that_says_what_each_brings(show: Show) -> None:
    radios = group(show()).get_by_role("radio")
    names = ["A guess +1 or 0", "Fairly sure +2 or \N{MINUS SIGN}2", "Sure +3 or \N{MINUS SIGN}6"]
    for n, name in enumerate(names):
        expect(radios.nth(n)).to_have_accessible_name(name)
        expect(radios.nth(n)).not_to_be_checked()
    expect(radios).to_have_count(3)
    expect(group(show())).to_have_accessible_description(
        "Only if you like. The marks, for right or not right, are for you alone and never graded."
    )


def test_who_says_nothing_is_asked_nothing_and_told_nothing(show: Show) -> None:
    quiz = show()
    check(quiz, ["a"])
    expect(quiz.save).to_contain_text("Saved at")
    [sent] = quiz.sent
    assert {name: sent[name] for name in sent if name != "n"} == {"type": "respond", "response": ["a"], "attempt": 1}
    expect(quiz.verdict.locator(".cq-line")).to_be_hidden()


def test_certainty_goes_with_the_answer_and_its_mark_is_told(show: Show) -> None:
    quiz = show()
    say(quiz, "Sure")
    assert quiz.sent == []  # it is no answer by itself
    check(quiz, ["a"])
    expect(quiz.status).to_contain_text(SURE_AND_WRONG)
    expect(quiz.save).to_contain_text("Saved at")
    assert [(one["response"], one["certainty"]) for one in quiz.sent] == [(["a"], "sure")]


@pytest.mark.parametrize(
    ("level", "choice", "said"),
    [
        ("A guess", "b", "You guessed, and it is right: +1."),
        ("A guess", "a", "You guessed, and it earns nothing: 0."),
        ("Fairly sure", "b", "You were fairly sure, and it is right: +2."),
        ("Fairly sure", "a", "You were fairly sure, and it earns nothing: \N{MINUS SIGN}2."),
        ("Sure", "b", "You were sure, and it is right: +3."),
    ],
)
def test_each_mark_is_told_in_words(show: Show, level: str, choice: str, said: str) -> None:
    quiz = show()
    say(quiz, level)
    check(quiz, [choice])
    expect(quiz.verdict).to_contain_text(said)


def test_partly_right_answer_earns_its_share(show: Show) -> None:
    quiz = show(MATCHING)
    say(quiz, "Sure")
    check(quiz, {"p1": "b", "p2": "c", "p3": "d", "p4": "a"})
    expect(quiz.verdict).to_contain_text("You were sure, and it earns a part: +1.5.")


def test_only_the_first_try_is_asked_for(show: Show) -> None:
    quiz = show()
    check(quiz, ["a"])
    expect(group(quiz)).to_be_hidden()
    check(quiz, ["b"])
    expect(quiz.verdict).to_contain_text("The notes say why")
    quiz.button("Start again").click()
    expect(group(quiz)).to_be_hidden()


def test_mark_of_the_first_try_does_not_stand_beside_a_later_one(show: Show) -> None:
    quiz = show()
    say(quiz, "Sure")
    check(quiz, ["a"])
    check(quiz, ["c"])
    expect(quiz.verdict).not_to_contain_text("You were sure")
    assert ["certainty" in one for one in quiz.sent] == [True, False]


def test_certainty_can_be_taken_back(show: Show) -> None:
    quiz = show()
    expect(quiz.button("Don\N{RIGHT SINGLE QUOTATION MARK}t say")).to_be_hidden()
    say(quiz, "Sure")
    quiz.button("Don\N{RIGHT SINGLE QUOTATION MARK}t say").click()
    expect(group(quiz).get_by_role("radio", name="A guess")).to_be_focused()
    expect(quiz.button("Don\N{RIGHT SINGLE QUOTATION MARK}t say")).to_be_hidden()
    check(quiz, ["b"])
    assert "certainty" not in quiz.sent[0]


def test_restored_first_try_says_its_mark_again(show: Show) -> None:
    quiz = show(saved={"response": ["a"], "attempt": 1, "at": LONG_AGO, "certainty": "sure"})
    expect(quiz.verdict).to_contain_text(SURE_AND_WRONG)
    expect(group(quiz)).to_be_hidden()


def test_second_view_says_the_mark_too(show: Show, page: Page) -> None:
    first = show()
    second = show_view(page, first.model)
    say(first, "Sure")
    check(first, ["a"])
    expect(second.verdict).to_contain_text(SURE_AND_WRONG)


def test_unsaved_certainty_is_sent_by_the_next_view(show: Show, page: Page) -> None:
    quiz = show(answer="throw")
    say(quiz, "Fairly sure")
    check(quiz, ["b"])
    expect(quiz.save).to_contain_text("Not saved")
    page.evaluate("window.endViews()")
    again = show()
    expect(again.save).to_contain_text("Saved at")
    assert [(one["response"], one["certainty"]) for one in again.sent] == [(["b"], "fairly-sure")]
    expect(again.verdict).to_contain_text("You were fairly sure")


@pytest.mark.parametrize("kind", ITEMS)
def test_knowledge_check_never_asks(show: Show, kind: str) -> None:
    expect(group(show(ITEMS[kind], "check"))).to_have_count(0)


def test_short_answer_is_not_asked_for(show: Show) -> None:
    expect(group(show(SHORT))).to_have_count(0)


def test_whole_question_works_by_keyboard_alone(show: Show, page: Page) -> None:
    quiz = show()
    page.keyboard.press("Tab")  # the page hears this one: focus is not in the widget yet
    page.evaluate("window.strayKeys = []")
    for key in ("Space", "ArrowDown", "Tab", "Space", "ArrowDown", "Tab", "Tab", "Enter"):  # b; fairly sure; check
        page.keyboard.press(key)
    expect(quiz.verdict).to_contain_text("You were fairly sure, and it is right: +2.")
    expect(quiz.button("Check my answer")).to_be_focused()
    assert quiz.tabs_out(12)
    assert [key for key in page.evaluate("window.strayKeys") if key != "Tab"] == []


def test_keyboard_passes_by_in_one_stroke(show: Show, page: Page) -> None:
    quiz = show()
    for key in ("Tab", "Space", "Tab", "Tab", "Enter"):
        page.keyboard.press(key)
    expect(quiz.verdict).to_contain_text("Not quite yet.")
    assert "certainty" not in quiz.sent[0]


def each_stage(show: Show, page: Page, theme: str, width: int = 900) -> Iterator[tuple[str, Quiz]]:
    """A question with its certainty told, judged, and not saved; each alone on the page."""
    quiz = show(theme=theme, width=width)
    quiz.answer(WRONG["single"])
    say(quiz, "Fairly sure")
    yield "told", quiz
    quiz.button("Check my answer").click()
    expect(quiz.save).to_contain_text("Saved at")
    yield "judged", quiz
    page.evaluate("window.endViews()")
    quiz = show(theme=theme, width=width, answer="throw", store="another log")
    say(quiz, "Sure")
    check(quiz, ["b"])
    expect(quiz.save).to_contain_text("Not saved")
    yield "unsaved", quiz


class TestLooks(Looks):
    name = "certainty"
    stages = staticmethod(each_stage)
    targets = "button:visible, .cq-row, .cq-level:visible"
