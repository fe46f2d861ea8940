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

from course import exams, reflections, responses
from course.progress import READING_FILE
from course.question_files import CHECK_FILE, course_data

ANSWERS, EXAMS, READING, REFLECTIONS, CHECK = "answers", "exams", "reading", "reflections", "check"
OWN = (
    ANSWERS,
    EXAMS,
    READING,
    REFLECTIONS,
)  # what the course itself keeps; a fetched check is the learner's own folder


class Kept(NamedTuple):
    """One thing that is kept: what it is, where, how many entries, and who gets it."""

    kind: str
    path: Path
    entries: int
    what: str
    who: str


_WHAT = {
    ANSWERS: "Answers to practice questions, how sure you were, ways through role-plays, reviews of flashcards",
    EXAMS: "Practice exams: your answers, the questions you flagged, and the clock",
    READING: "Which sections of the lessons you have read",
    REFLECTIONS: "What you wrote in private reflections, and which you skipped",
    CHECK: "Answers to a knowledge check, in the folder that was fetched",
}
_NOBODY = "Stays in your own folder. The people who run the server could open it."
_WHO = {
    ANSWERS: _NOBODY,
    EXAMS: _NOBODY,
    READING: _NOBODY,
    REFLECTIONS: f"{_NOBODY} It is in no log and nothing that you hand in.",
    CHECK: "Goes to your instructor when you submit, and stays with them.",
}
REMAINS = (
    "Your instructor keeps what you submitted: the copies of your knowledge checks, the points and the feedback. To "
    "have those erased, ask your instructor. Backups of the server may hold older copies of your folder for a while."
)


def courses() -> list[str]:
    """The ids of the courses that keep something of this account."""
    base = course_data("")
    folders = sorted(path for path in base.iterdir() if path.is_dir()) if base.is_dir() else []
    return [folder.name for folder in folders if kept(folder, folder / "nowhere")]


def kept(data: Path, home: Path) -> list[Kept]:
    """What there is: of a course in its data folder, and of knowledge checks fetched below the home folder."""
    found = []
    for kind, name in ((ANSWERS, responses.FILE_NAME), (EXAMS, exams.LOG), (READING, READING_FILE)):
        if (data / name).is_file():
            found.append(_kept(kind, data / name, len(responses.read(data / name).records)))
    written = sorted((data / reflections.FOLDER).glob("*.json"))
    if written:
        found.append(_kept(REFLECTIONS, data / reflections.FOLDER, len(written)))
    return found + [_kept(CHECK, path, len(responses.read(path).records)) for path in _checks(home)]


def _kept(kind: str, path: Path, entries: int) -> Kept:
    return Kept(kind, path, entries, _WHAT[kind], _WHO[kind])


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
        return f"Nothing is kept of you here ({data})."
    blocks = [f"{one.what}\n  {one.path}\n  {_entries(one.entries)}. {one.who}" for one in things]
    return "\n\n".join([*blocks, REMAINS])


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count} entries"


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
        entries = _written(one.path) if one.kind == REFLECTIONS else _records(one.path)
        things.append({"what": one.what, "path": str(one.path), "who": one.who, "entries": entries})
    note = "" if with_reflections else "Private reflections are left out of this copy."
    return {"version": 1, "exported": responses.now(), "kept": things, "note": note, "remains": REMAINS}


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


_HEAD = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>My data</title>'
    '<meta name="viewport" content="width=device-width"><style>'
    ":root{color-scheme:light dark}"
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{text-align:start;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #888;overflow-wrap:anywhere}"
    "</style></head><body>"
)
_TABLE_HEAD = "<thead><tr><th>When</th><th>What</th><th>Answer</th></tr></thead>"


def as_html(values: dict[str, Any]) -> str:
    """An export as one page that needs nothing but itself."""
    parts = [
        f"{_HEAD}<h1>My data</h1>",
        f"<p>Copied on {escape(values['exported'])}. {escape(values['note'])}</p>",
    ]
    for one in values["kept"]:
        parts.append(f"<h2>{escape(one['what'])}</h2><p>{escape(one['who'])}<br><code>{escape(one['path'])}</code></p>")
        rows = "".join(_row(entry) for entry in one["entries"])
        parts.append(f"<table>{_TABLE_HEAD}<tbody>{rows}</tbody></table>")
    parts.append(f"<h2>What remains elsewhere</h2><p>{escape(values['remains'])}</p></body></html>")
    return "".join(parts)


def _row(entry: dict[str, Any]) -> str:
    said = entry["text"] if "text" in entry else entry["response"]
    if entry.get("skipped"):
        said = "(skipped)"
    words = said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)
    if "certainty" in entry:
        words = f"{words} ({entry['certainty']})"
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
