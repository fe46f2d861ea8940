"""English text as the rules see it: words, sentences, quoted speech, names, stems."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from course.lint.word_lists import INSTRUCTIONS, NEGATIONS, NOT_NEGATIVE, NOT_PEOPLE, STOP_WORDS

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"[*_`]+(?=\S)|(?<=\S)[*_`]+")
_WORD = re.compile(r"[A-Za-z0-9]+(?:['\u2019-][A-Za-z0-9]+)*")
_QUOTED = re.compile(r"\"[^\"]*\"|\u201c[^\u201d]*\u201d|(?<!\w)'[^'\n]+'(?!\w)")
_SENTENCE = re.compile(r"(?<=[.!?])[\"'\u201d\u2019)*_]*\s+")


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """A text without the marks of Markdown, on one line."""
    return " ".join(_EMPHASIS.sub("", _LINK.sub(r"\1", text)).split())


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters; numbers are words, hyphens and apostrophes stay inside."""
    return tuple(word.lower().replace("\u2019", "'") for word in _WORD.findall(plain(text)))


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [part for part in _SENTENCE.split(plain(text)) if part]


@lru_cache(maxsize=20_000)
def unquoted(text: str) -> str:
    """A text with quoted speech left out: what the author says, not what a person in it says."""
    return _QUOTED.sub(" ", text)


def question(stem: str) -> str:
    """What a stem asks: its sentences that end in a question mark outside quotes, or else its last one."""
    parts = sentences(unquoted(stem))
    asking = [part for part in parts if part.rstrip("\"' ").endswith("?")]
    return " ".join(asking or parts[-1:])


def has(word: str, text: str) -> bool:
    """Whether a word or phrase stands in a text, whatever its letters' case."""
    return re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE) is not None


def spaced(pattern: str) -> re.Pattern[str]:
    """A pattern in which a blank stands for any white space, as texts are broken into lines anywhere."""
    return _spaced(pattern)


@cache
def _spaced(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace(" ", r"\s+"), re.IGNORECASE)


def negative_words(text: str) -> list[str]:
    """The words of a text that say no."""
    return [
        word
        for word in words(text)
        if word in NEGATIONS
        or word.endswith("n't")
        or (word.startswith("un") and len(word) > 4 and not word.startswith(NOT_NEGATIVE))
    ]


def stems(text: str) -> frozenset[str]:
    """The Porter stems of a text's content words."""
    return frozenset(_stem(word) for word in words(text) if word not in STOP_WORDS and not word.isdigit())


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    stemmed: str = _stemmer().stemWord(word.removesuffix("'s"))
    return stemmed


@cache
def _stemmer() -> Any:
    # Porter, "An algorithm for suffix stripping", Program 14(3), 1980; the package has many languages to load.
    import snowballstemmer

    return snowballstemmer.stemmer("porter")


def jaccard(one: Iterable[str], other: Iterable[str]) -> float:
    """The share of two sets' words that both have."""
    first, second = set(one), set(other)
    return len(first & second) / len(first | second) if first | second else 0.0


def names(text: str, vocabulary: frozenset[str], not_names: Iterable[str] = ()) -> set[str]:
    """The people a text names: words with a capital that do not just begin a sentence.

    A word that begins one counts where the content never writes it small. Days, months, instructions and `not_names`
    never count.
    """
    outside = {word.lower() for word in not_names} | NOT_PEOPLE | set(INSTRUCTIONS)
    found = set()
    for match in re.finditer(r"(?<![\w-])[A-Z][a-z]{2,}(?![\w-])", plain(text)):
        word = match[0]
        begins = (
            re.search(r"(?:^|[.!?:]\s*|[\"'\u201c\u2018(]\s*|\u2014\s*)$", plain(text)[: match.start()]) is not None
        )
        known_small = word.lower() in vocabulary or word.lower() in STOP_WORDS
        if word.lower() not in outside and not known_small and (not begins or word.lower() not in vocabulary):
            found.add(word)
    return found
