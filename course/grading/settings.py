"""The settings that make nbgrader's own commands and screens grade by our masters and show our cards."""

from __future__ import annotations

from pathlib import Path
from typing import Any

_TEMPLATES = Path(__file__).parents[1] / "templates"


def configure(c: Any) -> None:
    """Add the course's settings to an nbgrader configuration.

    Checks are graded by their master; pages show cards and load nothing from outside.
    """
    import nbgrader

    stock = Path(nbgrader.__file__).parent / "server_extensions" / "formgrader" / "templates"
    c.HTMLExporter.extra_template_basedirs = [str(_TEMPLATES), str(stock)]
    c.HTMLExporter.preprocessors = ["course.grading.ShowCards"]
    c.Autograde.exporter_class = "course.grading.MasterExporter"
    c.GenerateFeedback.exporter_class = "course.grading.FeedbackExporter"
    c.ExchangeFactory.collect = "course.grading.Collect"
    c.ExchangeFactory.release_assignment = "course.grading.ReleaseAssignment"
    c.ExchangeFactory.release_feedback = "course.grading.ReleaseFeedback"
