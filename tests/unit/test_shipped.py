"""What Lab is told of the course's code."""

from __future__ import annotations

import hashlib
import json
from pathlib import PurePosixPath

from course.build.cells import KERNEL, code, markdown, notebook
from course.build.shipped import shipped_file


def known(**cells: str) -> list[str]:
    """The hashes for notebooks with one cell of code, by their top folder."""
    files = {
        PurePosixPath(top, "one.ipynb"): notebook([markdown("text", "print()"), code("one", source)], "One", "en")
        for top, source in cells.items()
    }
    settings = json.loads(shipped_file(files | {PurePosixPath("notebooks/practice/m1.json"): b"{}"}))
    assert settings["courseKernel"] == KERNEL
    found: list[str] = settings["courseCode"]
    return found


def digest(source: str) -> str:
    return hashlib.sha256(source.encode()).hexdigest()


def test_the_code_of_lessons_and_releases_is_known() -> None:
    assert known(notebooks="lesson\n✓", release="ask") == sorted([digest("lesson\n✓"), digest("ask")])


def test_the_code_of_masters_and_the_words_of_lessons_are_not() -> None:
    assert known(source="mark(key)", notebooks="lesson") == [digest("lesson")]


def test_code_that_stands_in_several_notebooks_is_named_once() -> None:
    assert known(notebooks="same", release="same") == [digest("same")]
