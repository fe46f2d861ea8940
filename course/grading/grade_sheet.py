"""One check's part of nbgrader's gradebook, written a submission at a time, each in one transaction.

nbgrader's own `Gradebook` methods commit after every cell, so that a grader who is stopped half-way leaves half a
score, and load rows with sums over the whole class. Its tables are used directly instead, by their indexes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Grade,
    Gradebook,
    GradeCell,
    SolutionCell,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
    TaskCell,
    new_uuid,
)
from nbgrader.api import Notebook as GradebookNotebook
from sqlalchemy import bindparam, insert, select, update

from course.grading.master import Master, MasterError

Penalty = Callable[[str, float, float], float | None]
"""nbgrader's late submission plugin: the points off for a learner, a score, and the seconds late."""


class SlotGrade(NamedTuple):
    """What the marker gives for one slot, or for a task, where the points are a person's to give."""

    points: float | None
    needs_look: bool = False


class Written(NamedTuple):
    """What stands in the gradebook after a submission was written."""

    score: float
    seconds_late: float
    needs_look: bool


class Standing(NamedTuple):
    """What the gradebook holds of a submission that was graded before."""

    score: float
    needs_look: bool
    extension: timedelta | None


class Report(NamedTuple):
    """What a learner's feedback tells of the gradebook."""

    score: float
    penalty: float
    needs_look: bool
    points: dict[str, float]  # by slot
    by_hand: frozenset[str]  # the slots and tasks whose points a person gave
    comments: dict[str, str]  # by task: what the person wrote


class Row(NamedTuple):
    """The grade of a slot as the gradebook holds it."""

    id: str
    auto: float | None
    manual: float | None
    extra: float | None

    def score(self, auto: float | None) -> float:
        """The score that nbgrader makes of it: a person's points come before ours."""
        points = self.manual if self.manual is not None else auto
        return 0.0 if points is None else points + (self.extra or 0.0)


class GradeSheet:
    """The grades of one check. Raises MasterError where the gradebook knows another one."""

    def __init__(
        self, gradebook: Gradebook, master: Master, penalty: Penalty | None = None, *, add_students: bool = True
    ) -> None:
        self.db = gradebook.db
        self.penalty = penalty
        self.add_students = add_students
        name = master.assignment
        remedy = f"Run `nbgrader generate_assignment {name} --force`, and grade again."
        found = self.db.execute(
            select(Assignment.id, Assignment.duedate, GradebookNotebook.id)
            .join(GradebookNotebook, GradebookNotebook.assignment_id == Assignment.id)
            .where(Assignment.name == name, GradebookNotebook.name == master.notebook)
        ).one_or_none()
        if found is None:
            raise MasterError(f"{name}: the gradebook doesn't know this check. {remedy}")
        self.assignment, self.due, self.notebook = found
        cells = self.db.execute(
            select(
                BaseCell.__table__.c.id,
                BaseCell.__table__.c.name,
                BaseCell.__table__.c.type,
                GradeCell.__table__.c.max_score,
            )
            .join(GradeCell.__table__, GradeCell.__table__.c.id == BaseCell.__table__.c.id, isouter=True)
            .where(BaseCell.__table__.c.notebook_id == self.notebook)
        ).all()
        graded = (GradeCell.__name__, TaskCell.__name__)
        self.cells = {cell.name: cell.id for cell in cells if cell.type in graded}  # of slots, and of tasks
        self.others = [cell for cell in cells if cell.type in (SolutionCell.__name__, TaskCell.__name__)]
        points = {cell.name: cell.max_score for cell in cells if cell.type == GradeCell.__name__}
        tasks = {cell.name for cell in cells if cell.type == TaskCell.__name__}
        if points != {slot: one.points for slot, one in master.slots.items()} or tasks != set(master.tasks):
            raise MasterError(f"{name}: the gradebook has other slots or points than the master. {remedy}")
        table = Grade.__table__
        self.set_grade = (
            update(table)
            .where(table.c.id == bindparam("of"))
            .values(auto_score=bindparam("points"), needs_manual_grade=bindparam("look"))
        )
        self.db.rollback()

    def standings(self) -> dict[str, Standing]:
        """All that the gradebook holds of this check, by learner."""
        submissions, notebooks, grades = SubmittedAssignment.__table__, SubmittedNotebook.__table__, Grade.__table__
        found = self.db.execute(
            select(
                submissions.c.student_id,
                submissions.c.extension,
                grades.c.id,
                grades.c.auto_score,
                grades.c.manual_score,
                grades.c.extra_credit,
                grades.c.needs_manual_grade,
            )
            .join(notebooks, notebooks.c.assignment_id == submissions.c.id)
            .join(grades, grades.c.notebook_id == notebooks.c.id)
            .where(submissions.c.assignment_id == self.assignment, notebooks.c.notebook_id == self.notebook)
        )
        standings: dict[str, Standing] = {}
        for learner, extension, *row, needs_look in found:
            before = standings.get(learner, Standing(0.0, needs_look=False, extension=extension))
            graded = Row(*row)
            score = before.score + graded.score(graded.auto)
            standings[learner] = Standing(score, before.needs_look or needs_look, extension)
        return standings

    def reports(self) -> dict[str, Report]:
        """What feedback tells of each submission, by learner."""
        submissions, notebooks, grades = SubmittedAssignment.__table__, SubmittedNotebook.__table__, Grade.__table__
        found = self.db.execute(
            select(
                submissions.c.student_id,
                notebooks.c.late_submission_penalty,
                grades.c.cell_id,
                grades.c.needs_manual_grade,
                grades.c.id,
                grades.c.auto_score,
                grades.c.manual_score,
                grades.c.extra_credit,
            )
            .join(notebooks, notebooks.c.assignment_id == submissions.c.id)
            .join(grades, grades.c.notebook_id == notebooks.c.id)
            .where(submissions.c.assignment_id == self.assignment, notebooks.c.notebook_id == self.notebook)
        )
        slots = {cell: slot for slot, cell in self.cells.items()}
        reports: dict[str, Report] = {}
        for learner, penalty, cell, needs_look, *values in found:
            if cell not in slots:
                continue
            row = Row(*values)
            before = reports.get(
                learner, Report(0.0, penalty or 0.0, needs_look=False, points={}, by_hand=frozenset(), comments={})
            )
            points = row.score(row.auto)
            by_hand = row.manual is not None or row.extra is not None
            reports[learner] = before._replace(
                score=before.score + points,
                needs_look=before.needs_look or needs_look,
                points=before.points | {slots[cell]: points},
                by_hand=before.by_hand | {slots[cell]} if by_hand else before.by_hand,
            )
        for learner, task, comment in self._comments():
            reports[learner].comments[task] = comment
        return reports

    def _comments(self) -> Iterator[tuple[str, str, str]]:
        """What a person wrote beside the points of a task: learner, task, words."""
        submissions, notebooks, comments = SubmittedAssignment.__table__, SubmittedNotebook.__table__, Comment.__table__
        found = self.db.execute(
            select(submissions.c.student_id, comments.c.cell_id, comments.c.manual_comment)
            .join(notebooks, notebooks.c.assignment_id == submissions.c.id)
            .join(comments, comments.c.notebook_id == notebooks.c.id)
            .where(submissions.c.assignment_id == self.assignment, notebooks.c.notebook_id == self.notebook)
        )
        tasks = {cell: task for task, cell in self.cells.items()}
        for learner, cell, comment in found:
            if comment and cell in tasks:
                yield learner, tasks[cell], comment

    def score(self, learner: str, points: Mapping[str, float | None] | None = None) -> float | None:
        """The learner's score, or what it would be with these points; None where the gradebook has none."""
        submission = self._submission(learner)
        if submission is None:
            return None
        rows = self._rows(submission.notebook)
        return sum(row.score(row.auto if points is None else points.get(slot)) for slot, row in rows.items())

    def write(
        self, learner: str, grades: Mapping[str, SlotGrade], submitted: datetime | None, *, flagged: bool | None
    ) -> Written:
        """Put a submission's grades into the gradebook, all of them or, where anything fails, none.

        `flagged` sets or takes away nbgrader's flag on the submission; None leaves it as it is.
        """
        try:
            written = self._write(learner, grades, submitted, flagged)
            self.db.commit()
        except BaseException:
            self.db.rollback()
            raise
        return written

    def _write(
        self, learner: str, grades: Mapping[str, SlotGrade], submitted: datetime | None, flagged: bool | None
    ) -> Written:
        submission = self._submission(learner) or self._added(learner)
        rows = self._rows(submission.notebook)
        looks = [self._needs_look(rows[slot], grade) for slot, grade in grades.items()]
        changes = [
            {"of": rows[slot].id, "points": grade.points, "look": look}
            for (slot, grade), look in zip(grades.items(), looks, strict=True)
        ]
        self.db.execute(self.set_grade, changes)
        score = sum(rows[slot].score(grade.points) for slot, grade in grades.items())
        late = self.seconds_late(submitted, submission.extension)
        values: dict[str, Any] = {"late_submission_penalty": self._penalty(learner, score, late)}
        if flagged is not None:
            values["flagged"] = flagged
        table = SubmittedNotebook.__table__
        self.db.execute(update(table).where(table.c.id == submission.notebook).values(values))
        submissions = SubmittedAssignment.__table__
        self.db.execute(update(submissions).where(submissions.c.id == submission.id).values(timestamp=submitted))
        return Written(score, late, any(looks))

    def _submission(self, learner: str) -> Any:
        submissions, notebooks = SubmittedAssignment.__table__, SubmittedNotebook.__table__
        return self.db.execute(
            select(submissions.c.id, submissions.c.extension, notebooks.c.id.label("notebook"))
            .join(notebooks, notebooks.c.assignment_id == submissions.c.id)
            .where(
                submissions.c.assignment_id == self.assignment,
                submissions.c.student_id == learner,
                notebooks.c.notebook_id == self.notebook,
            )
        ).one_or_none()

    def _added(self, learner: str) -> Any:
        """The learner's submission, new in the gradebook, with an empty grade for each slot."""
        students = Student.__table__
        if self.db.execute(select(students.c.id).where(students.c.id == learner)).one_or_none() is None:
            if not self.add_students:
                raise LookupError(f"no student '{learner}' in the gradebook")
            self.db.execute(insert(students).values(id=learner))
        submission, notebook = new_uuid(), new_uuid()
        self.db.execute(
            insert(SubmittedAssignment.__table__).values(
                id=submission, assignment_id=self.assignment, student_id=learner
            )
        )
        self.db.execute(
            insert(SubmittedNotebook.__table__).values(
                id=notebook, notebook_id=self.notebook, assignment_id=submission, flagged=False
            )
        )
        self.db.execute(
            insert(Grade.__table__),
            [
                {"id": new_uuid(), "cell_id": cell, "notebook_id": notebook, "needs_manual_grade": True}
                for cell in self.cells.values()
            ],
        )
        if self.others:
            self.db.execute(
                insert(Comment.__table__),
                [{"id": new_uuid(), "cell_id": cell.id, "notebook_id": notebook} for cell in self.others],
            )
        return self._submission(learner)

    def _rows(self, notebook: str) -> dict[str, Row]:
        """The grades of a submission by slot, found by cell: the table's index begins with it."""
        table = Grade.__table__
        found = self.db.execute(
            select(table.c.cell_id, table.c.id, table.c.auto_score, table.c.manual_score, table.c.extra_credit).where(
                table.c.cell_id.in_(self.cells.values()), table.c.notebook_id == notebook
            )
        )
        by_cell = {row[0]: Row(*row[1:]) for row in found}
        return {slot: by_cell[cell] for slot, cell in self.cells.items()}

    @staticmethod
    def _needs_look(row: Row, grade: SlotGrade) -> bool:
        """Whether a person should look: the marker says so, its points change where a person has given theirs, or the
        points are a person's to give and have not been given.
        """
        if grade.points is None:
            return grade.needs_look or row.manual is None
        return grade.needs_look or (row.manual is not None and row.auto != grade.points)

    def seconds_late(self, submitted: datetime | None, extension: timedelta | None) -> float:
        """How late a submission is, as nbgrader has it: by the check's time and the learner's extension."""
        if submitted is None or self.due is None:
            return 0.0
        due = self.due + extension if extension is not None else self.due
        return float(max(0.0, (submitted - due).total_seconds()))

    def _penalty(self, learner: str, score: float, late: float) -> float | None:
        """The points off, as nbgrader's own step has it: none unless late, never below 0 nor above the score."""
        penalty = self.penalty(learner, score, late) if self.penalty and late > 0 else None
        return None if penalty is None else min(max(penalty, 0.0), score)
