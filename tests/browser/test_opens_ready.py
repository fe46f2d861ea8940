"""A lesson or check that is the course's own opens as a page that runs by itself; anything else never does."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from course import bank, responses
from deploy.local.homes import environment_of
from deploy.local.settings import ROOT, Course, Ports, Settings
from tests.browser.answering import quizzes
from tests.browser.components import axe_faults
from tests.browser.hub import (
    PAGE_WITHIN,
    Hub,
    PageOf,
    ask_server,
    choose,
    commands_in,
    end_kernels,
    front_page,
    open_lab,
    wait_idle,
    wait_until_live,
)
from tests.browser.test_answering_in_lab import kernel_of

LEARNER = "learner2"
MODULE = bank.load(ROOT / "content").modules[0]
LESSON = f"lessons/{MODULE.name}.ipynb"
CHECK = MODULE.check.id
STARTS_IN = 4_000  # milliseconds in which a page would long have run
LOST_WITHIN = 60_000

# Watches every frame from before Lab starts: what was seen, and when.
WATCH = """
window.seen = { errors: [], code: [], prompts: [], jumps: 0 };
const look = () => {
  const panel = document.querySelector(".jp-NotebookPanel");
  const text = panel?.textContent ?? ""; // innerText would lay the page out in every frame
  const now = performance.now();
  const first = (name, when) => { if (when && seen[name] === undefined) seen[name] = now; };
  first("reading", panel?.querySelector(".jp-MarkdownOutput h1")?.checkVisibility({ visibilityProperty: true }));
  if (/model not found|Error displaying widget|Traceback/.test(text)) seen.errors.push(text.slice(0, 200));
  const isVisible = (one) => one.checkVisibility({ visibilityProperty: true });
  const visible = (selector) => [...(panel?.querySelectorAll(selector) ?? [])].filter(isVisible);
  if (visible(".jp-CodeCell .jp-InputArea-editor").length) seen.code.push(now);
  if (visible(".jp-InputPrompt, .jp-OutputPrompt, .jp-Collapser, .jp-cell-toolbar").length) seen.prompts.push(now);
  if ((panel?.querySelector(".jp-WindowedPanel-outer")?.scrollTop ?? 0) > 0) seen.jumps += 1;
  requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""

# The extension's own marks: the file has come, the kernel has answered, all questions stand there. How long each may
# take is bench/opening.py's to say.
TIMES = """() => ["read", "kernel", "drawn"].map(
  (name) => performance.getEntriesByName(`course-${name}`)[0].startTime)"""


@pytest.fixture
def folder(hub: Hub) -> Iterator[Path]:
    """A knowledge check as fetched, in a folder that no other test has."""
    folder = hub.home(LEARNER) / "opened"
    shutil.copytree(ROOT / "release" / CHECK, folder)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def lab(page_of: PageOf, hub: Hub) -> Iterator[Page]:
    """A learner, signed in."""
    page = page_of(LEARNER)
    yield page
    end_kernels(page, hub, LEARNER)


def ask_contents(page: Page, hub: Hub, method: str, path: str, body: object) -> None:
    """What Lab's file browser sends when a file is duplicated, renamed or moved."""
    answer = ask_server(page, hub, LEARNER, method, f"contents/{path}", body)
    assert answer.ok, f"{method} {path}: {answer.status}"


def radio_quiz(page: Page) -> Locator:
    """A quiz of single choice or scenario; every form has one."""
    return quizzes(page).filter(has=page.locator('[data-type="single"], [data-type="scenario"]')).first


def first_radio(page: Page, nth: int = 0) -> Locator:
    return radio_quiz(page).get_by_role("radio").nth(nth)


def status(page: Page) -> Locator:
    return radio_quiz(page).locator(".cq-save")


@pytest.mark.parametrize("path", [LESSON, f"opened/{CHECK}.ipynb"])
def test_a_notebook_of_the_course_opens_as_a_page_with_its_questions_running(
    lab: Page, hub: Hub, folder: Path, path: str, screenshots: Path
) -> None:
    for visit in ("fresh", "kernel alive", "kernel ended"):
        if visit == "kernel ended":
            kernel_of((hub.home(LEARNER) / path).parent).send_signal(signal.SIGKILL)
        watched = lab.context.new_page()
        watched.add_init_script(WATCH)
        before = (hub.home(LEARNER) / path).read_bytes()
        open_lab(watched, hub, LEARNER, path)
        wait_until_live(watched)
        seen = watched.evaluate("seen")
        assert seen["errors"] == [], visit
        assert seen["code"] == [], visit
        assert seen["prompts"] == [], visit
        assert seen["jumps"] == 0, visit
        read, kernel, drawn = watched.evaluate(TIMES)
        assert read < seen["reading"] < drawn, "the text waits for no question"
        assert kernel < drawn
        # Every code cell but the one that imports shows its widget.
        code = [cell for cell in json.loads(before)["cells"] if cell["cell_type"] == "code"]
        assert watched.locator(".jp-CodeCell:has(.course-activity)").count() == len(code) - 1
        assert front_page(watched).get_by_text("Run All Cells").locator("visible=true").count() == 0
        watched.wait_for_timeout(500)
        watched.screenshot(path=screenshots / f"opens-{Path(path).stem}-{visit.replace(' ', '-')}.png")
        column = watched.locator(".jp-MarkdownCell").first.bounding_box()
        assert column
        assert column["width"] <= 860
        if visit == "fresh":
            assert axe_faults(watched, ".course-page .jp-Notebook") == []
        # Nothing to save: closing asks nothing, and the file is as it was.
        watched.keyboard.press("Control+s")
        watched.locator(".lm-TabBar-tab.lm-mod-current .lm-TabBar-tabCloseIcon").last.click()
        watched.wait_for_timeout(300)
        expect(watched.locator(".jp-Dialog")).to_have_count(0)
        assert (hub.home(LEARNER) / path).read_bytes() == before
        watched.close()


def test_a_duplicate_opens_ready_too_and_keeps_the_answers(lab: Page, hub: Hub, folder: Path) -> None:
    open_lab(lab, hub, LEARNER, f"opened/{CHECK}.ipynb")
    wait_until_live(lab)
    first_radio(lab).check()
    expect(status(lab)).to_contain_text("Saved at")
    ask_contents(lab, hub, "POST", "opened", {"copy_from": f"opened/{CHECK}.ipynb"})
    open_lab(lab, hub, LEARNER, f"opened/{CHECK}-Copy1.ipynb")
    wait_until_live(lab)
    expect(first_radio(lab)).to_be_checked()


# What must never run by itself -------------------------------------------------------------------------------------

EVIL_OUTPUT = {
    "output_type": "display_data",
    "metadata": {},
    "data": {
        "text/html": ["<img src=x onerror='window.pwned = 1'><script>window.pwned = 1</script>"],
        "application/javascript": ["window.pwned = 1"],
        "text/plain": ["nothing to see"],
    },
}


def with_code(source: str) -> Callable[[dict[str, Any]], None]:
    def change(notebook: dict[str, Any]) -> None:
        next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")["source"] = source

    return change


def hidden_code(notebook: dict[str, Any]) -> None:
    hiding = {"jupyter": {"source_hidden": True, "outputs_hidden": True}, "collapsed": True, "editable": False}
    cell = {"cell_type": "code", "id": "evil", "execution_count": None, "metadata": hiding, "outputs": [EVIL_OUTPUT]}
    notebook["cells"].append(cell | {"source": "open('ran', 'w')"})


FOREIGN = {
    "one character more": with_code("from course import ask "),
    "other code": with_code("open('ran', 'w')\nfrom course import ask"),
    "code that hides": hidden_code,
    "another kernel": lambda notebook: notebook["metadata"]["kernelspec"].update(name="other"),
}


def write_notebook(folder: Path, name: str, change: Callable[[dict[str, Any]], None]) -> Path:
    notebook = json.loads((folder / f"{CHECK}.ipynb").read_text())
    change(notebook)
    target = folder / name
    target.write_text(json.dumps(notebook))
    return target


def trust(hub: Hub, notebook: Path) -> None:
    """Sign a notebook for the account, as saving it in Lab does."""
    settings = Settings(Course(ROOT), hub.state, "course", Ports(1, 2, 3))
    command = [sys.executable, "-m", "jupyter", "trust", str(notebook)]
    done = subprocess.run(command, env=environment_of(settings, LEARNER), capture_output=True, text=True, check=True)
    assert "Signing notebook" in done.stdout + done.stderr


def assert_only_shown(pages: Iterable[Page], folder: Path) -> None:
    """In each page the code is in sight under a notice, and nothing ran."""
    for page in pages:
        notice = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .course-bar")
        expect(notice).to_contain_text("was not started by itself", timeout=PAGE_WITHIN)
    page.wait_for_timeout(STARTS_IN)
    for page in pages:
        assert page.locator(".course-page").count() == 0, page.url
        for editor in page.locator(".jp-CodeCell .jp-InputArea-editor").all():
            expect(editor).to_be_visible()
        assert page.locator(".course-quiz").count() == 0, page.url
        assert page.evaluate("window.pwned") is None, page.url
    assert not (folder / "ran").exists()


def opened(lab: Page, hub: Hub, *paths: str) -> list[Page]:
    """The learner's files, each in a tab of its own."""
    pages = [lab.context.new_page() for _ in paths]
    for page, path in zip(pages, paths, strict=True):
        open_lab(page, hub, LEARNER, path)
    return pages


def test_code_that_is_not_the_courses_is_shown_and_never_run(
    lab: Page, hub: Hub, folder: Path, screenshots: Path
) -> None:
    names = {what: what.replace(" ", "-") for what in FOREIGN}
    for what, change in FOREIGN.items():
        trust(hub, write_notebook(folder, f"{names[what]}.ipynb", change))
    *pages, own = opened(lab, hub, *(f"opened/{name}.ipynb" for name in names.values()), f"opened/{CHECK}.ipynb")
    wait_until_live(own)  # the last of the tabs, so that being one of many is not what keeps the others from running
    assert_only_shown(pages, folder)
    for page, name in zip(pages, names.values(), strict=True):
        page.screenshot(path=screenshots / f"foreign-{name}.png")


def test_saving_duplicating_renaming_and_moving_make_no_code_the_courses(lab: Page, hub: Hub, folder: Path) -> None:
    write_notebook(folder, "foreign.ipynb", hidden_code)
    open_lab(lab, hub, LEARNER, "opened/foreign.ipynb")
    assert_only_shown([lab], folder)
    lab.locator(".jp-Cell").first.click()
    lab.keyboard.press("Control+s")
    lab.wait_for_timeout(1000)
    ask_contents(lab, hub, "POST", "opened", {"copy_from": "opened/foreign.ipynb"})
    ask_contents(lab, hub, "PATCH", "opened/foreign-Copy1.ipynb", {"path": "opened/renamed.ipynb"})
    ask_contents(lab, hub, "POST", "lessons", {"copy_from": "opened/foreign.ipynb"})
    ask_contents(lab, hub, "PATCH", "lessons/foreign.ipynb", {"path": f"lessons/{CHECK}.ipynb"})
    shutil.copy(folder / "foreign.ipynb", folder / f"{CHECK}.ipynb")  # in the very place of the original
    paths = [f"opened/{name}.ipynb" for name in ("foreign", "renamed", CHECK)]
    assert_only_shown(opened(lab, hub, *paths, f"lessons/{CHECK}.ipynb"), folder)
    assert not (hub.home(LEARNER) / "lessons" / "ran").exists()
    (hub.home(LEARNER) / "lessons" / f"{CHECK}.ipynb").unlink()


def test_stored_scripts_do_not_run_beside_the_courses_own_code(lab: Page, hub: Hub, folder: Path) -> None:
    def add_outputs(notebook: dict[str, Any]) -> None:
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                cell["outputs"] = [EVIL_OUTPUT]

    notebook = write_notebook(folder, "stored.ipynb", add_outputs)
    trust(hub, notebook)
    open_lab(lab, hub, LEARNER, "opened/stored.ipynb")
    wait_until_live(lab)
    assert lab.evaluate("window.pwned") is None


def test_a_file_named_like_a_module_beside_the_notebook_is_not_imported(lab: Page, hub: Hub, folder: Path) -> None:
    for name in ("course", "anywidget", "json", "ipykernel_launcher", "traitlets", "sitecustomize"):
        (folder / f"{name}.py").write_text(f"open({str(folder / 'ran')!r}, 'w')\n")
    (folder / "ipywidgets").mkdir()
    (folder / "ipywidgets" / "__init__.py").write_text(f"open({str(folder / 'ran')!r}, 'w')\n")
    open_lab(lab, hub, LEARNER, f"opened/{CHECK}.ipynb")
    wait_until_live(lab)
    assert quizzes(lab).count() == len(MODULE.check.blueprint)
    assert not (folder / "ran").exists()


# Losing the kernel -------------------------------------------------------------------------------------------------


def logged(folder: Path) -> list[object]:
    return [record.response for record in responses.read(folder / responses.FILE_NAME).records]


def kill(page: Page, folder: Path) -> None:
    os.kill(kernel_of(folder).pid, signal.SIGKILL)


def restart(page: Page, folder: Path) -> None:
    choose(page, "Kernel", "kernelmenu:restart")
    page.locator(".jp-Dialog button.jp-mod-accept").click()


def shut_down(page: Page, folder: Path) -> None:
    choose(page, "Kernel", "kernelmenu:shutdown")


@pytest.mark.parametrize("lose", [kill, restart, shut_down])
def test_a_lost_kernel_comes_back_by_one_button_with_every_answer(
    lab: Page, hub: Hub, folder: Path, lose: Callable[[Page, Path], None], screenshots: Path
) -> None:
    open_lab(lab, hub, LEARNER, f"opened/{CHECK}.ipynb")
    wait_until_live(lab)
    first_radio(lab).check()
    expect(status(lab)).to_contain_text("Saved at")
    lose(lab, folder)
    bar = front_page(lab).locator(".course-bar")
    expect(bar).to_contain_text("The questions have stopped", timeout=LOST_WITHIN)
    first_radio(lab, 1).check()
    wanted = first_radio(lab, 1).get_attribute("value")
    lab.wait_for_timeout(1500)
    expect(lab.locator(".jp-Dialog")).to_have_count(0)
    lab.screenshot(path=screenshots / f"lost-{lose.__name__}.png")
    before = lab.locator(".jp-WindowedPanel-outer").evaluate("one => one.scrollTop")
    bar.get_by_role("button", name="Start the questions again").click()
    wait_until_live(lab)
    expect(bar).to_be_hidden()
    expect(first_radio(lab, 1)).to_be_checked()
    expect(status(lab)).to_contain_text("Saved at", timeout=15_000)
    assert logged(folder)[-1] == [wanted]
    lab.wait_for_timeout(500)
    assert abs(lab.locator(".jp-WindowedPanel-outer").evaluate("one => one.scrollTop") - before) < 150


def test_a_server_stopped_by_the_hub_comes_back_by_one_button_with_every_answer(
    lab: Page, hub: Hub, folder: Path, screenshots: Path
) -> None:
    open_lab(lab, hub, LEARNER, f"opened/{CHECK}.ipynb")
    wait_until_live(lab)
    first_radio(lab).check()
    expect(status(lab)).to_contain_text("Saved at")
    stop_server(lab, hub)
    first_radio(lab, 1).check()
    wanted = first_radio(lab, 1).get_attribute("value")
    bar = front_page(lab).locator(".course-bar")
    expect(bar.get_by_role("button")).to_be_visible(timeout=LOST_WITHIN)
    lab.wait_for_timeout(8000)  # Lab asks the server every few seconds, and would tell in a dialog that it is gone
    expect(lab.locator(".jp-Dialog")).to_have_count(0)
    lab.screenshot(path=screenshots / "lost-server.png")
    bar.get_by_role("button").click()
    lab.wait_for_load_state()
    wait_until_live(lab)
    expect(first_radio(lab, 1)).to_be_checked()
    expect(status(lab)).to_contain_text("Saved at", timeout=15_000)
    assert logged(folder)[-1] == [wanted]


def stop_server(page: Page, hub: Hub) -> None:
    """Stop the account's server as the hub's culler does."""
    control = page.context.new_page()
    control.goto(
        f"{hub.url}/hub/home", wait_until="networkidle"
    )  # its script loads after the page, and hears no click before
    control.locator("#stop").click()
    control.locator("#start").get_by_text("Start My Server").wait_for(timeout=LOST_WITHIN)
    control.close()


# As a person uses it -----------------------------------------------------------------------------------------------


def test_a_learner_can_see_the_notebook_and_come_back(lab: Page, hub: Hub, folder: Path, screenshots: Path) -> None:
    open_lab(lab, hub, LEARNER, f"opened/{CHECK}.ipynb")
    wait_until_live(lab)
    first_radio(lab).check()
    expect(status(lab)).to_contain_text("Saved at")
    lab.get_by_role("button", name="Show as notebook").click()
    expect(lab.locator(".jp-InputPrompt").first).to_be_visible()
    expect(lab.locator(".jp-CodeCell").first).to_be_visible()
    lab.screenshot(path=screenshots / "as-notebook.png")
    lab.get_by_role("button", name="Show as page").click()
    wait_until_live(lab)
    expect(first_radio(lab)).to_be_checked()
    assert "course:toggle-page" in commands_in(lab, "View")
    choose(lab, "View", "course:toggle-page")
    expect(lab.locator(".course-page")).to_have_count(0)


def test_code_edited_as_a_notebook_does_not_become_a_page(lab: Page, hub: Hub, folder: Path) -> None:
    def editable(notebook: dict[str, Any]) -> None:
        for cell in notebook["cells"]:
            cell["metadata"].pop("editable", None)

    write_notebook(folder, "edited.ipynb", editable)
    open_lab(lab, hub, LEARNER, "opened/edited.ipynb")
    wait_until_live(lab)
    lab.get_by_role("button", name="Show as notebook").click()
    lab.locator(".jp-MarkdownCell").last.click()
    lab.keyboard.press("Escape")
    lab.keyboard.press("b")
    lab.keyboard.press("Enter")
    lab.keyboard.type("open('ran', 'w')")
    lab.get_by_role("button", name="Show as page").click()
    assert_only_shown([lab], folder)


def test_instructors_see_notebooks_as_notebooks(page_of: PageOf, hub: Hub) -> None:
    page = page_of("instructor")
    open_lab(page, hub, "instructor", LESSON)
    wait_idle(page)
    page.wait_for_timeout(STARTS_IN)
    assert page.locator(".course-page, .course-quiz, .course-bar").count() == 0
    expect(page.locator(".jp-InputPrompt").first).to_be_visible()
    end_kernels(page, hub, "instructor")


def test_keys_and_clicks_in_a_page_never_change_its_cells(lab: Page, hub: Hub, folder: Path) -> None:
    open_lab(lab, hub, LEARNER, f"opened/{CHECK}.ipynb")
    wait_until_live(lab)
    cells = front_page(lab).locator(".jp-Cell")
    count = cells.count()
    text = front_page(lab).locator(".jp-MarkdownOutput p").first
    for act in (text.click, text.dblclick):
        act()
        for key in [*"ddxabmyrvz", "Enter", "Shift+Enter", "Control+Enter", "Escape"]:
            lab.keyboard.press(key)
    assert cells.count() == count
    assert lab.locator(".jp-mod-editMode").count() == 0
    expect(text).to_be_visible()
    expect(first_radio(lab)).to_be_visible()


def test_tab_goes_through_a_page_in_order_and_out_again(lab: Page, hub: Hub, folder: Path) -> None:
    open_lab(lab, hub, LEARNER, f"opened/{CHECK}.ipynb")
    wait_until_live(lab)
    lab.get_by_role("button", name="Show as notebook").focus()
    stops: list[tuple[str, float]] = []
    for _ in range(250):
        lab.keyboard.press("Tab")
        stop = lab.evaluate(
            """() => {
              const one = document.activeElement;
              const inside = one.closest(".course-page .jp-Notebook");
              const quiz = one.closest(".course-quiz");
              const scroll = one.closest(".jp-WindowedPanel-outer")?.scrollTop ?? 0;
              const number = [...document.querySelectorAll(".course-quiz")].indexOf(quiz);
              return { inside: Boolean(inside), quiz: number, top: one.getBoundingClientRect().top + scroll };
            }"""
        )
        if stops and not stop["inside"]:
            break
        if stop["inside"]:
            stops.append((stop["quiz"], stop["top"]))
    else:
        pytest.fail("Tab never left the page")
    assert {quiz for quiz, _ in stops} >= set(range(len(MODULE.check.blueprint)))
    tops = [top for _, top in stops]
    assert all(later > earlier - 60 for earlier, later in pairwise(tops)), tops


def test_a_page_fits_a_narrow_window(lab: Page, hub: Hub, screenshots: Path) -> None:
    open_lab(lab, hub, LEARNER, LESSON)
    wait_until_live(lab)
    expect(lab.locator("#jp-left-stack")).to_be_visible()
    lab.set_viewport_size({"width": 360, "height": 740})
    expect(lab.locator("#jp-left-stack")).to_be_hidden()  # by itself: there is no room for Lab's own way to close it
    lab.wait_for_timeout(500)
    lab.screenshot(path=screenshots / "page-narrow.png")
    wide = front_page(lab).locator(".jp-WindowedPanel-outer").evaluate("one => one.scrollWidth - one.clientWidth")
    assert wide <= 1
    lab.set_viewport_size({"width": 1280, "height": 900})
    expect(lab.locator("#jp-left-stack")).to_be_visible()
