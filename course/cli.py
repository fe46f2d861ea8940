"""The `course` command."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from course import __version__
from course.faults import ContentError, counted

if TYPE_CHECKING:
    from course.lint import Report


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
    build.add_argument("--no-drafts", action="store_true", help="refuse items that no expert has reviewed")
    build.set_defaults(run=_build)
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
    _data_commands(commands.add_parser("data", help="show, export or erase what the course keeps of you"))
    return parser


def _count(text: str) -> int:
    """A number of processes. Raises what argparse tells in words."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least one process has to do the work")
    return number


def _data_commands(data: argparse.ArgumentParser) -> None:
    data.description = (
        "What the course keeps of you in your own folders. What you submitted stays with your instructor."
    )
    acts = data.add_subparsers(required=True, metavar="ACT")
    show = acts.add_parser("show", help="what is kept, where, and who gets it")
    export = acts.add_parser("export", help="a copy to keep, as JSON and as a page")
    export.add_argument("folder", type=Path, help="where to write it; it is made where it is missing")
    export.add_argument("--with-reflections", action="store_true", help="your private reflections, too")
    erase = acts.add_parser("erase", help="take it away for good; it asks first")
    erase.add_argument("--yes", action="store_true", help="do not ask")
    erase.add_argument(
        "--only", choices=("answers", "exams", "reading", "reflections", "preferences"), help="this kind alone"
    )
    for act, run in ((show, _show_data), (export, _export_data), (erase, _erase_data)):
        act.add_argument("--course", metavar="ID", help="which course, where you take several")
        act.set_defaults(run=run)


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


def _data_folder(options: argparse.Namespace) -> Path | None:
    """The data folder that is meant; told on stderr where that is not plain."""
    from course import preferences
    from course.mydata import courses
    from course.question_files import course_data
    from course.words import say

    names = courses()
    if options.course is None and len(names) > 1:
        print(say("several-courses", names=", ".join(names)), file=sys.stderr)
        return None
    if not names and not options.course and preferences.path().is_file():
        return course_data("none")  # of no course there is anything, but of the account there is
    if not names or (options.course and options.course not in names):
        print(say("nothing-at-all"), file=sys.stderr)
        return None
    return course_data(options.course or names[0])


def _show_data(options: argparse.Namespace) -> int:
    from course.mydata import account

    if data := _data_folder(options):
        print(account(data, Path.home()))
    return 0 if data else 1


def _export_data(options: argparse.Namespace) -> int:
    from course.mydata import export
    from course.words import say

    if data := _data_folder(options):
        try:
            files = export(data, Path.home(), options.folder, with_reflections=options.with_reflections)
        except OSError as fault:
            print(say("copy-unwritten", folder=options.folder, fault=fault.strerror), file=sys.stderr)
            return 1
        print("\n".join(map(str, files)))
    return 0 if data else 1


def _erase_data(options: argparse.Namespace) -> int:
    from course.mydata import OWN, erase, kept
    from course.words import say

    data = _data_folder(options)
    if data is None:
        return 1
    kinds = (options.only,) if options.only else OWN
    things = [one for one in kept(data, data / "nowhere") if one.kind in kinds]
    for one in things:
        print(f"{one.what}: {one.path}")
    if not things:
        print(say("nothing-of-kind"))
        return 0
    if not options.yes and input(say("erase-ask")).strip().lower() != say("erase-yes"):
        print(say("nothing-erased"))
        return 1
    try:
        erase(data, kinds)
    except OSError as fault:
        print(say("not-erased", fault=f"{fault.strerror} ({fault.filename})"), file=sys.stderr)
        return 1
    print(say("erased"), say("remains"))
    return 0
