"""A check, or the final assessment, as nbgrader's master: the keyless question file, and a notebook with the key in
hidden tests.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath
from typing import Any

from course.bank import by_hand, slot_json
from course.build.cells import ONLY_IN_NOTEBOOK, Cell, as_json, code, markdown, notebook
from course.build.crisis import crisis_box
from course.build.questions import check_question, solution
from course.build.sections import sections_by_objective
from course.items import Item
from course.outline import Capstone, Check, Course, Module, Slot
from course.question_files import CHECK_FILE, FIRST_FORM, INSTRUCTIONS, RETAKE, RETAKE_FORM, TASK, VERSION

THE_RETAKE = (
    "**This is the retake.** It asks other questions than the first time, wherever there are others. "
    "The better of your two results counts."
)
HOW_TO_START = "To begin, open the **Run** menu, choose **Run All Cells**, and scroll back up to here."
HOW_TO_ANSWER = "Each answer is kept as soon as it says *Saved*. You can change your answers until you submit."
HOW_TO_SUBMIT = (
    "## When you are done\n\nPress **Validate** above, or in the Nbgrader menu's *Assignment List*, to see whether a "
    "question is still open. Then choose **Submit** in the *Assignment List*."
)


def check_files(course: Course, module: Module) -> dict[PurePosixPath, bytes]:
    """The master of one check, by path below `source/`."""
    return _files(course, module.check, FIRST_FORM)


def retake_files(course: Course, module: Module) -> dict[PurePosixPath, bytes]:
    """The master of a check's retake, by path below `source/`: the same slots and bank, and another form."""
    return _files(course, module.check, RETAKE_FORM)


def final_files(course: Course, capstone: Capstone) -> dict[PurePosixPath, bytes]:
    """The master of the final assessment, by path below `source/`."""
    return _files(course, capstone.final, FIRST_FORM)


def _files(course: Course, check: Check, form: str) -> dict[PurePosixPath, bytes]:
    assignment = check.id if form == FIRST_FORM else f"{check.id}{RETAKE}"
    return {
        PurePosixPath(assignment, f"{assignment}.ipynb"): _notebook(course, check, form),
        PurePosixPath(assignment, CHECK_FILE): _question_file(course, check, form),
    }


def _question_file(course: Course, check: Check, form: str) -> bytes:
    return as_json(
        {
            "version": VERSION,
            "check": check.id,
            "form": form,
            "language": course.settings.language,
            "slots": [slot_json(slot, by_hand(check.items)) for slot in check.blueprint],
            "items": {item.id: check_question(item) for item in check.items},
            "pass_mark": course.settings.pass_mark,
            "objectives": dict(_objectives(course, {slot.objective for slot in check.blueprint})),
        }
    )


def _objectives(course: Course, asked: Collection[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The objectives that a check asks for, by id: the text, and what of which lesson to read again.

    The capstone's own stand for all modules at once, and have no lesson.
    """
    for module in course.modules:
        lesson = {"title": module.settings.title, "file": f"{module.name}.ipynb"}
        sections = sections_by_objective(module)
        for objective in module.settings.objectives:
            if objective.id in asked:
                again = sections.get(objective.id, [])
                yield objective.id, {"text": objective.text.strip(), "lesson": lesson, "sections": again}
    for objective in course.capstone.settings.objectives if course.capstone else ():
        if objective.id in asked:
            yield objective.id, {"text": objective.text.strip()}


def _notebook(course: Course, check: Check, form: str) -> bytes:
    title, intro = check.title.strip(), check.intro.strip()
    if form != FIRST_FORM:
        title, intro = f"{title} (retake)", f"{THE_RETAKE}\n\n{intro}"
    intro = f"# {title}\n\n{intro}"
    cells = [
        markdown("intro", intro, nbgrader=_nbgrader("intro")),
        markdown("help", crisis_box(course.settings.crisis), nbgrader=_nbgrader("help")),
        _instructions("start", HOW_TO_START, tags=[ONLY_IN_NOTEBOOK]),
        _instructions("answer", HOW_TO_ANSWER),
        code("start", "from course import ask", nbgrader=_nbgrader("start")),
        *(cell for slot in check.blueprint for cell in _slot_cells(check, slot)),
        _instructions("submit", HOW_TO_SUBMIT),
    ]
    return notebook(cells, title, course.settings.language)


def _instructions(name: str, text: str, **metadata: Any) -> Cell:
    """A text that is of use while answering only; feedback leaves it out by its name."""
    grade_id = f"{INSTRUCTIONS}{name}"
    return markdown(grade_id, text, nbgrader=_nbgrader(grade_id), **metadata)


def _slot_cells(check: Check, slot: Slot) -> Iterator[Cell]:
    """The graded cell of a slot; where a person grades the answer, the points are a task cell's below it.

    nbgrader gives a task to the instructor whatever the notebook shows, with a box for points and one for words. A cell
    for answers would not do: its text is the learner's to change, and ours lie in the log.
    """
    graded = slot.item in by_hand(check.items)
    yield _graded_cell(check, slot, 0 if graded else slot.points)
    if graded:
        points = "1 point" if slot.points == 1 else f"{slot.points} points"
        text = f"*Your instructor reads this answer and gives up to {points} for it.*"
        task = {"locked": True, "points": slot.points, "task": True}
        yield markdown(f"{slot.slot}{TASK}", text, nbgrader=_nbgrader(f"{slot.slot}{TASK}") | task)


def _graded_cell(check: Check, slot: Slot, points: int) -> Cell:
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
    return code(slot.slot, source, nbgrader=_nbgrader(slot.slot) | {"grade": True, "points": points})


def _pool(check: Check, slot: Slot) -> Iterator[Item]:
    for item in check.items:
        if item.id == slot.item or (slot.item is None and _draws(slot, item)):
            yield item


def _draws(slot: Slot, item: Item) -> bool:
    return item.objective == slot.objective and item.type != "short" and (item.safety or not slot.safety)


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
