"""Grading the submissions of one check: read as data, marked by the master, written whole or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, NamedTuple, Self

from nbgrader.preprocessors import AssignLatePenalties

from course.grading.grade_sheet import Entry, GradeSheet, SlotGrade, Standing, Written
from course.grading.gradebook import open_gradebook
from course.grading.kept_files import draft, publish, put
from course.grading.master import Master, failed_output, outputs_of
from course.grading.openings import Openings
from course.grading.submissions import SECRET_FILE, TIMESTAMP_FILE, Submission, SubmittedFolder
from course.grading.workers import in_processes
from course.marking import Decision, Flag, Marked, Sitting
from course.responses import Reading
from course.text import printable

STATE_FILE = "graded.json"
"""Lies beside a graded notebook and says what it was made from; written last, so that what has it is whole."""

_VERSION = 1
_TOGETHER = 32  # submissions written in one transaction: what is lost by being stopped is their marking alone


class Outcome(NamedTuple):
    """What grading one submission came to."""

    learner: str
    done: Literal["graded", "kept", "failed"]  # kept: graded before, and nothing submitted since
    score: float = 0.0
    most: float = 0.0
    seconds_late: float = 0.0
    flags: tuple[Flag, ...] = ()  # what a person should look at, until they have
    waits: bool = False  # a grade in it waits for a person
    is_stale: bool = False  # kept, and marked by an earlier version of the check


class Change(NamedTuple):
    """A score that grading again would change."""

    learner: str
    before: float
    after: float


class _State(NamedTuple):
    """What the file beside a graded notebook says."""

    submission: str = ""  # digest of what was marked
    master: str = ""  # digest of what it was marked by
    decision: Decision = ""
    flags: tuple[Flag, ...] = ()
    is_whole: bool = False
    written: Mapping[str, str] = {}  # digests of the answers that a person grades, by slot


class _Work(NamedTuple):
    """A submission that was read, and what it was marked; not yet written."""

    submission: Submission
    before: _State
    state: _State
    grades: dict[str, SlotGrade] = {}  # noqa: RUF012  (never changed)
    is_drafted: bool = False  # or else it seems to have been graded before


class Grader:
    """Grades one check with nbgrader's settings and into its gradebook; use it in a `with` statement.

    `parent` is the nbgrader application or converter whose configuration counts. Raises MasterError, OpeningsError
    and GradebookError.
    """

    def __init__(self, coursedir: Any, assignment: str, parent: Any, *, add_students: bool = True) -> None:
        self.coursedir = coursedir
        self.assignment = assignment
        source = Path(coursedir.format_path(coursedir.source_directory, ".", assignment))
        self.master = Master.read(source, assignment)
        self.submitted = SubmittedFolder(coursedir, assignment)
        self.openings = Openings.read(coursedir, self.master.check.check) if self.master.check.is_retake else None
        self.mode = 0o664 if coursedir.groupshared else 0o444  # as nbgrader has it
        late = AssignLatePenalties(parent=parent)
        late.init_plugin()
        self.gradebook = open_gradebook(coursedir)
        with contextlib.ExitStack() as stack:
            stack.callback(self.gradebook.close)
            penalty = late.plugin_inst.late_submission_penalty
            self.sheet = GradeSheet(self.gradebook, self.master, penalty, add_students=add_students)
            stack.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.gradebook.close()

    def grade(
        self, learners: Sequence[str], *, again: bool = False, decision: Decision | None = None, workers: int = 1
    ) -> Iterator[Outcome]:
        """Each submission's outcome, as soon as it is in the gradebook.

        One that was graded before is kept unless something was submitted since; `again` grades it in any case.
        A `decision` is the instructor's on what was flagged. More than one worker marks in processes of their own.
        """
        prepare = partial(self._prepare, again=again or decision is not None, decision=decision)
        prepared = map(prepare, learners) if workers == 1 else in_processes(prepare, learners, workers)
        self.__dict__.pop("_standings", None)
        pairs = zip(learners, prepared, strict=True)
        while group := list(islice(pairs, _TOGETHER)):
            yield from self._outcomes(group, decision)

    def changes(self, learners: Iterable[str]) -> Iterator[Change]:
        """The scores in the gradebook that grading again would change; nothing is written."""
        for learner in learners:
            try:
                work, _ = self._mark(self._read(learner), self._state(learner), None)
            except Exception:  # noqa: BLE001, S112  told when it is graded
                continue
            points = {slot: grade.points for slot, grade in work.grades.items()}
            before, after = self.sheet.score(learner), self.sheet.score(learner, points)
            if before is not None and after is not None and before != after:
                yield Change(learner, before, after)

    def _read(self, learner: str) -> Submission:
        """A submission; another one to us once a retake was opened to its learner."""
        submission = self.submitted.read(learner)
        if not self._why_held(learner):
            return submission
        return submission._replace(digest=_digest([submission.digest, "not open"]))

    def _why_held(self, learner: str) -> str:
        if self.openings is None or learner in self.openings.learners:
            return ""
        return f"The retake was not opened to '{printable(learner)}'."

    def _prepare(self, learner: str, *, again: bool, decision: Decision | None) -> _Work | str:
        """A submission marked and drafted, or only read where it seems to have been graded; in words, why neither.

        Opens no gradebook: this may be another process than the one that writes it.
        """
        try:
            submission, before = self._read(learner), self._state(learner)
            if before.is_whole and before.submission == submission.digest and not again:
                return _Work(submission._replace(reading=Reading()), before, before)
            return self._draft(*self._mark(submission, before, decision))
        except Exception as fault:  # noqa: BLE001  whatever one submission does, the others are graded
            return _told(fault)

    def _outcomes(self, group: Sequence[tuple[str, _Work | str]], decision: Decision | None) -> Iterator[Outcome]:
        """The outcomes of some prepared submissions, after they are written."""
        drafted = [work for _, work in group if isinstance(work, _Work) and work.is_drafted]
        written = dict(zip((work.submission.learner for work in drafted), self._written(drafted), strict=True))
        for learner, work in group:
            try:
                if isinstance(work, str):
                    yield self._failed(learner, work)
                elif work.is_drafted:
                    yield self._published(work, written[learner])
                else:
                    yield self._finished(work, decision)
            except Exception as fault:  # noqa: BLE001  whatever one submission does, the others are graded
                yield self._failed(learner, _told(fault))

    def _finished(self, work: _Work, decision: Decision | None) -> Outcome:
        """The outcome of a submission that seems to have been graded: kept where the gradebook knows it, too."""
        submission, state = work.submission, work.before
        standing = self._standings.get(submission.learner)
        if standing is None:
            marked = self._mark(self._read(submission.learner), state, decision)
            drafted = self._draft(*marked)
            return self._published(drafted, *self._written([drafted]))
        late = self.sheet.seconds_late(submission.submitted, standing.extension)
        flags = state.flags if standing.needs_look else ()
        done: Literal["kept", "failed"] = "failed" if any(flag.kind == "failed" for flag in flags) else "kept"
        is_stale = state.master != self.master.digest
        most = self.master.most
        return Outcome(submission.learner, done, standing.score, most, late, flags, standing.needs_look, is_stale)

    def _failed(self, learner: str, words: str) -> Outcome:
        remedy = "Nothing of it was written. Mend what it says, and grade again."
        return Outcome(learner, "failed", most=self.master.most, flags=(Flag(words, remedy, kind="failed"),))

    @cached_property
    def _standings(self) -> dict[str, Standing]:
        return self.sheet.standings()

    def _mark(self, submission: Submission, before: _State, decision: Decision | None) -> tuple[_Work, bytes]:
        """A submission marked by the master, and its graded notebook. Reads and writes nothing."""
        if decision is None:
            decision = before.decision if before.submission == submission.digest else ""
        held = self._why_held(submission.learner)
        sitting = Sitting(self.master.check, submission.reading, submission.learner, decision, held)
        outputs: dict[str, list[dict[str, Any]]] = {}
        points: dict[str, float] = {}
        written: dict[str, str] = {}
        flags = [*sitting.flags(), *self._flags_of_files(submission)]
        for slot, one in self.master.slots.items():
            try:
                marked: Marked = sitting.marked(slot, one.solutions)
            except Exception as fault:  # noqa: BLE001  a slot that can't be marked earns nothing and is told
                points[slot], outputs[slot] = 0.0, failed_output(fault)
                words = f"question {slot} could not be marked ({type(fault).__name__}: {fault})"
                flags.append(Flag(words, "Mend the check, and grade again with --regrade.", slot))
            else:
                points[slot], outputs[slot] = marked.points, outputs_of(marked)
                flags += marked.flags
                if one.by_hand:
                    written[slot] = _digest([marked.card["response"], decision == "refused"])
        whole = not decision and any(not flag.slot for flag in flags)
        looks = {flag.slot for flag in flags} if not decision else set()
        grades = {
            slot: SlotGrade(points[slot], decision != "refused", before.written.get(slot) != written.get(slot))
            if self.master.slots[slot].by_hand
            else SlotGrade(points[slot], whole or slot in looks)
            for slot in points
        }
        told = () if decision else tuple(flags)
        state = _State(submission.digest, self.master.digest, decision, told, is_whole=True, written=written)
        kept = submission._replace(reading=Reading())  # it may be long, and has done its work
        return _Work(kept, before, state, grades), self.master.graded(outputs)

    def _flags_of_files(self, submission: Submission) -> Iterator[Flag]:
        remedy = f"Put the time of submission into its {TIMESTAMP_FILE}, and grade again."
        for fault in submission.faults:
            yield Flag(fault, remedy)
        if self.sheet.due and not submission.timestamp and not submission.faults:
            yield Flag(f"no {TIMESTAMP_FILE}: whether it is late can't be told", remedy)

    def _draft(self, work: _Work, notebook: bytes) -> _Work:
        """Put the notebook of a marked submission in its folder as a draft, beside nbgrader's small files."""
        folder = self._folder(work.submission.learner)
        folder.mkdir(parents=True, exist_ok=True)
        draft(folder, f"{self.master.notebook}.ipynb", notebook, self.mode)
        for name, text in ((TIMESTAMP_FILE, work.submission.timestamp), (SECRET_FILE, work.submission.secret)):
            if text:
                put(folder, name, text.encode(), self.mode)
            else:
                (folder / name).unlink(missing_ok=True)
        return work._replace(is_drafted=True)

    def _written(self, works: Sequence[_Work]) -> list[Written | Exception]:
        """What came of putting drafted submissions into the gradebook: in one transaction or, where that fails, in one
        for each.
        """
        try:
            return [*self._write(works)]
        except Exception as fault:  # noqa: BLE001  told by the one that it belongs to
            return [fault] if len(works) == 1 else [one for work in works for one in self._written([work])]

    def _write(self, works: Sequence[_Work]) -> list[Written]:
        """Put drafted submissions into the gradebook.

        Who is stopped before their notebooks are in place finds submissions that are not whole, and marks them again.
        """
        for work in works:
            if work.before.is_whole:
                folder = self._folder(work.submission.learner)
                put(folder, STATE_FILE, _dumped(work.before._replace(is_whole=False)), self.mode)
        return self.sheet.write([_entry(work) for work in works])

    def _published(self, work: _Work, written: Written | Exception) -> Outcome:
        """The outcome of a submission that is in the gradebook, with its notebook in place. Raises what kept it out."""
        if isinstance(written, Exception):
            raise written
        folder = self._folder(work.submission.learner)
        publish(folder, f"{self.master.notebook}.ipynb")
        put(folder, STATE_FILE, _dumped(work.state), self.mode)
        flags, most = work.state.flags, self.master.most
        is_failed = any(flag.kind == "failed" for flag in flags)
        done: Literal["graded", "failed"] = "failed" if is_failed else "graded"
        learner = work.submission.learner
        return Outcome(learner, done, written.score, most, written.seconds_late, flags, written.needs_look)

    def standing(self, learner: str) -> tuple[bool, tuple[Flag, ...]]:
        """Whether what the learner submitted last was graded, and what was flagged in it."""
        state = self._state(learner)
        return state.is_whole and state.submission == self._read(learner).digest, state.flags

    def _folder(self, learner: str) -> Path:
        return Path(self.coursedir.format_path(self.coursedir.autograded_directory, learner, self.assignment))

    def _state(self, learner: str) -> _State:
        """What is said beside a graded notebook; nothing where there is none, or it can't be read."""
        try:
            values = json.loads((self._folder(learner) / STATE_FILE).read_bytes())
            if values.pop("version") != _VERSION:
                return _State()
            return _State(**values | {"flags": tuple(Flag(**flag) for flag in values["flags"])})
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return _State()


def _entry(work: _Work) -> Entry:
    flagged = bool(work.state.flags) or (False if work.before.flags else None)
    return Entry(work.submission.learner, work.grades, work.submission.submitted, flagged)


def _told(fault: Exception) -> str:
    return f"{type(fault).__name__}: {printable(str(fault), 300)}"


def _digest(value: Any) -> str:
    return hashlib.sha256(json.dumps(value).encode()).hexdigest()


def _dumped(state: _State) -> bytes:
    values = {"version": _VERSION} | state._asdict() | {"flags": [flag._asdict() for flag in state.flags]}
    return json.dumps(values, ensure_ascii=False).encode()
