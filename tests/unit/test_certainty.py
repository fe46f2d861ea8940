from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.attempts import Attempt
from course.certainty import MARKS, break_even, calibration, mark
from course.responses import CERTAINTIES

from .builders import ROOT

CASES = json.loads((ROOT / "tests" / "certainty_cases.json").read_text(encoding="utf-8"))
GUESS, FAIRLY, SURE = (MARKS[certainty] for certainty in CERTAINTIES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_mark_is_as_the_table_says(case: dict[str, Any]) -> None:
    assert mark(case["certainty"], case["score"]) == case["mark"]


def test_table_has_each_certainty_right_wrong_and_in_between() -> None:
    seen = {(case["certainty"], case["score"]) for case in CASES}
    assert {(certainty, score) for certainty in CERTAINTIES for score in (0, 0.5, 1)} <= seen


def test_certainties_break_even_at_two_thirds_and_four_fifths() -> None:
    assert break_even(GUESS, FAIRLY) == pytest.approx(2 / 3)
    assert break_even(FAIRLY, SURE) == pytest.approx(4 / 5)


@given(st.floats(0, 1))
def test_who_says_how_sure_they_truly_are_earns_most(chance: float) -> None:
    means = {one: chance * mark(one, 1.0) + (1 - chance) * mark(one, 0.0) for one in CERTAINTIES}
    honest = "guess" if chance < 2 / 3 else "fairly-sure" if chance < 4 / 5 else "sure"
    assert means[honest] == pytest.approx(max(means.values()))


def test_fewer_than_five_answers_make_no_picture() -> None:
    told = [Attempt(1.0, "sure")] * 4
    assert calibration([*told, Attempt(0.0, ""), Attempt(1.0, "")]) is None
    assert calibration([*told, Attempt(0.0, "guess")]) is not None


def test_each_certainty_is_counted_beside_what_it_claims() -> None:
    attempts = [
        Attempt(1.0, "sure"),
        Attempt(0.0, "sure"),
        Attempt(0.5, "sure"),
        Attempt(0.0, "guess"),
        Attempt(1.0, ""),
    ]
    found = calibration([*attempts, Attempt(1.0, "guess")])
    assert found is not None
    assert [(row["certainty"], row["answers"], row["right"], row["marks"]) for row in found] == [
        ("guess", 2, 1.0, 1.0),
        ("fairly-sure", 0, 0, 0),
        ("sure", 3, 1.5, -1.5),
    ]
    assert [(row["low"], row["high"]) for row in found] == [
        (0.0, pytest.approx(2 / 3)),
        (pytest.approx(2 / 3), 0.8),
        (0.8, 1.0),
    ]
