"""What every module of the course has, besides what `course lint` sees to."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest

from course.items import Item, Ordering
from course.lint.prose import paragraphs, running_text
from course.lint.readability import measure, words_of
from course.outline import Module

from .course_content import COURSE, ITEMS

EVERY_MODULE = pytest.mark.parametrize("module", COURSE.modules, ids=lambda module: module.name)
EVERY_ITEM = pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)


@EVERY_MODULE
def test_module_has_five_objectives_of_its_own(module: Module) -> None:
    expected = [f"{module.settings.id}-o{n}" for n in range(1, 6)]
    assert [objective.id for objective in module.settings.objectives] == expected


@EVERY_MODULE
def test_blueprint_has_ten_slots_of_one_point_and_leaves_no_graded_objective_out(module: Module) -> None:
    slots = Counter(slot.objective for slot in module.check.blueprint)
    graded = {objective.id for objective in module.settings.objectives if objective.graded}
    assert (slots.total(), set(slots)) == (10, graded)
    assert {slot.points for slot in module.check.blueprint} == {1}


@EVERY_MODULE
def test_lesson_has_the_length_of_one_sitting(module: Module) -> None:
    # Words in sentences, tables apart.
    assert 1800 <= len(words_of(running_text(module.lesson))) <= 2600


@EVERY_MODULE
def test_reading_flows_and_stays_easy(module: Module) -> None:
    # Grade 6 to 8 is aimed at; below it the sentences chop. Steps and things to say may be as short as they like.
    assert 6.0 <= measure(paragraphs(module.lesson)).grade <= 7.5


@EVERY_MODULE
def test_each_column_of_a_table_has_a_name(module: Module) -> None:
    # On a phone it stands before each cell, and a screen reader says it.
    rows = module.lesson.splitlines()
    heads = [
        head for head, rule in pairwise(rows) if re.fullmatch(r"[|:\- ]*---[|:\- ]*", rule) and head.startswith("|")
    ]
    assert heads
    assert [head for head in heads if not all(name.strip() for name in head.strip("|").split("|"))] == []


@EVERY_MODULE
def test_glossary_explains_the_words_of_the_module(module: Module) -> None:
    assert len([term for term in COURSE.glossary if term.module == module.settings.id]) >= 10


@EVERY_ITEM
def test_item_is_a_draft_until_two_experts_have_reviewed_it(item: Item) -> None:
    assert (item.status, item.reviewed_by) == ("draft", ())


@pytest.mark.parametrize("item", [item for item in ITEMS if isinstance(item, Ordering)], ids=lambda item: item.id)
def test_no_order_is_right_as_it_stands(item: Ordering) -> None:
    assert list(item.key) != [option.id for option in item.options]
