from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.activities.flashcards import flashcards
from course.activities.quiz import practice
from course.bank import load
from course.build.lessons import lesson_files
from course.decks import ACTS, BURIED_FOR, RATINGS, deck_of, item_of, next_dues
from course.faces import deck_html
from course.questions import Response
from course.responses import Record, append, read

from .builders import ROOT, SAMPLE, make_record
from .cell_page import Page
from .html_pages import attributes_of, tags_of

CARDS = ("steep", "pot", "kettle")
NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


def review(card: str, act: str, ago: timedelta) -> Record:
    at = (NOW - ago).strftime("%Y-%m-%dT%H:%M:%SZ")
    return make_record([act], item=item_of(card), at=at)


# --- What is due ------------------------------------------------------------------------------------------


def test_cards_that_were_never_seen_are_new() -> None:
    deck = deck_of(CARDS, [], NOW)
    assert (deck.queue, deck.new, deck.due, deck.later) == (CARDS, 3, 0, 0)


def test_missed_card_is_due_again_after_a_minute_and_comes_before_new_ones() -> None:
    deck = deck_of(CARDS, [review("kettle", "again", 2 * MINUTE)], NOW)
    assert (deck.queue, deck.new, deck.due) == (("kettle", "steep", "pot"), 2, 1)


def test_card_known_at_once_rests_for_days() -> None:
    records = [review("pot", "easy", MINUTE)]
    deck = deck_of(CARDS, records, NOW)
    assert (deck.queue, deck.later) == (("steep", "kettle"), 1)
    assert deck_of(CARDS, records, NOW + 30 * DAY).due == 1


def test_card_in_learning_comes_again_in_the_same_sitting_when_nothing_else_is_left() -> None:
    records = [review("steep", "good", MINUTE), review("pot", "easy", MINUTE), review("kettle", "easy", MINUTE)]
    deck = deck_of(CARDS, records, NOW)
    assert (deck.queue, deck.due, deck.new, deck.later) == (("steep",), 0, 0, 3)


def test_deck_that_is_done_says_when_it_goes_on() -> None:
    records = [review(card, "easy", n * MINUTE) for n, card in enumerate(CARDS, start=1)]
    deck = deck_of(CARDS, records, NOW)
    assert deck.queue == ()
    assert deck.next_at == min(next_dues(card, [], NOW - n * MINUTE)["easy"] for n, card in enumerate(CARDS, start=1))


def test_card_put_aside_sleeps_until_tomorrow() -> None:
    records = [review("pot", "bury", MINUTE)]
    deck = deck_of(CARDS, records, NOW)
    assert (deck.queue, deck.buried) == (("steep", "kettle"), 1)
    assert "pot" in deck_of(CARDS, records, NOW + BURIED_FOR).queue


def test_known_card_is_gone_until_it_is_taken_back() -> None:
    known = [review("pot", "good", 3 * DAY), review("pot", "known", 2 * DAY)]
    deck = deck_of(CARDS, known, NOW)
    assert (deck.queue, deck.known) == (("steep", "kettle"), ("pot",))
    assert "pot" in deck_of(CARDS, [*known, review("pot", "back", DAY)], NOW).queue


def test_more_certain_answers_rest_longer() -> None:
    dues = next_dues("pot", [], NOW)
    assert dues["again"] < dues["hard"] < dues["good"] < dues["easy"]


def test_each_good_review_makes_the_rest_longer() -> None:
    records: list[Record] = []
    now, rests = NOW, []
    for _ in range(5):
        due = next_dues("pot", records, now)["good"]
        rests.append(due - now)
        records.append(review("pot", "good", NOW - now))
        now = due
    assert rests == sorted(rests)
    assert rests[0] == 10 * MINUTE
    assert rests[-1] > 30 * DAY


def test_schedule_is_the_same_wherever_and_whenever_it_is_worked_out() -> None:
    acts = enumerate(("good", "good", "again", "hard", "good", "good"))
    records = [review("pot", act, timedelta(days=60 - 9 * n)) for n, act in acts]
    rests = {rating: (at - NOW).days for rating, at in next_dues("pot", records, NOW).items()}
    assert rests == {"again": 0, "hard": 35, "good": 41, "easy": 54}


def test_other_records_and_damaged_ones_change_nothing() -> None:
    records = [
        make_record(["a"], item="m1-p01"),
        make_record(["good"], item="card-of-another-deck"),
        make_record(["perfect"], item=item_of("pot")),
        make_record(["good", "good"], item=item_of("pot")),
        make_record("good", item=item_of("pot")),
        make_record(["good"], item=item_of("pot"), at="yesterday"),
        make_record(["good"], item=item_of("pot"), at="2026-11-21T10:00:00"),
    ]
    assert deck_of(CARDS, records, NOW) == deck_of(CARDS, [], NOW)


@given(st.lists(st.tuples(st.sampled_from(CARDS), st.sampled_from(ACTS), st.integers(0, 400 * 24 * 60)), max_size=12))
def test_every_card_is_counted_once(acts: list[tuple[str, str, int]]) -> None:
    records = [review(card, act, minutes * MINUTE) for card, act, minutes in acts]
    deck = deck_of(CARDS, records, NOW)
    assert deck.due + deck.new + deck.later + deck.buried + len(deck.known) == len(CARDS)
    assert len(set(deck.queue)) == len(deck.queue)
    assert not set(deck.queue) & set(deck.known)
    assert bool(deck.queue) or deck.next_at or len(deck.known) == len(CARDS)


def test_deck_without_a_review_brings_no_scheduler_in() -> None:
    code = (
        "import sys; from datetime import UTC, datetime; from course.decks import deck_of\n"
        "deck_of(('a', 'b'), [], datetime.now(UTC)); print('fsrs' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


# --- The widget -------------------------------------------------------------------------------------------


def act_on(page: Page, card: object, act: object, n: int = 1) -> dict[str, Any]:
    return page.answer({"card": card, "act": act}, n=n)


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The learner's log, with the notebook running beside the deck's file."""
    course = load(SAMPLE)
    files = {path.name: data for path, data in lesson_files(course, course.modules[0]).items()}
    for folder, name in (("activities", "m1-cards.json"), ("practice", "m1.json")):
        (tmp_path / "notebooks" / folder).mkdir(parents=True)
        (tmp_path / "notebooks" / folder / name).write_bytes(files[name])
    monkeypatch.chdir(tmp_path / "notebooks")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("JUPYTERHUB_USER", "ana")
    return tmp_path / "data" / "tea" / "responses.jsonl"


def test_deck_begins_with_its_new_cards_in_the_order_of_the_glossary(log: Path, page: Page) -> None:
    flashcards("m1")
    assert (page.widget.deck["queue"], page.widget.deck["new"]) == (list(CARDS), 3)
    assert page.widget.cards["pot"] == {
        "front": "<p>Pot</p>",
        "back": "<p>What tea steeps in, <em>before</em> the cup.</p>",
    }


def test_review_goes_to_the_log_and_the_next_card_comes(log: Path, page: Page) -> None:
    flashcards("m1")
    said = act_on(page, "steep", "easy", n=5)
    assert said == {"type": "saved", "n": 5, "at": said["at"]}
    assert read(log).records == (make_record(["easy"], item="card-steep", at=said["at"]),)
    assert page.widget.deck["queue"] == ["pot", "kettle"]


def test_page_hears_how_long_each_answer_would_let_the_card_rest(log: Path, page: Page) -> None:
    flashcards("m1")
    dues = page.widget.deck["dues"]
    assert list(dues) == list(RATINGS)
    assert (dues["again"], dues["good"]) == (60, 600)
    assert dues["easy"] > 24 * 60 * 60


def test_cards_go_on_where_they_were_left(log: Path, page: Page) -> None:
    flashcards("m1")
    act_on(page, "steep", "easy")
    flashcards("m1")
    assert page.widget.deck["queue"] == ["pot", "kettle"]


def test_another_learner_s_reviews_change_nothing(log: Path, page: Page) -> None:
    append(log, make_record(["known"], item="card-pot", learner="ben"))
    flashcards("m1")
    assert page.widget.deck["known"] == []


def test_known_cards_are_taken_back_all_at_once(log: Path, page: Page) -> None:
    flashcards("m1")
    for card in ("steep", "kettle"):
        act_on(page, card, "known")
    assert (page.widget.deck["queue"], page.widget.deck["known"]) == (["pot"], ["steep", "kettle"])
    act_on(page, "", "back")
    assert (sorted(page.widget.deck["queue"]), page.widget.deck["known"]) == (["kettle", "pot", "steep"], [])


def test_page_that_looks_again_gets_the_deck_as_it_is_now(log: Path, page: Page) -> None:
    flashcards("m1")
    append(log, make_record(["known"], item="card-pot"))
    page.say({"type": "look"})
    assert page.widget.deck["known"] == ["pot"]


@pytest.mark.parametrize(
    ("card", "act"), [("cup", "good"), ("pot", "perfect"), ("", "good"), (None, "good"), ("pot", 3)]
)
def test_act_that_is_none_is_refused(log: Path, page: Page, card: object, act: object) -> None:
    flashcards("m1")
    assert act_on(page, card, act)["type"] == "refused"
    assert not log.exists()


def test_state_can_be_sent_to_the_page(log: Path, page: Page) -> None:
    flashcards("m1")
    for card in CARDS:
        act_on(page, card, "easy")
    assert json.loads(json.dumps(page.widget.deck))["next_at"]


def test_face_lists_the_words_without_their_meanings(log: Path, page: Page) -> None:
    flashcards("m1")
    bundle = page.shown[-1]
    assert bundle["text/plain"] == "Flashcards: 3 words of this module"
    values = json.loads(Path("activities/m1-cards.json").read_bytes())
    assert bundle["text/html"] == deck_html(values["activity"])
    assert "<li><p>Pot</p></li>" in bundle["text/html"]
    assert "What water boils in" not in bundle["text/html"]
    assert tags_of(bundle["text/html"])[0] == "div"
    assert attributes_of(bundle["text/html"]) == {"class"}


def test_no_markup_of_anybody_else_reaches_the_page(log: Path, page: Page) -> None:
    path = Path("activities/m1-cards.json")
    path.write_text(
        path.read_text(encoding="utf-8").replace("<p>Pot</p>", "<img src=x onerror=alert(1)>"), encoding="utf-8"
    )
    flashcards("m1")
    assert "<img" not in page.widget.cards["pot"]["front"]
    assert "<img" not in page.shown[-1]["text/html"]


def test_damaged_file_is_told_and_the_rest_of_the_notebook_runs(log: Path, page: Page) -> None:
    Path("activities/m1-cards.json").write_text('{"version": 1, "course": "tea", "activity": {"cards": [{}]}}')
    flashcards("m1")
    assert "is damaged. Fetch the original again." in page.shown[-1]["text/plain"]


# --- Questions among the cards ----------------------------------------------------------------------------


def missed(item: str, response: Response, **more: Any) -> Record:
    return make_record(response, item=item, **more)


def test_question_that_was_not_right_is_a_card_with_its_key_and_rationale(log: Path, page: Page) -> None:
    append(log, missed("m1-p01", ["a"]))
    flashcards("m1")
    assert page.widget.deck["queue"] == [*CARDS, "m1-p01"]
    assert page.widget.deck["new"] == 4
    item = page.widget.cards["m1-p01"]["item"]
    practice("m1-p01")
    assert (
        item == page.widget.item
    )  # as the question itself: its options in this learner's order, nothing but safe HTML


def test_question_joins_the_deck_when_it_was_answered_while_the_page_is_open(log: Path, page: Page) -> None:
    flashcards("m1")
    assert "m1-p01" not in page.widget.cards
    append(log, missed("m1-p01", ["b"], certainty="guess"))
    page.say({"type": "look"})
    assert page.widget.deck["queue"] == [*CARDS, "m1-p01"]
    assert "m1-p01" in page.widget.cards


def test_question_is_reviewed_put_aside_and_known_like_any_card(log: Path, page: Page) -> None:
    append(log, missed("m1-p01", ["a"]))
    append(log, missed("m1-p06", ["a"]))
    flashcards("m1")
    assert act_on(page, "m1-p01", "good")["type"] == "saved"
    assert read(log).records[-1].item == "card-m1-p01"
    act_on(page, "m1-p06", "known")
    assert (page.widget.deck["later"], page.widget.deck["known"]) == (1, ["m1-p06"])
    flashcards("m1")
    assert (page.widget.deck["later"], page.widget.deck["known"]) == (1, ["m1-p06"])


def test_reviews_of_a_card_are_no_attempts_at_its_question(log: Path, page: Page) -> None:
    append(log, make_record(["good"], item="card-m1-p01"))
    flashcards("m1")
    assert list(page.widget.cards) == list(CARDS)


def test_another_learner_s_answers_make_no_card(log: Path, page: Page) -> None:
    append(log, missed("m1-p01", ["a"], learner="ben"))
    flashcards("m1")
    assert list(page.widget.cards) == list(CARDS)


@pytest.mark.parametrize("text", [None, "{", '{"version": 1, "course": "tea", "items": {"m1-p01": {}}}'])
def test_words_are_there_when_the_practice_questions_are_not(log: Path, page: Page, text: str | None) -> None:
    append(log, missed("m1-p01", ["a"]))
    if text is None:
        Path("practice/m1.json").unlink()
    else:
        Path("practice/m1.json").write_text(text, encoding="utf-8")
    flashcards("m1")
    assert page.widget.deck["queue"] == list(CARDS)
