"""Rules on keys: where they stand, how long they are, what gives them away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from course.items import MultipleChoice
from course.lint.chance import at_least, uneven
from course.lint.english import jaccard, names, plain, stems, unquoted, words
from course.lint.rules import also, rule
from course.lint.subjects import Bank, Choice, Content, Entry, Note
from course.lint.word_lists import ABSOLUTES, HEDGES, NOT_ABSOLUTE, NOT_HEDGES, NUMBER_WORDS, STOP_WORDS

ENOUGH = 12  # items before a share of them means anything


def size(choice: Choice) -> int:
    """The characters of an option as it is shown."""
    return len(plain(choice.text))


@rule("L03", "warning over 1.15, error over 1.4 and 20 characters", "HDR 28d; NBME")
def key_is_not_the_longest(entry: Entry, content: Content) -> Iterator[Note]:
    """The key is not the longest option by a margin.

    Writers qualify what is right, and test-wise readers know it. Where several are right, the shortest of them counts.
    Options of fewer than 25 characters are left alone.
    """
    if not entry.distractors or not entry.keys:
        return
    key = min(entry.keys, key=size)
    longest = max(size(choice) for choice in entry.distractors)
    ratio = size(key) / longest
    if ratio > 1.15 and size(key) > 25:
        note = entry.error if ratio > 1.4 and size(key) - longest > 20 else entry.warning
        what = f"the key has {size(key)} characters, the longest distractor {longest}"
        yield note(key.place, what, "shorten the key, or let a distractor say as much")


@rule("L04", "warning at p < .05, error over half of 12 or more", "NBME", over="bank")
def keys_are_not_mostly_longest(bank: Bank, content: Content) -> Iterator[Note]:
    """Over a bank the key is not the longest option more often than chance has it.

    One long key is nothing; a habit of them is a strategy for learners. The chance is exact, from each item's number of
    options.
    """
    items = [entry for entry in bank.entries if len(entry.keys) == 1]
    longest = [entry for entry in items if size(entry.keys[0]) > max(map(size, entry.distractors))]
    yield from _too_often(bank, items, longest, "the longest option")


def _too_often(bank: Bank, items: list[Entry], hits: list[Entry], what: str) -> Iterator[Note]:
    if len(items) < ENOUGH:
        return
    share = len(hits) / len(items)
    told = f"the key is {what} in {len(hits)} of {len(items)} items"
    remedy = f"rewrite some of {', '.join(entry.item.id for entry in hits)}"
    if share > 0.5:
        yield bank.error(told, remedy)
    elif at_least(len(hits), [1 / len(entry.choices) for entry in items]) < 0.05:
        yield bank.warning(f"{told}, more than chance has it", remedy)


@rule("L06", "warning at p < .05 or a share off by .12, error over half; from 12 items on", "HDR 20", over="bank")
def keys_stand_everywhere(bank: Bank, content: Content) -> Iterator[Note]:
    """The key stands at each position about equally often.

    Writers like the middle. The page shuffles options, but reviewers and printed copies see the order of the source.
    Looked at among single-choice items with the same number of options, by chi-square, from 12 of them on.
    """
    for count, positions in sorted(key_positions(bank).items()):
        total = sum(positions)
        if total < ENOUGH:
            continue
        told = f"of {total} keys among {count} options, by position: {', '.join(map(str, positions))}"
        remedy = "move options in the source; the ids stay"
        if max(positions) > total / 2:
            yield bank.error(told, remedy)
        elif uneven(positions) < 0.05 or any(abs(one / total - 1 / count) > 0.12 for one in positions):
            yield bank.warning(told, remedy)


def key_positions(bank: Bank) -> dict[int, list[int]]:
    """By number of options, how many keys stand first, second and so on."""
    found: dict[int, list[int]] = {}
    for entry in bank.single:
        positions = found.setdefault(len(entry.choices), [0] * len(entry.choices))
        positions[_position(entry)] += 1
    return found


def _position(entry: Entry) -> int:
    return next(n for n, choice in enumerate(entry.choices) if choice.right)


@rule("L07", "warning", "Course", over="bank")
def keys_do_not_run(bank: Bank, content: Content) -> Iterator[Note]:
    """No more than three single-choice items in a row have their key at the same place.

    Readers of a printed bank notice a run and begin to doubt what they know.
    """
    if not bank.module or bank.kind == "both":
        return
    for position, group in groupby(bank.single, key=_position):
        run = [entry.item.id for entry in group]
        if len(run) > 3:
            yield bank.warning(
                f"the key is option {position + 1} in {len(run)} items in a row", f"move it in one of {', '.join(run)}"
            )


@rule("L11", "warning for one, error for two in an item", "HDR 28a; NBME")
def absolutes_mark_no_distractor(entry: Entry, content: Content) -> Iterator[Note]:
    """No "always", "never", "only" found in distractors alone.

    Little is always so, and test-wise readers strike what claims it. Quoted speech is left alone, and phrases such as
    "at all".
    """
    in_key = {word for key in entry.keys for word in absolutes(key.text)}
    marked = [(choice, absolutes(choice.text)) for choice in entry.distractors if absolutes(choice.text)]
    if in_key or not entry.keys:
        return
    for choice, found in marked:
        note = entry.error if len(marked) > 1 else entry.warning
        yield note(
            choice.place,
            f"'{found[0]}' stands in a distractor and not in the key",
            "claim less, or let the key claim as much",
        )


@also("L11", over="bank")
def absolutes_are_evenly_spread(bank: Bank, content: Content) -> Iterator[Note]:
    """Over a bank, absolute words are not twice as common in distractors as in keys."""
    if bank.module:
        return
    in_keys, keys, in_distractors, distractors = absolute_shares(bank)
    if keys >= ENOUGH and in_distractors >= 5 and in_distractors / distractors > 2 * in_keys / keys:
        told = f"absolute words stand in {in_distractors} of {distractors} distractors and {in_keys} of {keys} keys"
        yield bank.warning(told, "claim less in distractors, or write keys that hold one and are true")


def absolute_shares(bank: Bank) -> tuple[int, int, int, int]:
    """Keys with an absolute word, keys; distractors with one, distractors."""
    keys = [choice for entry in bank.entries for choice in entry.keys]
    distractors = [choice for entry in bank.entries for choice in entry.distractors]
    return (
        sum(bool(absolutes(choice.text)) for choice in keys),
        len(keys),
        sum(bool(absolutes(choice.text)) for choice in distractors),
        len(distractors),
    )


def absolutes(text: str) -> list[str]:
    """The absolute words that a text itself claims."""
    return _listed(text, ABSOLUTES, NOT_ABSOLUTE)


def _listed(text: str, listed: tuple[str, ...], exempt: str) -> list[str]:
    bare = re.sub(exempt, " ", unquoted(plain(text)), flags=re.IGNORECASE)
    return [word for word in words(bare) if word in listed]


@rule("L12", "warning", "NBME")
def hedges_mark_no_key(entry: Entry, content: Content) -> Iterator[Note]:
    """No "usually", "may" or "often" found in the key alone.

    Caution is the mirror of L11: the careful option is taken for the right one. "So that he can" is no caution.
    """
    # In a scenario the options are acts, and "can" tells what somebody is able to do.
    exempt = rf"{NOT_HEDGES}|\b(?:can|could)\b" if entry.item.type == "scenario" else NOT_HEDGES
    in_distractors = {word for choice in entry.distractors for word in _listed(choice.text, HEDGES, exempt)}
    for key in entry.keys:
        found = _listed(key.text, HEDGES, exempt)
        if found and not in_distractors and entry.distractors:
            yield entry.warning(
                key.place, f"'{found[0]}' stands in the key alone", "hedge a distractor too, or no option"
            )


@rule("L21", "warning", "NBME")
def key_is_not_where_options_meet(entry: Entry, content: Content) -> Iterator[Note]:
    """The key does not share most words with the others.

    Distractors made by changing one part of the key each leave the key as what they have in common. Measured by the
    mean Jaccard of content words: the key's is the only highest, 1.5 times the next and .15 at least.
    """
    if found := _convergence(entry):
        key, most, following = found
        yield entry.warning(
            key.place,
            f"shares more words with the others ({most:.2f}) than any does ({following:.2f})",
            "let distractors share words too",
        )


@also("L21", over="bank")
def keys_are_not_mostly_where_options_meet(bank: Bank, content: Content) -> Iterator[Note]:
    """Over a bank the key does not meet the others more often than chance has it."""
    items = [entry for entry in bank.entries if len(entry.keys) == 1]
    yield from _too_often(bank, items, [entry for entry in items if _convergence(entry)], "where the options meet")


def _convergence(entry: Entry) -> tuple[Choice, float, float] | None:
    if len(entry.keys) != 1 or len(entry.choices) < 3:
        return None
    content_words = [{word for word in words(choice.text) if word not in STOP_WORDS} for choice in entry.choices]
    means = {}
    for n, one in enumerate(content_words):
        others = [jaccard(one, other) for m, other in enumerate(content_words) if m != n]
        means[n] = sum(others) / len(others)
    best = max(means, key=lambda n: means[n])
    following = max(value for n, value in means.items() if n != best)
    if entry.choices[best].right and means[best] >= 0.15 and means[best] > 1.5 * following:
        return entry.choices[best], means[best], following
    return None


@rule("L22", "warning for one word, error for two", "HDR 28b; NBME")
def stem_does_not_echo_in_the_key(entry: Entry, content: Content) -> Iterator[Note]:
    """The key alone does not repeat words of the stem.

    A word heard again sounds right. Compared by Porter stems, without names and the words that every item uses.
    """
    if not entry.keys or not entry.distractors:
        return
    people = {name.lower() for name in names(entry.item.stem, content.vocabulary, content.settings.not_names)}
    exempt = stems(" ".join((*people, *content.settings.topic_words)))
    in_stem = stems(entry.item.stem) - exempt
    elsewhere = frozenset().union(*(stems(choice.text) for choice in entry.distractors))
    echoes = in_stem & frozenset.intersection(*(stems(key.text) for key in entry.keys)) - elsewhere
    if echoes:
        note = entry.error if len(echoes) > 1 else entry.warning
        yield note(
            entry.keys[0].place,
            f"the stem echoes in the key alone: {', '.join(sorted(echoes))}",
            "use another word, or let a distractor echo too",
        )


@rule("L24", "error", "Course")
def number_of_keys_is_told(entry: Entry, content: Content) -> Iterator[Note]:
    """A stem with several right options says how many.

    Else a learner can't know when to stop. That the key fits the type is a fault of the file and told there.
    """
    if isinstance(entry.item, MultipleChoice):
        wanted = NUMBER_WORDS.get(len(entry.item.key), str(len(entry.item.key)))
        told = [number for number in NUMBER_WORDS.values() if re.search(rf"\b{number.upper()}\b", entry.item.stem)]
        if told != [wanted]:
            yield entry.error(
                ("stem",), f"does not say in capitals that {wanted} are right", f"write 'Choose {wanted.upper()}.'"
            )
