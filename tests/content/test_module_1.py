from __future__ import annotations

import re
from collections import Counter

import pytest

from course.items import Item, MultipleChoice, Ordering, SingleChoice, options_of
from course.lint.prose import headings, readable, running_text
from course.lint.readability import measure, words_of

from .course_content import CHECK, CLAIMS, COURSE, ITEMS, MODULE_1, PRACTICE, right_options

# The row of module 1 in the table of counts: objective -> type -> items.
PRACTICE_COUNTS = {
    "m1-o1": {"single": 1, "matching": 1},
    "m1-o2": {"single": 2},
    "m1-o3": {"ordering": 1},
    "m1-o4": {"multiple": 1},
    "m1-o5": {"true-false-reason": 2},
}
CHECK_COUNTS = {
    "m1-o1": {"single": 2, "true-false-reason": 1},
    "m1-o2": {"single": 2, "multiple": 1},
    "m1-o3": {"single": 1, "ordering": 1},
    "m1-o4": {"multiple": 1, "scenario": 2},
    "m1-o5": {"true-false-reason": 2, "multiple": 1},
}
CHECK_LEVELS = {
    "m1-o1": {"remember": 1, "understand": 2},
    "m1-o2": {"apply": 3},
    "m1-o3": {"understand": 2},
    "m1-o4": {"analyze": 3},
    "m1-o5": {"evaluate": 3},
}
OBJECTIVES = list(CHECK_COUNTS)
NUMBERS = {2: "TWO", 3: "THREE"}
EVERY_ITEM = pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)


def counted(items: tuple[Item, ...], field: str) -> dict[str, dict[str, int]]:
    """How many items each objective has of each type or level."""
    return {
        objective: dict(Counter(getattr(item, field) for item in items if item.objective == objective))
        for objective in sorted({item.objective for item in items})
    }


def six_words(text: str) -> set[tuple[str, ...]]:
    """Every run of six words in a text."""
    words = re.findall(r"[a-z0-9]+", re.sub(r"['\u2019]", "", text.lower()))
    return {tuple(words[n : n + 6]) for n in range(len(words) - 5)}


# --- Counts -------------------------------------------------------------------------------------------------


def test_practice_has_eight_items_of_the_types_that_the_table_gives() -> None:
    assert counted(PRACTICE, "type") == PRACTICE_COUNTS


def test_check_has_fourteen_items_of_the_types_that_the_table_gives() -> None:
    assert counted(CHECK, "type") == CHECK_COUNTS


def test_check_asks_at_the_levels_that_the_table_gives() -> None:
    assert counted(CHECK, "bloom") == CHECK_LEVELS


def test_module_has_the_five_objectives_of_the_table() -> None:
    assert [objective.id for objective in MODULE_1.settings.objectives] == OBJECTIVES


def test_blueprint_has_two_slots_of_one_point_for_each_objective() -> None:
    slots = [(slot.slot, slot.objective, slot.points) for slot in MODULE_1.check.blueprint]
    assert slots == [(f"{objective}-{place}", objective, 1) for objective in OBJECTIVES for place in "ab"]


@EVERY_ITEM
def test_item_is_a_draft_until_two_experts_have_reviewed_it(item: Item) -> None:
    assert (item.status, item.reviewed_by) == ("draft", ())


# --- Keys and options ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("bank", [CHECK, (*PRACTICE, *CHECK)], ids=["check", "both"])
def test_no_letter_is_the_key_of_more_than_half_the_items(bank: tuple[Item, ...]) -> None:
    keys = Counter(item.key for item in bank if isinstance(item, SingleChoice))
    assert max(keys.values()) <= keys.total() / 2
    assert keys.total() >= 7


def test_no_order_is_right_as_it_stands() -> None:
    orders = [item for item in ITEMS if isinstance(item, Ordering)]
    assert [item.id for item in orders if list(item.key) == [option.id for option in item.options]] == []
    assert len(orders) == 2


@pytest.mark.parametrize("item", [item for item in ITEMS if isinstance(item, MultipleChoice)], ids=lambda item: item.id)
def test_stem_of_a_multiple_choice_says_in_capitals_how_many_to_choose(item: MultipleChoice) -> None:
    assert re.findall(r"\b[A-Z]{3,}\b", item.stem)[-1:] == [NUMBERS[len(item.key)]]


@EVERY_ITEM
def test_every_rationale_has_eight_words_or_more(item: Item) -> None:
    assert [option.id for option in options_of(item) if len(words_of(option.rationale)) < 8] == []


@EVERY_ITEM
def test_no_option_points_at_the_others(item: Item) -> None:
    pattern = r"\b(?:all|none|both|neither)(?: of)? (?:the )?(?:above|these)\b|\b(?:both )?[A-E] (?:and|or) [A-E]\b"
    assert [option.id for option in options_of(item) if re.search(pattern, option.text)] == []


def test_no_stem_and_no_option_of_an_item_is_written_twice() -> None:
    stems = Counter(item.stem.strip().lower() for item in ITEMS)
    assert [stem for stem, times in stems.items() if times > 1] == []
    for item in ITEMS:
        texts = (
            Counter(option.text.strip().lower() for option in item.options) if hasattr(item, "options") else Counter()
        )
        assert [text for text, times in texts.items() if times > 1] == []


@pytest.mark.parametrize("item", CHECK, ids=lambda item: item.id)
def test_practice_gives_no_item_of_the_check_away(item: Item) -> None:
    practised = [one.stem for one in PRACTICE]
    practised += [option.rationale for one in PRACTICE for option in options_of(one)]
    known = set().union(*(six_words(text) for text in practised))
    asked = set().union(*(six_words(text) for text in (item.stem, *(one.text for one in right_options(item)))))
    assert len(asked & known) <= 0.2 * len(asked)
    assert asked


# --- Claims and sources -------------------------------------------------------------------------------------


def test_every_claim_of_the_source_article_has_its_section() -> None:
    assert [claim["claim"] for claim in CLAIMS] == [f"S0-{n:02}" for n in range(1, 20)]


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim["claim"])
def test_section_that_deals_with_a_claim_is_in_the_lesson(claim: dict[str, str]) -> None:
    assert claim["section"] in headings(MODULE_1.lesson)
    assert claim["how"] in ("taught", "corrected")


@EVERY_ITEM
def test_item_names_claims_that_the_lesson_deals_with(item: Item) -> None:
    assert item.claims
    assert set(item.claims) <= {claim["claim"] for claim in CLAIMS}


# --- Length and reading level -------------------------------------------------------------------------------


def test_lesson_has_the_length_of_one_sitting() -> None:
    assert 1800 <= len(words_of(readable(MODULE_1.lesson))) <= 2600


def test_lesson_reads_at_grade_eight_or_below() -> None:
    assert measure(running_text(MODULE_1.lesson)).grade <= 8.5


@pytest.mark.parametrize("bank", [PRACTICE, CHECK], ids=["practice", "check"])
def test_questions_read_at_grade_eight_or_below(bank: tuple[Item, ...]) -> None:
    texts = [text for item in bank for text in (item.stem, *(option.text for option in options_of(item)))]
    assert measure("\n\n".join(texts)).grade <= 8.5


@pytest.mark.parametrize("bank", [PRACTICE, CHECK], ids=["practice", "check"])
def test_rationales_read_at_grade_eight_or_below(bank: tuple[Item, ...]) -> None:
    assert measure("\n\n".join(option.rationale for item in bank for option in options_of(item))).grade <= 8.5


@EVERY_ITEM
def test_no_single_item_reads_above_grade_eleven(item: Item) -> None:
    assert measure("\n\n".join([item.stem, *(option.text for option in options_of(item))])).grade <= 11


def test_glossary_explains_the_words_of_the_module() -> None:
    assert len([term for term in COURSE.glossary if term.module == "m1"]) == 10
