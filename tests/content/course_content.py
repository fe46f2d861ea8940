"""The course of this repository, read once."""

from __future__ import annotations

import json
from pathlib import Path

from course.bank import load
from course.items import Item
from course.lint import safety
from course.outline import Course

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
COURSE: Course = load(CONTENT)
MODULE_1 = COURSE.modules[0]
PRACTICE, CHECK = MODULE_1.practice, MODULE_1.check.items
ITEMS: tuple[Item, ...] = tuple(item for module in COURSE.modules for item in (*module.practice, *module.check.items))
GENERATED = sorted(
    path
    for top in ("notebooks", "source", "release")
    for path in (ROOT / top).rglob("*")
    if path.is_file() and ".ipynb_checkpoints" not in path.parts
)


def notebook_texts(path: Path) -> dict[str, str]:
    """The texts of a notebook by cell: what is shown of it, its stored outputs among them."""
    cells = json.loads(path.read_bytes())["cells"]
    return {cell["id"]: "".join(cell["source"]) + json.dumps(cell.get("outputs", [])) for cell in cells}


def phone_numbers(text: str) -> set[str]:
    """All that looks like a number to call or text."""
    return {number for number, _ in safety.phone_numbers(text, {"988"})}
