"""The marker: what a graded cell of a knowledge check runs on the instructor's side."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from course import responses
from course.cards import CARD, card_html
from course.display import show
from course.question_files import CheckQuestions, learner
from course.questions import Question, answer_key
from course.responses import Reading, Record
from course.scoring import is_blank, is_well_formed, score


@dataclass(frozen=True, slots=True)
class Sender:
    """Whose answers a submission holds."""

    name: str
    held: str = ""  # why the points are held back, when the answers were drawn for somebody else


def mark(slot: str, solutions: Mapping[str, Mapping[str, Any]]) -> float:
    """The points that the submission beside this notebook earns in one slot, 0.0 to the slot's points.

    `solutions` gives the key and the rationales of every item that the slot may draw. Shows a card that
    explains the result; of an answer that a person grades, what they need for it, and the points are 0.0.
    Raises for a slot or item that the check does not have: nbgrader then gives 0.
    """
    check = CheckQuestions.beside_notebook()
    number, blueprint = check.slot(slot)
    reading = responses.read(Path.cwd() / responses.FILE_NAME)
    sender = _sender(reading, check)
    question, record, change = _asked(check, slot, sender.name, reading, solutions)
    solution = solutions[question["id"]]
    key = answer_key(question, solution["key"])
    share = score(key, record.response) if record else 0.0
    earned = float(blueprint["points"]) * (share or 0.0)
    points = 0.0 if sender.held else earned
    card = {
        "version": 1,
        "slot": slot,
        "number": number,
        "of": len(check.slots),
        "points": points,
        "max": float(blueprint["points"]),
        "held": bool(sender.held),
        "status": _status(key, record),
        "question": question,
        "response": record.response if record and is_well_formed(key, record.response) else None,
        "solution": dict(solution),
        "notices": [*_notices(number, sender, earned, reading), *change],
    }
    if "by_hand" in blueprint:
        card["by_hand"] = blueprint["by_hand"]  # the points that a person gives
    plain = f"{slot}: {points:g} of {blueprint['points']:g} points"
    show({"text/plain": plain, "text/html": card_html(card, show_key=False), CARD: card})
    return points


def _asked(
    check: CheckQuestions, slot: str, learner: str, reading: Reading, solutions: Mapping[str, Any]
) -> tuple[Question, Record | None, list[str]]:
    """What a learner was asked in a slot, the answer to it, and a notice where the bank has changed since.

    It is the question drawn for them now. Where the log answers only another one of the slot's, that one was drawn
    before items were added to the bank, and counts: a change to the bank must not cost anyone an answer. No item
    counts twice in a form.
    """
    form = check.drawn(learner)
    drawn = form[slot]
    of_form = [
        one for one in reading.records if (one.learner, one.check, one.form) == (learner, check.check, check.form)
    ]
    given = [one for one in of_form if one.slot == slot]
    earlier = [name["slot"] for name in check.slots[: check.slot(slot)[0] - 1]]
    elsewhere = {
        one.item
        for one in of_form
        if one.slot in earlier or (one.slot != slot and one.slot in form and one.item == form[one.slot]["id"])
    }
    for record in reversed(given):
        if record.item == drawn["id"]:
            return drawn, record, []
    for record in reversed(given):
        if record.item in solutions and record.item in check.bank and record.item not in elsewhere:
            return check.bank[record.item], record, ["This question was asked before the check was changed."]
    if given:
        return drawn, None, ["The question that was answered here is no longer in the check. Ask your instructor."]
    return drawn, None, []


def _sender(reading: Reading, check: CheckQuestions) -> Sender:
    """The learner whose form is marked: the one who submits, or else the one the log was written by."""
    submits = _submitter()
    names = [one.learner for one in reading.records if (one.check, one.form) == (check.check, check.form)]
    if not names or submits in names:
        return Sender(submits)
    why = f"These answers were given to the form drawn for '{names[-1]}', and '{submits}' submitted them."
    return Sender(names[-1], why)


def _submitter() -> str:
    """Nbgrader grades in `autograded/<student>/<assignment>`; anywhere else an instructor is looking at the master."""
    return Path.cwd().parent.name if os.environ.get("NBGRADER_EXECUTION") == "autograde" else learner()


def _status(key: Any, record: Record | None) -> str:
    if record is None or is_blank(record.response):
        return "blank"
    return "answered" if is_well_formed(key, record.response) else "malformed"


def _notices(number: int, sender: Sender, earned: float, reading: Reading) -> list[str]:
    """What the learner and the instructor should know besides the marks; file-wide ones on the first card only."""
    notices = []
    if sender.held:
        points = "1 point is" if earned == 1 else f"{earned:g} points are"
        notices.append(f"{sender.held} {points} held back until the instructor has decided.")
    if number == 1:
        if not reading.records:
            notices.append("The submission holds no answers that can be read.")
        notices += [f"Answers file, line {one.line}: skipped, {one.why}." for one in reading.skipped[:10]]
    return notices
