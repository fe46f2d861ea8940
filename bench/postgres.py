"""A PostgreSQL server of the bench's own, on loopback, for as long as it is measured."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from sqlalchemy import create_engine, text

DEBIAN = Path("/usr/lib/postgresql")  # its programs lie in a folder for each version, and not on PATH


class NoServerError(RuntimeError):
    """PostgreSQL can't be measured here; the text says what is missing and what to do."""


class Server:
    """A running server; makes databases."""

    def __init__(self, address: str) -> None:
        self.address = address

    def database(self, name: str) -> str:
        """The address of a new, empty database."""
        engine = create_engine(f"{self.address}/postgres", isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
        engine.dispose()
        return f"{self.address}/{name}"


@contextmanager
def server() -> Iterator[Server]:
    """A server with Debian's own settings and a password. Raises NoServerError."""
    if find_spec("psycopg2") is None:
        raise NoServerError("psycopg2 is not installed; `make environment` installs it.")
    programs = os.pathsep.join([os.environ.get("PATH", ""), *map(str, sorted(DEBIAN.glob("*/bin"), reverse=True))])
    initdb, pg_ctl = (shutil.which(name, path=programs) for name in ("initdb", "pg_ctl"))
    if not (initdb and pg_ctl):
        raise NoServerError("no PostgreSQL was found. Install it (Debian: apt-get install postgresql), then try again.")
    password = secrets.token_hex(16)
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        (place / "password").write_text(password, encoding="utf-8")
        who = {"user": "nobody", "extra_groups": []} if os.getuid() == 0 else {}  # PostgreSQL does not run as root
        if who:
            for path in (place, place / "password"):
                shutil.chown(path, "nobody")
        data, port = place / "data", _free_port()

        def call(*command: str | Path) -> None:
            done = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False, **who)  # type: ignore[call-overload]
            if done.returncode:
                raise NoServerError(f"{command[0]} ended with {done.returncode}: {done.stdout}{done.stderr}")

        call(initdb, "-D", data, "-U", "bench", "-A", "scram-sha-256", "--pwfile", place / "password", "-E", "UTF8")
        options = f"-h 127.0.0.1 -p {port} -k ''"
        call(pg_ctl, "-D", data, "-l", place / "log", "-o", options, "-w", "start")
        try:
            yield Server(f"postgresql+psycopg2://bench:{password}@127.0.0.1:{port}")
        finally:
            call(pg_ctl, "-D", data, "-m", "immediate", "-w", "stop")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])
