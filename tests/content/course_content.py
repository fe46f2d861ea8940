"""The course of this repository, read once."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import yaml

from course.bank import load
from course.items import Item, Option, ShortAnswer, options_of, right_response
from course.outline import Course

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
COURSE: Course = load(CONTENT)
MODULE_1 = COURSE.modules[0]
PRACTICE, CHECK = MODULE_1.practice, MODULE_1.check.items
ITEMS: tuple[Item, ...] = tuple(item for module in COURSE.modules for item in (*module.practice, *module.check.items))
CLAIMS: list[dict[str, str]] = yaml.safe_load((MODULE_1.folder / "claims.yml").read_bytes())
GENERATED = sorted(
    path
    for top in ("notebooks", "source", "release")
    for path in (ROOT / top).rglob("*")
    if path.is_file() and ".ipynb_checkpoints" not in path.parts
)


def right_options(item: Item) -> list[Option]:
    """The options that answer an item right, reasons among them."""
    right: Any = right_response(item)
    if isinstance(item, ShortAnswer):
        return []
    if item.type == "true-false-reason":
        answers, reasons = item.options, item.reasons
        return [one for one in answers if one.id == right[0]] + [one for one in reasons if one.id == right[1]]
    named = set(right.values() if isinstance(right, dict) else right)
    return [option for option in options_of(item) if option.id in named]


def notebook_texts(path: Path) -> dict[str, str]:
    """The texts of a notebook by cell: what is shown of it, its stored outputs among them."""
    cells = json.loads(path.read_bytes())["cells"]
    return {cell["id"]: "".join(cell["source"]) + json.dumps(cell.get("outputs", [])) for cell in cells}


_WEB_ADDRESS = re.compile(r"https?://\S+")
_PHONE_NUMBER = re.compile(
    r"(?<![\w.-])(?:"
    r"\+?(?:1[-. ])?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}"  # 1-800-555-0100, (800) 555-0100
    r"|\d11|988"  # the three-digit lines
    r"|(?<=[Tt]ext )\d{3,6}|(?<=to )\d{5,6}|(?<=line )\d{3,6}"  # codes to text to
    r")(?![\w-])"
)


def phone_numbers(text: str) -> set[str]:
    """All that looks like a number to call or text."""
    return set(_PHONE_NUMBER.findall(_WEB_ADDRESS.sub("", text)))
