"""Files that grading leaves in the course folder."""

from __future__ import annotations

import os
from pathlib import Path


def put(folder: Path, name: str, data: bytes, mode: int) -> None:
    """Write a file so that it is there whole or not at all, in place of what had its name."""
    new = folder / f".{name}.new"
    new.unlink(missing_ok=True)
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        new.chmod(mode)
        new.replace(folder / name)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
