"""Rules on options: what stands among the choices of an item, and how alike they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from course.items import MultipleChoice, SingleChoice
from course.lint.english import has, jaccard, plain, unquoted, words
from course.lint.rules import rule
from course.lint.subjects import Choice, Content, Entry, Note
from course.lint.word_lists import (
    ANTONYMS,
    CLAUSE,
    FREQUENCIES,
    IMPERATIVE,
    JOKES,
    NEGATIONS,
    NOT_GERUNDS,
    NOUN_PHRASE,
)

_POINTS_AT_OTHERS = re.compile(
    r"\b(?i:all|none|both|neither)(?: of)? (?:the )?(?:above|these)\b|\b(?:both )?[A-E] (?:and|or) [A-E]\b"
)
_SAYS_ONLY_WRONG = re.compile(
    r"\A(?:this (?:answer |option )?is )?(?:in)?correct\b[.!]?\Z"
    r"|\b(?:the )?(?:right|correct) (?:answer|option|choice) is\b"
    r"|\b(?:option|answer|choice) [a-e]\b(?! (?:few|lot|little))",
    re.IGNORECASE,
)


@rule("L01", "error", "HDR; NBME")
def options_point_at_no_others(entry: Entry, content: Content) -> Iterator[Note]:
    """No "all of the above", "none of these", "A and B".

    Such an option is found by knowing part of the answer, and its words go wrong when options change places.
    """
    for place, text in entry.option_texts:
        if found := _POINTS_AT_OTHERS.search(plain(text)):
            yield entry.error(place, f"points at other options: '{found[0]}'", "write an option of its own")


@rule("L02", "error outside 3-5 options, warning at 5", "R05")
def number_of_options(entry: Entry, content: Content) -> Iterator[Note]:
    """Three or four options for one right answer, four or five for several.

    Three good options measure as well as more (Rodriguez 2005); a fifth is seldom chosen and always read.
    """
    count, item = len(entry.choices), entry.item
    low, high = (4, 5) if isinstance(item, MultipleChoice) else (3, 4)
    if isinstance(item, SingleChoice | MultipleChoice) and not low <= count <= high:
        note = entry.warning if 3 <= count <= 5 else entry.error
        yield note(("options",), f"{count} options", f"an item of type {item.type} does best with {low} or {high}")


@rule("L05", "warning over 1.6, error over 2.5", "HDR 28")
def options_of_like_length(entry: Entry, content: Content) -> Iterator[Note]:
    """Options are of similar length.

    One that stands out is chosen, or struck, for its looks. The longest may have 1.6 times the characters of the
    shortest. Options of fewer than 25 characters are left alone: there a word more is no cue.
    """
    sizes = [len(plain(choice.text)) for choice in entry.choices]
    if sizes and max(sizes) > 25 and max(sizes) / min(sizes) > 1.6:
        ratio = max(sizes) / min(sizes)
        note = entry.error if ratio > 2.5 else entry.warning
        what = (
            f"the longest option has {ratio:.1f} times the characters of the shortest ({max(sizes)} and {min(sizes)})"
        )
        yield note(entry.choices[sizes.index(max(sizes))].place, what, "even them out")


@rule("L08", "warning, error where the key differs", "HDR 23")
def options_of_one_form(entry: Entry, content: Content) -> Iterator[Note]:
    """Options have the same grammatical form.

    The one that is a quotation among acts, or a gerund among noun phrases, draws the eye. Told by the first word;
    where that could be anything (a name, a plural) nothing is said.
    """
    forms = [_form(choice.text) for choice in entry.choices]
    counts = Counter(forms)
    if len(forms) < 3 or "open" in counts or len(counts) != 2:
        return
    (common, times), (odd, once) = counts.most_common()
    if once != 1 or times < 2:
        return
    choice = entry.choices[forms.index(odd)]
    note = entry.error if choice.right and len(entry.keys) == 1 else entry.warning
    which = "the key" if choice.right else "one option"
    yield note(choice.place, f"{which} begins as {odd}, the others as {common}", "give all options the same form")


def _form(text: str) -> str:
    text = plain(text)
    if text[:1] in "\"'\u201c\u2018":
        return "quoted speech"
    first = (words(text) or ("",))[0]
    if first.endswith("ing") and len(first) > 4 and first not in NOT_GERUNDS:
        return "an -ing form"
    for form, known in (("a noun phrase", NOUN_PHRASE), ("an imperative", IMPERATIVE), ("a clause", CLAUSE)):
        if first in known:
            return form
    return "an infinitive" if first == "to" else "open"


@rule("L15", "error", "Course")
def rationales_say_why(entry: Entry, content: Content) -> Iterator[Note]:
    """Every option has a rationale of eight words or more that says why, and names no other option.

    The rationale is what a learner takes away. "Incorrect" teaches nothing; naming the right option ends the practice.
    """
    seen: dict[tuple[str, ...], str] = {}
    for place, text, _ in entry.rationales:
        said = words(text)
        if len(said) < 8:
            yield entry.error(place, f"{len(said)} words", "say in eight or more why it is right, or why it tempts")
        if found := _SAYS_ONLY_WRONG.search(plain(text)):
            yield entry.error(place, f"'{found[0]}' gives a verdict or points at an option", "say why instead")
        if said in seen:
            yield entry.error(place, "the same words as another rationale", "say what is true of this option")
        seen[said] = text


@rule("L18", "error where equal, warning where near", "HDR")
def options_differ(entry: Entry, content: Content) -> Iterator[Note]:
    """No two options of an item say the same.

    Equal options can't both be wrong or right; near ones (Jaccard over .85), and one that holds another, make a puzzle
    of the wording.
    """
    texts = [(place, words(text)) for place, text in entry.option_texts if place[0] == "options"]
    reasons = [(place, words(text)) for place, text in entry.option_texts if place[0] == "reasons"]
    for group in (texts, reasons):
        for (_, one), (place, other) in combinations(group, 2):
            short, long = sorted((one, other), key=len)
            if one == other:
                yield entry.error(place, "the same words as another option", "write another option")
            elif jaccard(one, other) > 0.85 and not _opposites(one, other):
                yield entry.warning(place, "nearly the same words as another option", "make the difference plain")
            elif len(short) >= 3 and f" {' '.join(short)} " in f" {' '.join(long)} ":
                yield entry.warning(place, "one option holds the words of another", "make each stand for itself")


@rule("L19", "warning", "HDR 28e")
def no_pair_of_opposites(entry: Entry, content: Content) -> Iterator[Note]:
    """No two options that differ only by a "not" or a pair of opposites, one of them the key.

    One of such a pair has to be right, so the other options need no reading.
    """
    for one, other in combinations(entry.choices, 2):
        if (one.right or other.right) and _opposites(words(one.text), words(other.text)):
            yield entry.warning(other.place, "the exact opposite of another option", "let each option stand for itself")


def _opposites(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two texts differ by a negation or an antonym alone."""
    if one == other:
        return False
    if [word for word in one if word not in NEGATIONS] == [word for word in other if word not in NEGATIONS]:
        return True
    if len(one) != len(other):
        return False
    differing = [tuple(sorted(pair)) for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return len(differing) == 1 and differing[0] in {tuple(sorted(pair)) for pair in ANTONYMS}


@rule("L26", "warning", "HDR")
def options_are_short(entry: Entry, content: Content) -> Iterator[Note]:
    """An option has at most 25 words.

    Long options measure reading; what they have in common belongs in the stem.
    """
    for place, text in entry.option_texts:
        if len(words(text)) > 25:
            yield entry.warning(place, f"{len(words(text))} words", "say it in 25 or fewer")


@rule("L27", "warning", "HDR 28f")
def no_joke_options(entry: Entry, content: Content) -> Iterator[Note]:
    """No option is a joke or a trick.

    A joke leaves one option fewer to choose from. Words can show only the plainest cases: whether a distractor tempts
    a beginner is for the reviewer, and later for the share of learners who chose it.
    """
    for place, text in entry.option_texts:
        if found := next((word for word in JOKES if has(word, unquoted(plain(text)))), ""):
            yield entry.warning(place, f"'{found}' sounds like a joke", "write what a beginner might believe")


@rule("L40", "warning", "HDR")
def numbers_stand_in_order(entry: Entry, content: Content) -> Iterator[Note]:
    """Options that are numbers stand in order.

    A reader who knows the number looks for it; a jumbled list adds work and no information.
    """
    found = [re.match(r"\D{0,2}(\d[\d,]*(?:\.\d+)?)", plain(choice.text)) for choice in entry.choices]
    numbers = [float(match[1].replace(",", "")) for match in found if match]
    if len(numbers) == len(found) > 1 and numbers not in (sorted(numbers), sorted(numbers, reverse=True)):
        yield entry.warning(("options",), "numbers in no order", "put them in rising order")


@rule("L41", "warning", "HDR")
def common_words_belong_in_the_stem(entry: Entry, content: Content) -> Iterator[Note]:
    """What all options begin with belongs in the stem.

    Four or more words read once for each option say nothing new after the first time.
    """
    starts = {words(choice.text)[:4] for choice in entry.choices}
    if len(starts) == 1 and len(start := starts.pop()) == 4:
        yield entry.warning(("options",), f"all begin with '{' '.join(start)}'", "put these words into the stem")


@rule("L42", "warning", "NBME")
def frequency_makes_no_key(entry: Entry, content: Content) -> Iterator[Note]:
    """No word like "often" is what tells a right option from a wrong one.

    People read such words differently (NBME), so an item that turns on one has no certain key.
    """
    for key in entry.keys:
        for distractor in entry.distractors:
            if _frequencies(key) != _frequencies(distractor) and jaccard(_bare(key), _bare(distractor)) >= 0.8:
                words_ = ", ".join(sorted(_frequencies(key) | _frequencies(distractor)))
                yield entry.warning(
                    distractor.place, f"differs from the key by '{words_}' alone", "make it differ in what it says"
                )


def _frequencies(choice: Choice) -> set[str]:
    return {word for word in words(choice.text) if word in FREQUENCIES}


def _bare(choice: Choice) -> set[str]:
    return {word for word in words(choice.text) if word not in FREQUENCIES}
