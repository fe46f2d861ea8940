"""Putting the course's files into the accounts' homes, without ever losing what somebody wrote there."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

Digest = Callable[[Path], str]
PASSED_OVER = {".ipynb_checkpoints", "__pycache__"}


def digest_of_bytes(file: Path) -> str:
    """The digest of a file as it is."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def digest_of_writing(file: Path) -> str:
    """The digest of what somebody wrote in a notebook: running it, which changes the outputs, counts for nothing."""
    if file.suffix == ".ipynb":
        try:
            cells = json.loads(file.read_text())["cells"]
            written = [[cell["cell_type"], "".join(cell["source"]), cell.get("attachments", {})] for cell in cells]
            return hashlib.sha256(json.dumps(written, sort_keys=True).encode()).hexdigest()
        except (ValueError, KeyError, TypeError):
            pass  # no notebook any more; its bytes tell whether it changed
    return digest_of_bytes(file)


def files_below(folder: Path) -> list[Path]:
    """The files in a folder and below, as paths relative to it, in order."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in found if not PASSED_OVER.intersection(path.parts))


def beside(file: Path) -> Path:
    """A free name for a changed file, beside the new one: `lesson (my copy, 2026-11-21).ipynb`."""
    today = datetime.now(tz=UTC).astimezone().date().isoformat()
    name = file.with_name(f"{file.stem} (my copy, {today}){file.suffix}")
    number = 2
    while name.exists():
        name = file.with_name(f"{file.stem} (my copy, {today}, {number}){file.suffix}")
        number += 1
    return name


def bring_up_to_date(
    course: Path,
    home: Path,
    record: Path,
    *,
    keep: Callable[[Path], Path] = beside,
    digest: Digest = digest_of_writing,
) -> list[Path]:
    """Make the files of `course` stand in `home` too; the names of those that were changed there and were kept.

    `record` remembers what was put there last. A file that nobody changed since is replaced when the course has
    a newer one, and removed when the course has dropped it. One that somebody changed is first moved to
    `keep(file)`, and only when the course has a newer one. Files the course never put there are not touched.
    """
    given = _read(record)
    kept: list[Path] = []
    now: dict[str, str] = {}
    wanted = files_below(course) if course.is_dir() else []
    _make_folder(home, keep)
    for name in wanted:
        source, target = course / name, home / name
        newest, last = digest(source), given.get(str(name))
        now[str(name)] = newest
        if target.is_symlink() or (target.exists() and not target.is_file()):
            target.rename(keep(target))
        if target.exists():
            there = digest(target)
            if there == newest or (last == newest and there != last):
                continue
            if there != last:
                kept.append(_move(target, keep(target)))
        _make_folder(target.parent, keep)
        _copy(source, target)
    for dropped in sorted(set(given) - set(now)):
        target = home / dropped
        if target.is_file() and not target.is_symlink() and digest(target) == given[dropped]:
            target.unlink()
    if now != given:
        _write(record, now)
    return kept


def _make_folder(folder: Path, keep: Callable[[Path], Path]) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        folder.rename(keep(folder))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def _move(file: Path, kept: Path) -> Path:
    kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file.rename(kept)
    return kept


def _copy(source: Path, target: Path) -> None:
    # In one step: who opens the file at this moment sees the old one or the new one, whole.
    draft = target.with_name(f".{target.name}.new")
    shutil.copyfile(source, draft)
    draft.chmod(0o600)
    draft.replace(target)


def _read(record: Path) -> dict[str, str]:
    try:
        found = json.loads(record.read_text())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(record: Path, given: dict[str, str]) -> None:
    draft = record.with_name(record.name + ".new")
    draft.write_text(json.dumps(given, indent=1) + "\n")
    draft.replace(record)
