"""The four accounts of a hub on one computer, and their passwords."""

from __future__ import annotations

import hmac
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

INSTRUCTOR = "instructor"
LEARNERS = ("learner1", "learner2", "learner3")
NAMES = (INSTRUCTOR, *LEARNERS)

# No vowels, so that no password spells a word; no l, which looks like 1. 12 of 19 letters: about 51 bits.
LETTERS = "bcdfghjkmnpqrstvwxz"


@dataclass(frozen=True, slots=True)
class Accounts:
    """The passwords by account name. Only the accounts in NAMES exist."""

    passwords: dict[str, str] = field(repr=False)

    def admits(self, name: str, password: str) -> bool:
        """Whether this password opens this account."""
        # An unknown name is compared too, so that the time taken does not tell which names exist.
        expected = self.passwords.get(name) or new_password()
        same = hmac.compare_digest(expected.encode(), password.strip().encode())
        return same and name in self.passwords


def new_password() -> str:
    """Twelve random letters in three groups: bcdf-ghjk-mnpq."""
    groups = ("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))
    return "-".join(groups)


def open_accounts(file: Path) -> Accounts:
    """The accounts as kept in the file; those without a password get one, and the file is for its owner alone."""
    kept: dict[str, str] = {}
    if file.exists():
        lines = (line.split() for line in file.read_text().splitlines())
        kept = {words[0]: words[1] for words in lines if len(words) == 2}
    passwords = {name: kept.get(name) or new_password() for name in NAMES}
    # Replaced in one step, and never readable to others, not even for a moment.
    draft = file.with_name(file.name + ".new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        out.writelines(f"{name} {password}\n" for name, password in passwords.items())
    draft.replace(file)
    return Accounts(passwords)
