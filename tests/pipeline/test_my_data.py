"""The learner's own server, asked for what is kept of them as the course page asks it."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from course import mydata, reflections, responses
from course.build.cells import as_json
from course.progress import VERSION
from course.question_files import course_data
from course.responses import Record
from course.words import say

TOKEN = "a-token-for-the-tests"
WITHIN = 60.0  # seconds, on a busy machine


class Server:
    """A Jupyter server with the course's extension."""

    def __init__(self, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}/course/data"

    def ask(self, path: str = "", body: object = None, *, token: str = TOKEN) -> tuple[int, dict[str, str], str]:
        """The status, the headers and the text of an answer."""
        data = None if body is None else json.dumps(body).encode()
        headers = {"Authorization": f"token {token}"}
        request = urllib.request.Request(self.address + path, data=data, headers=headers)  # noqa: S310
        try:
            with urllib.request.urlopen(request, timeout=WITHIN) as answer:  # noqa: S310
                return answer.status, dict(answer.headers), answer.read().decode()
        except urllib.error.HTTPError as fault:
            return fault.code, dict(fault.headers), fault.read().decode()

    def kept(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self.ask()[2])["kept"]
        return found


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home")
    (home / "lessons").mkdir()
    step = {"cell": "reading-x", "kind": "read", "title": "X"}
    course = {"version": VERSION, "course": "tea", "modules": [{"id": "m1", "steps": [step], "cards": []}]}
    (home / "lessons" / "course.json").write_bytes(as_json(course))
    return home


@pytest.fixture(scope="module")
def server(home: Path) -> Iterator[Server]:
    port = free_port()
    environment = os.environ | {
        "HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "JUPYTERHUB_USER": "ana", "JUPYTER_NO_CONFIG": "1",
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"), "JUPYTER_DATA_DIR": str(home / "jupyter"),
    }  # fmt: skip
    command = [
        *(sys.executable, "-m", "jupyter_server", "--allow-root", "--no-browser", "--ServerApp.ip=127.0.0.1"),
        *(f"--ServerApp.port={port}", f"--IdentityProvider.token={TOKEN}", f"--ServerApp.root_dir={home}"),
        "--ServerApp.jpserver_extensions={'course.server': True}",
    ]
    process = subprocess.Popen(command, env=environment, cwd=home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(port)
        yield Server(port)
    finally:
        process.terminate()
        process.wait(WITHIN)


def wait_for(port: int) -> None:
    until = time.monotonic() + WITHIN
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the server did not start")


@pytest.fixture
def data(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    folder = course_data("tea")
    responses.append(folder / responses.FILE_NAME, Record("m1-p01", ["b"], 1, responses.now(), "ana"))
    reflections.keep(reflections.path_of(folder, "m1-w1"), "The blue cup")
    return folder


def test_page_hears_what_is_kept_and_what_remains(server: Server, data: Path) -> None:
    status, _, text = server.ask()
    assert status == 200
    assert json.loads(text)["remains"] == say("remains")
    assert [(one["kind"], one["path"]) for one in json.loads(text)["kept"]] == [
        ("answers", str(data / "responses.jsonl")),
        ("reflections", str(data / "reflections")),
    ]
    assert "blue cup" not in text


def test_copy_is_a_file_to_save_with_reflections_only_where_asked(server: Server, data: Path) -> None:
    _, headers, page = server.ask("/copy")
    assert headers["Content-Disposition"] == 'attachment; filename="my-data.html"'
    assert "m1-p01" in page
    assert "blue cup" not in page
    assert "The blue cup" in server.ask("/copy?reflections=yes")[2]
    assert json.loads(server.ask("/copy?format=json&reflections=no")[2])["version"] == 1


def test_stranger_gets_nothing_and_erases_nothing(server: Server, data: Path) -> None:
    for path, body in (("", None), ("/copy", None), ("", {"erase": list(mydata.OWN)})):
        assert server.ask(path, body, token="another")[0] in (302, 403)
    assert (data / "responses.jsonl").exists()


@pytest.mark.parametrize("body", [{}, {"erase": "answers"}, {"erase": ["check"]}, {"erase": [["answers"]]}, [], 3])
def test_request_that_names_no_kind_erases_nothing(server: Server, data: Path, body: object) -> None:
    assert server.ask(body=body)[0] == 400
    assert (data / "responses.jsonl").exists()


def test_kinds_are_erased_one_by_one(server: Server, data: Path) -> None:
    assert json.loads(server.ask(body={"erase": ["reflections"]})[2]) == {"gone": 1}
    assert [one["kind"] for one in server.kept()] == ["answers"]
    server.ask(body={"erase": list(mydata.OWN)})
    assert server.kept() == []
    assert not data.exists()
