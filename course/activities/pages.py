"""A question on its way to a page."""

from __future__ import annotations

from typing import Any

from course.forms import shuffled
from course.questions import Question
from course.text import checked


def for_page(question: Question, *seed: str) -> dict[str, Any]:
    """A question as the widget takes it: safe HTML, choices in this learner's own order."""
    page: dict[str, Any] = {name: question[name] for name in ("id", "type", "choose", "key") if name in question}
    page["stem"] = checked(question["stem"])
    for group in ("prompts", "options", "reasons"):
        if group in question:
            page[group] = [_entry(entry) for entry in question[group]]
    for group in ("options", "reasons"):
        if group in page and not (group == "options" and question["type"] == "true-false-reason"):
            by_id = {entry["id"]: entry for entry in page[group]}
            page[group] = [by_id[one] for one in shuffled(by_id, *seed, question["id"], group)]
    if "model_answer" in question:
        page["model_answer"] = checked(question["model_answer"])
        page["rubric"] = [checked(point) for point in question["rubric"]]
    return page


def _entry(entry: dict[str, str]) -> dict[str, str]:
    shown = {"id": entry["id"], "html": checked(entry["text"])}
    return shown | {"rationale": checked(entry["rationale"])} if "rationale" in entry else shown
