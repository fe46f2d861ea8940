"""The sections of a reading, and what each of them practises."""

from __future__ import annotations

import re

from course.lesson_cells import calls
from course.outline import Module


def sections_of(text: str) -> list[str]:
    """The parts of a text that begin with a `##` heading, and what stands before the first."""
    parts = re.split(r"^(?=## )", text, flags=re.MULTILINE)
    return [part.strip() for part in parts if part.strip()]


def sections_by_objective(module: Module) -> dict[str, list[str]]:
    """The headings of the lesson's sections that practise each objective: what to read again."""
    practised = {item.id: item.objective for item in module.practice}
    found: dict[str, list[str]] = {}
    for section in sections_of(module.lesson):
        heading = re.match(r"## (.+)", section)
        for call in calls(section):
            objective = practised.get(call.name) if call.activity == "practice" else None
            if heading and objective and heading[1].strip() not in found.setdefault(objective, []):
                found[objective].append(heading[1].strip())
    return found
