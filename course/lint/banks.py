"""Rules on banks: items beside each other, and all of them beside the blueprint."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz import fuzz

from course.lint.english import jaccard, names, words
from course.lint.rules import rule
from course.lint.subjects import Bank, Content, Entry, Note

_SIX = 6


@rule("L16", "error", "Course", over="course")
def stems_are_unlike(content: Content, _: Content) -> Iterator[Note]:
    """No two items of the course have the same stem.

    One of them would answer, or repeat, the other.
    """
    seen: dict[tuple[str, ...], Entry] = {}
    for entry in content.entries:
        stem = words(entry.item.stem)
        if stem in seen:
            yield entry.error(("stem",), f"the stem of {seen[stem].item.id} word for word", "write a new one")
        seen.setdefault(stem, entry)


@rule("L17", "warning, error over .95", "Course", over="bank")
def stems_are_not_nearly_alike(bank: Bank, content: Content) -> Iterator[Note]:
    """No two stems of a bank are nearly the same.

    Alike by Jaccard over .80 of their words or a similarity of their letters over .85 (rapidfuzz's ratio, the
    normalised insertions and deletions between them); one will help with the other.
    """
    if bank.module:
        return  # the bank of a kind over the course holds every pair
    stems = [(entry, " ".join(words(entry.item.stem))) for entry in bank.entries]
    for (first, one), (second, other) in combinations(stems, 2):
        likeness = fuzz.ratio(one, other, score_cutoff=85) / 100
        if one != other and (likeness or jaccard(one.split(), other.split()) > 0.8):
            note = second.error if likeness > 0.95 else second.warning
            yield note(("stem",), f"nearly the stem of {first.item.id}", "tell another story, or ask another thing")


@rule("L20", "error", "Course", over="course")
def practice_gives_no_check_away(content: Content, _: Content) -> Iterator[Note]:
    """No item of a check is given away by practice.

    Practice shows its keys. Where more than a fifth of the six-word runs of a check item's stem and key stand in the
    stems and rationales of practice, or where one person is met in both within a module or over the same claim, a
    learner has seen it before.
    """
    practice = [entry for entry in content.entries if entry.kind == "practice"]
    shown: dict[tuple[str, ...], Entry] = {}
    for entry in practice:
        for text in (entry.item.stem, *(text for _, text, _ in entry.rationales)):
            for run in _runs(text):
                shown.setdefault(run, entry)
    cast = [(entry, _people(entry, content)) for entry in practice]
    for entry in content.entries:
        if entry.kind != "check":
            continue
        asked = {run for text in (entry.item.stem, *entry.key_texts) for run in _runs(text)}
        known = asked & shown.keys()
        if len(known) > max(2, 0.2 * len(asked)):  # two runs may be no more than a turn of phrase
            most = Counter(shown[run].item.id for run in known).most_common(1)[0][0]
            what = f"{len(known)} of {len(asked)} runs of six words stand in practice, most in {most}"
            yield entry.error(("stem",), what, "use another story and other words")
        people = _people(entry, content)
        for other, met in cast:
            is_near = other.module == entry.module or set(other.item.claims) & set(entry.item.claims)
            if is_near and people & met:
                what = f"{' and '.join(sorted(people & met))} stands in {other.item.id} too"
                yield entry.error(("stem",), what, "give the person another name, and see that the story differs")


def _runs(text: str) -> set[tuple[str, ...]]:
    said = words(text)
    return {said[n : n + _SIX] for n in range(len(said) - _SIX + 1)}


def _people(entry: Entry, content: Content) -> set[str]:
    return names(entry.item.stem, content.vocabulary, content.settings.not_names)


@rule("L30", "error", "Course", over="bank")
def blueprint_is_met(bank: Bank, content: Content) -> Iterator[Note]:
    """A module's items have the counts per objective, type and level that the blueprint in lint.yml gives.

    A check that leaves an objective out, or asks it at another level, measures something else than the module teaches.
    """
    plan = content.settings.blueprint.get(bank.module)
    if plan is None or bank.kind == "both":
        return
    if bank.kind == "check" and len(bank.entries) < content.settings.check_minimum:
        yield bank.error(f"{len(bank.entries)} items", f"write {content.settings.check_minimum} or more")
    items = [entry.item for entry in bank.entries]
    tables = [("type", plan.practice if bank.kind == "practice" else plan.check)]
    if bank.kind == "check":
        tables.append(("bloom", plan.levels))
    for field, wanted in tables:
        for objective in sorted(wanted.keys() | {item.objective for item in items} if wanted else ()):
            found = Counter(getattr(item, field) for item in items if item.objective == objective)
            if dict(found) != wanted.get(objective, {}):
                yield bank.error(
                    f"{objective} has {_counts(found)}", f"the blueprint has {_counts(wanted.get(objective, {}))}"
                )
    for objective, wanted_safety in plan.safety.items() if bank.kind == "check" else ():
        safe = sum(item.safety for item in items if item.objective == objective)
        if safe < wanted_safety:
            yield bank.error(f"{objective} has {safe} items with safety: true", f"the blueprint has {wanted_safety}")


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{number} {name}" for name, number in sorted(counts.items())) or "none"
