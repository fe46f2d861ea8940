"""What learners may run: `course data`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any


def add_data(commands: Any) -> None:
    """Add `course data` to a parser's commands."""
    data = commands.add_parser(
        "data",
        help="show, export or erase what the course keeps of you",
        description="What the course keeps of you in your own folders. What you submitted stays with your instructor.",
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
    for act, run in ((show, _show), (export, _export), (erase, _erase)):
        act.add_argument("--course", metavar="ID", help="which course, where you take several")
        act.set_defaults(run=run)


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


def _show(options: argparse.Namespace) -> int:
    from course.mydata import account

    if data := _data_folder(options):
        print(account(data, Path.home()))
    return 0 if data else 1


def _export(options: argparse.Namespace) -> int:
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


def _erase(options: argparse.Namespace) -> int:
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
