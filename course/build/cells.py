"""Notebook cells and files with nothing left to chance: ids from names, keys sorted, no versions of this machine."""

from __future__ import annotations

import json
import re
from typing import Any

Cell = dict[str, Any]

KERNEL = "python3"
# Marks a cell that says how to run the notebook. Where the notebook opens as a page (js/lab/), it is left out.
ONLY_IN_NOTEBOOK = "only-in-notebook"

# Learners read a page: the code that shows a question is folded away, and no cell can be lost by a slip.
_FOLDED = {"jupyter": {"source_hidden": True}}
_FIXED = {"editable": False, "deletable": False}


def markdown(cell_id: str, source: str, **metadata: Any) -> Cell:
    """A text cell that stays as it is."""
    return {"cell_type": "markdown", "id": cell_id, "metadata": _FIXED | metadata, "source": _lines(source)}


def code(cell_id: str, source: str, outputs: list[dict[str, Any]] | None = None, **metadata: Any) -> Cell:
    """A code cell with its source folded away."""
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": cell_id,
        "metadata": _FIXED | _FOLDED | metadata,
        "outputs": outputs or [],
        "source": _lines(source),
    }


def display_output(plain: str, html: str) -> dict[str, Any]:
    """The stored output of a cell that displays something."""
    data = {"text/html": _lines(html), "text/plain": _lines(plain)}
    return {"output_type": "display_data", "data": data, "metadata": {}}


def notebook(cells: list[Cell], title: str, language: str) -> bytes:
    """A notebook file of format 4.5, byte for byte the same for the same cells."""
    cells = _numbered(cells)
    metadata = {
        "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": KERNEL},
        "language_info": {"name": "python"},
        "title": title,
        "lang": language,
    }
    return as_json({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}, indent=1)


def as_json(value: Any, indent: int = 1) -> bytes:
    """A value as a JSON file: sorted, UTF-8, with a last newline."""
    return (json.dumps(value, ensure_ascii=False, indent=indent, sort_keys=True) + "\n").encode()


def slug(text: str) -> str:
    """A heading as part of a cell id."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:48] or "text"


def _numbered(cells: list[Cell]) -> list[Cell]:
    """Cells with stored outputs bear the number that a run from the top gives them: nbval compares no others."""
    counts = {id(cell): n for n, cell in enumerate((cell for cell in cells if cell["cell_type"] == "code"), start=1)}
    return [cell | {"execution_count": counts[id(cell)]} if cell.get("outputs") else cell for cell in cells]


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)
