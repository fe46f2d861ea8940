"""The capstone's page with its practice exam, and the file of what the exam draws from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

import jupytext

from course.build.cells import Cell, code, display_output, notebook
from course.build.lessons import (
    activity_file,
    frame,
    reference_numbers,
    sources,
    text_cell,
    with_own_ids,
)
from course.build.questions import practice_question
from course.build.sections import sections_by_objective, sections_of
from course.faces import exam_html
from course.lesson_cells import call_of
from course.outline import Capstone, Course
from course.question_files import ACTIVITY_FOLDER
from course.text import to_html


def capstone_files(course: Course, capstone: Capstone) -> dict[PurePosixPath, bytes]:
    """The files of the practice exam, by their path below `notebooks/`."""
    exam = exam_values(course, capstone)
    return {
        PurePosixPath(f"{capstone.name}.ipynb"): notebook(
            capstone_cells(course, capstone), capstone.settings.title.strip(), course.settings.language
        ),
        PurePosixPath(ACTIVITY_FOLDER, f"{exam['id']}.json"): activity_file(course, exam),
    }


def capstone_cells(course: Course, capstone: Capstone) -> list[Cell]:
    """The cells of the capstone's page, in order."""
    numbers = reference_numbers(capstone.lesson, capstone.settings.exam.refs)
    return with_own_ids([*_reading_cells(course, capstone, numbers), *sources(course, numbers)])


def exam_values(course: Course, capstone: Capstone) -> dict[str, Any]:
    """A practice exam as its widget takes it: the blueprint, all that it may ask, and where to read again."""
    exam = capstone.settings.exam
    names = {domain.id: domain.name for domain in course.settings.domains}
    objectives = {}
    for module in course.modules:
        sections = sections_by_objective(module)
        for objective in module.settings.objectives:
            where = {"module": module.settings.id, "sections": sections.get(objective.id, [])}
            objectives[objective.id] = {"text": objective.text.strip()} | where
    return {
        "id": capstone.settings.id,
        "title": "Practice exam",
        "note": to_html(exam.note),
        "questions": exam.questions,
        "minutes": capstone.settings.minutes.exam,
        "domains": [{"id": one, "name": names[one], "questions": share} for one, share in exam.shares.items()],
        "modules": [
            {"id": one.settings.id, "title": one.settings.title.strip(), "lesson": f"{one.name}.ipynb"}
            for one in course.modules
        ],
        "objectives": objectives,
        "items": {item.id: practice_question(item) | {"domain": item.domain} for item in course.exam_items()},
    }


def _reading_cells(course: Course, capstone: Capstone, numbers: Mapping[str, int]) -> Iterator[Cell]:
    settings = capstone.settings
    is_first = True
    for cell in jupytext.reads(capstone.lesson, fmt="md:myst").cells:
        if cell.cell_type == "code":
            if call_of(cell.source) == ("exam", settings.id):
                exam = exam_values(course, capstone)
                yield code(settings.id, f'exam("{settings.id}")', [display_output(exam["title"], exam_html(exam))])
            continue
        for part in sections_of(cell.source):
            yield text_cell(part, settings.id, numbers)
            if is_first:
                minutes = settings.minutes
                times = f"About {minutes.exam} minutes, and {minutes.final} more for the final assessment."
                yield from frame(course, "Here", settings.objectives, times, capstone.lesson)
                is_first = False
