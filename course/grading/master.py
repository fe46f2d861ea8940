"""The instructor's master of a knowledge check: what is run to grade, and the only code that is.

Its graded cells hold calls of ours with literals. They are read with Python's own parser and never executed, so that
grading needs no kernel, and a cell that holds anything else is refused before a single submission is touched.
"""

from __future__ import annotations

import ast
import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

from course.cards import CARD
from course.grading.errors import GradingError
from course.marking import Marked, Solutions, bundle
from course.question_files import CHECK_FILE, INSTRUCTIONS, TASK, CheckQuestions, QuestionFileError

_MARKS = b"from course import mark"
_REMEDY = "Run `course build`, then `nbgrader generate_assignment`, and grade again."


class MasterError(GradingError):
    """A check that nothing can be graded by; the text names the place, the fault and the remedy."""


class Slot(NamedTuple):
    """A graded cell of the master: the most that it is worth, and the solutions of its items.

    Where a person grades the answer, the points are those of the task below the cell, and the marker has none.
    """

    points: float
    solutions: Solutions
    by_hand: float = 0.0

    @property
    def most(self) -> float:
        """The points of the question, whoever gives them."""
        return self.points + self.by_hand


class Master(NamedTuple):
    """A check as its instructor keeps it in `source/`."""

    assignment: str
    notebook: str  # nbgrader's name of it: the file's, without the ending
    check: CheckQuestions
    slots: Mapping[str, Slot]  # in the notebook's order
    digest: str
    title: str
    language: str
    cells: tuple[tuple[str, str], ...]  # what a page shows, in order: ("text", Markdown); ("slot" or "task", the slot)
    parts: tuple[str, ...]  # the notebook's JSON, cut where the outputs of each slot go

    @classmethod
    def read(cls, source: Path, assignment: str) -> Master:
        """The master in its folder below `source/`. Raises MasterError."""
        path = _only_notebook(source)
        try:
            data = path.read_bytes()
            notebook = json.loads(data)
            check = CheckQuestions.in_folder(source)
            tasks = _tasks(notebook)
            slots = {slot: one._replace(by_hand=tasks.pop(slot, 0.0)) for slot, one in _slots(notebook, path)}
            asked = {slot["slot"]: (float(slot["points"]), float(slot.get("by_hand", 0))) for slot in check.slots}
            questions = (source / CHECK_FILE).read_bytes()
        except (QuestionFileError, OSError, SyntaxError, ValueError, LookupError, TypeError, AttributeError) as fault:
            raise MasterError(f"{path} can't be read ({type(fault).__name__}: {fault}). {_REMEDY}") from fault
        if tasks or {name: (slot.points, slot.by_hand) for name, slot in slots.items()} != asked:
            raise MasterError(f"{path} and {CHECK_FILE} beside it have different slots or points. {_REMEDY}")
        metadata = notebook["metadata"]
        return cls(
            assignment,
            path.stem,
            check,
            slots,
            hashlib.sha256(data + questions).hexdigest(),
            str(metadata.get("title", assignment)),
            str(metadata.get("lang", "en")),
            tuple(_cells(notebook)),
            tuple(_parts(notebook)),
        )

    @property
    def most(self) -> float:
        """The points of the whole check."""
        return sum(slot.most for slot in self.slots.values())

    def graded(self, outputs: Mapping[str, list[dict[str, Any]]]) -> bytes:
        """The notebook as it stands after grading, with the outputs of each slot."""
        pieces = [self.parts[0]]
        for slot, rest in zip(self.slots, self.parts[1:], strict=True):
            pieces += [json.dumps(outputs[slot], ensure_ascii=False), rest]
        return "".join(pieces).encode()


def is_check(source: Path) -> bool:
    """Whether a folder below `source/` is for a check of ours, rather than for an assignment of another kind.

    Where something of it is missing it counts as one: nbgrader would run what learners submitted.
    """
    if not source.is_dir() or (source / CHECK_FILE).exists():
        return True
    return any(_MARKS in path.read_bytes() for path in source.glob("*.ipynb"))


def outputs_of(marked: Marked) -> list[dict[str, Any]]:
    """What a graded cell shows: the card, and the points as nbgrader reads them."""
    return [
        {"output_type": "display_data", "metadata": {}, "data": bundle(marked)},
        {
            "output_type": "execute_result",
            "execution_count": None,
            "metadata": {},
            "data": {"text/plain": repr(marked.points)},
        },
    ]


def failed_output(fault: Exception) -> list[dict[str, Any]]:
    """What a graded cell shows whose slot could not be marked."""
    return [{"output_type": "error", "ename": type(fault).__name__, "evalue": str(fault), "traceback": []}]


def cards_in(notebook: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """The cards that a graded notebook holds, by grade_id."""
    return {
        cell["metadata"]["nbgrader"]["grade_id"]: output["data"][CARD]
        for cell in _graded(notebook)
        for output in cell.get("outputs", ())
        if CARD in output.get("data", ())
    }


def _only_notebook(source: Path) -> Path:
    found = sorted(source.glob("*.ipynb"))
    if len(found) != 1:
        raise MasterError(f"{source} holds {len(found)} notebooks, and a check has exactly one. {_REMEDY}")
    return found[0]


def _graded(notebook: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade"):
            yield cell


def _source(cell: Mapping[str, Any]) -> str:
    return cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"])


def _cells(notebook: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The texts and slots of a check without what says how to answer it."""
    for cell in notebook["cells"]:
        name = cell["metadata"].get("nbgrader", {}).get("grade_id", "")
        if cell["cell_type"] == "markdown" and not name.startswith(INSTRUCTIONS):
            yield "text", _source(cell)
            if _is_task(cell):
                yield "task", name.removesuffix(TASK)
        elif cell["metadata"].get("nbgrader", {}).get("grade"):
            yield "slot", name


def _is_task(cell: Mapping[str, Any]) -> bool:
    return bool(cell["metadata"].get("nbgrader", {}).get("task"))


def _tasks(notebook: Mapping[str, Any]) -> dict[str, float]:
    """The points that a person gives, by slot."""
    tasks = [cell["metadata"]["nbgrader"] for cell in notebook["cells"] if _is_task(cell)]
    return {task["grade_id"].removesuffix(TASK): float(task["points"]) for task in tasks}


def _slots(notebook: Mapping[str, Any], path: Path) -> Iterator[tuple[str, Slot]]:
    for cell in _graded(notebook):
        yield cell["metadata"]["nbgrader"]["grade_id"], _slot(cell, path)


def _slot(cell: Mapping[str, Any], path: Path) -> Slot:
    """What a graded cell of ours asks and how it marks: `ask("slot")`, `mark("slot", {...})`, imports of ours."""
    name = cell["metadata"]["nbgrader"]["grade_id"]
    calls: dict[str, list[Any]] = {}
    for statement in ast.parse(_source(cell)).body:
        match statement:
            case ast.ImportFrom(module="course", level=0):
                continue
            case ast.Expr(value=ast.Call(func=ast.Name(id=called), args=arguments, keywords=[])):
                if called in ("ask", "mark") and called not in calls:
                    calls[called] = [ast.literal_eval(one) for one in arguments]
                    continue
        raise MasterError(f"{path}, cell {name}: line {statement.lineno} is no code of ours. {_REMEDY}")
    match calls.get("mark"):
        case [str(slot), dict(solutions)] if slot == name and calls.get("ask", [slot]) == [slot]:
            return Slot(float(cell["metadata"]["nbgrader"]["points"]), solutions)
    raise MasterError(f"{path}, cell {name}: it doesn't mark the slot that it is named after. {_REMEDY}")


def _parts(notebook: Mapping[str, Any]) -> Iterator[str]:
    """The notebook as JSON, cut in place of each graded cell's outputs."""
    mark = uuid4().hex
    for cell in _graded(notebook):
        cell["outputs"] = mark
    text = json.dumps(notebook, ensure_ascii=False)
    yield from text.split(json.dumps(mark))
