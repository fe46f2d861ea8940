"""A course small enough to start in a moment: one lesson, one knowledge check."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

COURSE_ID = "small-course"


def notebook(*cells: dict[str, Any]) -> str:
    """The text of a notebook with these cells."""
    metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    return json.dumps({"cells": list(cells), "metadata": metadata, "nbformat": 4, "nbformat_minor": 5})


def markdown(source: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": "reading", "metadata": {}, "source": source}


def code(source: str, *, outputs: tuple[str, ...] = (), **nbgrader: Any) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "id": "task",
        "metadata": {"nbgrader": nbgrader} if nbgrader else {},
        "source": source,
        "execution_count": None,
        "outputs": [{"output_type": "stream", "name": "stdout", "text": text} for text in outputs],
    }


def write_lesson(root: Path, text: str = "# The first lesson") -> Path:
    lesson = root / "notebooks" / "01-lesson.ipynb"
    lesson.parent.mkdir(exist_ok=True)
    lesson.write_text(notebook(markdown(text), code("6 * 7")))
    return lesson


def write_check(root: Path, name: str = "check-01", key: str = "b") -> Path:
    """A check of one question: the learner writes the answer into a cell, the next cell marks it."""
    master = root / "source" / name / f"{name}.ipynb"
    master.parent.mkdir(parents=True, exist_ok=True)
    answer = code("answer = None", grade=False, solution=True, locked=False, task=False, schema_version=3, grade_id="a")
    hidden = f"### BEGIN HIDDEN TESTS\nassert answer == {key!r}\n### END HIDDEN TESTS"
    marked = code(hidden, grade=True, solution=False, locked=True, task=False, points=4, schema_version=3, grade_id="m")
    master.write_text(notebook(markdown("# The first check"), {**answer, "id": "answer"}, marked))
    return master


def write_answer(fetched: Path, answer: str) -> None:
    """Answer the check, as a learner does."""
    content = json.loads(fetched.read_text())
    next(cell for cell in content["cells"] if cell["id"] == "answer")["source"] = f"answer = {answer!r}"
    fetched.write_text(json.dumps(content))


def make_course(root: Path) -> Path:
    """The course in a folder, with what a start needs of a checkout."""
    (root / "content").mkdir(parents=True)
    (root / "content" / "course.yml").write_text(f"id: {COURSE_ID}\ntitle: A small course\n")
    (root / "nbgrader_config.py").write_text("c = get_config()\n")
    write_lesson(root)
    write_check(root)
    return root
