"""`course grade`: grade checks from a terminal, with nbgrader's settings and gradebook."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, NamedTuple, TextIO

from nbgrader.apps import NbGrader

from course.cards import shown
from course.grading.errors import GradingError
from course.grading.gradebook import GradebookError
from course.grading.grader import Change, Grader, Outcome
from course.grading.master import is_check
from course.grading.results import Results
from course.grading.submissions import SubmittedFolder
from course.marking import Flag
from course.question_files import RETAKE
from course.text import printable

DONE, FAILED, WRONG_CALL, WAITING, STOPPED = 0, 1, 2, 3, 130
"""Exit statuses: all graded; something could not be; the command line; something waits for a person; interrupted."""


class GradeApp(NbGrader):  # type: ignore[misc]  # nbgrader has no types
    """An application of nbgrader's, for its way of finding settings."""

    name = "course-grade"
    description = "Grade knowledge checks"
    # Only the course folder's own settings and modules count, wherever the command is given.
    load_cwd_config = False

    def init_syspath(self) -> None:
        """Leave the module path alone: nbgrader would put the working folder on it, first."""


class Request(NamedTuple):
    """What the command line asks for."""

    root: Path
    assignment: str = ""  # empty for every check that has submissions
    learner: str = "*"
    regrade: bool = False
    yes: bool = False  # write a regrade without asking
    accept: str = ""  # whose flagged answers count
    refuse: str = ""  # whose don't
    form: Literal["text", "json"] = "text"
    workers: int = 1  # processes that mark


class Graded(NamedTuple):
    """One check after grading."""

    assignment: str
    outcomes: Sequence[Outcome]
    changes: Sequence[Change] = ()
    is_written: bool = True
    results: Results | None = None  # with those of the check's other form

    def better(self, learner: str) -> float | None:
        """The learner's better result of check and retake; None where nothing is graded."""
        found = self.results.better(learner) if self.results else None
        return found.score if found else None

    def counts(self) -> dict[str, int]:
        """How many submissions came to what; one may stand in several places."""
        return {
            "graded": sum(one.done != "failed" for one in self.outcomes),
            "late": sum(one.seconds_late > 0 for one in self.outcomes),
            "flagged": sum(bool(one.flags) and one.done != "failed" for one in self.outcomes),
            "failed": sum(one.done == "failed" for one in self.outcomes),
            "waiting": sum(one.waits for one in self.outcomes),
            "outdated": sum(one.is_stale for one in self.outcomes),
            "improved": self._improved(),
        }

    def _improved(self) -> int:
        """How many of a retake's submissions came to more than the check did."""
        if self.results is None or not self.assignment.endswith(RETAKE):
            return 0
        first, second = self.results.check, self.results.retake
        mine = {one.learner for one in self.outcomes} & first.keys() & second.keys()
        return sum(second[learner].score > first[learner].score for learner in mine)


def run(request: Request) -> int:
    """Grade, print what came of it, and return the exit status."""
    app = GradeApp()
    app.initialize(["--log-level=ERROR"], root=str(request.root.resolve()))
    checks = [request.assignment] if request.assignment else _checks(app.coursedir)
    done: list[Graded] = []
    status = DONE
    try:
        for check in checks:
            try:
                with Grader(app.coursedir, check, app) as grader:
                    graded = _graded(grader, request)
                    results = Results.read(app.coursedir, grader.gradebook, grader.master)
                    done.append(graded._replace(results=results))
            except GradingError as fault:
                print(f"{fault}\nNothing of {check} was graded.", file=sys.stderr)
                status = FAILED
                if isinstance(fault, GradebookError):
                    break  # it is the same for every check
    except KeyboardInterrupt:
        print("Stopped. What was graded until now stands; the same command goes on from here.", file=sys.stderr)
        status = STOPPED
    if request.form == "json":
        print(json.dumps({"checks": [_as_json(one) for one in done]}, indent=1))
    elif done or status == DONE:
        print("\n\n".join("\n".join(_lines(one)) for one in done) or "There is nothing to grade.")
    return status or max((_status(one) for one in done), default=DONE)


def _checks(course: Any) -> list[str]:
    """The checks in `source/` that somebody has submitted, in order."""
    source = Path(course.format_path(course.source_directory, ".", "."))
    names = sorted(path.name for path in source.iterdir() if is_check(path)) if source.is_dir() else []
    return [name for name in names if SubmittedFolder(course, name).learners()]


def _graded(grader: Grader, request: Request) -> Graded:
    learners = grader.submitted.learners(request.accept or request.refuse or request.learner)
    if request.accept or request.refuse:
        decision: Literal["accepted", "refused"] = "accepted" if request.accept else "refused"
        flagged = [one.learner for one in grader.grade(learners) if one.flags]
        return Graded(grader.assignment, list(grader.grade(flagged, decision=decision)))
    changes: list[Change] = []
    if request.regrade:
        with _progress(f"{grader.assignment}: comparing", len(learners)) as step:
            changes = list(grader.changes(_each(learners, step)))
        if not _may_write(changes, request):
            return Graded(grader.assignment, (), changes, is_written=False)
    outcomes: list[Outcome] = []
    with _progress(grader.assignment, len(learners)) as step:
        for outcome in grader.grade(learners, again=request.regrade, workers=request.workers):
            outcomes.append(outcome)
            step()
    return Graded(grader.assignment, outcomes, changes)


def _each(learners: Iterable[str], step: Any) -> Iterator[str]:
    for learner in learners:
        yield learner
        step()


def _may_write(changes: Sequence[Change], request: Request) -> bool:
    """Whether the instructor has seen what a regrade would change and wants it."""
    if request.yes:
        return True
    print("\n".join(_changed(changes)), file=sys.stderr)
    if not sys.stdin.isatty():
        return False
    return input("Write these? [y/N] ").strip().lower() in ("y", "yes")


def _change(change: Change) -> str:
    """A score before and after, and the difference."""
    difference = round(change.after - change.before, 2)
    return f"{shown(change.before):>7} -> {shown(change.after)} ({difference:+g})"


def _changed(changes: Sequence[Change]) -> list[str]:
    if not changes:
        return ["No score changes."]
    rows = [f"  {printable(one.learner, 40):<40} {_change(one)}" for one in changes]
    return [f"{len(changes)} score{'s change' if len(changes) > 1 else ' changes'}:", *rows]


@contextmanager
def _progress(what: str, many: int) -> Iterator[Any]:
    """A counting line on a terminal; nothing anywhere else."""
    count = 0
    out: TextIO | None = sys.stderr if sys.stderr.isatty() and many else None

    def step() -> None:
        nonlocal count
        count += 1
        if out:
            filled = 30 * count // many
            out.write(f"\r{what} [{'#' * filled}{'.' * (30 - filled)}] {count} of {many}")
            out.flush()

    try:
        yield step
    finally:
        if out:
            out.write("\n")


def _lines(graded: Graded) -> Iterator[str]:
    yield f"{graded.assignment}: {len(graded.outcomes)} submissions"
    if graded.changes or not graded.is_written:
        yield from _changed(graded.changes)
    if not graded.is_written:
        yield "Nothing was written. Add --yes to write it."
        return
    count = graded.counts()
    for name, words in _ROWS.items():
        if count[name] or name == "graded":
            yield f"  {name:<9}{count[name]:>6}  {words}"
    for one in graded.outcomes:
        if one.flags:
            yield ""
            score = f"{shown(one.score)} of {shown(one.most)} points"
            yield f"{printable(one.learner)}: {score}{_named(one)}{_counting(graded, one)}"
            for flag in one.flags:
                yield f"  {flag.fault.rstrip('.')}. {flag.remedy}"
    if any(one.flags and one.done != "failed" for one in graded.outcomes):
        yield ""
        yield f"When you have looked: course grade {graded.assignment} --accept NAME, or --refuse NAME for 0 points."
    if count["outdated"]:
        yield "The check has changed since some were graded: course grade --regrade shows what that would change."


_ROWS = {
    "graded": "in the gradebook",
    "late": "of them late",
    "flagged": "named below: look at them",
    "failed": "named below: nothing to be marked was found",
    "waiting": "hold a grade that waits for a person",
    "outdated": "marked by an earlier version of the check",
    "improved": "came to more than in the check: the better result counts",
}


def _named(outcome: Outcome) -> str:
    return ", failed" if outcome.done == "failed" else ""


def _counting(graded: Graded, outcome: Outcome) -> str:
    """Which result counts, where it is another than this one."""
    better = graded.better(outcome.learner)
    return f" (the better result counts: {shown(better)})" if better is not None and better > outcome.score else ""


def _as_json(graded: Graded) -> dict[str, Any]:
    return {
        "assignment": graded.assignment,
        "written": graded.is_written,
        **graded.counts(),
        "changes": [one._asdict() for one in graded.changes],
        "submissions": [
            one._asdict() | {"flags": [_flag(flag) for flag in one.flags], "counts": graded.better(one.learner)}
            for one in graded.outcomes
        ],
    }


def _flag(flag: Flag) -> dict[str, str]:
    return flag._asdict()


def _status(graded: Graded) -> int:
    count = graded.counts()
    if count["failed"]:
        return FAILED
    return WAITING if count["flagged"] or count["waiting"] or not graded.is_written else DONE
