"""To whom the instructor has opened a check's retake: a file in the course folder, which nobody else reads."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from course.grading.errors import GradingError
from course.grading.kept_files import put
from course.retakes import filled

FOLDER = "retakes"
_VERSION = 1


class OpeningsError(GradingError):
    """The file can't be read; the text names it, the fault and the remedy."""


class Openings(NamedTuple):
    """The learners who may take the retake of a check."""

    check: str
    learners: Mapping[str, str] = {}  # by name: the tag, empty where the submission has no secret to make one from
    is_closed: bool = False  # nobody takes it any more, and right answers may be told
    filler: str = ""  # secret from which tags that mean nobody are made

    @classmethod
    def read(cls, course: Any, check: str) -> Openings:
        """What was opened in nbgrader's course folder; empty where nothing was. Raises OpeningsError."""
        path = _folder(course) / f"{check}.json"
        try:
            values = json.loads(path.read_bytes())
            if values["version"] != _VERSION:
                raise ValueError(f"version {values['version']} is not {_VERSION}")
            return cls(check, dict(values["learners"]), bool(values["closed"]), str(values["filler"]))
        except FileNotFoundError:
            return cls(check)
        except (OSError, ValueError, LookupError, TypeError) as fault:
            raise OpeningsError(
                f"{path} can't be read ({type(fault).__name__}: {fault}). It says to whom the retake is open: "
                "put back a copy, or remove it and run `course retake` again."
            ) from fault

    @property
    def is_open(self) -> bool:
        """Whether anybody may take the retake now."""
        return bool(self.learners) and not self.is_closed

    def tags(self) -> list[str]:
        """What the release tells of them."""
        return filled({one for one in self.learners.values() if one}, self.filler) if self.is_open else []

    def keep(self, course: Any) -> None:
        """Write the file, whole or not at all; it names people, so others can't read it."""
        folder = _folder(course)
        folder.mkdir(exist_ok=True, mode=0o770 if course.groupshared else 0o700)
        values = {
            "version": _VERSION,
            "check": self.check,
            "closed": self.is_closed,
            "filler": self.filler or secrets.token_hex(32),
            "learners": dict(self.learners),
        }
        data = json.dumps(values, ensure_ascii=False, indent=1).encode()
        put(folder, f"{self.check}.json", data, 0o660 if course.groupshared else 0o600)


def _folder(course: Any) -> Path:
    return Path(course.root) / FOLDER
