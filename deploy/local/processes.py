"""The processes a hub starts: followed while they run, and ended to the last one."""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import signal
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
CLOCK_SLACK = 2.0  # seconds that one process's time of birth may differ between two readings


@dataclass(frozen=True, slots=True)
class Noted:
    """A process as it was noted: enough to know it again, and never to take another one for it."""

    pid: int
    born: float
    command: tuple[str, ...]

    def alive(self) -> psutil.Process | None:
        """The process, if it still runs: same id, same time of birth, same command line."""
        with contextlib.suppress(psutil.Error):
            process = psutil.Process(self.pid)
            same = abs(process.create_time() - self.born) < CLOCK_SLACK
            if same and tuple(process.cmdline()) == self.command and process.status() != psutil.STATUS_ZOMBIE:
                return process
        return None


def note(process: psutil.Process) -> Noted | None:
    """What there is to note of a process; None when it has ended."""
    try:
        command = tuple(process.cmdline())
        return Noted(process.pid, process.create_time(), command) if command else None
    except psutil.Error:
        return None


def adopt_orphans() -> None:
    """From now on a descendant whose parent dies becomes our own child, so none gets lost (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def end_with_parent() -> None:
    """In a child just before it starts its program: ask for SIGTERM when the parent dies, however that happens."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)


def descendants() -> list[psutil.Process]:
    """Every process that came from this one and still runs."""
    found = []
    for child in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.Error):
            if child.status() != psutil.STATUS_ZOMBIE:
                found.append(child)
    return found


def put_away_adopted(own: int | None) -> None:
    """Take the exit status of adopted processes that have ended; that of our child `own` is left to its Popen."""
    for child in psutil.Process().children():
        with contextlib.suppress(psutil.Error, ChildProcessError):
            if child.pid != own and child.status() == psutil.STATUS_ZOMBIE:
                os.waitpid(child.pid, os.WNOHANG)


def write_record(file: Path, running: Iterable[Noted]) -> None:
    """Keep on disk which processes run, for the next start should this one be cut short."""
    draft = file.with_name(file.name + ".new")
    draft.write_text(json.dumps([asdict(one) for one in running], indent=1) + "\n")
    draft.replace(file)


def read_record(file: Path) -> list[psutil.Process]:
    """The processes on record that still run; the record of a computer that crashed may be torn."""
    try:
        noted = [Noted(one["pid"], one["born"], tuple(one["command"])) for one in json.loads(file.read_text())]
    except (OSError, ValueError, TypeError, KeyError):
        return []
    return [process for one in noted if (process := one.alive())]


def end(processes: Iterable[psutil.Process], patience: float = 5.0) -> None:
    """End the processes: asked first, and made to when they have not gone after `patience` seconds."""
    rest = list(processes)
    for process in rest:
        with contextlib.suppress(psutil.Error):
            process.terminate()
    _, rest = psutil.wait_procs(rest, timeout=patience)
    for process in rest:
        with contextlib.suppress(psutil.Error):
            process.kill()
    psutil.wait_procs(rest, timeout=patience)
