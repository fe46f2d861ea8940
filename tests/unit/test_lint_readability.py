from __future__ import annotations

import pytest

from course.lint.prose import headings, paragraphs, readable, running_text
from course.lint.readability import measure, syllables_of, words_of

LESSON = """---
title: tea
---

# A good cup

Tea wants *hot* water [@kettle-2020]. See [the shop](https://tea.example/a).

| Leaf | Time |
| --- | --- |
| Green | Short |

- First boil
- Then pour

> **Ana:** It's ready.

![A round cup](figures/cup.svg)

```{code-cell} ipython3
practice("m1-p01")
```
"""
COUNTED = {
    1: "tea like likes free choose change rules whole asked breathes friend said does feels don't",
    2: "people table places safely quiet agree boxes being trying patient client hopeful peer-led science",
    3: "services idea encourage counselor different area radio serious medicine created video",
    4: "recovery experience emotional professional conversation isolation evaluate situation usually",
}


@pytest.mark.parametrize(("word", "count"), [(word, count) for count in COUNTED for word in COUNTED[count].split()])
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables_of(word) == count


def test_grade_is_what_the_formula_gives_for_a_sentence_counted_by_hand() -> None:
    assert measure("The cat sat on the mat.").grade == pytest.approx(0.39 * 6 + 11.8 * 1 - 15.59)


def test_grade_goes_by_sentences_and_syllables() -> None:
    # 11 words in 2 sentences; 14 syllables: wa-ter, rea-dy and ket-tle have two.
    text = "Tea wants hot water. It is ready when the kettle sings."
    assert measure(text).grade == pytest.approx(0.39 * 11 / 2 + 11.8 * 14 / 11 - 15.59)


def test_paragraph_without_a_full_stop_is_a_sentence_too() -> None:
    assert measure("hot water\n\ncold tea").grade == measure("hot water. cold tea.").grade


def test_words_are_counted_with_hyphens_and_apostrophes_and_without_numbers() -> None:
    assert words_of("Ana's well-kept pot, 3 cups & 20% tea") == ["Ana's", "well-kept", "pot", "cups", "tea"]


def test_readable_words_of_a_lesson_leave_out_what_is_no_reading() -> None:
    expected = "A good cup Tea wants hot water See the shop Leaf Time Green Short First boil Then pour Ana It's ready"
    assert words_of(readable(LESSON)) == expected.split()


def test_running_text_of_a_lesson_is_its_sentences() -> None:
    expected = "Tea wants hot water See the shop First boil Then pour Ana It's ready"
    assert words_of(running_text(LESSON)) == expected.split()


def test_paragraphs_of_a_lesson_leave_out_lists_and_conversations() -> None:
    assert words_of(paragraphs(LESSON)) == ["Tea", "wants", "hot", "water", "See", "the", "shop"]


def test_headings_of_a_lesson_are_found() -> None:
    assert headings(LESSON) == ["A good cup"]
