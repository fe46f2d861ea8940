"""One Chromium and one hub for all browser tests; a fresh browser context, signed in nowhere, for each."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from deploy.chromium import ensure
from tests.browser.hub import Hub, record_outside_requests, running_hub

QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # What slips through finds no server: the tests are about pages that need none but ours.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        # Chromium's own sandbox does not work for root.
        arguments = [*QUIET, "--no-sandbox"] if os.geteuid() == 0 else QUIET
        browser = playwright.chromium.launch(executable_path=ensure(), args=arguments)
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


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="en-US")
    yield context
    context.close()


@pytest.fixture
def outside_requests(context: BrowserContext) -> list[str]:
    """Every address outside this computer that the test's pages ask for; to be asserted empty at the end."""
    return record_outside_requests(context)


@pytest.fixture
def page(context: BrowserContext, outside_requests: list[str]) -> Page:
    return context.new_page()


@pytest.fixture
def bare_page(chromium: Browser) -> Iterator[Page]:
    """A page for a widget alone, without JupyterLab."""
    context = chromium.new_context(viewport={"width": 900, "height": 1000}, locale="en-GB", timezone_id="UTC")
    yield context.new_page()
    context.close()


@pytest.fixture
def page_faults(bare_page: Page) -> Iterator[list[str]]:
    """Errors in the page; a test that causes none fails when there are any."""
    seen: list[str] = []
    bare_page.on("pageerror", lambda error: seen.append(str(error)))
    bare_page.on("console", lambda line: seen.append(line.text) if line.type in ("error", "warning") else None)
    yield seen
    assert seen == []


@pytest.fixture
def picture(bare_page: Page) -> Callable[[str], None]:
    """A function that keeps a picture of the page, for people to look at; only where COURSE_SCREENSHOTS says where."""
    named = os.environ.get("COURSE_SCREENSHOTS")

    def picture(name: str) -> None:
        if not named:
            return
        folder = Path(named)
        folder.mkdir(parents=True, exist_ok=True)
        bare_page.mouse.move(0, 0)
        bare_page.locator("main").screenshot(path=folder / f"{name}.png", animations="disabled")

    return picture
