from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from deploy.local import checks
from deploy.local.settings import ROOT, Course, State
from tests.deploy.stand_in import make_course, write_check


class Place:
    """A small course, a state, and the instructor's course folder in it."""

    def __init__(self, folder: Path) -> None:
        self.course = Course(make_course(folder / "checkout"))
        self.state = State(folder / "state")
        self.state.make()
        self.folder = self.state.homes / "instructor" / "small-course"
        self.folder.mkdir(parents=True)

    def refresh(self) -> list[Path]:
        return checks.refresh_course_folder(self.course, self.folder, self.state)

    def note_all_released(self) -> None:
        released = checks.due(self.course, self.state)
        (self.state.given / "released.json").write_text(json.dumps(released))


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_the_course_folder_gets_the_masters_and_the_settings(place: Place) -> None:
    assert place.refresh() == []
    assert (place.folder / "source/check-01/check-01.ipynb").is_file()
    assert (place.folder / "nbgrader_config.py").read_text() == "c = get_config()\n"


def test_refreshing_touches_nothing_that_grading_made(place: Place) -> None:
    place.refresh()
    made = [place.folder / name / "a" for name in ("submitted", "autograded", "feedback", "release")]
    for file in made:
        file.parent.mkdir()
        file.write_text("kept")
    (place.folder / "gradebook.db").write_text("kept")
    write_check(place.course.root, key="c")
    place.refresh()
    assert {file.read_text() for file in [*made, place.folder / "gradebook.db"]} == {"kept"}


def test_an_assignment_the_instructor_wrote_stays(place: Place) -> None:
    place.refresh()
    own = place.folder / "source/essay/essay.ipynb"
    own.parent.mkdir()
    own.write_text("mine")
    place.refresh()
    assert own.read_text() == "mine"


def test_a_changed_master_is_kept_where_it_will_not_be_released(place: Place) -> None:
    place.refresh()
    master = place.folder / "source/check-01/check-01.ipynb"
    master.write_text("changed here")
    write_check(place.course.root, key="c")
    (kept,) = place.refresh()
    assert kept.read_text() == "changed here"
    assert "source" not in kept.relative_to(place.folder).parts[:1]
    assert list(master.parent.iterdir()) == [master]


def test_a_new_check_is_due_for_release(place: Place) -> None:
    place.note_all_released()
    write_check(place.course.root, "check-02")
    assert set(checks.due(place.course, place.state)) == {"check-02"}


def test_a_changed_check_is_due_for_release(place: Place) -> None:
    place.note_all_released()
    write_check(place.course.root, key="c")
    assert set(checks.due(place.course, place.state)) == {"check-01"}


def test_changed_grading_settings_make_every_check_due(place: Place) -> None:
    place.note_all_released()
    place.course.nbgrader_config.write_text("c = get_config()\nc.ClearSolutions.code_stub = {}\n")
    assert set(checks.due(place.course, place.state)) == {"check-01"}


def test_nothing_is_due_when_nothing_changed(place: Place) -> None:
    place.note_all_released()
    assert checks.due(place.course, place.state) == {}


def test_a_course_without_checks_yet_has_none_due(place: Place) -> None:
    master = place.course.masters / "check-01" / "check-01.ipynb"
    master.unlink()
    assert checks.check_names(place.course) == []


def test_a_retake_is_made_ready_and_released_only_where_it_was_before(place: Place, tmp_path: Path) -> None:
    names = ("check-01", "check-01-retake")
    write_check(place.course.root, names[1])
    place.course.nbgrader_config.write_text(
        f"c = get_config()\nc.CourseDirectory.course_id = 'small'\nc.Exchange.root = {str(place.state.exchange)!r}\n"
    )
    outbound = place.state.exchange / "small" / "outbound"
    for expected in ({"check-01": True, "check-01-retake": False}, {"check-01": True, "check-01-retake": True}):
        place.refresh()
        done = subprocess.run(
            [sys.executable, "-m", "deploy.local.checks", *names],
            cwd=place.folder, capture_output=True, text=True, check=True,
            env={
                "PATH": f"{Path(sys.executable).parent}:{os.defpath}",
                "PYTHONPATH": str(ROOT),
                "HOME": str(tmp_path),
                "USER": "instructor",
            },
        )  # fmt: skip
        said = [json.loads(line) for line in done.stdout.splitlines()]
        assert {one["check"]: one["released"] for one in said} == expected
        assert [one["problem"] for one in said] == ["", ""]
        assert {path.name for path in outbound.iterdir()} == {
            name for name, is_released in expected.items() if is_released
        }
        assert (place.folder / "release" / "check-01-retake").is_dir()
        (outbound / "check-01-retake").mkdir(exist_ok=True)  # as `course retake` leaves it
