from __future__ import annotations

import fcntl
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from deploy import setup_environment as setup
from deploy.local.settings import ROOT


@pytest.fixture
def place(tmp_path: Path) -> setup.Checkout:
    """A checkout with nothing set up yet."""
    (tmp_path / "pyproject.toml").write_text('requires-python = ">=3.11,<3.14"\n')
    (tmp_path / "requirements.lock").write_text("one==1 \\\n    --hash=sha256:0\ntwo==2 \\\n    --hash=sha256:0\n")
    (tmp_path / "requirements-dev.lock").write_text("one==1 \\\n    --hash=sha256:0\n")
    (tmp_path / ".cache").mkdir()
    return setup.Checkout(tmp_path)


def python(folder: Path, name: str, version: str) -> Path:
    """A program that says it is a Python of that version."""
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_text(f"#!/bin/sh\necho {version.replace('.', ' ')}\n")
    file.chmod(0o755)
    return file


def stamp(place: setup.Checkout) -> dict[str, str]:
    """A finished environment, and what its stamp says."""
    version = "3.11.2"
    (place.venv / "bin").mkdir(parents=True)
    python(place.venv / "bin", "python", version)
    stamp = {
        "place": str(place.venv), "python": version, "dev": "",
        "requirements": setup.digest(place.lock), "project": setup.digest(place.pyproject),
    }  # fmt: skip
    setup.write_stamp(place, stamp)
    return stamp


@pytest.fixture
def on_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder of programs there is; the Python that runs set-up is too old."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(sys, "_base_executable", str(python(tmp_path / "old", "python3", "3.9.2")))
    return folder


def test_the_newest_fitting_python_is_taken_when_the_usual_one_is_too_old(place: setup.Checkout, on_path: Path) -> None:
    python(on_path, "python3", "3.9.2")
    python(on_path, "python3.11", "3.11.4")
    wanted = python(on_path, "python3.12", "3.12.1")
    assert setup.suitable_python(place.pyproject) == (str(wanted), (3, 12, 1))


def test_a_python_that_is_too_new_is_not_taken(place: setup.Checkout, on_path: Path) -> None:
    python(on_path, "python3", "3.14.0")
    wanted = python(on_path, "python3.13", "3.13.1")
    assert setup.suitable_python(place.pyproject)[0] == str(wanted)


def test_a_shim_without_a_python_behind_it_is_passed_over(place: setup.Checkout, on_path: Path) -> None:
    python(on_path, "python3", "3.9.2")
    shim = on_path / "python3.13"
    shim.write_text("#!/bin/sh\necho python3.13: command not found >&2\nexit 127\n")
    shim.chmod(0o755)
    wanted = python(on_path, "python3.11", "3.11.2")
    assert setup.suitable_python(place.pyproject)[0] == str(wanted)


def test_without_a_fitting_python_the_message_says_what_there_is_and_what_is_wanted(
    place: setup.Checkout, on_path: Path
) -> None:
    python(on_path, "python3", "3.9.2")
    with pytest.raises(setup.SetupError, match=r"(?s)Python 3\.11 up to 3\.13.*is 3\.9\.2.*Install one"):
        setup.suitable_python(place.pyproject)


def test_a_finished_environment_is_left_alone(place: setup.Checkout, capsys: pytest.CaptureFixture[str]) -> None:
    stamp(place)
    setup.make_environment(place, dev=False)
    assert capsys.readouterr().out == ""


def test_a_half_made_environment_counts_as_none(place: setup.Checkout) -> None:
    stamp(place)
    (place.venv / setup.STAMP).unlink()
    assert setup.read_stamp(place) == {}


def test_an_environment_moved_to_another_folder_counts_as_none(place: setup.Checkout) -> None:
    setup.write_stamp(place, {**stamp(place), "place": "/somewhere/else/.venv"})
    assert setup.read_stamp(place) == {}


def test_an_environment_whose_python_is_gone_counts_as_none(place: setup.Checkout) -> None:
    stamp(place)
    place.python.unlink()
    assert setup.read_stamp(place) == {}


def test_a_torn_stamp_counts_as_none(place: setup.Checkout) -> None:
    stamp(place)
    (place.venv / setup.STAMP).write_text('{"place"')
    assert setup.read_stamp(place) == {}


def test_a_changed_lock_is_noticed(place: setup.Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    stamp(place)
    place.lock.write_text("three==3\n")
    steps: list[str] = []
    monkeypatch.setattr(setup, "suitable_python", lambda _pyproject: ("python3", (3, 11, 2)))
    monkeypatch.setattr(setup, "make_venv", lambda *_: steps.append("new"))
    monkeypatch.setattr(setup, "install_packages", lambda *_: steps.append("packages"))
    monkeypatch.setattr(setup, "install_course", lambda *_: steps.append("course"))
    monkeypatch.setattr(setup, "link_node", lambda *_: None)
    setup.make_environment(place, dev=False)
    assert steps == ["new", "packages", "course"]
    assert json.loads((place.venv / setup.STAMP).read_text())["requirements"] == setup.digest(place.lock)


def test_an_environment_in_use_is_not_changed(place: setup.Checkout) -> None:
    (place.root / ".course").mkdir()
    with (place.root / ".course" / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(setup.SetupError, match="Stop it"):
            setup.make_environment(place, dev=False)


def program(folder: Path, name: str, lines: str) -> None:
    """A program of that name which does what the lines of shell say."""
    file = folder / name
    file.write_text(f"#!/bin/sh\n{lines}\n")
    file.chmod(0o755)


@pytest.fixture
def debian(on_path: Path) -> Path:
    """A system with apt-get and dpkg-deb, whose package of pip holds a wheel."""
    for tool in ("mkdir", "touch"):
        (on_path / tool).symlink_to(shutil.which(tool, path="/usr/bin:/bin") or "")
    program(on_path, "apt-get", 'case "$*" in *"download python3-pip-whl") touch python3-pip-whl_23_all.deb;; esac')
    wheels = "usr/share/python-wheels"
    program(on_path, "dpkg-deb", f"mkdir -p {wheels} && touch {wheels}/pip-23.0.1-py3-none-any.whl")
    return on_path


@pytest.mark.usefixtures("debian")
def test_pip_comes_from_debian_s_package_when_python_has_none(place: setup.Checkout) -> None:
    wheel = setup.fetch_pip("python3", place)
    assert wheel.name == "pip-23.0.1-py3-none-any.whl"
    assert wheel.is_relative_to(place.cache)


@pytest.mark.usefixtures("on_path")
def test_without_pip_and_without_apt_the_message_says_what_to_install(place: setup.Checkout) -> None:
    with pytest.raises(setup.SetupError, match="neither ensurepip nor pip"):
        setup.fetch_pip("python3", place)


def test_without_pip_in_debian_s_package_the_message_names_another(place: setup.Checkout, debian: Path) -> None:
    program(debian, "dpkg-deb", "true")
    with pytest.raises(setup.SetupError, match="apt-get install python3-venv"):
        setup.fetch_pip("python3", place)


def test_progress_names_the_package_and_counts(place: setup.Checkout) -> None:
    packages = setup.Packages(place, place.lock)
    packages.describe("Collecting one==1\n", True)
    packages.describe("Collecting one==1\n", False)
    assert packages.describe("Processing /wheels/two-2-py3-none-any.whl\n", True) == "fetching: 2 of about 2 two"


def test_a_failing_step_shows_its_last_words_and_where_the_rest_is(place: setup.Checkout) -> None:
    stage = setup.Stage("Packages")
    with pytest.raises(setup.SetupError, match=r"(?s)Packages failed.*no such host.*\.cache/setup\.log"):
        setup.run(["sh", "-c", "echo no such host; exit 1"], place, stage)


def test_an_unclear_range_of_pythons_is_said(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('requires-python = "~=3.11"\n')
    answer = subprocess.run(
        [sys.executable, ROOT / "deploy" / "setup_environment.py", "--root", tmp_path],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert answer.returncode == 1
    assert "requires-python" in answer.stderr
    assert "Traceback" not in answer.stderr
