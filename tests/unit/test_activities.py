from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from course import responses
from course.activities.quiz import ask, practice
from course.bank import load
from course.build.checks import check_files
from course.build.lessons import lesson_files
from course.question_files import CheckQuestions
from course.questions import Question, Response, answer_key
from course.responses import NotSavedError, Record, append, read

from .builders import SAMPLE, make_record
from .cell_page import Page
from .html_pages import tags_of

MISSING = (
    "The file 'questions.json' is missing beside this notebook. Open the original from the course, or fetch it again."
)
DAMAGED = "The file of questions beside this notebook is damaged. Fetch the original again."


@pytest.fixture(autouse=True)
def learner(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("JUPYTERHUB_USER", "ana")
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    return "ana"


@pytest.fixture(scope="module")
def released() -> dict[str, bytes]:
    """The question files of the sample course by name."""
    course = load(SAMPLE)
    files = check_files(course, course.modules[0]) | lesson_files(course, course.modules[0])
    return {path.name: data for path, data in files.items() if path.suffix == ".json"}


@pytest.fixture
def check(released: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CheckQuestions:
    """A learner's folder with the check, where the notebook runs."""
    (tmp_path / "questions.json").write_bytes(released["questions.json"])
    monkeypatch.chdir(tmp_path)
    return CheckQuestions.beside_notebook()


@pytest.fixture
def lesson(released: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the lessons, where the notebook runs, with the learner's data elsewhere; gives the log."""
    (tmp_path / "notebooks" / "practice").mkdir(parents=True)
    (tmp_path / "notebooks" / "practice" / "m1.json").write_bytes(released["m1.json"])
    monkeypatch.chdir(tmp_path / "notebooks")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "tea" / "responses.jsonl"


def slot_of_type(check: CheckQuestions, kind: str, learner: str = "ana") -> tuple[str, Question]:
    return next((slot, one) for slot, one in check.drawn(learner).items() if one["type"] == kind)


def some_answer(question: Question) -> Any:
    """An answer to the whole of a question."""
    ids = [option["id"] for option in question["options"]]
    match question["type"]:
        case "multiple":
            return ids[: question["choose"]]
        case "true-false-reason":
            return [ids[0], question["reasons"][0]["id"]]
        case "matching":
            return {prompt["id"]: option for prompt, option in zip(question["prompts"], ids, strict=False)}
        case "ordering":
            return ids
        case _:
            return ids[:1]


def log_line(slot: str, question: Question, response: Response, **changes: Any) -> Record:
    values = {"item": question["id"], "slot": slot, "check": "check-01", "form": "A"}
    return make_record(response, **values | changes)


# --- Saving -----------------------------------------------------------------------------------------------


def test_answer_is_logged_with_learner_item_slot_check_and_form(check: CheckQuestions, page: Page) -> None:
    ask("m1-o1-a")
    question = check.drawn("ana")["m1-o1-a"]
    said = page.answer(some_answer(question), attempt=3)
    record = log_line("m1-o1-a", question, some_answer(question), attempt=3, at=said["at"])
    assert read(Path("responses.jsonl")).records == (record,)


def test_page_hears_saved_only_after_the_log_has_the_answer(
    check: CheckQuestions, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(log: Path, record: Record) -> None:
        page.events.append("append begins")
        append(log, record)
        page.events.append("append has returned")

    monkeypatch.setattr(responses, "append", slow)
    ask("m1-o1-a")
    page.answer(some_answer(check.drawn("ana")["m1-o1-a"]), n=7)
    assert [event if isinstance(event, str) else event["type"] for event in page.events] == [
        "append begins",
        "append has returned",
        "saved",
    ]


def test_page_hears_the_number_and_the_time_of_what_was_saved(check: CheckQuestions, page: Page) -> None:
    ask("m1-o1-a")
    said = page.answer(some_answer(check.drawn("ana")["m1-o1-a"]), n=7)
    assert said == {"type": "saved", "n": 7, "at": read(Path("responses.jsonl")).records[0].at}


def test_widget_keeps_the_answer_that_was_saved(check: CheckQuestions, page: Page) -> None:
    ask("m1-o1-a")
    response = some_answer(check.drawn("ana")["m1-o1-a"])
    said = page.answer(response, attempt=2)
    assert page.widget.saved == {"response": response, "attempt": 2, "at": said["at"]}


def test_answer_taken_back_is_saved_too(check: CheckQuestions, page: Page) -> None:
    slot, question = slot_of_type(check, "single")
    ask(slot)
    page.answer(some_answer(question))
    page.answer([], attempt=2)
    assert [record.response for record in read(Path("responses.jsonl")).records] == [some_answer(question), []]


def test_answer_that_was_not_saved_is_refused_in_the_words_of_the_log(
    check: CheckQuestions, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(log: Path, record: Record) -> None:
        raise NotSavedError("Your folder is full.")

    monkeypatch.setattr(responses, "append", fail)
    ask("m1-o1-a")
    said = page.answer(some_answer(check.drawn("ana")["m1-o1-a"]), n=4)
    assert said == {"type": "refused", "n": 4, "message": "Your folder is full."}
    assert page.widget.saved is None


def test_fault_that_nobody_thought_of_is_told_and_goes_no_further(
    check: CheckQuestions, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(log: Path, record: Record) -> None:
        raise ZeroDivisionError("out of nothing")

    monkeypatch.setattr(responses, "append", fail)
    ask("m1-o1-a")
    said = page.answer(some_answer(check.drawn("ana")["m1-o1-a"]), n=4)
    words = "The course could not read this answer (out of nothing). Reload the page and answer again."
    assert said == {"type": "refused", "n": 4, "message": words}


@pytest.mark.parametrize("response", [["z"], ["a", "a"], "a", {"p1": "a"}, None, 3, [1], [["a"]]])
def test_answer_that_does_not_fit_the_question_is_refused(check: CheckQuestions, page: Page, response: object) -> None:
    slot, _ = slot_of_type(check, "single")
    ask(slot)
    words = "The course could not read this answer (it does not fit the question). Reload the page and answer again."
    assert page.answer(response, n=9) == {"type": "refused", "n": 9, "message": words}
    assert not Path("responses.jsonl").exists()


@pytest.mark.parametrize("attempt", [0, -1, "1", None, 1.5, True])
def test_answer_without_a_count_of_attempts_is_refused(check: CheckQuestions, page: Page, attempt: object) -> None:
    slot, question = slot_of_type(check, "single")
    ask(slot)
    words = "The course could not read this answer (it has no attempt number). Reload the page and answer again."
    assert page.answer(some_answer(question), attempt=attempt)["message"] == words
    assert not Path("responses.jsonl").exists()


@pytest.mark.parametrize("message", [{}, {"n": 3}, {"response": ["a"]}, {"attempt": 1}, [], "respond", None, 3])
def test_message_that_is_no_answer_is_refused(check: CheckQuestions, page: Page, message: object) -> None:
    ask("m1-o1-a")
    said = page.say(message)
    assert (said["type"], said["n"]) == ("refused", message.get("n") if isinstance(message, dict) else None)
    assert not Path("responses.jsonl").exists()


def test_every_answer_that_is_confirmed_can_be_read_again(lesson: Path, page: Page) -> None:
    practice("m1-p07")
    for words in ("plain", "two\nlines", "half an emoji \ud83c", "Grüße 🍵", ""):
        if page.answer(words)["type"] == "saved":
            last = read(lesson).last("m1-p07", "ana")
            assert last
            assert last.response == words
    assert [said["type"] for said in page.sent] == ["saved", "saved", "refused", "saved", "saved"]


# --- Restoring --------------------------------------------------------------------------------------------


def test_question_shows_the_last_saved_answer_again(check: CheckQuestions, page: Page) -> None:
    slot, question = slot_of_type(check, "single")
    ids = [option["id"] for option in question["options"]]
    append(Path("responses.jsonl"), log_line(slot, question, ids[:1]))
    append(Path("responses.jsonl"), log_line(slot, question, ids[1:2], attempt=2))
    ask(slot)
    assert page.widget.saved == {"response": ids[1:2], "attempt": 2, "at": "2026-11-21T10:32:05Z"}


def test_question_does_not_show_another_learner_s_answer(check: CheckQuestions, page: Page) -> None:
    slot, question = slot_of_type(check, "single")
    append(Path("responses.jsonl"), log_line(slot, question, some_answer(question), learner="ben"))
    ask(slot)
    assert page.widget.saved is None


def test_question_does_not_show_an_answer_that_no_longer_fits(check: CheckQuestions, page: Page) -> None:
    slot, question = slot_of_type(check, "single")
    append(Path("responses.jsonl"), log_line(slot, question, ["z"]))
    ask(slot)
    assert page.widget.saved is None


def test_practice_shows_the_last_saved_answer_again(lesson: Path, page: Page) -> None:
    practice("m1-p01")
    said = page.answer(["a"], attempt=2)
    practice("m1-p01")
    assert page.widget.saved == {"response": ["a"], "attempt": 2, "at": said["at"]}


# --- Certainty --------------------------------------------------------------------------------------------


def respond(page: Page, response: object, certainty: object) -> dict[str, Any]:
    return page.say({"type": "respond", "n": 1, "response": response, "attempt": 1, "certainty": certainty})


def test_certainty_is_logged_with_the_practice_answer_and_shown_again(lesson: Path, page: Page) -> None:
    practice("m1-p01")
    said = respond(page, ["a"], "fairly-sure")
    assert said["type"] == "saved"
    assert read(lesson).records[-1].certainty == "fairly-sure"
    practice("m1-p01")
    assert page.widget.saved == {"response": ["a"], "attempt": 1, "at": said["at"], "certainty": "fairly-sure"}


def test_log_of_a_check_never_holds_a_certainty(check: CheckQuestions, page: Page) -> None:
    slot, question = slot_of_type(check, "single")
    ask(slot)
    assert respond(page, some_answer(question), "sure")["type"] == "saved"
    assert "certainty" not in Path("responses.jsonl").read_text(encoding="utf-8")
    assert "certainty" not in page.widget.saved


@pytest.mark.parametrize("certainty", ["absolutely", 3, ["sure"], {"sure": 1}])
def test_certainty_that_is_none_is_refused(lesson: Path, page: Page, certainty: object) -> None:
    practice("m1-p01")
    assert respond(page, ["a"], certainty)["type"] == "refused"
    assert not lesson.exists()


# --- What the page gets -----------------------------------------------------------------------------------


def test_page_gets_all_that_it_shows(check: CheckQuestions, page: Page) -> None:
    ask("m1-o1-a")
    shown = {"item", "mode", "number", "of", "saved", "store", "language", "course_language"}
    assert shown <= set(page.widget.get_state())


def test_question_of_a_check_is_numbered_and_not_judged(check: CheckQuestions, page: Page) -> None:
    ask("m1-o2-a")
    assert (page.widget.number, page.widget.of, page.widget.mode) == (5, 6, "check")


def test_practice_question_is_judged_in_the_page(lesson: Path, page: Page) -> None:
    practice("m1-p02")
    assert page.widget.mode == "practice"
    assert page.widget.item["key"] == ["a", "d"]
    assert all(option["rationale"].startswith("<p>Because") for option in page.widget.item["options"])


def test_question_of_a_check_brings_no_key_and_no_rationale_to_the_page(check: CheckQuestions, page: Page) -> None:
    for slot in check.drawn("ana"):
        ask(slot)
    assert len(page.widgets) == 6
    for quiz in page.widgets:
        assert set(quiz.item) <= {"id", "type", "stem", "options", "reasons", "prompts", "choose"}
        assert all(
            set(entry) == {"id", "html"} for group in ("options", "reasons") for entry in quiz.item.get(group, ())
        )


def test_short_answer_brings_its_model_answer_and_rubric(lesson: Path, page: Page) -> None:
    practice("m1-p07")
    assert page.widget.item["model_answer"] == "<p>Leaves in <strong>hot</strong> water, then wait.</p>"
    assert page.widget.item["rubric"] == ["<p>Says leaves</p>", "<p>Says water</p>", "<p>Says wait</p>"]


def test_multiple_choice_tells_the_page_how_many_to_choose(check: CheckQuestions, page: Page) -> None:
    slot, _ = slot_of_type(check, "multiple")
    ask(slot)
    assert page.widget.item["choose"] == 2


def test_cell_shows_a_static_face_beside_the_widget(check: CheckQuestions, page: Page) -> None:
    slot, question = slot_of_type(check, "single")
    ask(slot)
    bundle = page.shown[-1]
    assert set(bundle) == {"text/plain", "text/html", "application/vnd.jupyter.widget-view+json"}
    assert bundle["application/vnd.jupyter.widget-view+json"]["model_id"] == page.widget.model_id
    assert bundle["text/plain"].endswith("of 6: What does black tea need first, before anything else?")
    assert question["options"][0]["text"] in bundle["text/html"]


def test_name_of_the_log_tells_the_page_one_store_from_another(check: CheckQuestions, page: Page) -> None:
    ask("m1-o1-a")
    assert page.widget.store == str(Path.cwd() / "responses.jsonl")


def order_of(page: Page, group: str = "options") -> list[str]:
    return [entry["id"] for entry in page.widget.item[group]]


def test_options_stand_in_the_learner_s_own_order_each_time(
    lesson: Path, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    orders: dict[str, list[list[str]]] = {}
    for learner in [f"learner-{n}" for n in range(40)]:
        monkeypatch.setenv("JUPYTERHUB_USER", learner)
        for _ in range(2):
            practice("m1-p06")
            orders.setdefault(learner, []).append(order_of(page))
    assert all(first == second for first, second in orders.values())
    assert len({tuple(first) for first, _ in orders.values()}) > 10


def test_true_and_false_stand_in_that_order_for_everyone(
    lesson: Path, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    reasons = set()
    for learner in [f"learner-{n}" for n in range(20)]:
        monkeypatch.setenv("JUPYTERHUB_USER", learner)
        practice("m1-p03")
        assert order_of(page) == ["true", "false"]
        reasons.add(tuple(order_of(page, "reasons")))
    assert len(reasons) == 6


def test_prompts_stand_in_the_author_s_order(lesson: Path, page: Page) -> None:
    practice("m1-p04")
    assert order_of(page, "prompts") == ["p1", "p2", "p3", "p4"]


def test_learner_without_a_hub_is_the_account_of_the_computer(
    check: CheckQuestions, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("JUPYTERHUB_USER")
    monkeypatch.setenv("LOGNAME", "dee")
    ask("m1-o1-a")
    page.answer(some_answer(check.drawn("dee")["m1-o1-a"]))
    assert read(Path("responses.jsonl")).records[0].learner == "dee"


def test_account_without_a_name_can_answer_too(
    check: CheckQuestions, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_name() -> str:
        raise KeyError("getpwuid(): uid not found: 1234")

    monkeypatch.delenv("JUPYTERHUB_USER")
    monkeypatch.setattr("course.question_files.getuser", no_name)
    monkeypatch.setattr("os.getuid", lambda: 1234)
    ask("m1-o1-a")
    page.answer(some_answer(check.drawn("user-1234")["m1-o1-a"]))
    assert read(Path("responses.jsonl")).records[0].learner == "user-1234"


# --- Where answers go -------------------------------------------------------------------------------------


def test_practice_writes_to_the_learner_s_data_folder_and_not_beside_the_notebook(lesson: Path, page: Page) -> None:
    before = sorted(Path.cwd().rglob("*"))
    practice("m1-p01")
    page.answer(["b"])
    assert [record.item for record in read(lesson).records] == ["m1-p01"]
    assert sorted(Path.cwd().rglob("*")) == before


def test_data_folder_is_in_the_home_folder_where_nothing_else_is_said(
    lesson: Path, page: Page, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    practice("m1-p01")
    page.answer(["b"])
    assert read(tmp_path / ".local" / "share" / "tea" / "responses.jsonl").records[0].response == ["b"]


def test_practice_names_no_slot_check_or_form(lesson: Path, page: Page) -> None:
    practice("m1-p01")
    page.answer(["b"])
    record = read(lesson).records[0]
    assert (record.slot, record.check, record.form) == ("", "", "")


def test_check_writes_beside_its_notebook(check: CheckQuestions, page: Page) -> None:
    ask("m1-o1-a")
    page.answer(some_answer(check.drawn("ana")["m1-o1-a"]))
    assert sorted(path.name for path in Path.cwd().iterdir()) == ["questions.json", "responses.jsonl"]


# --- Files that are missing or damaged -----------------------------------------------------------------------


def tampered(act: Callable[[dict[str, Any]], object]) -> str:
    """The question file of the check after somebody has changed it."""
    data = json.loads(Path("questions.json").read_bytes())
    act(data)
    return json.dumps(data)


def test_question_without_its_file_says_what_to_do(page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ask("m1-o1-a")
    assert page.words == [MISSING]
    assert page.shown[0]["text/html"].startswith('<div class="course-note" role="note"><p>The file ')


def test_practice_without_its_file_says_what_to_do(page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    practice("m1-p01")
    assert page.words == [MISSING.replace("questions.json", "practice/m1.json")]


@pytest.mark.parametrize("data", ["", "{", "\x00", "[" * 100_000])
def test_question_file_that_is_no_json_says_what_to_do(check: CheckQuestions, page: Page, data: str) -> None:
    Path("questions.json").write_text(data, encoding="utf-8")
    ask("m1-o1-a")
    assert len(page.words) == 1
    assert page.words[0].startswith("The file 'questions.json' can't be read (")
    assert page.words[0].endswith("). Fetch the original again.")


@pytest.mark.parametrize("data", ["[]", "3", "null", "{}", '{"version": 2}', '{"version": "1"}'])
def test_question_file_of_another_version_says_what_to_do(check: CheckQuestions, page: Page, data: str) -> None:
    Path("questions.json").write_text(data, encoding="utf-8")
    ask("m1-o1-a")
    assert page.words == ["The file 'questions.json' belongs to another version of the course. Fetch it again."]


@pytest.mark.parametrize(
    "act",
    [
        lambda data: data.pop("slots"),
        lambda data: data.pop("items"),
        lambda data: data.update(slots=3),
        lambda data: data.update(slots=["m1-o1-a"]),
        lambda data: data.update(items=[]),
        lambda data: data.update(items={}),
        lambda data: data.update(items={"m1-k01": "stem"}),
        lambda data: data.update(check=3),
        lambda data: [item.pop("objective") for item in data["items"].values()],
        lambda data: [item.pop("id") for item in data["items"].values()],
        lambda data: [item.pop("type") for item in data["items"].values()],
        lambda data: [item.pop("stem") for item in data["items"].values()],
        lambda data: [item.update(stem=3) for item in data["items"].values()],
        lambda data: [item.update(options="abc") for item in data["items"].values()],
        lambda data: [item.update(options=[{"text": "x"}]) for item in data["items"].values()],
        lambda data: [item.update(options=[{"id": "a"}]) for item in data["items"].values()],
        lambda data: [item.update(options=[{"id": "a", "text": None}]) for item in data["items"].values()],
    ],
)
def test_damaged_question_file_stops_no_notebook(
    check: CheckQuestions, page: Page, act: Callable[[dict[str, Any]], object]
) -> None:
    Path("questions.json").write_text(tampered(act), encoding="utf-8")
    for slot in ("m1-o1-a", "m1-o1-b", "m1-o1-c", "m1-o1-d"):
        ask(slot)
    assert (page.words, page.widgets) == ([DAMAGED] * 4, [])


@pytest.mark.parametrize(
    "data",
    [
        '{"version": 1}',
        '{"version": 1, "course": "tea", "items": []}',
        '{"version": 1, "course": "tea", "items": {"m1-p01": 3}}',
        '{"version": 1, "course": 3, "items": {"m1-p01": {"id": "m1-p01", "type": "single", "stem": "s"}}}',
    ],
)
def test_damaged_practice_file_stops_no_notebook(lesson: Path, page: Page, data: str) -> None:
    Path("practice/m1.json").write_text(data, encoding="utf-8")
    practice("m1-p01")
    assert len(page.words) == 1
    assert page.widgets == []


def test_slot_that_the_check_does_not_have_says_what_to_do(check: CheckQuestions, page: Page) -> None:
    ask("m1-o9-a")
    assert page.words == ["This check has no question 'm1-o9-a'. Fetch the check again."]


def test_practice_item_that_the_lesson_does_not_have_says_what_to_do(lesson: Path, page: Page) -> None:
    practice("m1-p99")
    assert page.words == ["This lesson has no question 'm1-p99'. Open the lesson afresh from the course."]


def test_tampered_question_file_reaches_the_page_only_escaped(check: CheckQuestions, page: Page) -> None:
    evil = "<script>alert(1)</script>"

    def spoil(data: dict[str, Any]) -> None:
        for item in data["items"].values():
            item["stem"] = evil
            for entry in [*item["options"], *item.get("prompts", []), *item.get("reasons", [])]:
                entry["text"] = evil
                entry["rationale"] = evil

    Path("questions.json").write_text(tampered(spoil), encoding="utf-8")
    for slot in check.drawn("ana"):
        ask(slot)
    assert len(page.widgets) == 6
    for quiz, bundle in zip(page.widgets, page.shown, strict=True):
        assert "<script" not in json.dumps([quiz.item, bundle])
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in quiz.item["stem"]
        assert "script" not in tags_of(bundle["text/html"])


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"torn\n", "line 1"),
        (b'{"v":2}\n{\n', "line 1; line 2"),
    ],
)
def test_first_question_tells_what_could_not_be_read(
    check: CheckQuestions, page: Page, data: bytes, words: str
) -> None:
    Path("responses.jsonl").write_bytes(data)
    for slot in ("m1-o1-a", "m1-o1-b"):
        ask(slot)
    assert page.words[0] == (
        f"Part of your answers file could not be read and was left out ({words}). "
        "Check that each question below still shows your answer; answer again where it does not."
    )
    assert [words[:10] for words in page.words[1:]] == ["Question 1", "Question 2"]


def test_first_question_tells_five_faults_at_most(check: CheckQuestions, page: Page) -> None:
    Path("responses.jsonl").write_bytes(b"torn\n" * 7)
    ask("m1-o1-a")
    assert ("line 5" in page.words[0], "line 6" in page.words[0]) == (True, False)


# --- Under nbgrader -----------------------------------------------------------------------------------------


def validated(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], slot: str) -> str:
    """What nbgrader's validation reports for one question."""
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    ask(slot)
    told = capsys.readouterr()
    assert told.out == ""
    return told.err


STEMS = {
    "single": "What does black tea need first, before anything else?",
    "multiple": "Which TWO of these belong in black tea made the plain way?",
    "true-false-reason": "Black tea is best made with water from last week. True or false, and …",
    "matching": "Match each thing that black tea wants to what it does.",
    "ordering": "Put the steps of making black tea in order.",
    "scenario": "A guest asks for black tea and the kettle is cold. What do you do …",
}


@pytest.mark.parametrize("kind", STEMS)
def test_validation_tells_a_question_that_is_not_answered(
    check: CheckQuestions,
    page: Page,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    kind: str,
) -> None:
    slot, _ = slot_of_type(check, kind)
    number = list(check.drawn("ana")).index(slot) + 1
    told = f"Question {number} is not answered yet: {STEMS[kind]}\n"
    assert (validated(monkeypatch, capsys, slot), page.shown) == (told, [])


@pytest.mark.parametrize("kind", STEMS)
def test_validation_tells_a_question_whose_answer_was_taken_back(
    check: CheckQuestions,
    page: Page,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    kind: str,
) -> None:
    slot, question = slot_of_type(check, kind)
    append(Path("responses.jsonl"), log_line(slot, question, some_answer(question)))
    append(Path("responses.jsonl"), log_line(slot, question, {} if kind == "matching" else []))
    assert validated(monkeypatch, capsys, slot).endswith(f"is not answered yet: {STEMS[kind]}\n")


@pytest.mark.parametrize("kind", STEMS)
def test_validation_says_nothing_of_a_question_that_is_answered(
    check: CheckQuestions,
    page: Page,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    kind: str,
) -> None:
    slot, question = slot_of_type(check, kind)
    append(Path("responses.jsonl"), log_line(slot, question, some_answer(question)))
    assert validated(monkeypatch, capsys, slot) == ""


@pytest.mark.parametrize(
    ("kind", "response", "count"),
    [
        ("multiple", ["a"], "1 chosen of 2"),
        ("multiple", ["a", "b", "c"], "3 chosen of 2"),
        ("true-false-reason", ["true"], "1 chosen of 2"),
        ("matching", {"p1": "a", "p2": "b", "p3": "c"}, "3 chosen of 4"),
    ],
)
def test_validation_tells_a_question_that_is_half_answered(
    check: CheckQuestions,
    page: Page,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    kind: str,
    response: Response,
    count: str,
) -> None:
    slot, question = slot_of_type(check, kind)
    append(Path("responses.jsonl"), log_line(slot, question, response))
    assert validated(monkeypatch, capsys, slot).endswith(f"is not finished, {count}: {STEMS[kind]}\n")


def test_validation_takes_an_answer_that_no_longer_fits_for_none(
    check: CheckQuestions, page: Page, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    slot, question = slot_of_type(check, "single")
    append(Path("responses.jsonl"), log_line(slot, question, ["z"]))
    assert validated(monkeypatch, capsys, slot).endswith(f"is not answered yet: {STEMS['single']}\n")


def test_validation_tells_a_question_file_that_is_missing(
    page: Page, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert validated(monkeypatch, capsys, "m1-o1-a") == f"{MISSING}\n"


def test_validation_tells_a_question_file_that_is_damaged(
    check: CheckQuestions, page: Page, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("questions.json").write_text(tampered(lambda data: data.update(items=[])), encoding="utf-8")
    assert validated(monkeypatch, capsys, "m1-o1-a") == f"{DAMAGED}\n"


def test_grading_leaves_all_words_to_the_marker(
    check: CheckQuestions, page: Page, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    ask("m1-o1-a")
    told = capsys.readouterr()
    assert (page.shown, told.out, told.err) == ([], "", "")


def test_answer_key_that_a_page_gets_cannot_score(check: CheckQuestions) -> None:
    assert all(answer_key(question).right is None for question in check.drawn("ana").values())
