"""What authors run: `course build` and `course lint`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course.faults import ContentError, counted

if TYPE_CHECKING:
    from course.lint import Report


def add_build(commands: Any) -> None:
    """Add `course build` to a parser's commands."""
    build = commands.add_parser(
        "build",
        help="make notebooks/, source/, release/ and shipped/ from content/",
        description="Make notebooks/, source/, release/ and shipped/ from content/; only what changed is written.",
    )
    build.add_argument("--root", type=Path, default=Path(), help="the project's folder (default: here)")
    build.add_argument("--check", action="store_true", help="write nothing; exit 1 if the folders have drifted")
    build.add_argument("--no-drafts", action="store_true", help="refuse items that no expert has reviewed")
    build.set_defaults(run=_build)


def add_lint(commands: Any) -> None:
    """Add `course lint` to a parser's commands."""
    lint = commands.add_parser(
        "lint",
        help="check the questions and texts in content/ by the rules of item writing",
        description="Check the questions and texts in content/; exit 1 on errors. docs/authors.md tells of waivers.",
    )
    lint.add_argument("--root", type=Path, default=Path(), help="the project's folder (default: here)")
    lint.add_argument("--sources", type=Path, metavar="FOLDER", help="the source articles, to compare wording with")
    lint.add_argument("--format", choices=("text", "json"), default="text", help="for people or for programs")
    lint.add_argument("--rules", action="store_true", help="list the rules and do nothing else")
    lint.add_argument(
        "--remember-sources", type=Path, metavar="FOLDER", help="keep hashes of the articles in content/sources.txt"
    )
    lint.set_defaults(run=_lint)


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
    from course.lint import lint

    found = lint(options.root / "content")
    if found.faults:
        raise ContentError(found.faults)
    if refused := _refused(found, options.no_drafts):
        print(f"{refused}\n\nNothing was built.", file=sys.stderr)
        return 1
    changed = build(options.root, found.content.course if found.content else None)
    print("\n".join(changed) or "Nothing to do: everything is up to date.")
    return 0


def _refused(found: Report, no_drafts: bool) -> str:
    """Why linted content is not to be built; nothing where it may."""
    from course.lint import report

    if found.open("error"):
        return report.errors_as_text(found)
    drafts = found.content.drafts if found.content else []
    if no_drafts and drafts:
        return f"{counted(len(drafts), 'draft')} that no expert has reviewed: {', '.join(drafts)}"
    return ""


def _lint(options: argparse.Namespace) -> int:
    from course.lint import lint, report, sources

    content = options.root / "content"
    if options.rules:
        print(report.rules_table())
        return 0
    try:
        if options.remember_sources:
            count = sources.remember(content, options.remember_sources)
            print(f"{content / 'sources.txt'}: hashes of {count} runs of words")
            return 0
        found = lint(content, options.sources)
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 2
    print(report.as_json(found) if options.format == "json" else report.as_text(found))
    return 1 if found.failed else 0
