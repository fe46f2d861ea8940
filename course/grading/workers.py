"""Work shared out to processes, its results in the order of the work."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Any, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")

_SHARE = 8  # values sent to a process at once
_AHEAD = 4  # shares that a process may be ahead of who takes the results: they are held in memory meanwhile

_work: Callable[[Any], Any]  # of a worker process, set once when it starts


def in_processes(work: Callable[[In], Out], values: Sequence[In], workers: int) -> Iterator[Out]:
    """`work` of each value, done in so many processes. They are forked, so that `work` need not be sent to them."""
    forking = multiprocessing.get_context("fork")
    pool = ProcessPoolExecutor(workers, mp_context=forking, initializer=_start, initargs=(work,))
    try:
        pending: deque[Future[list[Out]]] = deque()
        for start in range(0, len(values), _SHARE):
            pending.append(pool.submit(_do, values[start : start + _SHARE]))
            if len(pending) > workers * _AHEAD:
                yield from pending.popleft().result()
        while pending:
            yield from pending.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _start(work: Callable[[Any], Any]) -> None:
    """Begin as a worker: Ctrl-C is for the process that shares out the work."""
    global _work  # noqa: PLW0603  (one for each process)
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _do(values: Sequence[Any]) -> list[Any]:
    return [_work(value) for value in values]
