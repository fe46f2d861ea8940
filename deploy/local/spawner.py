"""Starting an account's own Jupyter server, as a process beside the hub."""

from __future__ import annotations

import subprocess
from typing import Any

from jupyterhub.spawner import SimpleLocalProcessSpawner

from deploy.local.homes import environment_of, give_lessons
from deploy.local.settings import Settings


class CourseSpawner(SimpleLocalProcessSpawner):  # type: ignore[misc]  # jupyterhub has no types
    """An account's server: one process, under the user who started the course, in the account's own home."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.settings = Settings.from_environment()

    def load_state(self, state: dict[str, Any]) -> None:
        """Forget the process id that an earlier hub noted: by now it may be any process of this computer."""
        super().load_state({key: value for key, value in state.items() if key != "pid"})

    def get_env(self) -> dict[str, str]:
        """What the hub tells the server, and what the account's role needs."""
        return {**super().get_env(), **environment_of(self.settings, self.user.name)}

    async def start(self) -> tuple[str, int]:
        """Give the account the newest lessons and start its server; the address it answers at."""
        for kept in give_lessons(self.settings, self.user.name):
            self.log.info("%s had changed a lesson; kept as %s", self.user.name, kept)
        log = self.settings.state.logs / f"{self.user.name}.log"
        with log.open("ab") as out:
            self.popen_kwargs = {"stdin": subprocess.DEVNULL, "stdout": out, "stderr": subprocess.STDOUT}
            address: tuple[str, int] = await super().start()
        return address
