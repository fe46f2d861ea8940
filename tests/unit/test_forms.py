from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.bank import load, slot_json
from course.forms import NoFormError, draw, shuffled
from course.items import question_of
from course.outline import Module
from course.question_files import CheckQuestions
from course.questions import Question

from .builders import ROOT, SAMPLE, make_question, make_slot

LEARNERS = [f"learner-{n}" for n in range(500)]


def make_bank(**objectives: int) -> dict[str, Question]:
    """So many items for each objective, named `<objective>-1` and so on."""
    return {
        f"{objective}-{n}": make_question(f"{objective}-{n}", objective)
        for objective, number in objectives.items()
        for n in range(1, number + 1)
    }


BANK = make_bank(o1=4, o2=3, o3=5)
SLOTS = [make_slot(f"{objective}-{place}", objective) for objective in ("o1", "o2", "o3") for place in "ab"]


def form(
    learner: str = "ana",
    letter: str = "A",
    check: str = "check-01",
    bank: Mapping[str, Question] = BANK,
    slots: Sequence[Mapping[str, Any]] = SLOTS,
) -> dict[str, str]:
    return draw(slots, bank, learner=learner, check=check, form=letter)


def test_learner_gets_the_same_form_whenever_it_is_drawn() -> None:
    assert form("ana") == form("ana")


def test_forms_given_out_before_can_be_drawn_again_for_good() -> None:
    # Learners' answers refer to these draws: they must never change for a bank that stays as it is.
    drawn = {"o1-a": "o1-1", "o1-b": "o1-3", "o2-a": "o2-2", "o2-b": "o2-1", "o3-a": "o3-1", "o3-b": "o3-4"}
    assert form("ana") == drawn


def test_order_of_options_is_the_same_for_good() -> None:
    assert shuffled("abcde", "ana", "check-01", "A", "m1-k01", "options") == ["e", "d", "b", "c", "a"]


def test_draw_depends_on_learner_letter_and_check() -> None:
    forms = [form(), form(learner="ben"), form(letter="B"), form(check="check-02")]
    assert len({tuple(one.values()) for one in forms}) == 4


def test_learners_get_many_different_forms() -> None:
    assert len({tuple(form(learner).values()) for learner in LEARNERS}) > 400


def test_form_has_the_slots_in_the_order_of_the_blueprint() -> None:
    assert list(form()) == [slot["slot"] for slot in SLOTS]


def test_each_slot_draws_an_item_of_its_objective() -> None:
    for learner in LEARNERS:
        assert [BANK[item]["objective"] for item in form(learner).values()] == ["o1", "o1", "o2", "o2", "o3", "o3"]


def test_no_item_comes_twice_in_a_form() -> None:
    for learner in LEARNERS:
        assert len(set(form(learner).values())) == len(SLOTS)


def test_draw_does_not_depend_on_the_order_of_the_bank() -> None:
    other_way_round = dict(reversed(BANK.items()))
    for learner in LEARNERS:
        assert form(learner, bank=other_way_round) == form(learner)


@given(st.permutations(SLOTS))
def test_draw_does_not_depend_on_the_order_of_the_slots(slots: list[Mapping[str, Any]]) -> None:
    assert form(slots=slots) == form()


def test_every_item_is_drawn_about_as_often_as_the_others_of_its_objective() -> None:
    drawn = Counter(item for learner in LEARNERS for item in form(learner).values())
    for objective, items in (("o1", 4), ("o2", 3), ("o3", 5)):
        fair = len(LEARNERS) * 2 / items
        for n in range(1, items + 1):
            assert 0.85 * fair < drawn[f"{objective}-{n}"] < 1.15 * fair


def test_every_item_stands_about_as_often_in_the_first_slot_as_in_the_second() -> None:
    first = Counter(form(learner)["o1-a"] for learner in LEARNERS)
    assert all(95 < first[f"o1-{n}"] < 155 for n in range(1, 5))


def test_new_item_changes_only_the_forms_that_it_comes_into() -> None:
    larger = BANK | make_bank(o2=4)
    changed = [learner for learner in LEARNERS if form(learner, bank=larger) != form(learner)]
    assert all("o2-4" in form(learner, bank=larger).values() for learner in changed)
    assert 0.4 < len(changed) / len(LEARNERS) < 0.6  # two of four items are drawn for o2


def test_new_item_leaves_the_slots_of_other_objectives_as_they_were() -> None:
    larger = BANK | make_bank(o2=4)
    for learner in LEARNERS:
        before, after = form(learner), form(learner, bank=larger)
        assert [after[slot] for slot in ("o1-a", "o1-b", "o3-a", "o3-b")] == [
            before[slot] for slot in ("o1-a", "o1-b", "o3-a", "o3-b")
        ]


def test_mended_words_of_an_item_change_no_form() -> None:
    mended = BANK | {"o1-1": BANK["o1-1"] | {"stem": "mended"}}
    assert [form(learner, bank=mended) for learner in LEARNERS] == [form(learner) for learner in LEARNERS]


# --- Enemies and safety -------------------------------------------------------------------------------

ENEMIES = BANK | {
    item: BANK[item] | {"enemy_set": enemy_set}
    for enemy_set, items in {"pot": ("o1-1", "o2-1", "o3-1"), "cup": ("o1-2", "o3-2"), "lid": ("o2-2", "o3-3")}.items()
    for item in items
}


def test_enemies_never_meet_in_a_form() -> None:
    for learner in LEARNERS:
        sets = Counter(ENEMIES[item].get("enemy_set") for item in form(learner, bank=ENEMIES).values())
        assert max((times for name, times in sets.items() if name), default=0) <= 1


def test_enemies_of_one_objective_never_meet_in_a_form() -> None:
    bank = BANK | {item: BANK[item] | {"enemy_set": "pot"} for item in ("o1-1", "o1-2", "o1-3")}
    for learner in LEARNERS:
        assert len({"o1-1", "o1-2", "o1-3"} & set(form(learner, bank=bank).values())) == 1


def test_every_item_with_enemies_is_drawn_by_someone() -> None:
    assert {item for learner in LEARNERS for item in form(learner, bank=ENEMIES).values()} == set(ENEMIES)


def test_safety_slot_draws_safety_items_only() -> None:
    bank = BANK | {item: BANK[item] | {"safety": True} for item in ("o1-2", "o1-3")}
    slots = [make_slot("s-a", "o1"), make_slot("s-b", "o1", safety=True)]
    assert {form(learner, bank=bank, slots=slots)["s-b"] for learner in LEARNERS} == {"o1-2", "o1-3"}


def test_slot_that_asks_for_no_safety_may_draw_a_safety_item() -> None:
    bank = BANK | {"o1-2": BANK["o1-2"] | {"safety": True}}
    slots = [make_slot("s-a", "o1")]
    assert {form(learner, bank=bank, slots=slots)["s-a"] for learner in LEARNERS} == {"o1-1", "o1-2", "o1-3", "o1-4"}


def test_only_safety_item_is_kept_for_the_slot_that_needs_it() -> None:
    bank = BANK | {"o2-2": BANK["o2-2"] | {"safety": True}}
    slots = [make_slot("s-a", "o2"), make_slot("s-b", "o2"), make_slot("s-c", "o2", safety=True)]
    for learner in LEARNERS:
        assert form(learner, bank=bank, slots=slots)["s-c"] == "o2-2"


def test_form_is_found_where_first_choices_lead_nowhere() -> None:
    enemy_sets = {"o1-1": "pot", "o1-2": "cup", "o2-1": "pot", "o2-2": "lid", "o3-1": "cup", "o3-2": "lid"}
    bank = {item: question | {"enemy_set": enemy_sets[item]} for item, question in make_bank(o1=2, o2=2, o3=2).items()}
    slots = [make_slot(objective, objective) for objective in ("o1", "o2", "o3")]
    forms = {tuple(form(learner, bank=bank, slots=slots).values()) for learner in LEARNERS}
    # Of eight combinations these two alone keep enemies apart; o1-2 with o2-2, say, leaves nothing for o3.
    assert forms == {("o1-1", "o2-2", "o3-1"), ("o1-2", "o2-1", "o3-2")}


def test_blueprint_that_no_form_fits_is_told_with_its_slots() -> None:
    with pytest.raises(NoFormError) as told:
        form(slots=[make_slot(f"o2-{place}", "o2") for place in "abcd"])
    assert str(told.value) == "no form of check-01 can fill the slots o2-a, o2-b, o2-c, o2-d from 12 items"


def test_slot_without_an_item_is_told() -> None:
    with pytest.raises(NoFormError) as told:
        form(slots=[make_slot("o9-a", "o9")])
    assert str(told.value) == "no form of check-01 can fill the slots o9-a from 12 items"


def test_large_check_that_enemies_make_impossible_is_told_and_not_searched_for_ever() -> None:
    bank = make_bank(**{f"o{n:02}": 4 for n in range(20)})
    for item in bank:
        if item.startswith(("o00", "o19")):
            bank[item] |= {"enemy_set": "pot"}
    slots = [make_slot(f"o{n:02}-{place}", f"o{n:02}") for n in range(1, 19) for place in "ab"]
    slots += [make_slot("o00-a", "o00"), make_slot("o19-z", "o19")]
    with pytest.raises(NoFormError):
        form(bank=bank, slots=slots)


def test_learner_s_form_is_found_in_the_sample_course() -> None:
    check = load(SAMPLE).modules[0].check
    bank = {item.id: question_of(item) for item in check.items}
    slots = [slot_json(slot) for slot in check.blueprint]
    assert sorted(form(bank=bank, slots=slots).values()) == sorted(bank)


# --- Another form of the same check ----------------------------------------------------------------------


def again(learner: str, **given: Any) -> tuple[set[str], set[str]]:
    """What a learner's first and second form ask."""
    first = form(learner, **given)
    slots, bank = given.get("slots", SLOTS), given.get("bank", BANK)
    second = draw(slots, bank, learner=learner, check="check-01", form="B", asked=first.values())
    assert list(second) == list(first)
    return set(first.values()), set(second.values())


def least(first: set[str], slots: Sequence[Mapping[str, Any]], bank: Mapping[str, Question]) -> int:
    """The fewest items that any second form could share with the first, found by trying all of them."""
    pools = [
        [
            item
            for item, one in bank.items()
            if one["objective"] == slot["objective"] and (one.get("safety") or not slot.get("safety"))
        ]
        for slot in slots
    ]
    fewest = len(slots)
    for items in product(*pools):
        sets = [bank[item]["enemy_set"] for item in items if bank[item].get("enemy_set")]
        if len(set(items)) == len(items) and len(set(sets)) == len(sets):
            fewest = min(fewest, len(first & set(items)))
    return fewest


def test_second_form_asks_what_the_first_did_not_wherever_the_bank_leaves_any() -> None:
    for learner in LEARNERS:
        first, second = again(learner)
        assert len(first & second) == 1  # o2 has three items for two slots
        assert {item for item in first & second if not item.startswith("o2")} == set()


@pytest.mark.parametrize("check", load(ROOT / "content").modules, ids=lambda module: module.settings.id)
def test_second_form_of_every_check_shares_as_little_as_its_bank_allows(check: Module) -> None:
    bank = {item.id: question_of(item) for item in check.check.items}
    slots = [slot_json(slot) for slot in check.check.blueprint]
    for learner in LEARNERS[:100]:
        first, second = again(learner, bank=bank, slots=slots)
        assert len(second) == len(slots)
        assert len(first & second) == sum(
            least(first, [slot for slot in slots if slot["objective"] == objective], bank)
            for objective in {slot["objective"] for slot in slots}
        )


SAFE = make_bank(o1=4, o2=3)
SAFE_SLOTS = [make_slot("o1-a", "o1"), make_slot("o1-b", "o1", safety=True), make_slot("o2-a", "o2")]


@given(
    st.sets(st.sampled_from(sorted(SAFE)), max_size=4),
    st.dictionaries(st.sampled_from(sorted(SAFE)), st.sampled_from(["pot", "cup"])),
    st.integers(0, 10**6),
)
def test_second_form_shares_the_least_possible_with_safety_and_enemies(
    safety: set[str], enemies: dict[str, str], number: int
) -> None:
    bank = {
        item: one | {"safety": item in safety} | ({"enemy_set": enemies[item]} if item in enemies else {})
        for item, one in SAFE.items()
    }
    try:
        first, second = again(f"learner-{number}", bank=bank, slots=SAFE_SLOTS)
    except NoFormError:
        return
    assert len(first & second) == least(first, SAFE_SLOTS, bank)


def test_second_form_differs_between_learners_and_is_the_same_for_good() -> None:
    assert len({tuple(sorted(again(learner)[1])) for learner in LEARNERS}) > 20
    assert again("ana") == again("ana")


def test_large_check_with_little_left_is_not_searched_for_ever() -> None:
    bank = make_bank(**{f"o{n:02}": 3 for n in range(30)})
    slots = [make_slot(f"o{n:02}-{place}", f"o{n:02}") for n in range(30) for place in "ab"]
    first, second = again("ana", bank=bank, slots=slots)
    assert len(first & second) == 30


def test_retake_draws_by_the_learner_s_first_form() -> None:
    check = CheckQuestions("check-01", "A", tuple(map(dict, SLOTS)), dict(BANK))
    for learner in LEARNERS[:20]:
        first, second = (
            {one["id"] for one in each.drawn(learner).values()} for each in (check, check._replace(form="B"))
        )
        assert (first, second) == again(learner)


# --- The order of options -----------------------------------------------------------------------------


@given(st.permutations("abcde"))
def test_order_of_options_does_not_depend_on_the_author_s_order(ids: list[str]) -> None:
    assert shuffled(ids, "ana", "m1-k01") == shuffled("abcde", "ana", "m1-k01")


def test_order_of_options_differs_between_learners() -> None:
    assert len({tuple(shuffled("abcd", learner, "m1-k01")) for learner in LEARNERS}) == 24


def test_every_option_stands_first_about_as_often() -> None:
    first = Counter(shuffled("abcd", learner, "m1-k01")[0] for learner in LEARNERS)
    assert all(95 < first[option] < 155 for option in "abcd")


def test_parts_of_a_seed_are_kept_apart() -> None:
    assert shuffled("abcdefgh", "ab", "c") != shuffled("abcdefgh", "a", "bc")
