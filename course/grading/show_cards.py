"""Graded notebooks on their way to a page: every question as its card, and no code."""

from __future__ import annotations

from typing import Any

from nbconvert.preprocessors import Preprocessor
from nbformat.v4 import new_output
from traitlets import Enum

from course.cards import CARD, CSS, card_html
from course.faces import note_html
from course.question_files import INSTRUCTIONS


class ShowCards(Preprocessor):
    """Put the marker's card in place of each graded cell's source and outputs; leave other code out.

    The source of a graded cell holds the key, and so may a traceback: neither reaches a page.
    """

    right_answers = Enum(
        ("nowhere", "formgrader", "feedback"),
        default_value="formgrader",
        help="Where cards show the right answer: nowhere, on the instructor's grading screen, "
        "or on learners' feedback as well, where no retake is open or may still be.",
    ).tag(config=True)

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """The notebook as the page shows it; the notebook file is left as it is."""
        is_feedback = "submission_id" not in resources  # formgrader names the submission that it shows
        show_key = self.right_answers == "feedback" or (self.right_answers == "formgrader" and not is_feedback)
        cells = [cell for cell in nb.cells if _is_graded(cell) or cell.cell_type != "code"]
        cells = [cell for cell in cells if not _grade_id(cell).startswith(INSTRUCTIONS)]
        style = f"<style>{CSS}</style>"
        for cell in cells:
            if cell.cell_type != "code":
                continue
            html = _card(cell, show_key=show_key, is_feedback=is_feedback)
            cell.source = ""
            if not cell.metadata.nbgrader.get("points"):
                cell.metadata.nbgrader["grade"] = False  # the points are a task cell's, and here is no box for them
            cell.outputs = [_html_output(style + html)]
            style = ""
        nb.cells = cells
        return nb, resources


def _html_output(html: str) -> Any:
    return new_output("display_data", {"text/html": html})  # type: ignore[no-untyped-call]


def _grade_id(cell: Any) -> str:
    return str(cell.metadata.get("nbgrader", {}).get("grade_id", ""))


def _is_graded(cell: Any) -> bool:
    return bool(cell.metadata.get("nbgrader", {}).get("grade"))


def _card(cell: Any, *, show_key: bool, is_feedback: bool) -> str:
    for output in cell.outputs:
        card = output.get("data", {}).get(CARD)
        if card:
            return card_html(card, show_key=show_key, whose="Your" if is_feedback else "The learner's")
    name = _grade_id(cell)
    if is_feedback:
        return note_html(f"Question {name} could not be marked. Ask your instructor to look at it.")
    faults = "; ".join(f"{one.ename}: {one.evalue}" for one in cell.outputs if one.output_type == "error")
    return note_html(f"Question {name} was not marked ({faults or 'its cell showed no card'}). Grade it by hand.")
