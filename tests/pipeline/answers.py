"""Answers to any item of the bank with the share of its points that each must earn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from course.items import Item, Matching, MultipleChoice, Ordering, SingleChoice, TrueFalseReason
from course.questions import Response

Graded = tuple[Response, float]


@dataclass(frozen=True)
class Sitting:
    """What a learner answers, and the share of the points it must earn; items without an answer are left blank."""

    answers: dict[str, Response]
    shares: dict[str, float]

    @classmethod
    def of(cls, graded: Mapping[str, Graded]) -> Sitting:
        return cls(
            {item: response for item, (response, _) in graded.items()},
            {item: share for item, (_, share) in graded.items()},
        )

    def share(self, item: str) -> float:
        return self.shares.get(item, 0.0)


def all_right(items: Iterable[Item]) -> Sitting:
    return Sitting.of({item.id: (_right(item), 1.0) for item in items})


def all_wrong(items: Iterable[Item]) -> Sitting:
    return Sitting.of({item.id: (_wrong(item), 0.0) for item in items})


def partly_right(items: Iterable[Item]) -> Sitting:
    """Everywhere as much as can be right without being right."""
    return Sitting.of({item.id: _partly(item) for item in items})


def _right(item: Item) -> Response:
    match item:
        case SingleChoice():
            return [item.key]
        case MultipleChoice() | TrueFalseReason() | Ordering():
            return list(item.key)
        case Matching():
            return dict(item.key)
    raise AssertionError(f"{item.id}: a check holds no {item.type} items")


def _wrong(item: Item) -> Response:
    match item:
        case SingleChoice():
            return [next(option.id for option in item.options if option.id != item.key)]
        case MultipleChoice():
            return [option.id for option in item.options if option.id not in item.key]
        case TrueFalseReason():
            return [next(option.id for option in item.options if option.id != item.key[0]), item.key[1]]
        case Ordering():
            return list(reversed(item.key))
        case Matching():
            left_over = next(option.id for option in item.options if option.id not in item.key.values())
            return dict.fromkeys(item.key, left_over)
    raise AssertionError(f"{item.id}: a check holds no {item.type} items")


def _partly(item: Item) -> Graded:
    match item:
        case SingleChoice():
            return _wrong(item), 0.0
        case MultipleChoice():
            return list(item.key[:-1]), (len(item.key) - 1) / len(item.key)
        case TrueFalseReason():
            wrong_reason = next(reason.id for reason in item.reasons if reason.id != item.key[1])
            return [item.key[0], wrong_reason], 0.5
        case Ordering():
            *first, last_but_one, last = item.key
            return [*first, last, last_but_one], (len(item.key) - 2) / (len(item.key) - 1)
        case Matching():
            missing = next(iter(item.key))
            given = {prompt: option for prompt, option in item.key.items() if prompt != missing}
            return given, len(given) / len(item.key)
    raise AssertionError(f"{item.id}: a check holds no {item.type} items")
