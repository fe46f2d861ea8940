"""What is generated: what it should be, what is there, and putting the one in place of the other."""

from __future__ import annotations

import hashlib
import json
import tempfile
from pathlib import Path, PurePosixPath

from course import bank
from course.build.capstone import capstone_files
from course.build.checks import check_files, final_files, retake_files
from course.build.claims import CLAIMS, claims_file
from course.build.course_file import course_files
from course.build.lessons import lesson_files
from course.build.releases import generate_releases
from course.build.shipped import SHIPPED, shipped_file
from course.outline import Course

GENERATED = ("notebooks", "source", "release", "shipped")
Files = dict[PurePosixPath, bytes]
_LEFT_ALONE = {".ipynb_checkpoints", "__pycache__"}  # Jupyter's own, ignored by git
_MEMORY = PurePosixPath(".cache/build.json")


def build(root: Path, course: Course | None = None) -> list[str]:
    """Bring what is generated below `root` up to date with `content/`; the paths written or removed.

    `course` is `content/` where the caller has read it already.
    Raises ContentError for bad content; nothing is changed then.
    """
    wanted = _from_content(course or bank.load(root / "content"))
    wanted |= _releases(root, wanted)
    wanted[SHIPPED] = shipped_file(wanted)
    changed = _place(root, wanted)
    _remember(root, wanted)
    return changed


def drift(root: Path) -> list[str]:
    """What differs between the generated folders and what `content/` makes, one line each; nothing is written."""
    wanted = _from_content(bank.load(root / "content"))
    wanted |= generate_releases(_part(wanted, "source"))
    wanted[SHIPPED] = shipped_file(wanted)
    found = _present(root)
    lines = [f"{path}: missing" for path in wanted.keys() - found.keys()]
    lines += [f"{path}: not made from content/" for path in found.keys() - wanted.keys()]
    lines += [f"{path}: differs" for path in wanted.keys() & found.keys() if wanted[path] != found[path]]
    return sorted(lines)


def _from_content(course: Course) -> Files:
    files: Files = {PurePosixPath("notebooks", path): data for path, data in course_files(course).items()}
    for module in course.modules:
        files |= {PurePosixPath("notebooks", path): data for path, data in lesson_files(course, module).items()}
        masters = check_files(course, module) | retake_files(course, module)
        files |= {PurePosixPath("source", path): data for path, data in masters.items()}
    if course.capstone:
        files |= {
            PurePosixPath("notebooks", path): data for path, data in capstone_files(course, course.capstone).items()
        }
        final = final_files(course, course.capstone)
        files |= {PurePosixPath("source", path): data for path, data in final.items()}
    claims = claims_file(course)
    return files | {CLAIMS: claims} if claims else files


def _releases(root: Path, wanted: Files) -> Files:
    """The release of every check; from the tree where neither its master nor the release has changed."""
    source = _part(wanted, "source")
    found = _part(_present(root), "release")
    kept: Files = {}
    stale: Files = {}
    for check in sorted({path.parts[1] for path in source}):
        master = {path: data for path, data in source.items() if path.parts[1] == check}
        release = {path: data for path, data in found.items() if path.parts[1] == check}
        if release and _recall(root).get(check) == [_digest(master), _digest(release)]:
            kept |= release
        else:
            stale |= master
    return kept | (generate_releases(stale) if stale else {})


def _place(root: Path, wanted: Files) -> list[str]:
    """Write what differs, remove what nothing makes any more."""
    found = _present(root)
    changed = [path for path, data in wanted.items() if found.get(path) != data]
    for path in changed:
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".", delete=False) as scratch:
            scratch.write(wanted[path])
        Path(scratch.name).chmod(0o644)
        Path(scratch.name).replace(target)
    stale = found.keys() - wanted.keys()
    for path in stale:
        (root / path).unlink()
        _prune(root / path.parent, root)
    return sorted(str(path) for path in (*changed, *stale))


def _prune(folder: Path, root: Path) -> None:
    while folder != root and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _present(root: Path) -> Files:
    files: Files = {}
    for top in GENERATED:
        for path in sorted((root / top).rglob("*")):
            relative = path.relative_to(root)
            if path.is_file() and not _LEFT_ALONE & set(relative.parts):
                files[PurePosixPath(relative)] = path.read_bytes()
    if (root / CLAIMS).is_file():
        files[CLAIMS] = (root / CLAIMS).read_bytes()
    return files


def _part(files: Files, top: str) -> Files:
    return {path: data for path, data in files.items() if path.parts[0] == top}


def _digest(files: Files) -> str:
    """One hash over names and bytes."""
    total = hashlib.sha256()
    for path in sorted(files):
        total.update(f"{path}\0{len(files[path])}\0".encode())
        total.update(files[path])
    return total.hexdigest()


def _recall(root: Path) -> dict[str, list[str]]:
    """Of each check, the digests of its master and of the release made from it; empty on a fresh clone."""
    try:
        memory = json.loads((root / _MEMORY).read_bytes())
    except (OSError, ValueError):
        return {}
    return memory if isinstance(memory, dict) else {}


def _remember(root: Path, files: Files) -> None:
    memory = {}
    for check in sorted({path.parts[1] for path in _part(files, "source")}):
        sides = [{path: data for path, data in _part(files, top).items() if path.parts[1] == check}
                 for top in ("source", "release")]  # fmt: skip
        memory[check] = [_digest(side) for side in sides]
    target = root / _MEMORY
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(memory, indent=1, sort_keys=True) + "\n", encoding="utf-8")
