from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from course import exams
from course.activities.exam import exam
from course.bank import load
from course.build.capstone import capstone_files, exam_values
from course.build.sections import sections_by_objective
from course.exams import attempts, drawn, fits
from course.responses import append, read

from .builders import make_record
from .cell_page import Page
from .content_folder import ContentFolder

LEARNERS = [f"learner-{n}" for n in range(60)]


@pytest.fixture(scope="module")
def values(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The exam of the sample course, as it lies beside its page."""
    content = ContentFolder.copied(tmp_path_factory.mktemp("exam") / "content")
    content.add_capstone()
    course = load(content.path)
    assert course.capstone
    return exam_values(course, course.capstone)


def sitting(values: dict[str, Any], **changes: str) -> dict[str, str]:
    """A sitting as a page keeps it, with nothing answered."""
    form = " ".join(drawn(values, "ana", 1))
    return {"state": "running", "form": form, "limit": "5", "used": "61", "place": "2", "flags": ""} | changes


def right(values: dict[str, Any], *items: str) -> dict[str, str]:
    return {item: json.dumps(values["items"][item]["key"]) for item in items}


# --- What is drawn -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [1, 2])
def test_each_domain_has_its_share_whoever_takes_the_exam(values: dict[str, Any], number: int) -> None:
    for learner in LEARNERS:
        form = drawn(values, learner, number)
        assert Counter(values["items"][item]["domain"] for item in form) == {"brewing": 3, "serving": 2}
        assert len(set(form)) == 5


def test_form_is_drawn_alike_for_good(values: dict[str, Any]) -> None:
    # Only what was begun is in the log: before that, a restart must not change what somebody is about to start.
    assert drawn(values, "ana", 1) == ["m1-p03", "cap-p02", "m1-p06", "m1-p01", "cap-p01"]


def test_learners_and_sittings_differ(values: dict[str, Any]) -> None:
    assert len({tuple(drawn(values, learner, 1)) for learner in LEARNERS}) > 20
    assert drawn(values, "ana", 1) != drawn(values, "ana", 2)


def test_questions_of_the_last_sitting_come_again_only_where_no_others_are_left(values: dict[str, Any]) -> None:
    for learner in LEARNERS:
        before = drawn(values, learner, 1)
        again = set(before) & set(drawn(values, learner, 2, before))
        # Of six items on brewing three were asked before, and the three others can be asked; on serving there are two.
        assert again == {"cap-p01", "cap-p02"}


def test_enemies_never_meet(values: dict[str, Any]) -> None:
    items = {
        name: item | ({"enemy_set": "pot"} if name in ("m1-p01", "m1-p02") else {})
        for name, item in values["items"].items()
    }
    for learner in LEARNERS:
        assert len({"m1-p01", "m1-p02"} & set(drawn(values | {"items": items}, learner, 1))) < 2


# --- What a page keeps -------------------------------------------------------------------------------------


def test_sitting_of_the_page_fits(values: dict[str, Any]) -> None:
    form = drawn(values, "ana", 1)
    assert fits(values, sitting(values))
    assert fits(values, sitting(values, limit="", flags=" ".join(form[:2])) | right(values, *form))


def test_sitting_with_an_item_that_was_taken_out_of_the_exam_fits(values: dict[str, Any]) -> None:
    assert fits(values, sitting(values, form="m9-p01 cap-p01", place="1") | {"m9-p01": '["a"]'})


@pytest.mark.parametrize(
    "changes",
    [
        {"state": "over"},
        {"form": ""},
        {"form": "cap-p01 cap-p01"},
        {"form": "cap-p01 state"},
        {"form": "cap-p01 ../x-y"},
        {"form": " ".join(f"m1-p{n}" for n in range(6))},
        {"limit": "0"},
        {"limit": "601"},
        {"limit": "ten"},
        {"used": "-1"},
        {"used": "1.5"},
        {"place": "5"},
        {"flags": "m1-p09"},
        {"cap-p01": "no JSON"},
        {"cap-p01": '["z"]'},
        {"m1-p09": '["a"]'},
        {"colour": "red"},
    ],
    ids=str,
)
def test_what_is_no_sitting_is_refused(values: dict[str, Any], changes: dict[str, str]) -> None:
    assert not fits(values, sitting(values) | changes)


@pytest.mark.parametrize("response", ["words", ["a"], {}, {"form": ["cap-p01"]}])
def test_other_responses_are_no_sittings(values: dict[str, Any], response: object) -> None:
    assert not fits(values, response)


def test_finished_sittings_are_counted_by_what_they_earn_today(values: dict[str, Any]) -> None:
    form = drawn(values, "ana", 1)
    records = [
        make_record(sitting(values) | right(values, *form), item="cap", attempt=1),
        make_record(sitting(values, state="done", used="300") | right(values, *form[:4]), item="cap", attempt=1),
        make_record(sitting(values) | right(values, *form), item="cap", attempt=2),  # still running
        make_record(sitting(values, state="done"), item="cap", attempt=3, at="2026-11-22T10:32:05Z"),
    ]
    assert attempts(values, records) == [
        (1, "2026-11-21T10:32:05Z", 4.0, 5, 300),
        (3, "2026-11-22T10:32:05Z", 0.0, 5, 61),
    ]


# --- The widget --------------------------------------------------------------------------------------------


@pytest.fixture
def log(values: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The learner's log of exams, with the notebook running beside the exam's file."""
    file = tmp_path / "notebooks" / "activities" / "cap.json"
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps({"version": 1, "course": "tea", "activity": values}))
    monkeypatch.chdir(tmp_path / "notebooks")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("JUPYTERHUB_USER", "ana")
    return tmp_path / "data" / "tea" / "exams.jsonl"


def test_sitting_is_kept_in_a_log_of_its_own(log: Path, page: Page, values: dict[str, Any]) -> None:
    exam("cap")
    assert page.answer(sitting(values), attempt=1)["type"] == "saved"
    assert [(one.item, one.attempt, one.response) for one in read(log).records] == [("cap", 1, sitting(values))]
    assert not log.with_name("responses.jsonl").exists()


def test_sitting_goes_on_where_it_was_left(log: Path, page: Page, values: dict[str, Any]) -> None:
    running = sitting(values, used="120") | right(values, "cap-p01")
    append(log, make_record(running, item="cap", attempt=2))
    exam("cap")
    shown = page.widget
    assert shown.saved == {"response": running, "attempt": 2, "at": "2026-11-21T10:32:05Z"}
    assert set(running["form"].split()) <= set(shown.items)


def test_next_form_is_another_one_once_a_sitting_is_done(log: Path, page: Page, values: dict[str, Any]) -> None:
    exam("cap")
    shown = page.widget
    assert shown.form == drawn(values, "ana", 1)
    page.answer(sitting(values))
    assert shown.form == drawn(values, "ana", 1)
    page.answer(sitting(values, state="done"))
    assert shown.form == drawn(values, "ana", 2, shown.saved["response"]["form"].split())
    assert [one["number"] for one in shown.attempts] == [1]
    assert set(shown.form) <= set(shown.items)


def test_page_gets_no_more_questions_than_it_may_show(log: Path, page: Page, values: dict[str, Any]) -> None:
    exam("cap")
    shown = page.widget
    assert set(shown.items) == set(shown.form)
    assert "items" not in shown.exam
    assert {"objective", "domain", "key"} <= set(shown.items["cap-p01"])


def test_another_learner_s_exams_are_not_shown(log: Path, page: Page, values: dict[str, Any]) -> None:
    append(log, make_record(sitting(values, state="done"), item="cap", learner="ben"))
    exam("cap")
    assert page.widget.saved is None
    assert page.widget.attempts == []


@pytest.mark.parametrize("damage", [{"domains": None}, {"items": {}}, {"note": 3}], ids=str)
def test_damaged_file_is_told_in_the_exam_s_place(log: Path, page: Page, damage: dict[str, Any]) -> None:
    file = Path("activities/cap.json")
    values = json.loads(file.read_bytes())
    file.write_text(json.dumps(values | {"activity": values["activity"] | damage}))
    exam("cap")
    damaged = "The file of questions beside this notebook is damaged. Fetch the original again."
    assert [bundle["text/plain"] for bundle in page.shown] == [damaged]


def test_missing_file_is_told_in_the_exam_s_place(log: Path, page: Page) -> None:
    exam("other")
    assert "is missing beside this notebook" in page.shown[-1]["text/plain"]


# --- What the build makes ----------------------------------------------------------------------------------


def test_page_of_the_exam_has_the_frame_of_a_lesson_and_its_sources(content: ContentFolder) -> None:
    content.add_capstone()
    course = load(content.path)
    assert course.capstone
    files = {str(path): data for path, data in capstone_files(course, course.capstone).items()}
    assert sorted(files) == ["activities/cap.json", "capstone.ipynb"]
    cells = {cell["id"]: cell for cell in json.loads(files["capstone.ipynb"])["cells"]}
    assert list(cells)[1:5] == ["aims", "help", "how-to-start", "start"]
    assert "".join(cells["start"]["source"]) == "from course import exam"
    assert "".join(cells["cap"]["source"]) == 'exam("cap")'
    face = "".join(cells["cap"]["outputs"][0]["data"]["text/html"])
    assert "Brewing: 3" in face
    assert "<em>kitchen</em>" in face
    assert "1. " in "".join(cells["sources"]["source"])


def test_exam_knows_where_each_aim_is_practised(content: ContentFolder) -> None:
    module = load(content.path).modules[0]
    assert sections_by_objective(module) == {"m1-o1": ["Water first", "Then leaves"], "m1-o2": ["Then leaves"]}


def test_only_the_names_of_a_sitting_s_own_fields_lack_a_hyphen() -> None:
    assert [name for name in exams._OWN if "-" in name] == []
