"""Grading by two worker processes beside one, on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from rich.console import Console

from bench.figures import Figure
from bench.graded_course import CHECK, OURS, command, course_folder, timed
from bench.postgres import NoServerError, server

# A smaller number is for trying the benchmark out.
SUBMISSIONS = int(os.environ.get("COURSE_BENCH_SUBMISSIONS", "1000"))
RUNS = 3
SPEED_UP = 1.6  # of two workers on two cores


def run() -> list[Figure]:
    """Seconds of `course grade` with two workers, beside one; the best of some runs taken in turn."""
    figures = []
    with tempfile.TemporaryDirectory() as scratch:
        course = course_folder(Path(scratch) / "course", OURS, SUBMISSIONS)
        databases = (f"sqlite:///{scratch}/grades-{n}.db" for n in range(2 * RUNS))
        figures.append(_figure("SQLite", [_pair(course, next(databases), next(databases)) for _ in range(RUNS)]))
        try:
            with server() as postgres:
                databases = (postgres.database(f"grades_{n}") for n in range(2 * RUNS))
                pairs = [_pair(course, next(databases), next(databases)) for _ in range(RUNS)]
        except NoServerError as fault:
            Console(stderr=True).print(f"PostgreSQL is not measured: {fault}")
        else:
            figures.append(_figure("PostgreSQL", pairs))
    return figures


def _figure(database: str, pairs: list[tuple[float, float]]) -> Figure:
    two, one = (min(seconds) for seconds in zip(*pairs, strict=True))
    name = f"{SUBMISSIONS} submissions by two workers, {database} (stock: by one)"
    return Figure(name, "s", two, one, bound=one / SPEED_UP)


def _pair(course: Path, first: str, second: str) -> tuple[float, float]:
    """Seconds with two workers and with one, each into an empty gradebook."""
    return _seconds(course, first, 2), _seconds(course, second, 1)


def _seconds(course: Path, database: str, workers: int) -> float:
    settings = f"{OURS}c.CourseDirectory.db_url = {database!r}\n"
    (course / "nbgrader_config.py").write_text(settings, encoding="utf-8")
    command(course, "nbgrader", "generate_assignment", CHECK, "--force")
    seconds = timed(course, "course", "grade", CHECK, "--workers", str(workers)).seconds
    shutil.rmtree(course / "autograded")
    return seconds
