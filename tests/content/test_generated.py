from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import nbformat
import pytest

from course.items import options_of, right_response

from .course_content import CHECK, GENERATED, PRACTICE, ROOT, notebook_texts

EVERY_NOTEBOOK = pytest.mark.parametrize(
    "path",
    [path for path in GENERATED if path.suffix == ".ipynb"],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)


@EVERY_NOTEBOOK
def test_notebook_of_the_course_is_valid(path: Path) -> None:
    nbformat.validate(nbformat.read(path, as_version=4))  # type: ignore[no-untyped-call]


@EVERY_NOTEBOOK
def test_cells_of_the_course_have_ids_of_their_own(path: Path) -> None:
    ids = Counter(cell.id for cell in nbformat.read(path, as_version=4).cells)  # type: ignore[no-untyped-call]
    assert [one for one, times in ids.items() if times > 1] == []


def plain(text: str) -> str:
    """A text without the marks that Markdown, HTML and JSON put into it."""
    return re.sub(r"[^a-z0-9]+", " ", re.sub(r"<[^>]*>|&\w+;|\\+[nu]?", " ", text.lower()))


def explained_in(path: Path) -> list[str]:
    """The options of the check whose rationale stands in a file."""
    text = plain(path.read_text(encoding="utf-8"))
    return [
        f"{item.id} {option.id}"
        for item in CHECK
        for option in options_of(item)
        if plain(option.rationale)[:60] in text
    ]


@pytest.mark.parametrize(
    "path",
    [path for path in GENERATED if path.relative_to(ROOT).parts[0] != "source" and path.suffix in {".ipynb", ".json"}],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_nothing_that_learners_get_explains_an_option_of_the_check(path: Path) -> None:
    assert explained_in(path) == []


def test_master_explains_every_option_of_the_check() -> None:
    options = [f"{item.id} {option.id}" for item in CHECK for option in options_of(item)]
    assert explained_in(ROOT / "source" / "check-01" / "check-01.ipynb") == options


def test_lesson_has_a_cell_for_every_practice_question() -> None:
    lesson = notebook_texts(ROOT / "notebooks" / "01-what-peer-support-means.ipynb")
    assert {item.id for item in PRACTICE} - set(lesson) == set()


def test_every_item_of_the_check_has_a_right_response() -> None:
    assert [item.id for item in CHECK if right_response(item) is None] == []
