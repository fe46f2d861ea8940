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
    from course.build.releases import GenerateError

    try:
        status: int = options.run(options)
    except ContentError as error:
        print(error, file=sys.stderr)
        count = len(error.faults)
        print(f"\nNothing was built: mend the {count} problem{'s' if count > 1 else ''} above.", file=sys.stderr)
        return 1
    except GenerateError as error:
        print(f"{error}\nNothing was built.", file=sys.stderr)
        return 1
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
    return parser


def _build(options: argparse.Namespace) -> int:
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
