"""`notebooks/course.json`: what the course page shows of a course, beside the lessons it tells of. No key, no stem."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, Literal

from course.build.capstone import capstone_cells
from course.build.cells import Cell, as_json
from course.build.lessons import READING, lesson_cells
from course.lesson_cells import calls
from course.outline import Check, Course, Module
from course.progress import COURSE_FILE, VERSION
from course.question_files import RETAKE


def course_files(course: Course) -> dict[PurePosixPath, bytes]:
    """The file, by its path below `notebooks/`."""
    settings = course.settings
    lines = [
        {"name": line.name, "number": line.number, "how": line.how.strip(), "url": line.url}
        for line in settings.crisis.lines
    ]
    values = {
        "version": VERSION,
        "course": settings.id,
        "title": settings.title,
        "language": settings.language,
        "pass_mark": settings.pass_mark,
        "disclaimer": settings.disclaimer.strip(),
        "help": {"lead": settings.crisis.lead.strip(), "lines": lines, "elsewhere": settings.crisis.elsewhere.strip()},
        "modules": [_module(course, module) for module in course.modules] + _closing(course),
    }
    return {PurePosixPath(COURSE_FILE): as_json(values)}


def _module(course: Course, module: Module) -> dict[str, Any]:
    settings = module.settings
    return {
        "id": settings.id,
        "title": settings.title.strip(),
        "summary": settings.summary.strip(),
        "minutes": {"lesson": settings.minutes.reading + settings.minutes.practice, "check": settings.minutes.check},
        "lesson": f"{module.name}.ipynb",
        "cards": _cards(course, module),
        "steps": list(_steps(lesson_cells(course, module), _activities(module))),
        "check": _check(module.check, "check") | {"retake": f"{module.check.id}{RETAKE}"},
    }


def _closing(course: Course) -> list[dict[str, Any]]:
    """The capstone as one more module: its page, and the final assessment for a check; nothing where there is none."""
    if course.capstone is None:
        return []
    settings = course.capstone.settings
    entry = {
        "id": settings.id,
        "title": settings.title.strip(),
        "summary": settings.summary.strip(),
        "minutes": {"lesson": settings.minutes.exam, "check": settings.minutes.final},
        "lesson": f"{course.capstone.name}.ipynb",
        "cards": [],
        "steps": list(_steps(capstone_cells(course, course.capstone), {settings.id: {"kind": "exam"}})),
        "check": _check(course.capstone.final, "final"),
    }
    return [entry]


def _check(check: Check, kind: Literal["check", "final"]) -> dict[str, Any]:
    """What the course page needs of a check; its kind says what the page calls it."""
    return {
        "id": check.id,
        "kind": kind,
        "title": check.title.strip(),
        "questions": len(check.blueprint),
        "points": sum(slot.points for slot in check.blueprint),
    }


def _cards(course: Course, module: Module) -> list[str]:
    """The flashcards that the lesson shows; none where it shows no deck."""
    has_deck = any(call.activity == "flashcards" for call in calls(module.lesson))
    return [term.id for term in course.glossary if has_deck and term.module == module.settings.id]


def _activities(module: Module) -> dict[str, dict[str, str]]:
    """What counts as done once it was tried. A reflection does not: to skip it is as good."""
    found = {item.id: {"kind": "practice"} for item in module.practice}
    if module.story:
        found[module.story.id] = {"kind": "roleplay", "title": module.story.title.strip()}
    return found


def _steps(cells: list[Cell], activities: Mapping[str, dict[str, str]]) -> Iterator[dict[str, str]]:
    """What there is to do in a lesson, in order: sections to read, activities to try."""
    for cell in cells:
        if cell["id"].startswith(READING):
            heading = re.match(r"#+ (.+)", "".join(cell["source"]))
            yield {"cell": cell["id"], "kind": "read", "title": heading[1].strip() if heading else ""}
        elif cell["id"] in activities:
            yield {"cell": cell["id"], **activities[cell["id"]]}
