from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.trails import endings_found, fits, follow

from .builders import ROOT

TABLE = json.loads((ROOT / "tests" / "trail_cases.json").read_text(encoding="utf-8"))
STORY = TABLE["story"]


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_steps_lead_where_the_table_says(case: dict[str, Any]) -> None:
    trail = follow(STORY, case["steps"])
    assert (list(trail.steps), trail.place) == (case["steps"][: case["fitting"]], case["place"])
    assert fits(STORY, case["steps"]) == (case["fitting"] == len(case["steps"]))


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=6))
def test_only_ways_through_the_story_fit(response: object) -> None:
    assert fits(STORY, response) == (response == [])


def test_endings_are_found_once_each_in_the_order_of_the_story() -> None:
    ways: list[object] = [["door/a", "hall/b"], ["door/a"], "kettle", ["door/b"], ["door/a", "hall/b"]]
    assert endings_found(STORY, ways) == ["street", "tea"]


def test_nothing_is_found_before_an_ending() -> None:
    assert endings_found(STORY, [[], ["door/a"]]) == []
