"""Doing something in a child process that has other rights or limits than the tests."""

from __future__ import annotations

import os
from collections.abc import Callable

NOBODY = 65534


def in_child(act: Callable[[], object]) -> str:
    """What `act` says in a process of its own, or the exception that it ends in."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            said = str(act())
        except BaseException as fault:  # noqa: BLE001  (a child must not go on as a second test run)
            said = f"{type(fault).__name__}: {fault}"
        os.write(writing, said.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode()
    os.waitpid(child, 0)
    return said


def as_nobody(act: Callable[[], object]) -> str:
    """What `act` says when an account without rights does it; root would be let through everywhere."""

    def without_rights() -> object:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        return act()

    return in_child(without_rights)
