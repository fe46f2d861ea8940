"""`course retake`: who did not pass a check may take its second form, and nobody else."""

from __future__ import annotations

import json
import secrets
import sys
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Literal, NamedTuple

from nbgrader.apps import NbGraderAPI

from course.cards import shown
from course.feedback_results import FeedbackResult
from course.grading.command import DONE, FAILED, WAITING, GradeApp
from course.grading.errors import GradingError
from course.grading.gradebook import GradebookError
from course.grading.grader import Grader
from course.grading.openings import Openings
from course.grading.results import Result, Results, is_known, retake_of, source_of
from course.grading.submissions import SubmittedFolder
from course.retakes import tag
from course.text import printable


class Request(NamedTuple):
    """What the command line asks for."""

    root: Path
    check: str = ""  # empty for every check that has submissions and a retake
    learner: str = "*"
    close: bool = False
    reopen: bool = False
    form: Literal["text", "json"] = "text"


class Row(NamedTuple):
    """Whether one learner may take the retake, and why."""

    learner: str
    verdict: Literal["may", "passed", "waits"]
    why: str
    score: float | None = None  # None where nothing is graded
    is_new: bool = False  # opened by this command


class Done(NamedTuple):
    """One check after the command."""

    check: str
    retake: str
    rows: Sequence[Row]
    most: float
    silent: int = 0  # learners in the gradebook who have not submitted
    notes: Sequence[str] = ()
    is_closed: bool = False


class RetakeError(GradingError):
    """The retake could not be opened or closed; the text says why and what to do."""


def run(request: Request) -> int:
    """Open or close retakes, print to whom and why, and return the exit status."""
    app = GradeApp()
    app.initialize(["--log-level=ERROR"], root=str(request.root.resolve()))
    done: list[Done] = []
    status = DONE
    for check in [request.check] if request.check else _checks(app.coursedir):
        try:
            done.append(_closed(app, check) if request.close else _opened(app, check, request))
        except GradingError as fault:
            print(fault, file=sys.stderr)
            status = FAILED
            if isinstance(fault, GradebookError):
                break  # it is the same for every check
    if request.form == "json":
        print(json.dumps({"checks": [_as_json(one) for one in done]}, indent=1))
    elif done or status == DONE:
        print("\n\n".join("\n".join(_lines(one)) for one in done) or "No check has submissions and a retake.")
    is_waiting = any(row.verdict == "waits" for one in done for row in one.rows)
    return status or (WAITING if is_waiting else DONE)


def _checks(course: Any) -> Iterator[str]:
    for folder in sorted(source_of(course, ".").iterdir()):
        if retake_of(course, folder.name) and SubmittedFolder(course, folder.name).learners():
            yield folder.name


def _retake(course: Any, check: str) -> str:
    retake = retake_of(course, check)
    if not retake:
        raise RetakeError(f"{check} has no retake in {source_of(course, '.')}. Name a check, or run `course build`.")
    return retake


def _opened(app: GradeApp, check: str, request: Request) -> Done:
    course = app.coursedir
    retake, openings = _retake(course, check), Openings.read(course, check)
    if openings.is_closed and not request.check:
        return Done(check, retake, (), 0.0, is_closed=True)
    if openings.is_closed and not request.reopen:
        raise RetakeError(
            f"{retake} was closed, and feedback may have told right answers since. "
            "Nobody was added. With --reopen it is opened all the same."
        )
    with Grader(course, check, app) as grader:
        results = Results.read(course, grader.gradebook, grader.master)
        rows = [_row(grader, results, learner) for learner in grader.submitted.learners()]
        submitted = {row.learner for row in rows}
        silent = len({student.id for student in grader.gradebook.students} - submitted)
        new = [row.learner for row in rows if row.verdict == "may" and _is_meant(row.learner, request.learner)]
        new = [learner for learner in new if learner not in openings.learners]
        tags = {learner: _tag(grader, check, learner) for learner in (*openings.learners, *new)}
        is_generated = is_known(grader.gradebook, retake)
    learners = {learner: openings.learners.get(learner) or one for learner, one in tags.items()}
    changed = Openings(check, learners, is_closed=False, filler=openings.filler or secrets.token_hex(32))
    if learners:
        if changed != openings:
            changed.keep(course)  # before the release, which tells what it says
        _release(app, retake, is_generated=is_generated, anew=changed != openings)
    rows = [
        row._replace(is_new=row.learner in new, why=_why_may(row, learners)) if row.verdict == "may" else row
        for row in rows
    ]
    untold = [printable(learner) for learner, one in learners.items() if not one]
    notes = []
    if untold:
        notes.append(
            f"The course page can't tell {', '.join(untold)}: the submission has no submission_secret.txt. They may "
            f"take the retake all the same: ask them to fetch {retake} in nbgrader's Assignment List."
        )
    told = _pages_with_key(course, check)
    if told and learners:
        notes.append(f"Feedback on {check} that tells right answers was made for {', '.join(told)} before.")
    return Done(check, retake, rows, grader.master.most, silent, notes)


def _closed(app: GradeApp, check: str) -> Done:
    retake, openings = _retake(app.coursedir, check), Openings.read(app.coursedir, check)
    openings._replace(is_closed=True, filler=openings.filler or secrets.token_hex(32)).keep(app.coursedir)
    _told(NbGraderAPI(app.coursedir, app.authenticator, app.exchange, parent=app).unrelease(retake), retake)
    return Done(check, retake, (), 0.0, is_closed=True)


def _is_meant(learner: str, pattern: str) -> bool:
    return learner == pattern or fnmatchcase(learner, pattern)


def _row(grader: Grader, results: Results, learner: str) -> Row:
    """Whether a learner passed the check; who waits for a person is not decided on yet."""
    is_graded, flags = grader.standing(learner)
    result = results.check.get(learner)
    again = f"course grade {grader.assignment}"
    if result is None or not is_graded:
        return Row(learner, "waits", f"what was submitted last is not graded: {again}", result and result.score)
    if result.waits:
        why = f"{flags[0].fault.rstrip('.')}: {again} --accept or --refuse" if flags else "an answer to grade by hand"
        return Row(learner, "waits", why, result.score)
    if results.passes(result):
        return Row(learner, "passed", "passed", result.score)
    return Row(learner, "may", _taken(results, learner), result.score)


def _taken(results: Results, learner: str) -> str:
    """What came of the retake so far; nothing where it was not taken."""
    result: Result | None = results.retake.get(learner)
    if result is None:
        return ""
    if result.waits:
        return "retake taken, waits for you"
    passed = "passed" if results.passes(result) else "not passed"
    return f"retake taken: {shown(result.score)} of {shown(results.master.most)}, {passed}"


def _why_may(row: Row, learners: Any) -> str:
    """Why somebody who did not pass may, or was not let."""
    if row.learner not in learners:
        return "not passed; not opened by this command"
    return row.why or "not passed"


def _tag(grader: Grader, check: str, learner: str) -> str:
    secret = grader.submitted.read(learner).secret
    return tag(check, secret) if secret else ""


def _release(app: GradeApp, retake: str, *, is_generated: bool, anew: bool) -> None:
    """Release by nbgrader's own commands what the list of openings has changed, or what is not there."""
    api = NbGraderAPI(app.coursedir, app.authenticator, app.exchange, parent=app)
    has_release = Path(app.coursedir.format_path(app.coursedir.release_directory, ".", retake)).is_dir()
    if not is_generated or not has_release:
        _told(api.generate_assignment(retake, force=True), retake)
    if anew or retake not in api.get_released_assignments():
        app.config.ExchangeReleaseAssignment.force = True
        _told(api.release_assignment(retake), retake)


def _told(result: dict[str, Any], retake: str) -> None:
    if not result["success"]:
        said = (result.get("error") or result.get("log") or "nbgrader gave no reason").strip().splitlines()[-1]
        raise RetakeError(f"{retake}: nbgrader says: {said}. Mend that, and give the same command again.")


def _pages_with_key(course: Any, check: str) -> list[str]:
    """Whose feedback on a check tells right answers."""
    folders = {
        learner: Path(course.format_path(course.feedback_directory, learner, check))
        for learner in SubmittedFolder(course, check).learners()
    }
    pages = {learner: FeedbackResult.read(folder / f"{check}.html") for learner, folder in folders.items()}
    return [printable(learner) for learner, page in pages.items() if page and page.shows_key]


def _lines(done: Done) -> Iterator[str]:
    if done.is_closed:
        yield f"{done.retake} is closed: nobody can fetch it, and feedback may tell right answers."
        return
    names = {"may": "may take it", "passed": "may not", "waits": "waits"}
    count = {verdict: sum(row.verdict == verdict for row in done.rows) for verdict in names}
    new = sum(row.is_new for row in done.rows)
    yield f"{done.retake}: {count['may']} did not pass {done.check}, {count['passed']} passed, {count['waits']} wait"
    for row in done.rows:
        score = "-" if row.score is None else f"{shown(row.score)} of {shown(done.most)}"
        what = f"{names[row.verdict]}{' (new)' if row.is_new else ''}"
        yield f"  {printable(row.learner, 30):<30} {score:>12}  {what:<17} {row.why}"
    if done.silent:
        yield f"  {done.silent} in the gradebook did not submit {done.check}: there is nothing to take again."
    yield from done.notes
    yield f"Opened to {new} now." if new else "Nobody was added."


def _as_json(done: Done) -> dict[str, Any]:
    return {
        "check": done.check,
        "retake": done.retake,
        "closed": done.is_closed,
        "most": done.most,
        "not_submitted": done.silent,
        "notes": list(done.notes),
        "learners": [row._asdict() for row in done.rows],
    }
