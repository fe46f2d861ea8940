"""Signing in at the hub on one computer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jupyterhub.auth import Authenticator
from traitlets import Unicode

from deploy.local.accounts import NAMES, open_accounts


class CourseAuthenticator(Authenticator):  # type: ignore[misc]  # jupyterhub has no types
    """Lets each account in with its own password, and nobody else."""

    passwords = Unicode(help="The file that holds the accounts and their passwords.").tag(config=True)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.allowed_users = set(NAMES)
        self.accounts = open_accounts(Path(self.passwords))

    async def authenticate(self, handler: Any, data: dict[str, str]) -> str | None:  # noqa: ARG002 - jupyterhub's form
        """The name of the account whose name and password were given, or None."""
        name = data["username"]
        return name if self.accounts.admits(name, data["password"]) else None
