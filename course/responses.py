"""The response log: every confirmed answer, one JSON object a line, only ever added to.

Append-only is what keeps answers: two tabs, a killed kernel and a full disk can at worst leave a torn last
line, which reading skips and reports. The last line for an item counts.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from course.disk import flush_folder
from course.questions import Response
from course.words import say

VERSION = 1
FILE_NAME = "responses.jsonl"
MAX_LINE = 64 * 1024  # bytes; the longest honest line is a short answer of some 10,000 characters
MAX_LOG = 16 * 1024 * 1024  # bytes; some 80,000 answers
MAX_LINES = 200_000  # more than a log of that size can hold of answers, far fewer than it can hold of line ends
MAX_SKIPPED = 100  # faults told; after that many a reader knows enough
CERTAINTIES = ("guess", "fairly-sure", "sure")
"""How sure a learner may say they are of a practice answer; see `course.certainty`."""


class Record(NamedTuple):
    """One line of the log: who answered which item, when, in which attempt, and what.

    `slot`, `check` and `form` are empty in a lesson, where items are not drawn. `certainty` is empty unless the learner
    told it, which only practice asks.
    """

    item: str
    response: Response
    attempt: int
    at: str  # UTC, ISO 8601, ending in Z
    learner: str
    slot: str = ""
    check: str = ""
    form: str = ""
    certainty: str = ""  # one of CERTAINTIES


class Skipped(NamedTuple):
    """A line that could not be read, and why."""

    line: int  # from 1; 0 for the file as a whole
    why: str


class Reading(NamedTuple):
    """All that a log says: its records in the order written, and what was skipped."""

    records: tuple[Record, ...] = ()
    skipped: tuple[Skipped, ...] = ()  # the first hundred of them
    torn: Skipped | None = None  # the last line, where a kernel died while writing it

    def last(self, item: str, learner: str | None = None) -> Record | None:
        """The record that counts for an item: the last one written, by this learner where one is named."""
        for record in reversed(self.records):
            if record.item == item and learner in (None, record.learner):
                return record
        return None


class NotSavedError(OSError):
    """An answer that is not on disk; the text says why and what to do, in words for a learner."""


def now() -> str:
    """The time now in UTC as the log writes it, e.g. `2026-11-21T10:32:05Z`."""
    return stamp(datetime.now(UTC).timestamp())


def stamp(seconds: float) -> str:
    """A time in seconds since 1970 as the log writes it."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def append(path: Path, record: Record) -> None:
    """Add a record and return when it is on disk.

    Raises NotSavedError when it could not be written; the log is then as it was before.
    """
    line = _line(record)
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        is_new = not path.exists()
        with _locked(path) as handle:
            _write_whole(handle, line)
        if is_new:
            flush_folder(path.parent)
    except NotSavedError:
        raise
    except OSError as fault:
        raise NotSavedError(explain(fault)) from fault


def read(path: Path) -> Reading:
    """Everything readable in a log; a log that does not exist yet is empty.

    Never raises for what the file holds: what can't be read is listed in `skipped`.
    """
    try:
        with path.open("rb") as handle:
            data = handle.read(MAX_LOG + 1)
    except FileNotFoundError:
        return Reading()
    except OSError as fault:
        return Reading(skipped=(Skipped(0, f"the file can't be read: {fault.strerror}"),))
    if len(data) > MAX_LOG:
        why = f"only the first {MAX_LOG // 1024**2} MiB were read; a log is never that long"
        reading = parse(data[:MAX_LOG])
        return reading._replace(skipped=(Skipped(0, why), *reading.skipped))
    return parse(data)


def parse(data: bytes) -> Reading:
    """Everything readable in the bytes of a log. Never raises for what they hold."""
    skipped: list[Skipped] = []
    lines = data.split(b"\n", MAX_LINES)
    if len(lines) > MAX_LINES and lines.pop().strip():
        skipped.append(Skipped(0, f"only the first {MAX_LINES:,} lines were read; a log never has that many"))
    records: list[Record] = []
    torn = None
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            records.append(_parse(line))
        except (ValueError, RecursionError) as fault:
            torn = Skipped(number, str(fault) if isinstance(fault, _LineError) else "not one JSON object")
            if len(skipped) < MAX_SKIPPED:
                skipped.append(torn)
        else:
            torn = None
    # Each whole line ends in a newline, so that only a torn one can come last.
    return Reading(tuple(records), tuple(skipped), torn if lines[-1] and torn and torn.line == len(lines) else None)


class _LineError(ValueError):
    """Why a line is no record, in words for a report."""


def _line(record: Record) -> bytes:
    values = {"v": VERSION} | record._asdict()
    if not record.certainty:
        del values["certainty"]  # so that the log of a knowledge check never holds it
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    try:
        line = text.encode() + b"\n"
    except UnicodeEncodeError:
        raise NotSavedError(say("half-character")) from None
    if len(line) > MAX_LINE:
        raise NotSavedError(say("answer-too-long"))
    return line


def _parse(line: bytes) -> Record:
    if len(line) > MAX_LINE:
        raise _LineError(f"longer than {MAX_LINE // 1024} KiB")
    values = json.loads(line.decode(), object_pairs_hook=_without_repeats, parse_constant=_no_constant)
    if not isinstance(values, dict):
        raise _LineError("not one JSON object")
    if b"\\u" in line and not _is_writable(values):
        raise _LineError("half a character in a text")
    version = values.pop("v", None)
    if version != VERSION:
        raise _LineError(f"of version {str(version)[:20]}; this course reads version {VERSION}")
    return Record(
        item=_text(values, "item"),
        response=_response(values),
        attempt=_attempt(values),
        at=_text(values, "at"),
        learner=_text(values, "learner"),
        slot=_text(values, "slot", ""),
        check=_text(values, "check", ""),
        form=_text(values, "form", ""),
        certainty=_certainty(values),
    )


def _is_writable(values: dict[str, Any]) -> bool:
    """Whether the values can go into a file or a message again: an escape can name half a character."""
    try:
        json.dumps(values, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) != len(pairs):
        raise _LineError("the same field twice")
    return values


def _no_constant(name: str) -> float:
    raise _LineError(f"{name} is no JSON number")


def _text(values: dict[str, Any], name: str, default: str | None = None) -> str:
    value = values.get(name, default)
    if not isinstance(value, str):
        raise _LineError(f"no text in '{name}'")
    return value


def _attempt(values: dict[str, Any]) -> int:
    value = values.get("attempt")
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise _LineError("'attempt' is no whole number from 1")
    return value


def _certainty(values: dict[str, Any]) -> str:
    """The certainty of a line; a level that this version does not know costs the level, and not the answer."""
    value = values.get("certainty")
    return value if value in CERTAINTIES else ""


def _response(values: dict[str, Any]) -> Response:
    value = values.get("response")
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return value
    if isinstance(value, dict) and all(isinstance(one, str) for one in value.values()):
        return value
    raise _LineError("'response' is no text, list of ids or pairs of ids")


@contextmanager
def _locked(path: Path) -> Iterator[int]:
    """The log opened for appending, held against other kernels while one line is written."""
    handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield handle
    finally:
        os.close(handle)


def _write_whole(handle: int, line: bytes) -> None:
    """Write one line and flush it; on any fault take back what was written of it."""
    size = os.fstat(handle).st_size
    if size + len(line) >= MAX_LOG:
        raise NotSavedError(say("log-too-long"))
    if size and os.pread(handle, 1, size - 1) != b"\n":
        line = b"\n" + line  # a kernel died while writing: its torn line must not swallow this one
    try:
        written = os.write(handle, line)
        if written != len(line):
            raise OSError(28, "the disk took only part of the line")
        os.fsync(handle)
    except OSError:
        os.ftruncate(handle, size)
        raise


def explain(fault: OSError) -> str:
    """Why something is not on disk and what to do, in words for a learner."""
    import errno

    match fault.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return say("full")
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return say("closed")
        case _:
            return say("unwritten", fault=fault.strerror)
