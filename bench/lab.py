"""A JupyterLab of our own on loopback, and a browser to open it in."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Playwright

from deploy import chromium

ROOT = Path(__file__).parents[1]


def launch(play: Playwright) -> Browser:
    """Chromium without a window; root may not have its sandbox."""
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    return play.chromium.launch(executable_path=str(chromium.ensure()), args=arguments)


@contextmanager
def served(
    home: Path, notebooks: Path, *, options: Sequence[str] = (), environment: Mapping[str, str]
) -> Iterator[str]:
    """The address of a JupyterLab on a free port that shows `notebooks`; it ends with the block.

    Raises RuntimeError if it ends at once, or does not answer within a minute.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1", f"--port={port}", "--allow-root"]
    command += ["--ServerApp.token=", "--ServerApp.password=", f"--ServerApp.root_dir={notebooks}", *options]
    settings = os.environ | {"HOME": str(home), "JUPYTERHUB_USER": "bench"} | dict(environment)
    with (home / "lab.log").open("wb") as log:
        server = subprocess.Popen(command, env=settings, stdout=log, stderr=log, cwd=home)
        try:
            _wait_for(f"http://127.0.0.1:{port}/api", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=30)


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    """Come back when the server answers."""
    for _ in range(300):
        if server.poll() is not None:
            raise RuntimeError("JupyterLab ended before it answered")
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310  (an address of our own)
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("JupyterLab did not answer within a minute")
