"""The `course` command."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from course import __version__
from course.faults import ContentError


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit status: 0 done, 1 something is wrong, 2 the command line is."""
    options = _parser().parse_args(argv)
    status: int = options.run(options)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="course", description="Build and check an interactive course.")
    parser.add_argument("--version", action="version", version=f"course {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    build = commands.add_parser(
        "build",
        help="make notebooks/, source/, release/ and shipped/ from content/",
        description="Make notebooks/, source/, release/ and shipped/ from content/; only what changed is written.",
    )
    build.add_argument("--root", type=Path, default=Path(), help="the project's folder (default: here)")
    build.add_argument("--check", action="store_true", help="write nothing; exit 1 if the folders have drifted")
    build.set_defaults(run=_build)
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
    return parser


def _count(text: str) -> int:
    """A number of processes. Raises what argparse tells in words."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least one process has to do the work")
    return number


def _build(options: argparse.Namespace) -> int:
    from course.build.releases import GenerateError

    try:
        return _built(options)
    except ContentError as error:
        print(error, file=sys.stderr)
        count = len(error.faults)
        print(f"\nNothing was built: mend the {count} problem{'s' if count > 1 else ''} above.", file=sys.stderr)
    except GenerateError as error:
        print(f"{error}\nNothing was built.", file=sys.stderr)
    return 1


def _built(options: argparse.Namespace) -> int:
    from course.build import build, drift

    if options.check:
        lines = drift(options.root)
        print("\n".join(lines) or "notebooks/, source/, release/ and shipped/ are what content/ makes.")
        if lines:
            print("Run `make build` and commit the result with the content.", file=sys.stderr)
        return 1 if lines else 0
    changed = build(options.root)
    print("\n".join(changed) or "Nothing to do: everything is up to date.")
    return 0


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
