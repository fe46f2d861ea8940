"""What must hold within a role-play beyond the types of its fields: where choices lead, and that danger is met.

Read on raw data, so that a story with a missing field still has all its other faults told.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from typing import Any, TypeAlias

from course.faults import counted, nearest
from course.item_rules import text_fault
from course.source_files import Place, SourceFile, field_name

CHOICES = (2, 4)
ENDINGS = 3
_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_TEXTS = {"nodes": ("says",), "endings": ("title", "text"), "choices": ("text", "effect")}

_Entry: TypeAlias = tuple[Place, dict[str, Any]]


def check_story(source: SourceFile, dimensions: Collection[str] | None) -> None:
    """Note every fault of a story in its source; its marks name each of `dimensions`, which None leaves open."""
    if isinstance(source.data, dict):
        rules = _Rules(source, dimensions)
        rules.ids()
        rules.counts()
        rules.marks()
        rules.texts()
        rules.targets()
        rules.reach()
        rules.red_flags()


class _Rules:
    def __init__(self, source: SourceFile, dimensions: Collection[str] | None) -> None:
        self.source, self.dimensions = source, dimensions
        self.nodes = list(_entries(source.data, "nodes", ()))
        self.endings = list(_entries(source.data, "endings", ()))
        self.node_ids = {_id(node) for _, node in self.nodes} - {""}
        self.ending_ids = {_id(ending) for _, ending in self.endings} - {""}
        self.known = self.node_ids | self.ending_ids
        self.flags = {_id(node) for _, node in self.nodes if node.get("red_flag") is True}
        self.ways: dict[str, set[str]] = {one: set() for one in self.known}
        for _, choice, node in self.choices():
            self.ways.setdefault(_id(node), set()).update(self._target(choice))

    def fault(self, place: Place, what: str, remedy: str) -> None:
        """Note a fault by the node or ending that it stands in."""
        item, inner = "", place
        if len(place) > 1 and place[0] in ("nodes", "endings"):
            entry = self.source.data[place[0]][place[1]]
            item, inner = _id(entry), place[2:] if _id(entry) else place
        self.source.fault(place, what, remedy, item=item, name=field_name(inner))

    def choices(self) -> Iterator[tuple[Place, dict[str, Any], dict[str, Any]]]:
        """Every choice with its place and its node."""
        for place, node in self.nodes:
            for inner, choice in _entries(node, "choices", place):
                yield inner, choice, node

    # --- ids, counts, marks, texts

    def ids(self) -> None:
        """Nodes and endings have ids of their own, and so have the choices of a node."""
        self._ids([*self.nodes, *self.endings])
        for place, node in self.nodes:
            self._ids(_entries(node, "choices", place))

    def _ids(self, entries: Iterable[_Entry]) -> None:
        seen: dict[str, int] = {}
        for place, entry in entries:
            one = _id(entry)
            if one and not _ID.fullmatch(one):
                self.fault((*place, "id"), f"'{one}' is no id", "use small letters, digits and hyphens")
            if one in seen:
                self.fault((*place, "id"), f"also used at line {seen[one]}", "ids are permanent, choose a new one")
            if one:
                seen.setdefault(one, self.source.line((*place, "id")))

    def counts(self) -> None:
        """How many choices a node has, and which endings a story has."""
        low, high = CHOICES
        for place, node in self.nodes:
            choices = node.get("choices")
            if choices == []:
                remedy = f"give it {low} to {high}, or make it an ending"
                self.fault((*place, "choices"), "a dead end: no choices", remedy)
            elif isinstance(choices, list) and not low <= len(choices) <= high:
                self.fault((*place, "choices"), counted(len(choices), "choice"), f"a node has {low} to {high}")
        if isinstance(self.source.data.get("endings"), list):
            if len(self.endings) < ENDINGS:
                self.fault(("endings",), counted(len(self.endings), "ending"), f"write {ENDINGS} or more")
            if not any(ending.get("outcome") == "safe" for _, ending in self.endings):
                self.fault(("endings",), "none of them is safe", "write one whose outcome is safe")

    def marks(self) -> None:
        """Each choice has a mark in every dimension of the course."""
        for place, choice, _ in self.choices():
            marks = choice.get("marks")
            if not isinstance(marks, dict) or self.dimensions is None:
                continue
            for name, mark in marks.items():
                inner = (*place, "marks", str(name))
                if name not in self.dimensions:
                    what = f"'{name}' is no dimension of the course"
                    self.fault(inner, what, nearest(str(name), self.dimensions, "add it to course.yml"))
                if isinstance(mark, bool):  # to Python a number, to the author of `yes` and `no` none
                    self.fault(inner, f"'{mark}' is no mark", "write -1, 0 or 1")
            for name in sorted(self.dimensions):
                if name not in marks:
                    self.fault((*place, "marks"), f"no mark for {name}", "write -1, 0 or 1")

    def texts(self) -> None:
        """Texts say something, and hold only the Markdown that a page can show."""
        for name in ("title", "intro"):
            self._text((name,), self.source.data.get(name))
        entries = [(place, "nodes", node) for place, node in self.nodes]
        entries += [(place, "endings", ending) for place, ending in self.endings]
        entries += [(place, "choices", choice) for place, choice, _ in self.choices()]
        for place, kind, entry in entries:
            for name in _TEXTS[kind]:
                self._text((*place, name), entry.get(name))

    def _text(self, place: Place, text: object) -> None:
        found = text_fault(text) if isinstance(text, str) else None
        if found:
            self.fault(place, *found)

    # --- where it leads

    def _target(self, choice: dict[str, Any]) -> set[str]:
        """Where a choice leads. A misspelt target counts as the one it is near: its own fault is enough."""
        to = choice.get("to")
        return set(get_close_matches(to, self.known, n=1, cutoff=0.6)) if isinstance(to, str) else set()

    def _reached(self, start: Iterable[str], stop: Collection[str] = ()) -> set[str]:
        """All that can be reached from some places, without going on from where it stops."""
        reached: set[str] = set()
        waiting = list(start)
        while waiting:
            one = waiting.pop()
            if one not in reached:
                reached.add(one)
                waiting += self.ways.get(one, ()) if one not in stop else ()
        return reached

    def targets(self) -> None:
        """The start and every choice lead to something that is there."""
        start = self.source.data.get("start")
        if isinstance(start, str) and self.node_ids and start not in self.node_ids:
            self.fault(("start",), f"'{start}' is no node", nearest(start, self.node_ids))
        for place, choice, _ in self.choices():
            to = choice.get("to")
            if isinstance(to, str) and to not in self.known:
                self.fault((*place, "to"), f"'{to}' is neither a node nor an ending", nearest(to, self.known))

    def reach(self) -> None:
        """Every node and every ending can be reached, and from every node the story can come to an end."""
        start = self.source.data.get("start")
        if start in self.node_ids:
            reached = self._reached([start])
            for place, entry in (*self.nodes, *self.endings):
                if _id(entry) and _id(entry) not in reached:
                    self.fault(place, "nothing leads here from the start", "let a choice lead to it, or take it out")
        # Whoever comes to one of these is told why it leads no further.
        told = {_id(node) for _, choice, node in self.choices() if not self._target(choice)}
        ends = self.ending_ids | told | {one for one in self.node_ids if not self.ways[one]}
        loops: set[frozenset[str]] = set()
        for place, node in self.nodes:
            within = frozenset(self._reached(self.ways.get(_id(node), ())))
            if _id(node) in within and not within & ends and within not in loops:
                loops.add(within)
                names = ", ".join(_id(other) for _, other in self.nodes if _id(other) in within)
                self.fault(place, f"a loop without a way out: {names}", "let a choice lead on to an ending")

    def red_flags(self) -> None:
        """Where someone may be in danger there is a safe act, and no way past it that ends well."""
        outcomes = {_id(ending): ending.get("outcome") for _, ending in self.endings}
        for place, node in self.nodes:
            is_flag = node.get("red_flag") is True
            choices = list(_entries(node, "choices", place))
            if is_flag and choices and not any(choice.get("required_safe") is True for _, choice in choices):
                self.fault(place, "a red flag without a safe act", "mark one or more choices 'required_safe: true'")
            for inner, choice in choices:
                is_safe = choice.get("required_safe") is True
                if is_safe and not is_flag:
                    what = "stands at a node that is no red flag"
                    self.fault((*inner, "required_safe"), what, "mark the node 'red_flag: true', or take this out")
                if is_flag and not is_safe:
                    past = self._reached(self._target(choice), stop=self.flags)
                    for ending in sorted(past & self.ending_ids):
                        if outcomes[ending] in ("safe", "mixed"):
                            what = f"goes past the red flag and can end at '{ending}', which is {outcomes[ending]}"
                            self.fault((*inner, "to"), what, "lead it to a red flag or to an unsafe ending")


def _id(entry: dict[str, Any]) -> str:
    found = entry.get("id")
    return found if isinstance(found, str) else ""


def _entries(data: dict[str, Any], name: str, place: Place) -> Iterator[_Entry]:
    """The entries of a list of fields, each with its place."""
    entries = data.get(name)
    for n, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict):
            yield (*place, name, n), entry
