"""The items of a file: sound ones as items, and every fault of the others."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from course.bank.entries import id_of, list_of
from course.bank.names import Names
from course.faults import nearest
from course.item_rules import check_item
from course.items import Item
from course.schema import ITEM, validate
from course.source_files import SourceFile


def items_of(
    source: SourceFile, names: Names, module: str, objectives: Collection[str], whose: str = "this module"
) -> tuple[Item, ...]:
    """The sound items; `module` begins their ids, and `objectives` are those of `whose` they may name."""
    items = []
    for n, value in enumerate(list_of(source, "items")):
        place, item_id = ("items", n), id_of(value)
        item = validate(ITEM, source, place, value, item=item_id)
        if isinstance(value, dict):
            check_item(source, place, value)
            _check_names(source, names, place, value, module, objectives, whose)
        if item:
            items.append(item)
    return tuple(items)


def _check_names(
    source: SourceFile,
    names: Names,
    place: tuple[str, int],
    value: dict[str, Any],
    module: str,
    objectives: Collection[str],
    whose: str,
) -> None:
    """What an item names outside itself is there, and its own id is nobody else's."""
    item_id = id_of(value)

    def fault(name: str, what: str, remedy: str) -> None:
        source.fault((*place, name), what, remedy, item=item_id, name=name)

    names.own_id(source, place, value, module, "p01", item=item_id)
    objective = value.get("objective")
    if isinstance(objective, str) and objectives and objective not in objectives:
        fault("objective", f"'{objective}' is no objective of {whose}", nearest(objective, objectives))
    domain = value.get("domain")
    if isinstance(domain, str) and names.domains and domain not in names.domains:
        fault("domain", f"'{domain}' is no domain of the course", nearest(domain, names.domains))
    names.check_refs(source, (*place, "refs"), value.get("refs"), item_id)
