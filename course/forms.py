"""Which items a learner gets: a form is drawn from the blueprint, the same whenever it is drawn again.

Each (learner, check, form letter) ranks the items of a bank by a hash of its own, and each slot takes the
best-ranked item still free. Ranking item by item, rather than shuffling a list, keeps other draws as they
were when an item is added to the bank. Another form of a check asks again as little as its bank allows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from course.questions import Question

T = TypeVar("T", bound=str)


class NoFormError(ValueError):
    """A blueprint that the bank can't fill; the text names the slot."""


def shuffled(ids: Iterable[T], *seed: str) -> list[T]:
    """The ids in an order that depends only on the seed, whatever order they come in."""
    return sorted(ids, key=lambda one: _rank(*seed, one))


class _Bank(NamedTuple):
    """What a draw chooses from."""

    candidates: Mapping[str, Sequence[str]]  # items by slot, best first
    questions: Mapping[str, Question]
    asked: Collection[str]  # items to ask as few of as can be

    def enemies(self, item: str) -> str:
        """The set of which no other item may be asked; empty where there is none."""
        return self.questions[item].get("enemy_set") or ""


class _State(NamedTuple):
    """What was chosen so far."""

    taken: dict[str, str]  # item by slot
    enemies: frozenset[str]
    again: int  # how many more items may be asked again


def draw(
    slots: Sequence[Mapping[str, Any]],
    bank: Mapping[str, Question],
    *,
    learner: str,
    check: str,
    form: str,
    asked: Collection[str] = (),
) -> dict[str, str]:
    """The item id for each slot id, drawn for one learner and form letter.

    A slot takes items of its `objective` (safety items only where it says `safety`), or the one `item` that it names;
    no item comes twice and no two come from one enemy set. Of the items `asked` before, as few come as any such form
    can have. Raises NoFormError when no such form exists.
    """
    candidates = {
        slot["slot"]: shuffled(
            (item_id for item_id, question in bank.items() if _fits(slot, question)), learner, check, form
        )
        for slot in slots
    }
    choice = _Bank(candidates, bank, frozenset(asked))
    found: dict[str, str] = {}
    for group in _groups(choice):
        # The slot with the fewest items chooses first, so that a wider one can't take its last item.
        order = sorted(group, key=lambda slot: (len(candidates[slot]), slot))
        filled = _with_fewest_again(order, choice)
        if filled is None:
            raise NoFormError(f"no form of {check} can fill the slots {', '.join(order)} from {len(bank)} items")
        found |= filled
    return {slot["slot"]: found[slot["slot"]] for slot in slots}


def _fits(slot: Mapping[str, Any], question: Question) -> bool:
    if "item" in slot:
        return bool(question["id"] == slot["item"])
    if question["type"] == "short":  # a person grades it, where a slot names it
        return False
    return question["objective"] == slot["objective"] and (not slot.get("safety") or bool(question.get("safety")))


def _groups(bank: _Bank) -> Iterator[list[str]]:
    """The slots in groups that share no item and no enemy set: what one group takes is nothing to another."""
    groups: list[tuple[set[str], list[str]]] = []
    for slot, items in bank.candidates.items():
        things = {f"item {item}" for item in items}
        things |= {f"set {bank.enemies(item)}" for item in items if bank.enemies(item)}
        slots = [slot]
        for other in [group for group in groups if group[0] & things]:
            groups.remove(other)
            things |= other[0]
            slots += other[1]
        groups.append((things, slots))
    yield from (slots for _, slots in groups)


def _with_fewest_again(order: Sequence[str], bank: _Bank) -> dict[str, str] | None:
    for again in range(len(order) + 1):
        found = _fill(order, bank, _State({}, frozenset(), again), set())
        if found is not None or not bank.asked:
            return found
    return None


def _fill(
    order: Sequence[str], bank: _Bank, state: _State, dead_ends: set[tuple[str, frozenset[str], int]]
) -> dict[str, str] | None:
    """Give each slot its best item; go back a slot where a choice leaves another one empty."""
    if not order:
        return state.taken
    slot, *rest = order
    free = frozenset(
        item
        for one in order
        for item in bank.candidates[one]
        if item not in state.taken.values() and bank.enemies(item) not in state.enemies
    )
    here = (slot, free, state.again)
    if here in dead_ends:  # the same items were left here before: without this a draw could take years to fail
        return None
    for item in bank.candidates[slot]:
        again = state.again - (item in bank.asked)
        if item not in free or again < 0:
            continue
        enemies = state.enemies | ({bank.enemies(item)} - {""})
        found = _fill(rest, bank, _State(state.taken | {slot: item}, enemies, again), dead_ends)
        if found is not None:
            return found
    dead_ends.add(here)
    return None


def _rank(*parts: str) -> bytes:
    return hashlib.sha256("\x1f".join(parts).encode()).digest()
