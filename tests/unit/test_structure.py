from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import course

from .builders import ROOT

ENGINE = ROOT / "course"
MODULES = sorted(ENGINE.rglob("*.py"))

# As ARCHITECTURE.md has it: a room may import rooms of the rows above, and of its own row.
ROWS = (
    {"disk", "questions"},
    {"preferences"},
    {"words"},
    {"items"},
    {"scoring", "forms", "responses", "reflections", "decks", "stories"},
    {"text", "trails", "exams", "attempts", "certainty", "retakes", "feedback_results"},
    {"faults", "source_files", "schema", "item_rules", "story_rules", "lesson_cells", "outline", "bank"},
    {"lint"},
    {"question_files", "faces", "cards", "display"},
    {"progress"},
    {"mydata"},
    {"activities"},
    {"server"},
    {"marking"},
    {"build"},
    {"grading"},
    {"cli"},
)
# Rooms that import nothing of ours, or one room only.
NARROW: dict[str, set[str]] = {
    "disk": set(),
    "preferences": {"disk"},
    "words": {"preferences"},
    "questions": set(),
    "text": set(),
    "items": {"questions"},
    "scoring": {"questions"},
    "forms": {"questions"},
    "responses": {"disk", "questions", "words"},
    "reflections": {"disk", "responses", "words"},
    "decks": {"responses"},
    "stories": {"items"},
    "lesson_cells": set(),
    "retakes": set(),
    "feedback_results": set(),
    "trails": set(),
    "attempts": {"questions", "responses", "scoring"},
    "certainty": {"attempts", "responses"},
}
# Rooms that nobody but the command imports: each is a door to a large library.
DOORS = {"activities", "server", "marking", "build", "grading", "lint"}
ONLY_HERE = {
    "anywidget": {"activities"},
    "ipywidgets": {"activities"},
    "jupyter_server": {"server"},
    "tornado": {"server"},
    "jupytext": {"build"},
    "fsrs": {"decks"},
    "nbgrader": {"grading", "server"},
    "nbconvert": {"grading"},
    "nbformat": {"build", "grading"},
    "rapidfuzz": {"lint"},
    "snowballstemmer": {"lint"},
}
SUBJECT = (
    r"recovery|recovering|peers?|substances?|overdos\w*|coach\w*|sober\w*|addict\w*|naloxone|opioid\w*|alcohol\w*|drugs?"
    r"|relapse\w*|suicid\w*|counsel\w*|therap\w*|mentor\w*|samhsa|988|911|lived experience|non-?clinical"
)


def room_of(path: Path) -> str:
    """The room that a file belongs to: the module or the folder directly below `course/`."""
    return path.relative_to(ENGINE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> Iterator[str]:
    """The full names of all that a file imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def rooms_imported(path: Path) -> set[str]:
    """The rooms of ours that a file imports."""
    names = (name.split(".") for name in imports_of(path))
    rooms = {parts[1] for parts in names if parts[0] == "course" and len(parts) > 1}
    return {room for room in rooms if not room.startswith("__")} - {room_of(path)}


def row_of(room: str) -> int:
    return next(n for n, row in enumerate(ROWS) if room in row)


def loaded_by(statement: str) -> set[str]:
    """The packages that a fresh Python has loaded after a statement, and our own modules by their full names."""
    code = f"{statement}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    names = set(done.stdout.split())
    return {name.split(".")[0] for name in names} | {name for name in names if name.startswith("course.")}


EVERY_MODULE = pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())


def test_every_room_has_its_place_in_the_rows() -> None:
    rooms = {room_of(path) for path in MODULES} - {"__init__"}
    assert rooms == set().union(*ROWS)


@EVERY_MODULE
def test_imports_run_one_way(path: Path) -> None:
    if room_of(path) != "__init__":
        assert [room for room in rooms_imported(path) if row_of(room) > row_of(room_of(path))] == []


@EVERY_MODULE
def test_pure_rooms_import_little(path: Path) -> None:
    room = room_of(path)
    assert rooms_imported(path) <= NARROW.get(room, set().union(*ROWS))


@EVERY_MODULE
def test_large_libraries_have_a_room_each(path: Path) -> None:
    packages = {name.split(".")[0] for name in imports_of(path)}
    assert [package for package in packages & set(ONLY_HERE) if room_of(path) not in ONLY_HERE[package]] == []


@EVERY_MODULE
def test_doors_are_opened_by_the_command_and_by_notebooks_only(path: Path) -> None:
    opened = {"grading": {"marking"}}  # the grader marks in its own process
    if room_of(path) not in ("__init__", "cli"):
        assert rooms_imported(path) & DOORS <= opened.get(room_of(path), set())


def test_no_import_goes_round_in_a_circle() -> None:
    graph: dict[str, set[str]] = {}
    for path in MODULES:
        if room_of(path) != "__init__":
            graph.setdefault(room_of(path), set()).update(rooms_imported(path))
    assert len(list(TopologicalSorter(graph).static_order())) == len(graph)


def test_importing_the_course_loads_no_large_library() -> None:
    large = {
        "anywidget",
        "ipywidgets",
        "fsrs",
        "IPython",
        "nbgrader",
        "pydantic",
        "yaml",
        "markdown_it",
        "jupytext",
        "nbformat",
    }
    assert loaded_by("import course") & large == set()


def test_learner_s_kernel_loads_nothing_of_the_authors() -> None:
    authors = {
        "fsrs",
        "pydantic",
        "pydantic_core",
        "yaml",
        "markdown_it",
        "jupytext",
        "nbformat",
        "nbgrader",
        "course.items",
    }
    linter = {"course.lint", "rapidfuzz", "snowballstemmer"}
    assert (
        loaded_by("from course import ask, exam, flashcards, practice, reflect, roleplay") & (authors | linter) == set()
    )


def test_marker_loads_neither_widgets_nor_anything_of_the_authors() -> None:
    others = {"anywidget", "fsrs", "ipywidgets", "pydantic", "yaml", "markdown_it", "jupytext", "nbformat", "nbgrader"}
    assert loaded_by("from course import mark") & others == set()


@pytest.mark.parametrize("name", course.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(course, name)


def test_name_that_is_not_public_is_told_with_those_that_are() -> None:
    with pytest.raises(AttributeError) as told:
        _ = course.grade
    offered = "__version__, ask, exam, flashcards, mark, practice, reflect, roleplay"
    assert str(told.value) == f"module 'course' has no attribute 'grade'; it offers {offered}"


def test_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == course.__version__


# --- The engine and the subject ----------------------------------------------------------------------------

SOURCES = sorted(
    path
    for top, kinds in ((ENGINE, {".py", ".j2", ".css", ".js"}), (ROOT / "js", {".js", ".css"}))
    for path in top.rglob("*")
    if path.suffix in kinds
)


def test_engine_has_sources_of_every_kind() -> None:
    assert {path.suffix for path in SOURCES} == {".py", ".j2", ".css", ".js"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_engine_holds_no_word_of_the_subject(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.findall(rf"\b(?:{SUBJECT})\b", text, re.IGNORECASE) == []


@pytest.mark.parametrize(
    "path", [path for path in SOURCES if path.suffix != ".py"], ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_no_page_that_the_engine_makes_fetches_anything_from_outside(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    assert re.findall(r"(?:https?:)?//[a-z0-9-]+\.[a-z]+|@import", text) == []
