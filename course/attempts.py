"""First attempts at practice questions: what a learner knew before any rationale was on the page.

Every later attempt comes after hints, so it tells nothing of certainty, nor of what was known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from course.questions import Question, answer_key
from course.responses import Record
from course.scoring import is_blank, is_well_formed, score

CARD_TYPES = ("single", "scenario", "multiple", "true-false-reason")
"""The types of item that make a flashcard: a front that can be answered from memory in one thought.

Matching and ordering ask for four or five facts at once, which no single rating can speak for, and a short answer
has no key.
"""


class Attempt(NamedTuple):
    """What a response came to, by the question as it stands today, and how sure its learner said they were."""

    score: float  # share of the points, 0.0 to 1.0
    certainty: str  # one of `responses.CERTAINTIES`; empty where it was not told


def first_attempts(questions: Mapping[str, Question], records: Iterable[Record]) -> dict[str, Attempt]:
    """The first attempt at each practice question that was answered, by item; one learner's records in their order.

    A short answer is left out, since nobody judges it, and so is a response that does not fit the question.
    """
    found: dict[str, Attempt] = {}
    for record in records:
        question = questions.get(record.item)
        if question is None or "key" not in question or record.item in found or is_blank(record.response):
            continue
        key = answer_key(question, question["key"])
        if is_well_formed(key, record.response):
            found[record.item] = Attempt(score(key, record.response) or 0.0, record.certainty)
    return found


def to_repeat(questions: Mapping[str, Question], attempts: Mapping[str, Attempt]) -> tuple[str, ...]:
    """The items that come back as flashcards, in the order of the questions: not right at first, or not sure."""
    return tuple(
        item
        for item, question in questions.items()
        if item in attempts and question["type"] in CARD_TYPES and not _is_known(attempts[item])
    )


def _is_known(attempt: Attempt) -> bool:
    return attempt.score == 1.0 and attempt.certainty in ("sure", "")
