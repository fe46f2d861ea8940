"""A course folder of the bench's own: a check of ten questions with every type of item, submissions, and commands."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import NamedTuple

import psutil
import yaml

from course import responses
from course.build import build
from course.question_files import CheckQuestions
from course.questions import Question, Response

ROOT = Path(__file__).parents[1]
CHECK = "check-01"
TYPES = {"single", "scenario", "multiple", "true-false-reason", "matching", "ordering"}
STOCK = 'c = get_config()\nc.CourseDirectory.course_id = "bench"\n'
OURS = f"{STOCK}from course.grading import configure\nconfigure(c)\n"


class Run(NamedTuple):
    """What a command took."""

    seconds: float
    mebibytes: float  # the most that it and its children held at once


def course_folder(root: Path, settings: str, many: int) -> Path:
    """A course folder with the check in its gradebook, and the same submissions wherever it is made."""
    shutil.copytree(ROOT / "content", root / "content")
    _ask_every_type(root / "content")
    build(root)
    shutil.rmtree(root / "content")  # a grader has the masters alone
    (root / "nbgrader_config.py").write_text(settings, encoding="utf-8")
    command(root, "nbgrader", "generate_assignment", CHECK, "--force")
    check = CheckQuestions.in_folder(root / "release" / CHECK)
    chance = random.Random(1)  # noqa: S311  (the same submissions in every run)
    asked = {kind for n in range(many) for kind in _hand_in(root, check, f"learner-{n:04}", chance)}
    if many > 1 and asked != TYPES:
        raise RuntimeError(f"the bench's check asks {', '.join(sorted(asked))}, and should ask every type of item")
    return root


def _ask_every_type(content: Path) -> None:
    """Give the check's last slot a matching item of another check: it has none of its own."""
    (path,) = content.glob("modules/01-*/check.yml")
    (other,) = content.glob("modules/02-*/check.yml")
    check, items = (yaml.safe_load(one.read_text(encoding="utf-8")) for one in (path, other))
    matching = next(item for item in items["items"] if item["type"] == "matching")
    slot = check["blueprint"][-1]
    check["items"].append(matching | {"id": "m1-k99", "objective": slot["objective"]})
    slot["item"] = "m1-k99"
    path.write_text(yaml.safe_dump(check, sort_keys=False), encoding="utf-8")


def _hand_in(root: Path, check: CheckQuestions, learner: str, chance: random.Random) -> Iterator[str]:
    """Put a submission where nbgrader collects it; the types of the items that it answers."""
    folder = root / "submitted" / learner / CHECK
    shutil.copytree(root / "release" / CHECK, folder)
    (folder / "timestamp.txt").write_text("2026-11-21 10:32:05.000000 UTC", encoding="utf-8")
    (folder / "submission_secret.txt").write_text(learner, encoding="utf-8")
    lines = []
    for slot, question in check.drawn(learner).items():
        if chance.random() < 0.95:  # some leave a question out
            response = _response(question, chance)
            record = responses.Record(question["id"], response, 1, responses.now(), learner, slot, CHECK, "A")
            lines.append(json.dumps({"v": responses.VERSION} | record._asdict()) + "\n")
            yield question["type"]
    (folder / responses.FILE_NAME).write_text("".join(lines), encoding="utf-8")


def _response(question: Question, chance: random.Random) -> Response:
    """Some well-formed answer to a question: right, wrong, or a part of it."""
    options = [option["id"] for option in question["options"]]
    match question["type"]:
        case "matching":
            prompts = chance.sample(question["prompts"], chance.randint(1, len(question["prompts"])))
            return {prompt["id"]: chance.choice(options) for prompt in prompts}
        case "ordering":
            return chance.sample(options, len(options))
        case "multiple":
            return chance.sample(options, chance.randint(1, len(options)))
        case "true-false-reason":
            answer = [chance.choice(options)]
            return answer if chance.random() < 0.2 else [*answer, chance.choice(question["reasons"])["id"]]
        case _:
            return [chance.choice(options)]


def _environment() -> dict[str, str]:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    modules = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))
    return os.environ | {"PATH": path, "PYTHONPATH": modules}


def command(root: Path, *words: str) -> None:
    """Run a command in a course folder. Raises RuntimeError with what it said where it fails."""
    done = subprocess.run(words, cwd=root, env=_environment(), capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(words)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")


def seconds_of(root: Path, *words: str) -> float:
    """A command's time, with nobody looking at it meanwhile. Raises RuntimeError where it fails."""
    began = time.perf_counter()
    command(root, *words)
    return time.perf_counter() - began


def timed(root: Path, *words: str) -> Run:
    """A command's time, and the memory of all its processes together. Raises RuntimeError where it fails."""
    began = time.perf_counter()
    with (root / "said.log").open("wb") as said:
        process = subprocess.Popen(words, cwd=root, env=_environment(), stdout=said, stderr=said)
        with _watched(process.pid) as most:
            status = process.wait()
        seconds = time.perf_counter() - began
    if status:
        raise RuntimeError(f"{' '.join(words)} ended with {status}:\n{(root / 'said.log').read_text()}")
    return Run(seconds, most[0] / 2**20)


def class_of_one(root: Path, seconds_of: Callable[..., float], *words: str) -> float:
    """Seconds for one submission: a command's start and end, and one of what lies between. The best of three."""
    (root / "submitted").rename(root / "aside")
    shutil.copytree(root / "aside" / "learner-0000", root / "submitted" / "learner-0000")
    seconds = []
    for _ in range(3):
        seconds.append(seconds_of(root, *words))
        shutil.rmtree(root / "autograded")
    shutil.rmtree(root / "submitted")
    (root / "aside").rename(root / "submitted")
    return min(seconds)


@contextmanager
def _watched(pid: int) -> Iterator[list[int]]:
    """The most memory that a process and its children have held, looked at twenty times a second."""
    most, done = [0], Event()

    def look() -> None:
        while not done.wait(0.05):
            try:
                process = psutil.Process(pid)
                tree = [process, *process.children(recursive=True)]
                most[0] = max(most[0], sum(one.memory_info().rss for one in tree))
            except psutil.NoSuchProcess:
                continue

    watcher = Thread(target=look)
    watcher.start()
    try:
        yield most
    finally:
        done.set()
        watcher.join()
