from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from course.bank import citations
from course.outline import Reference

from .course_content import CONTENT, COURSE, GENERATED, ITEMS, ROOT, notebook_texts, phone_numbers

# The sources whose addresses are known without encryption only.
WITHOUT_HTTPS = {"roland-counselors", "samhsa-peer-principles", "sc-peer-code"}
EVERY_REFERENCE = pytest.mark.parametrize(("name", "reference"), COURSE.references.items(), ids=COURSE.references)
NOTEBOOKS = [path for path in GENERATED if path.suffix == ".ipynb"]
TEXTS = sorted(path for path in CONTENT.rglob("*") if path.suffix in {".md", ".yml", ".svg"})


def capstone_references() -> set[str]:
    """The references that the capstone's items and its note on shares name."""
    files = [yaml.safe_load(path.read_bytes()) for path in sorted((CONTENT / "capstone").glob("*.yml"))]
    named = [item["refs"] for file in files for item in file.get("items", ())]
    return {ref for refs in (*named, *(file["exam"]["refs"] for file in files if "exam" in file)) for ref in refs}


def used_references() -> set[str]:
    """The references that the reading, an item, a role-play or a help line names."""
    cited = {ref for module in COURSE.modules for _, refs in citations(module.lesson) for ref in refs}
    asked = {ref for item in ITEMS for ref in item.refs}
    told = {ref for module in COURSE.modules if module.story for ref in module.story.refs}
    asked |= capstone_references()
    return cited | asked | told | {ref for line in COURSE.settings.crisis.lines for ref in line.refs}


def test_every_reference_is_used_somewhere() -> None:
    assert set(COURSE.references) - used_references() == set()


@EVERY_REFERENCE
def test_reference_has_a_safe_web_address(name: str, reference: Reference) -> None:
    assert reference.url.startswith("https://") != (name in WITHOUT_HTTPS)


@EVERY_REFERENCE
def test_reference_says_what_was_found_there(name: str, reference: Reference) -> None:
    assert len(reference.citation.split()) >= 4
    assert len(reference.verified.split()) >= 4


# --- Numbers to call ------------------------------------------------------------------------------------------


def constants() -> set[str]:
    """The numbers of the help lines in course.yml, where alone they are kept."""
    lines = COURSE.settings.crisis.lines
    return {number for line in lines for number in (line.number, line.text) if number} | {
        number for line in lines for number in phone_numbers(line.how)
    }


def is_name(number: str) -> bool:
    """Whether a number is so short that people use it as a name: a 911 call, the 988 Lifeline."""
    return len(number) == 3


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Call 1-800-662-4357 now.", {"1-800-662-4357"}),
        ("TTY (800) 555-0100", {"(800) 555-0100"}),
        ("or +1 800 555 0100.", {"+1 800 555 0100"}),
        ("call 911, or 988; dial 211", {"911", "988", "211"}),
        ("text your ZIP code to 435748", {"435748"}),
        ("the text line 741741 and text 838255", {"741741", "838255"}),
        ("see https://988lifeline.org/988 and samhsa-988-faq", set()),
        ("5,597 people in 2014, on 2026-11-21, 29 of 46, PMID 29252048", set()),
    ],
)
def test_numbers_to_call_are_told_from_other_numbers(text: str, numbers: set[str]) -> None:
    assert phone_numbers(text) == numbers


def test_help_lines_have_the_numbers_that_they_are_known_by() -> None:
    assert constants() == {"911", "988", "1-800-662-4357", "435748", "1-800-487-4889"}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_content_names_no_number_but_those_of_the_help_lines(path: Path) -> None:
    assert phone_numbers(path.read_text(encoding="utf-8")) - constants() == set()


@pytest.mark.parametrize(
    "path",
    # What was checked about a source is a note for editors, which no page shows.
    [path for path in TEXTS if path.name not in ("course.yml", "references.yml")],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_full_numbers_are_written_in_the_course_file_alone(path: Path) -> None:
    assert [number for number in phone_numbers(path.read_text(encoding="utf-8")) if not is_name(number)] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_notebook_shows_no_number_but_those_of_the_help_lines(path: Path) -> None:
    assert phone_numbers("\n".join(notebook_texts(path).values())) - constants() == set()


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_notebook_shows_all_help_lines_in_its_help_box_and_full_numbers_nowhere_else(path: Path) -> None:
    texts = notebook_texts(path)
    assert phone_numbers(texts.pop("help")) == constants()
    assert [number for text in texts.values() for number in phone_numbers(text) if not is_name(number)] == []


@pytest.mark.parametrize(
    "path", [path for path in GENERATED if path.suffix == ".json"], ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_question_file_holds_full_numbers_only_where_it_tells_of_support(path: Path) -> None:
    values = json.loads(path.read_text(encoding="utf-8"))
    support = values.get("activity", {}).pop("support", None)
    assert support is None or phone_numbers(support) == constants()
    assert phone_numbers(json.dumps(values.pop("help", ""))) <= constants()
    assert phone_numbers(json.dumps(values, ensure_ascii=False)) <= {
        number for number in constants() if is_name(number)
    }


def test_there_is_a_lesson_a_master_and_a_release_to_look_at() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in NOTEBOOKS} == {"notebooks", "source", "release"}
