"""No key and no rationale of a knowledge check leaves the instructor's side, however it is wrapped."""

from __future__ import annotations

import base64
import gzip
import io
import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from course import bank, responses
from course.build.questions import solution
from course.items import Item, SingleChoice

from .course_folder import CHECK, REPOSITORY, CourseFolder
from .explanations import explained
from .grading_loop import GradedCourse
from .kernels import Answer, open_page
from .leaks import PIECE, Secrets, find_leaks

LEARNERS = ("all-right", "all-wrong", "partly-right")


@pytest.fixture(scope="module")
def secrets(graded_real: GradedCourse) -> Secrets:
    """All that the course's check keeps to the instructor."""
    return Secrets.of(graded_real.course.check.items)


@pytest.fixture(scope="module")
def all_secrets() -> Secrets:
    """All that every check of the course, and its final assessment, keep to the instructor.

    A phrase that the reading, the glossary or a practice question teaches is no secret where a check explains it again.
    """
    content = REPOSITORY / "content"
    course = bank.load(content)
    assert course.capstone
    items = [*(item for module in course.modules for item in module.check.items), *course.capstone.questions]
    taught = [
        path for name in ("lesson.md", "module.yml", "practice.yml", "glossary.yml") for path in content.rglob(name)
    ]
    return Secrets.of(items, [path.read_text(encoding="utf-8") for path in taught])


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The engine as it is installed on every learner's server."""
    place = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place)]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (found,) = place.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def home(graded_real: GradedCourse) -> Path:
    """The home of a learner who did all: lesson run and answered, check fetched, answered, submitted, returned."""
    learner = graded_real.course.learner("all-right")
    lessons = learner.home / "lessons"
    shutil.copytree(graded_real.course.root / "notebooks", lessons)
    (lesson,) = lessons.glob("01-*.ipynb")
    with open_page(lessons, learner.home, learner.name) as page:
        for n, widget in enumerate(page.run_all(lesson)):
            item = widget.state["item"]
            if item.get("type") in ("single", "scenario"):
                response = [item["options"][0]["id"]]
                assert page.answer(widget, Answer(n, response, 1))["type"] == "saved"
    return learner.home


@pytest.fixture(params=["wheel", "notebooks", "release", "home", "feedback"])
def place(request: pytest.FixtureRequest, graded_real: GradedCourse) -> Path:
    """Each place that learners can read. Feedback is that of the learner who chose no right answer."""
    match request.param:
        case "wheel" | "home":
            found = request.getfixturevalue(request.param)
        case "feedback":
            found = graded_real.course.root / "feedback" / "all-wrong" / CHECK
        case name:
            found = graded_real.course.root / name
    assert isinstance(found, Path)
    return found


def test_the_wheel_tells_nothing(wheel: Path, all_secrets: Secrets) -> None:
    assert "course/marking.py" in zipfile.ZipFile(wheel).namelist()
    assert find_leaks(wheel, all_secrets) == []


def test_lessons_and_releases_tell_nothing(graded_real: GradedCourse, all_secrets: Secrets) -> None:
    for root in (REPOSITORY, graded_real.course.root):
        assert len(list((root / "notebooks").glob("*.ipynb"))) > 0
        assert find_leaks(root / "notebooks", all_secrets) == []
        assert (root / "release" / CHECK / f"{CHECK}.ipynb").is_file()
        assert find_leaks(root / "release", all_secrets) == []


def test_a_learners_home_tells_nothing_but_what_feedback_explained(home: Path, graded_real: GradedCourse) -> None:
    kept = {str(path.relative_to(home)) for path in home.rglob("*") if path.is_file()}
    assert f"{CHECK}/{responses.FILE_NAME}" in kept
    assert any(path.startswith(".local/share/jupyter/nbgrader_cache/") for path in kept)
    assert any(path.endswith(responses.FILE_NAME) and path.startswith(".local/share/") for path in kept)
    assert "application/vnd.jupyter.widget-state+json" in (home / CHECK / f"{CHECK}.ipynb").read_text(encoding="utf-8")
    assert find_leaks(home, _untold(graded_real, "all-right")) == []


@pytest.mark.parametrize("learner", LEARNERS)
def test_feedback_tells_nothing_but_what_explains_the_learners_own_choice(
    graded_real: GradedCourse, learner: str
) -> None:
    folder = graded_real.course.root / "feedback" / learner / CHECK
    assert (folder / f"{CHECK}.html").is_file()
    assert find_leaks(folder, _untold(graded_real, learner)) == []


def test_the_exchange_tells_nothing_but_what_feedback_explained(graded_real: GradedCourse) -> None:
    assert find_leaks(graded_real.course.exchange, _untold(graded_real, *LEARNERS)) == []


def test_every_master_tells_the_keys_of_its_own_bank(all_secrets: Secrets) -> None:
    leaks = find_leaks(REPOSITORY / "source", all_secrets)
    assert {leak.item for leak in leaks} == all_secrets.items


def test_the_masters_of_the_checks_are_where_the_secrets_are(graded_real: GradedCourse, secrets: Secrets) -> None:
    master = graded_real.course.root / "source" / CHECK
    leaks = find_leaks(master, secrets)
    assert {leak.item for leak in leaks} == {item.id for item in graded_real.course.check.items}
    assert {leak.path.name for leak in leaks} == {f"{CHECK}.ipynb"}


def _zipped(data: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("course/some.py", data)
    return buffer.getvalue()


def _in_output(data: bytes) -> bytes:
    """Bytes as text in a notebook's output, cut in lines and escaped as JSON escapes it."""
    output = {"output_type": "stream", "name": "stdout", "text": data.decode().splitlines(keepends=True)}
    cell = {"cell_type": "code", "source": [], "metadata": {}, "outputs": [output]}
    return json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()


WRAPPINGS: dict[str, Callable[[bytes], bytes]] = {
    "plain": lambda data: data,
    "backward": lambda data: data.decode()[::-1].encode(),
    "base64": base64.b64encode,
    "base64-second-alignment": lambda data: base64.b64encode(b"." + data),
    "base64-third-alignment": lambda data: base64.b64encode(b".." + data),
    "base64-amid-letters": lambda data: b"data" + base64.b64encode(data) + b"data",
    "base64-for-addresses": base64.urlsafe_b64encode,
    "base64-in-lines": base64.encodebytes,
    "base64-backward": lambda data: base64.b64encode(data.decode()[::-1].encode()),
    "utf-16": lambda data: data.decode().encode("utf-16"),
    "utf-16-big-endian-after-a-byte": lambda data: b"." + data.decode().encode("utf-16-be"),
    "gzip": gzip.compress,
    "zip": _zipped,
    "base64-in-zip": lambda data: _zipped(base64.b64encode(data)),
    "zip-in-base64": lambda data: base64.b64encode(_zipped(data)),
    "notebook-output": _in_output,
    "base64-in-notebook-output": lambda data: _in_output(base64.encodebytes(data)),
    "notebook-output-in-zip": lambda data: _zipped(_in_output(data)),
}

TELLINGS: dict[str, Callable[[Item], str]] = {
    "rationale": lambda item: _rationale(item),  # noqa: PLW0108  (defined below)
    "rationale-as-html": lambda item: str(solution(item)["rationales"]["a"]),
    "rationale-in-an-attribute": lambda item: f"<p title='{_rationale(item)}'>",
    "rationale-in-a-comment": lambda item: f"<!-- {_rationale(item)} -->",
    "piece-of-a-rationale": lambda item: " ".join(_rationale(item).split())[7 : 7 + PIECE],
    "key-in-json": lambda item: json.dumps({item.id: solution(item)}, indent=2)[:40],
    "key-in-compact-json": lambda item: json.dumps({"id": item.id, "key": ["b"]}, separators=(",", ":")),
    "key-in-python": lambda item: repr({item.id: {"key": ["b"]}}),
    "key-in-yaml": lambda item: f"- id: {item.id}\n  type: single\n  key: b\n",
}


@pytest.mark.parametrize("telling", TELLINGS)
@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_a_secret_is_found_however_it_is_told_and_wrapped(
    graded_real: GradedCourse, secrets: Secrets, tmp_path: Path, telling: str, wrapping: str
) -> None:
    item = _some_item(graded_real.course)
    text = TELLINGS[telling](item)
    file = tmp_path / "file"
    file.write_bytes(WRAPPINGS[wrapping](f"Something before, and {text} and something after it.".encode()))
    assert {leak.item for leak in find_leaks(file, secrets)} == {item.id}


@pytest.mark.parametrize("telling", ["piece-of-a-rationale", "key-in-json"])
def test_a_secret_planted_in_any_place_is_found_there(
    graded_real: GradedCourse, place: Path, tmp_path: Path, telling: str
) -> None:
    secrets = _untold(graded_real, *LEARNERS)
    copy = tmp_path / place.name
    (shutil.copytree if place.is_dir() else shutil.copyfile)(place, copy)
    assert find_leaks(copy, secrets) == []
    item = _some_item(graded_real.course)
    file = _plant(copy, TELLINGS[telling](item))
    assert {(leak.path, leak.item) for leak in find_leaks(copy, secrets)} == {(file, item.id)}


def _plant(place: Path, text: str) -> Path:
    """Hide a text where such a place would hide it: in the wheel's code, a notebook's output, a page's comment."""
    if place.is_file():
        with zipfile.ZipFile(place, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("course/planted.py", f"DATA = {base64.b64encode(text.encode())!r}\n")
        return place
    notebooks = sorted(place.rglob("*.ipynb"))
    if notebooks:
        nb = json.loads(notebooks[0].read_text(encoding="utf-8"))
        output = {"output_type": "stream", "name": "stdout", "text": text.splitlines(keepends=True)}
        next(cell for cell in nb["cells"] if cell["cell_type"] == "code")["outputs"].append(output)
        notebooks[0].write_text(json.dumps(nb), encoding="utf-8")
        return notebooks[0]
    page = place / f"{CHECK}.html"
    page.write_text(f"{page.read_text(encoding='utf-8')}<!-- {text[::-1]} -->", encoding="utf-8")
    return page


def _some_item(course: CourseFolder) -> Item:
    """An item of the check with a rationale that no learner's feedback explained."""
    return next(item for item in course.check.items if isinstance(item, SingleChoice))


def _rationale(item: Item) -> str:
    assert isinstance(item, SingleChoice)
    return item.options[-1].rationale


def _untold(graded: GradedCourse, *learners: str) -> Secrets:
    """The check's secrets without what feedback explained to these learners."""
    told = [
        rationale
        for learner in learners
        for item in graded.course.slots(learner).values()
        for rationale in explained(graded.course.items[item], graded.sittings[learner].answers.get(item))
    ]
    return Secrets.of(graded.course.check.items, told)
