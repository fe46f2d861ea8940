"""Answering a quiz as a learner does, with the mouse, and knowing beforehand what it will score."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from course.bank import slot_json
from course.build.questions import check_question
from course.forms import draw
from course.items import (
    Item,
    Matching,
    MultipleChoice,
    Ordering,
    ShortAnswer,
    SingleChoice,
    TrueFalseReason,
    question_of,
    right_response,
)
from course.outline import Check
from course.questions import Response, answer_key
from course.scoring import score

SAVED_WITHIN = 15_000  # milliseconds


def form_of(check: Check, learner: str, form: str = "A") -> dict[str, Item]:
    """The item of each slot for one learner."""
    bank = {item.id: check_question(item) for item in check.items}
    items = {item.id: item for item in check.items}
    slots = [slot_json(slot) for slot in check.blueprint]
    drawn = draw(slots, bank, learner=learner, check=check.id, form=form)
    return {slot: items[item] for slot, item in drawn.items()}


def points(item: Item, response: Response) -> float:
    """The share of the points that a response earns."""
    return score(answer_key(question_of(item), right_response(item)), response) or 0.0


def a_lesser_response(item: Item) -> Response:
    """A finished response that earns less than full points: partial credit where the type has it."""
    match item:
        case Matching():
            first, second, *_ = item.key
            return item.key | {first: item.key[second], second: item.key[first]}
        case Ordering():
            return [item.key[1], item.key[0], *item.key[2:]]
        case TrueFalseReason():
            return [item.key[0], next(one.id for one in item.reasons if one.id != item.key[1])]
        case MultipleChoice():
            return [*item.key[:-1], next(one.id for one in item.options if one.id not in item.key)]
        case SingleChoice():
            return [next(one.id for one in item.options if one.id != item.key)]
        case ShortAnswer():
            raise ValueError("a short answer earns no points by itself")


def quizzes(page: Page) -> Locator:
    """The quizzes of the notebook in front, in order."""
    return page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .course-quiz")


def give(quiz: Locator, response: Response) -> None:
    """Put a response into a quiz by clicking."""
    kind = quiz.locator(".cq-card").get_attribute("data-type")
    if kind == "matching":
        assert isinstance(response, dict)
        for prompt, option in response.items():
            quiz.locator(f'select[id$="-{prompt}"]').select_option(option)
    elif kind == "ordering":
        _put_in_order(quiz, list(response))
    else:
        for option, box in zip(response, _boxes(quiz, str(kind), list(response)), strict=True):
            assert option == box.get_attribute("value")
            box.check()


def expect_saved(quiz: Locator) -> None:
    """Wait until the quiz says that its answer is on disk."""
    expect(quiz.locator(".cq-save")).to_contain_text("Saved at", timeout=SAVED_WITHIN)


def _boxes(quiz: Locator, kind: str, response: list[str]) -> list[Locator]:
    if kind == "true-false-reason":
        groups = quiz.locator("fieldset fieldset")
        return [groups.nth(n).locator(f'input[value="{one}"]') for n, one in enumerate(response)]
    return [quiz.locator(f'input[value="{one}"]') for one in response]


def _put_in_order(quiz: Locator, wanted: list[str]) -> None:
    for place, step in enumerate(wanted):
        while True:
            order = quiz.locator("ol.cq-steps > li").evaluate_all("items => items.map(item => item.dataset.id)")
            if order[place] == step:
                break
            quiz.locator(f'li[data-id="{step}"] button[data-way="up"]').click()
    keep = quiz.get_by_role("button", name="Keep this order")
    if keep.is_visible() and keep.is_enabled():
        keep.click()
