from __future__ import annotations

from pathlib import Path

import pytest

from deploy import chromium


def program(folder: Path, name: str, script: str) -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)
    return file


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A computer without any Chromium; the folder is its PATH."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "of_playwright", lambda: None)
    return tmp_path / "bin"


def test_the_program_named_in_chromium_comes_first(bare: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program(bare, "chromium", "echo Chromium 1")
    named = program(tmp_path / "elsewhere", "my-browser", "echo Chromium 2")
    monkeypatch.setenv("CHROMIUM", str(named))
    assert chromium.find() == named


def test_a_stub_that_does_not_run_is_passed_over(bare: Path) -> None:
    program(bare, "chromium-browser", "echo please install the real one >&2; exit 1")
    real = program(bare, "google-chrome", "echo Chrome 1")
    assert chromium.find() == real


def test_a_wrong_name_in_chromium_is_said(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "no-such-browser")
    with pytest.raises(chromium.NoChromiumError, match="no-such-browser"):
        chromium.find()


def test_without_any_chromium_the_message_names_what_to_install(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chromium, "attempt", lambda command, _within: f"`{command[2]}` failed")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(chromium.NoChromiumError, match="apt-get install chromium"):
        chromium.ensure()
