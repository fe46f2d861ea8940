"""Releases made from masters by nbgrader itself, in a scratch course with a gradebook of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path, PurePosixPath

Files = dict[PurePosixPath, bytes]


class GenerateError(RuntimeError):
    """nbgrader refused a master; the text holds what it said."""


def generate_releases(masters: Files) -> Files:
    """The files below `release/` for masters given below `source/`, as `nbgrader generate_assignment` makes them.

    Raises GenerateError. No gradebook but a scratch one is touched.
    """
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch)
        for path, data in masters.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
        _run_nbgrader(root)
        release = root / "release"
        return {
            PurePosixPath(path.relative_to(root)): path.read_bytes() for path in release.rglob("*") if path.is_file()
        }


def _run_nbgrader(root: Path) -> None:
    bin_folder = str(Path(sys.executable).parent)
    environment = {
        # nbgrader calls alembic by name; the person's own configuration must not change what learners get.
        "PATH": os.pathsep.join([bin_folder, os.environ.get("PATH", os.defpath)]),
        "HOME": str(root),
        "JUPYTER_NO_CONFIG": "1",
        "JUPYTER_CONFIG_DIR": str(root / "config"),
        "PYTHONDONTWRITEBYTECODE": "1",
        "TMPDIR": str(root),  # Jupyter leaves an empty configuration folder behind at every start
    }
    command = [
        sys.executable,
        "-m",
        "nbgrader",
        "generate_assignment",
        "--assignment",
        "*",
        "--course",
        "build",
    ]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise GenerateError(f"nbgrader could not make the releases:\n{done.stderr.strip() or done.stdout.strip()}")
