"""A kernel that has imported the course, beside a bare one: time to the first result, and memory."""

from __future__ import annotations

import os
import time
from statistics import median

from jupyter_client.manager import KernelManager

from bench.figures import Figure

RUNS = 11
PAGE_SIZE = os.sysconf("SC_PAGE_SIZE")
BARE = "1 + 1"
COURSE = "from course import ask, practice\n1 + 1"
PAGES = "open('/proc/self/statm').read().split()[1]"


def run() -> list[Figure]:
    """Extra start-up time and memory of the course, medians of runs taken in turn."""
    bare, course = [], []
    _start(BARE)  # one start of each to warm the disk
    _start(COURSE)
    for _ in range(RUNS):
        bare.append(_start(BARE))
        course.append(_start(COURSE))
    return [
        Figure(
            "kernel start to first result",
            "ms",
            median(seconds for seconds, _ in course) * 1000,
            median(seconds for seconds, _ in bare) * 1000,
            bound=100,
            extra=True,
        ),
        Figure(
            "kernel memory (resident)",
            "MiB",
            median(size for _, size in course),
            median(size for _, size in bare),
            bound=5,
            extra=True,
        ),
    ]


def _start(code: str) -> tuple[float, float]:
    """Seconds from starting a kernel to its first result, and its resident MiB then."""
    manager = KernelManager()
    began = time.perf_counter()
    manager.start_kernel()
    client = manager.client()
    try:
        client.start_channels()
        client.wait_for_ready(timeout=60)
        reply = client.execute_interactive(code, timeout=60, output_hook=lambda _message: None)
        seconds = time.perf_counter() - began
        if reply["content"]["status"] != "ok":
            raise RuntimeError(f"the kernel answered: {reply['content']}")
        size = client.execute("", user_expressions={"pages": PAGES}, reply=True, timeout=60)
        pages = int(size["content"]["user_expressions"]["pages"]["data"]["text/plain"].strip("'"))
        return seconds, pages * PAGE_SIZE / 2**20
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
