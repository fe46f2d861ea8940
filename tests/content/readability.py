"""How hard a text is to read, by the Flesch-Kincaid grade level.

grade = 0.39 * words / sentences + 11.8 * syllables / words - 15.59

Kincaid, Fishburne, Rogers and Chissom, "Derivation of new readability formulas", Research Branch Report 8-75,
Naval Technical Training Command (1975). Syllables are estimated from the spelling, as programs do: groups of vowels,
without a silent e at the end. On common words the estimate is right nine times in ten, and its errors cancel out.
"""

from __future__ import annotations

import re

WORD = re.compile(r"[A-Za-z]+(?:['\u2019-][A-Za-z]+)*")
_SENTENCE_END = re.compile(r"[.!?]+(?=[\s\"'\u201d\u2019)*]|$)|\n\s*\n")
_VOWELS = re.compile(r"[aeiouy]+")
# Letters that are written and not spoken: hop(e), lik(es), ask(ed), hop(e)ful; but not tab(le), plac(es), want(ed).
_SILENT = re.compile(
    r"(?:(?<=[^aeiouyl])|(?<=[aeiouy]l))e$"
    r"|(?:(?<=[^aeiouylscgxzh])|(?<=[aeiouy]l)|(?<=th))es$"
    r"|(?<=[^aeiouytd])ed$"
    r"|(?<=[^aeiouyl])e(?=(?:ful|ly|less|ness|ments?|thing|where|times?)$)"
)
# Two vowels that stand together and are spoken apart: sci-ence, qui-et, be-ing, ide-a, cre-ate, ra-dio.
_APART = re.compile(
    r"(?<![tcs])i(?=enc|ent|et)|(?<=sc)i(?=en)|(?<=[aeiouy])(?=ing$)|(?<=[dr])e(?=as?$)|(?<=cr)e(?=at)|e(?=o(?!p))"
    r"|(?<![tscgxn])i(?=[aou])|u(?=a[lt])"
)


def grade(text: str) -> float:
    """The school grade that reads a text of plain sentences with ease."""
    words = words_of(text)
    sentences = [part for part in _SENTENCE_END.split(text) if WORD.search(part)]
    syllables = sum(syllables_of(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def words_of(text: str) -> list[str]:
    """The words of a text: letters with hyphens and apostrophes inside; numbers are none."""
    return WORD.findall(text)


def syllables_of(word: str) -> int:
    """The syllables of a word, estimated from its spelling; a word with hyphens is the sum of its parts."""
    return sum(_syllables_of_part(re.sub(r"['\u2019]", "", part)) for part in word.lower().split("-"))


def _syllables_of_part(part: str) -> int:
    groups = _VOWELS.findall(_SILENT.sub("", part))
    return max(1, len(groups) + len(_APART.findall(part)))
