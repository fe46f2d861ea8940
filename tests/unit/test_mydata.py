from __future__ import annotations

import json
import re
import stat
from pathlib import Path
from typing import Any

import pytest

from course import mydata, preferences, reflections, responses
from course.cli import main
from course.mydata import as_html, export, kept
from course.progress import READING_FILE
from course.question_files import course_data
from course.words import say

from .builders import make_record
from .html_pages import tags_of

SECRET = "The blue cup <b>"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path


@pytest.fixture
def data(home: Path) -> Path:
    """The data folder of a learner who has done a little of everything."""
    folder = course_data("tea")
    responses.append(folder / responses.FILE_NAME, make_record(["b"], item="m1-p01"))
    responses.append(folder / responses.FILE_NAME, make_record("warm <water>", item="m1-p07"))
    responses.append(folder / READING_FILE, make_record([], item="m1/reading-then-leaves"))
    reflections.keep(reflections.path_of(folder, "m1-w1"), SECRET)
    reflections.keep(reflections.path_of(folder, "m2-w1"), "", is_skipped=True)
    check = home / "check-01"
    check.mkdir()
    (check / "questions.json").write_text("{}")
    responses.append(check / responses.FILE_NAME, make_record(["a"], item="m1-k01", check="check-01", slot="m1-o1-a"))
    return folder


def tell(*words: str) -> int:
    return main(["data", *words])


def test_everything_that_is_kept_is_listed_with_its_place(data: Path, home: Path) -> None:
    assert [(one.kind, one.path, one.entries) for one in kept(data, home)] == [
        ("answers", data / "responses.jsonl", 2),
        ("reading", data / "reading.jsonl", 1),
        ("reflections", data / "reflections", 2),
        ("check", home / "check-01" / "responses.jsonl", 1),
    ]


def test_files_that_are_no_check_are_not_taken_for_one(data: Path, home: Path) -> None:
    (home / "elsewhere").mkdir()
    responses.append(home / "elsewhere" / responses.FILE_NAME, make_record(["a"]))
    (home / "linked").mkdir()
    (home / "linked" / "questions.json").write_text("{}")
    (home / "linked" / responses.FILE_NAME).symlink_to("/etc/passwd")
    assert len(kept(data, home)) == 4


def test_account_says_what_where_who_and_what_remains(
    data: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tell("show") == 0
    told = capsys.readouterr().out
    assert f"{data / 'responses.jsonl'}\n  Entries: 2. Stays in your own folder." in told
    assert f"{data / 'reading.jsonl'}\n  Entries: 1." in told
    assert "Goes to your instructor when you submit" in told
    assert say("remains") in told
    assert SECRET not in told


def test_account_of_nothing_says_so(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tell("show") == 1
    assert capsys.readouterr().err == "Nothing is kept of you here.\n"


def test_export_can_be_read_by_people_and_by_programs(data: Path, home: Path) -> None:
    assert tell("export", str(home / "copy")) == 0
    values = json.loads((home / "copy" / "my-data.json").read_text(encoding="utf-8"))
    assert [entry["item"] for thing in values["kept"] for entry in thing["entries"]] == [
        *("m1-p01", "m1-p07", "m1/reading-then-leaves", "m1-k01"),
    ]
    html = (home / "copy" / "my-data.html").read_text(encoding="utf-8")
    assert "warm &lt;water&gt;" in html
    assert "http" not in html.replace("<!doctype html>", "")
    assert tags_of(re.sub("<meta [^>]*>", "", html))  # every tag is closed


def test_export_tells_how_sure_a_learner_was(data: Path, home: Path) -> None:
    responses.append(data / responses.FILE_NAME, make_record(["b"], item="m1-p06", certainty="sure"))
    tell("export", str(home / "copy"))
    values = json.loads((home / "copy" / "my-data.json").read_text(encoding="utf-8"))
    told = {entry["item"]: entry.get("certainty") for entry in values["kept"][0]["entries"]}
    assert told == {"m1-p01": None, "m1-p07": None, "m1-p06": "sure"}
    assert "[&quot;b&quot;] (sure)" in (home / "copy" / "my-data.html").read_text(encoding="utf-8")


def test_export_leaves_reflections_out_unless_asked(data: Path, home: Path) -> None:
    tell("export", str(home / "copy"))
    for name in ("my-data.json", "my-data.html"):
        text = (home / "copy" / name).read_text(encoding="utf-8")
        assert "blue cup" not in text
        assert "Private reflections are left out of this copy." in text
    tell("export", str(home / "copy"), "--with-reflections")
    assert "The blue cup &lt;b&gt;" in (home / "copy" / "my-data.html").read_text(encoding="utf-8")
    assert "(skipped)" in (home / "copy" / "my-data.html").read_text(encoding="utf-8")


def test_export_is_closed_to_other_accounts(data: Path, home: Path) -> None:
    (home / "copy").mkdir()
    (home / "copy" / "my-data.json").symlink_to(home / "elsewhere.json")
    for path in export(data, home, home / "copy", with_reflections=True):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert not path.is_symlink()
    assert not (home / "elsewhere.json").exists()


def test_export_that_can_t_be_written_is_told(data: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "copy").write_text("a file")
    assert tell("export", str(home / "copy")) == 1
    assert "could not be written" in capsys.readouterr().err


def test_damaged_reflection_is_named_in_the_export(data: Path, home: Path) -> None:
    reflections.path_of(data, "m1-w1").write_text("{")
    tell("export", str(home / "copy"), "--with-reflections")
    assert "can't be read" in (home / "copy" / "my-data.json").read_text(encoding="utf-8")


def test_erasing_leaves_nothing_but_what_is_the_learner_s_own_to_delete(
    data: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tell("erase", "--yes") == 0
    assert not data.exists()
    assert (home / "check-01" / "responses.jsonl").exists()
    assert f"Erased. {say('remains')}" in capsys.readouterr().out


def test_erasing_asks_first(data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("builtins.input", lambda _question: "y")
    assert tell("erase") == 1
    assert (data / "responses.jsonl").exists()
    assert "Nothing was erased." in capsys.readouterr().out
    monkeypatch.setattr("builtins.input", lambda _question: " Yes ")
    assert tell("erase") == 0
    assert not data.exists()


def test_one_kind_can_be_erased_alone(data: Path) -> None:
    assert tell("erase", "--yes", "--only", "reflections") == 0
    assert sorted(path.name for path in data.iterdir()) == ["reading.jsonl", "responses.jsonl"]


def test_erasing_what_is_not_there_says_so(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tell("erase", "--yes", "--only", "reading")
    assert tell("erase", "--yes", "--only", "reading") == 0
    assert "Nothing of this kind is kept of you." in capsys.readouterr().out


def test_learner_of_several_courses_names_one(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    responses.append(course_data("coffee") / responses.FILE_NAME, make_record(["b"]))
    course_data("another-program").mkdir()
    assert tell("show") == 1
    assert capsys.readouterr().err == "You take several courses: add --course and one of coffee, tea.\n"
    assert tell("show", "--course", "tea") == 0
    assert tell("show", "--course", "milk") == 1


def test_page_shows_markup_of_a_log_as_text() -> None:
    entry = {"at": "<i>", "item": "<u>", "response": {"<p>": "<q>"}}
    values: dict[str, Any] = {
        "exported": "", "note": "", "remains": "",
        "kept": [{"what": "", "who": "", "path": "", "entries": [entry]}],
    }  # fmt: skip
    html = as_html(values)
    assert [tag for tag in ("<i>", "<u>", "<p>&", "<q>") if tag in html] == []


# --- Preferences ------------------------------------------------------------------------------------------


def test_preferences_are_listed_and_copied_and_stay_when_a_course_is_erased(data: Path, home: Path) -> None:
    preferences.keep({"language": "es"})
    last = kept(data, home)[-1]
    assert (last.kind, last.path, last.entries) == ("preferences", preferences.path(), 1)
    assert last.what == "El idioma que elegiste, si quieres recordatorios y el día del último"
    copied = mydata.values(data, home, with_reflections=False)["kept"][-1]["entries"]
    assert [(one["item"], one["response"]) for one in copied] == [
        ("language", "es"),
        ("reminders", False),
        ("reminded", ""),
    ]
    assert tell("erase", "--yes") == 0
    assert preferences.read().language == "es"


def test_preferences_are_erased_by_themselves_with_or_without_a_course(home: Path) -> None:
    preferences.keep({"language": "es"})
    assert tell("show") == 0
    assert tell("erase", "--yes", "--only", "preferences") == 0
    assert not preferences.path().exists()
    assert tell("show") == 1


def test_account_and_copy_are_in_the_language_that_was_chosen(
    data: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    preferences.keep({"language": "es"})
    assert tell("show") == 0
    told = capsys.readouterr().out
    assert "Entradas: 2. Se queda en tu propia carpeta." in told
    page = as_html(mydata.values(data, home, with_reflections=False))
    assert page.startswith('<!doctype html><html lang="es">')
    assert "<th>Cuándo</th><th>Qué</th><th>Respuesta</th>" in page


def test_yes_is_written_in_the_language_that_was_chosen(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    preferences.keep({"language": "es"})
    monkeypatch.setattr("builtins.input", lambda _: "no")
    assert tell("erase") == 1
    monkeypatch.setattr("builtins.input", lambda _: "Sí")
    assert tell("erase") == 0
    assert kept(data, data / "nowhere")[:-1] == []
