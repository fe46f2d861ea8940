"""The quiz widget alone in a browser: what a learner sees, hears and handles, without JupyterLab or a kernel."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.components import (
    ADDRESS,
    THEMED,
    WIDTHS,
    assert_fits,
    faults_of,
    make_model,
    open_page,
    weak_contrasts,
)
from tests.browser.quiz_component import (
    ITEMS,
    MATCHING,
    MULTIPLE,
    ODD,
    ORDERING,
    REASON,
    SHORT,
    SINGLE,
    WRONG,
    Quiz,
    as_check,
    option,
    show_view,
)

RIGHT = "That\N{RIGHT SINGLE QUOTATION MARK}s right."
TYPES = pytest.mark.parametrize("kind", ITEMS)
MODES = pytest.mark.parametrize("mode", ["practice", "check"])
LONG_AGO = "2020-05-04T10:32:05Z"


@pytest.fixture
def page(bare_page: Page) -> Page:
    return bare_page


Show = Callable[..., Quiz]


@pytest.fixture
def show(page: Page, page_faults: list[str]) -> Show:
    """A function that shows an item: `show(item, "check", answer="nothing", theme="dark", saved={...})`."""

    def show(
        item: dict[str, Any],
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
        state = {"item": shown, "mode": mode, "number": 3, "of": 10} | traits
        return show_view(page, make_model(page, state, answer))

    return show


# ---------------------------------------------------------------- meaning and structure


@TYPES
@MODES
def test_a_question_is_one_named_group_of_native_controls(show: Show, kind: str, mode: str) -> None:
    quiz = show(ITEMS[kind], mode)
    group = quiz.root.locator("fieldset.cq-question")
    expect(group).to_have_count(1)
    words = quiz.root.locator(".cq-stem").inner_text().split("\n")[0]
    expect(group).to_have_accessible_name(re.compile(r"question.*" + re.escape(words), re.IGNORECASE | re.DOTALL))
    for box in quiz.root.locator("input, select, textarea").all():
        assert box.evaluate("one => one.labels.length") == 1
    for one in quiz.root.locator("input, select, textarea, button").all():
        assert one.get_attribute("data-lm-suppress-shortcuts") == "true"


def test_true_or_false_with_reason_is_two_groups_inside_the_question(show: Show) -> None:
    quiz = show(REASON, "check")
    expect(quiz.root.get_by_role("group", name="Your answer", exact=True).get_by_role("radio")).to_have_count(2)
    expect(quiz.root.get_by_role("group", name="Your reason", exact=True).get_by_role("radio")).to_have_count(3)


@TYPES
def test_two_views_and_two_widgets_share_no_name_and_no_id(show: Show, page: Page, kind: str) -> None:
    first = show(ITEMS[kind], "check")
    show_view(page, first.model)
    show(ITEMS[kind], "practice")
    ids = page.evaluate("() => [...document.querySelectorAll('[id]')].map(one => one.id)")
    assert len(ids) == len(set(ids))
    names = page.evaluate(
        "() => [...document.querySelectorAll('.course-quiz')].map("
        "one => [...new Set([...one.querySelectorAll('input')].map(box => box.name))])"
    )
    assert not set(names[0]) & set(names[1])
    assert not set(names[1]) & set(names[2])


def test_nothing_is_asked_of_another_machine(show: Show, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for kind, item in ITEMS.items():
        quiz = show(item, "practice")
        quiz.answer(WRONG[kind])
        quiz.root.locator(".cq-primary").click()
    assert all(url.startswith((ADDRESS, "data:")) for url in asked)


def test_markup_in_texts_shows_as_it_was_meant(show: Show, page: Page) -> None:
    quiz = show(ODD)
    stem = quiz.root.locator(".cq-stem")
    expect(stem).to_contain_text("Write <b>bold</b> & pay $5, not $x^2$ or \\(y\\).")
    assert "\nOn a second line: strong, soft, <code> and a link." in stem.inner_text()
    expect(stem.get_by_role("listitem")).to_have_text(["One", "Two"])
    expect(quiz.root.get_by_label("<b>bold</b> & $5")).to_have_count(1)
    assert quiz.root.locator(".cq-row").nth(1).inner_text() == "first line\nsecond line"
    assert quiz.root.locator(".cq-row").nth(3).inner_text().split() == ["One", "block.", "Another", "block."]
    assert quiz.root.locator("label p, label div, legend p").count() == 0  # only phrasing may stand there
    quiz.answer(["a"])
    quiz.button("Check my answer").click()
    expect(quiz.root.locator(".cq-note").first).to_contain_text("Costs <5 & >4.")
    stem.get_by_role("link", name="a link").click()
    assert page.url.endswith("#there")


def test_list_boxes_hold_plain_words(show: Show) -> None:
    item = MATCHING | {"options": [option("a", "<em>one</em><br />&lt;two&gt; &amp; <code>three</code>", "Why.")]}
    quiz = show(item | {"key": {"p1": "a"}})
    box = quiz.root.get_by_role("combobox", name="Emotional")
    assert box.locator("option").all_inner_texts() == ["Choose…", "one <two> & three"]


# ---------------------------------------------------------------- keyboard


@dataclass
class Keys:
    """Key strokes that answer an item from its first control on, and the response they give."""

    strokes: list[str]
    response: Any


KEYS: dict[str, Keys] = {
    "single": Keys(["Space", "ArrowDown"], ["b"]),
    "scenario": Keys(["Space", "ArrowDown", "ArrowDown", "ArrowUp"], ["b"]),
    "multiple": Keys(["Space", "Tab", "Tab", "Tab", "Space"], ["a", "d"]),
    "reason": Keys(["Space", "ArrowDown", "Tab", "Space", "ArrowDown"], ["false", "b"]),
    "matching": Keys(
        [*["ArrowDown"] * 2, "Tab", *["ArrowDown"] * 3, "Tab", "ArrowDown", "Tab", *["ArrowDown"] * 4],
        {"p1": "b", "p2": "c", "p3": "a", "p4": "d"},
    ),
    # each step has two buttons: c a d b e -> a c d b e -> a c b d e -> a b c d e
    "ordering": Keys(["Tab", "Enter", *["Tab"] * 3, "Enter", "Enter"], ["a", "b", "c", "d", "e"]),
    "short": Keys(list("Ask first."), "Ask first."),
}


@pytest.mark.parametrize("kind", KEYS)
def test_practice_works_by_keyboard_alone(show: Show, page: Page, kind: str) -> None:
    quiz = show(ITEMS[kind], "practice")
    page.keyboard.press("Tab")  # the page hears this one: focus is not in the widget yet
    page.evaluate("window.strayKeys = []")
    for stroke in KEYS[kind].strokes:
        page.keyboard.press(stroke)
    while "cq-primary" not in page.evaluate("() => document.activeElement.className"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(quiz.verdict).to_contain_text("Now compare." if kind == "short" else RIGHT)
    expect(quiz.save).to_contain_text("Saved at")
    assert quiz.responses == [KEYS[kind].response]
    assert page.evaluate("() => document.activeElement.className").endswith("cq-primary")  # focus stayed
    assert page.evaluate("window.strayKeys") == []


@pytest.mark.parametrize("kind", KEYS)
def test_a_check_works_by_keyboard_alone(show: Show, page: Page, kind: str) -> None:
    quiz = show(ITEMS[kind], "check")
    page.keyboard.press("Tab")  # the page hears this one: focus is not in the widget yet
    page.evaluate("window.strayKeys = []")
    for stroke in KEYS[kind].strokes:
        page.keyboard.press(stroke)
    expect(quiz.save).to_contain_text("Saved at")
    assert quiz.responses[-1] == KEYS[kind].response
    assert page.evaluate("window.strayKeys") == []


@TYPES
@MODES
def test_no_key_reaches_the_notebook(show: Show, page: Page, kind: str, mode: str) -> None:
    quiz = show(ITEMS[kind], mode)
    for one in quiz.root.locator("input, select, textarea, button").all():
        if not one.is_visible():
            continue
        one.focus()
        for key in ("d", "d", "ArrowDown", "ArrowUp", "Enter", "Escape", "a", "b", "x", "z", "Shift+Enter"):
            page.keyboard.press(key)
    quiz.root.locator(".cq-stem").click()  # no control: JupyterLab would listen from here on
    page.keyboard.press("d")
    page.keyboard.press("d")
    assert page.evaluate("window.strayKeys") == []


@TYPES
def test_focus_is_plain_to_see(show: Show, page: Page, kind: str) -> None:
    quiz = show(ITEMS[kind], "practice")
    shadow = "one => getComputedStyle(one.closest('.cq-option, .cq-level') ?? one).boxShadow"
    for one in quiz.root.locator("input, select, textarea, button").all():
        if not one.is_visible():
            continue
        before = one.evaluate(shadow)
        page.keyboard.press("Tab")
        one.focus()
        page.wait_for_function(f"([one, before]) => ({shadow})(one) !== before", arg=[one.element_handle(), before])


# ---------------------------------------------------------------- pointer


@TYPES
def test_practice_works_by_pointer(show: Show, kind: str) -> None:
    item = ITEMS[kind]
    quiz = show(item, "practice")
    response = "Ask first." if kind == "short" else item["key"]
    quiz.answer(response)
    quiz.root.locator(".cq-primary").click()
    expect(quiz.save).to_contain_text("Saved at")
    expect(quiz.verdict).to_contain_text("Now compare." if kind == "short" else RIGHT)
    assert quiz.responses == [response]


@TYPES
def test_a_check_works_by_pointer(show: Show, kind: str) -> None:
    quiz = show(ITEMS[kind], "check")
    quiz.answer(WRONG[kind])
    expect(quiz.save).to_contain_text("Saved at")
    assert quiz.responses[-1] == WRONG[kind]
    assert quiz.sent[-1]["attempt"] == 1
    expect(quiz.root.locator(".cq-note:visible, .cq-panel:visible")).to_have_count(0)


def test_the_whole_row_of_an_option_can_be_clicked(show: Show) -> None:
    quiz = show(SINGLE, "check")
    row = quiz.root.locator(".cq-row").nth(2)
    box = row.bounding_box()
    assert box
    row.click(position={"x": box["width"] - 6, "y": 6})
    expect(quiz.root.get_by_role("radio").nth(2)).to_be_checked()


def test_a_step_can_be_dragged_by_mouse(show: Show, page: Page) -> None:
    quiz = show(ORDERING, "check")
    drag(page, quiz.root.locator("li[data-id=e] .cq-text"), quiz.root.locator("li[data-id=c] .cq-text"))
    assert quiz.order() == ["e", "c", "a", "d", "b"]
    expect(quiz.status).to_contain_text("“Agree on when to talk again, and where.” is now 1 of 5.")
    expect(quiz.save).to_contain_text("Saved at")
    assert quiz.responses == [["e", "c", "a", "d", "b"]]  # once, when it was let go


def test_a_drag_ends_with_escape_and_leaves_all_as_it_was(show: Show, page: Page) -> None:
    quiz = show(ORDERING, "check")
    middle = centre(quiz.root.locator("li[data-id=e] .cq-text"))
    page.mouse.move(*middle)
    page.mouse.down()
    page.mouse.move(middle[0], middle[1] - 150, steps=6)
    assert quiz.order() != ["c", "a", "d", "b", "e"]
    page.keyboard.press("Escape")
    page.mouse.up()
    assert quiz.order() == ["c", "a", "d", "b", "e"]
    assert quiz.responses == []
    assert page.evaluate("window.strayKeys") == []


def test_a_step_can_be_dragged_by_finger(show: Show, page: Page) -> None:
    quiz = show(ORDERING, "check", width=360)
    touch = page.context.new_cdp_session(page)
    x, start = centre(quiz.root.locator("li[data-id=c] .cq-grip"))
    end = centre(quiz.root.locator("li[data-id=d] .cq-grip"))[1] + 10

    def at(kind: str, y: float | None) -> None:
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [] if y is None else [{"x": x, "y": y}]})

    at("touchStart", start)
    for step in range(1, 11):
        at("touchMove", start + (end - start) * step / 10)
    at("touchEnd", None)
    assert quiz.order() == ["a", "d", "c", "b", "e"]
    expect(quiz.save).to_contain_text("Saved at")


def test_a_page_that_asks_for_less_motion_gets_none(show: Show, page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    quiz = show(ORDERING, "check")
    middle = centre(quiz.root.locator("li[data-id=e] .cq-text"))
    page.mouse.move(*middle)
    page.mouse.down()
    page.mouse.move(middle[0], middle[1] - 150, steps=3)
    assert page.evaluate("() => document.getAnimations().length") == 0
    page.mouse.up()


def centre(of: Locator) -> tuple[float, float]:
    box = of.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page: Page, what: Locator, to: Locator) -> None:
    page.mouse.move(*centre(what))
    page.mouse.down()
    x, y = centre(to)
    page.mouse.move(x, y - 12, steps=8)
    page.mouse.up()


# ---------------------------------------------------------------- ordering


def test_focus_stays_on_the_button_of_the_step_that_moves(show: Show, page: Page) -> None:
    quiz = show(ORDERING, "check")
    up = quiz.button("Move up: Listen without filling the pauses.")
    up.focus()
    for place in (3, 2, 1):
        page.keyboard.press("Enter")
        expect(up).to_be_focused()
        expect(quiz.status).to_contain_text(f"“Listen without filling the pauses.” is now {place} of 5.")
    expect(up).to_have_attribute("aria-disabled", "true")
    page.keyboard.press("Enter")
    expect(quiz.status).to_contain_text("is already first.")
    expect(up).to_be_focused()
    assert len(quiz.responses) == 3


def test_an_untouched_order_is_no_answer_until_it_is_kept(show: Show) -> None:
    quiz = show(ORDERING, "check")
    expect(quiz.save).to_have_text("Not answered yet")
    assert quiz.responses == []
    quiz.button("Keep this order").click()
    expect(quiz.save).to_contain_text("Saved at")
    assert quiz.responses == [["c", "a", "d", "b", "e"]]
    quiz.button("Keep this order").click(force=True)
    assert len(quiz.responses) == 1


def test_an_order_shows_what_is_in_place_and_then_the_right_order(show: Show) -> None:
    quiz = show(ORDERING)
    for order in (["a", "c", "b", "d", "e"], ["a", "c", "b", "e", "d"]):
        quiz.arrange(order)
        quiz.button("Check my answer").click()
    expect(quiz.verdict).to_contain_text("Partly right. 1 of 5 steps is in place.")
    expect(quiz.root.locator("li[data-id=a] .cq-note")).to_contain_text("In place")
    expect(quiz.root.locator("li[data-id=c] .cq-note")).to_have_text("Not in place yet")
    quiz.button("Show the answer").click()
    steps = quiz.root.locator(".cq-panel ol > li")
    expect(steps).to_contain_text(["Find a quiet place.", "Listen", "Say back", "Ask what", "Agree on"])
    expect(steps.nth(1)).to_contain_text("The quiet place is for this.")


# ---------------------------------------------------------------- practice


def test_a_wrong_answer_gets_its_own_rationale_and_no_other(show: Show) -> None:
    quiz = show(SINGLE)
    quiz.answer(["a"])
    quiz.button("Check my answer").click()
    expect(quiz.verdict).to_contain_text("Not quite yet.")
    expect(quiz.root.locator(".cq-note:visible")).to_have_count(1)
    expect(quiz.root.get_by_role("radio").nth(0)).to_have_accessible_description(
        re.compile(r"Not right.*Kind, but", re.DOTALL)
    )
    expect(quiz.root.get_by_role("radio").nth(1)).to_have_accessible_description("")
    expect(quiz.button("Show the answer")).to_be_hidden()


def test_the_right_answer_brings_the_rationale_of_every_option(show: Show) -> None:
    quiz = show(SINGLE)
    quiz.answer(["b"])
    quiz.button("Check my answer").click()
    expect(quiz.verdict).to_contain_text(RIGHT)
    expect(quiz.root.locator(".cq-note:visible")).to_have_count(4)
    expect(quiz.root.get_by_role("radio").nth(1)).to_have_accessible_description(
        re.compile(r"^\s*Right.*open question", re.DOTALL)
    )
    expect(quiz.root.get_by_role("radio").nth(3)).to_have_accessible_description(
        re.compile(r"Why not this one", re.DOTALL)
    )


def test_after_two_wrong_tries_the_answer_can_be_shown_and_hidden(show: Show) -> None:
    quiz = show(SINGLE)
    for choice in ("a", "c"):
        quiz.answer([choice])
        quiz.button("Check my answer").click()
    expect(quiz.verdict).to_contain_text("Try again, or choose Show the answer.")
    quiz.button("Show the answer").click()
    expect(quiz.button("Hide the answer")).to_be_focused()
    expect(quiz.root.locator(".cq-option").nth(1)).to_contain_text("Right answer")
    expect(quiz.root.locator(".cq-note:visible")).to_have_count(4)
    quiz.button("Hide the answer").click()
    expect(quiz.root.locator(".cq-note:visible")).to_have_count(1)
    quiz.answer(["b"])
    quiz.button("Check my answer").click()
    expect(quiz.verdict).to_contain_text(RIGHT)
    assert [message["attempt"] for message in quiz.sent] == [1, 2, 3]


def test_a_double_click_is_one_try_and_does_not_touch_what_moves_under_it(show: Show) -> None:
    quiz = show(SINGLE)
    quiz.answer(["a"])
    quiz.button("Check my answer").dblclick()
    expect(quiz.verdict).to_contain_text("Not quite yet.")
    expect(quiz.root.get_by_role("radio").first).to_be_checked()
    assert len(quiz.sent) == 1


def test_the_same_answer_checked_again_is_no_second_try(show: Show) -> None:
    quiz = show(SINGLE)
    quiz.answer(["a"])
    for _ in range(3):
        quiz.button("Check my answer").click()
    assert len(quiz.sent) == 1
    expect(quiz.button("Show the answer")).to_be_hidden()
    expect(quiz.verdict).to_contain_text("Change it, then check again.")


@pytest.mark.parametrize("kind", [kind for kind in ITEMS if kind != "ordering"])
def test_checking_nothing_asks_for_an_answer_and_logs_nothing(show: Show, kind: str) -> None:
    quiz = show(ITEMS[kind])
    quiz.root.locator(".cq-primary").click()
    expect(quiz.verdict).to_contain_text("first, then")
    assert quiz.sent == []


def test_a_multiple_choice_says_how_many_are_too_many_or_too_few(show: Show) -> None:
    quiz = show(MULTIPLE, "check")
    expect(quiz.root.locator(".cq-hint")).to_have_text("Choose 2.")
    quiz.answer(["a"])
    expect(quiz.root.locator(".cq-hint")).to_have_text("Choose 2. You have chosen 1, so choose 1 more.")
    quiz.answer(["a", "b", "c"])
    expect(quiz.status).to_contain_text("Choose 2. You have chosen 3, so take 1 away.")
    expect(quiz.save).to_contain_text("Saved at")
    assert quiz.responses[-1] == ["a", "b", "c"]


def test_in_practice_the_number_of_choices_must_be_met_before_they_count_as_a_try(show: Show) -> None:
    quiz = show(MULTIPLE)
    quiz.answer(["a"])
    quiz.button("Check my answer").click()
    expect(quiz.verdict).to_contain_text("choose 1 more")
    assert quiz.sent == []


def test_a_right_answer_with_a_wrong_reason_says_which_is_which(show: Show) -> None:
    quiz = show(REASON)
    quiz.answer(["false", "c"])
    quiz.button("Check my answer").click()
    expect(quiz.verdict).to_contain_text("Your answer is right, but the reason is not.")
    expect(quiz.root.locator(".cq-option:has(.cq-note:visible)")).to_contain_text(["Right", "Not right"])


def test_the_reason_may_be_chosen_first(show: Show) -> None:
    quiz = show(REASON, "check")
    quiz.root.get_by_label("Shared experience can give hope.").check()
    expect(quiz.root.locator(".cq-hint")).to_contain_text("Now choose true or false.")
    expect(quiz.save).to_have_text("Not answered yet")
    quiz.root.get_by_label("False").check()
    expect(quiz.save).to_contain_text("Saved at")
    assert quiz.responses == [["false", "b"]]


def test_the_first_tier_alone_is_saved(show: Show) -> None:
    quiz = show(REASON, "check")
    quiz.root.get_by_label("False").check()
    expect(quiz.save).to_contain_text("Saved at")
    assert quiz.responses == [["false"]]
    expect(quiz.root.locator(".cq-hint")).to_have_text("Now choose your reason.")


def test_matches_are_judged_line_by_line(show: Show) -> None:
    quiz = show(MATCHING)
    quiz.answer(WRONG["matching"])
    quiz.button("Check my answer").click()
    expect(quiz.verdict).to_contain_text("Partly right. 2 of 4 are matched right.")
    expect(quiz.root.locator(".cq-match")).to_contain_text(["Right", "Not right", "Not right", "Right"])
    box = quiz.root.get_by_role("combobox", name="Informational")
    expect(box).to_have_accessible_description(re.compile(r"Not right.*Help that you can touch", re.DOTALL))
    box.select_option("c")
    expect(box).to_have_accessible_description("")
    quiz.answer(MATCHING["key"])
    quiz.button("Check my answer").click()
    expect(quiz.root.locator(".cq-panel")).to_contain_text("A signed treatment plan")


def test_the_right_matches_can_be_shown_beside_the_wrong_ones(show: Show) -> None:
    quiz = show(MATCHING, saved={"response": WRONG["matching"], "attempt": 2, "at": LONG_AGO})
    quiz.button("Show the answer").click()
    notes = ["Right", "Not right. The right match is: A list of free courses", "Not right", "Right"]
    expect(quiz.root.locator(".cq-match .cq-note-label")).to_contain_text(notes)
    expect(quiz.root.locator(".cq-panel")).to_contain_text("A signed treatment plan")


def test_an_option_used_twice_is_pointed_out(show: Show) -> None:
    quiz = show(MATCHING, "check")
    quiz.answer({"p1": "a", "p2": "a"})
    expect(quiz.root.locator(".cq-hint")).to_contain_text("“A lift to the clinic” more than once")
    expect(quiz.save).to_contain_text("Saved at")
    assert quiz.responses[-1] == {"p1": "a", "p2": "a"}


def test_a_short_answer_is_compared_with_the_model_answer(show: Show) -> None:
    quiz = show(SHORT)
    expect(quiz.root.locator(".cq-panel")).to_be_hidden()
    quiz.answer("It is their life.")
    quiz.button("Compare with the model answer").click()
    expect(quiz.save).to_contain_text("Saved at")
    expect(quiz.root.locator(".cq-panel")).to_contain_text("Asking leaves the choice with the person.")
    expect(quiz.root.locator(".cq-panel li")).to_have_count(3)
    quiz.answer("It is their life, and they know it best.")
    expect(quiz.root.locator(".cq-panel")).to_be_visible()
    quiz.button("Compare with the model answer").click()
    assert [message["attempt"] for message in quiz.sent] == [1, 2]


def test_starting_again_clears_the_page_and_goes_on_counting(show: Show) -> None:
    quiz = show(SINGLE)
    quiz.answer(["b"])
    quiz.button("Check my answer").click()
    expect(quiz.save).to_contain_text("Saved at")
    quiz.button("Start again").click()
    expect(quiz.root.get_by_role("radio").first).to_be_focused()
    expect(quiz.root.locator("input:checked, .cq-note:visible, .cq-verdict:visible")).to_have_count(0)
    expect(quiz.save).to_be_hidden()
    quiz.answer(["b"])
    quiz.button("Check my answer").click()
    assert [message["attempt"] for message in quiz.sent] == [1, 2]


# ---------------------------------------------------------------- saving


def test_a_change_is_saving_until_it_is_confirmed(show: Show) -> None:
    quiz = show(SINGLE, "check", answer="nothing")
    expect(quiz.save).to_have_text("Not answered yet")
    quiz.answer(["a"])
    expect(quiz.save).to_have_text("Saving…")
    quiz.tell("model.trigger('msg:custom', {type: 'saved', n: model.sent[0].n, at: new Date().toISOString()})")
    expect(quiz.save).to_have_text(re.compile(r"^Saved at \d?\d.\d\d$"))


def test_only_the_confirmation_of_the_latest_change_says_saved(show: Show) -> None:
    quiz = show(SINGLE, "check", answer="nothing")
    for choice in ("a", "c", "b"):
        quiz.answer([choice])
    quiz.tell("model.confirm(model.sent[0]); model.confirm(model.sent[1])")
    expect(quiz.save).to_have_text("Saving…")
    expect(quiz.root.get_by_label("Ask what the member had hoped for.")).to_be_checked()
    quiz.tell("model.confirm(model.sent[2])")
    expect(quiz.save).to_contain_text("Saved at")


@pytest.mark.timed
def test_silence_says_not_saved_and_a_late_confirmation_mends_it(show: Show, page: Page) -> None:
    quiz = show(SINGLE, "check", answer="nothing")
    quiz.answer(["a"])
    page.clock.fast_forward(4100)
    expect(quiz.save).to_contain_text("Not saved: the course is not answering. Your answer is still here.")
    expect(quiz.button("Try again")).to_be_visible()
    expect(quiz.root.get_by_role("radio").first).to_be_checked()
    quiz.tell("model.confirm(model.sent[0])")
    expect(quiz.save).to_contain_text("Saved at")
    expect(quiz.button("Try again")).to_be_hidden()


def test_try_again_sends_the_same_answer_and_keeps_the_focus_in_the_widget(show: Show, page: Page) -> None:
    quiz = show(SINGLE, "check", answer="throw")
    quiz.answer(["a"])
    expect(quiz.save).to_contain_text("Not saved: the page has lost touch with the course.")
    quiz.tell("model.answer = 'save'")
    quiz.button("Try again").focus()
    page.keyboard.press("Enter")
    expect(quiz.save).to_contain_text("Saved at")
    assert quiz.responses == [["a"]]
    expect(quiz.save).to_be_focused()


def test_a_refusal_shows_its_own_words(show: Show) -> None:
    quiz = show(SINGLE, "check", answer="refuse")
    quiz.answer(["a"])
    expect(quiz.save).to_have_text("Not saved. Your folder is full. Delete a file, then choose Try again.")
    quiz.tell("model.answer = 'save'")
    quiz.button("Try again").click()
    expect(quiz.save).to_contain_text("Saved at")


def test_a_widget_cut_off_from_its_kernel_says_so_at_once(show: Show, page: Page) -> None:
    quiz = show(SINGLE, "check", answer="nothing")
    quiz.answer(["a"])
    page.evaluate("() => document.querySelector('main > div').classList.add('jupyter-widgets-disconnected')")
    quiz.tell("model.trigger('comm_live_update')")
    expect(quiz.save).to_contain_text("Not saved: the page has lost touch with the course.")
    quiz.answer(["b"])
    expect(quiz.save).to_contain_text("Not saved")
    assert quiz.responses == [["a"]]


@pytest.mark.parametrize("manager", ["{kernel: null}", "{kernel: {status: 'dead'}}", "{kernel: {isDisposed: true}}"])
def test_a_widget_without_a_kernel_says_so_at_once(show: Show, manager: str) -> None:
    quiz = show(SINGLE, "check", answer="nothing")
    quiz.tell(f"model.widget_manager = {manager}")
    quiz.answer(["a"])
    expect(quiz.save).to_contain_text("Not saved")


@MODES
def test_an_unsaved_answer_goes_by_itself_when_the_cell_runs_again(show: Show, page: Page, mode: str) -> None:
    quiz = show(SINGLE, mode, answer="throw")
    quiz.answer(["a"])
    if mode == "practice":
        quiz.button("Check my answer").click()
        expect(quiz.verdict).to_contain_text("Not quite yet.")
    expect(quiz.save).to_contain_text("Not saved")
    page.evaluate("window.endViews()")
    again = show(SINGLE, mode)
    expect(again.root.get_by_role("radio").first).to_be_checked()
    expect(again.save).to_contain_text("Saved at")
    assert again.responses == [["a"]]


def test_an_unsaved_answer_stays_with_its_own_log(show: Show, page: Page) -> None:
    show(SINGLE, "check", answer="throw", store="check-01").answer(["a"])
    page.evaluate("window.endViews()")
    other = show(SINGLE, "check", store="check-02")
    expect(other.save).to_have_text("Not answered yet")
    assert other.responses == []


def test_a_text_is_saved_when_its_writer_pauses_or_leaves(show: Show, page: Page) -> None:
    quiz = show(SHORT, "check")
    quiz.root.get_by_role("textbox").press_sequentially("Ask")
    expect(quiz.save).to_have_text("Saving…")
    expect(quiz.save).to_contain_text("Saved at")
    assert quiz.responses == ["Ask"]
    quiz.root.get_by_role("textbox").press_sequentially(" first")
    page.evaluate("() => document.activeElement.blur()")
    assert quiz.responses == ["Ask", "Ask first"]


# ---------------------------------------------------------------- restoring


@TYPES
@MODES
def test_a_saved_answer_is_on_screen_again(show: Show, kind: str, mode: str) -> None:
    quiz = show(ITEMS[kind], mode, saved={"response": WRONG[kind], "attempt": 2, "at": LONG_AGO})
    expect(quiz.save).to_have_text("Saved on 4 May 2020 at 10:32")
    assert quiz.sent == []
    if kind == "short":
        expect(quiz.root.get_by_role("textbox")).to_have_value(WRONG[kind])
    elif kind == "ordering":
        assert quiz.order() == WRONG[kind]
    elif kind.startswith("matching"):
        for n, choice in enumerate(WRONG[kind].values()):
            expect(quiz.root.get_by_role("combobox").nth(n)).to_have_value(choice)
    else:
        checked = quiz.root.locator("input:checked").evaluate_all("all => all.map(one => one.value)")
        assert checked == WRONG[kind]


def test_restored_practice_is_judged_again_and_goes_on_counting(show: Show) -> None:
    quiz = show(SINGLE, saved={"response": ["a"], "attempt": 2, "at": LONG_AGO})
    expect(quiz.verdict).to_contain_text("Not quite yet.")
    expect(quiz.button("Show the answer")).to_be_visible()
    quiz.answer(["b"])
    quiz.button("Check my answer").click()
    expect(quiz.verdict).to_contain_text(RIGHT)
    assert quiz.sent[-1]["attempt"] == 3


def test_a_saved_answer_that_no_longer_fits_asks_for_a_new_one(show: Show) -> None:
    quiz = show(SINGLE, "check", saved={"response": ["z"], "attempt": 1, "at": LONG_AGO})
    expect(quiz.save).to_contain_text("This question has changed since you answered it.")
    expect(quiz.root.locator("input:checked")).to_have_count(0)


@MODES
def test_a_second_view_follows_the_first(show: Show, page: Page, mode: str) -> None:
    first = show(SINGLE, mode)
    second = show_view(page, first.model)
    first.answer(["a"])
    if mode == "practice":
        first.button("Check my answer").click()
        expect(second.verdict).to_contain_text("Not quite yet.")
    expect(second.root.get_by_role("radio").first).to_be_checked()
    expect(second.save).to_contain_text("Saved at")
    assert len(first.sent) == 1


def test_a_line_from_elsewhere_does_not_replace_an_answer_that_is_not_saved_yet(show: Show) -> None:
    quiz = show(SINGLE, "check", answer="throw")
    quiz.answer(["a"])
    quiz.tell(f"model.set('saved', {{response: ['b'], attempt: 1, at: '{LONG_AGO}'}})")
    expect(quiz.root.get_by_role("radio").first).to_be_checked()
    expect(quiz.save).to_contain_text("Not saved")


def test_a_live_region_stands_from_the_start_and_keeps_quiet_when_nothing_changed(show: Show, page: Page) -> None:
    line = {"response": ["a"], "attempt": 1, "at": LONG_AGO}
    quiz = show(SINGLE, "check", saved=line)
    expect(quiz.status).to_have_count(1)
    expect(quiz.status).to_have_attribute("aria-atomic", "false")
    page.evaluate(
        "() => { window.heard = 0; new MutationObserver(all => window.heard += all.length).observe("
        "document.querySelector('[role=status]'), {subtree: true, childList: true, characterData: true}); }"
    )
    quiz.tell(f"model.set('saved', {json.dumps(line)})")
    assert page.evaluate("window.heard") == 0


def test_focus_stays_where_it_is_when_the_state_changes(show: Show, page: Page) -> None:
    quiz = show(SINGLE, "check")
    radio = quiz.root.get_by_role("radio").nth(2)
    radio.focus()
    page.keyboard.press("Space")
    expect(quiz.save).to_contain_text("Saved at")
    expect(radio).to_be_focused()
    quiz.tell(f"model.set('saved', {{response: ['b'], attempt: 1, at: '{LONG_AGO}'}})")
    expect(quiz.root.get_by_role("radio").nth(1)).to_be_checked()
    expect(radio).to_be_focused()


# ---------------------------------------------------------------- what everybody can see and use


def stages(show: Show, kind: str, mode: str, theme: str = "light", width: int = 900) -> Iterator[tuple[str, Quiz]]:
    """A widget before an answer, with one, judged wrong, with its answer shown, judged right, and not saved."""
    item = ITEMS[kind]
    quiz = show(item, mode, theme=theme, width=width)
    yield "open", quiz
    quiz.answer(WRONG[kind])
    if mode == "practice":
        quiz.root.locator(".cq-primary").click()
    expect(quiz.save).to_contain_text("Saved")
    yield "answered", quiz
    if mode == "practice" and kind != "short":
        quiz.page.evaluate("window.endViews()")
        quiz = show(item, mode, saved={"response": WRONG[kind], "attempt": 2, "at": LONG_AGO})
        quiz.button("Show the answer").click()
        yield "shown", quiz
        quiz.page.evaluate("window.endViews()")
        yield "right", show(item, mode, saved={"response": item["key"], "attempt": 2, "at": LONG_AGO})
    quiz.page.evaluate("window.endViews()")
    quiz = show(item, mode, answer="throw", store="another log")
    quiz.answer(WRONG[kind])
    if mode == "practice":
        quiz.root.locator(".cq-primary").click()
    expect(quiz.save).to_contain_text("Not saved")
    yield "unsaved", quiz


@TYPES
@MODES
@THEMED
def test_axe_finds_no_fault(show: Show, page: Page, kind: str, mode: str, theme: str) -> None:
    assert faults_of(stages(show, kind, mode, theme)) == []


@TYPES
@MODES
@THEMED
def test_text_and_controls_stand_out_enough(show: Show, page: Page, kind: str, mode: str, theme: str) -> None:
    assert weak_contrasts(page, stages(show, kind, mode, theme)) == []


@TYPES
@MODES
@THEMED
def test_nothing_hangs_over_the_edge_and_targets_are_large(
    show: Show, page: Page, picture: Callable[[str], None], kind: str, mode: str, theme: str
) -> None:
    for stage, quiz in stages(show, kind, mode, theme, WIDTHS[theme][-1]):
        for width in WIDTHS[theme]:
            assert_fits(quiz, width, "button:visible, select, textarea, .cq-row, .cq-grip, .cq-level:visible")
            picture(f"{kind}-{mode}-{stage}-{theme}-{width}")


@pytest.mark.parametrize("width", [360, 900])
def test_long_words_wrap(show: Show, page: Page, width: int, picture: Callable[[str], None]) -> None:
    quiz = show(ODD, width=width)
    quiz.answer(["a"])
    quiz.button("Check my answer").click()
    assert page.evaluate("() => document.scrollingElement.scrollWidth") <= width
    picture(f"odd-{width}")


def test_right_and_wrong_are_told_by_words_and_symbols_too(show: Show) -> None:
    quiz = show(MULTIPLE)
    quiz.answer(WRONG["multiple"])
    quiz.button("Check my answer").click()
    for note, words in zip(quiz.root.locator(".cq-note:visible").all(), ("Right", "Not right"), strict=True):
        expect(note.locator(".cq-note-label")).to_have_text(words)
        expect(note.locator(".cq-note-label svg[aria-hidden=true]")).to_have_count(1)
    expect(quiz.verdict.locator("svg[aria-hidden=true]")).to_have_count(1)


def test_high_contrast_keeps_native_controls(show: Show, page: Page, picture: Callable[[str], None]) -> None:
    page.emulate_media(forced_colors="active")
    quiz = show(SINGLE)
    quiz.answer(["a"])
    quiz.button("Check my answer").click()
    radio = quiz.root.get_by_role("radio").first
    assert radio.evaluate("one => getComputedStyle(one).appearance") == "auto"
    assert quiz.root.locator(".cq-option").first.evaluate("one => getComputedStyle(one).borderTopWidth") == "3px"
    picture("high-contrast")
