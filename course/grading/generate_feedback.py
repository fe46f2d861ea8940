"""nbgrader's door to our feedback: its command and formgrader's button come in here."""

from __future__ import annotations

from typing import Any

from nbconvert.exporters import HTMLExporter
from nbgrader.converters import GenerateFeedback, NbGraderException
from traitlets import Unicode

from course.grading.autograde import found_checks
from course.grading.errors import GradingError
from course.grading.feedback import make_pages
from course.grading.master import Master
from course.grading.results import source_of
from course.grading.right_answers import why_withheld
from course.grading.show_cards import ShowCards
from course.text import printable


class FeedbackExporter(HTMLExporter):
    """Makes the feedback pages of checks, and hands every other assignment back to nbgrader as its own exporter.

    Named in `GenerateFeedback.exporter_class`, and made by nbgrader after it has found the graded notebooks and before
    it copies their folders: see `MasterExporter`.
    """

    lessons = Unicode(
        "",
        help="Address of the folder of lessons, for links from feedback to what to read again, "
        "e.g. /hub/user-redirect/lab/tree/lessons. Empty: sections are named without a link.",
    ).tag(config=True)

    def __init__(self, **values: Any) -> None:
        super().__init__(**values)  # type: ignore[no-untyped-call]
        if isinstance(self.parent, GenerateFeedback):
            self._make_pages(self.parent)

    def _make_pages(self, converter: Any) -> None:
        course = converter.coursedir
        shown = ShowCards(parent=converter).right_answers  # type: ignore[no-untyped-call]
        failed = []
        for check, folders in found_checks(converter, course.autograded_directory).items():
            try:
                master = Master.read(source_of(course, check), check)
                show_key = shown == "feedback"
                if show_key and (why := why_withheld(course, check)):
                    converter.log.warning("%s: no right answers are shown, because %s", check, why)
                    show_key = False
                for learner, why in make_pages(
                    course, master, sorted(folders), show_key=show_key, lessons=self.lessons
                ):
                    if why:
                        failed.append(printable(learner))
                        remedy = "Grade the submission again, then make its feedback."
                        converter.log.error("%s, %s: no feedback made (%s). %s", check, failed[-1], why, remedy)
                    else:
                        converter.log.info("%s, %s: feedback made", check, printable(learner))
            except GradingError as fault:
                converter.log.error("%s", fault)
                raise NbGraderException(str(fault)) from fault
        if failed:
            raise NbGraderException(f"no feedback for {', '.join(failed)}; all other feedback was made")
