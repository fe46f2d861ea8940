from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from course.bank import citations, load, slot_json
from course.faults import ContentError, Fault, counted, nearest
from course.outline import Slot

from .builders import ROOT, SAMPLE, TYPES
from .content_folder import CHECK, LESSON, MODULE, PRACTICE, SETTINGS, STORY, ContentFolder

STEM = "  stem: What does black tea need *first*, before anything else?\n"


def told_in(file: str, *lines: str) -> str:
    """What an author reads about one file."""
    return "\n".join([f"content/{file}: {counted(len(lines), 'problem')}", *(f"  {line}" for line in lines)])


def fault(file: str, old: str, new: str, *lines: str, id: str) -> Any:  # noqa: A002  (pytest's own word)
    """A change to a file of the sample, and all that the author is told about it."""
    return pytest.param(file, old, new, told_in(file, *lines), id=id)


def test_sample_course_has_no_faults() -> None:
    course = load(SAMPLE)
    assert [module.name for module in course.modules] == ["01-tea"]


def test_sample_course_has_every_item_type() -> None:
    module = load(SAMPLE).modules[0]
    assert {item.type for item in module.practice} == set(TYPES)


def test_check_has_the_number_of_its_module() -> None:
    assert load(SAMPLE).modules[0].check.id == "check-01"


def test_date_of_a_reference_is_read_as_a_date() -> None:
    assert load(SAMPLE).references["kettle-2020"].checked.isoformat() == "2026-11-21"


# --- Files ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("file", ["course.yml", "references.yml", "glossary.yml", SETTINGS, CHECK, PRACTICE, LESSON])
@pytest.mark.parametrize(
    ("data", "line"),
    [
        (None, "the file: missing; write it as docs/authors.md says"),
        (b"", "the file: empty; fill it as docs/authors.md says"),
        (b" \n\n", "the file: empty; fill it as docs/authors.md says"),
        (b"title: tea\n\xff\n", "line 2: not UTF-8 text; save the file as UTF-8"),
    ],
    ids=["missing", "empty", "blank", "not UTF-8"],
)
def test_file_that_holds_no_text_is_told_alone(
    content: ContentFolder, file: str, data: bytes | None, line: str
) -> None:
    if data is None:
        (content.path / file).unlink()
    else:
        content.write(file, data)
    assert content.told() == told_in(file, line)


@pytest.mark.parametrize("file", ["course.yml", "references.yml", "glossary.yml", SETTINGS, CHECK, PRACTICE])
@pytest.mark.parametrize("data", ["# not written yet\n", "~\n", "---\n"], ids=["comment", "null", "mark"])
def test_file_with_nothing_but_comments_is_empty(content: ContentFolder, file: str, data: str) -> None:
    content.write(file, data)
    assert content.told() == told_in(file, "the file: empty; fill it as docs/authors.md says")


def test_folder_in_place_of_a_file_is_told(content: ContentFolder) -> None:
    (content.path / LESSON).unlink()
    (content.path / LESSON).mkdir()
    assert content.told() == told_in(LESSON, "the file: can't be read (Is a directory); make it a readable file")


def test_missing_content_folder_is_told_by_its_files(content: ContentFolder) -> None:
    shutil.rmtree(content.path)
    missing = "the file: missing; write it as docs/authors.md says"
    files = ("course.yml", "glossary.yml", "references.yml")
    assert content.told() == "\n".join(told_in(file, missing) for file in files)


def test_file_from_windows_reads_like_any_other(content: ContentFolder) -> None:
    for file in ("course.yml", CHECK, PRACTICE, LESSON):
        unix = (content.path / file).read_bytes()
        content.write(file, b"\xef\xbb\xbf" + unix.replace(b"\n", b"\r\n"))
    assert load(content.path).modules[0].lesson == load(SAMPLE).modules[0].lesson


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        fault(
            CHECK, "title: Knowledge check 1", "title: Knowledge: check 1",
            "line 1: broken YAML: mapping values are not allowed here; "
            "mend the line; a text that holds ': ' or starts with a sign wants quotes",
            id="colon in a text",
        ),
        fault(
            CHECK, STEM, "  stem: *first of all\n",
            "line 26: broken YAML: found undefined alias 'first'; "
            "mend the line; a text that holds ': ' or starts with a sign wants quotes",
            id="sign at the start",
        ),
        fault(
            CHECK, "  type: single", "\ttype: single",
            r"line 24: broken YAML: found character '\t' that cannot start any token; "
            "mend the line; a text that holds ': ' or starts with a sign wants quotes",
            id="tab",
        ),
        fault(
            CHECK, "title: Knowledge check 1\n", "title: &loop [*loop]\n",
            "the file: broken YAML: maximum recursion depth exceeded; save the file as plain UTF-8 YAML",
            id="list in itself",
        ),
        fault(
            CHECK, "  domain: brewing\n", "  domain: brewing\n  domain: brewing\n",
            "line 40, m1-k01.domain: stands twice; keep one of the two",
            id="field twice in an item",
        ),
        fault(
            CHECK, "    text: Milk\n", "    text: Milk\n    text: Cream\n",
            "line 30, m1-k01.options[0].text: stands twice; keep one of the two",
            id="field twice in an option",
        ),
        fault(
            "course.yml", "title: Making tea\n", "title: Making tea\ntitle: Tea\n",
            "line 3, title: stands twice; keep one of the two",
            id="field twice in the course",
        ),
    ],
)  # fmt: skip
def test_broken_yaml_is_told_with_its_line(content: ContentFolder, file: str, old: str, new: str, told: str) -> None:
    content.replace(file, old, new)
    assert content.told() == told


# --- Fields -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        fault(
            CHECK, "  domain: brewing", "  domain: brewing\n  colour: red",
            "line 40, m1-k01.colour: unknown field; choose one of bloom, claims, domain, enemy_set, id, key, nuance, "
            "objective, options, refs, reviewed_by, safety, status, stem, type, version, waive",
            id="unknown field",
        ),
        fault(
            CHECK, "  bloom: apply", "  blom: apply",
            "line 23, m1-k01.bloom: missing; add it",
            "line 38, m1-k01.blom: unknown field; did you mean 'bloom'?",
            id="misspelt field of an item",
        ),
        fault(
            PRACTICE, "    rationale: Because the text under a", "    rational: Because the text under a",
            "line 7, m1-p01.options[0].rationale: missing; say why a learner might choose it, or why it is right",
            "line 9, m1-p01.options[0].rational: unknown field; did you mean 'rationale'?",
            id="misspelt field of an option",
        ),
        fault(
            CHECK, "  points: 1", "  point: 1",
            "line 6, m1-o1-a.point: unknown field; did you mean 'points'?",
            id="misspelt field of a slot",
        ),
        fault(
            CHECK, "intro: Six", "introo: Six",
            "line 1, intro: missing; write it",
            "line 2, introo: unknown field; did you mean 'intro'?",
            id="misspelt field of a check",
        ),
        fault(
            "course.yml", "pass_mark", "passmark",
            "line 1, pass_mark: missing; add it",
            "line 4, passmark: unknown field; did you mean 'pass_mark'?",
            id="misspelt field of the course",
        ),
        fault(
            "course.yml", "      how:", "      hwo:",
            "line 12, crisis.lines[0].how: missing; add it",
            "line 14, crisis.lines[0].hwo: unknown field; did you mean 'how'?",
            id="misspelt field of a help line",
        ),
        fault(
            SETTINGS, "level: remember", "lvl: remember",
            "line 6, objectives[0].level: missing; add it",
            "line 8, objectives[0].lvl: unknown field; did you mean 'level'?",
            id="misspelt field of an objective",
        ),
        fault(
            "references.yml", "citation", "citaton",
            "line 1, kettle-2020.citation: missing; add it",
            "line 2, kettle-2020.citaton: unknown field; did you mean 'citation'?",
            id="misspelt field of a reference",
        ),
        fault(
            "glossary.yml", "definition", "defnition",
            "line 2, steep.definition: missing; add it",
            "line 4, steep.defnition: unknown field; did you mean 'definition'?",
            id="misspelt field of a term",
        ),
        fault(
            CHECK, "blueprint:", "bluprint:",
            "line 1, blueprint: missing; begin the list with 'blueprint:'",
            "line 3, bluprint: unknown field; did you mean 'blueprint'?",
            id="misspelt list",
        ),
        fault(
            CHECK, "    rationale: Because the text under b is what a tester would ask about here.\n", "",
            "line 31, m1-k01.options[1].rationale: missing; say why a learner might choose it, or why it is right",
            id="missing rationale",
        ),
        fault(CHECK, STEM, "", "line 23, m1-k01.stem: missing; write the question", id="missing stem"),
        fault(CHECK, STEM, "  stem:\n", "line 26, m1-k01.stem: empty; write the question", id="empty stem"),
        fault(CHECK, STEM, "  stem: ' '\n", "line 26, m1-k01.stem: empty; write it", id="blank stem"),
        fault(CHECK, "  key: b\n", "", "line 23, m1-k01.key: missing; name the right option", id="missing key"),
        fault(CHECK, "- id: m1-k01\n  type", "- type", "line 23, items[0].id: missing; add it", id="missing id"),
        fault(
            CHECK, "  status: draft", "",
            "line 23, m1-k01.status: missing; write 'draft' until two experts have reviewed it",
            id="missing status",
        ),
        fault(
            CHECK, "  type: single\n", "",
            "line 23, m1-k01: the item's 'type' is missing; choose one of matching, multiple, ordering, scenario, "
            "short, single, true-false-reason",
            id="missing type",
        ),
        fault(
            CHECK, "type: single", "type: singel",
            "line 23, m1-k01: 'singel' is no item type; did you mean 'single'?",
            id="unknown type",
        ),
        fault(
            CHECK, "bloom: apply", "bloom: aply",
            "line 38, m1-k01.bloom: 'aply' is not one of remember, understand, apply, analyze, evaluate, create; "
            "did you mean 'apply'?",
            id="unknown level",
        ),
        fault(
            CHECK, "  version: 1", "  version: one",
            "line 41, m1-k01.version: 'one' is no whole number; write one in digits",
            id="version in words",
        ),
        fault(
            CHECK, "  version: 1", "  version: 1\n  safety: maybe",
            "line 42, m1-k01.safety: 'maybe' is neither true nor false; write true or false",
            id="safety perhaps",
        ),
        fault(
            CHECK, "    text: Milk\n", "    text: 2021-05-01\n    more: 1\n",
            "line 30, m1-k01.options[0].more: unknown field; choose one of id, rationale, text",
            id="date as a text",
        ),
        fault(
            CHECK, "    text: Milk\n", "    text: 7\n",
            "line 29, m1-k01.options[0].text: 7 is no text; put it in quotes",
            id="number as a text",
        ),
        fault(
            CHECK, "    text: Milk\n", "    text: [Milk]\n",
            "line 29, m1-k01.options[0].text: a list stands where one text belongs; write one",
            id="list as a text",
        ),
        fault(
            CHECK, "    text: Milk\n", "    text: {kind: Milk}\n",
            "line 29, m1-k01.options[0].text: fields stand where one text belongs; write one",
            id="fields as a text",
        ),
        fault(
            CHECK, "  domain: brewing", "  domain: brewing\n  refs: kettle-2020",
            "line 40, m1-k01.refs: 'kettle-2020' stands where a list or fields belong; "
            "see docs/authors.md for the form",
            id="text as a list",
        ),
        fault(
            "course.yml", "0.8", "80", "line 4, pass_mark: 80.0 is no share; write a number from 0 to 1, as 0.8",
            id="pass mark in per cent",
        ),
        fault(
            "course.yml", "0.8", "0", "line 4, pass_mark: 0.0 is no share; write a number from 0 to 1, as 0.8",
            id="pass mark nought",
        ),
        fault(
            "course.yml", "0.8", "-0.8", "line 4, pass_mark: -0.8 is no share; write a number from 0 to 1, as 0.8",
            id="pass mark below nought",
        ),
        fault(
            "course.yml", "0.8", "eighty", "line 4, pass_mark: 'eighty' is no number; write it in digits",
            id="pass mark in words",
        ),
        fault(
            "references.yml", "2026-11-21", "2026-02-30",
            "line 5, kettle-2020.checked: '2026-02-30' is no date; write it like 2026-11-21",
            id="day that no calendar has",
        ),
        fault(
            "references.yml", "2026-11-21", "today",
            "line 5, kettle-2020.checked: 'today' is no date; write it like 2026-11-21",
            id="date in words",
        ),
        fault(
            "references.yml", "https://example.org", "ftp://example.org",
            "line 3, kettle-2020.url: 'ftp://example.org/kettle' is no web address; start it with https://",
            id="address of a reference",
        ),
    ],
)  # fmt: skip
def test_faulty_field_is_told_with_its_remedy(content: ContentFolder, file: str, old: str, new: str, told: str) -> None:
    content.replace(file, old, new)
    assert content.told() == told


def test_entry_that_is_no_item_is_told_by_its_place(content: ContentFolder) -> None:
    content.change(CHECK, lambda data: data["items"].append("m1-k07"))
    line = "line 180, items[6]: 'm1-k07' stands where a list or fields belong; see docs/authors.md for the form"
    assert content.told() == told_in(CHECK, line)


def test_list_in_place_of_references_is_told(content: ContentFolder) -> None:
    content.write("references.yml", "- kettle-2020\n")
    line = "line 1: \"['kettle-2020']\" stands where a list or fields belong; see docs/authors.md for the form"
    assert content.told() == told_in("references.yml", line)


# --- Options, prompts, reasons ------------------------------------------------------------------------


def options(number: int) -> Callable[[dict[str, Any]], None]:
    """A change that leaves an item so many options, the first of them unchanged."""

    def act(item: dict[str, Any]) -> None:
        first = item["options"]
        more = [{"id": f"x{n}", "text": "more", "rationale": "more"} for n in range(number)]
        item["options"] = (first + more)[:number]

    return act


@pytest.mark.parametrize(
    ("item", "number", "line"),
    [
        ("m1-k01", 2, "line 27, m1-k01.options: 2 options; an item of type single has 3 or 4"),
        ("m1-k01", 5, "line 27, m1-k01.options: 5 options; an item of type single has 3 or 4"),
        ("m1-k02", 6, "line 46, m1-k02.options: 6 options; an item of type multiple has 4 or 5"),
        ("m1-k04", 6, "line 107, m1-k04.options: 6 options for 4 prompts; give one option more than prompts"),
        ("m1-k06", 5, "line 162, m1-k06.options: 5 options; an item of type scenario has 3 or 4"),
    ],
)
def test_wrong_number_of_options_is_told(content: ContentFolder, item: str, number: int, line: str) -> None:
    content.change_item(item, options(number))
    assert content.told() == told_in(CHECK, line)


@pytest.mark.parametrize(
    ("item", "number", "lines"),
    [
        (
            "m1-k02", 3,
            ["line 46, m1-k02.options: 3 options; an item of type multiple has 4 or 5",
             "line 58, m1-k02.key[1]: 'd' is not one of the options a, b, c; name one of them"],
        ),
        (
            "m1-k03", 3,
            ["line 70, m1-k03.options: 3 options; an item of type true-false-reason has 2",
             "line 70, m1-k03.options: the ids are true, false, x0; use 'true' and 'false', quoted"],
        ),
        (
            "m1-k04", 4,
            ["line 107, m1-k04.options: 4 options; an item of type matching has 5 or 6",
             "line 107, m1-k04.options: 4 options for 4 prompts; give one option more than prompts"],
        ),
        (
            "m1-k04", 7,
            ["line 107, m1-k04.options: 7 options; an item of type matching has 5 or 6",
             "line 107, m1-k04.options: 7 options for 4 prompts; give one option more than prompts"],
        ),
        (
            "m1-k05", 3,
            ["line 136, m1-k05.options: 3 options; an item of type ordering has 4 or 5",
             "line 146, m1-k05.key: not every option once; order all of a, b, c",
             "line 149, m1-k05.key[2]: 'd' is not one of the options a, b, c; name one of them"],
        ),
        (
            "m1-k05", 6,
            ["line 136, m1-k05.options: 6 options; an item of type ordering has 4 or 5",
             "line 155, m1-k05.key: not every option once; order all of a, b, c, d, x0, x1"],
        ),
    ],
)  # fmt: skip
def test_wrong_number_of_options_is_told_with_what_follows_from_it(
    content: ContentFolder, item: str, number: int, lines: list[str]
) -> None:
    content.change_item(item, options(number))
    assert content.told() == told_in(CHECK, *lines)


def _drop(field: str, number: int = 1) -> Callable[[dict[str, Any]], None]:
    return lambda item: item[field].__delitem__(slice(-number, None))


@pytest.mark.parametrize(
    ("item", "act", "lines"),
    [
        (
            "m1-k03", _drop("reasons"),
            ["line 77, m1-k03.reasons: 2 reasons; an item of type true-false-reason has 3"],
        ),
        (
            "m1-k03", lambda item: item["reasons"].clear(),
            ["line 77, m1-k03.reasons: 0 reasons; an item of type true-false-reason has 3"],
        ),
        (
            "m1-k04", _drop("prompts"),
            ["line 98, m1-k04.prompts: 3 prompts; an item of type matching has 4 or 5",
             "line 105, m1-k04.options: 5 options for 3 prompts; give one option more than prompts",
             "line 125, m1-k04.key.p4: 'p4' is not one of the prompts p1, p2, p3; name one of them"],
        ),
        (
            "m1-p07", _drop("rubric"),
            ["line 164, m1-p07.rubric: 2 points; give three, one for each point of the score"],
        ),
        (
            "m1-p07", _drop("rubric", 2),
            ["line 164, m1-p07.rubric: 1 point; give three, one for each point of the score"],
        ),
        (
            "m1-k01", lambda item: item["options"][1].update(id="a"),
            ["line 31, m1-k01.options[1].id: 'a' stands twice; give each its own id",
             "line 37, m1-k01.key: 'b' is not one of the options a, a, c; name one of them"],
        ),
        (
            "m1-k01", lambda item: item["options"][2].update(id="C"),
            ["line 34, m1-k01.options[2].id: 'C' is no id; use small letters, digits and hyphens"],
        ),
        (
            "m1-k04", lambda item: item["prompts"][1].update(id="p1"),
            ["line 101, m1-k04.prompts[1].id: 'p1' stands twice; give each its own id",
             "line 125, m1-k04.key.p2: 'p2' is not one of the prompts p1, p1, p3, p4; name one of them"],
        ),
        (
            "m1-k03", lambda item: item["reasons"][1].update(id="a"),
            ["line 81, m1-k03.reasons[1].id: 'a' stands twice; give each its own id"],
        ),
        (
            "m1-k03", lambda item: item["options"][0].update(id=True),
            ["line 70, m1-k03.options: the ids are false; use 'true' and 'false', quoted",
             "line 71, m1-k03.options[0].id: True is no text; put it in quotes"],
        ),
        (
            "m1-k03", lambda item: item["options"].reverse(),
            ["line 70, m1-k03.options: the ids are false, true; use 'true' and 'false', quoted"],
        ),
        (
            "m1-k03", lambda item: item["options"][0].update(text=True),
            ["line 72, m1-k03.options[0].text: True is no text; put it in quotes"],
        ),
        (
            "m1-k01", lambda item: item["options"].__setitem__(0, "Milk"),
            [("line 28, m1-k01.options[0]: 'Milk' stands where a list or fields belong; "
              "see docs/authors.md for the form")],
        ),
    ],
)  # fmt: skip
def test_faulty_parts_of_an_item_are_told(
    content: ContentFolder, item: str, act: Callable[[dict[str, Any]], None], lines: list[str]
) -> None:
    content.change_item(item, act)
    assert content.told() == told_in(CHECK if "-k" in item else PRACTICE, *lines)


# --- Keys ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("item", "key", "lines"),
    [
        ("m1-k01", "e", ["line 37, m1-k01.key: 'e' is not one of the options a, b, c; name one of them"]),
        ("m1-k01", ["b"], ["line 37, m1-k01.key: a list stands where one text belongs; write one"]),
        ("m1-k06", "z", ["line 175, m1-k06.key: 'z' is not one of the options a, b, c, d; name one of them"]),
        (
            "m1-k02", "a",
            ["line 59, m1-k02.key: 'a' stands where a list or fields belong; see docs/authors.md for the form"],
        ),
        ("m1-k02", ["a"], ["line 59, m1-k02.key: 1 right option; name two or more, but not all"]),
        ("m1-k02", ["a", "b", "c", "d"], ["line 59, m1-k02.key: 4 right options; name two or more, but not all"]),
        ("m1-k02", ["a", "a"], ["line 59, m1-k02.key: an option stands twice; name each once"]),
        (
            "m1-k02", ["a", "z"],
            ["line 61, m1-k02.key[1]: 'z' is not one of the options a, b, c, d; name one of them"],
        ),
        ("m1-k03", ["false"], ['line 87, m1-k03.key: 1 part; name the answer and the reason, as in ["false", b]']),
        (
            "m1-k03", ["false", "a", "b"],
            ['line 87, m1-k03.key: 3 parts; name the answer and the reason, as in ["false", b]'],
        ),
        (
            "m1-k03", ["no", "a"],
            ["line 88, m1-k03.key[0]: 'no' is not one of the options true, false; name one of them"],
        ),
        (
            "m1-k03", ["false", "z"],
            ["line 89, m1-k03.key[1]: 'z' is not one of the reasons a, b, c; name one of them"],
        ),
        ("m1-k03", [False, "a"], ["line 88, m1-k03.key[0]: False is no text; put it in quotes"]),
        (
            "m1-k04", {"p1": "a", "p2": "b", "p3": "c"},
            ["line 123, m1-k04.key: no option for p4; match every prompt"],
        ),
        (
            "m1-k04", {"p1": "a", "p2": "b", "p3": "c", "p4": "a"},
            ["line 123, m1-k04.key: 'a' is matched 2 times; match each option once"],
        ),
        (
            "m1-k04", {"p1": "a", "p2": "b", "p3": "c", "p4": "z"},
            ["line 127, m1-k04.key.p4: 'z' is not one of the options a, b, c, d, e; name one of them"],
        ),
        (
            "m1-k04", {"p1": "a", "p2": "b", "p3": "c", "p4": "d", "p5": "e"},
            ["line 128, m1-k04.key.p5: 'p5' is not one of the prompts p1, p2, p3, p4; name one of them"],
        ),
        (
            "m1-k04", ["a", "b", "c", "d"],
            [("line 123, m1-k04.key: \"['a', 'b', 'c', 'd']\" stands where a list or fields belong; "
              "see docs/authors.md for the form")],
        ),
        (
            "m1-k05", ["b", "a", "d"],
            ["line 149, m1-k05.key: not every option once; order all of a, b, c, d"],
        ),
        (
            "m1-k05", ["b", "a", "d", "d"],
            ["line 149, m1-k05.key: not every option once; order all of a, b, c, d"],
        ),
    ],
)  # fmt: skip
def test_faulty_key_is_told(content: ContentFolder, item: str, key: object, lines: list[str]) -> None:
    content.change_item(item, lambda one: one.update(key=key))
    assert content.told() == told_in(CHECK, *lines)


# --- Ids and names ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        fault(
            CHECK, "id: m1-k02", "id: m1-k01",
            "line 42, m1-k01.id: also used at line 23 of content/modules/01-tea/check.yml; "
            "ids are permanent, choose a new one",
            id="id twice in a file",
        ),
        fault(
            CHECK, "id: m1-k02", "id: m1-p01",
            "line 42, m1-p01.id: also used at line 2 of content/modules/01-tea/practice.yml; "
            "ids are permanent, choose a new one",
            id="id twice across files",
        ),
        fault(
            CHECK, "id: m1-k01", "id: k01",
            "line 23, k01.id: does not begin with its module, 'm1-'; write it like m1-p01",
            id="id without its module",
        ),
        fault(
            CHECK, "id: m1-k01", "id: m1-K01",
            "line 23, m1-K01.id: is no id; use at most 64 small letters, digits and hyphens",
            id="id in capitals",
        ),
        fault(
            CHECK, "id: m1-k01", f"id: m1-{'k' * 62}",
            f"line 23, m1-{'k' * 62}.id: is no id; use at most 64 small letters, digits and hyphens",
            id="id longer than a cell's may be",
        ),
        fault(
            CHECK, "  objective: m1-o1\n  stem", "  objective: m1-o9\n  stem",
            "line 25, m1-k01.objective: 'm1-o9' is no objective of this module; did you mean 'm1-o2'?",
            id="unknown objective of an item",
        ),
        fault(
            CHECK, "  objective: m1-o1\n  points", "  objective: tasting\n  points",
            "line 5, m1-o1-a.objective: 'tasting' is no objective of this module; choose one of m1-o1, m1-o2",
            id="unknown objective of a slot",
        ),
        fault(
            CHECK, "domain: brewing", "domain: brewin",
            "line 39, m1-k01.domain: 'brewin' is no domain of the course; did you mean 'brewing'?",
            id="unknown domain",
        ),
        fault(
            CHECK, "  domain: brewing", "  domain: brewing\n  refs: [kettle-2020, kettle-2021]",
            "line 40, m1-k01.refs: 'kettle-2021' is no reference; did you mean 'kettle-2020'?",
            id="unknown reference of an item",
        ),
        fault(
            CHECK, "  domain: brewing", "  domain: brewing\n  refs: [pot]",
            "line 40, m1-k01.refs: 'pot' is no reference; add it to references.yml",
            id="reference like no other",
        ),
        fault(
            "course.yml", "refs: [kettle-2020]", "refs: [kettle-2]",
            "line 16, kitchen.refs: 'kettle-2' is no reference; did you mean 'kettle-2020'?",
            id="unknown reference of a help line",
        ),
        fault(
            CHECK, "slot: m1-o1-b", "slot: m1-o1-a",
            "line 7, m1-o1-a.slot: also used at line 4 of content/modules/01-tea/check.yml; "
            "slots are permanent, choose a new one",
            id="slot twice",
        ),
        fault(
            CHECK, "slot: m1-o1-b", "slot: intro",
            "line 7, intro.slot: 'intro' names another cell of every check; choose a new one, like m1-o1-a",
            id="slot named like another cell",
        ),
        fault(
            CHECK, "slot: m1-o1-b", "slot: m1 o1 b",
            "line 7, m1 o1 b.slot: is no grade_id; use at most 64 letters, digits, hyphens and underscores",
            id="slot with spaces",
        ),
        fault(
            CHECK, "points: 2", "points: 0",
            "line 15, m1-o1-d.points: 0 points; give 1 or more",
            id="slot for nothing",
        ),
        fault(
            CHECK, "points: 2", "points: 1.5",
            "line 15, m1-o1-d.points: '1.5' is no whole number; write one in digits",
            id="slot for half a point",
        ),
        fault(
            CHECK, "points: 2", "points: .inf",
            "line 15, m1-o1-d.points: input should be a finite number; see docs/authors.md for the form",
            id="slot for ever",
        ),
        fault(
            SETTINGS, "id: m1\n", "id: m-1\n",
            "line 1, id: 'm-1' is no module id; use small letters and digits, as m1",
            id="module id with a hyphen",
        ),
        fault(
            "glossary.yml", "module: m1", "module: m2",
            "line 5, steep.module: 'm2' is no module; choose one of m1",
            id="term of no module",
        ),
        fault(
            "glossary.yml", "    module: m1\n", "    module: m1\n  - {id: steep, term: S, definition: d, module: m1}\n",
            "line 6, steep.id: also used at line 2; give each term its own id",
            id="term twice",
        ),
        fault(
            "glossary.yml", "id: steep\n", "id: m1-p01\n",
            f"line 2, m1-p01.id: also used at line 2 of content/{PRACTICE}; give the term an id that no item has",
            id="term with the id of an item",
        ),
        fault(
            "course.yml", "[01-tea]", "[tea]",
            "line 18, modules[0]: 'tea' is no module folder; name it like 01-short-title",
            id="module without a number",
        ),
        fault(
            "course.yml", "[01-tea]", "[01-tea, 02-coffee]",
            "line 18, modules[1]: there is no folder content/modules/02-coffee; add it, or mend the name",
            id="module that is not there",
        ),
        fault(
            "course.yml", "[01-tea]", "[01-tea, 01-coffee]",
            "line 18, modules[1]: '01-coffee' has the number of '01-tea'; give it its own",
            id="two modules of one number",
        ),
    ],
)  # fmt: skip
def test_name_that_fits_nothing_is_told(content: ContentFolder, file: str, old: str, new: str, told: str) -> None:
    content.replace(file, old, new)
    assert content.told() == told


def test_two_modules_with_one_id_are_told(content: ContentFolder) -> None:
    shutil.copytree(content.path / MODULE, content.path / "modules" / "02-tea")
    content.replace("course.yml", "[01-tea]", "[01-tea, 02-tea]")
    line = "  line 1, id: also used by 01-tea; give each module its own id\n"
    assert f"modules/02-tea/module.yml: 2 problems\n{line}" in content.told()  # its reflection is the first one's, too


# --- The blueprint --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        fault(
            CHECK, "- slot: m1-o2-a", "- slot: m1-o1-e\n  objective: m1-o1\n- slot: m1-o2-a",
            "line 3, blueprint: 5 slots of m1-o1 draw from 4 items; write more items or take slots away",
            id="more slots than items",
        ),
        fault(
            CHECK, "  objective: m1-o2\n  points: 1", "  objective: m1-o2\n  points: 1\n  safety: true",
            "line 3, blueprint: 1 slot of m1-o2 draws from 0 safety items; write more items or take slots away",
            id="safety slot without safety items",
        ),
    ],
)  # fmt: skip
def test_pool_that_is_too_small_is_told(content: ContentFolder, file: str, old: str, new: str, told: str) -> None:
    content.replace(file, old, new)
    assert content.told() == told


def test_enemy_sets_that_make_the_draw_impossible_are_told(content: ContentFolder) -> None:
    for item in ("m1-k01", "m1-k05"):
        content.change_item(item, lambda one: one.update(enemy_set="pot"))
    line = (
        "line 3, blueprint: no form of check-01 can fill the slots m1-o2-a, m1-o2-b, m1-o1-a, m1-o1-b, m1-o1-c, "
        "m1-o1-d from 6 items; write more items, or loosen an enemy_set"
    )
    assert content.told() == told_in(CHECK, line)


def test_check_without_questions_is_told(content: ContentFolder) -> None:
    content.change(CHECK, lambda data: data.update(blueprint=[]))
    assert content.told() == told_in(CHECK, "line 3, blueprint: empty; list a slot for each question")


def test_short_answer_in_a_check_is_told(content: ContentFolder) -> None:
    def add_short(data: dict[str, Any]) -> None:
        short = {"id": "m1-k07", "type": "short", "objective": "m1-o2", "stem": "How?", "model_answer": "So."}
        more = {"rubric": ["a", "b", "c"], "bloom": "apply", "domain": "brewing", "status": "draft", "version": 1}
        data["items"].append(short | more)

    content.change(CHECK, add_short)
    line = "line 181, m1-k07.type: a check can't mark a short answer; move it to practice.yml, or use another type"
    assert content.told() == told_in(CHECK, line)


def test_slot_says_only_what_the_draw_needs() -> None:
    slot = Slot(slot="m1-o1-a", objective="m1-o1")
    safety = Slot(slot="m1-o1-b", objective="m1-o1", points=2, safety=True)
    assert slot_json(slot) == {"slot": "m1-o1-a", "objective": "m1-o1", "points": 1}
    assert slot_json(safety) == {"slot": "m1-o1-b", "objective": "m1-o1", "points": 2, "safety": True}


# --- The reading --------------------------------------------------------------------------------------

CELL = '```{code-cell} ipython3\npractice("m1-p02")\n```'
OTHER_CELL = (
    "line {}, code-cell: '{}' is no activity alone; "
    'let it hold one of practice("..."), roleplay("..."), reflect("..."), flashcards("..."), exam("...")'
)
NOWHERE = told_in(
    PRACTICE, 'line 21, m1-p02.id: stands nowhere in lesson.md; give it a code cell with practice("m1-p02")'
)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (CELL, "", NOWHERE),
        (
            '"m1-p02"', '"m1-p01"',
            told_in(LESSON, "line 25, practice: 'm1-p01' stands at line 21 already; place it once") + "\n" + NOWHERE,
        ),
        (
            '"m1-p02"', '"m1-p22"',
            told_in(LESSON, "line 25, practice: 'm1-p22' is no practice item; did you mean 'm1-p02'?") + "\n" + NOWHERE,
        ),
        (
            '"m1-p02"', '"kettle"',
            told_in(
                LESSON,
                "line 25, practice: 'kettle' is no practice item; write it in practice.yml",
            ) + "\n" + NOWHERE,
        ),
        (
            CELL, 'practice("m1-p02")',
            told_in(LESSON, "line 24, practice: 'm1-p02' stands outside a code cell; put it into a {code-cell}"),
        ),
        (
            CELL, '```python\npractice("m1-p02")\n```',
            told_in(LESSON, "line 25, practice: 'm1-p02' stands outside a code cell; put it into a {code-cell}"),
        ),
        (
            "[@kettle-2020]", "[@kettle-2021]",
            told_in(LESSON, "line 14, citation: 'kettle-2021' is no reference; did you mean 'kettle-2020'?"),
        ),
        (
            "[@kettle-2020]", "[@kettle-2020; @pot]",
            told_in(LESSON, "line 14, citation: 'pot' is no reference; add it to references.yml"),
        ),
        (
            "![A round cup seen from above]", "![ ]",
            told_in(LESSON, "line 18, figure: figures/cup.svg has no alt text; say in words what it shows"),
        ),
        (
            "cup.svg", "mug.svg",
            told_in(LESSON, "line 18, figure: figures/mug.svg is missing; add the file or mend the path"),
        ),
        (
            "Tea wants", "![A cup from the side](figures/side/cup.svg)\n\nTea wants",
            told_in(
                LESSON,
                "line 14, figure: figures/side/cup.svg is missing; add the file or mend the path",
                "line 20, figure: figures/cup.svg has the file name of figures/side/cup.svg at line 14; "
                "give each figure of a module a file name of its own",
            ),
        ),
        (
            CELL, CELL.replace("practice", "show"),
            told_in(LESSON, OTHER_CELL.format(24, 'show("m1-p02")')) + "\n" + NOWHERE,
        ),
        (
            CELL, CELL.replace("practice", "import os\npractice"),
            told_in(LESSON, OTHER_CELL.format(24, "import os")),
        ),
        (
            CELL, CELL + "\n```{code-cell} ipython3\n```\n",
            told_in(LESSON, OTHER_CELL.format(27, "")),
        ),
        (
            'roleplay("m1-r1")', 'roleplay("m1-r2")',
            told_in(LESSON, "line 55, roleplay: 'm1-r2' is no role-play; did you mean 'm1-r1'?") + "\n" + told_in(
                STORY, 'line 1, id: stands nowhere in lesson.md; give it a code cell with roleplay("m1-r1")'
            ),
        ),
        (
            'reflect("m1-w1")', 'reflect("w1")',
            told_in(LESSON, "line 63, reflect: 'w1' is no reflection; write it in module.yml") + "\n" + told_in(
                SETTINGS,
                'line 13, reflection.id: stands nowhere in lesson.md; give it a code cell with reflect("m1-w1")',
            ),
        ),
        (
            'flashcards("m1")', 'flashcards("m2")',
            told_in(LESSON, "line 69, flashcards: 'm2' is no deck of this lesson; write 'm1'"),
        ),
        (
            "figures/cup.svg", "https://tea.example/cup.svg",
            told_in(LESSON, "line 18, figure: https://tea.example/cup.svg is missing; add the file or mend the path"),
        ),
    ],
    ids=[
        "practice placed nowhere",
        "practice placed twice",
        "practice misspelt",
        "practice unknown",
        "practice in the text",
        "practice in a listing",
        "citation misspelt",
        "citation unknown",
        "figure without alt text",
        "figure missing",
        "figures of one name",
        "cell that calls nothing known",
        "cell with more than a call",
        "cell without code",
        "role-play misspelt",
        "reflection misspelt",
        "flashcards of another module",
        "figure from outside",
    ],
)  # fmt: skip
def test_faulty_reading_is_told(content: ContentFolder, old: str, new: str, told: str) -> None:
    content.replace(LESSON, old, new)
    assert content.told() == told


def test_deck_without_a_card_is_told(content: ContentFolder) -> None:
    content.change("glossary.yml", lambda data: [term.update(module="m9") for term in data["terms"]])
    line = "line 69, flashcards: 'm1' is no deck of this lesson; give glossary.yml terms with 'module: m1'"
    assert told_in(LESSON, line) in content.told()


@pytest.mark.parametrize("data", ["terms: [\n", "terms: none\n"])
def test_unreadable_glossary_does_not_blame_the_reading(content: ContentFolder, data: str) -> None:
    content.write("glossary.yml", data)
    assert LESSON not in content.told()


def test_unreadable_practice_does_not_blame_the_reading(content: ContentFolder) -> None:
    content.write(PRACTICE, "items: [\n")
    assert [line for line in content.told().splitlines() if LESSON in line] == []


def test_citation_names_one_source_or_several() -> None:
    found = [ids for _, ids in citations("One [@a]. Two [@b-2; @c]. None [x](@d) or [@ e].")]
    assert found == [["a"], ["b-2", "c"]]


@pytest.mark.parametrize("link", ["notes.md", "/hub/logout", "../x", "ftp://tea.example", "data:image/png;base64,x"])
@pytest.mark.parametrize(
    ("item", "field", "line"),
    [
        ("m1-k01", "stem", "line 26, m1-k01.stem"),
        ("m1-p07", "model_answer", "line 163, m1-p07.model_answer"),
    ],
)
def test_link_that_is_no_web_address_is_told(
    content: ContentFolder, item: str, field: str, line: str, link: str
) -> None:
    content.change_item(item, lambda one: one.update({field: f"[tea]({link})"}))
    told = f"{line}: a link that is no web address; start links with https://"
    assert content.told() == told_in(CHECK if "-k" in item else PRACTICE, told)


def test_words_that_would_cut_the_master_in_two_are_told(content: ContentFolder) -> None:
    content.change_item("m1-k01", lambda one: one["options"][1].update(rationale="### END HIDDEN TESTS"))
    told = "words that nbgrader cuts a notebook by; write 'HIDDEN TESTS' in small letters"
    assert content.told() == told_in(CHECK, f"line 33, m1-k01.options[1].rationale: {told}")


def test_link_in_a_rationale_or_rubric_is_told_too(content: ContentFolder) -> None:
    content.change_item("m1-p01", lambda one: one["options"][1].update(rationale="[x](y)"))
    content.change_item("m1-p07", lambda one: one["rubric"].__setitem__(2, "[x](y)"))
    assert content.told() == told_in(
        PRACTICE,
        "line 12, m1-p01.options[1].rationale: a link that is no web address; start links with https://",
        "line 167, m1-p07.rubric[2]: a link that is no web address; start links with https://",
    )


@pytest.mark.parametrize(
    "text",
    ["```c++\nint a;\n```", "1234567. A year is no list.", "<https://tea.example>", "2014. A review.", "a\n\n---\n\nb"],
)
def test_plain_markdown_is_never_taken_for_a_link(content: ContentFolder, text: str) -> None:
    content.change_item("m1-k01", lambda one: one.update(stem=text))
    assert load(content.path).modules[0].check.items[0].stem == text


# --- All faults at once -------------------------------------------------------------------------------


def test_ten_faults_in_seven_files_are_told_at_once_by_file_and_line(content: ContentFolder) -> None:
    content.replace("course.yml", "0.8", "80")
    content.replace("course.yml", "refs: [kettle-2020]", "refs: [kettle-2021]")
    content.replace("references.yml", "2026-11-21", "yesterday")
    content.replace("glossary.yml", "module: m1", "module: m9")
    content.replace(SETTINGS, "level: apply", "level: aply")
    content.replace(CHECK, "  domain: brewing", "  domain: brewin")
    content.replace(CHECK, "points: 2", "points: 0")
    content.replace(CHECK, "  version: 1\n- id: m1-k02", "  version: one\n- id: m1-k02")
    content.replace(LESSON, "figures/cup.svg", "figures/mug.svg")
    content.replace(PRACTICE, "  key: b\n", "  key: e\n")
    assert content.told() == "\n".join(
        [
            told_in(
                "course.yml",
                "line 4, pass_mark: 80.0 is no share; write a number from 0 to 1, as 0.8",
                "line 16, kitchen.refs: 'kettle-2021' is no reference; did you mean 'kettle-2020'?",
            ),
            told_in(
                "glossary.yml",
                "line 5, steep.module: 'm9' is no module; choose one of m1",
            ),
            told_in(
                CHECK,
                "line 15, m1-o1-d.points: 0 points; give 1 or more",
                "line 39, m1-k01.domain: 'brewin' is no domain of the course; did you mean 'brewing'?",
                "line 41, m1-k01.version: 'one' is no whole number; write one in digits",
            ),
            told_in(LESSON, "line 18, figure: figures/mug.svg is missing; add the file or mend the path"),
            told_in(
                SETTINGS,
                "line 11, objectives[1].level: 'aply' is not one of remember, understand, apply, analyze, evaluate, "
                "create; did you mean 'apply'?",
            ),
            told_in(PRACTICE, "line 16, m1-p01.key: 'e' is not one of the options a, b, c; name one of them"),
            told_in(
                "references.yml",
                "line 5, kettle-2020.checked: 'yesterday' is no date; write it like 2026-11-21",
            ),
        ]
    )


def test_fault_in_the_course_file_hides_no_fault_of_a_module(content: ContentFolder) -> None:
    content.replace("course.yml", "pass_mark: 0.8", "pass_mark: most of it")
    content.replace(CHECK, "  key: b\n", "  key: e\n")
    assert content.told() == "\n".join(
        [
            told_in("course.yml", "line 4, pass_mark: 'most of it' is no number; write it in digits"),
            told_in(CHECK, "line 37, m1-k01.key: 'e' is not one of the options a, b, c; name one of them"),
        ]
    )


def test_fault_in_a_module_file_hides_no_fault_of_its_items(content: ContentFolder) -> None:
    content.replace(SETTINGS, "level: apply", "level: aply")
    content.replace(CHECK, "  key: b\n", "  key: e\n")
    content.replace(PRACTICE, "  key: b\n", "  key: e\n")
    assert content.told().count("key: 'e' is not one of the options a, b, c; name one of them") == 2


def test_faults_know_their_place_for_programs_too(content: ContentFolder) -> None:
    content.replace(CHECK, "  key: b\n", "  key: e\n")
    with pytest.raises(ContentError) as error:
        load(content.path)
    what, remedy = "'e' is not one of the options a, b, c", "name one of them"
    assert error.value.faults == (Fault(Path("content") / CHECK, 37, "m1-k01", "key", what, remedy),)


def test_fault_found_twice_is_told_once() -> None:
    one = Fault(Path("check.yml"), 3, "m1-k01", "key", "wrong", "mend it")
    assert str(ContentError([one, one])) == "check.yml: 1 problem\n  line 3, m1-k01.key: wrong; mend it"


def test_every_message_names_a_manual_that_is_there() -> None:
    assert (ROOT / "docs" / "authors.md").is_file()


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("bloom", "did you mean 'bloom'?"),
        ("blom", "did you mean 'bloom'?"),
        ("colour", "choose one of bloom, key, stem"),
    ],
)
def test_hint_names_the_nearest_right_word_or_all(word: str, hint: str) -> None:
    assert nearest(word, ["stem", "key", "bloom"]) == hint


@pytest.mark.parametrize(("number", "words"), [(0, "0 slots"), (1, "1 slot"), (2, "2 slots")])
def test_numbers_agree_with_their_nouns(number: int, words: str) -> None:
    assert counted(number, "slot") == words
