"""Rules on evidence: what an item rests on, and that it says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.lint.english import plain, spaced
from course.lint.rules import rule
from course.lint.subjects import Content, Entry, Note

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*\s?%|\b(?:19|20)\d\d\b")
_NUMBER = re.compile(r"(?<![$\w.])\d+(?:[.,]\d+)*")


@rule("L29", "error", "Course")
def items_know_what_they_test(entry: Entry, content: Content) -> Iterator[Note]:
    """An item names claims that a module deals with, and a review names its reviewers.

    An item without a claim tests nothing that was taught. Objective, level and status are told as faults of the file.
    """
    item = entry.item
    known = {claim.claim for module in content.course.modules for claim in module.claims}
    if known and not item.claims:
        yield entry.error(("claims",), "missing", "name the claims that the item tests")
    for n, claim in enumerate(item.claims):
        if known and claim not in known:
            yield entry.error(("claims", n), f"'{claim}' stands in no claims.yml", "mend the id, or teach the claim")
    if item.status == "reviewed" and len(set(item.reviewed_by)) < 2:
        yield entry.error(("status",), "reviewed by fewer than two", "name two in reviewed_by, or write 'draft'")


@rule("L31", "error", "Course")
def facts_have_references(entry: Entry, content: Content) -> Iterator[Note]:
    """An item that carries a nuance, or a number of the world, names a reference.

    What is not in the source articles has to be looked up by whoever doubts it. Sums of money and the numbers of help
    lines are no such numbers.
    """
    item = entry.item
    if item.refs:
        return
    if item.nuance:
        yield entry.error(("refs",), f"missing beside nuance {', '.join(item.nuance)}", "name the source")
        return
    lines = {line.number for line in content.course.settings.crisis.lines}
    for place, text in entry.texts:
        found = (_NUMBER if place[-1] == "rationale" else _FIGURE).findall(plain(text))
        if facts := [number for number in found if number not in lines]:
            yield entry.error(("refs",), f"missing beside the number {facts[0]} in {place[0]}", "name the source")
            return


@rule("L32", "error or warning, as lint.yml has it for the nuance", "Course")
def contested_claims_carry_their_nuance(entry: Entry, content: Content) -> Iterator[Note]:
    """An item on a contested claim names its nuance, and a rationale says it.

    The source articles are loose in places; an item that repeats one there without the limit teaches the error. Whether
    a rationale says it is told by words that lint.yml gives for each nuance.
    """
    for name, nuance in content.settings.nuances.items():
        touched = sorted(set(entry.item.claims) & set(nuance.claims))
        note = entry.error if nuance.severity == "error" else entry.warning
        if touched and name not in entry.item.nuance:
            yield note(
                ("nuance",), f"{name} is missing beside {', '.join(touched)}", f"add {name} and say it in a rationale"
            )
        if name in entry.item.nuance and nuance.words and not _says(entry, nuance.words):
            yield note(
                ("nuance",), f"no rationale says {name}", f"say it; lint.yml knows it by {_sample(nuance.words)}"
            )


def _says(entry: Entry, patterns: tuple[str, ...]) -> bool:
    told = " ".join(text for _, text, _ in entry.rationales) or " ".join(text for _, text in entry.texts)
    return any(spaced(rf"\b(?:{pattern})").search(plain(told)) for pattern in patterns)


def _sample(patterns: tuple[str, ...]) -> str:
    return ", ".join(f"'{pattern}'" for pattern in patterns[:5])
