"""A real hub for tests, and what a person does in its pages."""

from __future__ import annotations

import queue
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from playwright.sync_api import APIResponse, BrowserContext, Locator, Page, expect

from deploy.local.ports import any_free
from deploy.local.settings import ROOT, State

STARTS_WITHIN = 180.0  # seconds; the first start releases every check
STOPS_WITHIN = 60.0
LAB_PAGE: Any = {"viewport": {"width": 1280, "height": 900}, "locale": "en-US"}
PAGE_WITHIN = 90_000  # milliseconds, for a server to start or Lab to load on two busy cores


@dataclass
class Hub:
    """A hub that runs: where it answers, who may sign in, where it keeps things."""

    url: str
    passwords: dict[str, str] = field(repr=False)
    state: State
    process: subprocess.Popen[str]
    said: list[str]

    def home(self, name: str) -> Path:
        """The home of an account."""
        return self.state.homes / name

    def stop(self, number: int = signal.SIGINT) -> int:
        """Stop it as Ctrl-C does; its exit status."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.wait(STOPS_WITHIN)


def start_hub(folder: Path, *, root: Path = ROOT, port: int | None = None) -> Hub:
    """Start the course as `make start` does, keeping its state in `folder`."""
    port = port or any_free(1)[0]
    process = subprocess.Popen(
        [sys.executable, "-m", "deploy.local.start", "--root", root, "--state", folder, "--port", str(port)],
        cwd=ROOT, text=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    lines: queue.Queue[str | None] = queue.Queue()

    def read() -> None:
        for line in process.stdout or ():
            lines.put(line.rstrip("\n"))
        lines.put(None)

    threading.Thread(target=read, daemon=True).start()
    said: list[str] = []
    until = time.monotonic() + STARTS_WITHIN
    while True:
        try:
            line = lines.get(timeout=max(0.0, until - time.monotonic()))
        except queue.Empty:
            process.terminate()
            raise TimeoutError("the hub did not start; it said:\n" + "\n".join(said)) from None
        if line is None:
            process.wait()
            raise RuntimeError("the hub did not start; it said:\n" + "\n".join(said))
        said.append(line)
        if "Ctrl-C" in line:
            break
    address = re.search(r"http://127\.0\.0\.1:\d+", "\n".join(said))
    assert address, said
    state = State(folder)
    passwords = dict(line.split() for line in state.passwords.read_text().splitlines())
    return Hub(address[0], passwords, state, process, said)


@contextmanager
def running_hub(folder: Path, *, root: Path = ROOT, port: int | None = None) -> Iterator[Hub]:
    """A hub for as long as the block lasts."""
    hub = start_hub(folder, root=root, port=port)
    try:
        yield hub
    finally:
        hub.stop()


def record_outside_requests(context: BrowserContext) -> list[str]:
    """A list that grows with each address outside this computer that a page of the context asks for."""
    outside: list[str] = []

    def look(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname != "127.0.0.1":
            outside.append(url)

    def follow(page: Page) -> None:
        page.on("websocket", lambda socket: look(socket.url))

    context.on("request", lambda request: look(request.url))
    context.on("page", follow)
    return outside


def sign_in(page: Page, hub: Hub, name: str, path: str = "/lab") -> None:
    """Open a page of the account's server as with a bookmark, sign in where the hub asks for it, wait for the page."""
    page.goto(f"{hub.url}/user/{name}{path}")
    give_password(page, hub, name)
    page.wait_for_url(re.compile(re.escape(f"{hub.url}/user/{name}/")), timeout=PAGE_WITHIN)
    if path.startswith("/lab"):
        wait_for_lab(page)


def give_password(page: Page, hub: Hub, name: str) -> None:
    """Fill in the hub's form and send it."""
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(hub.passwords[name])
    page.get_by_role("button", name="Sign in").click()


PageOf = Callable[[str], Page]
"""Opens a page as an account of the hub."""
Launch = Callable[[str], BrowserContext]
"""Starts a browser for somebody of that name."""


class SignedIn:
    """A browser for each account of a hub, signed in at its first page and kept."""

    def __init__(self, launch: Launch, hub: Hub) -> None:
        self.launch = launch
        self.hub = hub
        self.contexts: dict[str, BrowserContext] = {}
        self.outside: list[list[str]] = []

    def page(self, name: str) -> Page:
        """A new page of the account's, whose server runs, in a browser that knows nothing but who it is."""
        context = self.contexts.get(name)
        if context is None:
            context = self.contexts[name] = self.launch(name)
            context.on("close", lambda _: self._forget(name))
            self.outside.append(record_outside_requests(context))
        page = context.new_page()
        here = f"/user/{name}/api/status"
        page.goto(f"{self.hub.url}/hub/spawn/{name}?next={quote(here)}")
        if page.get_by_label("Username").is_visible():
            give_password(page, self.hub, name)
        page.wait_for_url(self.hub.url + here, timeout=PAGE_WITHIN)
        page.evaluate("localStorage.clear()")
        return page

    def _forget(self, name: str) -> None:
        """Start another browser the next time: this one has crashed, or all is over."""
        self.contexts.pop(name, None)

    def leave(self) -> list[str]:
        """Close all pages but the empty one that keeps a browser running; what they asked of other computers."""
        for context in [*self.contexts.values()]:
            for page in context.pages[1:]:
                page.close()
        asked = [url for urls in self.outside for url in urls]
        for urls in self.outside:
            urls.clear()
        return asked


def open_lab(page: Page, hub: Hub, name: str, path: str = "") -> None:
    """Open a file (or nothing) of a signed-in account in a clean Lab of its own."""
    workspace = f"test-{time.monotonic_ns()}"
    tree = f"/tree/{quote(path)}" if path else ""
    page.goto(f"{hub.url}/user/{name}/lab/workspaces/{workspace}{tree}?reset", timeout=PAGE_WITHIN)
    wait_for_lab(page)


def enter_lab(page: Page, hub: Hub, name: str) -> None:
    """Open Lab as a signed-in account finds it when it comes back."""
    page.goto(f"{hub.url}/user/{name}/lab", timeout=PAGE_WITHIN)
    wait_for_lab(page)


def wait_for_lab(page: Page) -> None:
    """Wait until Lab has put away its start screen."""
    page.locator("#jupyterlab-splash").wait_for(state="detached", timeout=PAGE_WITHIN)
    page.locator("#jp-main-dock-panel").wait_for(timeout=PAGE_WITHIN)


def wait_idle(page: Page) -> None:
    """Wait until the notebook in front has run all it was asked to run, and its kernel is connected and idle."""
    # Without the status bar's word a command given now would reach no kernel and do nothing.
    expect(page.locator("#jp-main-statusbar")).to_contain_text("| Idle", timeout=PAGE_WITHIN)
    notebook = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")
    expect(notebook.locator(".jp-Notebook-ExecutionIndicator")).to_have_attribute(
        "data-status", "idle", timeout=PAGE_WITHIN
    )
    expect(notebook.get_by_text("[*]:", exact=True)).to_have_count(0, timeout=PAGE_WITHIN)


def ask_server(page: Page, hub: Hub, name: str, method: str, path: str, body: object = None) -> APIResponse:
    """What the server of a signed-in account answers to a request such as Lab's own, at a path below `api/`."""
    server = f"{hub.url}/user/{name}/"
    token = next((one["value"] for one in page.context.cookies(server) if one["name"] == "_xsrf"), "")
    return page.request.fetch(f"{server}api/{path}", method=method, data=body, headers={"X-XSRFToken": token})


def end_kernels(page: Page, hub: Hub, name: str) -> None:
    """End all kernels of a signed-in account: the next test's notebook of the same name must not meet this one's."""
    for session in ask_server(page, hub, name, "GET", "sessions").json():
        ask_server(page, hub, name, "DELETE", f"sessions/{session['id']}")
    assert ask_server(page, hub, name, "GET", "sessions").json() == []


def run_all(page: Page) -> None:
    """Run all cells of the notebook in front, from the menu, and wait until they have run."""
    wait_idle(page)
    choose(page, "Run", "runmenu:run-all")
    wait_idle(page)


def front_page(page: Page) -> Locator:
    """The notebook in front, shown as a page."""
    return page.locator(".jp-NotebookPanel.course-page:not(.lm-mod-hidden)")


def wait_until_live(page: Page) -> None:
    """Wait until the page in front has started its questions by itself, and shows them all."""
    expect(front_page(page)).to_have_attribute("data-course-state", "live", timeout=PAGE_WITHIN)
    expect(front_page(page)).to_have_attribute("data-course-drawn", "true", timeout=PAGE_WITHIN)


def close_side_bar(page: Page) -> None:
    """Close Lab's list of files, which leaves a narrow window no room."""
    if page.locator("#jp-left-stack").is_visible():
        page.locator('.jp-SideBar .lm-TabBar-tab[data-id="filebrowser"]').click()
    expect(page.locator("#jp-left-stack")).to_be_hidden()


def choose(page: Page, menu: str, command: str) -> None:
    """Choose a command of Lab's main menu."""
    page.get_by_role("menuitem", name=menu, exact=True).click()
    page.locator(f'.lm-Menu-item[data-command="{command}"]').click()


def commands_in(page: Page, menu: str) -> list[str]:
    """The commands that a menu of Lab's offers now."""
    page.get_by_role("menuitem", name=menu, exact=True).click()
    items = page.locator(".lm-Menu-item[data-command]:visible")
    items.first.wait_for()
    found = [item.get_attribute("data-command") or "" for item in items.all()]
    page.keyboard.press("Escape")
    return found


def open_assignment_list(page: Page) -> None:
    """Open nbgrader's list of assignments and wait until it has been filled."""
    choose(page, "Nbgrader", "nbgrader:open-assignment-list")
    page.locator("#released_assignments_list").wait_for(timeout=PAGE_WITHIN)
    expect(page.locator("#released_assignments_list_loading")).to_be_hidden(timeout=PAGE_WITHIN)


def choose_theme(page: Page, theme: str) -> None:
    """Choose one of Lab's themes, as `JupyterLab Dark`, and wait for it."""
    page.get_by_role("menuitem", name="Settings", exact=True).click()
    page.locator(".lm-Menu-item", has_text="Theme").first.hover()
    page.locator('.lm-Menu-item[data-command="apputils:change-theme"]', has_text=theme).first.click()
    expect(page.locator("body")).to_have_attribute("data-jp-theme-name", theme)
