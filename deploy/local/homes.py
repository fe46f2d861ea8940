"""What each account has: its home, its role, and the environment its server runs in."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from deploy.local.accounts import INSTRUCTOR, NAMES
from deploy.local.course_files import bring_up_to_date
from deploy.local.settings import LOCAL, Settings, State

# Of the environment of whoever starts the course, this much reaches the accounts' servers.
PASSED_ON = ("LANG", "LC_ALL", "TZ")


def home_of(state: State, name: str) -> Path:
    """The account's home."""
    return state.homes / name


def role_of(name: str) -> str:
    """The folder of settings that goes with the account: instructor or learner."""
    return "instructor" if name == INSTRUCTOR else "learner"


def make_homes(state: State) -> None:
    """A home for each account, shut to everybody else."""
    for name in NAMES:
        home = home_of(state, name)
        home.mkdir(mode=0o700, exist_ok=True)
        home.chmod(0o700)


def environment_of(settings: Settings, name: str) -> dict[str, str]:
    """The environment of the account's server and of what runs in it."""
    passed_on = {key: os.environ[key] for key in PASSED_ON if key in os.environ}
    return {
        "LANG": "C.UTF-8",
        **passed_on,
        "HOME": str(home_of(settings.state, name)),
        "USER": name,
        "SHELL": "/bin/sh",
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), "/usr/local/bin", "/usr/bin", "/bin"]),
        # Left before right: the role's settings count more than everyone's.
        "JUPYTER_CONFIG_PATH": os.pathsep.join(
            str(folder) for folder in (LOCAL / role_of(name), LOCAL / "everyone", settings.course.shipped)
        ),
        # A kernel starts in its notebook's folder: a file there that is named like a module must not be taken for it.
        "PYTHONSAFEPATH": "1",
        "JUPYTERHUB_USER": name,
        "COURSE_ID": settings.course_id,
        "COURSE_EXCHANGE": str(settings.state.exchange),
    }


def course_folder(settings: Settings) -> Path:
    """The course folder of nbgrader, in the instructor's home."""
    return home_of(settings.state, INSTRUCTOR) / settings.course_id


def give_lessons(settings: Settings, name: str) -> list[Path]:
    """Bring `lessons/` in the account's home up to date; the changed lessons that were kept beside the new ones."""
    return bring_up_to_date(
        settings.course.lessons,
        home_of(settings.state, name) / "lessons",
        settings.state.given / f"lessons-{name}.json",
    )
