"""Items, questions and cards to test with; each text of an item is found nowhere else in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from course.items import (
    Item,
    Matching,
    MultipleChoice,
    Option,
    Ordering,
    Prompt,
    ShortAnswer,
    SingleChoice,
    TrueFalseReason,
    options_of,
    question_of,
    right_response,
    solution_of,
)
from course.questions import AnswerKey, Question, Response, answer_key
from course.responses import Record

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "tests" / "sample" / "content"

_COMMON: dict[str, Any] = {"domain": "brewing", "bloom": "apply", "status": "draft", "version": 1}


def options(ids: str, group: str = "option") -> tuple[Option, ...]:
    return tuple(Option(one, f"text of {group} {one}", f"rationale of {group} {one}") for one in ids)


def make_single(**changes: Any) -> SingleChoice:
    values = {"id": "m1-k01", "objective": "m1-o1", "type": "single", "stem": "stem of the single"}
    return SingleChoice(**_COMMON | values | {"options": options("abcd"), "key": "b"} | changes)


def make_scenario(**changes: Any) -> SingleChoice:
    return make_single(**{"id": "m1-k02", "type": "scenario", "stem": "stem of the scenario"} | changes)


def make_multiple(**changes: Any) -> MultipleChoice:
    values = {"id": "m1-k03", "objective": "m1-o1", "type": "multiple", "stem": "stem of the multiple"}
    return MultipleChoice(**_COMMON | values | {"options": options("abcde"), "key": ("b", "d")} | changes)


def make_true_false(**changes: Any) -> TrueFalseReason:
    values = {"id": "m1-k04", "objective": "m1-o1", "type": "true-false-reason", "stem": "stem of the statement"}
    tiers = (
        Option("true", "text of True", "rationale of True"),
        Option("false", "text of False", "rationale of False"),
    )
    parts = {"options": tiers, "reasons": options("abc", "reason"), "key": ("false", "b")}
    return TrueFalseReason(**_COMMON | values | parts | changes)


def make_matching(**changes: Any) -> Matching:
    values = {"id": "m1-k05", "objective": "m1-o2", "type": "matching", "stem": "stem of the matching"}
    prompts = tuple(Prompt(f"p{n}", f"text of prompt p{n}") for n in range(1, 5))
    key = {"p1": "c", "p2": "a", "p3": "d", "p4": "b"}
    return Matching(**_COMMON | values | {"prompts": prompts, "options": options("abcde"), "key": key} | changes)


def make_ordering(**changes: Any) -> Ordering:
    values = {"id": "m1-k06", "objective": "m1-o2", "type": "ordering", "stem": "stem of the ordering"}
    return Ordering(**_COMMON | values | {"options": options("abcd"), "key": ("c", "a", "d", "b")} | changes)


def make_short(**changes: Any) -> ShortAnswer:
    values = {"id": "m1-p07", "objective": "m1-o2", "type": "short", "stem": "stem of the short"}
    parts = {"model_answer": "model answer of the short", "rubric": ("point one", "point two", "point three")}
    return ShortAnswer(**_COMMON | values | parts | changes)


MAKERS: dict[str, Callable[..., Item]] = {
    "single": make_single,
    "scenario": make_scenario,
    "multiple": make_multiple,
    "true-false-reason": make_true_false,
    "matching": make_matching,
    "ordering": make_ordering,
    "short": make_short,
}
TYPES = tuple(MAKERS)
MARKED_TYPES = tuple(name for name in MAKERS if name != "short")

# A response that earns part of the points, and one that earns none; an all-or-nothing type has no part.
PARTLY_RIGHT: dict[str, Response] = {
    "multiple": ["b"],
    "true-false-reason": ["false", "c"],
    "matching": {"p1": "c", "p2": "a", "p3": "b"},
    "ordering": ["a", "c", "d", "b"],
}
WRONG: dict[str, Response] = {
    "single": ["a"],
    "scenario": ["c"],
    "multiple": ["a", "c"],
    "true-false-reason": ["true", "a"],
    "matching": {"p1": "a", "p2": "b", "p3": "c", "p4": "e"},
    "ordering": ["b", "d", "a", "c"],
}
BLANK: dict[str, Response] = {name: {} if name == "matching" else [] for name in MARKED_TYPES}


def key_of(item: Item) -> AnswerKey:
    return answer_key(question_of(item), right_response(item))


def right(kind: str) -> Response:
    """The response to a built item that earns full points."""
    response = right_response(MAKERS[kind]())
    assert response is not None
    return response


def secrets_of(item: Item) -> list[str]:
    """The texts that only the marker may see before the learner has answered."""
    texts = [option.rationale for option in options_of(item)]
    return [*texts, item.model_answer, *item.rubric] if isinstance(item, ShortAnswer) else texts


def make_record(response: Response, **changes: Any) -> Record:
    values: dict[str, Any] = {"item": "m1-k01", "attempt": 1, "at": "2026-11-21T10:32:05Z", "learner": "ana"}
    return Record(**values | {"response": response} | changes)


def make_card(item: Item, response: Response | None, points: float, **changes: Any) -> dict[str, Any]:
    """A card as the marker stores it, for a slot of two points."""
    values: dict[str, Any] = {
        "version": 1,
        "slot": "m1-o1-a",
        "number": 3,
        "of": 10,
        "points": points,
        "max": 2.0,
        "held": False,
        "status": "answered" if response else "blank",
        "question": question_of(item),
        "response": response,
        "solution": solution_of(item),
        "notices": [],
    }
    return values | changes


def make_question(item: str, objective: str, **more: Any) -> Question:
    return {"id": item, "objective": objective, "type": "single"} | more


def make_slot(slot: str, objective: str, **more: Any) -> Mapping[str, Any]:
    return {"slot": slot, "objective": objective, "points": 1} | more
