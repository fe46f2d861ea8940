from __future__ import annotations

import ast
import string
from pathlib import Path

import pytest

from course import preferences
from course.preferences import LANGUAGES
from course.words import en, es, say

from .builders import ROOT

ENGINE = ROOT / "course"
TABLES = {"en": en.WORDS, "es": es.WORDS}


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def said_in(path: Path) -> set[str]:
    """The names of texts that a module asks for; of one that is put together, nothing."""
    text = path.read_text(encoding="utf-8")
    if "from course.words import say" not in text:
        return set()
    calls = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call))
    names = (call.args[0] for call in calls if isinstance(call.func, ast.Name) and call.func.id == "say")
    return {str(name.value) for name in names if isinstance(name, ast.Constant)}


def test_there_is_a_table_for_each_language() -> None:
    assert tuple(TABLES) == LANGUAGES
    assert {path.stem for path in (ENGINE / "words").glob("*.py")} == {"__init__", *LANGUAGES}
    assert {path.name for path in (ROOT / "js" / "words").iterdir() if path.is_dir()} == set(LANGUAGES)


def test_each_language_has_every_text_with_the_same_values() -> None:
    shapes = {language: {name: fields(text) for name, text in table.items()} for language, table in TABLES.items()}
    assert shapes["es"] == shapes["en"]


def test_no_text_was_left_in_the_other_language() -> None:
    assert [name for name, text in en.WORDS.items() if es.WORDS[name] == text] == []


def test_every_text_that_the_engine_asks_for_is_there_and_none_besides() -> None:
    asked = set[str]().union(*(said_in(path) for path in ENGINE.rglob("*.py")))
    made = {name for name in en.WORDS if name.startswith(("what-", "who-", "copy-"))}  # from the kind of a thing
    assert asked <= set(en.WORDS)
    assert set(en.WORDS) - asked <= made


@pytest.mark.parametrize(("language", "text"), [("en", "line 3"), ("es", "línea 3")])
def test_text_is_said_in_the_language_that_was_chosen(language: str, text: str) -> None:
    preferences.keep({"language": language})
    assert say("skipped-line", number=3) == text
