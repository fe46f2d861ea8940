"""How hard a text is to read.

Flesch-Kincaid grade = 0.39 * words / sentences + 11.8 * syllables / words - 15.59 (Kincaid, Fishburne, Rogers and
Chissom, "Derivation of new readability formulas", Research Branch Report 8-75, Naval Technical Training Command, 1975).
SMOG grade = 1.0430 * sqrt(30 * polysyllables / sentences) + 3.1291 (McLaughlin, "SMOG grading", Journal of Reading
12(8), 1969).

Syllables are estimated from the spelling, as programs do: groups of vowels, without a silent e at the end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

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


@dataclass(frozen=True, slots=True)
class Measure:
    """What the formulas need of a text, and what they give."""

    words: int
    sentences: int
    syllables: int
    polysyllables: int  # words of three syllables or more

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade: the school grade that reads the text with ease."""
        if not self.words:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59

    @property
    def smog(self) -> float:
        """The SMOG grade, which asks for full understanding and runs two to three grades higher."""
        return 1.0430 * sqrt(30 * self.polysyllables / self.sentences) + 3.1291 if self.sentences else 0.0


def measure(text: str, taught: frozenset[str] = frozenset()) -> Measure:
    """A text of plain sentences measured; words in `taught` count two syllables at most."""
    found = words_of(text)
    sentences = sum(bool(WORD.search(part)) for part in _SENTENCE_END.split(text))
    counts = [min(2, syllables_of(word)) if word.lower() in taught else syllables_of(word) for word in found]
    return Measure(len(found), sentences, sum(counts), sum(count >= 3 for count in counts))


def words_of(text: str) -> list[str]:
    """The words of a text: letters with hyphens and apostrophes inside; numbers are none."""
    return WORD.findall(text)


@lru_cache(maxsize=20_000)
def syllables_of(word: str) -> int:
    """The syllables of a word, estimated from its spelling; a word with hyphens is the sum of its parts."""
    return sum(_syllables_of_part(re.sub(r"['\u2019]", "", part)) for part in word.lower().split("-"))


def _syllables_of_part(part: str) -> int:
    groups = _VOWELS.findall(_SILENT.sub("", part))
    return max(1, len(groups) + len(_APART.findall(part)))
