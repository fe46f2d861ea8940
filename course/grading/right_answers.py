"""When feedback may tell right answers: never while anybody could still be asked the same questions in a retake."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook

from course.grading.gradebook import open_gradebook
from course.grading.master import Master
from course.grading.openings import Openings
from course.grading.results import Results, is_known, source_of
from course.grading.submissions import SubmittedFolder
from course.question_files import CHECK_FILE, CheckQuestions


def why_withheld(course: Any, assignment: str) -> str:
    """Why feedback on an assignment must tell no right answers; empty where it may.

    An assignment may ask the questions of several checks, as a final assessment does: each has its say. Raises
    MasterError, OpeningsError and GradebookError.
    """
    asked = set(CheckQuestions.in_folder(source_of(course, assignment)).bank)
    with open_gradebook(course) as gradebook:
        for folder in sorted(source_of(course, ".").iterdir()):
            if (folder / CHECK_FILE).is_file():
                retake = CheckQuestions.in_folder(folder)
                if retake.is_retake and asked & set(retake.bank) and (why := _why(course, gradebook, folder, retake)):
                    return why
    return ""


def _why(course: Any, gradebook: Gradebook, folder: Path, retake: CheckQuestions) -> str:
    openings = Openings.read(course, retake.check)
    close = f"When nobody is to take it any more: course retake {retake.check} --close."
    if openings.is_closed:
        return ""
    if openings.is_open:
        return f"{folder.name} is open. {close}"
    submitted = SubmittedFolder(course, retake.check).learners()
    if not submitted:
        return ""
    settled = []
    if is_known(gradebook, retake.check):
        results = Results.read(course, gradebook, Master.read(folder.with_name(retake.check), retake.check))
        settled = [name for name, one in results.check.items() if results.passes(one) and not one.waits]
    left = len(set(submitted) - set(settled))
    many = "1 learner has" if left == 1 else f"{left} learners have"
    return f"{many} not passed {retake.check} yet and may be given {folder.name}. {close}" if left else ""
