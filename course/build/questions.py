"""Items in their JSON forms, with every text as HTML."""

from __future__ import annotations

from typing import Any

from course.items import Item, question_of, solution_of
from course.questions import Question
from course.text import to_html


def check_question(item: Item) -> Question:
    """What a learner's question file holds of a check's item: no key, no rationale."""
    return _as_html(question_of(item))


def solution(item: Item) -> dict[str, Any]:
    """What the marker needs of an item: its key and its rationales; stays on the instructor's side."""
    found = solution_of(item)
    for group in ("rationales", "reason_rationales"):
        if group in found:
            found[group] = {one: to_html(text) for one, text in found[group].items()}
    if "model_answer" in found:
        found["key"] = ""  # a master is Python, where JSON's null is nothing
        found["model_answer"] = to_html(found["model_answer"])
        found["rubric"] = [to_html(point) for point in found["rubric"]]
    return found


def practice_question(item: Item) -> Question:
    """A practice question with its key, and a rationale beside each option."""
    question, answers = check_question(item), solution(item)
    for group, rationales in (("options", "rationales"), ("reasons", "reason_rationales")):
        if group in question:
            question[group] = [entry | {"rationale": answers[rationales][entry["id"]]} for entry in question[group]]
    if "model_answer" in answers:
        return question | {"model_answer": answers["model_answer"], "rubric": answers["rubric"]}
    return question | {"key": answers["key"]}


def _as_html(question: Question) -> Question:
    shown = question | {"stem": to_html(question["stem"])}
    for group in ("prompts", "options", "reasons"):
        if group in shown:
            shown[group] = [{"id": entry["id"], "text": to_html(entry["text"])} for entry in shown[group]]
    return shown
