"""What must hold within one item beyond the types of its fields: counts, keys, rationales, links.

Read on raw data, so that an item with a missing field still has all its other faults told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from course.faults import counted
from course.source_files import Place, SourceFile, field_name
from course.text import checked, to_html

OPTION_COUNTS = {
    "single": (3, 4),
    "scenario": (3, 4),
    "multiple": (4, 5),
    "true-false-reason": (2, 2),
    "matching": (5, 6),
    "ordering": (4, 5),
}
REASONS = 3
PROMPTS = (4, 5)
TEXT_FIELDS = ("stem", "text", "rationale", "model_answer")
_ID = re.compile(r"[a-z0-9][a-z0-9-]*")


def check_item(source: SourceFile, place: Place, item: dict[str, Any]) -> None:
    """Note every fault of one item in its source."""
    rules = _Rules(source, place, item)
    rules.ids("options")
    rules.ids("reasons")
    rules.ids("prompts")
    rules.counts()
    rules.key()
    rules.texts()


class _Rules:
    def __init__(self, source: SourceFile, place: Place, item: dict[str, Any]) -> None:
        self.source, self.place, self.item = source, place, item
        self.type = item.get("type")
        self.id = str(item.get("id", ""))
        self.options = self._ids("options")
        self.prompts = self._ids("prompts")

    def fault(self, inner: Place, what: str, remedy: str) -> None:
        self.source.fault((*self.place, *inner), what, remedy, item=self.id, name=field_name(inner))

    def _entries(self, field: str) -> list[tuple[int, dict[str, Any]]]:
        entries = self.item.get(field)
        entries = entries if isinstance(entries, list) else []
        return [(n, entry) for n, entry in enumerate(entries) if isinstance(entry, dict)]

    def _ids(self, field: str) -> list[str]:
        return [entry["id"] for _, entry in self._entries(field) if isinstance(entry.get("id"), str)]

    def ids(self, field: str) -> None:
        """Ids inside an item are short, plain and unique: the response log names them for good."""
        seen: set[str] = set()
        for n, entry in self._entries(field):
            one = entry.get("id")
            if not isinstance(one, str):
                continue
            if not _ID.fullmatch(one):
                self.fault((field, n, "id"), f"'{one}' is no id", "use small letters, digits and hyphens")
            if one in seen:
                self.fault((field, n, "id"), f"'{one}' stands twice", "give each its own id")
            seen.add(one)

    def counts(self) -> None:
        """How many options, reasons and prompts a type has."""
        if self.type in OPTION_COUNTS and isinstance(self.item.get("options"), list):
            low, high = OPTION_COUNTS[self.type]
            self._count("options", low, high)
        if self.type == "true-false-reason":
            self._count("reasons", REASONS, REASONS)
            if self.options and self.options != ["true", "false"]:
                self.fault(("options",), f"the ids are {', '.join(self.options)}", "use 'true' and 'false', quoted")
        if self.type == "matching":
            self._count("prompts", *PROMPTS)
            if self.prompts and self.options and len(self.options) != len(self.prompts) + 1:
                what = f"{counted(len(self.options), 'option')} for {counted(len(self.prompts), 'prompt')}"
                self.fault(("options",), what, "give one option more than prompts")
        if self.type == "short" and isinstance(self.item.get("rubric"), list) and len(self.item["rubric"]) != 3:
            self.fault(
                ("rubric",),
                counted(len(self.item["rubric"]), "point"),
                "give three, one for each point of the score",
            )

    def _count(self, field: str, low: int, high: int) -> None:
        entries = self.item.get(field)
        if isinstance(entries, list) and not low <= len(entries) <= high:
            wanted = str(low) if low == high else f"{low} or {high}"
            self.fault(
                (field,), counted(len(entries), field.removesuffix("s")), f"an item of type {self.type} has {wanted}"
            )

    def key(self) -> None:
        """The key names options that are there, and as many as the type wants."""
        key = self.item.get("key")
        match self.type, key:
            case (("single" | "scenario"), str()):
                self._known(("key",), key, self.options)
            case (("multiple" | "ordering"), list()):
                self._known_list(key, self.options)
                if self.type == "ordering" and Counter(map(str, key)) != Counter(self.options):
                    self.fault(("key",), "not every option once", f"order all of {', '.join(self.options)}")
                if self.type == "multiple" and not 2 <= len(key) < max(len(self.options), 3):
                    self.fault(("key",), counted(len(key), "right option"), "name two or more, but not all")
                if self.type == "multiple" and len(set(map(str, key))) != len(key):
                    self.fault(("key",), "an option stands twice", "name each once")
            case "true-false-reason", [answer, reason]:
                self._known(("key", 0), answer, self.options)
                self._known(("key", 1), reason, self._ids("reasons"), "reasons")
            case "true-false-reason", list():
                self.fault(("key",), counted(len(key), "part"), 'name the answer and the reason, as in ["false", b]')
            case "matching", dict():
                self._match(key)

    def _match(self, key: dict[Any, Any]) -> None:
        for prompt, option in key.items():
            self._known(("key", str(prompt)), prompt, self.prompts, "prompts")
            self._known(("key", str(prompt)), option, self.options)
        for prompt in self.prompts:
            if prompt not in key:
                self.fault(("key",), f"no option for {prompt}", "match every prompt")
        for option, times in Counter(map(str, key.values())).items():
            if times > 1:
                self.fault(("key",), f"'{option}' is matched {times} times", "match each option once")

    def _known_list(self, key: list[Any], known: list[str]) -> None:
        for n, one in enumerate(key):
            self._known(("key", n), one, known)

    def _known(self, inner: Place, one: Any, known: list[str], kind: str = "options") -> None:
        if isinstance(one, str) and known and one not in known:
            self.fault(inner, f"'{one}' is not one of the {kind} {', '.join(known)}", "name one of them")

    def texts(self) -> None:
        """Texts say something, and hold only the Markdown that a question can show."""
        for inner, text in _texts(self.item, ()):
            found = text_fault(text)
            if found:
                self.fault(inner, *found)


def text_fault(text: str) -> tuple[str, str] | None:
    """What is wrong with a text for a page, and the remedy; None where nothing is."""
    html = to_html(text)
    if not html:
        return "empty", "write it"
    if checked(html) != html:
        return "a link that is no web address", "start links with https://"
    if "HIDDEN TESTS" in text:
        return "words that nbgrader cuts a notebook by", "write 'HIDDEN TESTS' in small letters"
    return None


def _texts(value: Any, place: Place) -> Iterator[tuple[Place, str]]:
    """Every text an author wrote in an item, with its place."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in TEXT_FIELDS and isinstance(inner, str):
                yield (*place, name), inner
            else:
                yield from _texts(inner, (*place, name))
    elif isinstance(value, list):
        for n, inner in enumerate(value):
            if place and place[-1] == "rubric" and isinstance(inner, str):
                yield (*place, n), inner
            else:
                yield from _texts(inner, (*place, n))
