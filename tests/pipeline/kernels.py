"""A notebook open in a page, as its kernel sees it: cells run in a real ipykernel, answers arrive as comm messages."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from queue import Empty
from secrets import token_hex
from tempfile import TemporaryDirectory
from typing import Any, Protocol

import nbformat
import zmq
from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.connect import write_connection_file
from jupyter_client.manager import KernelManager
from nbformat.v4 import output_from_msg

from course.questions import Response

from . import warm
from .course_folder import environment

PATIENCE = 60.0  # seconds until a kernel that says nothing counts as broken

Message = dict[str, Any]

_OUTPUTS = {"stream", "display_data", "execute_result"}


@dataclass(frozen=True)
class Shown:
    """A widget that a cell has shown: the page knows it by its model id and draws it from its state."""

    model: str
    state: dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """An answer on its way from the page to the kernel; `n` numbers the page's messages."""

    n: int
    response: Response
    attempt: int


class _Process(Protocol):
    """What is asked of a kernel's process."""

    @property
    def pid(self) -> int: ...

    def poll(self) -> object: ...  # None as long as it runs

    def wait(self) -> object: ...


@dataclass(frozen=True)
class _Fork:
    """A forked process with the words of one that was started."""

    process: ForkServerProcess

    @property
    def pid(self) -> int:
        assert self.process.pid
        return self.process.pid

    def poll(self) -> object:
        return self.process.exitcode

    def wait(self) -> None:
        self.process.join()


class Page:
    """A notebook's page with a kernel of its own, in one learner's folder."""

    def __init__(self, folder: Path, home: Path, learner: str, *, is_warm: bool = False) -> None:
        """Start the kernel as Jupyter does or, `is_warm`, as a fork of a process that has imported all it needs."""
        # One context for all pages: a manager with its own would end it, and wait for every socket to close.
        self._context: Any = zmq.Context.instance()
        self._files = ExitStack()
        # Sockets in a folder: hundreds of kernels would now and then find a port taken by some other program.
        # The folder is short-lived and its name short, because a socket's whole path may have 107 characters.
        place = Path(self._files.enter_context(TemporaryDirectory(prefix="page-")))
        start = self._fork if is_warm else self._start
        self._process: _Process
        self._client: Any
        self._process, self._client = start(place, folder, environment(home, learner))
        try:
            self._client.start_channels(stdin=False, hb=False, control=False)
            self._wait_until_heard()
        except BaseException:
            self.close()
            raise

    def _start(self, place: Path, folder: Path, seen: dict[str, str]) -> tuple[_Process, Any]:
        """A kernel and a client of it, by Jupyter's own means."""
        manager = KernelManager(context=self._context, kernel_name="python3", **_sockets(place))
        self._files.callback(manager.cleanup_resources)
        quiet: Any = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        manager.start_kernel(cwd=str(folder), env=seen, extra_arguments=["--HistoryManager.enabled=False"], **quiet)
        return manager.provisioner.process, manager.blocking_client()  # type: ignore[union-attr]

    def _fork(self, place: Path, folder: Path, seen: dict[str, str]) -> tuple[_Process, Any]:
        """A kernel and a client of it, that are there sooner."""
        connection = place / "connection.json"
        write_connection_file(str(connection), key=token_hex().encode(), **_sockets(place))
        client: Any = BlockingKernelClient(context=self._context, connection_file=str(connection))
        client.load_connection_file()
        return _Fork(warm.start_kernel(connection, folder, seen)), client

    def run(self, code: str) -> list[Message]:
        """Run a cell; what the kernel published meanwhile. Raises AssertionError where the cell raises."""
        request = self._client.execute(code, store_history=False)
        published = []
        while True:
            message = self._client.get_iopub_msg(timeout=PATIENCE)
            if message["parent_header"].get("msg_id") != request:
                continue  # of an earlier request, or what the kernel said while it started
            published.append(message)
            assert message["msg_type"] != "error", "\n".join(message["content"]["traceback"])
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                return published

    def printed(self, code: str) -> str:
        """What a cell prints."""
        streams = [one["content"] for one in self.run(code) if one["msg_type"] == "stream"]
        return "".join(stream["text"] for stream in streams if stream["name"] == "stdout")

    def shown(self, code: str) -> Shown:
        """The question that a cell shows; it must show one and no more."""
        (found,) = [Shown(model, state) for model, state in _opened(self.run(code)) if "item" in state]
        return found

    def run_all(self, notebook: Path) -> list[Shown]:
        """Run all cells of a notebook and save it with all that came out, widgets' state too; the questions shown."""
        nb = nbformat.read(notebook, as_version=4)  # type: ignore[no-untyped-call]
        widgets: dict[str, Any] = {}
        found = []
        for cell in nb.cells:
            if cell.cell_type != "code":
                continue
            published = self.run(cell.source)
            shown = [one for one in published if one["msg_type"] in _OUTPUTS]
            cell.outputs = [output_from_msg(one) for one in shown]  # type: ignore[no-untyped-call]
            for model, state in _opened(published):
                widgets[model] = {"model_name": "AnyModel", "model_module": "anywidget", "state": state}
                if "item" in state:
                    found.append(Shown(model, state))
        view = {"version_major": 2, "version_minor": 0, "state": widgets}
        nb.metadata["widgets"] = {"application/vnd.jupyter.widget-state+json": view}
        nbformat.write(nb, notebook)  # type: ignore[no-untyped-call]
        return found

    def send(self, widget: Shown, answer: Answer) -> None:
        """Send an answer as the page does, and don't wait for what becomes of it."""
        content = {"type": "respond", "n": answer.n, "response": answer.response, "attempt": answer.attempt}
        data = {"method": "custom", "content": content}
        message = self._client.session.msg("comm_msg", {"comm_id": widget.model, "data": data})
        self._client.shell_channel.send(message)

    def reply(self, seconds: float = PATIENCE) -> Mapping[str, Any] | None:
        """The next word of the kernel to a widget (`saved`, `refused`); None where none comes in time."""
        until = time.monotonic() + seconds
        while True:
            try:
                message = self._client.get_iopub_msg(timeout=max(0.0, until - time.monotonic()))
            except Empty:
                return None
            if message["msg_type"] == "comm_msg" and message["content"]["data"].get("method") == "custom":
                content: Mapping[str, Any] = message["content"]["data"]["content"]
                return content

    def answer(self, widget: Shown, answer: Answer) -> Mapping[str, Any]:
        """Send an answer and wait for the kernel's word on it."""
        self.send(widget, answer)
        reply = self.reply()
        assert reply is not None, "the kernel did not say what became of the answer"
        assert reply["n"] == answer.n
        return reply

    def kill(self) -> None:
        """End the kernel as `kill -9` does: it gets no chance to finish anything."""
        os.kill(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def last_replies(self) -> Iterator[Mapping[str, Any]]:
        """What a dead kernel had still said before it died."""
        while (reply := self.reply(0.05)) is not None:
            yield reply

    def close(self) -> None:
        """Let go of the kernel, dead or alive."""
        self._client.stop_channels()
        if self._process.poll() is None:
            self.kill()
        self._files.close()

    def _wait_until_heard(self) -> None:
        """Ask until the kernel's publications arrive: a subscription takes a moment, and what came before is lost."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            assert self._process.poll() is None, "the kernel ended while it started"
            self._client.kernel_info()
            try:
                self._client.get_iopub_msg(timeout=0.2)
            except Empty:
                continue
            self._client.get_shell_msg(timeout=PATIENCE)
            return
        raise AssertionError(f"no word from the kernel in {PATIENCE:g} seconds")


def _sockets(place: Path) -> Any:
    return {"transport": "ipc", "ip": str(place / "socket")}


@contextmanager
def open_page(folder: Path, home: Path, learner: str) -> Iterator[Page]:
    """A page that is closed in the end, whatever happens."""
    page = Page(folder, home, learner)
    try:
        yield page
    finally:
        page.close()


def _opened(published: list[Message]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The widget models that were opened, with their state; a question comes with models of layout and style."""
    for message in published:
        if message["msg_type"] == "comm_open":
            yield message["content"]["comm_id"], message["content"]["data"]["state"]
