from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from course import exams, progress, responses
from course.bank import load
from course.build.course_file import course_files
from course.build.lessons import lesson_files
from course.question_files import CheckQuestions, QuestionFileError, course_data
from course.responses import Record

from .builders import ROOT
from .content_folder import ContentFolder

SAMPLE = ROOT / "tests" / "sample" / "content"
LEARNER = "ada"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JUPYTERHUB_USER", LEARNER)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path


@pytest.fixture
def lessons(tmp_path: Path) -> Path:
    folder = tmp_path / "lessons"
    folder.mkdir()
    sample = load(SAMPLE)
    for path, data in (course_files(sample) | lesson_files(sample, sample.modules[0])).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


@pytest.fixture
def course(lessons: Path) -> dict[str, Any]:
    return progress.read_course(lessons)


def steps(course: dict[str, Any], kind: str) -> list[str]:
    return [step["cell"] for step in course["modules"][0]["steps"] if step["kind"] == kind]


def answer(course: dict[str, Any], item: str, response: list[str], learner: str = LEARNER, certainty: str = "") -> None:
    log = course_data(course["course"]) / responses.FILE_NAME
    responses.append(log, Record(item, response, 1, responses.now(), learner, certainty=certainty))


def test_the_file_tells_of_no_question_and_no_key(lessons: Path) -> None:
    text = (lessons / progress.COURSE_FILE).read_text()
    module = load(SAMPLE).modules[0]
    for item in (*module.practice, *module.check.items):
        assert item.stem.strip() not in text
    assert not any(item.id in text for item in module.check.items)


def test_who_has_done_nothing_begins_at_the_first_section(course: dict[str, Any], lessons: Path) -> None:
    [module] = progress.progress(course, lessons)["modules"]
    assert module["read"] == {"done": 0, "of": len(steps(course, "read"))}
    assert module["practice"] == {"done": 0, "of": len(load(SAMPLE).modules[0].practice)}
    assert module["next"] == course["modules"][0]["steps"][0]


def test_sections_read_and_questions_tried_count_once(course: dict[str, Any], lessons: Path) -> None:
    first = steps(course, "read")[0]
    lesson = course["modules"][0]["lesson"]
    assert progress.note_read(course, lesson, first)
    assert not progress.note_read(course, lesson, first)
    item = steps(course, "practice")[0]
    answer(course, item, ["a"])
    answer(course, item, ["b"])
    [module] = progress.progress(course, lessons)["modules"]
    assert (module["read"]["done"], module["practice"]["done"]) == (1, 1)
    assert module["next"]["cell"] not in (first, item)


def test_blank_answers_those_of_others_and_of_unknown_questions_do_not_count(
    course: dict[str, Any], lessons: Path
) -> None:
    item = steps(course, "practice")[0]
    answer(course, item, [])
    answer(course, item, ["a"], learner="bo")
    answer(course, "m9-p99", ["a"])
    assert progress.progress(course, lessons)["modules"][0]["practice"]["done"] == 0


def test_a_section_that_the_course_does_not_have_is_not_noted(course: dict[str, Any]) -> None:
    assert not progress.note_read(course, course["modules"][0]["lesson"], "reading-of-nothing")
    assert not progress.note_read(course, "99-other.ipynb", steps(course, "read")[0])
    assert not (course_data(course["course"]) / progress.READING_FILE).exists()


def test_role_play_is_a_step_and_a_reflection_is_none(course: dict[str, Any]) -> None:
    module = load(SAMPLE).modules[0]
    assert module.story
    assert module.settings.reflection
    assert steps(course, "roleplay") == [module.story.id]
    assert module.settings.reflection.id not in [step["cell"] for step in course["modules"][0]["steps"]]


def test_who_has_done_all_has_no_next_step(course: dict[str, Any], lessons: Path) -> None:
    for cell in steps(course, "read"):
        progress.note_read(course, course["modules"][0]["lesson"], cell)
    for item in (*steps(course, "practice"), *steps(course, "roleplay")):
        answer(course, item, ["a"])
    assert progress.progress(course, lessons)["modules"][0]["next"] is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 1}', '{"version": 9, "modules": []}', "[" * 100_000])
def test_a_damaged_file_is_told_with_a_remedy(tmp_path: Path, text: str) -> None:
    (tmp_path / progress.COURSE_FILE).write_text(text)
    with pytest.raises(progress.CourseFileError, match=r"damaged.*Delete it"):
        progress.read_course(tmp_path)


def test_a_missing_file_is_told_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(progress.CourseFileError, match=r"no course\.json"):
        progress.read_course(tmp_path)


@pytest.fixture
def check(tmp_path: Path) -> Path:
    """Module 1's check of the real course, as fetched."""
    folder = tmp_path / "check-01"
    shutil.copytree(ROOT / "release" / "check-01", folder)
    return folder


def test_a_check_tells_which_questions_are_open(check: Path) -> None:
    found = progress.answered(check)
    assert found == {"questions": 10, "open": list(range(1, 11)), "at": None}
    drawn = list(CheckQuestions.in_folder(check).drawn(LEARNER).values())
    question = next(one for one in drawn if one["type"] == "single")
    log = check / responses.FILE_NAME
    at = "2026-11-21T10:00:00Z"
    responses.append(log, Record(question["id"], [question["options"][0]["id"]], 1, at, LEARNER))
    number = drawn.index(question) + 1
    assert progress.answered(check) == {
        "questions": 10,
        "open": [n for n in range(1, 11) if n != number],
        "at": at,
    }


def test_a_check_whose_questions_are_damaged_says_so(check: Path) -> None:
    path = check / "questions.json"
    values = json.loads(path.read_text())
    path.write_text(json.dumps(values | {"items": {}}))
    with pytest.raises(QuestionFileError, match="damaged"):
        progress.answered(check)


def test_flashcards_wait_as_the_log_says(course: dict[str, Any], lessons: Path) -> None:
    assert progress.progress(course, lessons)["modules"][0]["cards"] == {"due": 0, "new": 3}
    answer(course, "card-pot", ["easy"])
    answer(course, "card-kettle", ["known"])
    answer(course, "card-steep", ["good"], learner="someone else")
    assert progress.progress(course, lessons)["modules"][0]["cards"] == {"due": 0, "new": 1}


def test_card_of_another_day_is_due(course: dict[str, Any], lessons: Path) -> None:
    log = course_data(course["course"]) / responses.FILE_NAME
    responses.append(log, Record("card-pot", ["good"], 1, "2026-01-05T10:00:00Z", LEARNER))
    assert progress.progress(course, lessons)["modules"][0]["cards"] == {"due": 1, "new": 2}


def test_course_file_of_an_earlier_version_has_no_cards(course: dict[str, Any], lessons: Path) -> None:
    del course["modules"][0]["cards"]
    assert progress.progress(course, lessons)["modules"][0]["cards"] == {"due": 0, "new": 0}


def test_question_that_was_not_right_waits_among_the_flashcards(course: dict[str, Any], lessons: Path) -> None:
    answer(course, "m1-p01", ["a"])
    assert progress.progress(course, lessons)["modules"][0]["cards"] == {"due": 0, "new": 4}
    answer(course, "card-m1-p01", ["known"])
    assert progress.progress(course, lessons)["modules"][0]["cards"] == {"due": 0, "new": 3}


def test_lesson_without_a_deck_has_no_card_of_a_question(course: dict[str, Any], lessons: Path) -> None:
    course["modules"][0]["cards"] = []
    answer(course, "m1-p01", ["a"])
    assert progress.progress(course, lessons)["modules"][0]["cards"] == {"due": 0, "new": 0}


# --- How sure, and how right ----------------------------------------------------------------------------------


def answer_all(course: dict[str, Any], certainty: str) -> None:
    """First tries at the six questions that are judged, all of them by the option a."""
    for item in steps(course, "practice")[:6]:
        first = {"m1-p03": ["true", "a"], "m1-p04": {"p1": "a"}, "m1-p05": ["a", "b", "c", "d"]}
        answer(course, item, first.get(item, ["a"]), certainty=certainty)  # type: ignore[arg-type]


def test_picture_is_counted_from_first_tries(course: dict[str, Any], lessons: Path) -> None:
    answer_all(course, "sure")
    before = progress.progress(course, lessons)["calibration"]
    assert [(row["certainty"], row["answers"]) for row in before] == [("guess", 0), ("fairly-sure", 0), ("sure", 6)]
    for item in ("m1-p01", "m1-p06"):
        answer(course, item, ["b"], certainty="guess")  # a second try, whatever a page may have sent
    assert progress.progress(course, lessons)["calibration"] == before


def test_there_is_no_picture_before_certainty_was_told_often_enough(course: dict[str, Any], lessons: Path) -> None:
    answer_all(course, "")
    assert progress.progress(course, lessons)["calibration"] is None


@pytest.mark.parametrize(
    "text", [None, "{", "[]", '{"version": 1, "course": "tea", "items": {"m1-p01": {}}}', '{"version": 1}']
)
def test_damaged_questions_cost_the_picture_and_not_the_page(
    course: dict[str, Any], lessons: Path, text: str | None
) -> None:
    answer_all(course, "sure")
    path = lessons / "practice" / "m1.json"
    path.unlink() if text is None else path.write_text(text, encoding="utf-8")
    shown = progress.progress(course, lessons)
    assert shown["calibration"] is None
    assert shown["modules"][0]["practice"]["done"] == 6
    assert shown["modules"][0]["cards"] == {"due": 0, "new": 3}


# --- The capstone ---------------------------------------------------------------------------------------------


def test_capstone_is_the_last_module_with_the_final_assessment_for_a_check(content: ContentFolder) -> None:
    content.add_capstone()
    *_, last = json.loads(next(iter(course_files(load(content.path)).values())))["modules"]
    assert (last["id"], last["lesson"]) == ("cap", "capstone.ipynb")
    assert last["check"] == {"id": "final", "kind": "final", "title": "Final assessment", "questions": 4, "points": 7}
    assert [step for step in last["steps"] if step["kind"] != "read"] == [{"cell": "cap", "kind": "exam"}]


@pytest.mark.parametrize(("state", "is_left"), [("running", True), ("done", False)])
def test_exam_is_done_once_a_sitting_was_finished(
    course: dict[str, Any], lessons: Path, state: str, is_left: bool
) -> None:
    course["modules"][0]["steps"] = [{"cell": "cap", "kind": "exam"}]
    log = course_data(course["course"]) / exams.LOG
    responses.append(log, Record("cap", {"state": state}, 1, responses.now(), LEARNER))
    [module] = progress.progress(course, lessons)["modules"]
    assert (module["next"] is not None) == is_left
