from __future__ import annotations

import re
from typing import Any

import pytest

from course.build.questions import check_question, solution
from course.cards import CSS, card_html
from course.items import Item, Option, options_of
from course.questions import Response

from .builders import (
    BLANK,
    MAKERS,
    MARKED_TYPES,
    PARTLY_RIGHT,
    WRONG,
    make_card,
    make_matching,
    make_multiple,
    make_ordering,
    make_short,
    make_single,
    make_true_false,
    right,
    secrets_of,
)
from .html_pages import attributes_of, tags_of

STATES = [
    *((kind, "right") for kind in MARKED_TYPES),
    *((kind, "partly") for kind in PARTLY_RIGHT),
    *((kind, "wrong") for kind in MARKED_TYPES),
    *((kind, "blank") for kind in MARKED_TYPES),
    *((kind, "malformed") for kind in MARKED_TYPES),
    *((kind, "held") for kind in MARKED_TYPES),
]
EVERY_CARD = pytest.mark.parametrize(("kind", "state"), STATES, ids=lambda one: one)
NOTICE = "These answers were given to the form drawn for 'ben', and 'ana' submitted them."


def card(kind: str, state: str) -> dict[str, Any]:
    """The card of an item of some type in some state."""
    item = MAKERS[kind]()
    match state:
        case "right":
            return make_card(item, right(kind), 2.0)
        case "partly":
            return make_card(item, PARTLY_RIGHT[kind], 1.0)
        case "wrong":
            return make_card(item, WRONG[kind], 0.0)
        case "blank":
            return make_card(item, BLANK[kind], 0.0)
        case "malformed":
            return make_card(item, None, 0.0, status="malformed")
        case _:
            return make_card(item, right(kind), 0.0, held=True, notices=[NOTICE])


def page(kind: str, state: str, *, show_key: bool = False) -> str:
    return card_html(card(kind, state), show_key=show_key)


def rationales_on(html: str, item: Item) -> list[str]:
    """The ids of the options whose rationale stands on a card."""
    return [option.id for option in options_of(item) if option.rationale in html]


# --- How every card is made -----------------------------------------------------------------------------


@EVERY_CARD
@pytest.mark.parametrize("show_key", [False, True])
def test_card_is_one_section_with_every_tag_closed(kind: str, state: str, *, show_key: bool) -> None:
    html = page(kind, state, show_key=show_key)
    assert tags_of(html)[:2] == ["section", "h2"]
    assert tags_of(html).count("section") == 1
    assert set(tags_of(html)) <= {"section", "h2", "p", "span", "div", "ul", "ol", "li"}


@EVERY_CARD
def test_card_has_no_attribute_that_could_do_something(kind: str, state: str) -> None:
    assert attributes_of(page(kind, state, show_key=True)) <= {"class", "id", "aria-labelledby", "aria-hidden"}


@EVERY_CARD
def test_card_shows_the_question_and_its_number(kind: str, state: str) -> None:
    html = page(kind, state)
    assert '<h2 id="card-m1-o1-a">Question 3 of 10</h2>' in html
    assert MAKERS[kind]().stem in html


@EVERY_CARD
def test_card_is_the_same_whenever_it_is_made(kind: str, state: str) -> None:
    assert page(kind, state) == page(kind, state)


@pytest.mark.parametrize("kind", MARKED_TYPES)
@pytest.mark.parametrize(
    ("state", "name", "words"),
    [
        ("right", "course-right", '✓</span> Right <span class="course-points">2 of 2 points</span>'),
        ("wrong", "course-wrong", '✗</span> Not right <span class="course-points">0 of 2 points</span>'),
        ("blank", "course-blank", '○</span> Not answered <span class="course-points">0 of 2 points</span>'),
        (
            "malformed",
            "course-wrong",
            '✗</span> The answer could not be read <span class="course-points">0 of 2 points</span>',
        ),
        ("held", "course-held", '!</span> Held back <span class="course-points">0 of 2 points</span>'),
    ],
)
def test_card_tells_the_result_in_words_and_points(kind: str, state: str, name: str, words: str) -> None:
    html = page(kind, state)
    assert html.startswith(f'<section class="course-card {name}"')
    assert words in html


@pytest.mark.parametrize("kind", PARTLY_RIGHT)
def test_card_of_a_partly_right_answer_says_so(kind: str) -> None:
    words = '◐</span> Partly right <span class="course-points">1 of 2 points</span>'
    assert words in page(kind, "partly")


def test_points_may_be_a_fraction_and_are_shown_with_two_decimals() -> None:
    html = card_html(make_card(make_ordering(), PARTLY_RIGHT["ordering"], 4 / 3), show_key=False)
    assert "1.33 of 2 points" in html


def test_single_point_is_called_a_point() -> None:
    html = card_html(make_card(make_single(), ["b"], 1.0, max=1.0), show_key=False)
    assert '<span class="course-points">1 of 1 point</span>' in html


def test_notice_stands_on_the_card() -> None:
    told = "These answers were given to the form drawn for &#x27;ben&#x27;, and &#x27;ana&#x27; submitted them."
    assert f'<p class="course-notice">{told}</p>' in page("single", "held")


def test_notice_that_quotes_a_learner_does_not_make_a_card_held_back() -> None:
    notice = "Answers file, line 1: skipped, of version held back; this course reads version 1."
    assert "course-right" in card_html(make_card(make_single(), ["b"], 2.0, notices=[notice]), show_key=False)


def test_card_may_speak_of_the_learner_to_the_instructor() -> None:
    html = card_html(card("ordering", "wrong"), show_key=False, whose="The learner's")
    assert ("The learner's order:" in html, "Your" in html) == (True, False)


# --- Without the key ----------------------------------------------------------------------------------


@EVERY_CARD
def test_card_without_the_key_never_says_right_answer(kind: str, state: str) -> None:
    html = page(kind, state)
    assert ("Right answer" in html, "Right order" in html) == (False, False)


@pytest.mark.parametrize("kind", ["single", "scenario", "multiple"])
@pytest.mark.parametrize("state", ["right", "wrong"])
def test_card_without_the_key_explains_what_was_chosen_and_nothing_else(kind: str, state: str) -> None:
    chosen = right(kind) if state == "right" else WRONG[kind]
    assert rationales_on(page(kind, state), MAKERS[kind]()) == chosen


@pytest.mark.parametrize("kind", MARKED_TYPES)
@pytest.mark.parametrize("state", ["blank", "malformed"])
def test_card_without_the_key_explains_nothing_where_nothing_was_answered(kind: str, state: str) -> None:
    html = page(kind, state)
    assert [secret for secret in secrets_of(MAKERS[kind]()) if secret in html] == []


@pytest.mark.parametrize("kind", MARKED_TYPES)
@pytest.mark.parametrize("state", ["blank", "malformed"])
def test_card_without_the_key_is_the_same_for_every_key_where_nothing_was_answered(kind: str, state: str) -> None:
    other_keys: dict[str, Any] = {
        "single": "a",
        "scenario": "d",
        "multiple": ("a", "c"),
        "true-false-reason": ("true", "c"),
        "matching": {"p1": "e", "p2": "b", "p3": "a", "p4": "d"},
        "ordering": ("d", "c", "b", "a"),
    }
    status = {"status": state, "held": False}
    one = make_card(MAKERS[kind](), None, 0.0, **status)
    other = make_card(MAKERS[kind](key=other_keys[kind]), None, 0.0, **status)
    assert card_html(one, show_key=False) == card_html(other, show_key=False)


def test_card_without_the_key_does_not_tell_which_option_a_wrong_choice_missed() -> None:
    one, other = make_single(key="b"), make_single(key="c")
    assert card_html(make_card(one, ["a"], 0.0), show_key=False) == card_html(
        make_card(other, ["a"], 0.0), show_key=False
    )


def test_card_without_the_key_explains_both_tiers_that_were_chosen() -> None:
    html = page("true-false-reason", "partly")
    assert [secret for secret in secrets_of(make_true_false()) if secret in html] == [
        "rationale of False",
        "rationale of reason c",
    ]


def test_card_without_the_key_does_not_tell_which_reason_was_missed() -> None:
    one, other = make_true_false(key=("false", "b")), make_true_false(key=("false", "a"))
    pages = [card_html(make_card(item, ["false", "c"], 1.0), show_key=False) for item in (one, other)]
    assert pages[0] == pages[1]


def test_card_without_the_key_explains_the_matches_that_are_right() -> None:
    assert rationales_on(page("matching", "partly"), make_matching()) == ["a", "c"]


def test_card_without_the_key_does_not_tell_where_a_wrong_match_belongs() -> None:
    one, other = make_matching(), make_matching(key={"p1": "c", "p2": "a", "p3": "e", "p4": "d"})
    pages = [card_html(make_card(item, PARTLY_RIGHT["matching"], 1.0), show_key=False) for item in (one, other)]
    assert pages[0] == pages[1]


def test_card_without_the_key_explains_no_step_of_a_wrong_order() -> None:
    assert rationales_on(page("ordering", "partly"), make_ordering()) == []


def test_card_without_the_key_does_not_tell_the_right_order() -> None:
    one, other = make_ordering(), make_ordering(key=("d", "a", "c", "b"))
    pages = [card_html(make_card(item, ["a", "c", "d", "b"], 1.0), show_key=False) for item in (one, other)]
    assert pages[0] == pages[1]


def test_card_explains_every_step_of_the_right_order() -> None:
    assert rationales_on(page("ordering", "right"), make_ordering()) == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("kind", "state", "marks"),
    [
        ("single", "right", ["Your answer: right"]),
        ("single", "wrong", ["Your answer: not right"]),
        ("multiple", "right", ["Your answer: right"] * 2),
        ("multiple", "partly", ["Your answer: right"]),
        ("multiple", "wrong", ["Your answer: not right"] * 2),
        ("true-false-reason", "right", ["Your answer: right"] * 2),
        ("true-false-reason", "partly", ["Your answer: right", "Your answer: not right"]),
        ("true-false-reason", "wrong", ["Your answer: not right"] * 2),
        ("matching", "partly", ["Your answer: right"] * 2 + ["Your answer: not right", "Not answered"]),
        ("matching", "blank", ["Not answered"] * 4),
        ("single", "blank", []),
    ],
)
def test_card_marks_in_words_what_the_learner_chose(kind: str, state: str, marks: list[str]) -> None:
    assert re.findall(r'<p class="course-mark">([^<]*)</p>', page(kind, state)) == marks


def test_card_shows_the_steps_in_the_learner_s_order() -> None:
    shown = re.findall(r"text of option (\w)", page("ordering", "partly"))
    assert shown == PARTLY_RIGHT["ordering"]


def test_card_shows_steps_that_were_left_as_they_stood_in_the_author_s_order() -> None:
    assert re.findall(r"text of option (\w)", page("ordering", "blank")) == ["a", "b", "c", "d"]


def test_card_shows_beside_each_prompt_what_was_matched_to_it() -> None:
    said = re.findall(r"text of (?:prompt p\d|option \w)|no answer", page("matching", "partly"))
    assert said == [
        *("text of prompt p1", "text of option c"),
        *("text of prompt p2", "text of option a"),
        *("text of prompt p3", "text of option b"),
        *("text of prompt p4", "no answer"),
    ]


# --- With the key -------------------------------------------------------------------------------------


@EVERY_CARD
def test_card_with_the_key_explains_all_that_is_right(kind: str, state: str) -> None:
    item = MAKERS[kind]()
    explained = rationales_on(page(kind, state, show_key=True), item)
    left_over = ["e"] if kind == "matching" else []
    assert explained == [option.id for option in options_of(item) if option.id not in left_over]


@pytest.mark.parametrize("kind", ["single", "scenario"])
def test_card_with_the_key_marks_the_right_answer(kind: str) -> None:
    row = re.search(r"<li[^>]*>text of option b.*?</li>", page(kind, "wrong", show_key=True))
    assert row
    assert '<p class="course-mark">Right answer</p>' in row[0]


def test_card_with_the_key_marks_a_right_pick_that_was_missed() -> None:
    marks = re.findall(r'<p class="course-mark">([^<]*)</p>', page("multiple", "partly", show_key=True))
    assert marks == ["Your answer: right", "Right answer"]


def test_card_with_the_key_marks_the_reason_that_was_missed() -> None:
    marks = re.findall(r'<p class="course-mark">([^<]*)</p>', page("true-false-reason", "partly", show_key=True))
    assert marks == ["Your answer: right", "Right answer", "Your answer: not right"]


def test_card_with_the_key_shows_the_right_match_where_another_was_given() -> None:
    said = re.findall(
        r"text of (?:prompt p\d|option \w)|no answer|Right answer:", page("matching", "partly", show_key=True)
    )
    assert said[4:] == [
        *("text of prompt p3", "text of option b", "Right answer:", "text of option d"),
        *("text of prompt p4", "no answer", "Right answer:", "text of option b"),
    ]


def test_card_with_the_key_shows_the_right_order_below_the_learner_s() -> None:
    html = page("ordering", "partly", show_key=True)
    assert re.findall(r"text of option (\w)", html) == [*PARTLY_RIGHT["ordering"], "c", "a", "d", "b"]
    assert html.index("Your order:") < html.index("Right order:")


def test_card_of_the_right_order_shows_it_once() -> None:
    assert re.findall(r"text of option (\w)", page("ordering", "right", show_key=True)) == ["c", "a", "d", "b"]


@pytest.mark.parametrize("kind", MARKED_TYPES)
@pytest.mark.parametrize("show_key", [False, True])
def test_card_of_a_right_answer_has_no_second_right_answer_on_it(kind: str, *, show_key: bool) -> None:
    html = page(kind, "right", show_key=show_key)
    assert ("Right answer" in html, "Right order" in html) == (False, False)


# --- What comes from outside ---------------------------------------------------------------------------

EVIL = '<script>alert("1")</script>'


def spoilt_card(item: Item, response: Response) -> dict[str, Any]:
    """A card whose every text somebody has tampered with."""

    def spoil(value: Any, name: str = "") -> Any:
        if isinstance(value, dict):
            return {key: spoil(inner, key) for key, inner in value.items()}
        if isinstance(value, list):
            return [spoil(inner, name) for inner in value]
        return EVIL if isinstance(value, str) and name not in ("id", "type") else value

    card = make_card(item, response, 0.0, notices=[EVIL], slot='a"><b>')
    key = card["solution"]["key"]
    return card | {"question": spoil(card["question"]), "solution": spoil(card["solution"]) | {"key": key}}


@pytest.mark.parametrize("kind", MARKED_TYPES)
@pytest.mark.parametrize("show_key", [False, True])
def test_tampered_text_shows_on_a_card_and_does_nothing(kind: str, *, show_key: bool) -> None:
    html = card_html(spoilt_card(MAKERS[kind](), WRONG[kind]), show_key=show_key)
    assert ("<script" in html, "<b>" in html) == (False, False)
    assert "&lt;script&gt;" in html
    assert set(tags_of(html)) <= {"section", "h2", "p", "span", "div", "ul", "ol", "li"}


def test_rationale_that_is_html_shows_as_html() -> None:
    item = make_multiple(options=tuple(Option(one, f"*{one}*", f"**{one}** is why") for one in "abcd"))
    made = make_card(item, ["b"], 1.0, question=check_question(item), solution=solution(item))
    html = card_html(made, show_key=False)
    assert '<div class="course-why"><p><strong>b</strong> is why</p></div>' in html


def test_styles_of_a_card_fetch_nothing() -> None:
    assert re.findall(r"url\(|@import|https?:", CSS) == []


# --- Written answers ------------------------------------------------------------------------------------------

WORDS = "Thank you.\n\nMore <b>tea</b>?\nOr milk?"


def written(words: str | None, *, show_key: bool) -> str:
    values = {"by_hand": 3, "max": 0.0, "status": "answered" if words else "blank"}
    card = make_card(make_short(), words, 0.0, **values)
    return card_html(card | {"solution": solution(make_short())}, show_key=show_key, whose="The learner's")


def test_written_answer_stands_on_its_card_as_it_was_written() -> None:
    page = written(WORDS, show_key=False)
    assert "<p>Thank you.</p><p>More &lt;b&gt;tea&lt;/b&gt;?<br>Or milk?</p>" in page


@pytest.mark.parametrize("words", [WORDS, None])
def test_card_of_a_written_answer_promises_the_points_that_a_person_can_give(words: str | None) -> None:
    page = written(words, show_key=False)
    assert "up to 3 points" in page
    assert "0 of" not in page
    assert ("Not answered" in page) == (words is None)


def test_grader_reads_what_earns_points_and_a_model_answer_beside_the_learners_words() -> None:
    page = written(WORDS, show_key=True)
    assert [secret for secret in secrets_of(make_short()) if secret not in page] == []


def test_learner_reads_neither_as_long_as_the_key_is_not_shown() -> None:
    page = written(WORDS, show_key=False)
    assert [secret for secret in secrets_of(make_short()) if secret in page] == []
