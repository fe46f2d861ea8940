"""Formgrader as instructors have it: a Jupyter server in the course directory, on this machine alone."""

from __future__ import annotations

import json
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any

from nbgrader.api import Gradebook

from .course_folder import BIN, COURSE_ID, CourseFolder, environment

PATIENCE = 60.0  # seconds until a server that does not answer counts as broken
_TOKEN = "instructor"


@dataclass(frozen=True)
class Formgrader:
    """A running server."""

    course: CourseFolder
    port: int

    def get(self, path: str) -> str:
        """What the server answers to the instructor; it must have the page."""
        return self._request("GET", path)

    def put(self, path: str, values: dict[str, object]) -> None:
        """Send what the page sends when the instructor has filled in a box."""
        self._request("PUT", path, json.dumps(values))

    def _request(self, method: str, path: str, body: str | None = None) -> str:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            headers = {"Authorization": f"token {_TOKEN}", "Content-Type": "application/json"}
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            assert answer.status == 200, f"{path}: {answer.status} {answer.reason}"
            return answer.read().decode()
        finally:
            connection.close()

    def press(self, button: str) -> dict[str, Any]:
        """What one of formgrader's buttons answers, by its address below `/formgrader/api/`."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("POST", f"/formgrader/api/{button}", headers={"Authorization": f"token {_TOKEN}"})
            return dict(json.loads(connection.getresponse().read()))
        finally:
            connection.close()

    def submission(self, learner: str) -> str:
        """The page on which an instructor grades a learner's check."""
        with Gradebook(f"sqlite:///{self.course.root / 'gradebook.db'}", COURSE_ID) as gradebook:
            found = gradebook.find_submission_notebook(self.course.assignment, self.course.assignment, learner).id
        return self.get(f"/formgrader/submissions/{found}/")


@contextmanager
def formgrader(course: CourseFolder) -> Iterator[Formgrader]:
    """A server for a course, ended in the end."""
    command = [str(BIN / "jupyter"), "server", "--no-browser", "--allow-root", "--ip=127.0.0.1", "--port=0"]
    with (course.place / "server.log").open("wb") as log:
        server = subprocess.Popen(
            [*command, f"--IdentityProvider.token={_TOKEN}"],
            cwd=course.root,
            env=environment(course.place / "instructor", "instructor"),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    try:
        yield Formgrader(course, _port(course, server))
    finally:
        server.terminate()
        server.wait()


def _port(course: CourseFolder, server: subprocess.Popen[bytes]) -> int:
    """The port of a server that has just been started, as soon as it answers there: it says so a moment before."""
    info = course.place / "instructor" / ".local" / "share" / "jupyter" / "runtime" / f"jpserver-{server.pid}.json"
    until = time.monotonic() + PATIENCE
    while True:
        try:
            port = int(json.loads(info.read_text())["port"])
            socket.create_connection(("127.0.0.1", port), timeout=PATIENCE).close()
            return port
        except (FileNotFoundError, ConnectionRefusedError, ValueError):  # not there yet, or not written to its end
            said = (course.place / "server.log").read_text(encoding="utf-8")
            assert server.poll() is None, said
            assert time.monotonic() < until, said
            time.sleep(0.05)
