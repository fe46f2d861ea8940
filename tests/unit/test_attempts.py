from __future__ import annotations

from typing import Any

import pytest

from course.attempts import CARD_TYPES, Attempt, first_attempts, to_repeat
from course.build.questions import practice_question
from course.questions import Question, Response
from course.responses import Record

from .builders import BLANK, MAKERS, MARKED_TYPES, PARTLY_RIGHT, WRONG, make_record, make_short, right


def questions(*kinds: str) -> dict[str, Question]:
    """Practice questions of these types, each with its type for an id."""
    return {kind: practice_question(MAKERS[kind]()) | {"id": kind} for kind in kinds}


def tried(kind: str, response: Response, **more: Any) -> Record:
    return make_record(response, item=kind, **more)


@pytest.mark.parametrize("kind", MARKED_TYPES)
def test_attempt_is_scored_by_the_question(kind: str) -> None:
    asked = questions(kind)
    assert first_attempts(asked, [tried(kind, right(kind))]) == {kind: Attempt(1.0, "")}
    wrong = first_attempts(asked, [tried(kind, WRONG[kind], certainty="guess")])
    assert wrong[kind].score < 1.0
    assert wrong[kind].certainty == "guess"


@pytest.mark.parametrize("kind", PARTLY_RIGHT)
def test_partly_right_attempt_is_neither_right_nor_wrong(kind: str) -> None:
    assert 0 < first_attempts(questions(kind), [tried(kind, PARTLY_RIGHT[kind])])[kind].score < 1


def test_only_the_first_attempt_tells() -> None:
    records = [tried("single", WRONG["single"]), tried("single", right("single"), attempt=2, certainty="sure")]
    assert first_attempts(questions("single"), records) == {"single": Attempt(0.0, "")}


def test_blank_answers_and_those_that_no_longer_fit_are_no_attempts() -> None:
    first = [tried("single", BLANK["single"]), tried("single", ["z"]), tried("single", {"a": "b"})]
    records = [*first, tried("single", right("single"), certainty="sure"), tried("unknown", ["a"])]
    assert first_attempts(questions("single"), records) == {"single": Attempt(1.0, "sure")}


def test_short_answer_is_judged_by_nobody() -> None:
    asked = {"short": practice_question(make_short())}
    assert first_attempts(asked, [tried("short", "Because.", certainty="sure")]) == {}


@pytest.mark.parametrize(
    ("response", "certainty", "comes_back"),
    [
        (WRONG["single"], "", True),
        (WRONG["single"], "sure", True),
        (right("single"), "guess", True),
        (right("single"), "fairly-sure", True),
        (right("single"), "sure", False),
        (right("single"), "", False),
    ],
)
def test_what_was_not_right_or_not_sure_comes_back(response: Response, certainty: str, comes_back: bool) -> None:
    asked = questions("single")
    attempts = first_attempts(asked, [tried("single", response, certainty=certainty)])
    assert to_repeat(asked, attempts) == (("single",) if comes_back else ())


def test_question_that_was_never_tried_does_not_come_back() -> None:
    assert to_repeat(questions("single"), {}) == ()


def test_matching_and_ordering_make_no_card() -> None:
    asked = questions(*MARKED_TYPES)
    attempts = first_attempts(asked, [tried(kind, WRONG[kind]) for kind in MARKED_TYPES])
    assert set(attempts) == set(MARKED_TYPES)
    assert to_repeat(asked, attempts) == tuple(kind for kind in MARKED_TYPES if kind in CARD_TYPES)
    assert set(MARKED_TYPES) - set(CARD_TYPES) == {"matching", "ordering"}
