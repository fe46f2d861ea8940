"""A check on its way from release to feedback, with nbgrader's own commands and its own gradebook."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from course import build, responses
from course.cards import CARD
from course.grading import retake as retake_command
from course.items import Item, Matching, Ordering, ShortAnswer, TrueFalseReason, options_of
from course.questions import Response
from course.text import to_html, to_plain

from . import pages
from .answers import Sitting, all_right, all_wrong
from .course_folder import CHECK, STOCK, CommandError, CourseFolder, run, write_log
from .explanations import explained
from .formgrader import Formgrader, formgrader
from .grading_loop import GradedCourse, graded

# Every way to be partly right, item by item, with its share of the points as the course's rules have it.
HALF = Sitting.of(
    {
        "m1-k01": (["b"], 1.0),
        "m1-k02": (["a"], 0.5),  # one of two, and nothing wrong
        "m1-k03": (["false", "b"], 0.5),  # the right answer for a wrong reason
        "m1-k04": ({"p1": "a", "p2": "b", "p3": "d", "p4": "c"}, 0.5),  # two of four
        "m1-k05": (["a", "b", "d", "c"], 2 / 3),  # one pair of neighbours out of three turned round
        "m1-k06": (["a"], 0.0),
    }
)
A_THIRD = Sitting.of(
    {
        "m1-k01": ([], 0.0),  # taken back
        "m1-k02": (["a", "b", "d"], 0.5),  # both of two, less one wrong
        "m1-k03": (["false"], 0.5),  # the first tier alone
        "m1-k04": ({"p3": "c"}, 0.25),  # one of four, the rest open
        "m1-k05": (["c", "b", "d", "a"], 1 / 3),  # two of three pairs turned round
        "m1-k06": (["c"], 1.0),
    }
)
GUESSES = Sitting.of(
    {
        "m1-k02": (["a", "b", "c", "d"], 0.0),  # two right less two wrong
        "m1-k03": (["true", "a"], 0.0),  # the right reason for a wrong answer
        "m1-k04": ({"p1": "b", "p2": "b", "p3": "b", "p4": "b"}, 0.25),
        "m1-k05": (["c", "d", "a", "b"], 0.0),  # the right order backwards
    }
)
NOTHING = Sitting.of({})


@pytest.fixture(scope="module")
def graded_tea(tea: CourseFolder, tmp_path_factory: pytest.TempPathFactory) -> GradedCourse:
    """The sample course after one round: answers right, wrong, partly right, none, no file, someone else's."""
    course = tea.copied(tmp_path_factory.mktemp("graded-tea"))
    course.exchange.mkdir()
    course.exchange.chmod(0o777)
    course.configure(f"c.Exchange.root = {str(course.exchange)!r}")
    right, wrong = all_right(course.check.items), all_wrong(course.check.items)
    return graded(
        course,
        by_exchange={"all-right": right, "half": HALF, "blank-file": NOTHING},
        handed_in={"all-wrong": wrong, "a-third": A_THIRD, "guesses": GUESSES, "no-file": NOTHING, "torn": right},
        also=_spoil,
    )


def _spoil(course: CourseFolder) -> None:
    """Submissions that are not as the page leaves them: another learner's answers, an empty file, a torn line."""
    submitted = course.root / "submitted"
    shutil.copyfile(
        submitted / "all-right" / CHECK / responses.FILE_NAME, course.hand_in("copied", {}) / responses.FILE_NAME
    )
    (submitted / "blank-file" / CHECK / responses.FILE_NAME).write_bytes(b"")
    with (submitted / "torn" / CHECK / responses.FILE_NAME).open("ab") as log:
        log.write(b'{"v":1,"item":"m1-k0')


@pytest.fixture(params=["graded_tea", "graded_real"])
def course(request: pytest.FixtureRequest) -> GradedCourse:
    """The sample course and the course of this repository, both after a round."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, GradedCourse)
    return found


def test_generate_assignment_makes_the_release_that_course_build_made(course: GradedCourse) -> None:
    built = sorted(name for name in course.built_release if name.startswith(f"{CHECK}/"))
    assert built == [f"{CHECK}/{CHECK}.ipynb", f"{CHECK}/questions.json"]
    assert course.course.released() == course.built_release


def test_every_answer_earns_exactly_its_points(course: GradedCourse) -> None:
    for learner in course.sittings:
        grade = course.course.grade(learner)
        assert (learner, grade.points) == (learner, course.expected(learner))
        assert grade.total == pytest.approx(sum(grade.points.values()), abs=1e-12)


def test_right_answers_earn_all_points_and_wrong_ones_none(course: GradedCourse) -> None:
    assert course.course.grade("all-right").total == sum(slot.points for slot in course.course.check.blueprint)
    assert course.course.grade("all-wrong").total == 0


def test_only_submissions_without_any_answer_wait_for_a_person(course: GradedCourse) -> None:
    waiting = [learner for learner in course.sittings if course.course.grade(learner).needs_manual_grade]
    assert waiting == [learner for learner, sitting in course.sittings.items() if sitting is NOTHING]


def test_no_cell_fails_while_it_is_graded(course: GradedCourse) -> None:
    for learner in course.sittings:
        kinds = {output["output_type"] for output in course.course.graded_outputs(learner)}
        assert kinds == {"display_data", "execute_result"}


def test_the_answers_file_goes_with_the_submission(course: GradedCourse) -> None:
    for name in course.by_exchange:
        mine = course.course.learner(name).folder / responses.FILE_NAME
        submitted = course.course.root / "submitted" / name / CHECK / responses.FILE_NAME
        if course.sittings[name] is NOTHING:
            assert not mine.exists()
        else:
            assert mine.read_bytes() == submitted.read_bytes() != b""


def test_learners_fetch_the_feedback_that_was_made_for_them(course: GradedCourse) -> None:
    for name, page in course.fetched_feedback.items():
        assert page.decode() == course.course.feedback(name)
    assert len(set(course.fetched_feedback.values())) == len(course.by_exchange)


def test_feedback_shows_every_question_that_the_learner_had(course: GradedCourse) -> None:
    for name in course.sittings:
        cards = pages.cards(course.course.feedback(name))
        items = [course.course.items[item] for item in course.course.slots(name).values()]
        assert [card.heading for card in cards] == [f"Question {n} of {len(items)}" for n in range(1, len(items) + 1)]
        assert [card.stem for card in cards] == [_words(item.stem) for item in items]


def test_feedback_shows_the_points_of_each_question_and_their_sum(course: GradedCourse) -> None:
    for name in course.sittings:
        page = course.course.feedback(name)
        points = course.expected(name)
        most = {slot.slot: slot.points for slot in course.course.check.blueprint}
        shown = [card.points for card in pages.cards(page)]
        assert shown == [f"{round(points[one], 2):g} of {most[one]} point{'s' * (most[one] > 1)}" for one in most]
        assert f"Your score: {round(sum(points.values()), 2):g} of {sum(most.values())} points" in pages.text(page)


def test_feedback_shows_what_the_learner_answered(course: GradedCourse) -> None:
    for name, sitting in course.sittings.items():
        items = [course.course.items[item] for item in course.course.slots(name).values()]
        for card, item in zip(pages.cards(course.course.feedback(name)), items, strict=True):
            response = sitting.answers.get(item.id)
            if isinstance(item, Ordering):
                assert card.orders == ([_texts(item, response)] if response else [])
            else:
                assert card.mine == _texts(item, response)


def test_feedback_explains_what_the_learner_chose_and_nothing_else(course: GradedCourse) -> None:
    for name, sitting in course.sittings.items():
        items = [course.course.items[item] for item in course.course.slots(name).values()]
        for card, item in zip(pages.cards(course.course.feedback(name)), items, strict=True):
            assert card.whys == [_words(text) for text in explained(item, sitting.answers.get(item.id))]


def test_feedback_says_in_words_how_each_answer_did(graded_tea: GradedCourse) -> None:
    def results(learner: str) -> dict[str, str]:
        items = graded_tea.course.slots(learner).values()
        return dict(zip(items, [card.result for card in pages.cards(graded_tea.course.feedback(learner))], strict=True))

    assert results("half") == {
        "m1-k01": "Right",
        "m1-k02": "Partly right",
        "m1-k03": "Partly right",
        "m1-k04": "Partly right",
        "m1-k05": "Partly right",
        "m1-k06": "Not right",
    }
    assert results("a-third")["m1-k01"] == "Not answered"
    assert set(results("no-file").values()) == {"Not answered"}


def test_feedback_holds_no_code(course: GradedCourse) -> None:
    for name in course.sittings:
        page = course.course.feedback(name)
        assert [word for word in ("HIDDEN TESTS", "mark(", "ask(", "import mark") if word in page] == []


def test_feedback_loads_nothing_from_outside(course: GradedCourse) -> None:
    for name in course.sittings:
        assert pages.outside_loads(course.course.feedback(name)) == []


def test_feedback_tells_no_right_answer_unless_the_instructor_says_so(course: GradedCourse) -> None:
    for name in course.sittings:
        assert "Right answer" not in course.course.feedback(name)
        assert "Right order" not in course.course.feedback(name)


def test_feedback_tells_the_right_answers_when_the_instructor_says_so(
    graded_tea: GradedCourse, tmp_path_factory: pytest.TempPathFactory
) -> None:
    course = graded_tea.course.copied(tmp_path_factory.mktemp("open-feedback"))
    course.configure('c.ShowCards.right_answers = "feedback"')
    assert retake_command.run(retake_command.Request(course.root, CHECK, close=True)) == 0
    course.nbgrader("generate_feedback", CHECK, "--force", "--student", "all-wrong")
    items = [course.items[item] for item in course.slots("all-wrong").values()]
    for card, item in zip(pages.cards(course.feedback("all-wrong")), items, strict=True):
        assert f"Right {'order' if isinstance(item, Ordering) else 'answer'}" in card.text
        assert set(card.whys) == _all_rationales(item)


def test_another_learners_answers_earn_nothing_and_say_so(graded_tea: GradedCourse) -> None:
    course = graded_tea.course
    assert course.grade("copied").points == dict.fromkeys(course.grade("all-right").points, 0.0)
    for card, slot in zip(pages.cards(course.feedback("copied")), course.check.blueprint, strict=True):
        held = "1 point is" if slot.points == 1 else f"{slot.points} points are"
        assert card.result == "Held back"
        why = "These answers were given to the form drawn for 'all-right', and 'copied' submitted them."
        assert card.notices == [f"{why} {held} held back until the instructor has decided."]


def test_the_graded_notebook_keeps_why_points_are_held_back(graded_tea: GradedCourse) -> None:
    shown = [output["data"] for output in graded_tea.course.graded_outputs("copied")]
    notices = [data[CARD]["notices"] for data in shown if CARD in data]
    assert len(notices) == 6
    assert all("held back" in of_card[0] for of_card in notices)


@pytest.mark.parametrize("learner", ["no-file", "blank-file"])
def test_a_submission_without_answers_says_so_once(graded_tea: GradedCourse, learner: str) -> None:
    notices = [card.notices for card in pages.cards(graded_tea.course.feedback(learner))]
    assert notices == [["The submission holds no answers that can be read."], [], [], [], [], []]


def test_a_torn_line_costs_no_points_and_is_told(graded_tea: GradedCourse) -> None:
    notices = [card.notices for card in pages.cards(graded_tea.course.feedback("torn"))]
    assert notices == [["Answers file, line 7: skipped, not one JSON object."], [], [], [], [], []]
    assert graded_tea.course.grade("torn").total == 7


@pytest.fixture(scope="module")
def grading_screen(graded_tea: GradedCourse) -> Iterator[Formgrader]:
    """Formgrader, from the server that instructors use."""
    with formgrader(graded_tea.course) as server:
        yield server


def test_the_grading_screen_shows_every_question_as_its_card_with_a_field_for_the_score(
    grading_screen: Formgrader, graded_tea: GradedCourse
) -> None:
    page = grading_screen.submission("half")
    items = [graded_tea.course.items[item] for item in graded_tea.course.slots("half").values()]
    assert [card.stem for card in pages.cards(page)] == [_words(item.stem) for item in items]
    assert pages.inputs(page, "score") == [slot.slot for slot in graded_tea.course.check.blueprint]


def test_the_grading_screen_tells_the_right_answers(grading_screen: Formgrader, graded_tea: GradedCourse) -> None:
    items = [graded_tea.course.items[item] for item in graded_tea.course.slots("all-wrong").values()]
    for card, item in zip(pages.cards(grading_screen.submission("all-wrong")), items, strict=True):
        assert f"Right {'order' if isinstance(item, Ordering) else 'answer'}" in card.text


def test_the_grading_screen_tells_no_right_answer_where_the_instructor_wants_none(
    graded_tea: GradedCourse, tmp_path_factory: pytest.TempPathFactory
) -> None:
    course = graded_tea.course.copied(tmp_path_factory.mktemp("nowhere"))
    course.configure('c.ShowCards.right_answers = "nowhere"')
    with formgrader(course) as server:
        page = server.submission("all-wrong")
    assert len(pages.cards(page)) == 6
    assert [words for words in ("Right answer", "Right order") if words in page] == []


def test_the_grading_screen_holds_no_code(grading_screen: Formgrader) -> None:
    page = grading_screen.submission("all-wrong")
    assert [word for word in ("HIDDEN TESTS", "mark(", "ask(", "import mark") if word in page] == []


def test_the_grading_screen_loads_nothing_from_outside_and_finds_what_it_loads(grading_screen: Formgrader) -> None:
    page = grading_screen.submission("all-right")
    assert pages.outside_loads(page) == []
    loads = pages.loads(page)
    assert "/formgrader/static/js/formgrade.js" in loads
    for address in loads:
        served = grading_screen.get(address)
        assert not address.endswith(".css") or pages.outside_loads(f"<style>{served}</style>") == []


@pytest.mark.parametrize(
    "markup",
    [
        '<script src="https://cdn.example/a.js"></script>',
        '<link rel="stylesheet" href="//cdn.example/a.css">',
        '<img src="http://cdn.example/a.png">',
        "<style>@import 'https://cdn.example/a.css';</style>",
        '<p style="background: url(https://cdn.example/a.png)">',
        '<script>load("https://cdn.example/a.js")</script>',
    ],
)
def test_a_page_that_loads_something_from_outside_is_found_out(markup: str) -> None:
    assert len(pages.outside_loads(f"<body>{markup}</body>")) == 1


def test_validation_names_every_question_that_is_not_answered(tea: CourseFolder, tmp_path: Path) -> None:
    said = _validated(tea, tmp_path, NOTHING)
    assert _open_questions(said) == [f"Question {n} is not answered yet" for n in range(1, 7)]
    assert "VALIDATION FAILED ON 6 CELL(S)" in said
    assert "Traceback" not in said


def test_validation_names_only_the_questions_that_are_open_or_half_done(tea: CourseFolder, tmp_path: Path) -> None:
    said = _validated(tea, tmp_path, A_THIRD)
    words = {
        "m1-k01": "is not answered yet",
        "m1-k02": "is not finished, 3 chosen of 2",
        "m1-k03": "is not finished, 1 chosen of 2",
        "m1-k04": "is not finished, 1 chosen of 4",
    }
    drawn = tea.slots("learner").values()
    assert _open_questions(said) == [f"Question {n} {words[item]}" for n, item in enumerate(drawn, 1) if item in words]
    assert "VALIDATION FAILED ON 4 CELL(S)" in said
    assert "Traceback" not in said


def test_validation_passes_when_all_is_answered_even_wrongly(tea: CourseFolder, tmp_path: Path) -> None:
    said = _validated(tea, tmp_path, all_wrong(tea.check.items))
    assert "Success! Your notebook passes all the tests." in said


def test_a_marking_error_earns_nothing_and_its_traceback_reaches_no_learner(
    tea: CourseFolder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    course = tea.copied(tmp_path_factory.mktemp("marking-error"))
    master = course.root / "source" / CHECK / f"{CHECK}.ipynb"
    text = master.read_text(encoding="utf-8")
    master.write_text(text.replace('mark(\\"m1-o1-b\\"', 'mark(\\"no-such-slot\\"'), encoding="utf-8")
    course.nbgrader("generate_assignment", CHECK, "--force")
    course.hand_in("all-right", all_right(course.check.items).answers)
    # Our own grading refuses such a master; nbgrader's runs it.
    with pytest.raises(CommandError, match="cell m1-o1-b: it doesn't mark the slot that it is named after"):
        course.nbgrader("autograde", CHECK)
    course.nbgrader("autograde", CHECK, STOCK)
    master.write_text(text, encoding="utf-8")
    course.nbgrader("generate_feedback", CHECK)

    assert course.grade("all-right").points == {
        slot.slot: 0.0 if slot.slot == "m1-o1-b" else float(slot.points) for slot in course.check.blueprint
    }
    (error,) = [one for one in course.graded_outputs("all-right") if one["output_type"] == "error"]
    assert "rationales" in "".join(error["traceback"])  # so this traceback does hold the key
    page = course.feedback("all-right")
    assert "Question m1-o1-b could not be marked. Ask your instructor to look at it." in pages.text(page)
    assert len(pages.cards(page)) == 5
    assert [word for word in ("Traceback", "no-such-slot", "QuestionFileError", "rationales") if word in page] == []


@dataclass(frozen=True)
class Mended:
    """A check whose bank was changed after submissions came in, released and graded again."""

    course: CourseFolder
    slots_before: dict[str, dict[str, str]]
    totals_before: dict[str, float]


@pytest.fixture(scope="module")
def mended(tea: CourseFolder, tmp_path_factory: pytest.TempPathFactory) -> Mended:
    """The first item gets another key and another rationale for it, and the bank one more item."""
    course = tea.copied(tmp_path_factory.mktemp("mended"))
    course.nbgrader("generate_assignment", CHECK, "--force")
    right = all_right(course.check.items).answers
    course.hand_in("by-the-old-key", right)
    course.hand_in("by-the-new-key", right | {"m1-k01": ["a"]})
    course.nbgrader("autograde", CHECK)
    learners = ["by-the-old-key", "by-the-new-key"]
    before = {learner: course.slots(learner) for learner in learners}
    totals = {learner: course.grade(learner).total for learner in learners}

    path = course.root / "content" / "modules" / "01-tea" / "check.yml"
    check = yaml.safe_load(path.read_text(encoding="utf-8"))
    first = check["items"][0]
    check["items"].append(first | {"id": "m1-k07", "stem": "What does white tea need *first*?"})
    mended_option = first["options"][0] | {"rationale": "Milk comes first in this house, whatever they do elsewhere."}
    check["items"][0] = first | {"key": "a", "options": [mended_option, *first["options"][1:]]}
    path.write_text(yaml.safe_dump(check, sort_keys=False), encoding="utf-8")
    build.build(course.root)
    course.nbgrader("generate_assignment", CHECK, "--force")
    course.nbgrader("autograde", CHECK, "--force")
    course.nbgrader("generate_feedback", CHECK)
    return Mended(course, before, totals)


def test_a_mended_key_counts_when_graded_again(mended: Mended) -> None:
    worth = {
        learner: next(float(one.points) for one in mended.course.check.blueprint if slots[one.slot] == "m1-k01")
        for learner, slots in mended.slots_before.items()
    }
    assert mended.totals_before == {"by-the-old-key": 7, "by-the-new-key": 7 - worth["by-the-new-key"]}
    assert mended.course.grade("by-the-old-key").total == 7 - worth["by-the-old-key"]
    assert mended.course.grade("by-the-new-key").total == 7


def test_a_mended_rationale_stands_in_the_new_feedback(mended: Mended) -> None:
    page = pages.text(mended.course.feedback("by-the-new-key"))
    assert "Milk comes first in this house, whatever they do elsewhere." in page
    assert "Milk comes first" not in pages.text(mended.course.feedback("by-the-old-key"))


def test_an_item_added_to_the_bank_takes_no_points_from_those_who_submitted(mended: Mended) -> None:
    redrawn = []
    for learner, before in mended.slots_before.items():
        now = mended.course.slots(learner)
        changed = [slot for slot, item in before.items() if now[slot] != item]
        redrawn += changed
        cards = pages.cards(mended.course.feedback(learner))
        assert [card.stem for card in cards] == [_words(mended.course.items[item].stem) for item in before.values()]
        told = {slot: card.notices for slot, card in zip(before, cards, strict=True) if card.notices}
        assert told == {slot: ["This question was asked before the check was changed."] for slot in changed}
    assert redrawn != []


def _validated(tea: CourseFolder, place: Path, sitting: Sitting) -> str:
    """What nbgrader's validation says of the released check with these answers beside it."""
    home = place / "learner"
    folder = home / CHECK
    shutil.copytree(tea.root / "release" / CHECK, folder)
    write_log(folder, "learner", sitting.answers)
    return run("nbgrader", "validate", f"{CHECK}.ipynb", cwd=folder, home=home, learner="learner")


def _open_questions(said: str) -> list[str]:
    """What validation names, up to the question's own words."""
    return re.findall(r"^ +(Question \d+ [^:]+): ", said, flags=re.MULTILINE)


def _words(markdown: str) -> str:
    return " ".join(to_plain(to_html(markdown)).split())


def _texts(item: Item, response: Response | None) -> list[str]:
    """The words of what was chosen: options in the author's order, prompts that were matched, steps as ordered."""
    match item:
        case ShortAnswer():
            raise AssertionError("a check holds no short answers")
        case Ordering():
            steps = {option.id: _words(option.text) for option in item.options}
            return [steps[one] for one in response or []]
        case Matching():
            return [_words(prompt.text) for prompt in item.prompts if prompt.id in (response or {})]
        case TrueFalseReason():
            chosen = list(response or [])
            tiers = ((item.options, chosen[:1]), (item.reasons, chosen[1:]))
            return [_words(one.text) for options, picked in tiers for one in options if one.id in picked]
        case _:
            return [_words(option.text) for option in item.options if option.id in (response or [])]


def _all_rationales(item: Item) -> set[str]:
    """The rationales that a card shows with the right answer; a matching item's left-over option is on no card."""
    shown = set(item.key.values()) if isinstance(item, Matching) else {option.id for option in options_of(item)}
    return {_words(option.rationale) for option in options_of(item) if option.id in shown}
