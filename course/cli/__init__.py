"""The `course` command; each file here adds the commands of one trade."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from course import __version__
from course.cli import content, data, grading


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit status: 0 done, 1 something is wrong, 2 the command line is."""
    options = _parser().parse_args(argv)
    status: int = options.run(options)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="course", description="Build and check an interactive course.")
    parser.add_argument("--version", action="version", version=f"course {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    content.add_build(commands)
    content.add_lint(commands)
    grading.add_grade(commands)
    grading.add_retake(commands)
    data.add_data(commands)
    return parser
