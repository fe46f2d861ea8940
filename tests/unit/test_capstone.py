from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import pytest

from course import marking
from course.bank import load, slot_json
from course.build.checks import final_files
from course.cards import CARD
from course.outline import Capstone, Course, Slot
from course.question_files import CheckQuestions
from course.responses import append

from .builders import SAMPLE, make_record
from .content_folder import CAPSTONE, CHECK, EXAM, FINAL, ContentFolder
from .test_bank import told_in

LESSON = "capstone/lesson.md"


@pytest.fixture
def tea(content: ContentFolder) -> ContentFolder:
    """The sample course with a capstone."""
    content.add_capstone()
    return content


def capstone_of(content: ContentFolder) -> tuple[Course, Capstone]:
    course = load(content.path)
    assert course.capstone
    return course, course.capstone


# --- What is read ------------------------------------------------------------------------------------------


def test_course_without_a_capstone_is_whole() -> None:
    course = load(SAMPLE)
    assert course.capstone is None
    assert course.exam_items() == ()
    assert [check.id for check in course.checks] == ["check-01"]


def test_final_assessment_draws_from_the_banks_of_all_modules_and_its_own(tea: ContentFolder) -> None:
    course, capstone = capstone_of(tea)
    assert [check.id for check in course.checks] == ["check-01", "final"]
    assert [item.id for item in capstone.final.items] == [*(f"m1-k0{n}" for n in range(1, 7)), "cap-k01", "cap-k02"]
    assert [item.id for item in capstone.questions] == ["cap-k01", "cap-k02"]


def test_exam_draws_from_its_own_items_and_the_practice_of_all_modules_but_for_written_answers(
    tea: ContentFolder,
) -> None:
    course, _ = capstone_of(tea)
    assert [item.id for item in course.exam_items()] == ["cap-p01", "cap-p02", *(f"m1-p0{n}" for n in range(1, 7))]


def test_slot_says_which_item_it_asks_and_what_a_person_gives_for_it() -> None:
    slot = Slot(slot="cap-w", objective="cap-o1", item="cap-k02", points=3)
    assert slot_json(slot) == {"slot": "cap-w", "objective": "cap-o1", "points": 3, "item": "cap-k02"}
    by_hand = {"slot": "cap-w", "objective": "cap-o1", "points": 0, "by_hand": 3, "item": "cap-k02"}
    assert slot_json(slot, {"cap-k02"}) == by_hand


# --- Faults ------------------------------------------------------------------------------------------------


def fault(file: str, old: str, new: str, *lines: str, name: str) -> Any:
    return pytest.param(file, old, new, told_in(file, *lines), id=name)


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        fault(
            CAPSTONE, "brewing: 3", "brewing: 4",
            "line 11, exam.shares: 6 in all for 5 questions; make them equal",
            name="shares that are not the exam",
        ),
        fault(
            CAPSTONE, "questions: 5\n  shares:\n    brewing: 3\n    serving: 2",
            "questions: 6\n  shares:\n    brewing: 3\n    serving: 3",
            "line 13, exam.shares.serving: 3 questions from 2 items; write more items, or ask for fewer",
            name="share that its domain can't fill",
        ),
        fault(
            CAPSTONE, "questions: 5\n  shares:\n    brewing: 3\n    serving: 2",
            "questions: 3\n  shares:\n    brewing: 3\n    serving: 0",
            "line 13, exam.shares.serving: 0 questions; give 1 or more, or leave the domain out",
            name="empty share",
        ),
        fault(
            CAPSTONE, "serving: 2", "servin: 2",
            "line 13, exam.shares.servin: 'servin' is no domain of the course; did you mean 'serving'?",
            name="unknown domain",
        ),
        fault(
            CAPSTONE, "refs: [kettle-2020]", "refs: [kettle-2021]",
            "line 15, refs: 'kettle-2021' is no reference; did you mean 'kettle-2020'?",
            name="unknown reference",
        ),
        fault(
            CAPSTONE, "The shares follow the size of the *kitchen*.", "'[here](tea)'",
            "line 14, exam.note: a link that is no web address; start links with https://",
            name="link in the note",
        ),
        fault(
            CAPSTONE, "minutes: {exam: 5, final: 5}", "minutes: {exam: 5, check: 5}",
            "line 4, minutes.check: unknown field; choose one of exam, final",
            "line 4, minutes.final: missing; add it",
            name="minutes of another kind",
        ),
        fault(
            CAPSTONE, "- id: cap-o1\n    text: Make tea for somebody else\n    level: apply",
            "- id: cap-o1\n    text: Make tea for somebody else",
            "line 6, objectives[0].level: missing; add it",
            name="objective without a level",
        ),
        fault(
            EXAM, "  module: m1\n", "",
            "line 2, cap-p01.module: missing; name the module of its objective",
            name="item without its module",
        ),
        fault(
            EXAM, "module: m1", "module: m2",
            "line 3, cap-p01.module: 'm2', but m1-o1 is an objective of m1; write 'm1'",
            name="item with another module",
        ),
        fault(
            EXAM, "objective: m1-o1", "objective: cap-o1",
            "line 5, cap-p01.objective: 'cap-o1' is no objective of a module; choose one of m1-o1, m1-o2",
            name="objective of no module",
        ),
        fault(
            EXAM, "id: cap-p01", "id: m1-p01",
            f"line 2, m1-p01.id: also used at line 2 of content/{CHECK.replace('check', 'practice')}; "
            "ids are permanent, choose a new one",
            "line 2, m1-p01.id: does not begin with its module, 'cap-'; write it like cap-p01",
            name="id of a module's item",
        ),
        fault(
            FINAL, "item: cap-k01", "item: cap-k03",
            "line 10, cap-i1.item: 'cap-k03' is no item that this check can ask; did you mean 'cap-k02'?",
            "line 18, cap-k01.id: no slot asks for it; give it a slot with its 'item', or take it out",
            name="slot of an item that is not there",
        ),
        fault(
            FINAL, "  item: cap-k01\n  objective: cap-o1", "  item: cap-k01\n  objective: m1-o1",
            "line 11, cap-i1.objective: 'm1-o1', but cap-k01 asks for cap-o1; name the item's objective",
            name="slot with another objective than its item",
        ),
        fault(
            FINAL, "  item: cap-k02", "  safety: true\n  item: cap-k02",
            "line 14, cap-written.safety: cap-k02 is no safety item; mark the item 'safety: true', or take this out",
            name="safety slot of another item",
        ),
        fault(
            FINAL, "- slot: cap-m1-o1-a\n  objective: m1-o1", "- slot: cap-m1-o1-a\n  objective: m2-o1",
            "line 5, cap-m1-o1-a.objective: 'm2-o1' is no objective of the course; did you mean 'm1-o1'?",
            name="objective of no module in a slot",
        ),
        fault(
            FINAL, "- slot: cap-m1-o1-a", "- slot: m1-o1-a",
            f"line 4, m1-o1-a.slot: also used at line 4 of content/{CHECK}; slots are permanent, choose a new one",
            name="slot of a check",
        ),
        fault(
            FINAL, "  objective: m1-o2\n", "  objective: m1-o2\n  safety: true\n",
            "line 3, blueprint: 1 slot of m1-o2 draws from 0 safety items; write more items or take slots away",
            name="safety slot that no bank can fill",
        ),
        fault(
            FINAL, "  item: cap-k02\n", "",
            "line 3, blueprint: 1 slot of cap-o1 draws from 0 items; write more items or take slots away",
            "line 41, cap-k02.id: no slot asks for it; give it a slot with its 'item', or take it out",
            name="written answer that would be drawn",
        ),
        fault(
            FINAL, "- slot: cap-i1", "- slot: cap-written-points",
            "line 9, cap-written-points.slot: 'cap-written-points' names another cell of every check; "
            "choose a new one, like m1-o1-a",
            name="slot named like the points of another",
        ),
        fault(
            FINAL, "title: Final assessment", "titel: Final assessment",
            "line 1, titel: unknown field; did you mean 'title'?",
            "line 1, title: missing; write it",
            name="unknown field",
        ),
        fault(
            LESSON, 'exam("cap")', 'exam("m1")',
            "line 6, exam: 'm1' is no practice exam; write 'cap'",
            name="another exam",
        ),
        fault(
            LESSON, 'exam("cap")', 'practice("cap-p01")',
            "line 6, practice: 'cap-p01' is no part of the capstone; write exam(\"cap\")",
            name="practice question in the exam's page",
        ),
    ],
)  # fmt: skip
def test_fault_of_the_capstone_is_told(tea: ContentFolder, file: str, old: str, new: str, told: str) -> None:
    tea.replace(file, old, new)
    nowhere = told_in(CAPSTONE, 'line 1, id: stands nowhere in lesson.md; give it a code cell with exam("cap")')
    assert tea.told() == (f"{nowhere}\n{told}" if file == LESSON else told)


@pytest.mark.parametrize("file", [CAPSTONE, EXAM, FINAL, LESSON])
def test_missing_file_of_the_capstone_is_told(tea: ContentFolder, file: str) -> None:
    (tea.path / file).unlink()
    assert told_in(file, "the file: missing; write it as docs/authors.md says") in tea.told()


def test_written_answer_in_the_exam_is_told(tea: ContentFolder) -> None:
    def shorten(item: dict[str, Any]) -> None:
        del item["options"], item["key"]
        item.update(type="short", model_answer="So.", rubric=["a", "b", "c"])

    tea.change_item("cap-p01", shorten)
    assert "cap-p01.type: the exam can't judge a short answer; use another type" in tea.told()


def test_exam_in_a_lesson_is_told(tea: ContentFolder) -> None:
    tea.replace("modules/01-tea/lesson.md", 'practice("m1-p01")', 'exam("cap")')
    assert "exam: 'cap' is no practice exam of this lesson; place it in capstone/lesson.md" in tea.told()


def test_faulty_module_blames_no_slot_of_the_final_assessment(tea: ContentFolder) -> None:
    tea.change_item("m1-k01", lambda item: item.pop("stem"))
    told = tea.told()
    assert "m1-k01.stem: missing" in told
    assert FINAL not in told


# --- The final assessment as learners and graders get it ----------------------------------------------------


@pytest.fixture
def final(tea: ContentFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Ana's submission of the final assessment, with nothing answered, where nbgrader grades it."""
    folder = tmp_path / "autograded" / "ana" / "final"
    folder.mkdir(parents=True)
    for path, data in final_files(*capstone_of(tea)).items():
        (folder / path.name).write_bytes(data)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    return folder


def cells_of(folder: Path) -> dict[str, dict[str, Any]]:
    return {cell["id"]: cell for cell in json.loads((folder / "final.ipynb").read_bytes())["cells"]}


def test_question_file_holds_every_bank_and_no_key(final: Path) -> None:
    values = json.loads((final / "questions.json").read_bytes())
    assert sorted(values["items"]) == ["cap-k01", "cap-k02", *(f"m1-k0{n}" for n in range(1, 7))]
    assert not {"key", "model_answer", "rubric", "rationales"} & set(values["items"]["cap-k02"])


def test_each_slot_is_filled_for_every_learner(final: Path) -> None:
    check = CheckQuestions.beside_notebook()
    for n in range(50):
        form = {slot: question["id"] for slot, question in check.drawn(f"learner-{n}").items()}
        assert form["cap-i1"] == "cap-k01"
        assert form["cap-written"] == "cap-k02"
        assert form["cap-m1-o1-a"] in {"m1-k01", "m1-k02", "m1-k03", "m1-k04"}


def test_points_of_a_written_answer_are_a_task_of_the_instructor(final: Path) -> None:
    cells = cells_of(final)
    answer, task = cells["cap-written"], cells["cap-written-points"]
    assert (answer["metadata"]["nbgrader"]["grade"], answer["metadata"]["nbgrader"]["points"]) == (True, 0)
    kind = ("cell_type", "grade", "solution", "task", "points")
    assert [(task | task["metadata"]["nbgrader"])[name] for name in kind] == ["markdown", False, False, True, 3]
    assert list(cells).index("cap-written-points") == list(cells).index("cap-written") + 1


def test_every_graded_cell_marks_the_items_that_its_slot_draws(final: Path) -> None:
    marked = {}
    for name, cell in cells_of(final).items():
        for node in ast.walk(ast.parse("".join(cell["source"]))) if cell["cell_type"] == "code" else ():
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "mark":
                slot, solutions = map(ast.literal_eval, node.args)
                assert slot == name
                marked[slot] = sorted(solutions)
    assert marked == {
        "cap-m1-o1-a": ["m1-k01", "m1-k02", "m1-k03", "m1-k04"],
        "cap-m1-o2-a": ["m1-k05", "m1-k06"],
        "cap-i1": ["cap-k01"],
        "cap-written": ["cap-k02"],
    }


def solutions_of(folder: Path, slot: str) -> Any:
    """The solutions in a master's cell."""
    source = "".join(cells_of(folder)[slot]["source"])
    call = ast.parse(source).body[-1]
    assert isinstance(call, ast.Expr)
    assert isinstance(call.value, ast.Call)
    return ast.literal_eval(call.value.args[1])


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the marker shows."""
    found: list[dict[str, Any]] = []
    monkeypatch.setattr(marking, "show", lambda bundle: found.append(dict(bundle)))
    return found


@pytest.mark.parametrize("words", ["Thank you.\n\nWould you like <b>milk</b>?", ""], ids=["written", "blank"])
def test_marker_shows_a_written_answer_and_gives_no_points_for_it(
    final: Path, shown: list[dict[str, Any]], words: str
) -> None:
    values = {"slot": "cap-written", "check": "final", "form": "A", "learner": "ana", "item": "cap-k02"}
    append(final / "responses.jsonl", make_record(words, **values))
    assert marking.mark("cap-written", solutions_of(final, "cap-written")) == 0.0
    card = shown[0][CARD]
    assert (card["by_hand"], card["response"]) == (3, words)
    assert card["status"] == ("answered" if words else "blank")
    assert card["solution"]["rubric"][0] == "<p>One point for thanks.</p>"


def test_marker_scores_the_other_slots_as_in_a_check(final: Path, shown: list[dict[str, Any]]) -> None:
    values = {"slot": "cap-i1", "check": "final", "form": "A", "learner": "ana", "item": "cap-k01"}
    append(final / "responses.jsonl", make_record(["a", "c"], **values))
    assert marking.mark("cap-i1", solutions_of(final, "cap-i1")) == 1.0
    assert "by_hand" not in shown[0][CARD]
