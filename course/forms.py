"""Which items a learner gets: a form is drawn from the blueprint, the same whenever it is drawn again.

Each (learner, check, form letter) ranks the items of a bank by a hash of its own, and each slot takes the
best-ranked item still free. Ranking item by item, rather than shuffling a list, keeps other draws as they
were when an item is added to the bank.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from course.questions import Question

T = TypeVar("T", bound=str)


class NoFormError(ValueError):
    """A blueprint that the bank can't fill; the text names the slot."""


def shuffled(ids: Iterable[T], *seed: str) -> list[T]:
    """The ids in an order that depends only on the seed, whatever order they come in."""
    return sorted(ids, key=lambda one: _rank(*seed, one))


def draw(
    slots: Sequence[Mapping[str, Any]], bank: Mapping[str, Question], *, learner: str, check: str, form: str
) -> dict[str, str]:
    """The item id for each slot id, drawn for one learner and form letter.

    A slot takes items of its `objective` (safety items only where it says `safety`), or the one `item` that it names;
    no item comes twice and no two come from one enemy set. Raises NoFormError when no such form exists.
    """
    candidates = {
        slot["slot"]: shuffled(
            (item_id for item_id, question in bank.items() if _fits(slot, question)), learner, check, form
        )
        for slot in slots
    }
    # The slot with the fewest items chooses first, so that a wider one can't take its last item.
    order = sorted(candidates, key=lambda slot: (len(candidates[slot]), slot))
    found = _fill(order, candidates, bank, {}, set(), set())
    if found is None:
        raise NoFormError(f"no form of {check} can fill the slots {', '.join(order)} from {len(bank)} items")
    return {slot["slot"]: found[slot["slot"]] for slot in slots}


def _fits(slot: Mapping[str, Any], question: Question) -> bool:
    if "item" in slot:
        return bool(question["id"] == slot["item"])
    if question["type"] == "short":  # a person grades it, where a slot names it
        return False
    return question["objective"] == slot["objective"] and (not slot.get("safety") or bool(question.get("safety")))


def _fill(
    order: Sequence[str],
    candidates: Mapping[str, list[str]],
    bank: Mapping[str, Question],
    taken: dict[str, str],
    enemies: set[str],
    dead_ends: set[tuple[str, frozenset[str]]],
) -> dict[str, str] | None:
    """Give each slot its best item; go back a slot where a choice leaves another one empty."""
    if not order:
        return taken
    slot, *rest = order
    free = frozenset(
        item
        for one in order
        for item in candidates[one]
        if item not in taken.values() and bank[item].get("enemy_set") not in enemies
    )
    if (slot, free) in dead_ends:  # the same items were left here before: without this a draw could take years to fail
        return None
    for item in candidates[slot]:
        if item not in free:
            continue
        enemy_set = bank[item].get("enemy_set")
        with_this = enemies | ({enemy_set} if enemy_set else set())
        found = _fill(rest, candidates, bank, taken | {slot: item}, with_this, dead_ends)
        if found is not None:
            return found
    dead_ends.add((slot, free))
    return None


def _rank(*parts: str) -> bytes:
    return hashlib.sha256("\x1f".join(parts).encode()).digest()
