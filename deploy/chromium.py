"""Finds a Chromium for the browser tests, and installs one when there is none.

    .venv/bin/python deploy/chromium.py      prints the path of the program

In this order: the program named by $CHROMIUM; one on PATH; the one Playwright keeps for itself; a download by
Playwright; Debian's package, when run as root.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Playwright brings a node that needs a library which a bare Debian lacks (libatomic); the environment's own does not.
NODE = Path(sys.executable).with_name("node")
if NODE.exists():
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(NODE))
DOWNLOAD_WITHIN = 240.0  # seconds; on a closed network a download may hang instead of failing
INSTALL_WITHIN = 900.0


class NoChromiumError(Exception):
    """There is no Chromium and none could be installed; the text says what to install."""


def runs(program: Path) -> bool:
    """Whether this program starts: a stub that only tells how to install it, or one that lacks libraries, does not."""
    try:
        answer = subprocess.run([program, "--version"], check=False, capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def candidates() -> Iterator[Path]:
    """The places to look at, the most wanted first."""
    named = os.environ.get("CHROMIUM")
    if named:
        found = shutil.which(named)
        if found is None:
            raise NoChromiumError(f"CHROMIUM={named}: there is no such program; name another or unset it")
        yield Path(found)
    for name in NAMES:
        found = shutil.which(name)
        if found:
            yield Path(found)
    own = of_playwright()
    if own and own.exists():
        yield own


def of_playwright() -> Path | None:
    """Where Playwright keeps its own Chromium, or would."""
    ask = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    answer = subprocess.run([sys.executable, "-c", ask], check=False, capture_output=True, text=True, timeout=60)
    return Path(answer.stdout.strip()) if answer.returncode == 0 and answer.stdout.strip() else None


def find() -> Path | None:
    """A Chromium that runs, or None."""
    return next((program for program in candidates() if runs(program)), None)


def attempt(command: list[str], within: float) -> str:
    """Run an installer, its output on the terminal; what went wrong, or nothing."""
    print(f"No Chromium yet: {' '.join(command)}", file=sys.stderr, flush=True)
    env = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    try:
        code = subprocess.run(command, check=False, stdout=sys.stderr, timeout=within, env=env).returncode
    except subprocess.TimeoutExpired:
        return f"`{' '.join(command)}` did not end within {within:.0f} s"
    return "" if code == 0 else f"`{' '.join(command)}` failed"


def ensure() -> Path:
    """A Chromium that runs, installed if need be."""
    found = find()
    if found:
        return found
    problems = [attempt([sys.executable, "-m", "playwright", "install", "chromium"], DOWNLOAD_WITHIN)]
    found = find()
    if not found and os.geteuid() == 0 and shutil.which("apt-get"):
        # The fonts: a page without any shows boxes instead of letters.
        install = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core"]
        problems += [attempt(["apt-get", "update", "-qq"], INSTALL_WITHIN), attempt(install, INSTALL_WITHIN)]
        found = find()
    if not found:
        raise NoChromiumError(
            "The browser tests need Chromium, and none was found or could be installed"
            f" ({'; '.join(problem for problem in problems if problem) or 'what was installed does not run'}).\n"
            "On Debian and Ubuntu: apt-get install chromium (as root). Elsewhere install Chromium or Chrome,"
            " or name the program in CHROMIUM."
        )
    return found


if __name__ == "__main__":
    try:
        print(ensure())
    except NoChromiumError as error:
        sys.exit(str(error))
