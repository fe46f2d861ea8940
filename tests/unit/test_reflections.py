from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from course import reflections
from course.activities.reflection import reflect
from course.bank import load
from course.build.lessons import lesson_files
from course.faces import reflection_html
from course.reflections import MAX_TEXT, UnreadableError, erase, keep, path_of, read
from course.responses import NotSavedError

from .builders import SAMPLE
from .cell_page import Page
from .html_pages import attributes_of, tags_of

FILE = Path("activities/m1-w1.json")
TEXT = "The blue cup, with Ana.\nGrüße 🍵"


# --- The file ---------------------------------------------------------------------------------------------


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return path_of(tmp_path / "data" / "tea", "m1-w1")


def test_words_come_back_as_they_were_written(path: Path) -> None:
    at = keep(path, TEXT)
    assert read(path) == reflections.Reflection(TEXT, is_skipped=False, at=at)


def test_nothing_is_there_before_the_first_word(path: Path) -> None:
    assert read(path) == reflections.Reflection()


def test_skipping_is_kept_too(path: Path) -> None:
    keep(path, "", is_skipped=True)
    assert read(path).is_skipped


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_file_and_folder_are_closed_to_other_accounts(path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        keep(path, TEXT)
        keep(path, "again")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_earlier_words_are_nowhere_once_they_were_changed_or_erased(path: Path) -> None:
    keep(path, "a first secret")
    keep(path, "second thoughts")
    assert [one.name for one in path.parent.iterdir()] == ["m1-w1.json"]
    assert "secret" not in path.read_text(encoding="utf-8")
    erase(path)
    assert list(path.parent.iterdir()) == []
    assert read(path) == reflections.Reflection()


def test_nothing_can_be_erased_twice_without_harm(path: Path) -> None:
    erase(path)
    keep(path, TEXT)
    erase(path)
    erase(path)


def test_words_stay_as_they_were_when_new_ones_cannot_be_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(path, TEXT)

    def fail(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(NotSavedError, match="Your folder is full"):
        keep(path, "new")
    monkeypatch.undo()
    assert read(path).text == TEXT
    assert [one.name for one in path.parent.iterdir()] == ["m1-w1.json"]


@pytest.mark.parametrize(("text", "words"), [("x" * (MAX_TEXT + 1), "too long"), ("half \ud83c", "half a character")])
def test_words_that_cannot_be_kept_are_refused(path: Path, text: str, words: str) -> None:
    with pytest.raises(NotSavedError, match=words):
        keep(path, text)
    assert not path.exists()


@pytest.mark.parametrize(
    "data",
    ["{", "[]", '{"version": 9}', '{"version": 1}', '{"version": 1, "text": 3, "skipped": false, "at": ""}'],
)
def test_file_that_holds_something_else_is_told_and_left(path: Path, data: str) -> None:
    path.parent.mkdir(parents=True)
    path.write_text(data)
    with pytest.raises(UnreadableError, match="It was left as it is"):
        read(path)
    assert path.read_text() == data


# --- The widget -------------------------------------------------------------------------------------------


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the words are kept, with the notebook running beside the reflection's file."""
    course = load(SAMPLE)
    files = {path.name: data for path, data in lesson_files(course, course.modules[0]).items()}
    (tmp_path / "notebooks" / "activities").mkdir(parents=True)
    (tmp_path / "notebooks" / FILE).write_bytes(files["m1-w1.json"])
    monkeypatch.chdir(tmp_path / "notebooks")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("JUPYTERHUB_USER", "ana")
    return tmp_path / "data" / "tea" / "reflections" / "m1-w1.json"


def test_words_go_to_their_own_file_and_into_no_other(kept: Path, page: Page, tmp_path: Path) -> None:
    reflect("m1-w1")
    page.say({"type": "open"})
    assert page.answer({"text": TEXT})["type"] == "saved"
    assert read(kept).text == TEXT
    files = [
        path for path in tmp_path.rglob("*") if path.is_file() and path not in (kept, tmp_path / "notebooks" / FILE)
    ]
    assert files == []


def test_words_stand_in_no_state_that_jupyter_may_save(kept: Path, page: Page) -> None:
    keep(kept, TEXT)
    reflect("m1-w1")
    page.say({"type": "open"})
    page.answer({"text": "more of it"})
    state = json.dumps(page.widget.get_state(), default=str)
    assert "blue cup" not in state
    assert "more of it" not in state
    assert "blue cup" not in json.dumps(page.shown)


def test_page_that_asks_gets_what_was_kept(kept: Path, page: Page) -> None:
    at = keep(kept, TEXT)
    reflect("m1-w1")
    assert page.sent == []
    assert page.say({"type": "open"}) == {"type": "opened", "response": {"text": TEXT}, "at": at}


@pytest.mark.parametrize("response", [{}, {"skipped": "yes"}])
def test_page_that_asks_hears_that_there_is_nothing_or_that_it_was_skipped(
    kept: Path, page: Page, response: dict[str, str]
) -> None:
    if response:
        keep(kept, "", is_skipped=True)
    reflect("m1-w1")
    assert page.say({"type": "open"})["response"] == response


def test_skipping_and_erasing_are_confirmed_like_words(kept: Path, page: Page) -> None:
    reflect("m1-w1")
    page.say({"type": "open"})
    assert page.answer({"skipped": "yes"}, n=4)["n"] == 4
    assert read(kept).is_skipped
    page.answer({"text": TEXT})
    assert page.answer({})["type"] == "saved"
    assert not kept.exists()


def test_words_written_in_another_window_are_not_lost(kept: Path, page: Page) -> None:
    reflect("m1-w1")
    page.say({"type": "open"})
    keep(kept, "from another window")
    said = page.answer({"text": TEXT})
    assert (said["type"], "another window" in said["message"]) == ("refused", True)
    assert read(kept).text == "from another window"


def test_words_that_were_not_kept_when_the_kernel_died_are_kept_by_the_next_one(kept: Path, page: Page) -> None:
    keep(kept, "the beginning")
    reflect("m1-w1")
    assert page.answer({"text": "the beginning and more"})["type"] == "saved"


@pytest.mark.parametrize("response", [None, "text", ["text"], {"text": 3}, {"words": "x"}, {"text": "x", "item": "y"}])
def test_message_that_is_no_reflection_is_refused(kept: Path, page: Page, response: object) -> None:
    reflect("m1-w1")
    assert page.answer(response)["type"] == "refused"
    assert not kept.exists()


def test_unreadable_file_is_told_and_never_written_over(kept: Path, page: Page) -> None:
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"{")
    reflect("m1-w1")
    assert page.say({"type": "open"})["type"] == "unreadable"
    assert page.answer({"text": TEXT})["type"] == "refused"
    assert kept.read_bytes() == b"{"


def test_page_says_where_the_words_are_and_where_to_get_support(kept: Path, page: Page) -> None:
    reflect("m1-w1")
    assert page.widget.where == str(kept)
    assert "Kitchen line: 555-0100." in page.widget.item["support"]


def test_face_shows_the_question_and_that_it_is_private(kept: Path, page: Page) -> None:
    reflect("m1-w1")
    html = page.shown[-1]["text/html"]
    assert html == reflection_html(json.loads(FILE.read_bytes())["activity"])
    assert "<p>Which cup of tea do you remember <em>best</em>?</p>" in html
    assert "Nobody grades or collects it." in html
    assert tags_of(html)[0] == "div"
    assert attributes_of(html) == {"class"}


def test_damaged_file_is_told_and_the_rest_of_the_notebook_runs(kept: Path, page: Page) -> None:
    FILE.write_text('{"version": 1, "course": "tea", "activity": {}}', encoding="utf-8")
    reflect("m1-w1")
    assert (
        page.shown[-1]["text/plain"]
        == "The file of questions beside this notebook is damaged. Fetch the original again."
    )
