"""A practice exam: which questions a sitting asks, whether what a page keeps of it holds together, what it came to.

A sitting is kept as one record that is written anew with each change, in a log of its own: thirty questions with their
answers, flags and clock are too much for a log that every lesson reads. Read on the exam's JSON form, as it lies beside
its notebook; `js/sitting.js` writes the same record.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from course.forms import shuffled
from course.questions import answer_key
from course.responses import Record
from course.scoring import is_well_formed, score

LOG = "exams.jsonl"
STATES = ("running", "paused", "done")
LONGEST = 600  # minutes on the clock
# An item's id has a hyphen behind its module's; none of these names has one.
_OWN = {"state", "form", "limit", "used", "place", "flags"}
_ID = re.compile(r"[a-z0-9-]{1,64}")


class Attempt(NamedTuple):
    """A sitting that was finished: its number, when, the points out of how many, and how long it took."""

    number: int
    at: str
    points: float
    of: int
    seconds: int


def drawn(exam: dict[str, Any], learner: str, sitting: int, before: Collection[str] = ()) -> list[str]:
    """The items of a sitting, in the order to ask them: of each domain its share, those not asked `before` first."""
    found: list[str] = []
    for domain in exam["domains"]:
        items = [name for name, item in exam["items"].items() if item["domain"] == domain["id"]]
        ranked = shuffled(items, learner, exam["id"], str(sitting))
        enemies: set[str] = set()
        mine: list[str] = []
        for name in sorted(ranked, key=lambda one: one in before):
            enemy_set = exam["items"][name].get("enemy_set")
            if len(mine) < domain["questions"] and (not enemy_set or enemy_set not in enemies):
                mine.append(name)
                enemies |= {enemy_set} if enemy_set else set()
        found += mine
    return shuffled(found, learner, exam["id"], str(sitting), "order")


def form_of(response: object) -> list[str]:
    """The items that a sitting asks; none where the record is no sitting."""
    found = response.get("form") if isinstance(response, dict) else None
    return found.split() if isinstance(found, str) else []


def is_done(response: object) -> bool:
    """Whether a record is a sitting that was finished."""
    return isinstance(response, dict) and response.get("state") == "done"


def fits(exam: dict[str, Any], response: object) -> bool:
    """Whether a response is a sitting of this exam; items that the exam no longer has may stand in it."""
    if not isinstance(response, dict) or not all(isinstance(one, str) for one in response.values()):
        return False
    form = form_of(response)
    if not form or len(form) > exam["questions"] or len(set(form)) != len(form):
        return False
    if not all(_ID.fullmatch(one) and "-" in one for one in form) or not _OWN - {"flags"} <= response.keys():
        return False
    answers = {name: text for name, text in response.items() if name not in _OWN}
    return (
        response["state"] in STATES
        and (not response["limit"] or 1 <= _number(response["limit"]) <= LONGEST)
        and _number(response["used"]) >= 0
        and 0 <= _number(response["place"]) < len(form)
        and set(response.get("flags", "").split()) <= set(form)
        and answers.keys() <= set(form)
        and all(_is_answer(exam["items"].get(name), text) for name, text in answers.items())
    )


def attempts(exam: dict[str, Any], records: Iterable[Record]) -> list[Attempt]:
    """The sittings that were finished, in order, each with the points that its answers earn today."""
    last = {record.attempt: record for record in records if fits(exam, record.response)}
    found = []
    for number, record in sorted(last.items()):
        response = record.response
        assert isinstance(response, dict)  # noqa: S101  (fits has seen to it)
        form = [name for name in form_of(response) if name in exam["items"]]
        if is_done(response) and form:
            points = sum(_share(exam["items"][name], response.get(name)) for name in form)
            found.append(Attempt(number, record.at, points, len(form), _number(response["used"])))
    return found


def _share(item: dict[str, Any], text: str | None) -> float:
    return score(answer_key(item, item["key"]), json.loads(text)) or 0.0 if text else 0.0


def _number(text: str) -> int:
    """The whole number that a text is; -1 for any other text."""
    return int(text) if text.isdecimal() and len(text) < 8 else -1


def _is_answer(item: dict[str, Any] | None, text: str) -> bool:
    try:
        response = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return item is None or is_well_formed(answer_key(item), response)
