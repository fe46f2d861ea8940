from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from deploy.local.accounts import INSTRUCTOR, LEARNERS, NAMES, Accounts, new_password, open_accounts


def test_each_account_gets_a_password_of_its_own(tmp_path: Path) -> None:
    passwords = open_accounts(tmp_path / "passwords").passwords
    assert set(passwords) == {INSTRUCTOR, *LEARNERS}
    assert len(set(passwords.values())) == len(NAMES)


def test_passwords_are_short_enough_to_copy_and_spell_no_word() -> None:
    assert re.fullmatch(r"([b-df-hjkmnp-tv-xz]{4}-){2}[b-df-hjkmnp-tv-xz]{4}", new_password())


def test_passwords_stay_the_same_at_the_next_start(tmp_path: Path) -> None:
    first = open_accounts(tmp_path / "passwords")
    assert open_accounts(tmp_path / "passwords").passwords == first.passwords


def test_passwords_are_for_their_owner_alone_even_when_the_file_was_opened_up(tmp_path: Path) -> None:
    file = tmp_path / "passwords"
    old = os.umask(0)
    try:
        open_accounts(file)
        assert file.stat().st_mode & 0o777 == 0o600
        file.chmod(0o644)
        open_accounts(file)
    finally:
        os.umask(old)
    assert file.stat().st_mode & 0o777 == 0o600


def test_an_account_that_was_deleted_from_the_file_gets_a_new_password(tmp_path: Path) -> None:
    file = tmp_path / "passwords"
    first = open_accounts(file)
    file.write_text("".join(f"{name} {word}\n" for name, word in first.passwords.items() if name != "learner2"))
    again = open_accounts(file).passwords
    assert again["learner1"] == first.passwords["learner1"]
    assert again["learner2"] != first.passwords["learner2"]


@pytest.mark.parametrize("name", [INSTRUCTOR, "learner2", "root", ""])
def test_a_learners_password_opens_no_other_account(name: str) -> None:
    accounts = Accounts({each: f"word-of-{each}" for each in NAMES})
    assert accounts.admits("learner1", "word-of-learner1")
    assert not accounts.admits(name, "word-of-learner1")


@pytest.mark.parametrize("password", ["", " ", "word-of-learner", "WORD-OF-LEARNER1", "w\u00f6rd"])
def test_a_wrong_password_opens_nothing(password: str) -> None:
    accounts = Accounts({each: f"word-of-{each}" for each in NAMES})
    assert not accounts.admits("learner1", password)


def test_a_space_copied_along_does_no_harm() -> None:
    assert Accounts({"learner1": "word"}).admits("learner1", " word\n")


def test_passwords_do_not_show_in_a_traceback() -> None:
    assert "word" not in repr(Accounts({"learner1": "word"}))
