"""What the course brings into a learner's kernel."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from .course_folder import CourseFolder
from .kernels import open_page

HEAVY = ("pydantic", "yaml", "nbgrader", "markdown_it", "jupytext", "nbformat", "nbconvert")

IMPORTS = "from course import ask, practice"
LOADED = f"import json, sys\nprint(json.dumps([name for name in {HEAVY!r} if name in sys.modules]))"


@pytest.mark.parametrize(
    ("folder", "cells"),
    [("release/check-01", 'ask("m1-o1-a")\nask("m1-o2-a")'), ("notebooks", 'practice("m1-p01")\npractice("m1-p07")')],
    ids=["check", "lesson"],
)
def test_a_learners_kernel_loads_none_of_what_building_and_grading_need(
    tea: CourseFolder, tmp_path: Path, folder: str, cells: str
) -> None:
    place = shutil.copytree(tea.root / folder, tmp_path / "learner" / "course")
    with open_page(place, tmp_path / "learner", "learner") as page:
        assert json.loads(page.printed(LOADED)) == []
        page.run(IMPORTS)
        assert json.loads(page.printed(LOADED)) == []
        page.run(cells)
        assert json.loads(page.printed(LOADED)) == []
        page.run("import yaml")
        assert json.loads(page.printed(LOADED)) == ["yaml"]
