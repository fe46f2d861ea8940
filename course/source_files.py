"""Content files as data that still knows which line each value stands on."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from course.faults import Fault

Place: TypeAlias = tuple[str | int, ...]
"""Where a value stands in a file: keys and positions from the top, e.g. `("items", 3, "key")`."""


@dataclass
class SourceFile:
    """A YAML file read: its data (None when unreadable), the line of each place, and the faults found in it."""

    path: Path
    data: Any = None
    lines: dict[Place, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def line(self, place: Place) -> int:
        """The line of a place, or of the nearest thing around it that is there."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 0)

    def fault(self, place: Place, what: str, remedy: str, *, item: str = "", name: str | None = None) -> None:
        """Note a fault at a place; the field's name is the last part of the place unless given."""
        label = name if name is not None else field_name(place)
        self.faults.append(Fault(self.path, self.line(place), item, label, what, remedy))


def field_name(place: Place) -> str:
    """A place as authors read it: `options[2].rationale`."""
    text = ""
    for part in place:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


_EMPTY = ("empty", "fill it as docs/authors.md says")


class _PlainLoader(yaml.SafeLoader):
    """YAML as authors read it: a date is text until a field asks for a date."""


# libyaml's loader where PyYAML has it, as its wheels do: ten times as fast, and a course has thousands of lines.
class _FastLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The same."""


for _loader in (_PlainLoader, _FastLoader):
    _loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def read_text(path: Path, faults: list[Fault]) -> str | None:
    """The text of a file with plain line ends, or None with the fault noted: missing, empty, not UTF-8."""
    try:
        # Editors on Windows put a mark at the start and \r\n at the ends of lines.
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        faults.append(Fault(path, 0, "", "", "missing", "write it as docs/authors.md says"))
    except UnicodeDecodeError as fault:
        line = fault.object[: fault.start].count(b"\n") + 1
        faults.append(Fault(path, line, "", "", "not UTF-8 text", "save the file as UTF-8"))
    except OSError as fault:
        faults.append(Fault(path, 0, "", "", f"can't be read ({fault.strerror})", "make it a readable file"))
    else:
        if text.strip():
            return text
        faults.append(Fault(path, 0, "", "", *_EMPTY))
    return None


def read_yaml(path: Path) -> SourceFile:
    """A YAML file with the line of every value; broken YAML and repeated fields are noted as faults."""
    source = SourceFile(path)
    text = read_text(path, source.faults)
    if text is None:
        return source
    try:
        loader, node = _composed(text)
        if node is not None:
            _walk(node, (), source)
            source.data = loader.construct_document(node)
    except yaml.MarkedYAMLError as fault:
        line = fault.problem_mark.line + 1 if fault.problem_mark else 0
        remedy = "mend the line; a text that holds ': ' or starts with a sign wants quotes"
        source.faults.append(Fault(path, line, "", "", f"broken YAML: {fault.problem}", remedy))
    except (yaml.YAMLError, ValueError, RecursionError) as fault:
        what = f"broken YAML: {str(fault).splitlines()[0]}"
        source.faults.append(Fault(path, 0, "", "", what, "save the file as plain UTF-8 YAML"))
    else:
        if source.data is None:  # nothing but comments
            source.faults.append(Fault(path, 0, "", "", *_EMPTY))
    return source


def _composed(text: str) -> tuple[Any, yaml.Node | None]:
    """A loader with the tree of nodes that it made of a text."""
    try:
        loader = _FastLoader(text)
        return loader, loader.get_single_node()
    except yaml.YAMLError:
        # Told by the plain loader, whose words are the same on every machine.
        plain = _PlainLoader(text)
        return plain, plain.get_single_node()


def _walk(node: yaml.Node, place: Place, source: SourceFile, item: str = "") -> None:
    source.lines.setdefault(place, node.start_mark.line + 1)
    if isinstance(node, yaml.SequenceNode):
        for number, child in enumerate(node.value):
            _walk(child, (*place, number), source, item)
    elif isinstance(node, yaml.MappingNode):
        if len(place) == 2:  # an entry of a list: an item, a term
            item = next((str(child.value) for key, child in node.value if key.value == "id"), "")
        seen: set[str] = set()
        for key, child in node.value:
            name = str(key.value)
            inner = (*place, name)
            if name in seen:
                source.lines[inner] = key.start_mark.line + 1
                label = field_name(inner[2:] if item else inner)
                source.fault(inner, "stands twice", "keep one of the two", item=item, name=label)
            seen.add(name)
            source.lines[inner] = key.start_mark.line + 1
            _walk(child, inner, source, item)
