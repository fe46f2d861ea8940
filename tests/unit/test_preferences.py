from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from course import preferences
from course.preferences import Preferences


def test_nothing_was_chosen_at_first() -> None:
    assert preferences.read() == Preferences("en", reminders=False, reminded="")
    assert not preferences.path().exists()


def test_choices_are_kept_one_by_one_for_the_account_alone() -> None:
    preferences.keep({"language": "es"})
    assert preferences.keep({"reminders": True}) == Preferences("es", reminders=True)
    assert preferences.read() == Preferences("es", reminders=True)
    assert preferences.path().stat().st_mode & 0o777 == 0o600
    assert preferences.path().parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    "changes",
    [
        {"language": "xx"},
        {"language": ["en"]},
        {"language": None},
        {"reminders": 1},
        {"reminded": "yesterday"},
        {"reminded": 20261121},
        {"theme": "dark"},
    ],
)
def test_what_can_not_be_chosen_is_refused_and_changes_nothing(changes: dict[str, Any]) -> None:
    preferences.keep({"language": "es"})
    with pytest.raises(ValueError, match=r"is one of|true or false|is a day|no preferences but"):
        preferences.keep(changes)
    assert preferences.read() == Preferences("es")


GOOD = {"version": 1, "language": "es", "reminders": True, "reminded": ""}


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "[" * 100_000, *(json.dumps(GOOD | bad) for bad in ({"version": 9}, {"language": "xx"}))],
)
def test_damaged_file_keeps_nobody_from_a_lesson(text: str) -> None:
    preferences.keep({"language": "es"})
    preferences.path().write_text(text, encoding="utf-8")
    assert preferences.read() == Preferences()
    assert preferences.keep({"reminders": True}) == Preferences(reminders=True)


def test_they_lie_in_the_home_where_no_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    preferences.keep({"language": "es"})
    assert (tmp_path / ".config" / "course" / "preferences.json").is_file()
