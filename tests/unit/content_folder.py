"""A content folder that a test may spoil."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from course.bank import load
from course.faults import ContentError

from .builders import SAMPLE

# libyaml where it is there: many tests read and write a whole file.
_LOADER, _DUMPER = getattr(yaml, "CSafeLoader", yaml.SafeLoader), getattr(yaml, "CSafeDumper", yaml.SafeDumper)

MODULE = "modules/01-tea"
CHECK, PRACTICE, LESSON = f"{MODULE}/check.yml", f"{MODULE}/practice.yml", f"{MODULE}/lesson.md"
SETTINGS, STORY = f"{MODULE}/module.yml", f"{MODULE}/roleplay.yml"
CAPSTONE, EXAM, FINAL = "capstone/capstone.yml", "capstone/practice.yml", "capstone/final.yml"


@dataclass(frozen=True)
class ContentFolder:
    """The sample course in a folder of its own."""

    path: Path

    @classmethod
    def copied(cls, path: Path) -> ContentFolder:
        shutil.copytree(SAMPLE, path)
        return cls(path)

    def add_capstone(self) -> None:
        """Close the course with a practice exam and a final assessment, which ask about a second domain too."""
        shutil.copytree(SAMPLE.parent / "capstone", self.path / "capstone")
        self.replace("course.yml", "    name: Brewing\n", "    name: Brewing\n  - {id: serving, name: Serving}\n")

    def write(self, file: str, data: str | bytes) -> None:
        (self.path / file).write_bytes(data if isinstance(data, bytes) else data.encode())

    def replace(self, file: str, old: str, new: str) -> None:
        """Replace the first `old` of a file."""
        text = (self.path / file).read_text(encoding="utf-8")
        assert old in text, f"{file} has no {old!r}"
        self.write(file, text.replace(old, new, 1))

    def change(self, file: str, act: Callable[[Any], object]) -> None:
        """Change the data of a YAML file; lines of what is not changed stay where they are."""
        data = yaml.load((self.path / file).read_bytes(), _LOADER)  # noqa: S506  (one of the two safe ones)
        act(data)
        self.write(file, yaml.dump(data, Dumper=_DUMPER, sort_keys=False, allow_unicode=True))

    def change_item(self, item: str, act: Callable[[dict[str, Any]], object]) -> None:
        own, others = (FINAL, EXAM) if item.startswith("cap-") else (CHECK, PRACTICE)
        file = own if "-k" in item else others
        self.change(file, lambda data: act(next(one for one in data["items"] if one["id"] == item)))

    def told(self) -> str:
        """What the author is told about this content."""
        with pytest.raises(ContentError) as error:
            load(self.path)
        return str(error.value)
