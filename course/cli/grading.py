"""What instructors run: `course grade` and `course retake`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any


def add_grade(commands: Any) -> None:
    """Add `course grade` to a parser's commands."""
    grade = commands.add_parser(
        "grade",
        help="grade what learners submitted",
        description="Grade submissions of knowledge checks into nbgrader's gradebook. Exit status: 0 all graded, "
        "1 something could not be graded, 2 the command line is wrong, 3 something waits for you.",
    )
    grade.add_argument("assignment", nargs="?", default="", help="the check, e.g. check-01 (default: all)")
    grade.add_argument("--root", type=Path, default=Path(), help="nbgrader's course folder (default: here)")
    grade.add_argument("--learner", metavar="NAME", default="*", help="one learner, or a pattern such as 'a*'")
    grade.add_argument("--workers", type=_count, metavar="N", default=1, help="processes that mark (default: 1)")
    grade.add_argument("--format", choices=("text", "json"), default="text", help="how to print what came of it")
    grade.add_argument("--yes", action="store_true", help="with --regrade: write without asking")
    kinds = grade.add_mutually_exclusive_group()
    kinds.add_argument("--regrade", action="store_true", help="mark all again; lists what changes first")
    kinds.add_argument("--accept", metavar="NAME", default="", help="count the answers of a flagged submission")
    kinds.add_argument("--refuse", metavar="NAME", default="", help="give a flagged submission no points")
    grade.set_defaults(run=_grade)


def add_retake(commands: Any) -> None:
    """Add `course retake` to a parser's commands."""
    retake = commands.add_parser(
        "retake",
        help="open a check's retake to the learners who did not pass",
        description="Release the retake of a check to those who did not pass it, and tell who may take it and why. "
        "Given again, it adds who failed since. Exit status: 0 done, 1 something could not be done, 2 the command "
        "line is wrong, 3 somebody's submission waits for you.",
    )
    retake.add_argument("check", nargs="?", default="", help="the check, e.g. check-01 (default: all)")
    retake.add_argument("--root", type=Path, default=Path(), help="nbgrader's course folder (default: here)")
    retake.add_argument("--learner", metavar="NAME", default="*", help="open it to this one, or a pattern such as 'a*'")
    retake.add_argument("--format", choices=("text", "json"), default="text", help="how to print what came of it")
    acts = retake.add_mutually_exclusive_group()
    acts.add_argument("--close", action="store_true", help="nobody takes it any more; right answers may then be told")
    acts.add_argument("--reopen", action="store_true", help="open one that was closed")
    retake.set_defaults(run=_retake)


def _count(text: str) -> int:
    """A number of processes. Raises what argparse tells in words."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least one process has to do the work")
    return number


def _grade(options: argparse.Namespace) -> int:
    from course.grading.command import Request, run

    return run(
        Request(
            options.root,
            options.assignment,
            options.learner,
            options.regrade,
            options.yes,
            options.accept,
            options.refuse,
            options.format,
            options.workers,
        )
    )


def _retake(options: argparse.Namespace) -> int:
    from course.grading.retake import Request, run

    return run(Request(options.root, options.check, options.learner, options.close, options.reopen, options.format))
