from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from course.activities.roleplay import roleplay
from course.bank import load
from course.build.lessons import lesson_files
from course.faces import story_html
from course.responses import append, read

from .builders import SAMPLE, make_record
from .cell_page import Page
from .html_pages import attributes_of, tags_of

FILE = Path("activities/m1-r1.json")
DAMAGED = "The file of questions beside this notebook is damaged. Fetch the original again."


@pytest.fixture(scope="module")
def story_file() -> bytes:
    course = load(SAMPLE)
    return next(data for path, data in lesson_files(course, course.modules[0]).items() if path.name == "m1-r1.json")


@pytest.fixture
def log(story_file: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The learner's log, with the notebook running beside the story's file."""
    (tmp_path / "notebooks" / "activities").mkdir(parents=True)
    (tmp_path / "notebooks" / FILE).write_bytes(story_file)
    monkeypatch.chdir(tmp_path / "notebooks")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("JUPYTERHUB_USER", "ana")
    return tmp_path / "data" / "tea" / "responses.jsonl"


def change(act: Any) -> None:
    values = json.loads(FILE.read_bytes())
    act(values["activity"])
    FILE.write_text(json.dumps(values), encoding="utf-8")


def test_step_is_saved_in_the_learner_s_own_log(log: Path, page: Page) -> None:
    roleplay("m1-r1")
    said = page.answer(["rain/b", "sulk/a"], attempt=2)
    record = make_record(["rain/b", "sulk/a"], item="m1-r1", attempt=2, at=said["at"])
    assert read(log).records == (record,)
    assert said["type"] == "saved"


def test_conversation_goes_on_where_it_was_left(log: Path, page: Page) -> None:
    append(log, make_record(["rain/a"], item="m1-r1"))
    append(log, make_record(["rain/b"], item="m1-r1", attempt=2))
    roleplay("m1-r1")
    assert page.widget.saved == {"response": ["rain/b"], "attempt": 2, "at": "2026-11-21T10:32:05Z"}


def test_another_learner_s_conversation_is_not_shown(log: Path, page: Page) -> None:
    append(log, make_record(["rain/a", "kettle/a"], item="m1-r1", learner="ben"))
    roleplay("m1-r1")
    assert page.widget.saved is None
    assert page.widget.found == []


def test_conversation_that_no_longer_fits_begins_anew(log: Path, page: Page) -> None:
    append(log, make_record(["rain/z"], item="m1-r1"))
    roleplay("m1-r1")
    assert page.widget.saved is None


def test_endings_of_earlier_ways_are_known(log: Path, page: Page) -> None:
    for way in (["rain/a", "kettle/b"], ["rain/a", "kettle/a"], ["rain/a"]):
        append(log, make_record(way, item="m1-r1"))
    roleplay("m1-r1")
    assert page.widget.found == ["burnt", "served"]


@pytest.mark.parametrize("response", [["kettle/a"], ["rain/a", "rain/a"], "rain/a", [1], {"rain": "a"}, None])
def test_way_that_the_story_does_not_have_is_refused(log: Path, page: Page, response: object) -> None:
    roleplay("m1-r1")
    assert page.answer(response)["type"] == "refused"
    assert not log.exists()


def test_page_gets_the_story_with_what_the_marks_mean_and_where_to_get_support(log: Path, page: Page) -> None:
    roleplay("m1-r1")
    story = page.widget.story
    assert story["dimensions"][1]["hinders"] == "Somebody may get burnt."
    assert "Kitchen line: 555-0100." in story["support"]
    assert story["nodes"]["rain"]["says"] == "<p>I am wet <em>through</em>.</p>"


def test_no_markup_of_anybody_else_reaches_the_page(log: Path, page: Page) -> None:
    evil = "<img src=x onerror=alert(1)>"

    def spoil(story: dict[str, Any]) -> None:
        for name in ("intro", "support"):
            story[name] = evil
        story["nodes"]["rain"]["says"] = evil
        story["nodes"]["rain"]["choices"][0] |= {"text": evil, "effect": evil}
        story["endings"]["served"]["text"] = evil

    change(spoil)
    roleplay("m1-r1")
    assert "<img" not in json.dumps(page.widget.story)
    assert "<img" not in page.shown[-1]["text/html"]


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (FILE.unlink, "is missing beside this notebook"),
        (lambda: FILE.write_text("{"), "can't be read"),
        (lambda: FILE.write_text('{"version": 9}'), "belongs to another version"),
        (lambda: change(lambda story: story.pop("nodes")), "The file of questions beside this notebook is damaged."),
        (
            lambda: change(lambda story: story.update(start="attic")),
            "The file of questions beside this notebook is damaged.",
        ),
    ],
    ids=["missing", "broken", "version", "field missing", "start unknown"],
)
def test_damaged_file_is_told_and_the_rest_of_the_notebook_runs(log: Path, page: Page, act: Any, words: str) -> None:
    act()
    roleplay("m1-r1")
    assert words in page.shown[-1]["text/plain"]


def test_face_shows_the_opening_and_how_to_take_part(log: Path, page: Page) -> None:
    roleplay("m1-r1")
    bundle = page.shown[-1]
    assert bundle["text/plain"] == "Role-play: A guest in the kitchen"
    assert bundle["text/html"] == story_html(json.loads(FILE.read_bytes())["activity"])
    assert "<p>I am wet <em>through</em>.</p>" in bundle["text/html"]
    assert "Shall I make tea?" not in bundle["text/html"]
    assert "open the Run menu" in bundle["text/html"]
    assert tags_of(bundle["text/html"])[0] == "div"
    assert attributes_of(bundle["text/html"]) == {"class"}


def test_narrated_opening_has_no_speaker(log: Path, page: Page) -> None:
    change(lambda story: story["nodes"]["rain"].update(speaker=""))
    roleplay("m1-r1")
    assert "Mo</strong></p><p>I am" not in page.shown[-1]["text/html"]
