"""What stands beside a released check: until when it is due, and for whom a retake is open, told to them alone.

nbgrader releases to the whole course, and a classmate can read all that is released. So learners are meant by tags: a
hash of the secret that `nbgrader submit` made for their submission of the check, which nobody holds but they and the
instructor. A hash of a user name, salted or not, could be found out by trying the names of the class.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any, NamedTuple

RELEASE_FILE = "release.json"
VERSION = 1
_A_FEW = 32  # the list of tags is filled up to a multiple of this, so that its length tells nobody how many are meant


class Release(NamedTuple):
    """What the file says; nothing where there is none."""

    due: str = ""  # UTC, as 2026-11-21T10:32:05Z
    tags: frozenset[str] = frozenset()

    def is_open_to(self, check: str, secrets: Iterable[str]) -> bool:
        """Whether a retake is open to who holds one of these secrets."""
        return any(tag(check, secret) in self.tags for secret in secrets)


def tag(check: str, secret: str) -> str:
    """What stands for a learner in the release of a check's retake."""
    return hashlib.sha256(f"retake\x1f{check}\x1f{secret}".encode()).hexdigest()


def filled(tags: Collection[str], filler: str) -> list[str]:
    """The tags among others that mean nobody, in an order that tells nothing.

    What is filled in follows from `filler`, a secret, so that it stays as it is when the file is made again.
    """
    wanted = max(1, -(-len(tags) // _A_FEW)) * _A_FEW
    others = (hashlib.sha256(f"{filler}\x1f{n}".encode()).hexdigest() for n in range(wanted - len(tags)))
    return sorted({*tags, *others})


def as_bytes(due: str, tags: Collection[str]) -> bytes:
    """The file."""
    return json.dumps({"version": VERSION, "due": due, "open_to": sorted(tags)}, indent=1).encode()


def read(path: Path) -> Release:
    """What the file says; nothing where it is missing or can't be read."""
    try:
        values: Any = json.loads(path.read_bytes())
        if values["version"] == VERSION:
            return Release(str(values["due"]), frozenset(map(str, values["open_to"])))
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        pass
    return Release()
