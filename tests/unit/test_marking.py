from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from course import marking
from course.bank import load
from course.build.checks import check_files
from course.build.questions import solution
from course.cards import CARD
from course.items import Item, right_response
from course.marking import mark
from course.question_files import CheckQuestions, QuestionFileError
from course.questions import Response
from course.responses import append

from .builders import SAMPLE, make_record

Solutions = Mapping[str, Mapping[str, Any]]
ITEMS: dict[str, Item] = {item.id: item for item in load(SAMPLE).modules[0].check.items}
POOLS: dict[str, Solutions] = {
    objective: {item.id: solution(item) for item in ITEMS.values() if item.objective == objective}
    for objective in ("m1-o1", "m1-o2")
}
PARTLY: dict[str, Response] = {
    "m1-k02": ["a"],
    "m1-k03": ["false", "c"],
    "m1-k04": {"p1": "a", "p2": "e"},
    "m1-k05": ["a", "b", "d", "c"],
}
SHARE = {"m1-k02": 0.5, "m1-k03": 0.5, "m1-k04": 0.25, "m1-k05": 2 / 3}
WRONG: dict[str, Response] = {
    "m1-k01": ["a"],
    "m1-k02": ["b", "c"],
    "m1-k03": ["true", "b"],
    "m1-k04": {"p1": "e"},
    "m1-k05": ["c", "d", "a", "b"],
    "m1-k06": ["a"],
}


class Submission:
    """A submission that nbgrader grades, in `autograded/<student>/check-01`, and the cards that it showed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.check = CheckQuestions.beside_notebook()
        self.shown: list[dict[str, Any]] = []

    @property
    def log(self) -> Path:
        return self.folder / "responses.jsonl"

    @property
    def cards(self) -> list[dict[str, Any]]:
        return [bundle[CARD] for bundle in self.shown]

    def item(self, slot: str, learner: str = "ana") -> str:
        return str(self.check.drawn(learner)[slot]["id"])

    def slot_of(self, item: str, learner: str = "ana") -> str:
        return next(slot for slot in self.check.drawn(learner) if self.item(slot, learner) == item)

    def answer(self, slot: str, response: Response, learner: str = "ana", **changes: Any) -> None:
        values = {"slot": slot, "check": "check-01", "form": "A", "learner": learner}
        append(self.log, make_record(response, **{"item": self.item(slot, learner)} | values | changes))

    def answer_all(self, choose: Callable[[str], Response], learner: str = "ana") -> None:
        for slot in self.check.drawn(learner):
            self.answer(slot, choose(self.item(slot, learner)), learner)

    def mark(self, slot: str) -> float:
        return mark(slot, POOLS[slot[:5]])

    def mark_all(self) -> dict[str, float]:
        return {slot: self.mark(slot) for slot in self.check.drawn("ana")}

    @property
    def notices(self) -> list[list[str]]:
        return [card["notices"] for card in self.cards]


def right(item: str) -> Response:
    response = right_response(ITEMS[item])
    assert response is not None
    return response


@pytest.fixture
def submission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Submission:
    """What ana submitted; nothing is answered yet."""
    folder = tmp_path / "autograded" / "ana" / "check-01"
    folder.mkdir(parents=True)
    course = load(SAMPLE)
    for path, data in check_files(course, course.modules[0]).items():
        (folder / path.name).write_bytes(data)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    monkeypatch.setenv("JUPYTERHUB_USER", "instructor")
    submission = Submission(folder)
    monkeypatch.setattr(marking, "show", lambda bundle: submission.shown.append(dict(bundle)))
    return submission


# --- Points ------------------------------------------------------------------------------------------------


def test_right_answers_earn_the_points_of_every_slot(submission: Submission) -> None:
    submission.answer_all(right)
    points = {"m1-o1-a": 1.0, "m1-o1-b": 1.0, "m1-o1-c": 1.0, "m1-o1-d": 2.0, "m1-o2-a": 1.0, "m1-o2-b": 1.0}
    assert submission.mark_all() == points


def test_wrong_answers_earn_nothing(submission: Submission) -> None:
    submission.answer_all(WRONG.__getitem__)
    assert set(submission.mark_all().values()) == {0.0}


def test_no_answers_earn_nothing(submission: Submission) -> None:
    assert set(submission.mark_all().values()) == {0.0}


@pytest.mark.parametrize("item", PARTLY)
def test_partly_right_answer_earns_its_share_of_the_slot(submission: Submission, item: str) -> None:
    slot = submission.slot_of(item)
    submission.answer(slot, PARTLY[item])
    worth = 2.0 if slot == "m1-o1-d" else 1.0
    assert submission.mark(slot) == worth * SHARE[item]


def test_last_answer_counts(submission: Submission) -> None:
    slot = submission.slot_of("m1-k06")
    submission.answer(slot, right("m1-k06"))
    submission.answer(slot, ["a"], attempt=2)
    assert submission.mark(slot) == 0.0


def test_answer_taken_back_earns_nothing(submission: Submission) -> None:
    slot = submission.slot_of("m1-k06")
    submission.answer(slot, right("m1-k06"))
    submission.answer(slot, [], attempt=2)
    assert (submission.mark(slot), submission.cards[0]["status"]) == (0.0, "blank")


@pytest.mark.parametrize("response", [["z"], ["c", "c"], "c", {"p1": "c"}])
def test_answer_that_does_not_fit_earns_nothing_and_is_told_apart_from_a_wrong_one(
    submission: Submission, response: Response
) -> None:
    slot = submission.slot_of("m1-k06")
    submission.answer(slot, response)
    assert submission.mark(slot) == 0.0
    assert (submission.cards[0]["status"], submission.cards[0]["response"]) == ("malformed", None)


def test_score_does_not_depend_on_the_order_of_grading(submission: Submission) -> None:
    submission.answer_all(lambda item: PARTLY.get(item, right(item)))
    forwards = submission.mark_all()
    assert {slot: submission.mark(slot) for slot in reversed(forwards)} == forwards


def test_score_does_not_depend_on_what_others_sent(submission: Submission) -> None:
    submission.answer_all(right)
    alone = submission.mark_all()
    submission.answer_all(WRONG.__getitem__, learner="ben")
    assert submission.mark_all() == alone


# --- The card ------------------------------------------------------------------------------------------------


def test_card_keeps_all_that_is_needed_to_show_it_again(submission: Submission) -> None:
    slot = submission.slot_of("m1-k06")
    submission.answer(slot, ["a"])
    submission.mark(slot)
    assert submission.cards == [
        {
            "version": 1,
            "slot": slot,
            "number": list(submission.check.drawn("ana")).index(slot) + 1,
            "of": 6,
            "points": 0.0,
            "max": 1.0,
            "held": False,
            "status": "answered",
            "question": submission.check.bank["m1-k06"],
            "response": ["a"],
            "solution": solution(ITEMS["m1-k06"]),
            "notices": [],
        }
    ]


def test_card_is_data_that_a_notebook_can_hold(submission: Submission) -> None:
    submission.answer_all(right)
    submission.mark_all()
    assert json.loads(json.dumps(submission.cards)) == submission.cards


def test_output_says_the_points_in_words_too(submission: Submission) -> None:
    submission.answer_all(right)
    submission.mark("m1-o1-d")
    assert submission.shown[0]["text/plain"] == "m1-o1-d: 2 of 2 points"


def test_page_of_the_marked_notebook_does_not_show_the_key(submission: Submission) -> None:
    submission.answer_all(WRONG.__getitem__)
    submission.mark_all()
    assert ["Right answer" in bundle["text/html"] for bundle in submission.shown] == [False] * 6


def test_first_card_tells_that_nothing_could_be_read(submission: Submission) -> None:
    submission.mark_all()
    assert submission.notices == [["The submission holds no answers that can be read."], [], [], [], [], []]


def test_first_card_tells_the_lines_that_were_skipped(submission: Submission) -> None:
    submission.answer_all(right)
    with submission.log.open("ab") as log:
        log.write(b'{"v":2}\ntorn')
    submission.mark_all()
    assert submission.notices == [
        [
            "Answers file, line 7: skipped, of version 2; this course reads version 1.",
            "Answers file, line 8: skipped, not one JSON object.",
        ],
        *([[]] * 5),
    ]


def test_first_card_tells_ten_faults_at_most(submission: Submission) -> None:
    submission.log.write_bytes(b"torn\n" * 12)
    submission.mark("m1-o1-a")
    assert len(submission.notices[0]) == 11
    assert submission.notices[0][-1] == "Answers file, line 10: skipped, not one JSON object."


# --- Whose answers ---------------------------------------------------------------------------------------------


def test_answers_of_another_learner_are_held_back_with_no_points(submission: Submission) -> None:
    submission.answer_all(right, learner="ben")
    assert set(submission.mark_all().values()) == {0.0}
    assert [card["held"] for card in submission.cards] == [True] * 6


def test_card_of_held_back_points_says_whose_they_are_and_how_many(submission: Submission) -> None:
    submission.answer_all(right, learner="ben")
    submission.mark("m1-o1-b")
    submission.mark("m1-o1-d")
    why = "These answers were given to the form drawn for 'ben', and 'ana' submitted them."
    assert submission.notices == [
        [f"{why} 1 point is held back until the instructor has decided."],
        [f"{why} 2 points are held back until the instructor has decided."],
    ]


def test_held_back_answers_are_judged_by_the_form_that_they_were_given_to(submission: Submission) -> None:
    submission.answer_all(right, learner="ben")
    submission.mark_all()
    drawn = [submission.item(slot, "ben") for slot in submission.check.drawn("ben")]
    assert [card["question"]["id"] for card in submission.cards] == drawn


def test_answers_of_several_others_are_judged_as_those_of_the_last(submission: Submission) -> None:
    for learner in ("ben", "cy", "dee"):
        submission.answer_all(right, learner=learner)
    submission.mark("m1-o1-a")
    assert submission.notices[0][0].startswith("These answers were given to the form drawn for 'dee', and 'ana'")


def test_submitter_s_own_answers_win_where_both_are_there(submission: Submission) -> None:
    submission.answer_all(right)
    submission.answer_all(WRONG.__getitem__, learner="ben")
    assert sum(submission.mark_all().values()) == 7.0
    assert [card["held"] for card in submission.cards] == [False] * 6


def test_one_answer_of_their_own_is_enough_to_be_judged_by_it(submission: Submission) -> None:
    slot = submission.slot_of("m1-k06")
    submission.answer(slot, right("m1-k06"))
    submission.answer_all(right, learner="ben")
    assert {name: points for name, points in submission.mark_all().items() if points} == {slot: 1.0}


def test_answers_to_another_check_are_nobody_s_here(submission: Submission) -> None:
    append(submission.log, make_record(["b"], item="m2-k01", slot="m2-o1-a", check="check-02", form="A", learner="ben"))
    submission.mark_all()
    assert [card["held"] for card in submission.cards] == [False] * 6


def test_answers_to_another_form_are_nobody_s_here(submission: Submission) -> None:
    for slot in submission.check.drawn("ana"):
        submission.answer(slot, right(submission.item(slot)), form="B")
    assert set(submission.mark_all().values()) == {0.0}


def test_name_in_a_log_does_nothing_but_show(submission: Submission) -> None:
    submission.answer_all(right, learner="ana")
    lines = submission.log.read_text(encoding="utf-8").replace('"ana"', '"<script>1</script>"')
    submission.log.write_text(lines, encoding="utf-8")
    submission.mark("m1-o1-a")
    assert ("<script" in submission.shown[0]["text/html"], submission.cards[0]["held"]) == (False, True)


def test_instructor_who_tries_the_master_is_judged_as_themselves(
    submission: Submission, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NBGRADER_EXECUTION")
    submission.answer_all(right, learner="instructor")
    assert sum(mark(slot, POOLS[slot[:5]]) for slot in submission.check.drawn("instructor")) == 7.0
    assert [card["held"] for card in submission.cards] == [False] * 6


# --- Checks that changed -----------------------------------------------------------------------------------------


def with_one_more_item(submission: Submission) -> None:
    """The bank gets items until the draw of one slot has changed for ana, who has answered already."""
    questions = json.loads((submission.folder / "questions.json").read_bytes())
    questions["items"]["m1-k60"] = questions["items"]["m1-k06"] | {"id": "m1-k60"}
    questions["items"]["m1-k61"] = questions["items"]["m1-k06"] | {"id": "m1-k61"}
    (submission.folder / "questions.json").write_text(json.dumps(questions), encoding="utf-8")
    submission.check = CheckQuestions.beside_notebook()


def test_item_added_after_submission_costs_nobody_an_answer(submission: Submission) -> None:
    submission.answer_all(right)
    before = {slot: submission.item(slot) for slot in submission.check.drawn("ana")}
    with_one_more_item(submission)
    changed = [slot for slot in before if submission.item(slot) != before[slot]]
    larger = {**POOLS["m1-o2"], **dict.fromkeys(("m1-k60", "m1-k61"), POOLS["m1-o2"]["m1-k06"])}
    assert changed
    for slot in changed:
        assert mark(slot, larger) == 1.0
        assert submission.cards[-1]["notices"] == ["This question was asked before the check was changed."]


def test_answer_to_an_item_that_is_gone_earns_nothing_and_says_so(submission: Submission) -> None:
    slot = submission.slot_of("m1-k06")
    submission.answer(slot, ["c"], item="m1-k99")
    assert submission.mark(slot) == 0.0
    told = "The question that was answered here is no longer in the check. Ask your instructor."
    assert told in submission.cards[0]["notices"]


def test_item_written_into_several_slots_by_hand_counts_once(submission: Submission) -> None:
    of_pool = [slot for slot in submission.check.drawn("ana") if slot.startswith("m1-o1")]
    for slot in of_pool:
        submission.answer(slot, ["b"], item="m1-k01")
    assert sum(submission.mark(slot) > 0 for slot in of_pool) == 1


def test_slot_that_the_check_does_not_have_raises(submission: Submission) -> None:
    with pytest.raises(QuestionFileError, match="This check has no question 'm1-o9-a'"):
        mark("m1-o9-a", POOLS["m1-o1"])


def test_item_without_a_solution_raises(submission: Submission) -> None:
    with pytest.raises(KeyError):
        mark("m1-o1-a", {})


def test_missing_question_file_raises(submission: Submission) -> None:
    (submission.folder / "questions.json").unlink()
    with pytest.raises(QuestionFileError):
        submission.mark("m1-o1-a")


@pytest.mark.parametrize("data", [b"", b"\x00\xff", b"[" * 50_000, b"{}\n" * 100])
def test_log_that_holds_nothing_readable_is_marked_as_blank(submission: Submission, data: bytes) -> None:
    submission.log.write_bytes(data)
    assert set(submission.mark_all().values()) == {0.0}
    assert [card["status"] for card in submission.cards] == ["blank"] * 6


def test_marking_leaves_the_log_as_it_was(submission: Submission) -> None:
    submission.answer_all(right)
    before = submission.log.read_bytes()
    submission.mark_all()
    assert submission.log.read_bytes() == before
