from __future__ import annotations

import json
from typing import Any

import pytest

from course.build.questions import check_question, practice_question
from course.items import Option, options_of, question_of, right_response, solution_of
from course.questions import answer_key

from .builders import (
    MAKERS,
    MARKED_TYPES,
    TYPES,
    make_matching,
    make_multiple,
    make_ordering,
    make_scenario,
    make_short,
    make_single,
    make_true_false,
    secrets_of,
)

RIGHT = {
    "single": ["b"],
    "scenario": ["b"],
    "multiple": ["b", "d"],
    "true-false-reason": ["false", "b"],
    "matching": {"p1": "c", "p2": "a", "p3": "d", "p4": "b"},
    "ordering": ["c", "a", "d", "b"],
    "short": None,
}


def all_fields(value: Any) -> set[str]:
    """The name of every field at any depth."""
    if isinstance(value, dict):
        return set(value) | {name for inner in value.values() for name in all_fields(inner)}
    if isinstance(value, list):
        return {name for inner in value for name in all_fields(inner)}
    return set()


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("make", [question_of, check_question], ids=["question_of", "check_question"])
def test_question_tells_no_rationale_and_no_model_answer(make: Any, kind: str) -> None:
    item = MAKERS[kind]()
    text = json.dumps(make(item))
    assert [secret for secret in secrets_of(item) if secret in text] == []
    assert len(secrets_of(item)) >= 4


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("make", [question_of, check_question], ids=["question_of", "check_question"])
def test_question_has_no_field_that_could_hold_a_key(make: Any, kind: str) -> None:
    public = {"id", "type", "objective", "stem", "options", "reasons", "prompts", "text", "choose"}
    assert all_fields(make(MAKERS[kind]())) <= public


@pytest.mark.parametrize(("kind", "other"), [
    (make_single(), make_single(key="c")),
    (make_multiple(), make_multiple(key=("a", "c"))),
    (make_true_false(), make_true_false(key=("true", "a"))),
    (make_matching(), make_matching(key={"p1": "e", "p2": "d", "p3": "c", "p4": "a"})),
    (make_ordering(), make_ordering(key=("a", "b", "c", "d"))),
    (make_short(), make_short(model_answer="another", rubric=("four", "five", "six"))),
], ids=lambda item: item.type)  # fmt: skip
def test_question_is_the_same_whatever_the_key_is(kind: Any, other: Any) -> None:
    assert question_of(kind) == question_of(other)


def test_single_choice_shows_its_stem_and_options() -> None:
    assert question_of(make_single(options=(Option("a", "hot", "why"), Option("b", "cold", "why")))) == {
        "id": "m1-k01",
        "type": "single",
        "objective": "m1-o1",
        "stem": "stem of the single",
        "options": [{"id": "a", "text": "hot"}, {"id": "b", "text": "cold"}],
    }


def test_multiple_choice_tells_how_many_to_choose() -> None:
    assert question_of(make_multiple(key=("a", "b", "c")))["choose"] == 3


def test_matching_shows_its_prompts() -> None:
    assert [prompt["id"] for prompt in question_of(make_matching())["prompts"]] == ["p1", "p2", "p3", "p4"]


def test_statement_shows_its_reasons() -> None:
    assert [reason["text"] for reason in question_of(make_true_false())["reasons"]] == [
        "text of reason a",
        "text of reason b",
        "text of reason c",
    ]


def test_short_answer_offers_no_options() -> None:
    assert set(question_of(make_short())) == {"id", "type", "objective", "stem"}


@pytest.mark.parametrize(("change", "field", "value"), [
    ({"enemy_set": "pot"}, "enemy_set", "pot"),
    ({"safety": True}, "safety", True),
])  # fmt: skip
def test_question_carries_what_the_draw_needs(change: dict[str, Any], field: str, value: object) -> None:
    assert question_of(make_scenario(**change))[field] == value


def test_question_leaves_out_what_the_draw_does_not_need() -> None:
    assert {"enemy_set", "safety"} & set(question_of(make_scenario())) == set()


@pytest.mark.parametrize("kind", TYPES)
def test_right_response_has_the_form_of_the_log(kind: str) -> None:
    assert right_response(MAKERS[kind]()) == RIGHT[kind]


@pytest.mark.parametrize("kind", MARKED_TYPES)
def test_solution_holds_the_key_and_every_rationale(kind: str) -> None:
    item = MAKERS[kind]()
    solution = solution_of(item)
    rationales = [*solution["rationales"].values(), *solution.get("reason_rationales", {}).values()]
    assert (solution["key"], rationales) == (RIGHT[kind], secrets_of(item))


def test_solution_of_a_statement_keeps_the_tiers_apart() -> None:
    solution = solution_of(make_true_false())
    assert solution["rationales"] == {"true": "rationale of True", "false": "rationale of False"}
    assert set(solution["reason_rationales"]) == {"a", "b", "c"}


def test_solution_of_a_short_answer_is_a_model_and_what_to_look_for() -> None:
    assert solution_of(make_short()) == {
        "key": None,
        "model_answer": "model answer of the short",
        "rubric": ["point one", "point two", "point three"],
    }


@pytest.mark.parametrize(("kind", "number"), [("single", 4), ("multiple", 5), ("true-false-reason", 5), ("short", 0)])
def test_options_of_an_item_are_all_that_has_a_rationale(kind: str, number: int) -> None:
    assert len(options_of(MAKERS[kind]())) == number


def test_answer_key_knows_every_id_that_a_response_may_name() -> None:
    key = answer_key(question_of(make_matching()), {"p1": "c"})
    assert (key.type, key.right, key.options, key.prompts, key.reasons) == (
        "matching",
        {"p1": "c"},
        ("a", "b", "c", "d", "e"),
        ("p1", "p2", "p3", "p4"),
        (),
    )


def test_answer_key_without_a_right_response_still_knows_the_ids() -> None:
    key = answer_key(question_of(make_true_false()))
    assert (key.right, key.options, key.reasons) == (None, ("true", "false"), ("a", "b", "c"))


@pytest.mark.parametrize("kind", MARKED_TYPES)
def test_practice_question_has_its_key_and_a_rationale_beside_each_option(kind: str) -> None:
    question = practice_question(MAKERS[kind]())
    beside = [entry["rationale"] for entry in [*question["options"], *question.get("reasons", [])]]
    assert question["key"] == RIGHT[kind]
    assert beside == [f"<p>{secret}</p>" for secret in secrets_of(MAKERS[kind]())]


def test_practice_of_a_short_answer_has_its_model_answer_and_rubric() -> None:
    question = practice_question(make_short(model_answer="*Leaves* first."))
    assert question["model_answer"] == "<p><em>Leaves</em> first.</p>"
    assert question["rubric"] == ["<p>point one</p>", "<p>point two</p>", "<p>point three</p>"]


def test_every_text_of_a_question_is_html_by_then() -> None:
    item = make_matching(stem="*s*", options=(Option("a", "*o*", "why"),), key={"p1": "a"})
    question = check_question(item)
    assert (question["stem"], question["options"]) == ("<p><em>s</em></p>", [{"id": "a", "text": "<p><em>o</em></p>"}])
    assert question["prompts"][0] == {"id": "p1", "text": "<p>text of prompt p1</p>"}
