"""A module's reading and practice as a lesson notebook, with the files that lie beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

import jupytext

from course.bank import FIGURE, citations
from course.build.activities import deck_values, reflection_values, story_values
from course.build.cells import ONLY_IN_NOTEBOOK, Cell, as_json, code, display_output, markdown, notebook, slug
from course.build.crisis import crisis_box, host_of
from course.build.questions import practice_question
from course.build.sections import sections_of
from course.faces import deck_html, deck_plain, question_html, reflection_html, story_html
from course.items import Item, Objective
from course.lesson_cells import call_of, calls
from course.outline import Course, Module, Reference
from course.question_files import ACTIVITY_FOLDER, PRACTICE_FOLDER, VERSION
from course.text import to_plain

READING = "reading-"  # begins the id of a cell that is a section of the reading
HOW_TO_START = (
    "*To bring the questions on this page to life, open the **Run** menu and choose **Run All Cells**. "
    "Your earlier answers come back with them. Then scroll back up to here.*"
)


def lesson_files(course: Course, module: Module) -> dict[PurePosixPath, bytes]:
    """The files of one lesson, by their path below `notebooks/`."""
    files = {
        PurePosixPath(f"{module.name}.ipynb"): _notebook(course, module),
        PurePosixPath(PRACTICE_FOLDER, f"{module.settings.id}.json"): _practice_file(course, module),
    }
    if module.story:
        path = PurePosixPath(ACTIVITY_FOLDER, f"{module.story.id}.json")
        files[path] = activity_file(course, story_values(course, module.story))
    if module.settings.reflection:
        path = PurePosixPath(ACTIVITY_FOLDER, f"{module.settings.reflection.id}.json")
        files[path] = activity_file(course, reflection_values(course, module.settings.reflection))
    deck = deck_values(module.settings.id, course.glossary)
    if deck["cards"]:
        files[PurePosixPath(ACTIVITY_FOLDER, f"{deck['id']}.json")] = activity_file(course, deck)
    for match in FIGURE.finditer(module.lesson):
        target = PurePosixPath(_figure_path(module.settings.id, match["path"]))
        files[target] = (module.folder / match["path"]).read_bytes()
    return files


def _practice_file(course: Course, module: Module) -> bytes:
    items = {item.id: practice_question(item) for item in module.practice}
    return as_json(
        {"version": VERSION, "course": course.settings.id, "language": course.settings.language, "items": items}
    )


def activity_file(course: Course, values: dict[str, Any]) -> bytes:
    """What lies beside a notebook for one of its activities."""
    return as_json(
        {"version": VERSION, "course": course.settings.id, "language": course.settings.language, "activity": values}
    )


def lesson_cells(course: Course, module: Module) -> list[Cell]:
    """The cells of one lesson, in order."""
    practice = {item.id: item for item in module.practice}
    numbers = reference_numbers(module.lesson)
    return with_own_ids([*_reading_cells(course, module, practice, numbers), *sources(course, numbers)])


def _notebook(course: Course, module: Module) -> bytes:
    return notebook(lesson_cells(course, module), module.settings.title, course.settings.language)


def with_own_ids(cells: list[Cell]) -> list[Cell]:
    """The cells with a number behind an id that has been there before: two headings may read alike."""
    taken: set[str] = set()
    for cell in cells:
        plain, number = cell["id"], 1
        while cell["id"] in taken:
            number += 1
            cell["id"] = f"{plain}-{number}"
        taken.add(cell["id"])
    return cells


def _reading_cells(
    course: Course, module: Module, practice: Mapping[str, Item], numbers: Mapping[str, int]
) -> Iterator[Cell]:
    """The lesson's cells in order: its title, the frame that every lesson has, then sections and questions."""
    is_first = True
    for cell in jupytext.reads(module.lesson, fmt="md:myst").cells:
        if cell.cell_type == "code":
            match call_of(cell.source):
                case "practice", item:
                    yield _practice_cell(practice[item])
                case "roleplay", name if module.story:
                    yield _roleplay_cell(name, story_values(course, module.story))
                case "reflect", name if module.settings.reflection:
                    yield _reflection_cell(name, reflection_values(course, module.settings.reflection))
                case "flashcards", name:
                    yield _flashcards_cell(name, deck_values(name, course.glossary))
            continue
        for part in sections_of(cell.source):
            yield text_cell(part, module.settings.id, numbers)
            if is_first:
                minutes = module.settings.minutes
                lesson = f"About {minutes.reading + minutes.practice} minutes"
                times = f"{lesson}, and {minutes.check} more for the knowledge check."
                yield from frame(course, "After this module", module.settings.objectives, times, module.lesson)
                is_first = False


def frame(course: Course, when: str, objectives: Iterable[Objective], times: str, lesson: str) -> Iterator[Cell]:
    """What stands at the top of every lesson: aims and time, help, what the course is not, how to start."""
    aims = "\n".join(f"- {objective.text}" for objective in objectives)
    yield markdown("aims", f"**{when} you can:**\n\n{aims}\n\n{times}")
    yield markdown("help", f"{crisis_box(course.settings.crisis)}\n\n{course.settings.disclaimer.strip()}")
    yield markdown("how-to-start", HOW_TO_START, tags=[ONLY_IN_NOTEBOOK])
    used = {call.activity for call in calls(lesson)}
    yield code("start", f"from course import {', '.join(sorted(used)) or 'practice'}")


def text_cell(source: str, module: str, numbers: Mapping[str, int]) -> Cell:
    """A section of a reading, its citations and figures as the page needs them."""
    heading = re.match(r"#+ (.+)", source)
    for match, ids in reversed(list(citations(source))):
        marks = ", ".join(f"[{numbers[ref]}](#Sources)" for ref in ids)
        source = f"{source[: match.start()].rstrip()}<sup>{marks}</sup>{source[match.end() :]}"
    source = FIGURE.sub(lambda match: match[0].replace(match["path"], _figure_path(module, match["path"])), source)
    return markdown(f"{READING}{slug(heading[1] if heading else source)}", source)


def _practice_cell(item: Item) -> Cell:
    question = practice_question(item)
    heading = "Practice question"
    plain = f"{heading}: {' '.join(to_plain(question['stem']).split())}"
    return code(item.id, f'practice("{item.id}")', [display_output(plain, question_html(question, heading))])


def _roleplay_cell(name: str, story: dict[str, Any]) -> Cell:
    return code(name, f'roleplay("{name}")', [display_output(f"Role-play: {story['title']}", story_html(story))])


def _reflection_cell(name: str, reflection: dict[str, Any]) -> Cell:
    plain = "A moment to reflect, for you alone"
    return code(name, f'reflect("{name}")', [display_output(plain, reflection_html(reflection))])


def _flashcards_cell(module: str, deck: dict[str, Any]) -> Cell:
    return code(deck["id"], f'flashcards("{module}")', [display_output(deck_plain(deck), deck_html(deck))])


def sources(course: Course, numbers: Mapping[str, int]) -> Iterator[Cell]:
    """The list of what a reading cites."""
    if numbers:
        rows = "\n".join(f"{n}. {_source(course.references[ref])}" for ref, n in numbers.items())
        yield markdown("sources", f"## Sources\n\n{rows}")


def _source(reference: Reference) -> str:
    return f"{reference.citation.strip()} [{host_of(reference.url)}]({reference.url}), checked {reference.checked}."


def reference_numbers(text: str, more: Iterable[str] = ()) -> dict[str, int]:
    """References by their number in a reading, in the order of their first citation, and then those it owes besides."""
    order: dict[str, int] = {}
    for ref in (*(ref for _, ids in citations(text) for ref in ids), *more):
        order.setdefault(ref, len(order) + 1)
    return order


def _figure_path(module: str, path: str) -> str:
    """Where a lesson's figure lies below `notebooks/`: modules may name their figures alike."""
    return f"figures/{module}/{PurePosixPath(path).name}"
