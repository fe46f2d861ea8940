"""What the files of a course name of each other: ids, objectives, domains, references."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from course.bank.entries import id_of
from course.faults import nearest
from course.outline import Reference
from course.source_files import Place, SourceFile

_MODULE_ID = re.compile(r"[a-z][a-z0-9]*")
_ITEM_ID = re.compile(r"[a-z0-9-]{1,64}")  # a notebook's cell ids have 64 characters at most


@dataclass
class Names:
    """All names met so far; where a file can't be read, what it would have named is None and blames nobody."""

    items: dict[str, str] = field(default_factory=dict)  # id of an item, a role-play, a reflection -> where it stands
    slots: dict[str, str] = field(default_factory=dict)
    modules: dict[str, str] = field(default_factory=dict)  # module id -> folder
    objectives: dict[str, str] = field(default_factory=dict)  # objective id -> id of the module that has it
    references: dict[str, Reference] = field(default_factory=dict)  # the sound ones
    reference_ids: frozenset[str] | None = None
    domains: frozenset[str] = frozenset()
    dimensions: frozenset[str] | None = None
    decks: frozenset[str] | None = None  # modules that have terms

    def module_id(self, source: SourceFile) -> str:
        """The id that begins the ids of its items, or nothing where it can't."""
        module = id_of(source.data)
        if module and not _MODULE_ID.fullmatch(module):
            source.fault(("id",), f"'{module}' is no module id", "use small letters and digits, as m1")
            return ""
        if module in self.modules:
            source.fault(("id",), f"also used by {self.modules[module]}", "give each module its own id")
        if module:
            self.modules.setdefault(module, source.path.parent.name)
        return module

    def own_id(
        self, source: SourceFile, place: Place, value: dict[str, Any], module: str, like: str, item: str = ""
    ) -> None:
        """The id of an item, a role-play or a reflection begins with its module and is nobody else's."""
        own, name = id_of(value), "id" if item or not place else f"{place[0]}.id"
        if not own:
            return  # the schema tells

        def fault(what: str, remedy: str) -> None:
            source.fault((*place, "id"), what, remedy, item=item, name=name)

        if own in self.items:
            fault(f"also used at {self.items[own]}", "ids are permanent, choose a new one")
        self.items.setdefault(own, f"line {source.line((*place, 'id'))} of {source.path}")
        if module and not own.startswith(f"{module}-"):
            fault(f"does not begin with its module, '{module}-'", f"write it like {module}-{like}")
        elif not _ITEM_ID.fullmatch(own):
            fault("is no id", "use at most 64 small letters, digits and hyphens")

    def check_refs(self, source: SourceFile, place: Place, refs: object, item: str = "") -> None:
        """Every reference of a list is one that the course has."""
        for n, ref in enumerate(refs if isinstance(refs, list | tuple) else ()):
            if isinstance(ref, str) and self.is_unknown(ref):
                source.fault((*place, n), f"'{ref}' is no reference", self.hint(ref), item=item, name="refs")

    def is_unknown(self, ref: str) -> bool:
        """Whether references.yml, as far as it can be read, has no such entry."""
        return self.reference_ids is not None and ref not in self.reference_ids

    def hint(self, ref: str) -> str:
        """The reference that may be meant."""
        return nearest(ref, self.reference_ids or (), "add it to references.yml")
