"""Building the course: from nothing, with one text changed, and with nothing to do; and linting it."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from bench.figures import Figure
from course.build import build
from course.lint import lint

ROOT = Path(__file__).parents[1]
RUNS = 3


def run() -> list[Figure]:
    """Seconds for a full build, for one changed rationale in a lesson, and for no change at all."""
    full, one_text, nothing = [], [], []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as scratch:
            root = Path(scratch)
            shutil.copytree(ROOT / "content", root / "content")
            full.append(_seconds(partial(build, root)))
            practice = next(root.glob("content/modules/*/practice.yml"))
            practice.write_text(practice.read_text().replace("rationale: ", "rationale: Yes. ", 1))
            one_text.append(_seconds(partial(build, root)))
            nothing.append(_seconds(partial(build, root)))
    return [
        Figure("build from nothing", "s", median(full), bound=15),
        Figure("build after one change in a lesson", "s", median(one_text), bound=3),
        Figure("build with nothing to do", "s", median(nothing), bound=3),
        Figure("course lint", "s", median(_seconds(partial(lint, ROOT / "content")) for _ in range(RUNS)), bound=2),
    ]


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
