"""nbgrader's and our commands, and kernels, in processes that have imported them already.

Each start of nbgrader spends a second on imports alone, and these tests start it two hundred times; a kernel half a
second, as often. Here one process imports, and each command or kernel is a fork of it: another process with its own
folder, environment and output. A command goes through the same `main` as the program on PATH does.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from multiprocessing.context import ForkServerContext, ForkServerProcess
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock, Thread

PROGRAMS = {"nbgrader": "nbgrader.apps.nbgraderapp", "course": "course.cli"}
_ONE_AT_A_TIME = Lock()  # each start asks how all others ended, and of two threads that ask, one is told nonsense
_PRELOADED = [
    *PROGRAMS.values(), "course.grading", "course.grading.command", "course.lint", "nbconvert.exporters",
    "nbgrader.converters", "nbgrader.exchange", "nbgrader.plugins", "nbgrader.preprocessors", __name__,
    "IPython.core.completerlib", "IPython.core.debugger", "IPython.extensions.storemagic", "anywidget",
    "course.activities.quiz", "course.words.en", "ipykernel.debugger", "ipykernel.ipkernel", "ipykernel.kernelapp",
    "ipykernel.zmqshell",
]  # fmt: skip


def run(command: Sequence[str], cwd: Path, env: Mapping[str, str]) -> tuple[int, str]:
    """The exit status of one of the programs, and what it said on either channel."""
    with TemporaryDirectory() as place, _ONE_AT_A_TIME:
        said = Path(place) / "said"
        process = _context().Process(target=_become, args=(list(command), str(cwd), dict(env), str(said)))
        process.start()
        process.join()
        return process.exitcode or 0, said.read_text(encoding="utf-8", errors="replace")


def start_kernel(connection: Path, cwd: Path, env: Mapping[str, str]) -> ForkServerProcess:
    """A kernel's process, on the sockets that a connection file names; it ends with who started it, at the latest.

    What it says on a terminal is lost, and how it ended can't be told: that of two threads one is told nonsense.
    """
    arguments = ["ipykernel", "-f", str(connection), "--HistoryManager.enabled=False"]
    process = _context().Process(target=_become_kernel, args=(arguments, str(cwd), dict(env)), daemon=True)
    with _ONE_AT_A_TIME:
        process.start()
    return process


@cache
def _context() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOADED)
    return context


def _become(command: list[str], cwd: str, env: dict[str, str], said: str) -> None:
    """Turn the process into the command."""
    _enter(cwd, env, said)
    program, *sys.argv[1:] = command
    sys.argv[0] = program
    sys.exit(sys.modules[PROGRAMS[Path(program).name]].main())


def _become_kernel(arguments: list[str], cwd: str, env: dict[str, str]) -> None:
    """Turn the process into a kernel."""
    Thread(target=_end_with, args=(multiprocessing.parent_process(),), daemon=True).start()
    _enter(cwd, env, os.devnull)
    sys.argv = arguments
    sys.modules["ipykernel.kernelapp"].launch_new_instance()


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _enter(cwd: str, env: dict[str, str], said: str) -> None:
    """Leave nothing of who runs the tests in what the process sees."""
    os.environ.clear()
    os.environ.update(env)
    os.chdir(cwd)
    for channel, flags in ((0, os.O_RDONLY), (1, os.O_WRONLY | os.O_CREAT), (2, os.O_WRONLY | os.O_APPEND)):
        os.dup2(os.open(said if channel else os.devnull, flags, 0o600), channel)
