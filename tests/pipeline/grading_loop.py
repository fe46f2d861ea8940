"""The whole way of a knowledge check, from the instructor's release to the learners' feedback and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from .answers import Sitting
from .course_folder import CHECK, Answers, CourseFolder, Learner, drawn
from .kernels import Answer, open_page


@dataclass(frozen=True)
class GradedCourse:
    """A course whose check was released, answered, submitted, graded and returned."""

    course: CourseFolder
    by_exchange: Mapping[str, Sitting]
    handed_in: Mapping[str, Sitting]
    built_release: Mapping[str, bytes]
    fetched_feedback: dict[str, bytes] = field(default_factory=dict)

    @property
    def sittings(self) -> dict[str, Sitting]:
        return {**self.by_exchange, **self.handed_in}

    def expected(self, learner: str) -> dict[str, float]:
        """The points that a learner's answers must earn in each slot."""
        sitting = self.sittings[learner]
        points = {slot.slot: float(slot.points) for slot in self.course.check.blueprint}
        return {slot: points[slot] * sitting.share(item) for slot, item in self.course.slots(learner).items()}


def graded(
    course: CourseFolder,
    by_exchange: Mapping[str, Sitting],
    handed_in: Mapping[str, Sitting] | None = None,
    also: Callable[[CourseFolder], None] = lambda _: None,
) -> GradedCourse:
    """Take a built course through the whole loop.

    The learners of `by_exchange` fetch, answer and submit by themselves, the first of them in a notebook; those of
    `handed_in` and what `also` adds stand in `submitted/` already.
    """
    loop = GradedCourse(course, by_exchange, handed_in or {}, course.released())
    course.nbgrader("generate_assignment", CHECK, "--force")
    course.nbgrader("release_assignment", CHECK)
    learners = [course.learner(name) for name in by_exchange]
    for learner in learners:
        learner.fetch()
    for n, learner in enumerate(learners):
        answer = _answer_in_notebook if n == 0 else Learner.answer
        answer(learner, by_exchange[learner.name].answers)
    for learner in learners:
        learner.submit()
    course.nbgrader("collect", CHECK, "--ExchangeCollect.check_owner=False")
    for name, sitting in loop.handed_in.items():
        course.hand_in(name, sitting.answers)
    also(course)
    course.nbgrader("autograde", CHECK)
    course.nbgrader("generate_feedback", CHECK)
    course.nbgrader("release_feedback", CHECK)
    loop.fetched_feedback.update({learner.name: learner.fetch_feedback() for learner in learners})
    return loop


def _answer_in_notebook(learner: Learner, answers: Answers) -> None:
    """Run the notebook, answer its widgets, and save it with its outputs, as a learner does."""
    with open_page(learner.folder, learner.home, learner.name) as page:
        widgets = page.run_all(learner.folder / f"{CHECK}.ipynb")
        assert [widget.state["item"]["id"] for widget in widgets] == [
            question["id"] for question in drawn(learner.folder, learner.name).values()
        ]
        for n, widget in enumerate(widgets):
            reply = page.answer(widget, Answer(n, answers[widget.state["item"]["id"]], 1))
            assert reply["type"] == "saved"
