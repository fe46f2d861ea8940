from __future__ import annotations

import pytest

from course.build.questions import check_question, practice_question
from course.faces import note_html, question_html

from .builders import MAKERS, TYPES, make_matching, make_single, make_true_false, secrets_of
from .html_pages import attributes_of, tags_of


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("make", [check_question, practice_question], ids=["check", "practice"])
class TestEveryFace:
    def test_face_tells_no_rationale_and_no_model_answer(self, kind: str, make: type) -> None:
        html = question_html(make(MAKERS[kind]()), "Question 1 of 10")
        assert [secret for secret in secrets_of(MAKERS[kind]()) if secret in html] == []

    def test_face_is_the_same_for_everyone(self, kind: str, make: type) -> None:
        assert question_html(make(MAKERS[kind]()), "x") == question_html(make(MAKERS[kind]()), "x")

    def test_face_has_every_tag_closed_and_no_ids(self, kind: str, make: type) -> None:
        html = question_html(make(MAKERS[kind]()), "Question 1 of 10")
        assert tags_of(html)[:2] == ["div", "p"]
        assert attributes_of(html) == {"class"}


def test_face_shows_heading_stem_and_options() -> None:
    assert question_html(check_question(make_single(stem="What *first*?")), "Question 1 of 10") == (
        '<div class="course-question"><p><strong>Question 1 of 10</strong></p><p>What <em>first</em>?</p>'
        "<ul><li><p>text of option a</p></li><li><p>text of option b</p></li>"
        "<li><p>text of option c</p></li><li><p>text of option d</p></li></ul></div>"
    )


def test_face_of_a_statement_asks_for_the_reason() -> None:
    html = question_html(check_question(make_true_false()), "x")
    assert "text of False</p></li></ul><p>Because:</p><ul><li><p>text of reason a" in html


def test_face_of_a_matching_shows_prompts_before_options() -> None:
    html = question_html(check_question(make_matching()), "x")
    assert html.index("text of prompt p4") < html.index("text of option a")


def test_face_does_not_depend_on_the_key() -> None:
    faces = [question_html(practice_question(make_single(key=key)), "x") for key in "bc"]
    assert faces[0] == faces[1]


def test_tampered_text_shows_on_a_face_and_does_nothing() -> None:
    question = check_question(make_matching()) | {"stem": "<script>1</script>", "options": [{"id": "a", "text": "<b>"}]}
    html = question_html(question, "<i>")
    assert set(tags_of(html)) == {"div", "p", "strong", "ul", "li"}
    assert "&lt;script&gt;1&lt;/script&gt;" in html


def test_note_shows_words_as_they_are() -> None:
    assert note_html("a < b & c") == ('<div class="course-note" role="note"><p>a &lt; b &amp; c</p></div>')
