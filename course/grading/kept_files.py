"""Files that grading leaves in the course folder."""

from __future__ import annotations

import os
from pathlib import Path


def draft(folder: Path, name: str, data: bytes, mode: int) -> None:
    """Write what is to become a file, whole, without touching what has its name."""
    new = _draft_of(folder, name)
    new.unlink(missing_ok=True)
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        new.chmod(mode)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def publish(folder: Path, name: str) -> None:
    """Put a draft in place of what has its name, in one step."""
    _draft_of(folder, name).replace(folder / name)


def put(folder: Path, name: str, data: bytes, mode: int) -> None:
    """Write a file so that it is there whole or not at all, in place of what had its name."""
    draft(folder, name, data, mode)
    publish(folder, name)


def _draft_of(folder: Path, name: str) -> Path:
    return folder / f".{name}.new"
