"""nbgrader's and our commands in processes that have imported them already.

Each start of nbgrader spends a second on imports alone, and these tests start it two hundred times. Here one process
imports, and each command is a fork of it: another process with its own folder, environment and output, that goes
through the same `main` as the command on PATH does.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from multiprocessing.context import ForkServerContext
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

PROGRAMS = {"nbgrader": "nbgrader.apps.nbgraderapp", "course": "course.cli"}
_ONE_AT_A_TIME = Lock()  # each start asks how all others ended, and of two threads that ask, one is told nonsense
_PRELOADED = [
    *PROGRAMS.values(), "course.grading", "course.grading.command", "course.lint", "nbconvert.exporters",
    "nbgrader.converters", "nbgrader.exchange", "nbgrader.plugins", "nbgrader.preprocessors", __name__,
]  # fmt: skip


def run(command: Sequence[str], cwd: Path, env: Mapping[str, str]) -> tuple[int, str]:
    """The exit status of one of the programs, and what it said on either channel."""
    with TemporaryDirectory() as place, _ONE_AT_A_TIME:
        said = Path(place) / "said"
        process = _context().Process(target=_become, args=(list(command), str(cwd), dict(env), str(said)))
        process.start()
        process.join()
        return process.exitcode or 0, said.read_text(encoding="utf-8", errors="replace")


@cache
def _context() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOADED)
    return context


def _become(command: list[str], cwd: str, env: dict[str, str], said: str) -> None:
    """Turn the process into the command: nothing of who runs the tests is left in what it sees."""
    os.environ.clear()
    os.environ.update(env)
    os.chdir(cwd)
    for channel, flags in ((0, os.O_RDONLY), (1, os.O_WRONLY | os.O_CREAT), (2, os.O_WRONLY | os.O_APPEND)):
        os.dup2(os.open(said if channel else os.devnull, flags, 0o600), channel)
    program, *sys.argv[1:] = command
    sys.argv[0] = program
    sys.exit(sys.modules[PROGRAMS[Path(program).name]].main())
