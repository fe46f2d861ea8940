"""One hub for all browser tests, and the kinds of page that they want.

A context costs Chromium a quarter of a second, and Lab's scripts, which each context compiles anew, some seconds. So
tests share what they can't change: a page for a widget alone, and for each account of the hub a browser, signed in,
whose profile on disk keeps what it compiled.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Playwright, sync_playwright

from deploy.chromium import ensure
from tests.browser.hub import LAB_PAGE, Hub, Launch, PageOf, SignedIn, record_outside_requests, running_hub

QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # What slips through finds no server: the tests are about pages that need none but ours.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def program() -> dict[str, Any]:
    """Which Chromium is started, and how."""
    # Chromium's own sandbox does not work for root.
    return {"executable_path": ensure(), "args": [*QUIET, "--no-sandbox"] if os.geteuid() == 0 else QUIET}


@pytest.fixture(scope="session")
def chromium(playwright: Playwright, program: dict[str, Any]) -> Iterator[Browser]:
    browser = playwright.chromium.launch(**program)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    with running_hub(tmp_path_factory.mktemp("state")) as running:
        yield running


@pytest.fixture(scope="session")
def screenshots(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pictures of the pages are kept: the folder named by COURSE_SCREENSHOTS, or a temporary one."""
    named = os.environ.get("COURSE_SCREENSHOTS")
    folder = Path(named) if named else tmp_path_factory.mktemp("screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@contextmanager
def launching(playwright: Playwright, program: dict[str, Any]) -> Iterator[Launch]:
    """A function that starts browsers with profiles on disk; they end with the block."""
    with ExitStack() as stack:

        def launch(name: str) -> BrowserContext:
            profile = stack.enter_context(TemporaryDirectory(prefix=f"{name}-", ignore_cleanup_errors=True))
            context = playwright.chromium.launch_persistent_context(profile, **program, **LAB_PAGE)
            stack.callback(context.close)
            return context

        yield launch


@pytest.fixture
def launch(playwright: Playwright, program: dict[str, Any]) -> Iterator[Launch]:
    with launching(playwright, program) as launch:
        yield launch


@pytest.fixture(scope="session")
def signed_in(playwright: Playwright, program: dict[str, Any], hub: Hub) -> Iterator[SignedIn]:
    with launching(playwright, program) as launch:
        yield SignedIn(launch, hub)


@pytest.fixture
def page_of(signed_in: SignedIn) -> Iterator[PageOf]:
    """A function that opens a page as an account of the hub. No page may ask anything of another machine."""
    yield signed_in.page
    assert signed_in.leave() == []


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(**LAB_PAGE)
    yield context
    context.close()


@pytest.fixture
def outside_requests(context: BrowserContext) -> list[str]:
    """Every address outside this computer that the test's pages ask for; to be asserted empty at the end."""
    return record_outside_requests(context)


@pytest.fixture
def page(context: BrowserContext, outside_requests: list[str]) -> Page:
    return context.new_page()


WIDGET_PAGE: Any = {"viewport": {"width": 900, "height": 1000}, "locale": "en-GB", "timezone_id": "UTC"}


@pytest.fixture(scope="session")
def widget_page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(**WIDGET_PAGE)
    yield context.new_page()
    context.close()


@pytest.fixture
def bare_page(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """A page for a widget alone, without JupyterLab; in a test that is marked `timed`, one whose clock it may set."""
    if request.node.get_closest_marker("timed"):  # a page whose clock was set can't be given to another test
        context = chromium.new_context(**WIDGET_PAGE)
        page = context.new_page()
        page.clock.install()
        yield page
        context.close()
        return
    page = request.getfixturevalue("widget_page")
    yield page
    page.mouse.move(0, 0)
    page.unroute_all()
    page.goto("about:blank")
    page.emulate_media(media="null", color_scheme="null", reduced_motion="null", forced_colors="null")


@pytest.fixture
def page_faults(page: Page) -> Iterator[list[str]]:
    """Errors in the page; a test that causes none fails when there are any."""
    seen: list[str] = []

    def fault(error: Error) -> None:
        seen.append(str(error))

    def line(said: ConsoleMessage) -> None:
        if said.type in ("error", "warning"):
            seen.append(said.text)

    page.on("pageerror", fault)
    page.on("console", line)
    yield seen
    page.remove_listener("pageerror", fault)
    page.remove_listener("console", line)
    assert seen == []


@pytest.fixture
def picture(page: Page) -> Callable[[str], None]:
    """A function that keeps a picture of the page, for people to look at; only where COURSE_SCREENSHOTS says where."""
    named = os.environ.get("COURSE_SCREENSHOTS")

    def picture(name: str) -> None:
        if not named:
            return
        folder = Path(named)
        folder.mkdir(parents=True, exist_ok=True)
        page.mouse.move(0, 0)
        page.locator("main").screenshot(path=folder / f"{name}.png", animations="disabled")

    return picture
