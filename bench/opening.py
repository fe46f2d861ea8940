"""From opening a lesson to reading it and to answering, in real JupyterLab; and what the extension adds to Lab's start.

Ours opens by itself. Stock is the same notebook in the same JupyterLab without the extension, where a script chooses
Run All Cells as soon as the kernel is there, which no learner is as fast at.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from bench.figures import Figure
from bench.lab import ROOT, launch, served

RUNS = 5
PAGE_WITHIN = 90_000  # milliseconds

# Notes, from the first moment of the page, when Lab is up, when the reading is seen, when the first and the last
# question can be answered. The number of questions is put in by the script.
WATCH = """
window.seen = {};
const look = () => {
  const isSeen = (one) => one?.checkVisibility({ visibilityProperty: true });
  const note = (name, when) => { if (when && seen[name] === undefined) seen[name] = performance.now(); };
  note("lab", !document.querySelector("#jupyterlab-splash") && document.querySelector("#jp-main-dock-panel"));
  note("reading", isSeen(document.querySelector(".jp-NotebookPanel .jp-MarkdownOutput h1")));
  note("live", document.querySelectorAll(".course-quiz").length === QUESTIONS);
  requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""


def run() -> list[Figure]:
    """Medians over fresh kernels, ours and stock in turn."""
    lesson = min((ROOT / "notebooks").glob("*.ipynb"))
    cells = json.loads(lesson.read_text())["cells"]
    questions = sum("".join(cell["source"]).startswith("practice(") for cell in cells)
    ours: list[dict[str, float]] = []
    stock: list[dict[str, float]] = []
    with _lab(is_ours=True) as here, _lab(is_ours=False) as there, sync_playwright() as play:
        browser = launch(play)
        for n in range(RUNS + 1):  # the first of each warms the disk
            for address, times in ((here, ours), (there, stock)):
                times.append(_open(browser, address, lesson.name, questions, n))
        browser.close()
    mine, theirs = _medians(ours[1:]), _medians(stock[1:])
    return [
        Figure("lesson: start of the page to reading", "ms", mine["reading"], theirs["reading"]),
        Figure("lesson: start of the page to live questions", "ms", mine["live"], theirs["live"]),
        Figure("lesson: file read to reading", "ms", mine["file to reading"], bound=500),
        Figure("lesson: kernel up to live questions", "ms", mine["kernel to live"], bound=1000),
        Figure("JupyterLab's start, with the extension", "ms", mine["lab"], theirs["lab"], bound=50, extra=True),
    ]


def _medians(times: list[dict[str, float]]) -> dict[str, float]:
    return {name: median(one[name] for one in times) for name in times[0]}


def _open(browser: Browser, address: str, lesson: str, questions: int, n: int) -> dict[str, float]:
    """Milliseconds from the start of the page, in a browser that has nothing in its cache."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.add_init_script(WATCH.replace("QUESTIONS", str(questions)))
    page.goto(f"{address}/lab/workspaces/bench-{n}/tree/{lesson}?reset")
    is_ours = page.evaluate("JSON.parse(document.querySelector('#jupyter-config-data').textContent).coursePages")
    if not is_ours:
        page.locator("#jupyterlab-splash").wait_for(state="detached", timeout=PAGE_WITHIN)
        page.get_by_text("| Idle").first.wait_for(timeout=PAGE_WITHIN)
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.locator('.lm-Menu-item[data-command="runmenu:run-all"]').click()
    page.wait_for_function("window.seen.live !== undefined", timeout=PAGE_WITHIN)
    seen: dict[str, float] = page.evaluate("window.seen")
    if is_ours:
        page.wait_for_function("performance.getEntriesByName('course-drawn').length > 0", timeout=PAGE_WITHIN)
        at: dict[str, float] = page.evaluate(
            "Object.fromEntries(performance.getEntriesByType('mark').map((mark) => [mark.name, mark.startTime]))"
        )
        seen["file to reading"] = seen["reading"] - at["course-read"]
        seen["kernel to live"] = at["course-drawn"] - at["course-kernel"]
    page.evaluate(
        """async () => {
          const headers = { "X-XSRFToken": document.cookie.match(/_xsrf=([^;]+)/)?.[1] ?? "" };
          const sessions = await (await fetch("/api/sessions", { headers })).json();
          for (const { id } of sessions) await fetch(`/api/sessions/${id}`, { method: "DELETE", headers });
        }"""
    )
    context.close()
    return seen


@contextmanager
def _lab(*, is_ours: bool) -> Iterator[str]:
    """A JupyterLab on a free loopback port with the lessons, as a learner has it or without the extension."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        shutil.copytree(ROOT / "notebooks", folder / "lessons")
        learner = ROOT / "deploy" / "local" / "learner"
        own = folder / "config"
        (own / "labconfig").mkdir(parents=True)
        page_config = json.loads((learner / "labconfig" / "page_config.json").read_text())
        page_config["disabledExtensions"]["@jupyterlab/apputils-extension:announcements"] = True
        if not is_ours:
            page_config["disabledExtensions"]["course-lab"] = True
            del page_config["coursePages"]
        (own / "labconfig" / "page_config.json").write_text(json.dumps(page_config))
        extension = [f"--LabApp.extra_labextensions_path={ROOT / 'course' / 'labextensions'}"] if is_ours else []
        settings = {
            "JUPYTER_CONFIG_PATH": os.pathsep.join([str(own), str(ROOT / "shipped")]),
            "PYTHONSAFEPATH": "1",
        }
        with served(folder, folder / "lessons", options=extension, environment=settings) as address:
            yield address
