from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from deploy.local.processes import Noted, end, note, read_record, write_record


@pytest.fixture
def sleeper() -> Iterator[psutil.Process]:
    """A process that would run for a minute."""
    asleep = "import time; print('asleep', flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", asleep], stdout=subprocess.PIPE) as child:
        assert child.stdout
        child.stdout.readline()
        yield psutil.Process(child.pid)
        child.kill()


def noted(process: psutil.Process) -> Noted:
    found = note(process)
    assert found
    return found


def test_a_process_on_record_is_found_again(tmp_path: Path, sleeper: psutil.Process) -> None:
    write_record(tmp_path / "record", [noted(sleeper)])
    assert read_record(tmp_path / "record") == [sleeper]


def test_another_process_with_the_same_id_is_left_alone(tmp_path: Path, sleeper: psutil.Process) -> None:
    right = noted(sleeper)
    write_record(tmp_path / "record", [
        Noted(right.pid, right.born - 60, right.command),
        Noted(right.pid, right.born, ("jupyterhub",)),
    ])  # fmt: skip
    assert read_record(tmp_path / "record") == []


def test_a_process_that_has_ended_is_not_found(tmp_path: Path, sleeper: psutil.Process) -> None:
    write_record(tmp_path / "record", [noted(sleeper)])
    sleeper.kill()
    sleeper.wait()
    assert read_record(tmp_path / "record") == []


@pytest.mark.parametrize("text", ["", "[{", "[1]", '[{"pid": 1}]'])
def test_a_torn_record_names_no_process(tmp_path: Path, text: str) -> None:
    (tmp_path / "record").write_text(text)
    assert read_record(tmp_path / "record") == []


def test_a_process_that_ignores_the_request_to_end_is_made_to() -> None:
    deaf = (
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", deaf], stdout=subprocess.PIPE) as child:
        assert child.stdout
        child.stdout.readline()
        process = psutil.Process(child.pid)
        end([process], patience=0.5)
        assert not process.is_running()
