"""Courses that several tests look at: each is built once and, where it is graded, graded once."""

from __future__ import annotations

import pytest

from .answers import all_right, all_wrong, partly_right
from .course_folder import REPOSITORY, SAMPLE, CourseFolder
from .grading_loop import GradedCourse, graded


@pytest.fixture(scope="session")
def tea(tmp_path_factory: pytest.TempPathFactory) -> CourseFolder:
    """The sample course, which has every item type, built and not graded."""
    return CourseFolder.built(tmp_path_factory.mktemp("tea"), SAMPLE)


@pytest.fixture(scope="session")
def graded_real(tmp_path_factory: pytest.TempPathFactory) -> GradedCourse:
    """The course of this repository after one round of its first check."""
    course = CourseFolder.built(tmp_path_factory.mktemp("real"), REPOSITORY / "content")
    items = course.check.items
    sittings = {"all-right": all_right(items), "all-wrong": all_wrong(items), "partly-right": partly_right(items)}
    return graded(course, sittings)
