"""The practice exam and the final assessment, as the course's blueprint has them."""

from __future__ import annotations

from collections import Counter

import pytest

from course.items import Item

from .course_content import COURSE

CAPSTONE = COURSE.capstone
assert CAPSTONE
BLUEPRINT = CAPSTONE.final.blueprint
TAUGHT = {objective.id: module for module in COURSE.modules for objective in module.settings.objectives}
EVERY_ITEM = pytest.mark.parametrize("item", [*CAPSTONE.practice, *CAPSTONE.questions], ids=lambda item: item.id)


def test_exam_has_thirty_questions_by_domain() -> None:
    assert CAPSTONE
    shares = {"ethical-responsibility": 10, "advocacy": 6, "mentoring-education": 7, "recovery-wellness": 7}
    assert (CAPSTONE.settings.exam.questions, CAPSTONE.settings.exam.shares) == (30, shares)


def test_note_on_the_shares_calls_them_a_proxy() -> None:
    assert CAPSTONE
    note = CAPSTONE.settings.exam.note
    assert "proxy" in note
    assert "not the weights of the real exam" in note


def test_exam_has_forty_items_of_its_own_eight_for_each_module() -> None:
    assert CAPSTONE
    modules = Counter(TAUGHT[item.objective].settings.id for item in CAPSTONE.practice)
    assert modules == dict.fromkeys(("m1", "m2", "m3", "m4", "m5"), 8)


def test_final_assessment_asks_for_every_graded_objective_once() -> None:
    drawn = Counter(slot.objective for slot in BLUEPRINT if slot.item is None)
    graded = [one.id for module in COURSE.modules for one in module.settings.objectives if one.graded]
    assert drawn == Counter(graded)
    assert drawn.total() == 24


def test_final_assessment_has_six_integrative_questions_and_one_written_answer() -> None:
    assert CAPSTONE
    kinds = {item.id: item.type for item in CAPSTONE.questions}
    named = [kinds[slot.item] for slot in BLUEPRINT if slot.item]
    assert Counter(kind == "short" for kind in named) == {False: 6, True: 1}
    assert [slot.points for slot in BLUEPRINT] == [1] * 30 + [3]


def test_modules_three_to_five_ask_for_safety() -> None:
    safe = [slot for slot in BLUEPRINT if slot.safety and slot.item is None]
    assert {TAUGHT[slot.objective].settings.id for slot in safe} == {"m3", "m4", "m5"}


@EVERY_ITEM
def test_item_is_a_draft_until_two_experts_have_reviewed_it(item: Item) -> None:
    assert (item.status, item.reviewed_by) == ("draft", ())


def test_no_question_of_the_exam_stands_in_a_bank_that_is_graded() -> None:
    assert CAPSTONE
    graded = {item.stem.strip() for item in CAPSTONE.final.items}
    assert [item.id for item in COURSE.exam_items() if item.stem.strip() in graded] == []
