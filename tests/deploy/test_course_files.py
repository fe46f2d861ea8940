from __future__ import annotations

import json
from pathlib import Path

import pytest

from deploy.local.course_files import bring_up_to_date
from tests.deploy.stand_in import code, markdown, notebook


class Place:
    """A course folder, a home, and the record between them."""

    def __init__(self, folder: Path) -> None:
        self.course = folder / "course"
        self.home = folder / "home" / "lessons"
        self.record = folder / "record.json"
        self.course.mkdir()
        self.home.parent.mkdir()

    def give(self) -> list[Path]:
        return bring_up_to_date(self.course, self.home, self.record)

    def in_home(self) -> dict[str, str]:
        return {path.name: path.read_text() for path in self.home.iterdir()}


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def lesson(text: str, *, outputs: tuple[str, ...] = ()) -> str:
    return notebook(markdown(text), code("6 * 7", outputs=outputs))


def test_a_new_home_gets_every_lesson_with_its_figures(place: Place) -> None:
    (place.course / "figures").mkdir()
    (place.course / "01.ipynb").write_text(lesson("one"))
    (place.course / "figures" / "a.svg").write_text("<svg/>")
    assert place.give() == []
    assert (place.home / "01.ipynb").read_text() == lesson("one")
    assert (place.home / "figures" / "a.svg").read_text() == "<svg/>"


def test_a_lesson_nobody_changed_is_replaced_by_the_newer_one(place: Place) -> None:
    (place.course / "01.ipynb").write_text(lesson("one"))
    place.give()
    (place.course / "01.ipynb").write_text(lesson("one, mended"))
    assert place.give() == []
    assert place.in_home() == {"01.ipynb": lesson("one, mended")}


def test_a_lesson_the_learner_changed_is_kept_beside_the_newer_one(place: Place) -> None:
    (place.course / "01.ipynb").write_text(lesson("one"))
    place.give()
    (place.home / "01.ipynb").write_text(lesson("one, with my notes"))
    (place.course / "01.ipynb").write_text(lesson("one, mended"))
    (kept,) = place.give()
    assert kept.parent == place.home
    assert kept.name.startswith("01 (my copy, ")
    assert kept.read_text() == lesson("one, with my notes")
    assert (place.home / "01.ipynb").read_text() == lesson("one, mended")


def test_a_second_changed_copy_does_not_overwrite_the_first(place: Place) -> None:
    for number in ("1", "2", "3"):
        (place.course / "01.ipynb").write_text(lesson(f"edition {number}"))
        place.give()
        (place.home / "01.ipynb").write_text(lesson(f"my notes {number}"))
    (place.course / "01.ipynb").write_text(lesson("edition 4"))
    place.give()
    texts = set(place.in_home().values())
    assert texts == {lesson(text) for text in ("my notes 1", "my notes 2", "my notes 3", "edition 4")}


def test_a_changed_lesson_stays_as_it_is_while_the_course_has_no_newer_one(place: Place) -> None:
    (place.course / "01.ipynb").write_text(lesson("one"))
    place.give()
    (place.home / "01.ipynb").write_text(lesson("one, with my notes"))
    assert place.give() == []
    assert place.in_home() == {"01.ipynb": lesson("one, with my notes")}


def test_running_a_lesson_does_not_count_as_changing_it(place: Place) -> None:
    (place.course / "01.ipynb").write_text(lesson("one"))
    place.give()
    (place.home / "01.ipynb").write_text(lesson("one", outputs=("42",)))
    (place.course / "01.ipynb").write_text(lesson("one, mended"))
    assert place.give() == []
    assert place.in_home() == {"01.ipynb": lesson("one, mended")}


def test_source_written_as_lines_is_the_same_as_source_written_as_one_text(place: Place) -> None:
    (place.course / "01.ipynb").write_text(notebook(markdown("one\ntwo")))
    place.give()
    content = json.loads((place.home / "01.ipynb").read_text())
    content["cells"][0]["source"] = ["one\n", "two"]
    (place.home / "01.ipynb").write_text(json.dumps(content))
    (place.course / "01.ipynb").write_text(notebook(markdown("three")))
    assert place.give() == []


def test_a_file_the_learner_made_is_never_touched(place: Place) -> None:
    (place.course / "01.ipynb").write_text(lesson("one"))
    place.give()
    (place.home / "my diary.ipynb").write_text("mine")
    (place.course / "01.ipynb").unlink()
    place.give()
    assert place.in_home() == {"my diary.ipynb": "mine"}


def test_a_learners_file_that_a_new_lesson_would_overwrite_is_kept(place: Place) -> None:
    place.home.mkdir()
    (place.home / "02.ipynb").write_text("mine")
    (place.course / "02.ipynb").write_text(lesson("two"))
    (kept,) = place.give()
    assert kept.read_text() == "mine"


def test_a_lesson_dropped_from_the_course_goes_unless_it_was_changed(place: Place) -> None:
    for name in ("01", "02"):
        (place.course / f"{name}.ipynb").write_text(lesson(name))
    place.give()
    (place.home / "02.ipynb").write_text(lesson("my notes"))
    for name in ("01", "02"):
        (place.course / f"{name}.ipynb").unlink()
    place.give()
    assert place.in_home() == {"02.ipynb": lesson("my notes")}


def test_a_lesson_the_learner_deleted_comes_back(place: Place) -> None:
    (place.course / "01.ipynb").write_text(lesson("one"))
    place.give()
    (place.home / "01.ipynb").unlink()
    place.give()
    assert place.in_home() == {"01.ipynb": lesson("one")}


def test_a_broken_notebook_is_kept_like_any_changed_file(place: Place) -> None:
    (place.course / "01.ipynb").write_text(lesson("one"))
    place.give()
    (place.home / "01.ipynb").write_text("{")
    (place.course / "01.ipynb").write_text(lesson("one, mended"))
    (kept,) = place.give()
    assert kept.read_text() == "{"


def test_a_link_in_the_home_is_not_written_through(place: Place, tmp_path: Path) -> None:
    outside = tmp_path / "outside.ipynb"
    outside.write_text("not for lessons")
    place.home.mkdir()
    (place.home / "01.ipynb").symlink_to(outside)
    (place.course / "01.ipynb").write_text(lesson("one"))
    place.give()
    assert outside.read_text() == "not for lessons"
    assert not (place.home / "01.ipynb").is_symlink()


def test_a_folder_that_is_a_link_is_not_written_through(place: Place, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    place.home.symlink_to(outside)
    (place.course / "01.ipynb").write_text(lesson("one"))
    place.give()
    assert list(outside.iterdir()) == []
    assert (place.home / "01.ipynb").is_file()


def test_a_torn_record_loses_nothing(place: Place) -> None:
    (place.course / "01.ipynb").write_text(lesson("one"))
    place.give()
    place.record.write_text('{"01.ipynb": "ab')
    (place.home / "01.ipynb").write_text(lesson("my notes"))
    (place.course / "01.ipynb").write_text(lesson("one, mended"))
    (kept,) = place.give()
    assert kept.read_text() == lesson("my notes")


def test_a_course_without_lessons_yet_gives_none(place: Place) -> None:
    place.course.rmdir()
    assert place.give() == []
