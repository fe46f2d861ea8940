"""Feedback pages: a summary, the texts of the check, a card for each question.

nbconvert makes a page in the time in which this module makes fifty: it sets up a template for each one, highlights code
that no page shows, and opens the gradebook three times.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, select_autoescape
from markupsafe import Markup
from nbconvert.filters import markdown2html

from course.cards import CSS, card_html, shown
from course.faces import note_html
from course.feedback_results import FeedbackResult
from course.grading.grade_sheet import GradeSheet, Report
from course.grading.gradebook import open_gradebook
from course.grading.kept_files import put
from course.grading.master import Master, cards_in
from course.grading.results import Result, Results
from course.grading.submissions import SECRET_FILE, TIMESTAMP_FILE

_TEMPLATES = Path(__file__).parents[1] / "templates"


class Section(NamedTuple):
    """A section of a lesson to read again."""

    title: str
    link: str  # empty where the lesson's address is not known


class FeedbackPages:
    """Makes the pages of one check."""

    def __init__(self, master: Master, results: Results, *, show_key: bool, lessons: str) -> None:
        self.master = master
        self.results = results
        self.show_key = show_key
        self.lessons = lessons

    def page(self, learner: str, cards: Mapping[str, Mapping[str, Any]], report: Report) -> str:
        """The page of one learner: the cards of their graded notebook, and what the gradebook says."""
        result = Result.of(report)
        html: str = self._template.render(
            language=self.master.language,
            title=self.master.title,
            told=FeedbackResult(
                result.score, self.master.most, self.results.passes(result), result.waits, self.show_key
            ).as_json(),
            css=Markup(CSS),  # noqa: S704  (ours)
            cells=self._cells,
            cards={slot: Markup(self._card(slot, cards.get(slot), report)) for slot in self.master.slots},  # noqa: S704  (card_html checks what it is given)
            score=result.score,
            most=self.master.most,
            penalty=report.penalty,
            other=self._other(learner, result),
            verdict=self._verdict(learner, result),
            objectives=list(self._objectives(report)),
            tasks={
                slot: task._asdict() | {"most": self.master.slots[slot].by_hand} for slot, task in report.tasks.items()
            },
        )
        return html

    def _other(self, learner: str, result: Result) -> str:
        """What came of the other form of the check, where that is settled, and which result counts."""
        is_retake = self.master.check.is_retake
        other = (self.results.check if is_retake else self.results.retake).get(learner)
        if other is None or other.waits:
            return ""
        where = "Before the retake" if is_retake else "In the retake"
        counts = max(result.score, other.score)
        return (
            f"{where} you had {shown(other.score)} of {shown(self.master.most)} points. "
            f"The better result counts: {shown(counts)} of {shown(self.master.most)}."
        )

    def _verdict(self, learner: str, result: Result) -> str:
        mark = f"{self.master.check.pass_mark:.0%}"
        if result.waits:
            return "Your instructor has not looked at all of it yet, so this may change."
        if self.results.passes(self.results.better(learner) or result):
            return f"You have passed. The pass mark is {mark}."
        return f"The pass mark is {mark}, so you have not passed yet."

    def _card(self, slot: str, card: Mapping[str, Any] | None, report: Report) -> str:
        if card is None:
            return note_html(f"Question {slot} could not be marked. Ask your instructor to look at it.")
        points = report.points[slot]
        if slot in report.by_hand:
            notices = [*card["notices"], "Your instructor has given the points of this question."]
            card = {**card, "points": points, "held": False, "notices": notices}
        return card_html(card, show_key=self.show_key)

    def _objectives(self, report: Report) -> Iterator[dict[str, Any]]:
        """By objective, as the check asks for them: what was earned, and what to read again."""
        slots, objectives = self.master.check.slots, self.master.check.objectives
        for name in dict.fromkeys(slot["objective"] for slot in slots if slot["objective"] in objectives):
            objective = objectives[name]
            mine = [slot["slot"] for slot in slots if slot["objective"] == name]
            yield {
                "text": objective["text"],
                "points": sum(report.points[slot] for slot in mine),
                "most": sum(self.master.slots[slot].most for slot in mine),
                "read": self._sections(objective["lesson"], objective["sections"]) if "lesson" in objective else [],
            }

    def _sections(self, lesson: Mapping[str, str], titles: list[str]) -> list[Section]:
        """The sections of a lesson, or the lesson as a whole where none is named."""
        return [self._section(lesson, title) for title in titles or [""]]

    def _section(self, lesson: Mapping[str, str], title: str) -> Section:
        anchor = f"#{quote(title.replace(' ', '-'))}" if title else ""
        link = f"{self.lessons.rstrip('/')}/{quote(lesson['file'])}{anchor}" if self.lessons else ""
        return Section(title or lesson["title"], link)

    @cached_property
    def _cells(self) -> list[tuple[str, Any]]:
        """The check's texts as HTML, its slots, and the tasks below them, in their order."""
        return [
            (kind, Markup(markdown2html(content)) if kind == "text" else content)  # noqa: S704  (the instructor's text)
            for kind, content in self.master.cells
        ]

    @cached_property
    def _template(self) -> Any:
        loader = FileSystemLoader(_TEMPLATES)
        environment = Environment(loader=loader, autoescape=select_autoescape(["j2"]))
        environment.filters["points"] = shown
        return environment.get_template("feedback.html.j2")


def make_pages(
    coursedir: Any, master: Master, learners: list[str], *, show_key: bool, lessons: str
) -> Iterator[tuple[str, str]]:
    """Each learner's name, as soon as their page is there, and why it is not where it can't be. Raises MasterError and
    GradebookError.
    """
    mode = 0o664 if coursedir.groupshared else 0o644
    with open_gradebook(coursedir) as gradebook:
        reports = GradeSheet(gradebook, master).reports()
        results = Results.read(coursedir, gradebook, master)
    pages = FeedbackPages(master, results, show_key=show_key, lessons=lessons)
    for learner in learners:
        try:
            _make_page(coursedir, pages, learner, reports[learner], mode)
        except (OSError, ValueError, LookupError, TypeError) as fault:
            yield learner, f"{type(fault).__name__}: {fault}"
        else:
            yield learner, ""


def _make_page(coursedir: Any, pages: FeedbackPages, learner: str, report: Report, mode: int) -> None:
    master = pages.master
    graded = Path(coursedir.format_path(coursedir.autograded_directory, learner, master.assignment))
    folder = Path(coursedir.format_path(coursedir.feedback_directory, learner, master.assignment))
    cards = cards_in(json.loads((graded / f"{master.notebook}.ipynb").read_bytes()))
    page = pages.page(learner, cards, report)
    folder.mkdir(parents=True, exist_ok=True)
    put(folder, f"{master.notebook}.html", page.encode(), mode)
    for name in (TIMESTAMP_FILE, SECRET_FILE):  # by these nbgrader knows to whom it releases the page
        note = graded / name
        put(folder, name, note.read_bytes() if note.is_file() else b"", mode)
