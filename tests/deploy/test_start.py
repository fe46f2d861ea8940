"""The real thing: `make start` itself, on a small course."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from deploy.local.settings import HOST, ROOT, State
from tests.browser.hub import Hub, running_hub, start_hub
from tests.deploy.stand_in import make_course, write_answer, write_check
from tests.deploy.visitor import Visitor

LEARNERS = ("learner1", "learner2", "learner3")


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_course(tmp_path_factory.mktemp("course") / "checkout")


@pytest.fixture(scope="module")
def hub(course: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    """One hub for the tests that leave it as it is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SECRET_OF_THE_STARTER", "for nobody else")
        with running_hub(tmp_path_factory.mktemp("state"), root=course) as running:
            yield running


def processes_of(folder: Path) -> list[psutil.Process]:
    """Every process of this computer that works in the state's folder, whoever started it."""
    found = []
    for process in psutil.process_iter():
        try:
            if Path(process.cwd()).is_relative_to(folder) and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
        except (psutil.Error, OSError):
            continue
    return found


def alive(processes: list[psutil.Process]) -> list[psutil.Process]:
    """Those that still run."""
    return [process for process in processes if process.is_running() and process.status() != psutil.STATUS_ZOMBIE]


def commands_of(processes: list[psutil.Process]) -> str:
    return "\n".join(" ".join(process.cmdline()) for process in processes)


def eventually(condition: Callable[[], object], within: float = 30.0) -> bool:
    """Whether the condition comes true in time."""
    until = time.monotonic() + within
    while time.monotonic() < until:
        if condition():
            return True
        time.sleep(0.2)
    return False


def signed_in(hub: Hub, name: str) -> Visitor:
    """A visitor with this account's server open."""
    visitor = Visitor(hub.url)
    assert visitor.sign_in(name, hub.passwords[name])
    visitor.open_server(name)
    return visitor


def use(hub: Hub) -> list[psutil.Process]:
    """Sign a learner in, start a kernel; the processes that run then: hub, proxy, server, kernel."""
    signed_in(hub, "learner1").post("learner1", "api/kernels")
    assert eventually(lambda: "ipykernel_launcher" in commands_of(processes_of(hub.state.folder)))
    running = processes_of(hub.state.folder)
    for part in ("-m jupyterhub -f", "configurable-http-proxy", "jupyterhub.singleuser", "ipykernel_launcher"):
        assert part in commands_of(running)
    return running


def test_the_terminal_says_where_to_go_and_how_to_sign_in(hub: Hub) -> None:
    said = "\n".join(hub.said)
    assert "A small course" in said
    assert re.search(rf"Open http://{re.escape(HOST)}:\d+", said)
    for name, password in hub.passwords.items():
        assert re.search(rf"{name} +{password}", said)


def test_the_terminal_says_that_this_is_not_for_a_class(hub: Hub) -> None:
    said = " ".join(" ".join(hub.said).split())
    assert "not for a class" in said
    assert "All accounts share one user" in said


@pytest.mark.parametrize("name", ["instructor", *LEARNERS])
def test_each_account_signs_in_with_its_own_password(hub: Hub, name: str) -> None:
    assert Visitor(hub.url).sign_in(name, hub.passwords[name])


@pytest.mark.parametrize("name", ["instructor", "learner2", "learner4", "root"])
def test_a_learner_cannot_sign_in_as_anybody_else(hub: Hub, name: str) -> None:
    visitor = Visitor(hub.url)
    assert not visitor.sign_in(name, hub.passwords["learner1"])
    assert visitor.ask("/hub/api/user")[0] == 403


def test_a_signed_in_learner_does_not_get_into_the_instructors_server(hub: Hub) -> None:
    instructor, learner = signed_in(hub, "instructor"), signed_in(hub, "learner1")
    assert instructor.ask("/user/instructor/api/contents/small-course")[0] == 200
    assert learner.ask("/user/instructor/api/contents/small-course")[0] in {403, 404}
    assert learner.ask("/user/instructor/formgrader")[0] in {403, 404}


def test_nobody_administers_the_hub(hub: Hub) -> None:
    visitor = Visitor(hub.url)
    assert visitor.sign_in("instructor", hub.passwords["instructor"])
    assert visitor.ask("/hub/admin")[0] == 403


def test_what_the_hub_keeps_is_shut_to_other_users_of_the_computer(hub: Hub) -> None:
    assert hub.state.folder.stat().st_mode & 0o777 == 0o700
    kept = [hub.state.passwords, *hub.state.hub.iterdir(), *hub.state.logs.iterdir()]
    assert [file for file in kept if file.stat().st_mode & 0o077] == []
    assert [home for home in hub.state.homes.iterdir() if home.stat().st_mode & 0o077] == []


def test_the_hub_listens_on_this_computer_only(hub: Hub) -> None:
    listening = [
        connection.laddr.ip
        for process in processes_of(hub.state.folder)
        for connection in process.net_connections(kind="tcp")
        if connection.status == psutil.CONN_LISTEN
    ]
    assert set(listening) == {HOST}


@pytest.mark.skipif(sys.platform != "linux", reason="only there can a process's environment be read")
def test_little_of_the_starters_environment_reaches_the_hub_and_the_servers(hub: Hub) -> None:
    assert "SECRET_OF_THE_STARTER" in psutil.Process(hub.process.pid).environ()
    assert [process for process in use(hub) if "SECRET_OF_THE_STARTER" in process.environ()] == []


def test_the_checks_are_released_and_the_learners_are_in_the_gradebook(hub: Hub) -> None:
    released = hub.state.exchange / "small-course/outbound/check-01/check-01.ipynb"
    assert "assert" not in released.read_text()
    ask = (
        "from nbgrader.api import Gradebook\n"
        "with Gradebook('sqlite:///gradebook.db') as book: print(*sorted(one.id for one in book.students))"
    )
    folder = hub.home("instructor") / "small-course"
    answer = subprocess.run([sys.executable, "-c", ask], cwd=folder, capture_output=True, text=True, check=True)
    assert answer.stdout.split() == list(LEARNERS)


def test_a_learners_home_holds_the_lessons_and_no_key(hub: Hub) -> None:
    signed_in(hub, "learner2")
    files = [path for path in hub.home("learner2").rglob("*") if path.is_file()]
    assert hub.home("learner2") / "lessons/01-lesson.ipynb" in files
    assert [path for path in files if b"HIDDEN TESTS" in path.read_bytes()] == []


def test_a_check_travels_from_learners_to_the_gradebook_and_comes_back(hub: Hub) -> None:
    check = {"course_id": "small-course", "assignment_id": "check-01"}
    learners = {name: signed_in(hub, name) for name in ("learner1", "learner2")}
    for (name, learner), answer in zip(learners.items(), "ab", strict=True):
        learner.post(name, "assignments/fetch", **check)
        write_answer(hub.home(name) / "check-01" / "check-01.ipynb", answer)
        assert learner.post(name, "assignments/submit", **check)["success"]

    instructor = signed_in(hub, "instructor")
    assert instructor.post("instructor", "formgrader/api/assignment/check-01/collect")["success"]
    for name in learners:
        assert instructor.post("instructor", f"formgrader/api/submission/check-01/{name}/autograde")["success"]
    _, text = instructor.ask("/user/instructor/formgrader/api/submissions/check-01")
    scores = {one["student"]: one["score"] for one in json.loads(text) if one["autograded"]}
    assert scores == {"learner1": 0, "learner2": 4}

    for step in ("generate_feedback", "release_feedback"):
        assert instructor.post("instructor", f"formgrader/api/assignment/check-01/{step}")["success"]
    listed = learners["learner1"].post("learner1", "assignments/fetch_feedback", **check)["value"]
    assert [one["student_id"] for one in listed if one["status"] == "submitted"] == ["learner1"]
    assert list(hub.home("learner1").glob("check-01/feedback/*/check-01.html"))


def test_ctrl_c_leaves_no_process(course: Path, tmp_path: Path) -> None:
    hub = start_hub(tmp_path, root=course)
    running = use(hub)
    assert hub.stop(signal.SIGINT) == 0
    # Not even one that has ended and waits for its parent to notice.
    assert [process for process in running if process.is_running()] == []
    assert processes_of(tmp_path) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=["term", "hang-up"])
def test_other_ways_to_stop_leave_no_process_either(course: Path, tmp_path: Path, number: int) -> None:
    if signal.getsignal(number) == signal.SIG_IGN:
        pytest.skip("these tests run under nohup, and so would the course")
    hub = start_hub(tmp_path, root=course)
    assert hub.stop(number) == 0
    assert processes_of(tmp_path) == []


def test_a_killed_hub_takes_everything_with_it(course: Path, tmp_path: Path) -> None:
    hub = start_hub(tmp_path, root=course)
    running = use(hub)
    next(process for process in running if "-m jupyterhub -f" in " ".join(process.cmdline())).kill()
    assert hub.process.wait(30) == 1
    assert alive(running) == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the next start ends what was left")
def test_a_killed_start_takes_everything_with_it(course: Path, tmp_path: Path) -> None:
    hub = start_hub(tmp_path, root=course)
    use(hub)
    hub.process.kill()
    hub.process.wait()
    assert eventually(lambda: processes_of(tmp_path) == [])


def test_the_next_start_ends_what_a_double_kill_left(course: Path, tmp_path: Path) -> None:
    hub = start_hub(tmp_path, root=course)
    running = use(hub)
    # The record is written every second.
    assert eventually(lambda: all(f'"pid": {one.pid},' in hub.state.processes.read_text() for one in running))
    the_hub = next(process for process in running if "-m jupyterhub -f" in " ".join(process.cmdline()))
    hub.process.send_signal(signal.SIGSTOP)
    the_hub.kill()
    hub.process.kill()
    hub.process.wait()
    left = alive(running)
    assert left
    with running_hub(tmp_path, root=course) as again:
        assert "left over" in "\n".join(again.said)
        assert alive(left) == []


def test_a_second_start_goes_on_where_the_first_left_off(course: Path, tmp_path: Path) -> None:
    with running_hub(tmp_path, root=course) as first:
        use(first)
        mine = first.home("learner1") / "my notes.txt"
        mine.write_text("kept")
    began = time.monotonic()
    with running_hub(tmp_path, root=course) as second:
        print(f"second start: {time.monotonic() - began:.1f} s")
        assert "released" not in "\n".join(second.said)
        assert second.passwords == first.passwords
        assert mine.read_text() == "kept"
        use(second)


def test_a_changed_check_is_released_again_at_the_next_start(tmp_path: Path) -> None:
    course = make_course(tmp_path / "checkout")
    with running_hub(tmp_path / "state", root=course):
        pass
    write_check(course, "check-02")
    with running_hub(tmp_path / "state", root=course) as second:
        said = "\n".join(second.said)
    assert "check-02 released" in said
    assert "check-01 released" not in said


def test_a_check_that_cannot_be_released_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    course = make_course(tmp_path / "checkout")
    write_check(course, "check-02").write_text("no notebook at all")
    with running_hub(tmp_path / "state", root=course) as hub:
        said = "\n".join(hub.said)
    assert "check-01 released" in said
    assert "check-02 was not released:" in said
    assert str(State(tmp_path / "state").logs) in said


def test_a_taken_port_is_said_and_the_next_one_used(course: Path, tmp_path: Path) -> None:
    with socket.create_server((HOST, 0)) as other:
        port = other.getsockname()[1]
        with running_hub(tmp_path, root=course, port=port) as hub:
            assert hub.url != f"http://{HOST}:{port}"
            assert f"Port {port} is taken; the course is on port {hub.url.rpartition(':')[2]}." in hub.said


def test_a_second_start_beside_a_running_one_says_so_and_stops(hub: Hub, course: Path) -> None:
    second = subprocess.run(
        [sys.executable, "-m", "deploy.local.start", "--root", course, "--state", hub.state.folder],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert second.returncode == 1
    assert f"already running from this folder: {hub.url}" in second.stderr
    assert Visitor(hub.url).ask("/hub/health")[0] == 200


def test_a_course_that_is_only_begun_starts_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "checkout" / "content").mkdir(parents=True)
    (tmp_path / "checkout" / "content" / "course.yml").write_text("id: begun\ntitle: Begun\n")
    with running_hub(tmp_path / "state", root=tmp_path / "checkout") as hub:
        use(hub)


def test_a_course_without_a_name_is_refused_with_what_to_write(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "course.yml").write_text("title: Nameless\n")
    answer = subprocess.run(
        [sys.executable, "-m", "deploy.local.start", "--root", tmp_path, "--state", tmp_path / "state"],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert answer.returncode == 1
    assert "course.yml: id is missing; write it as a line `id: ...`" in answer.stderr


def test_ctrl_c_before_the_hub_is_up_leaves_nothing_either(tmp_path: Path) -> None:
    course = make_course(tmp_path / "checkout")
    state = tmp_path / "state"
    start = subprocess.Popen(
        [sys.executable, "-m", "deploy.local.start", "--root", course, "--state", state],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=dict(os.environ),
    )  # fmt: skip
    with start:
        assert start.stdout
        assert "Releasing" in start.stdout.readline()
        start.send_signal(signal.SIGINT)
        assert "Stopped." in start.stdout.read()
    assert start.returncode == 0
    assert processes_of(state) == []
