"""What learners submitted, read as data: no link is followed, nothing but plain files is opened, sizes are bounded."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from fnmatch import fnmatchcase
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from nbgrader.utils import parse_utc

from course import responses
from course.responses import Reading, Skipped

TIMESTAMP_FILE = "timestamp.txt"
SECRET_FILE = "submission_secret.txt"  # noqa: S105  (the name of a file)
MAX_NOTE = 1024  # bytes of nbgrader's own small files

_KINDS = {
    stat.S_IFLNK: "a link",
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}
_ANYBODY = "\0"  # stands for the learner in a path; no file name can hold it


class NotPlainError(OSError):
    """Something in a submission that is no plain file or folder, or is too large; the text says what."""


class Submission(NamedTuple):
    """The data of one submission. Nothing else of it is ever read."""

    learner: str
    reading: Reading
    timestamp: str = ""  # as nbgrader wrote it; empty where there is none
    submitted: datetime | None = None  # the same, UTC without a zone, as nbgrader's gradebook keeps times
    secret: str = ""
    digest: str = ""  # of all of the above, as the submission holds them
    faults: tuple[str, ...] = ()  # what is wrong with nbgrader's own files in it


class SubmittedFolder:
    """The submissions of one assignment, below nbgrader's `submitted/`."""

    def __init__(self, coursedir: Any, assignment: str) -> None:
        path = coursedir.format_path(coursedir.submitted_directory, _ANYBODY, assignment)
        before, _, after = path.partition(f"{os.sep}{_ANYBODY}")
        self.base = Path(before)
        self.below = PurePath(after.lstrip(os.sep)).parts
        self.excluded = set(filter(None, coursedir.student_id_exclude.split(",")))

    def learners(self, pattern: str = "*") -> list[str]:
        """Who has submitted, by name or nbgrader's pattern of names."""
        try:
            names = sorted(path.name for path in self.base.iterdir())
        except FileNotFoundError:
            return []
        wanted = [name for name in names if name == pattern] or [name for name in names if fnmatchcase(name, pattern)]
        return [name for name in wanted if name not in self.excluded and os.path.lexists(self._path(name))]

    def read(self, learner: str) -> Submission:
        """What one learner submitted. Never raises for what the submission is or holds."""
        try:
            with _folder(self.base, [learner, *self.below]) as folder:
                log, reading = _log(folder)
                faults: list[str] = []
                timestamp = _note(folder, TIMESTAMP_FILE, faults)
                secret = _note(folder, SECRET_FILE, faults)
        except OSError as fault:
            why = str(fault) if isinstance(fault, NotPlainError) else str(fault.strerror)
            return Submission(learner, Reading(skipped=(Skipped(0, f"the submission can't be read: {why}"),)))
        submitted = _time(timestamp)
        if timestamp and submitted is None:
            faults.append(f"{TIMESTAMP_FILE} holds no time")
            timestamp = ""
        digest = hashlib.sha256()
        for part in (log, timestamp.encode(), secret.encode(), "\n".join(faults).encode()):
            digest.update(len(part).to_bytes(8, "big") + part)
        return Submission(learner, reading, timestamp, submitted, secret, digest.hexdigest(), tuple(faults))

    def _path(self, learner: str) -> Path:
        return self.base.joinpath(learner, *self.below)


def _log(folder: int) -> tuple[bytes, Reading]:
    """The bytes of the answers file and what they say; where they must not be read, why stands for them."""
    try:
        data = _read_plain(folder, responses.FILE_NAME, responses.MAX_LOG)
    except FileNotFoundError:
        return b"", Reading()
    except NotPlainError as fault:
        why = f"it is {fault}"
    except OSError as fault:
        why = f"it can't be read: {fault.strerror}"
    else:
        return data, responses.parse(data)
    return why.encode(), Reading(skipped=(Skipped(0, why),))


def _note(folder: int, name: str, faults: list[str]) -> str:
    """One of the small files that nbgrader puts into a submission; empty where it is not there or not fit to read."""
    try:
        return _read_plain(folder, name, MAX_NOTE).decode().strip()
    except FileNotFoundError:
        return ""
    except NotPlainError as fault:
        faults.append(f"{name} is {fault}")
    except OSError as fault:
        faults.append(f"{name} can't be read: {fault.strerror}")
    except UnicodeDecodeError:
        faults.append(f"{name} holds no text")
    return ""


@contextmanager
def _folder(base: Path, parts: list[str]) -> Iterator[int]:
    """A folder held open, reached from `base` one name at a time without following a link."""
    handle = os.open(base, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        for part in parts:
            try:
                inner = os.open(part, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=handle)
            except OSError as fault:
                if fault.errno in (errno.ELOOP, errno.ENOTDIR):
                    raise NotPlainError(f"it is {_kind_of(part, handle)}") from fault
                raise
            os.close(handle)
            handle = inner
        yield handle
    finally:
        os.close(handle)


def _read_plain(folder: int, name: str, most: int) -> bytes:
    """The bytes of a plain file. Raises NotPlainError for anything else, and for a file of more than `most` bytes."""
    try:
        # Not blocking: opening a named pipe would else wait for somebody to write to it.
        handle = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC, dir_fd=folder)
    except OSError as fault:
        if fault.errno in (errno.ELOOP, errno.ENXIO):
            raise NotPlainError(_kind_of(name, folder)) from fault
        raise
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise NotPlainError(_KINDS[stat.S_IFMT(found.st_mode)])
        if found.st_size > most:
            raise NotPlainError(
                f"too large: {found.st_size:,} bytes, where {most:,} are the most; nothing of it was read"
            )
        # It may grow meanwhile.
        parts, room = [], most
        while room and (part := os.read(handle, min(room, 1 << 16))):
            parts.append(part)
            room -= len(part)
        return b"".join(parts)
    finally:
        os.close(handle)


def _kind_of(name: str, folder: int) -> str:
    kind = stat.S_IFMT(os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode)
    return _KINDS.get(kind, "a file")


def _time(text: str) -> datetime | None:
    if not text:
        return None
    try:
        time: datetime = parse_utc(text)
    except (ValueError, ArithmeticError, TypeError):  # what dateutil raises for texts that are no times
        return None
    return time
