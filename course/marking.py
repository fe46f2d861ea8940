"""The marker: what a graded cell of a knowledge check runs on the instructor's side."""

from __future__ import annotations

import math
import os
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal, NamedTuple

from course import responses
from course.cards import CARD, card_html, shown
from course.display import show
from course.question_files import CheckQuestions, learner
from course.questions import Question, answer_key
from course.responses import Reading, Record
from course.scoring import is_blank, is_well_formed, score
from course.text import printable

Solutions = Mapping[str, Mapping[str, Any]]
"""The key and the rationales of every item that a slot may draw, by item."""

Decision = Literal["", "accepted", "refused"]
"""What the instructor decided on a submission that was flagged; empty as long as nobody has."""

_CLOCKS_DIFFER = timedelta(days=1)


class Flag(NamedTuple):
    """Something that a person should look at: what is wrong, and what to do."""

    fault: str
    remedy: str
    slot: str = ""  # empty for the submission as a whole
    kind: Literal["look", "held", "failed"] = "look"


class Sender(NamedTuple):
    """Whose answers a submission holds."""

    name: str
    other: str = ""  # why the points are held back: answers drawn for somebody else, a retake not open to them


class Marked(NamedTuple):
    """One slot, marked."""

    slot: str
    points: float
    card: Mapping[str, Any]
    flags: tuple[Flag, ...] = ()


class Sitting:
    """One submission of a check, ready to be marked slot by slot; nothing in it but data."""

    def __init__(
        self, check: CheckQuestions, reading: Reading, submitter: str, decision: Decision = "", held: str = ""
    ) -> None:
        """`held` tells why the points are held back besides what the answers themselves tell."""
        self.check = check
        self.reading = reading
        self.decision = decision
        sender = _sender(reading, check, submitter)
        self.sender = sender._replace(other=f"{sender.other} {held}".strip())
        self.form: Mapping[str, Question] = check.drawn(self.sender.name)
        mine = (self.sender.name, check.check, check.form)
        self.of_form = [one for one in reading.records if (one.learner, one.check, one.form) == mine]

    @property
    def is_held(self) -> bool:
        """Whether the points wait for the instructor's decision, or were refused."""
        return self.decision == "refused" or (bool(self.sender.other) and self.decision != "accepted")

    def marked(self, slot: str, solutions: Solutions) -> Marked:
        """One slot with its points, its card, and what a person should look at.

        Raises for a slot or item that the check does not have.
        """
        number, blueprint = self.check.slot(slot)
        question, record, change = self._asked(slot, solutions)
        solution = solutions[question["id"]]
        key = answer_key(question, solution["key"])
        most = float(blueprint["points"])
        earned = _in_range(most * ((score(key, record.response) if record else None) or 0.0), most)
        status = _status(key, record)
        points = 0.0 if self.is_held else earned
        card = {
            "version": 1,
            "slot": slot,
            "number": number,
            "of": len(self.check.slots),
            "points": points,
            "max": most,
            "held": self.is_held,
            "status": status,
            "question": question,
            "response": record.response if record and status != "malformed" else None,
            "solution": dict(solution),
            "notices": [*self._notices(number, earned), *change],
        }
        if "by_hand" in blueprint:
            card["by_hand"] = blueprint["by_hand"]  # the points that a person gives
        flags = [Flag(words, "Look at the submission's answers file.", slot) for words in change[:1] if not record]
        if status == "malformed":
            flags.append(Flag("the answer could not be read", "Look at the submission's answers file.", slot))
        return Marked(slot, points, card, tuple(flags))

    def flags(self) -> tuple[Flag, ...]:
        """What a person should look at in the submission as a whole."""
        found = []
        if self.sender.other:
            found.append(Flag(self.sender.other, "Accept the answers or refuse them.", kind="held"))
        whole = [one for one in self.reading.skipped if one.line == 0]
        lines = [one for one in self.reading.skipped if one.line and one != self.reading.torn]
        if whole:
            kind: Literal["look", "failed"] = "look" if self.reading.records else "failed"
            found.append(Flag(f"answers file: {whole[0].why}", "Ask the learner to submit again.", kind=kind))
        elif not self.reading.records:
            found.append(Flag("no answers that can be read", "Ask the learner whether that is meant."))
        elif not self.of_form:
            found.append(Flag("no answers to this check in the answers file", "Ask the learner to submit again."))
        if lines and not whole:
            words = f"answers file, line {lines[0].line}: skipped, {printable(lines[0].why)}"
            more = f" (and {len(lines) - 1} more lines)" if len(lines) > 1 else ""
            found.append(Flag(f"{words}{more}", "Look at the file; the other lines counted."))
        if any(_is_ahead(one.at) for one in self.of_form):
            found.append(Flag("answers with times in the future", "Look at the file; the answers counted."))
        return tuple(found)

    def _asked(self, slot: str, solutions: Solutions) -> tuple[Question, Record | None, list[str]]:
        """What the learner was asked in a slot, the answer to it, and a notice where the bank has changed since.

        It is the question drawn for them now. Where the log answers only another one of the slot's, that one was
        drawn before items were added to the bank, and counts: a change to the bank must not cost anyone an answer.
        No item counts twice in a form.
        """
        drawn = self.form[slot]
        given = [one for one in self.of_form if one.slot == slot]
        earlier = [name["slot"] for name in self.check.slots[: self.check.slot(slot)[0] - 1]]
        elsewhere = {
            one.item
            for one in self.of_form
            if one.slot in earlier or (one.slot != slot and one.slot in self.form and one.item == self._drawn(one.slot))
        }
        for record in reversed(given):
            if record.item == drawn["id"]:
                return drawn, record, []
        for record in reversed(given):
            if record.item in solutions and record.item in self.check.bank and record.item not in elsewhere:
                notice = "This question was asked before the check was changed."
                return self.check.bank[record.item], record, [notice]
        if given:
            return drawn, None, ["The question that was answered here is no longer in the check. Ask your instructor."]
        return drawn, None, []

    def _drawn(self, slot: str) -> str:
        return str(self.form[slot]["id"])

    def _notices(self, number: int, earned: float) -> list[str]:
        """What the learner and the instructor should know besides the marks; file-wide ones on the first card only."""
        notices = []
        if self.decision == "refused":
            notices.append(f"{self.sender.other} The instructor has refused these answers.".strip())
        elif self.is_held:
            points = "1 point is" if earned == 1 else f"{shown(earned)} points are"
            notices.append(f"{self.sender.other} {points} held back until the instructor has decided.")
        if number == 1:
            if not self.reading.records:
                notices.append("The submission holds no answers that can be read.")
            notices += [
                f"Answers file, line {one.line}: skipped, {one.why}." if one.line else f"Answers file: {one.why}."
                for one in self.reading.skipped[:10]
            ]
        return notices


def mark(slot: str, solutions: Solutions) -> float:
    """The points that the submission beside this notebook earns in one slot, 0.0 to the slot's points.

    `solutions` gives the key and the rationales of every item that the slot may draw. Shows a card that
    explains the result; of an answer that a person grades, what they need for it, and the points are 0.0.
    Raises for a slot or item that the check does not have: nbgrader then gives 0.
    """
    reading = responses.read(Path.cwd() / responses.FILE_NAME)
    marked = Sitting(CheckQuestions.beside_notebook(), reading, _submitter()).marked(slot, solutions)
    show(bundle(marked))
    return marked.points


def bundle(marked: Marked) -> dict[str, Any]:
    """What a marked slot shows, in every form that a page may want."""
    plain = f"{marked.slot}: {marked.points:g} of {marked.card['max']:g} points"
    return {"text/plain": plain, "text/html": card_html(marked.card, show_key=False), CARD: marked.card}


def _in_range(points: float, most: float) -> float:
    """The points, if they can be: whatever else a rule comes to must not reach the gradebook."""
    if not (isinstance(points, float) and math.isfinite(points) and 0.0 <= points <= most):
        raise ValueError(f"{points} is no number of points from 0 to {most:g}")
    return points


def _sender(reading: Reading, check: CheckQuestions, submits: str) -> Sender:
    """The learner whose form is marked: the one who submits, or else the one the log was written by."""
    names = [one.learner for one in reading.records if (one.check, one.form) == (check.check, check.form)]
    if not names or submits in names:
        return Sender(submits)
    who, by = printable(names[-1]), printable(submits)
    return Sender(names[-1], f"These answers were given to the form drawn for '{who}', and '{by}' submitted them.")


def _submitter() -> str:
    """Nbgrader grades in `autograded/<student>/<assignment>`; anywhere else an instructor is looking at the master."""
    return Path.cwd().parent.name if os.environ.get("NBGRADER_EXECUTION") == "autograde" else learner()


def _status(key: Any, record: Record | None) -> str:
    if record is None or is_blank(record.response):
        return "blank"
    return "answered" if is_well_formed(key, record.response) else "malformed"


def _is_ahead(at: str) -> bool:
    """Whether a time in the log lies further ahead than clocks may differ; a time that can't be read does not."""
    try:
        time = datetime.fromisoformat(at)
    except ValueError:
        return False
    return time.replace(tzinfo=time.tzinfo or UTC) > datetime.now(UTC) + _CLOCKS_DIFFER
