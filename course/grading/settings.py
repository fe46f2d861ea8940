"""The settings that make nbgrader's own commands and screens show our cards."""

from __future__ import annotations

from pathlib import Path
from typing import Any

_TEMPLATES = Path(__file__).parents[1] / "templates"


def configure(c: Any) -> None:
    """Add the course's settings to an nbgrader configuration: its pages show cards and load nothing from outside."""
    import nbgrader

    stock = Path(nbgrader.__file__).parent / "server_extensions" / "formgrader" / "templates"
    c.HTMLExporter.extra_template_basedirs = [str(_TEMPLATES), str(stock)]
    c.HTMLExporter.preprocessors = ["course.grading.ShowCards"]
