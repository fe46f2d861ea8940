"""Collecting takes plain files from the exchange, and nothing that a link points to."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from .course_folder import CHECK, COURSE_ID, CourseFolder

MEBIBYTE = 1024 * 1024


def inbound(course: CourseFolder, learner: str) -> Path:
    """A submission in the exchange, as `nbgrader submit` would put it there."""
    folder = course.exchange / COURSE_ID / "inbound" / f"{learner}+{CHECK}+2026-11-21 10:32:05 UTC+abc"
    (folder / "notes" / "more").mkdir(parents=True)
    (folder / "responses.jsonl").write_text("{}\n", encoding="utf-8")
    (folder / "timestamp.txt").write_text("2026-11-21 10:32:05.000000 UTC", encoding="utf-8")
    (folder / "notes" / "more" / "deep.txt").write_text("deep", encoding="utf-8")
    return folder


PLAIN = ["notes", "notes/more", "notes/more/deep.txt", "responses.jsonl", "timestamp.txt"]


@pytest.fixture(scope="module")
def collected(tea: CourseFolder, tmp_path_factory: pytest.TempPathFactory) -> tuple[CourseFolder, str]:
    """A course after collecting from honest learners and from others, and what the command said."""
    course = tea.copied(tmp_path_factory.mktemp("collected"))
    course.configure(f"c.Exchange.root = {str(course.exchange)!r}")
    course.configure("c.CourseDirectory.max_dir_size = 3000\nc.CourseDirectory.max_file_size = 2000")
    (course.exchange / COURSE_ID).mkdir(parents=True)
    course.exchange.chmod(0o777)
    secret = course.place / "secret"
    secret.mkdir()
    (secret / "gradebook.db").write_text("everybody's grades", encoding="utf-8")

    inbound(course, "ana")
    links = inbound(course, "ben")
    (links / "file").symlink_to(secret / "gradebook.db")
    (links / "folder").symlink_to(secret)
    (links / "endless").symlink_to("/dev/zero")
    (links / "nothing").symlink_to("nowhere")
    (links / "notes" / "up").symlink_to("..")
    os.mkfifo(links / "pipe")
    with (inbound(course, "cy") / "large").open("wb") as file:
        file.truncate(2 * MEBIBYTE)
    large = inbound(course, "dan")
    for name in ("one", "two"):
        with (large / name).open("wb") as file:
            file.truncate(1_900_000)
    (links.with_name(links.name.replace("ben", "eve"))).symlink_to(secret)
    inbound(course, "zoe")
    said = course.nbgrader("collect", CHECK, "--ExchangeCollect.check_owner=False")
    return course, said


def files(course: CourseFolder, learner: str) -> list[str]:
    folder = course.root / "submitted" / learner / CHECK
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


@pytest.mark.parametrize("learner", ["ana", "zoe"])
def test_honest_submissions_arrive_whole(collected: tuple[CourseFolder, str], learner: str) -> None:
    assert files(collected[0], learner) == PLAIN
    assert (collected[0].root / "submitted" / learner / CHECK / "notes" / "more" / "deep.txt").read_text() == "deep"


def test_links_and_pipes_are_left_out_and_named(collected: tuple[CourseFolder, str]) -> None:
    course, said = collected
    assert files(course, "ben") == PLAIN
    for name in ("file", "folder", "endless", "nothing", "notes/up", "pipe"):
        assert f"+abc/{name} left out: it is no plain file" in said


def test_a_file_too_large_is_left_out_and_named(collected: tuple[CourseFolder, str]) -> None:
    assert files(collected[0], "cy") == PLAIN
    assert "+abc/large left out: it is larger than CourseDirectory.max_file_size allows" in collected[1]


def test_a_submission_too_large_is_named_and_the_others_come_in(collected: tuple[CourseFolder, str]) -> None:
    assert not (collected[0].root / "submitted" / "dan" / CHECK).exists()
    assert "dan: not collected (it is larger than CourseDirectory.max_dir_size allows)" in collected[1]


def test_a_submission_that_is_a_link_is_named_and_not_followed(collected: tuple[CourseFolder, str]) -> None:
    assert not (collected[0].root / "submitted" / "eve" / CHECK).exists()
    assert "eve: not collected (it is no folder but a link)" in collected[1]
