"""nbgrader's collecting of submissions, which follows no link and which no submission stops."""

from __future__ import annotations

import fnmatch
import os
import shutil
import stat
from pathlib import Path

from nbgrader.exchange.default import ExchangeCollect

from course.text import printable


class Collect(ExchangeCollect):  # type: ignore[misc]  # nbgrader has no types
    """Collects plain files and folders only, within nbgrader's bounds; names what it leaves out, and goes on.

    What lies in the exchange was put there by a learner, by `nbgrader submit` or by hand. nbgrader's own class copies
    it with the instructor's rights, targets of links too, and stops the whole class at the first folder too large.
    """

    def do_copy(self, src: str, dest: str, log: object = None) -> None:  # noqa: ARG002  (nbgrader's signature)
        """Copy one submission; where that fails, none of it stays."""
        try:
            self._copy(src, Path(dest))
        except (OSError, RecursionError) as fault:
            shutil.rmtree(dest, ignore_errors=True)
            who = printable(Path(dest).parent.name)
            self.log.error("%s: not collected (%s). Ask the learner to submit again.", who, fault)

    def _copy(self, source: str, target: Path) -> None:
        """Copy a folder's plain files and folders. Raises OSError, also where they are more than may be."""
        room = 1000 * self.coursedir.max_dir_size
        # Folders are held open while they are walked: nobody can put a link in the place of one meanwhile.
        for path, folders, files, folder in os.fwalk(source, follow_symlinks=False):
            below = target / os.path.relpath(path, source)
            below.mkdir(parents=True)
            if self.coursedir.groupshared:
                below.chmod(0o2770)
            folders[:] = [name for name in folders if self._is_wanted(name, path, folder)]
            for name in files:
                if self._is_wanted(name, path, folder):
                    room -= self._copy_file(name, folder, below / name, room)
        if not target.is_dir():
            raise OSError("it is no folder but a link")

    def _is_wanted(self, name: str, path: str, folder: int) -> bool:
        """Whether an entry is to be copied; says where it is not and its sender may miss it."""
        course = self.coursedir
        if any(fnmatch.fnmatch(name, pattern) for pattern in course.ignore):
            return False
        found = os.stat(name, dir_fd=folder, follow_symlinks=False)
        if stat.S_ISDIR(found.st_mode):
            return True
        why = ""
        if not stat.S_ISREG(found.st_mode):
            why = "it is no plain file"
        elif found.st_size > 1000 * course.max_file_size:
            why = "it is larger than CourseDirectory.max_file_size allows"
        if why:
            self.log.warning("%s left out: %s", printable(f"{path}/{name}", 300), why)
        return not why and any(fnmatch.fnmatch(name, pattern) for pattern in course.include)

    def _copy_file(self, name: str, folder: int, target: Path, room: int) -> int:
        """The size of a file that was copied. Raises OSError where it is more than there is room for."""
        handle = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=folder)
        copied = 0
        with os.fdopen(handle, "rb") as reading, target.open("xb") as writing:
            while part := reading.read(1 << 20):
                copied += len(part)
                if copied > room:
                    raise OSError("it is larger than CourseDirectory.max_dir_size allows")
                writing.write(part)
        target.chmod(0o664 if self.coursedir.groupshared else 0o644)
        return copied
