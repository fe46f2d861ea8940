"""What the course keeps of a learner on this account: shown, exported, erased.

Only what lies in the learner's own folders is here. What was handed in lies with the instructor as well, and nothing
that a learner does here changes it.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Collection, Iterator
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from course import exams, preferences, reflections, responses
from course.progress import READING_FILE
from course.question_files import CHECK_FILE, course_data
from course.words import say

ANSWERS, EXAMS, READING, REFLECTIONS, CHECK, PREFERENCES = (
    "answers",
    "exams",
    "reading",
    "reflections",
    "check",
    "preferences",
)
# What the course itself keeps. A fetched check is the learner's own folder, and preferences are the account's, for all
# its courses.
OWN = (ANSWERS, EXAMS, READING, REFLECTIONS)


class Kept(NamedTuple):
    """One thing that is kept: what it is, where, how many entries, and who gets it."""

    kind: str
    path: Path
    entries: int
    what: str
    who: str


_WHO = {REFLECTIONS: "who-reflections", CHECK: "who-check"}  # and of all else: nobody


def courses() -> list[str]:
    """The ids of the courses that keep something of this account."""
    base = course_data("")
    folders = sorted(path for path in base.iterdir() if path.is_dir()) if base.is_dir() else []
    return [folder.name for folder in folders if _of_course(folder)]


def kept(data: Path, home: Path) -> list[Kept]:
    """What there is: of a course in its data folder, of knowledge checks fetched below the home folder, and of the
    account's preferences.
    """
    found = _of_course(data) + [_kept(CHECK, path, len(responses.read(path).records)) for path in _checks(home)]
    chosen = preferences.path()
    return [*found, _kept(PREFERENCES, chosen, 1)] if chosen.is_file() else found


def _of_course(data: Path) -> list[Kept]:
    found = []
    for kind, name in ((ANSWERS, responses.FILE_NAME), (EXAMS, exams.LOG), (READING, READING_FILE)):
        if (data / name).is_file():
            found.append(_kept(kind, data / name, len(responses.read(data / name).records)))
    written = sorted((data / reflections.FOLDER).glob("*.json"))
    if written:
        found.append(_kept(REFLECTIONS, data / reflections.FOLDER, len(written)))
    return found


def _kept(kind: str, path: Path, entries: int) -> Kept:
    return Kept(kind, path, entries, say(f"what-{kind}"), say(_WHO.get(kind, "who-nobody")))


def _checks(home: Path) -> Iterator[Path]:
    """The logs of fetched knowledge checks: beside a file of questions, at most two folders down."""
    for pattern in (f"*/{CHECK_FILE}", f"*/*/{CHECK_FILE}"):
        for file in sorted(home.glob(pattern)):
            log = file.with_name(responses.FILE_NAME)
            if log.is_file() and not log.is_symlink():
                yield log


def account(data: Path, home: Path) -> str:
    """What is kept and where, in words."""
    things = kept(data, home)
    if not things:
        return say("nothing-kept", path=data)
    blocks = [f"{one.what}\n  {one.path}\n  {say('entries', count=one.entries)} {one.who}" for one in things]
    return "\n\n".join([*blocks, say("remains")])


def export(data: Path, home: Path, folder: Path, *, with_reflections: bool) -> list[Path]:
    """Write all that is kept to a folder, as JSON for programs and HTML for people; the files written.

    Private reflections are left out unless they are asked for: an export may be meant for somebody else's eyes.
    Raises OSError.
    """
    found = values(data, home, with_reflections=with_reflections)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    files = {"my-data.json": json.dumps(found, ensure_ascii=False, indent=1), "my-data.html": as_html(found)}
    written = []
    for name, text in files.items():
        path = folder / name
        path.unlink(missing_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text + "\n")
        written.append(path)
    return written


def values(data: Path, home: Path, *, with_reflections: bool) -> dict[str, Any]:
    """All that is kept, with its entries, as an export holds it."""
    things = []
    for one in kept(data, home):
        if one.kind == REFLECTIONS and not with_reflections:
            continue
        entries = _ENTRIES.get(one.kind, _records)(one.path)
        things.append({"what": one.what, "path": str(one.path), "who": one.who, "entries": entries})
    note = "" if with_reflections else say("left-out")
    return {"version": 1, "exported": responses.now(), "kept": things, "note": note, "remains": say("remains")}


def _records(path: Path) -> list[dict[str, Any]]:
    names = ("item", "response", "attempt", "at", "learner", "slot", "check", "form", "certainty")
    records = (record._asdict() for record in responses.read(path).records)
    return [{name: record[name] for name in names if record[name] != ""} for record in records]


def _written(folder: Path) -> list[dict[str, Any]]:
    found = []
    for path in sorted(folder.glob("*.json")):
        try:
            one = reflections.read(path)
            found.append({"item": path.stem, "at": one.at, "text": one.text, "skipped": one.is_skipped})
        except reflections.UnreadableError as fault:
            found.append({"item": path.stem, "at": "", "text": str(fault), "skipped": False})
    return found


def _chosen(path: Path) -> list[dict[str, Any]]:
    at = responses.stamp(path.stat().st_mtime)
    return [{"item": name, "at": at, "response": value} for name, value in preferences.read()._asdict().items()]


_ENTRIES = {REFLECTIONS: _written, PREFERENCES: _chosen}

_HEAD = (
    '<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
    '<meta name="viewport" content="width=device-width"><style>'
    ":root{color-scheme:light dark}"
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{text-align:start;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #888;overflow-wrap:anywhere}"
    "</style></head><body>"
)


def as_html(values: dict[str, Any]) -> str:
    """An export as one page that needs nothing but itself."""
    title = escape(say("copy-title"))
    parts = [
        _HEAD.replace("{language}", preferences.read().language).replace("{title}", title),
        f"<h1>{title}</h1>",
        f"<p>{escape(say('copy-made', time=values['exported']))} {escape(values['note'])}</p>",
    ]
    heads = "".join(f"<th>{escape(say(f'copy-{name}'))}</th>" for name in ("when", "what", "answer"))
    for one in values["kept"]:
        parts.append(f"<h2>{escape(one['what'])}</h2><p>{escape(one['who'])}<br><code>{escape(one['path'])}</code></p>")
        rows = "".join(_row(entry) for entry in one["entries"])
        parts.append(f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>")
    parts.append(f"<h2>{escape(say('copy-remains'))}</h2><p>{escape(values['remains'])}</p></body></html>")
    return "".join(parts)


def _row(entry: dict[str, Any]) -> str:
    said = entry["text"] if "text" in entry else entry["response"]
    if entry.get("skipped"):
        said = say("copy-skipped")
    words = said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)
    if "certainty" in entry:
        words = f"{words} ({say('copy-' + entry['certainty'])})"
    cells = (entry["at"], entry["item"], words)
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"


def erase(data: Path, kinds: Collection[str] = OWN) -> list[Path]:
    """Take away what the course keeps in a data folder, all of it or some kinds; the paths that are gone.

    Fetched knowledge checks are files of the learner's own, to be deleted like any other. Raises OSError.
    """
    gone = []
    for one in kept(data, data / "nowhere"):
        if one.kind in kinds:
            shutil.rmtree(one.path) if one.path.is_dir() else one.path.unlink()
            gone.append(one.path)
    if data.is_dir() and not any(data.iterdir()):
        data.rmdir()
    return gone
