"""A knowledge check as nbgrader's master: the keyless question file, and a notebook with the key in hidden tests."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from course.bank import slot_json
from course.build.cells import ONLY_IN_NOTEBOOK, Cell, as_json, code, markdown, notebook
from course.build.crisis import crisis_box
from course.build.questions import check_question, solution
from course.items import Item, Objective
from course.lesson_cells import calls
from course.outline import Check, Course, Module, Slot
from course.question_files import CHECK_FILE, INSTRUCTIONS, VERSION

FORM = "A"
HOW_TO_START = "To begin, open the **Run** menu, choose **Run All Cells**, and scroll back up to here."
HOW_TO_ANSWER = "Each answer is kept as soon as it says *Saved*. You can change your answers until you submit."
HOW_TO_SUBMIT = (
    "## When you are done\n\nPress **Validate** above, or in the Nbgrader menu's *Assignment List*, to see whether a "
    "question is still open. Then choose **Submit** in the *Assignment List*."
)


def check_files(course: Course, module: Module) -> dict[PurePosixPath, bytes]:
    """The master of one check, by path below `source/`."""
    check = module.check
    return {
        PurePosixPath(check.id, f"{check.id}.ipynb"): _notebook(course, check),
        PurePosixPath(check.id, CHECK_FILE): _question_file(course, module),
    }


def _question_file(course: Course, module: Module) -> bytes:
    check = module.check
    return as_json(
        {
            "version": VERSION,
            "check": check.id,
            "form": FORM,
            "slots": [slot_json(slot) for slot in check.blueprint],
            "items": {item.id: check_question(item) for item in check.items},
            "pass_mark": course.settings.pass_mark,
            "lesson": {"title": module.settings.title, "file": f"{module.name}.ipynb"},
            "objectives": {
                objective.id: {"text": objective.text.strip(), "sections": _sections(module, objective)}
                for objective in module.settings.objectives
                if objective.id in {slot.objective for slot in check.blueprint}
            },
        }
    )


def _sections(module: Module, objective: Objective) -> list[str]:
    """The lesson's sections that practise an objective, by heading: what to read again where the check went wrong."""
    practised = {item.id for item in module.practice if item.objective == objective.id}
    found: dict[str, None] = {}
    for section in re.split(r"^(?=## )", module.lesson, flags=re.MULTILINE):
        heading = re.match(r"## (.+)", section)
        if heading and practised & {call.name for call in calls(section) if call.activity == "practice"}:
            found[heading[1].strip()] = None
    return list(found)


def _notebook(course: Course, check: Check) -> bytes:
    intro = f"# {check.title.strip()}\n\n{check.intro.strip()}"
    cells = [
        markdown("intro", intro, nbgrader=_nbgrader("intro")),
        markdown("help", crisis_box(course.settings.crisis), nbgrader=_nbgrader("help")),
        _instructions("start", HOW_TO_START, tags=[ONLY_IN_NOTEBOOK]),
        _instructions("answer", HOW_TO_ANSWER),
        code("start", "from course import ask", nbgrader=_nbgrader("start")),
        *(_slot_cell(check, slot) for slot in check.blueprint),
        _instructions("submit", HOW_TO_SUBMIT),
    ]
    return notebook(cells, check.title.strip(), course.settings.language)


def _instructions(name: str, text: str, **metadata: Any) -> Cell:
    """A text that is of use while answering only; feedback leaves it out by its name."""
    grade_id = f"{INSTRUCTIONS}{name}"
    return markdown(grade_id, text, nbgrader=_nbgrader(grade_id), **metadata)


def _slot_cell(check: Check, slot: Slot) -> Cell:
    solutions = {item.id: solution(item) for item in _pool(check, slot)}
    literal = json.dumps(solutions, ensure_ascii=False, indent=2, sort_keys=True)
    source = "\n".join(
        [
            f'ask("{slot.slot}")',
            "### BEGIN HIDDEN TESTS",
            "from course import mark",
            f'mark("{slot.slot}", {literal})',
            "### END HIDDEN TESTS",
        ]
    )
    return code(slot.slot, source, nbgrader=_nbgrader(slot.slot) | {"grade": True, "points": slot.points})


def _pool(check: Check, slot: Slot) -> Iterator[Item]:
    for item in check.items:
        if item.objective == slot.objective and (item.safety or not slot.safety):
            yield item


def _nbgrader(grade_id: str) -> dict[str, Any]:
    """Nbgrader's metadata of a cell that it keeps as it is."""
    return {
        "grade": False,
        "grade_id": grade_id,
        "locked": True,
        "schema_version": 3,
        "solution": False,
        "task": False,
    }
