"""What is wrong with a piece of content: the place, the fault and the remedy, gathered before anyone is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import groupby
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault of one file.

    `line` counts from 1, 0 for the file as a whole; `item` and `field` are empty where none is meant.
    """

    path: Path
    line: int
    item: str
    field: str
    what: str
    remedy: str

    def __str__(self) -> str:
        place = ".".join(part for part in (self.item, self.field) if part)
        where = ", ".join(part for part in (f"line {self.line}" if self.line else "", place) if part)
        return f"{where or 'the file'}: {self.what}; {self.remedy}"


class ContentError(Exception):
    """Content that can't be built; carries every fault that was found, and its text lists them by file."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__(self.faults)

    def __str__(self) -> str:
        blocks = []
        for path, of_file in groupby(self.faults, key=lambda fault: fault.path):
            faults = list(of_file)
            count = "1 problem" if len(faults) == 1 else f"{len(faults)} problems"
            blocks.append("\n".join([f"{path}: {count}", *(f"  {fault}" for fault in faults)]))
        return "\n".join(blocks)


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint that names the nearest right word, or all of them where none is near."""
    known = sorted(known)
    close = get_close_matches(word, known, n=1, cutoff=0.6)
    return f"did you mean '{close[0]}'?" if close else f"choose one of {', '.join(known)}"
