from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.questions import AnswerKey
from course.scoring import is_blank, is_well_formed, score

from .builders import BLANK, MARKED_TYPES, PARTLY_RIGHT, ROOT, TYPES, WRONG, key_of, make_ordering, make_short, right
from .builders import MAKERS as MAKE

CASES = json.loads((ROOT / "tests" / "scoring_cases.json").read_text(encoding="utf-8"))

IDS = ("a", "b", "c", "d", "e")
ANY_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from([*IDS, "p1", "true", "false"]),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.sampled_from(["p1", "p2"]), inner),
    max_leaves=8,
)


def _in_any_order(ids: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.permutations(ids).map(tuple)


@st.composite
def answer_keys(draw: st.DrawFn, kinds: tuple[str, ...] = MARKED_TYPES) -> AnswerKey:
    """The key of an item of some type with four or five options and any right response."""
    kind = draw(st.sampled_from(kinds))
    ids = IDS[: draw(st.integers(4, 5))]
    match kind:
        case "single" | "scenario":
            return AnswerKey(kind, [draw(st.sampled_from(ids))], ids)
        case "multiple":
            keys = draw(st.lists(st.sampled_from(ids), min_size=2, max_size=len(ids) - 1, unique=True))
            return AnswerKey(kind, keys, ids)
        case "true-false-reason":
            answer, reason = draw(st.sampled_from(("true", "false"))), draw(st.sampled_from("abc"))
            return AnswerKey(kind, [answer, reason], ("true", "false"), reasons=("a", "b", "c"))
        case "matching":
            prompts = tuple(f"p{n}" for n in range(1, len(ids)))
            matched = dict(zip(prompts, draw(st.permutations(ids)), strict=False))
            return AnswerKey(kind, matched, ids, prompts)
        case _:
            return AnswerKey(kind, draw(st.permutations(ids)), ids)


@st.composite
def answered(draw: st.DrawFn) -> tuple[AnswerKey, Any]:
    """A key with a response of the right shape, right or wrong, whole or in part."""
    key = draw(answer_keys())
    match key.type:
        case "single" | "scenario":
            return key, [draw(st.sampled_from(key.options))]
        case "multiple":
            return key, draw(st.lists(st.sampled_from(key.options), unique=True))
        case "true-false-reason":
            answer, reason = draw(st.sampled_from(key.options)), draw(st.sampled_from(key.reasons))
            return key, [answer, reason][: draw(st.integers(1, 2))]
        case "matching":
            return key, draw(st.dictionaries(st.sampled_from(key.prompts), st.sampled_from(key.options)))
        case _:
            return key, draw(st.permutations(key.options))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_response_scores_what_the_table_shared_with_the_page_says(case: dict[str, Any]) -> None:
    item = case["item"]
    key = AnswerKey(item["type"], item["key"], *(tuple(item[name]) for name in ("options", "prompts", "reasons")))
    assert score(key, case["response"]) == case["score"]


def test_shared_table_has_every_item_type() -> None:
    assert {case["item"]["type"] for case in CASES} == set(TYPES)


@pytest.mark.parametrize("kind", MARKED_TYPES)
def test_right_response_scores_one(kind: str) -> None:
    assert score(key_of(MAKE[kind]()), right(kind)) == 1.0


@pytest.mark.parametrize("kind", MARKED_TYPES)
def test_wrong_response_scores_zero(kind: str) -> None:
    assert score(key_of(MAKE[kind]()), WRONG[kind]) == 0.0


@pytest.mark.parametrize("kind", MARKED_TYPES)
def test_unanswered_item_scores_zero(kind: str) -> None:
    assert score(key_of(MAKE[kind]()), BLANK[kind]) == 0.0


@pytest.mark.parametrize(
    ("kind", "share"),
    [("multiple", 0.5), ("true-false-reason", 0.5), ("matching", 0.5), ("ordering", 2 / 3)],
)
def test_partly_right_response_scores_its_share(kind: str, share: float) -> None:
    assert score(key_of(MAKE[kind]()), PARTLY_RIGHT[kind]) == share


@pytest.mark.parametrize("words", ["", "Leaves in hot water.", ["b"]])
def test_short_answer_has_no_score_whatever_is_written(words: object) -> None:
    assert score(key_of(make_short()), words) is None


@given(answer_keys(), ANY_JSON)
def test_any_json_as_a_response_scores_between_zero_and_one(key: AnswerKey, response: object) -> None:
    share = score(key, response)
    assert share is not None
    assert 0.0 <= share <= 1.0


@given(answer_keys(), ANY_JSON)
def test_response_that_does_not_fit_its_item_scores_zero(key: AnswerKey, response: object) -> None:
    assert is_well_formed(key, response) or score(key, response) == 0.0


@given(answered())
def test_response_of_the_right_shape_is_well_formed(one: tuple[AnswerKey, Any]) -> None:
    assert is_well_formed(*one)


@pytest.mark.parametrize(
    ("kind", "response"),
    [
        ("single", ["a", "b"]),
        ("scenario", ["a", "b"]),
        ("true-false-reason", ["b"]),
        ("true-false-reason", ["true", "a", "b"]),
        ("ordering", ["c", "a", "d"]),
        ("matching", ["c"]),
        ("multiple", {"p1": "a"}),
        ("short", ["a"]),
    ],
)
def test_response_of_another_shape_is_not_well_formed(kind: str, response: object) -> None:
    assert not is_well_formed(key_of(MAKE[kind]()), response)


@pytest.mark.parametrize(
    ("kind", "response"),
    [
        ("single", []),
        ("true-false-reason", ["true"]),
        ("ordering", []),
        ("matching", {"p2": "a"}),
        ("multiple", ["a", "b", "c", "d", "e"]),
        ("short", ""),
    ],
)
def test_response_to_a_part_of_the_question_is_well_formed(kind: str, response: object) -> None:
    assert is_well_formed(key_of(MAKE[kind]()), response)


@given(answer_keys())
def test_exact_response_scores_one(key: AnswerKey) -> None:
    assert score(key, key.right) == 1.0


@given(answered())
def test_only_the_exact_response_scores_one(one: tuple[AnswerKey, Any]) -> None:
    key, response = one
    is_exact = sorted(response) == sorted(key.right or []) if key.type == "multiple" else response == key.right
    assert (score(key, response) == 1.0) == is_exact


@given(answered(), st.data())
def test_order_of_options_does_not_change_the_score(one: tuple[AnswerKey, Any], data: st.DataObject) -> None:
    key, response = one
    other = AnswerKey(
        key.type,
        key.right,
        data.draw(_in_any_order(key.options)),
        data.draw(_in_any_order(key.prompts)),
        data.draw(_in_any_order(key.reasons)),
    )
    assert score(other, response) == score(key, response)


@given(answer_keys(("multiple",)), st.data())
def test_order_of_picks_does_not_change_a_multiple_choice(key: AnswerKey, data: st.DataObject) -> None:
    picks = data.draw(st.lists(st.sampled_from(key.options), unique=True))
    assert score(key, data.draw(st.permutations(picks))) == score(key, picks)


@given(answer_keys(("multiple",)), st.data())
def test_one_more_wrong_pick_never_raises_a_multiple_choice(key: AnswerKey, data: st.DataObject) -> None:
    picks = data.draw(st.lists(st.sampled_from(key.options), unique=True))
    wrong = data.draw(st.sampled_from([one for one in key.options if one not in (key.right or [])]))
    before, after = score(key, picks), score(key, [*picks, wrong])
    assert before is not None
    assert after is not None
    assert after <= before


@given(answer_keys(("ordering",)))
def test_reversed_order_scores_zero(key: AnswerKey) -> None:
    assert score(key, list(reversed(list(key.right or [])))) == 0.0


@given(answer_keys(("ordering",)), st.data())
def test_order_with_a_step_missing_scores_zero(key: AnswerKey, data: st.DataObject) -> None:
    steps = list(key.right or [])
    steps.remove(data.draw(st.sampled_from(steps)))
    assert score(key, steps) == 0.0


_SPOILERS: dict[str, Callable[[Any], Any]] = {
    "an unknown id": lambda response: response | {"p1": "z"} if isinstance(response, dict) else [*response[:-1], "z"],
    "an unknown prompt": lambda response: response | {"p9": "a"} if isinstance(response, dict) else [*response, "p9"],
    "an id twice": lambda response: list(response) * 2,
    "a number among the ids": lambda response: response | {"p1": 1} if isinstance(response, dict) else [*response, 1],
    "a text of the ids": "".join,
}


@pytest.mark.parametrize("kind", MARKED_TYPES)
@pytest.mark.parametrize("spoil", _SPOILERS.values(), ids=_SPOILERS)
def test_right_response_spoilt_scores_zero(spoil: Callable[[Any], Any], kind: str) -> None:
    assert score(key_of(MAKE[kind]()), spoil(right(kind))) == 0.0


@pytest.mark.parametrize("response", [None, [], {}, "", "  \n"])
def test_nothing_chosen_and_nothing_written_is_blank(response: object) -> None:
    assert is_blank(response)


@pytest.mark.parametrize("response", [["a"], {"p1": "a"}, "a", 0, False, [[]]])
def test_anything_chosen_or_written_is_not_blank(response: object) -> None:
    assert not is_blank(response)


def test_steps_left_as_they_stand_are_an_answer() -> None:
    key = key_of(make_ordering())
    assert score(key, list(key.options)) == 1 / 3
