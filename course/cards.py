"""A marked question as a card: what was asked, what the learner answered, the points, and why.

Whether the right answer stands on it is decided when the card is shown, not when it is marked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from course.text import checked

CARD = "application/vnd.course.card+json"
"""The MIME type under which the marker stores a card's data in a graded notebook."""

CSS = (Path(__file__).parent / "static" / "cards.css").read_text(encoding="utf-8")

Card = Mapping[str, Any]


def card_html(card: Card, *, show_key: bool, whose: str = "Your") -> str:
    """The card as one HTML section; `whose` begins the words over an answer.

    Without `show_key` no word of it tells a right answer that the learner didn't give.
    """
    result, words = _result(card)
    parts = [
        f'<section class="course-card course-{result}" aria-labelledby="card-{escape(card["slot"])}">',
        f'<h2 id="card-{escape(card["slot"])}">Question {card["number"]} of {card["of"]}</h2>',
        _result_line(card, result, words),
        *(f'<p class="course-notice">{escape(notice)}</p>' for notice in card["notices"]),
        f'<div class="course-stem">{checked(card["question"]["stem"])}</div>',
        _VIEWS[card["question"]["type"]](_View(card, show_key, whose)),
        "</section>",
    ]
    return "".join(parts)


def _result_line(card: Card, result: str, words: str) -> str:
    made = (
        f"up to {_points(card['by_hand'])}"
        if card.get("by_hand")
        else f"{shown(card['points'])} of {_points(card['max'])}"
    )
    points = f'<span class="course-points">{made}</span>'
    return f'<p class="course-result"><span aria-hidden="true">{_SIGNS[result]}</span> {words} {points}</p>'


_SIGNS = {"right": "✓", "partly": "◐", "wrong": "✗", "blank": "○", "held": "!", "by-hand": "✎"}


def shown(points: float) -> str:
    """A number of points as people read it, with two decimals at the most."""
    return f"{round(points, 2):g}"


def _points(number: float) -> str:
    return f"{shown(number)} point" if number == 1 else f"{shown(number)} points"


def _result(card: Card) -> tuple[str, str]:
    """The class and the words of a card's result."""
    if card["held"]:
        return "held", "Held back"
    match card["status"]:
        case "blank":
            return "blank", "Not answered"
        case "malformed":
            return "wrong", "The answer could not be read"
    if card.get("by_hand"):
        return "by-hand", "Graded by a person"
    if card["points"] == card["max"]:
        return "right", "Right"
    return ("partly", "Partly right") if card["points"] else ("wrong", "Not right")


@dataclass(frozen=True, slots=True)
class _View:
    """The answer part of a card, one method a type of item."""

    card: Card
    show_key: bool
    whose: str

    @property
    def chosen(self) -> list[str]:
        return list(self.card["response"] or [])

    @property
    def keys(self) -> list[str]:
        return list(self.card["solution"]["key"])

    def choices(self) -> str:
        """Every option, marked where it was chosen, with its rationale where it may show."""
        return self._options("options", "rationales", self.chosen, self.keys)

    def two_tiers(self) -> str:
        answer = self._options("options", "rationales", self.chosen[:1], self.keys[:1])
        reasons = self._options("reasons", "reason_rationales", self.chosen[1:], self.keys[1:])
        return f"{answer}<p class='course-tier'>Because:</p>{reasons}"

    def matching(self) -> str:
        """Each prompt with the option given to it; the right one, and why, only where it was given or may show."""
        texts = self._texts()
        given: Mapping[str, str] = self.card["response"] or {}
        rows = []
        for prompt in self.card["question"]["prompts"]:
            right, mine = self.card["solution"]["key"][prompt["id"]], given.get(prompt["id"])
            said = texts[mine] if mine else "<p>no answer</p>"
            body = f"{checked(prompt['text'])}<div class='course-given'>{said}</div>"
            if self.show_key and mine != right:
                body += f"<div class='course-given'><p>Right answer:</p>{texts[right]}</div>"
            why = self.card["solution"]["rationales"][right] if self.show_key or mine == right else ""
            rows.append(_row(body, self._verdict(mine == right) if mine else "Not answered", why, is_mine=bool(mine)))
        return _list("ul", rows)

    def ordering(self) -> str:
        """The steps in the learner's order; the right order, and why, only where it was found or may show."""
        given, right = self.chosen, self.keys
        parts = []
        if given:
            parts += [f"<p class='course-tier'>{self.whose} order:</p>", self._steps(given, explain=given == right)]
        if self.show_key and given != right:
            parts += ["<p class='course-tier'>Right order:</p>", self._steps(right, explain=True)]
        return "".join(parts) or _list("ul", [_row(text) for text in self._texts().values()])

    def written(self) -> str:
        """The learner's own words; beside them, where the key may show, what earns points and a model answer."""
        parts = []
        if self.card["response"]:
            parts = [f"<p class='course-tier'>{self.whose} answer:</p>", _own_words(self.card["response"])]
        if self.show_key:
            points = "".join(f"<li>{checked(point)}</li>" for point in self.card["solution"]["rubric"])
            model = checked(self.card["solution"]["model_answer"])
            parts.append(
                f"<p class='course-tier'>One point for each of these:</p><ol class='course-options'>{points}</ol>"
            )
            parts.append(f"<p class='course-tier'>A model answer:</p><div class='course-given'>{model}</div>")
        return "".join(parts)

    def _options(self, group: str, rationales: str, chosen: list[str], keys: list[str]) -> str:
        rows = []
        for option in self.card["question"][group]:
            one = option["id"]
            is_mine = one in chosen
            mark = self._verdict(one in keys) if is_mine else "Right answer" if self.show_key and one in keys else ""
            why = self.card["solution"][rationales][one] if self.show_key or is_mine else ""
            rows.append(_row(checked(option["text"]), mark, why, is_mine=is_mine))
        return _list("ul", rows)

    def _steps(self, order: list[str], *, explain: bool) -> str:
        texts, rationales = self._texts(), self.card["solution"]["rationales"]
        return _list("ol", [_row(texts[step], why=rationales[step] if explain else "") for step in order])

    def _texts(self) -> dict[str, str]:
        return {option["id"]: checked(option["text"]) for option in self.card["question"]["options"]}

    def _verdict(self, is_right: bool) -> str:
        return f"{self.whose} answer: {'right' if is_right else 'not right'}"


def _own_words(text: str) -> str:
    """What a learner wrote, in paragraphs and lines as they stand; nothing in it is markup."""
    paragraphs = (escape(one).replace("\n", "<br>") for one in text.strip().split("\n\n"))
    return f'<div class="course-words">{"".join(f"<p>{one}</p>" for one in paragraphs)}</div>'


def _list(tag: str, rows: list[str]) -> str:
    return f'<{tag} class="course-options">{"".join(rows)}</{tag}>'


def _row(body: str, mark: str = "", why: str = "", *, is_mine: bool = False) -> str:
    marked = f'<p class="course-mark">{escape(mark)}</p>' if mark else ""
    rationale = f'<div class="course-why">{checked(why)}</div>' if why else ""
    state = ' class="course-mine"' if is_mine else ""
    return f"<li{state}>{body}{marked}{rationale}</li>"


_VIEWS = {
    "single": _View.choices,
    "scenario": _View.choices,
    "multiple": _View.choices,
    "true-false-reason": _View.two_tiers,
    "matching": _View.matching,
    "ordering": _View.ordering,
    "short": _View.written,
}
