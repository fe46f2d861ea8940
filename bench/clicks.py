"""From a click to what the learner sees, in real JupyterLab: our quiz beside ipywidgets' RadioButtons.

Both are clicked by the same script inside the page, which stops its clock when the words are in the document.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Page, sync_playwright

from bench.figures import Figure
from bench.lab import ROOT, launch, served
from course.bank import load
from course.build.cells import as_json
from course.build.questions import check_question, practice_question
from course.question_files import CHECK_FILE, PRACTICE_FOLDER, VERSION

SAMPLE = ROOT / "tests" / "sample" / "content"
WRONG = ("a", "c")  # of the sample's first practice item
CLICKS = 50

STOCK = """\
import ipywidgets
choice = ipywidgets.RadioButtons(options=["Leaves", "Salt", "Pepper", "Water"], value=None, description="Tea?")
told = ipywidgets.HTML()
choice.add_class("stock-choice")
told.add_class("stock-told")
count = 0
def judge(change):
    global count
    count += 1
    told.value = f"Not right. ({count})"
choice.observe(judge, names="value")
display(choice, told)
"""

# One measured click: the clock stops at the first change of the document after which `done()` holds.
TIMED = """
async ({ click, done }) => {
  const isDone = new Function("return " + done);
  const target = new Function("return " + click)();
  return await new Promise((resolve, reject) => {
    const give_up = setTimeout(() => reject(new Error("nothing seen in 10 s after: " + click)), 10000);
    const watch = new MutationObserver(() => {
      if (!isDone()) return;
      watch.disconnect();
      clearTimeout(give_up);
      resolve(performance.now() - began);
    });
    watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    const began = performance.now();
    target.click();
  });
}
"""


def run() -> list[Figure]:
    """Milliseconds from click to verdict and from click to Saved, medians of 50."""
    with tempfile.TemporaryDirectory() as scratch, _lab(Path(scratch)) as address, sync_playwright() as play:
        browser = launch(play)
        page = browser.new_page(viewport={"width": 1100, "height": 1600})
        verdicts, stock = _verdicts(page, address), _stock(page, address)
        saved = _saved(page, address)
        browser.close()
    return [
        Figure("click to verdict in the page", "ms", median(verdicts), median(stock), bound=3),
        Figure("click to Saved (on disk)", "ms", median(saved), median(stock), bound=60),
    ]


def _verdicts(page: Page, address: str) -> list[float]:
    """Check my answer on a practice question, a wrong option each time, never the one judged before."""
    _open_and_run(page, address, "ours.ipynb", ".course-quiz input[type=radio]")
    times = []
    for n in range(CLICKS):
        page.locator(f".course-quiz input[type=radio][value='{WRONG[n % len(WRONG)]}']").check()
        times.append(
            page.evaluate(
                TIMED,
                {
                    "click": "document.querySelector('.course-quiz .cq-primary')",
                    "done": "!document.querySelector('.cq-verdict').hidden"
                    " && document.querySelector('.cq-verdict-title').textContent !== ''",
                },
            )
        )
    return times


def _saved(page: Page, address: str) -> list[float]:
    """Choose another option of a check's question, and wait for the kernel's word that it is on disk."""
    _open_and_run(page, address, "check.ipynb", ".course-quiz input[type=radio]")
    times = []
    count = page.locator(".course-quiz input[type=radio]").count()
    for n in range(CLICKS):
        page.evaluate("() => { document.querySelector('.cq-save').dataset.phase = 'measuring'; }")
        times.append(
            page.evaluate(
                TIMED,
                {
                    "click": f"document.querySelectorAll('.course-quiz input[type=radio]')[{n % count}]",
                    "done": "document.querySelector('.cq-save').dataset.phase === 'saved'",
                },
            )
        )
    return times


def _stock(page: Page, address: str) -> list[float]:
    """RadioButtons with a Python callback that writes the verdict."""
    _open_and_run(page, address, "stock.ipynb", ".stock-choice input[type=radio]")
    return [
        page.evaluate(
            TIMED,
            {
                "click": f"document.querySelectorAll('.stock-choice input[type=radio]')[{n % 4}]",
                "done": f"document.querySelector('.stock-told').textContent.includes('({n + 1})')",
            },
        )
        for n in range(CLICKS)
    ]


def _open_and_run(page: Page, address: str, notebook: str, ready: str) -> None:
    page.goto(f"{address}/lab/workspaces/{Path(notebook).stem}/tree/{notebook}?reset")
    page.locator("#jupyterlab-splash").wait_for(state="detached", timeout=60_000)
    page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").first.wait_for(timeout=60_000)
    page.get_by_text("| Idle").first.wait_for(timeout=60_000)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.locator('.lm-Menu-item[data-command="runmenu:run-all"]').click()
    page.locator(ready).first.wait_for(timeout=60_000)


@contextmanager
def _lab(folder: Path) -> Iterator[str]:
    """A JupyterLab on a free loopback port with three small notebooks; ended with the block."""
    module = load(SAMPLE).modules[0]
    item = module.check.items[0]
    (folder / PRACTICE_FOLDER).mkdir()
    practice = {
        "version": VERSION,
        "course": "bench",
        "items": {one.id: practice_question(one) for one in module.practice},
    }
    (folder / PRACTICE_FOLDER / "m1.json").write_bytes(as_json(practice))
    slots = [{"slot": "one", "objective": item.objective, "points": 1}]
    check = {
        "version": VERSION,
        "check": "bench",
        "form": "A",
        "slots": slots,
        "items": {item.id: check_question(item)},
    }
    (folder / CHECK_FILE).write_bytes(as_json(check))
    _notebook(folder / "ours.ipynb", 'from course import practice\npractice("m1-p01")')
    _notebook(folder / "check.ipynb", 'from course import ask\nask("one")')
    _notebook(folder / "stock.ipynb", STOCK)
    with served(folder, folder, environment={"JUPYTER_NO_CONFIG": "1"}) as address:
        yield address


def _notebook(path: Path, source: str) -> None:
    cell: dict[str, Any] = {"cell_type": "code", "execution_count": None, "id": "one", "metadata": {}, "outputs": []}
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = {"cells": [cell | {"source": source}], "metadata": {"kernelspec": kernel}}
    path.write_text(json.dumps(notebook | {"nbformat": 4, "nbformat_minor": 5}), encoding="utf-8")
