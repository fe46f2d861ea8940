"""One check's part of nbgrader's gradebook, written some submissions at a time, in one transaction.

nbgrader's own `Gradebook` methods commit after every cell, so that a grader who is stopped half-way leaves half a
score, and load rows with sums over the whole class. Its tables are used directly instead, by their indexes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
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
from sqlalchemy import bindparam, func, insert, select, update

from course.grading.master import Master, MasterError
from course.question_files import TASK

Penalty = Callable[[str, float, float], float | None]
"""nbgrader's late submission plugin: the points off for a learner, a score, and the seconds late."""


class SlotGrade(NamedTuple):
    """What the marker gives for one slot."""

    points: float
    needs_look: bool = False  # where a person gives the points: whether they are still wanted
    is_changed: bool = False  # where a person gives the points: it is not the answer that they last saw


class Entry(NamedTuple):
    """What is to stand in the gradebook of one submission."""

    learner: str
    grades: Mapping[str, SlotGrade]  # by slot
    submitted: datetime | None
    flagged: bool | None  # sets or takes away nbgrader's flag on the submission; None leaves it as it is


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


class Task(NamedTuple):
    """What a person gave for an answer that nobody else can grade."""

    points: float | None = None  # None as long as they are waited for
    comment: str = ""


class Report(NamedTuple):
    """What a learner's feedback tells of the gradebook."""

    score: float
    penalty: float
    needs_look: bool
    points: dict[str, float]  # by slot, whoever gave them
    by_hand: frozenset[str]  # the slots in which a person changed the marker's points
    tasks: dict[str, Task]  # by slot


class Row(NamedTuple):
    """The grade of a cell as the gradebook holds it."""

    id: str
    auto: float | None
    manual: float | None
    extra: float | None
    needs_look: bool

    def score(self, auto: float | None) -> float:
        """The score that nbgrader makes of it: a person's points come before ours."""
        points = self.manual if self.manual is not None else auto
        return 0.0 if points is None else points + (self.extra or 0.0)


_ROW = [Grade.__table__.c[name] for name in ("id", "auto_score", "manual_score", "extra_credit", "needs_manual_grade")]
"""The columns that make a Row, in its order."""


class _Submitted(NamedTuple):
    """A learner's submission in the gradebook."""

    id: str
    notebook: str  # the id of its notebook
    extension: timedelta | None


class _Change(NamedTuple):
    """What becomes of a submission in the gradebook."""

    entry: Entry
    submission: _Submitted
    rows: Mapping[str, Row]  # as they stand, by cell
    marked: Mapping[str, tuple[float | None, bool]]  # the points and whether a person should look, by cell
    penalty: float | None
    written: Written


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
                func.coalesce(GradeCell.__table__.c.max_score, TaskCell.__table__.c.max_score).label("points"),
            )
            .join(GradeCell.__table__, GradeCell.__table__.c.id == BaseCell.__table__.c.id, isouter=True)
            .join(TaskCell.__table__, TaskCell.__table__.c.id == BaseCell.__table__.c.id, isouter=True)
            .where(BaseCell.__table__.c.notebook_id == self.notebook)
        ).all()
        self.cells = {cell.name: cell.id for cell in cells if cell.type == GradeCell.__name__}
        self.tasks = {cell.name.removesuffix(TASK): cell.id for cell in cells if cell.type == TaskCell.__name__}
        self.graded = [*self.cells.values(), *self.tasks.values()]
        self.commented = [cell.id for cell in cells if cell.type in (SolutionCell.__name__, TaskCell.__name__)]
        points = {cell.name: cell.points for cell in cells if cell.type in (GradeCell.__name__, TaskCell.__name__)}
        wanted = {slot: one.points for slot, one in master.slots.items()}
        wanted |= {f"{slot}{TASK}": one.by_hand for slot, one in master.slots.items() if one.by_hand}
        if points != wanted:
            raise MasterError(f"{name}: the gradebook has other slots or points than the master. {remedy}")
        table = Grade.__table__
        self.set_grade = (
            update(table)
            .where(table.c.id == bindparam("of"))
            .values(auto_score=bindparam("points"), needs_manual_grade=bindparam("look"))
        )
        self.db.rollback()

    def _held(self, *columns: Any) -> Any:
        """The query for all grades of this check, with their submissions; the index of grades begins with the cell."""
        submissions, notebooks, grades = SubmittedAssignment.__table__, SubmittedNotebook.__table__, Grade.__table__
        return (
            select(*columns)
            .select_from(submissions)
            .join(notebooks, notebooks.c.assignment_id == submissions.c.id)
            .join(grades, grades.c.notebook_id == notebooks.c.id)
            .where(
                submissions.c.assignment_id == self.assignment,
                notebooks.c.notebook_id == self.notebook,
                grades.c.cell_id.in_(self.graded),
            )
        )

    def standings(self) -> dict[str, Standing]:
        """All that the gradebook holds of this check, by learner."""
        submissions = SubmittedAssignment.__table__
        found = self.db.execute(self._held(submissions.c.student_id, submissions.c.extension, *_ROW))
        standings: dict[str, Standing] = {}
        for learner, extension, *values in found:
            before = standings.get(learner, Standing(0.0, needs_look=False, extension=extension))
            row = Row(*values)
            score = before.score + row.score(row.auto)
            standings[learner] = Standing(score, before.needs_look or row.needs_look, extension)
        return standings

    def reports(self) -> dict[str, Report]:
        """What feedback tells of each submission, by learner."""
        submissions, notebooks, grades = SubmittedAssignment.__table__, SubmittedNotebook.__table__, Grade.__table__
        comments = Comment.__table__
        found = self.db.execute(
            self._held(
                submissions.c.student_id,
                notebooks.c.late_submission_penalty,
                comments.c.manual_comment,
                grades.c.cell_id,
                *_ROW,
            ).join(
                comments,
                (comments.c.notebook_id == notebooks.c.id) & (comments.c.cell_id == grades.c.cell_id),
                isouter=True,
            )
        )
        slots = {cell: slot for slot, cell in (*self.cells.items(), *self.tasks.items())}
        reports: dict[str, Report] = {}
        for learner, penalty, comment, cell, *values in found:
            slot, row = slots[cell], Row(*values)
            before = reports.get(
                learner, Report(0.0, penalty or 0.0, needs_look=False, points={}, by_hand=frozenset(), tasks={})
            )
            points = row.score(row.auto)
            report = before._replace(
                score=before.score + points,
                needs_look=before.needs_look or row.needs_look,
                points=before.points | {slot: before.points.get(slot, 0.0) + points},
            )
            if slot in self.tasks and cell == self.tasks[slot]:
                waits = row.needs_look and row.manual is None
                report = report._replace(tasks=report.tasks | {slot: Task(None if waits else points, comment or "")})
            elif row.manual is not None or row.extra is not None:
                report = report._replace(by_hand=report.by_hand | {slot})
            reports[learner] = report
        return reports

    def score(self, learner: str, points: Mapping[str, float] | None = None) -> float | None:
        """The learner's score, or what it would be with these points; None where the gradebook has none."""
        submission = self._submissions([learner]).get(learner)
        if submission is None:
            return None
        return self._score(self._rows([submission.notebook])[submission.notebook], points or {})

    def write(self, entries: Sequence[Entry]) -> list[Written]:
        """Put the grades of some submissions into the gradebook, all of them or, where anything fails, none."""
        try:
            written = self._write(entries)
            self.db.commit()
        except BaseException:
            self.db.rollback()
            raise
        return written

    def _write(self, entries: Sequence[Entry]) -> list[Written]:
        found = self._submissions([entry.learner for entry in entries])
        rows = self._rows([submission.notebook for submission in found.values()])
        new: list[_Change] = []
        known: list[_Change] = []
        for entry in entries:
            submission = found.get(entry.learner)
            if submission:
                known.append(self._change(entry, submission, rows[submission.notebook]))
            else:
                blank = {cell: Row(new_uuid(), None, None, None, needs_look=True) for cell in self.graded}
                new.append(self._change(entry, _Submitted(new_uuid(), new_uuid(), None), blank))
        self._add(new)
        self._update(known)
        written = {change.entry.learner: change.written for change in (*new, *known)}
        return [written[entry.learner] for entry in entries]

    def _change(self, entry: Entry, submission: _Submitted, rows: Mapping[str, Row]) -> _Change:
        """What writing an entry changes in the rows of its submission."""
        marked: dict[str, tuple[float | None, bool]] = {}
        for slot, grade in entry.grades.items():
            cell = self.cells[slot]
            if slot in self.tasks:  # there is a box for points with the task alone, and so it is the task that waits
                task = self.tasks[slot]
                marked[cell] = grade.points, False
                marked[task] = rows[task].auto, self._waits(rows[task], grade)
            else:
                marked[cell] = grade.points, self._needs_look(rows[cell], grade)
        score = self._score(rows, {slot: grade.points for slot, grade in entry.grades.items()})
        late = self.seconds_late(entry.submitted, submission.extension)
        written = Written(score, late, any(look for _, look in marked.values()))
        return _Change(entry, submission, rows, marked, self._penalty(entry.learner, score, late), written)

    def _update(self, changes: Sequence[_Change]) -> None:
        """Write over what the gradebook has of submissions."""
        submissions, notebooks = SubmittedAssignment.__table__, SubmittedNotebook.__table__
        self._each(
            self.set_grade,
            (
                {"of": change.rows[cell].id, "points": points, "look": look}
                for change in changes
                for cell, (points, look) in change.marked.items()
            ),
        )
        of: Any = bindparam("of")
        self._each(
            update(notebooks).where(notebooks.c.id == of).values(late_submission_penalty=bindparam("penalty")),
            ({"of": change.submission.notebook, "penalty": change.penalty} for change in changes),
        )
        self._each(
            update(notebooks).where(notebooks.c.id == of).values(flagged=bindparam("flag")),
            (
                {"of": change.submission.notebook, "flag": change.entry.flagged}
                for change in changes
                if change.entry.flagged is not None
            ),
        )
        self._each(
            update(submissions).where(submissions.c.id == of).values(timestamp=bindparam("time")),
            ({"of": change.submission.id, "time": change.entry.submitted} for change in changes),
        )

    def _add(self, changes: Sequence[_Change]) -> None:
        """Put submissions into the gradebook that it does not know yet, and their learners."""
        students = Student.__table__
        learners = [change.entry.learner for change in changes]
        known = set(self.db.scalars(select(students.c.id).where(students.c.id.in_(learners)))) if learners else set()
        strangers = [learner for learner in learners if learner not in known]
        if strangers and not self.add_students:
            raise LookupError(f"no student '{strangers[0]}' in the gradebook")
        self._insert(students, ({"id": learner} for learner in strangers))
        self._insert(
            SubmittedAssignment.__table__,
            (
                {
                    "id": change.submission.id,
                    "assignment_id": self.assignment,
                    "student_id": change.entry.learner,
                    "timestamp": change.entry.submitted,
                }
                for change in changes
            ),
        )
        self._insert(
            SubmittedNotebook.__table__,
            (
                {
                    "id": change.submission.notebook,
                    "notebook_id": self.notebook,
                    "assignment_id": change.submission.id,
                    "flagged": bool(change.entry.flagged),
                    "late_submission_penalty": change.penalty,
                }
                for change in changes
            ),
        )
        self._insert(
            Grade.__table__,
            (
                {
                    "id": change.rows[cell].id,
                    "cell_id": cell,
                    "notebook_id": change.submission.notebook,
                    "auto_score": points,
                    "needs_manual_grade": look,
                }
                for change in changes
                for cell, (points, look) in change.marked.items()
            ),
        )
        self._insert(
            Comment.__table__,
            (
                {"id": new_uuid(), "cell_id": cell, "notebook_id": change.submission.notebook}
                for change in changes
                for cell in self.commented
            ),
        )

    def _insert(self, table: Any, values: Iterable[dict[str, Any]]) -> None:
        """Insert rows by one statement: without a value to return, some drivers would send one for each row."""
        self._each(insert(table).returning(table.c.id), values)

    def _each(self, statement: Any, values: Iterable[dict[str, Any]]) -> None:
        """Execute a statement for all values at once; without values, not at all."""
        if several := list(values):
            self.db.execute(statement, several)

    def _submissions(self, learners: Sequence[str]) -> dict[str, _Submitted]:
        """The submissions of these learners that the gradebook has, by learner."""
        submissions, notebooks = SubmittedAssignment.__table__, SubmittedNotebook.__table__
        found = self.db.execute(
            select(submissions.c.student_id, submissions.c.id, notebooks.c.id, submissions.c.extension)
            .join(notebooks, notebooks.c.assignment_id == submissions.c.id)
            .where(
                submissions.c.assignment_id == self.assignment,
                submissions.c.student_id.in_(learners),
                notebooks.c.notebook_id == self.notebook,
            )
        )
        return {learner: _Submitted(*values) for learner, *values in found}

    def _rows(self, notebooks: Sequence[str]) -> dict[str, dict[str, Row]]:
        """The grades of submissions by notebook and cell, and found by the cell: the table's index begins with it."""
        table = Grade.__table__
        rows: dict[str, dict[str, Row]] = {notebook: {} for notebook in notebooks}
        if rows:
            found = self.db.execute(
                select(table.c.notebook_id, table.c.cell_id, *_ROW).where(
                    table.c.cell_id.in_(self.graded), table.c.notebook_id.in_(notebooks)
                )
            )
            for notebook, cell, *values in found:
                rows[notebook][cell] = Row(*values)
        return rows

    def _score(self, rows: Mapping[str, Row], points: Mapping[str, float]) -> float:
        """The score of a submission with these points of the marker's, by slot; elsewhere with those it has."""
        slots = {cell: slot for slot, cell in self.cells.items()}
        return sum(row.score(points.get(slots.get(cell, ""), row.auto)) for cell, row in rows.items())

    @staticmethod
    def _waits(task: Row, grade: SlotGrade) -> bool:
        """Whether a person should grade an answer, or look again at one that they have graded."""
        if task.manual is None:
            return grade.needs_look
        return task.needs_look or grade.is_changed

    @staticmethod
    def _needs_look(row: Row, grade: SlotGrade) -> bool:
        """Whether a person should look: the marker says so, or its points change where a person has given theirs."""
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
