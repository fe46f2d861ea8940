"""Where the course and its state lie, and which addresses the hub uses: known to start.py and to the hub."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HOST = "127.0.0.1"
LOCAL = Path(__file__).resolve().parent
ROOT = LOCAL.parent.parent
PROXY = ROOT / ".cache/proxy/node_modules/configurable-http-proxy/bin/configurable-http-proxy"  # put there by set-up


class StartError(Exception):
    """The course can't be started; the text says where, why and what to do."""


@dataclass(frozen=True, slots=True)
class Course:
    """A checkout of the course: what is shown to learners and what instructors grade with."""

    root: Path

    @property
    def lessons(self) -> Path:
        """The generated lesson notebooks."""
        return self.root / "notebooks"

    @property
    def shipped(self) -> Path:
        """Jupyter settings that tell the course's own code from other code."""
        return self.root / "shipped"

    @property
    def masters(self) -> Path:
        """The generated nbgrader masters, with keys."""
        return self.root / "source"

    @property
    def nbgrader_config(self) -> Path:
        """The course's own nbgrader settings."""
        return self.root / "nbgrader_config.py"

    def described(self) -> dict[str, Any]:
        """What content/course.yml says; at least `id` and `title`."""
        file = self.root / "content" / "course.yml"
        try:
            found = yaml.safe_load(file.read_text())
        except OSError as error:
            raise StartError(f"{file}: {error.strerror}; the course is named there") from error
        for key in ("id", "title"):
            if not isinstance(found, dict) or not isinstance(found.get(key), str):
                raise StartError(f"{file}: {key} is missing; write it as a line `{key}: ...`")
        return dict(found)


@dataclass(frozen=True, slots=True)
class State:
    """All that a hub keeps, below one folder; nobody else may look in."""

    folder: Path

    @property
    def lock(self) -> Path:
        """Held as long as a hub runs on this state."""
        return self.folder / "lock"

    @property
    def processes(self) -> Path:
        """The processes that run now, for the next start to clean up after a crash."""
        return self.folder / "processes.json"

    @property
    def address(self) -> Path:
        """Where the hub that runs now answers."""
        return self.folder / "address"

    @property
    def passwords(self) -> Path:
        """The accounts and their passwords."""
        return self.folder / "passwords"

    @property
    def homes(self) -> Path:
        """One folder for each account."""
        return self.folder / "homes"

    @property
    def exchange(self) -> Path:
        """The exchange of nbgrader: what is released, submitted and sent back."""
        return self.folder / "exchange"

    @property
    def given(self) -> Path:
        """What of the course's files was put where, to tell a changed file from an old one."""
        return self.folder / "given"

    @property
    def hub(self) -> Path:
        """The hub's own folder: its database and its secret."""
        return self.folder / "hub"

    @property
    def logs(self) -> Path:
        """What the hub and each account's server said."""
        return self.folder / "logs"

    def make(self) -> None:
        """Make what is missing, readable by its owner alone."""
        for folder in (self.folder, self.homes, self.exchange, self.given, self.hub, self.logs):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            # nbgrader opens the exchange to every account; the folder above keeps it shut to other users.
            if folder != self.exchange:
                folder.chmod(0o700)


@dataclass(frozen=True, slots=True)
class Ports:
    """The hub's three ports: the one people open, the hub behind it, the proxy's own."""

    public: int
    hub: int
    proxy: int


@dataclass(frozen=True, slots=True)
class Settings:
    """What the hub is told by the program that starts it, by way of the environment."""

    course: Course
    state: State
    course_id: str
    ports: Ports

    def to_environment(self) -> dict[str, str]:
        """The variables that carry the settings to the hub."""
        return {
            "COURSE_ROOT": str(self.course.root),
            "COURSE_STATE": str(self.state.folder),
            "COURSE_ID": self.course_id,
            "COURSE_PORTS": f"{self.ports.public} {self.ports.hub} {self.ports.proxy}",
        }

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """The settings that `to_environment` wrote."""
        return cls(
            course=Course(Path(environment["COURSE_ROOT"])),
            state=State(Path(environment["COURSE_STATE"])),
            course_id=environment["COURSE_ID"],
            ports=Ports(*(int(port) for port in environment["COURSE_PORTS"].split())),
        )
