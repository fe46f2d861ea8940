"""A marked question as a card: what was asked, what the learner answered, the points, and why.

Whether the right answer stands on it is decided when the card is shown, not when it is marked.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from course.text import checked

CARD = "application/vnd.course.card+json"
"""The MIME type under which the marker stores a card's data in a graded notebook."""

CSS = (Path(__file__).parent / "static" / "cards.css").read_text(encoding="utf-8")

Card = Mapping[str, Any]


def card_html(card: Card, *, show_key: bool) -> str:
    """The card as one HTML section. Without `show_key` no word of it tells a right answer the learner didn't give."""
    result, words = _result(card)
    parts = [
        f'<section class="course-card course-{result}" aria-labelledby="card-{escape(card["slot"])}">',
        f'<h3 id="card-{escape(card["slot"])}">Question {card["number"]} of {card["of"]}</h3>',
        _result_line(card, result, words),
        *(f'<p class="course-notice">{escape(notice)}</p>' for notice in card["notices"]),
        f'<div class="course-stem">{checked(card["question"]["stem"])}</div>',
        _VIEWS[card["question"]["type"]](card, show_key),
        "</section>",
    ]
    return "".join(parts)


def _result_line(card: Card, result: str, words: str) -> str:
    points = f'<span class="course-points">{card["points"]:g} of {_points(card["max"])}</span>'
    return f'<p class="course-result"><span aria-hidden="true">{_SIGNS[result]}</span> {words} {points}</p>'


_SIGNS = {"right": "✓", "partly": "◐", "wrong": "✗", "blank": "○", "held": "!"}


def _points(number: float) -> str:
    return f"{number:g} point" if number == 1 else f"{number:g} points"


def _result(card: Card) -> tuple[str, str]:
    """The class and the words of a card's result."""
    if card["notices"] and "held back" in card["notices"][0]:
        return "held", "Held back"
    match card["status"]:
        case "blank":
            return "blank", "Not answered"
        case "malformed":
            return "wrong", "The answer could not be read"
    if card["points"] == card["max"]:
        return "right", "Right"
    return ("partly", "Partly right") if card["points"] else ("wrong", "Not right")


def _choices(card: Card, show_key: bool) -> str:
    """Single, multiple, scenario: every option, marked where it was chosen, with its rationale where it may show."""
    return _option_list("options", "rationales", _chosen(card), _keys(card), card, show_key)


def _two_tiers(card: Card, show_key: bool) -> str:
    chosen, keys = _chosen(card), _keys(card)
    answer = _option_list("options", "rationales", chosen[:1], keys[:1], card, show_key)
    # The reasons explain the right answer, so a learner who missed it sees only that the reason was theirs.
    reasons = _option_list("reasons", "reason_rationales", chosen[1:], keys[1:], card, show_key)
    return f"{answer}<p class='course-tier'>Because:</p>{reasons}"


def _option_list(group: str, rationales: str, chosen: list[str], keys: list[str], card: Card, show_key: bool) -> str:
    rows = []
    for option in card["question"][group]:
        marks = []
        if option["id"] in chosen:
            marks.append(f"Your answer: {'right' if option['id'] in keys else 'not right'}")
        elif show_key and option["id"] in keys:
            marks.append("Right answer")
        why = card["solution"][rationales][option["id"]] if show_key or option["id"] in chosen else ""
        rows.append(_row(checked(option["text"]), ", ".join(marks), why))
    return f'<ul class="course-options">{"".join(rows)}</ul>'


def _matching(card: Card, show_key: bool) -> str:
    """Each prompt with the option given to it; the right one, and why, only where the key may show or was given."""
    texts = {option["id"]: checked(option["text"]) for option in card["question"]["options"]}
    given: Mapping[str, str] = card["response"] or {}
    rows = []
    for prompt in card["question"]["prompts"]:
        right, mine = card["solution"]["key"][prompt["id"]], given.get(prompt["id"])
        said = texts[mine] if mine else "<p>no answer</p>"
        marks = f"Your answer: {'right' if mine == right else 'not right'}" if mine else "Not answered"
        body = f"{checked(prompt['text'])}<div class='course-given'>{said}</div>"
        if show_key and mine != right:
            body += f"<div class='course-given'><p>Right answer:</p>{texts[right]}</div>"
        why = card["solution"]["rationales"][right] if show_key or mine == right else ""
        rows.append(_row(body, marks, why))
    return f'<ul class="course-options">{"".join(rows)}</ul>'


def _ordering(card: Card, show_key: bool) -> str:
    """The steps in the learner's order; the right order, and why, only where the key may show or was found."""
    texts = {option["id"]: checked(option["text"]) for option in card["question"]["options"]}
    given, right = _chosen(card), _keys(card)
    explain = show_key or given == right
    parts = []
    if given:
        parts += [
            "<p class='course-tier'>Your order:</p>",
            _steps(given, texts, card, explain and given == right),
        ]
    if show_key and given != right:
        parts += ["<p class='course-tier'>Right order:</p>", _steps(right, texts, card, explain)]
    if not parts:
        parts = [f'<ul class="course-options">{"".join(_row(text, "", "") for text in texts.values())}</ul>']
    return "".join(parts)


def _steps(order: list[str], texts: Mapping[str, str], card: Card, explain: bool) -> str:
    rows = (_row(texts[step], "", card["solution"]["rationales"][step] if explain else "") for step in order)
    return f'<ol class="course-options">{"".join(rows)}</ol>'


def _row(body: str, marks: str, why: str) -> str:
    mark = f'<p class="course-mark">{escape(marks)}</p>' if marks else ""
    rationale = f'<div class="course-why">{checked(why)}</div>' if why else ""
    state = ' class="course-mine"' if marks.startswith("Your") else ""
    return f"<li{state}>{body}{mark}{rationale}</li>"


def _chosen(card: Card) -> list[str]:
    return list(card["response"] or [])


def _keys(card: Card) -> list[str]:
    return list(card["solution"]["key"])


_VIEWS = {
    "single": _choices,
    "scenario": _choices,
    "multiple": _choices,
    "true-false-reason": _two_tiers,
    "matching": _matching,
    "ordering": _ordering,
}
