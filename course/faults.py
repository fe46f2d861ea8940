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
            blocks.append("\n".join([f"{path}: {counted(len(faults), 'problem')}", *(f"  {one}" for one in faults)]))
        return "\n".join(blocks)


def nearest(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """A hint that names the nearest right word; where none is near, `otherwise` or all of them."""
    known = sorted(known)
    close = get_close_matches(word, known, n=1, cutoff=0.6)
    return f"did you mean '{close[0]}'?" if close else otherwise or f"choose one of {', '.join(known)}"


def counted(number: int, noun: str) -> str:
    """A number with its noun: `1 slot`, `3 slots`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
