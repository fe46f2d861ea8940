"""Rules on stems: what is asked, and how plainly."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.items import ShortAnswer
from course.lint.english import negative_words, plain, question, sentences, unquoted, words
from course.lint.rules import also, rule
from course.lint.subjects import Bank, Content, Entry, Note
from course.lint.word_lists import INSTRUCTIONS, NEGATIVE_STEM, OPINION, PLURAL, SINGULAR

_NEGATIVE = re.compile(rf"\b(?:{'|'.join(NEGATIVE_STEM)})\b", re.IGNORECASE)
_NO_NEGATIVE = re.compile(
    r"\bat least\b|\btrue or false\b|\bnot (?:just|only)\b|\b(?:and|but|or) not\b|\bwho (?:\w+ )?(?:not|never)\b",
    re.IGNORECASE,
)
_BANNED_LEAD_IN = re.compile(
    r"\bwhich (?:one )?of the following (?:statements? )?(?:is|are) (?:true|correct|false|incorrect|right|wrong)\b",
    re.IGNORECASE,
)
_STEM_WORDS = {"scenario": 90}


@rule("L09", "error unmarked, warning marked and over 5% of a bank", "HDR; PV")
def negative_stems_are_marked(entry: Entry, content: Content) -> Iterator[Note]:
    """A stem that asks for what is NOT so marks the word in capitals or bold.

    A "not" in a question is easily read over, and then a wrong option is right. Looked for in what is asked, not in
    the story that leads up to it nor in what people say there. Marked ones are still few: five in a hundred.
    """
    found = _negative_word(entry)
    if found and (found.isupper() or f"**{found}**" in entry.item.stem):
        yield entry.warning(("stem",), f"asks with a '{found}'", "ask for what is so, or say why this has to be a not")
    elif found:
        yield entry.error(
            ("stem",), f"'{found}' in the question is easily overlooked", "ask without it, or write it in capitals"
        )


@also("L09", over="bank")
def negative_stems_are_few(bank: Bank, content: Content) -> Iterator[Note]:
    """At most five stems in a hundred ask for what is not so."""
    negative = [entry for entry in bank.entries if _negative_word(entry)]
    if bank.kind != "both" and len(bank.entries) >= 20 and len(negative) > 0.05 * len(bank.entries):
        yield bank.warning(f"{len(negative)} of {len(bank.entries)} stems ask with a 'not'", "turn some of them round")


def _negative_word(entry: Entry) -> str:
    asked = _NO_NEGATIVE.sub(" ", question(plain(entry.item.stem)))
    match = _NEGATIVE.search(asked)
    return match[0] if match else ""


@rule("L10", "warning", "HDR")
def no_double_negatives(entry: Entry, content: Content) -> Iterator[Note]:
    """No option says "not" to a question that does.

    Two negatives have to be worked out; the item then measures that.
    """
    if _negative_word(entry):
        for choice in entry.choices:
            if negative := negative_words(choice.text):
                yield entry.warning(
                    choice.place, f"'{negative[0]}' answers a question with a 'not'", "say it the other way round"
                )


@rule("L13", "error", "PV; NBME")
def stems_ask(entry: Entry, content: Content) -> Iterator[Note]:
    """A stem ends in a question, or in a plain instruction.

    A learner should know what to do before reading the options; a sentence to finish has to be held in mind.
    """
    parts = sentences(entry.item.stem)
    closing = parts[-1] if parts else ""
    asks = re.search(r"\?[\"'\u201d\u2019)*_]*$", closing) or re.match(
        rf"(?:{'|'.join(INSTRUCTIONS)})\b", closing, re.IGNORECASE
    )
    if not asks:
        yield entry.error(
            ("stem",),
            "ends in neither a question nor an instruction",
            "end it in a question, or in 'Match', 'Choose' or the like",
        )


@rule("L14", "error for the lead-in, warning under 8 words", "NBME, cover the options")
def stems_can_be_answered_alone(entry: Entry, content: Content) -> Iterator[Note]:
    """A question can be answered with the options covered.

    "Which of the following is true?" asks nothing: each option is a true-false item of its own. A stem of fewer than
    eight words seldom holds the problem.
    """
    stem = plain(entry.item.stem)
    if found := _BANNED_LEAD_IN.search(stem):
        yield entry.error(("stem",), f"'{found[0]}' asks nothing of its own", "put the problem into the question")
    if len(words(stem)) < 8:
        yield entry.warning(("stem",), f"{len(words(stem))} words", "put the whole problem into the stem")


@rule("L23", "error", "HDR 28c")
def grammar_gives_no_key_away(entry: Entry, content: Content) -> Iterator[Note]:
    """Grammar fits every option.

    A stem that ends in "an", or asks "which are", rules out the options that do not agree with it.
    """
    stem = plain(entry.item.stem).rstrip(" :.\u2026_?")
    firsts = [(choice, (words(choice.text) or ("",))[0]) for choice in entry.choices]
    if article := re.search(r"\b(an?)$", stem):
        wants_vowel = article[1] == "an"
        for choice, first in firsts:
            if first and (first[0] in "aeiou") != wants_vowel:
                yield entry.error(
                    choice.place,
                    f"does not fit the '{article[1]}' that ends the stem",
                    "write 'a or an' into the options",
                )
    verb = re.search(r"\b(?:which|what|who)(?: \w+){0,2} (is|are|was|were)\b", question(entry.item.stem), re.IGNORECASE)
    if verb and len(entry.keys) == 1:
        fits, clashes = (SINGULAR, PLURAL) if verb[1].lower() in ("is", "was") else (PLURAL, SINGULAR)
        if any(choice.right and first in fits for choice, first in firsts):
            for choice, first in firsts:
                if first in clashes:
                    yield entry.error(
                        choice.place,
                        f"'{first}' does not agree with the stem's '{verb[1]}'",
                        "let all options agree, or none",
                    )


@rule("L25", "warning", "HDR")
def stems_are_short(entry: Entry, content: Content) -> Iterator[Note]:
    """A stem has one question and at most 60 words, a scenario at most 90.

    Longer ones measure reading and patience; two questions have two answers.
    """
    most = _STEM_WORDS.get(entry.item.type, 60)
    count = len(words(entry.item.stem))
    if count > most:
        yield entry.warning(("stem",), f"{count} words", f"say it in {most} or fewer")
    asked = unquoted(plain(entry.item.stem)).count("?")
    if asked > 1:
        yield entry.warning(("stem",), f"{asked} questions in one stem", "ask one")


@rule("L28", "error", "HDR")
def stems_ask_for_no_opinion(entry: Entry, content: Content) -> Iterator[Note]:
    """No scored item asks for an opinion.

    An opinion is never wrong, so a key to it is unfair. Short answers and quoted speech may.
    """
    if isinstance(entry.item, ShortAnswer):
        return
    asked = unquoted(plain(entry.item.stem))
    for pattern in OPINION:
        if found := re.search(pattern, asked, re.IGNORECASE):
            yield entry.error(
                ("stem",), f"'{found[0]}' asks for an opinion", "ask what is so, or what is best and by whose rule"
            )
