"""Certainty-based marks of practice answers, and how well a learner's certainty fits what they know.

The rule is Moodle's (`question_cbm::adjust_fraction` of its question behaviours); the same table of cases as
`js/certainty.js`. Marks are never kept and never part of a grade.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise
from typing import Any, NamedTuple

from course.attempts import Attempt
from course.responses import CERTAINTIES

FEWEST = 5  # answers with a certainty, before a picture of them says anything


class Marks(NamedTuple):
    """What a certainty earns when the answer is right, and when it is wrong."""

    right: int
    wrong: int


MARKS = dict(zip(CERTAINTIES, (Marks(1, 0), Marks(2, -2), Marks(3, -6)), strict=True))


def mark(certainty: str, score: float) -> float:
    """The mark of an answer with a score of 0.0 to 1.0, from -6 to 3.

    A partly right answer earns its share of the mark for a right one, and an answer without any points the mark for a
    wrong one, as in Moodle.
    """
    marks = MARKS[certainty]
    return marks.right * score if score > 0 else float(marks.wrong)


def break_even(lower: Marks, upper: Marks) -> float:
    """The chance of being right, 0.0 to 1.0, above which the upper certainty earns more on average than the lower.

    With a chance p a certainty earns right * p + wrong * (1 - p). A guess earns p, fairly sure 4p - 2 and sure 9p - 6:
    the first two meet at 2/3, the last two at 4/5, and each is the best of the three between its own two points.
    """
    gain, risk = upper.right - lower.right, lower.wrong - upper.wrong
    return risk / (gain + risk)


def calibration(attempts: Collection[Attempt]) -> list[dict[str, Any]] | None:
    """For each certainty, in their order, how often its learner was right; None for fewer than five such answers.

    `answers` with this certainty; `right`, the sum of their scores, in which a partly right answer counts as its share;
    `low` and `high`, the chances of being right between which this certainty is the best choice; `marks`, their sum.
    """
    told = [attempt for attempt in attempts if attempt.certainty in MARKS]
    if len(told) < FEWEST:
        return None
    bounds = [0.0, *(break_even(lower, upper) for lower, upper in pairwise(MARKS.values())), 1.0]
    rows = []
    for certainty, (low, high) in zip(MARKS, pairwise(bounds), strict=True):
        scores = [attempt.score for attempt in told if attempt.certainty == certainty]
        marks = sum(mark(certainty, score) for score in scores)
        row = {"certainty": certainty, "answers": len(scores), "right": sum(scores), "marks": marks}
        rows.append(row | {"low": low, "high": high})
    return rows
