"""An answer that the page called saved is in the log, whatever happens to the kernel, the page or the disk.

The first test kills 200 kernels with SIGKILL, each at a random moment while answers are being written, all of them
on one log. Every tenth was started as Jupyter does it; the others were forked, to be there sooner. The other tests put
two tabs on one notebook, fill the disk, and restart the kernel.
"""

from __future__ import annotations

import itertools
import random
import shutil
import time
from collections import deque
from collections.abc import Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from course import responses

from .course_folder import CHECK, CourseFolder, drawn
from .kernels import Answer, Page, Shown, open_page

KILLS = 200
SEED = 20261121
LEARNER = "learner"
ORDERS = [list(order) for order in itertools.permutations("abcd")]  # of the sample's ordering question
FULL = "Your folder is full. Delete something you do not need, then choose Try again."


@pytest.fixture
def folder(tea: CourseFolder, tmp_path: Path) -> Path:
    """The fetched check in a learner's home."""
    return Path(shutil.copytree(tea.root / "release" / CHECK, tmp_path / LEARNER / CHECK))


@pytest.fixture
def log(folder: Path) -> Path:
    return folder / responses.FILE_NAME


@pytest.fixture
def page(folder: Path) -> Iterator[Page]:
    with open_page(folder, folder.parent, LEARNER) as opened:
        yield opened


@pytest.fixture
def other_tab(folder: Path) -> Iterator[Page]:
    with open_page(folder, folder.parent, LEARNER) as opened:
        yield opened


def test_no_confirmed_answer_is_lost_when_kernels_are_killed_while_they_write(folder: Path, log: Path) -> None:
    rng = random.Random(SEED)  # noqa: S311  (for moments, not for secrets)
    numbers = itertools.count(1)
    confirmed: dict[int, tuple[list[str], str]] = {}
    torn = 0
    with closing(_kernels(folder, KILLS)) as kernels:
        for kill, (page, widget) in enumerate(kernels, start=1):
            sent, replies = _answer_until_killed(page, widget, numbers, rng.uniform(0, 0.05))
            confirmed |= {n: (sent[n], at) for n, at in replies.items()}
            told = f"seed {SEED}, kill {kill}"
            reading = responses.read(log)
            kept = {record.attempt: (record.response, record.at) for record in reading.records}
            assert {n: kept.get(n) for n in confirmed} == confirmed, told
            assert len(reading.records) >= len(confirmed), told
            assert torn <= len(reading.skipped) <= torn + 1, told
            torn = len(reading.skipped)
            if kill % 10 == 0:
                _tear(log)  # what a power cut leaves; a killed process seldom does
                torn = len(responses.read(log).skipped)
    assert len(confirmed) >= KILLS
    assert torn >= KILLS // 10


def _kernels(folder: Path, count: int) -> Generator[tuple[Page, Shown], None, None]:
    """Pages with the question shown and nothing answered; the next ones start while one is in use."""

    def start(n: int) -> tuple[Page, Shown]:
        page = Page(folder, folder.parent, LEARNER, is_warm=n % 10 != 0)
        try:
            return page, page.shown(f"from course import ask\nask({_ordering_slot(folder)!r})")
        except BaseException:
            page.close()
            raise

    with ThreadPoolExecutor(2) as pool:
        ready: deque[Future[tuple[Page, Shown]]] = deque()
        numbers = iter(range(count))
        try:
            for _ in range(count):
                ready += (pool.submit(start, n) for n in itertools.islice(numbers, 3 - len(ready)))
                page, widget = ready.popleft().result()
                try:
                    yield page, widget
                finally:
                    page.close()
        finally:
            with ExitStack() as unused:
                for waiting in ready:
                    unused.callback(_close, waiting)


def _close(started: Future[tuple[Page, Shown]]) -> None:
    page, _ = started.result()
    page.close()


def _answer_until_killed(
    page: Page, widget: Shown, numbers: Iterator[int], after: float
) -> tuple[dict[int, list[str]], dict[int, str]]:
    """Send answers without waiting, kill some time after the first confirmation: what was sent, what was confirmed."""
    sent = {n: ORDERS[n % len(ORDERS)] for n in itertools.islice(numbers, 100)}
    for n, order in sent.items():
        page.send(widget, Answer(n, order, n))
    replies = [page.reply()]
    time.sleep(after)
    page.kill()
    replies += page.last_replies()
    assert all(reply is not None and reply["type"] == "saved" for reply in replies)
    return sent, {reply["n"]: reply["at"] for reply in replies if reply}


def _tear(log: Path) -> None:
    """Leave half of a line at the log's end, as if the power had gone while it was written."""
    line = log.read_bytes().splitlines()[-1]
    with log.open("ab") as handle:
        handle.write(line[: len(line) // 2])


def _ordering_slot(folder: Path) -> str:
    return next(slot for slot, question in drawn(folder, LEARNER).items() if question["type"] == "ordering")


@pytest.fixture
def ask(folder: Path) -> str:
    """The cell of the check's ordering question."""
    return f"from course import ask\nask({_ordering_slot(folder)!r})"


def test_two_tabs_on_one_notebook_lose_nothing_and_the_last_answer_counts(
    page: Page, other_tab: Page, log: Path, ask: str
) -> None:
    tabs = [(page, page.shown(ask)), (other_tab, other_tab.shown(ask))]
    for n in range(1, 21):
        tab, widget = tabs[n % 2]
        assert tab.answer(widget, Answer(n, ORDERS[n], n))["type"] == "saved"
    reading = responses.read(log)
    assert [(one.attempt, one.response) for one in reading.records] == [(n, ORDERS[n]) for n in range(1, 21)]
    assert reading.skipped == ()
    restored = [tab.shown(ask).state["saved"]["response"] for tab, _ in tabs]
    assert restored == [ORDERS[20], ORDERS[20]]


def test_two_tabs_that_write_at_the_same_time_lose_nothing(page: Page, other_tab: Page, log: Path, ask: str) -> None:
    tabs = [(page, page.shown(ask)), (other_tab, other_tab.shown(ask))]
    for n in range(1, 201):
        tab, widget = tabs[n % 2]
        tab.send(widget, Answer(n, ORDERS[n % len(ORDERS)], n))
    replies = [tab.reply() for tab, _ in tabs for _ in range(100)]
    assert {reply["n"] for reply in replies if reply and reply["type"] == "saved"} == set(range(1, 201))
    reading = responses.read(log)
    assert {one.attempt: one.response for one in reading.records} == {n: ORDERS[n % len(ORDERS)] for n in range(1, 201)}
    assert (len(reading.records), reading.skipped) == (200, ())


def test_a_new_kernel_restores_the_last_answer(folder: Path, page: Page, ask: str) -> None:
    first = page.shown(ask)
    assert first.state["saved"] is None
    page.answer(first, Answer(1, ORDERS[5], 1))
    last = page.answer(first, Answer(2, ORDERS[7], 2))
    page.kill()
    with open_page(folder, folder.parent, LEARNER) as restarted:
        saved = restarted.shown(ask).state["saved"]
    assert saved == {"response": ORDERS[7], "attempt": 2, "at": last["at"]}


@pytest.mark.parametrize("room", [0, 10], ids=["no-byte-is-free", "a-part-of-the-line-fits"])
def test_a_full_disk_refuses_in_words_and_keeps_what_was_saved(page: Page, log: Path, ask: str, room: int) -> None:
    widget = page.shown(ask)
    assert page.answer(widget, Answer(1, ORDERS[1], 1))["type"] == "saved"
    before = log.read_bytes()

    _limit_files(page, len(before) + room)
    assert page.answer(widget, Answer(2, ORDERS[2], 2)) == {"type": "refused", "n": 2, "message": FULL}
    assert log.read_bytes() == before
    assert page.shown(ask).state["saved"]["response"] == ORDERS[1]

    _limit_files(page, None)
    assert page.answer(widget, Answer(3, ORDERS[2], 2))["type"] == "saved"
    assert [(one.attempt, one.response) for one in responses.read(log).records] == [(1, ORDERS[1]), (2, ORDERS[2])]


def test_a_full_disk_refuses_the_first_answer_of_all(page: Page, log: Path, ask: str) -> None:
    widget = page.shown(ask)
    _limit_files(page, 0)
    assert page.answer(widget, Answer(1, ORDERS[1], 1)) == {"type": "refused", "n": 1, "message": FULL}
    assert responses.read(log) == responses.Reading()
    _limit_files(page, None)
    assert page.answer(widget, Answer(2, ORDERS[1], 1))["type"] == "saved"


def _limit_files(page: Page, size: int | None) -> None:
    """Let the kernel write no file beyond a size, as on a full disk."""
    soft = "hard" if size is None else str(size)
    page.run(
        "import resource\n_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({soft}, hard))"
    )
