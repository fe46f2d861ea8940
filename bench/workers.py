"""Grading by two worker processes beside one, on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from rich.console import Console

from bench.figures import Figure
from bench.graded_course import CHECK, OURS, class_of_one, command, course_folder, seconds_of
from bench.postgres import NoServerError, server

# A smaller number is for trying the benchmark out.
SUBMISSIONS = int(os.environ.get("COURSE_BENCH_SUBMISSIONS", "1000"))
RUNS = 3
SPEED_UP = 1.6  # of two workers on two cores


def run() -> list[Figure]:
    """Seconds of grading by two workers beside one, and of the whole command; the best of some runs taken in turn."""
    figures = []
    with tempfile.TemporaryDirectory() as scratch:
        course = course_folder(Path(scratch) / "course", OURS, SUBMISSIONS)
        start = class_of_one(course, seconds_of, "course", "grade", CHECK)
        databases = (f"sqlite:///{scratch}/grades-{n}.db" for n in range(2 * RUNS))
        figures += _figures("SQLite", start, [_pair(course, next(databases), next(databases)) for _ in range(RUNS)])
        try:
            with server() as postgres:
                databases = (postgres.database(f"grades_{n}") for n in range(2 * RUNS))
                pairs = [_pair(course, next(databases), next(databases)) for _ in range(RUNS)]
        except NoServerError as fault:
            Console(stderr=True).print(f"PostgreSQL is not measured: {fault}")
        else:
            figures += _figures("PostgreSQL", start, pairs)
    return figures


def _figures(database: str, start: float, pairs: list[tuple[float, float]]) -> list[Figure]:
    """The bound is on what is shared out: a command's start takes as long as it takes, and is told beside it."""
    two, one = (min(seconds) for seconds in zip(*pairs, strict=True))
    name = f"{SUBMISSIONS} by two workers, {database} (stock: by one)"
    return [
        Figure(name, "s", two - start, one - start, bound=(one - start) / SPEED_UP),
        Figure("  with the command's start", "s", two, one),
    ]


def _pair(course: Path, first: str, second: str) -> tuple[float, float]:
    """Seconds with two workers and with one, each into an empty gradebook."""
    return _seconds(course, first, 2), _seconds(course, second, 1)


def _seconds(course: Path, database: str, workers: int) -> float:
    settings = f"{OURS}c.CourseDirectory.db_url = {database!r}\n"
    (course / "nbgrader_config.py").write_text(settings, encoding="utf-8")
    command(course, "nbgrader", "generate_assignment", CHECK, "--force")
    seconds = seconds_of(course, "course", "grade", CHECK, "--workers", str(workers))
    # Not deleted before all is measured: ext4 without a journal passes over each inode freed in the last minutes, which
    # would make the next run's files up to ten times as slow to create.
    (course / "autograded").rename(tempfile.mkdtemp(dir=course.parent))
    return seconds
