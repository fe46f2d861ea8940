"""Knowledge checks and the final assessment: a blueprint of slots over a bank that can fill them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from pydantic import TypeAdapter

from course.bank.entries import id_of, list_of
from course.bank.names import Names
from course.faults import counted, nearest
from course.forms import NoFormError, draw
from course.items import Item, question_of
from course.outline import Check, Module, Slot
from course.schema import validate
from course.source_files import SourceFile

_GRADE_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")
_OTHER_CELLS = re.compile(r"intro|help|start|instructions-.*|.*-points")  # of course.build.checks
_CHECK_FIELDS = ("title", "intro", "blueprint", "items")
_FINAL = "final"  # nbgrader's assignment name of the final assessment


def check_of(
    source: SourceFile, names: Names, check_id: str, objectives: Collection[str], bank: tuple[Item, ...]
) -> Check | None:
    """A module's knowledge check, with all its faults noted in its file."""
    for n, value in enumerate(list_of(source, "items")):
        if isinstance(value, dict) and value.get("type") == "short":
            what, remedy = "a check can't mark a short answer", "move it to practice.yml, or use another type"
            source.fault(("items", n, "type"), what, remedy, item=id_of(value), name="type")
    is_sound = _are_items_sound(source, bank)
    slots = _blueprint(source, names, objectives, bank if is_sound else None, "this module")
    used = {slot.objective for slot in slots} | {item.objective for item in bank}
    if is_sound and used <= set(objectives):
        _check_pools(source, check_id, slots, bank)
    return _as_check(source, check_id, slots, bank)


def final_of(
    source: SourceFile,
    names: Names,
    own: Collection[str],
    questions: tuple[Item, ...],
    modules: tuple[Module, ...],
    *,
    is_whole: bool,
) -> Check | None:
    """The final assessment, with all its faults noted in its file."""
    bank = (*(item for module in modules for item in module.check.items), *questions)
    known = {*own, *names.objectives}
    is_sound = is_whole and _are_items_sound(source, bank)
    slots = _blueprint(source, names, known, bank if is_sound else None, "the course")
    named = {slot.item for slot in slots}
    for n, value in enumerate(list_of(source, "items")):
        if id_of(value) and id_of(value) not in named:
            what, remedy = "no slot asks for it", "give it a slot with its 'item', or take it out"
            source.fault(("items", n, "id"), what, remedy, item=id_of(value), name="id")
    if is_sound and {slot.objective for slot in slots} <= known:
        _check_pools(source, _FINAL, slots, bank)
    return _as_check(source, _FINAL, slots, bank)


def _blueprint(
    source: SourceFile, names: Names, objectives: Collection[str], bank: tuple[Item, ...] | None, whose: str
) -> tuple[Slot, ...]:
    """The sound slots of a check, with the faults of its file noted; None for a bank that can't be told yet."""
    data = source.data if isinstance(source.data, dict) else {}
    for name in data:
        if name not in _CHECK_FIELDS:
            source.fault((name,), "unknown field", nearest(str(name), _CHECK_FIELDS))
    for name in ("title", "intro"):
        if data and not (isinstance(data.get(name), str) and data[name].strip()):
            source.fault((name,), "missing", "write it")
    if data.get("blueprint") == []:
        source.fault(("blueprint",), "empty", "list a slot for each question")
    slots = []
    for n, value in enumerate(list_of(source, "blueprint")):
        slot = validate(TypeAdapter(Slot), source, ("blueprint", n), value, item=id_of(value, "slot"))
        if slot:
            _check_slot(source, names, n, slot, objectives, whose)
            if slot.item and bank is not None:
                _check_item_of_slot(source, n, slot, {item.id: item for item in bank})
            slots.append(slot)
    return tuple(slots)


def _as_check(source: SourceFile, check_id: str, slots: tuple[Slot, ...], bank: tuple[Item, ...]) -> Check | None:
    data = source.data if isinstance(source.data, dict) else {}
    if not isinstance(data.get("title"), str) or not isinstance(data.get("intro"), str):
        return None
    return Check(id=check_id, title=data["title"], intro=data["intro"], blueprint=slots, items=bank)


def _are_items_sound(source: SourceFile, bank: tuple[Item, ...]) -> bool:
    """Whether every item of a file is in the bank: its slots can't be judged before its items are mended."""
    ids = {item.id for item in bank}
    return len(ids) == len(bank) and all(id_of(value) in ids for value in list_of(source, "items"))


def _check_item_of_slot(source: SourceFile, n: int, slot: Slot, bank: Mapping[str, Item]) -> None:
    """The item that a slot names is there, and is what the slot says of it."""

    def fault(name: str, what: str, remedy: str) -> None:
        source.fault(("blueprint", n, name), what, remedy, item=slot.slot, name=name)

    item = bank.get(str(slot.item))
    if item is None:
        fault("item", f"'{slot.item}' is no item that this check can ask", nearest(str(slot.item), bank))
    elif item.objective != slot.objective:
        what = f"'{slot.objective}', but {item.id} asks for {item.objective}"
        fault("objective", what, "name the item's objective")
    elif slot.safety and not item.safety:
        fault("safety", f"{item.id} is no safety item", "mark the item 'safety: true', or take this out")


def _check_slot(source: SourceFile, names: Names, n: int, slot: Slot, objectives: Collection[str], whose: str) -> None:
    def fault(name: str, what: str, remedy: str) -> None:
        source.fault(("blueprint", n, name), what, remedy, item=slot.slot, name=name)

    if not _GRADE_ID.fullmatch(slot.slot):
        fault("slot", "is no grade_id", "use at most 64 letters, digits, hyphens and underscores")
    if _OTHER_CELLS.fullmatch(slot.slot):
        fault("slot", f"'{slot.slot}' names another cell of every check", "choose a new one, like m1-o1-a")
    if slot.slot in names.slots:
        fault("slot", f"also used at {names.slots[slot.slot]}", "slots are permanent, choose a new one")
    names.slots.setdefault(slot.slot, f"line {source.line(('blueprint', n))} of {source.path}")
    if slot.points < 1:
        fault("points", counted(slot.points, "point"), "give 1 or more")
    if objectives and slot.objective not in objectives:
        fault(
            "objective",
            f"'{slot.objective}' is no objective of {whose}",
            nearest(slot.objective, objectives),
        )


def _check_pools(source: SourceFile, check_id: str, slots: tuple[Slot, ...], bank: tuple[Item, ...]) -> None:
    """Each slot finds an item of its own, whoever draws."""
    short = False
    named = {slot.item for slot in slots if slot.item}
    wanted = Counter((slot.objective, slot.safety) for slot in slots if not slot.item)
    for (objective, safety), number in wanted.items():
        pool = [
            item
            for item in bank
            if item.objective == objective and item.id not in named and item.type != "short"
            if item.safety or not safety
        ]
        if len(pool) < number:
            short = True
            kind = "safety item" if safety else "item"
            verb = "draws" if number == 1 else "draw"
            what = f"{counted(number, 'slot')} of {objective} {verb} from {counted(len(pool), kind)}"
            source.fault(("blueprint",), what, "write more items or take slots away")
    questions = {item.id: question_of(item) for item in bank}
    if short or not slots or named - questions.keys():
        return
    try:
        draw([slot_json(slot) for slot in slots], questions, learner="", check=check_id, form="A")
    except NoFormError as fault:
        source.fault(("blueprint",), str(fault), "write more items, or loosen an enemy_set")


def slot_json(slot: Slot, by_hand: Collection[str] = ()) -> dict[str, Any]:
    """A slot as the question file holds it; where it asks an item that is graded by hand, the marker has no points."""
    record: dict[str, Any] = {"slot": slot.slot, "objective": slot.objective, "points": slot.points}
    if slot.item in by_hand:
        record |= {"points": 0, "by_hand": slot.points}
    if slot.item:
        record["item"] = slot.item
    return record | {"safety": True} if slot.safety else record


def by_hand(items: Iterable[Item]) -> frozenset[str]:
    """The items that a person grades."""
    return frozenset(item.id for item in items if item.type == "short")
