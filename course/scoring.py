"""The score of a response: pure functions, the same table of cases as `js/scoring.js`.

A score is a share of the points, 0.0 to 1.0. A blank response is 0, and so is a malformed one: an id that
the item does not have, an id twice, another shape.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from course.questions import AnswerKey


def is_blank(response: object) -> bool:
    """Whether nothing was answered."""
    return response is None or response in ([], {}) or (isinstance(response, str) and not response.strip())


def is_well_formed(key: AnswerKey, response: object) -> bool:
    """Whether a response has the shape of its item's type and names only ids that the item has.

    A partial response (two of four prompts matched, the first tier alone) is well formed.
    """
    if key.type == "short":
        return isinstance(response, str)
    if key.type == "matching":
        return isinstance(response, dict) and all(
            prompt in key.prompts and isinstance(option, str) and option in key.options
            for prompt, option in response.items()
        )
    if not isinstance(response, list):
        return False
    if key.type == "true-false-reason":
        return len(response) <= 2 and _distinct(response[:1], key.options) and _distinct(response[1:], key.reasons)
    if not _distinct(response, key.options):
        return False
    if key.type == "ordering":
        return len(response) in (0, len(key.options))
    return key.type == "multiple" or (key.type in ("single", "scenario") and len(response) <= 1)


def score(key: AnswerKey, response: object) -> float | None:
    """The share of the points that a response earns, 0.0 to 1.0; None for a short answer, which a person judges."""
    if key.type == "short":
        return None
    if is_blank(response) or not is_well_formed(key, response):
        return 0.0
    return _RULES[key.type](key.right, response)


def _distinct(ids: list[object], known: tuple[str, ...]) -> bool:
    return all(isinstance(one, str) and one in known for one in ids) and len(set(ids)) == len(ids)


def _all_or_nothing(right: list[str], response: list[str]) -> float:
    return float(response == right)


def _right_minus_wrong(right: list[str], response: list[str]) -> float:
    hits = len(set(response) & set(right))
    return max(0.0, (hits - (len(response) - hits)) / len(right))


def _two_tiers(right: list[str], response: list[str]) -> float:
    if response[0] != right[0]:
        return 0.0
    return 1.0 if response == right else 0.5


def _matched_share(right: dict[str, str], response: dict[str, str]) -> float:
    return sum(response.get(prompt) == option for prompt, option in right.items()) / len(right)


def _neighbours_in_order(right: list[str], response: list[str]) -> float:
    """Of the pairs that are neighbours in the key, the share that the response has in the same order.

    Kendall's count of concordant pairs, kept to neighbours: 1.0 only for the exact order, 0.0 for the reverse.
    """
    place = {step: n for n, step in enumerate(response)}
    pairs = list(pairwise(right))
    return sum(place[first] < place[second] for first, second in pairs) / len(pairs)


_RULES: dict[str, Callable[[Any, Any], float]] = {
    "single": _all_or_nothing,
    "scenario": _all_or_nothing,
    "multiple": _right_minus_wrong,
    "true-false-reason": _two_tiers,
    "matching": _matched_share,
    "ordering": _neighbours_in_order,
}
