"""Start the course on this computer, and stop it again without leaving anything behind.

make start            (or .venv/bin/python -m deploy.local.start [--port 8000] [--state .course])
"""

from __future__ import annotations

import argparse
import fcntl
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from deploy.local import checks, processes
from deploy.local.accounts import INSTRUCTOR, Accounts, open_accounts
from deploy.local.homes import course_folder, environment_of, make_homes
from deploy.local.ports import choose_ports
from deploy.local.settings import HOST, LOCAL, PROXY, ROOT, Course, Settings, StartError, State

PORT = 8000
HUB_STARTS_WITHIN = 120.0  # seconds; it takes 3 on a machine with nothing else to do
HUB_STOPS_WITHIN = 20.0
WATCH_EVERY = 1.0
STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stop(BaseException):
    """Somebody asked the course to stop: Ctrl-C, SIGTERM, or the terminal was closed."""


def ask_to_stop(_number: int, _frame: FrameType | None) -> None:
    """Stop at the first signal; an impatient second one must not cut the tidying up short."""
    deaf()
    raise Stop


def deaf() -> None:
    """From now on hear no signal that asks to stop."""
    for number in STOPPING:
        signal.signal(number, signal.SIG_IGN)


def tell(text: str) -> None:
    """Say it at once, also into a pipe."""
    print(text, flush=True)


@contextmanager
def alone(state: State) -> Iterator[None]:
    """Hold the state for this start alone. The system lets go of it when we end, in whatever way."""
    with state.lock.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            where = state.address.read_text().strip() if state.address.exists() else "it is just starting"
            raise StartError(
                f"The course is already running from this folder: {where}\n"
                "Use that one, or stop it with Ctrl-C in the window where it runs."
            ) from error
        yield


def clear_leftovers(state: State) -> None:
    """End what an earlier start could not end itself, because it was killed or the power went."""
    left = processes.read_record(state.processes)
    if left:
        tell(f"Ending {len(left)} processes left over from the last time.")
        processes.end(left)
    # The hub would end whatever process now has the id in this file.
    (state.hub / "proxy.pid").unlink(missing_ok=True)
    state.processes.unlink(missing_ok=True)


def prepare(settings: Settings) -> None:
    """Everything that has to be there before somebody signs in."""
    make_homes(settings.state)
    folder = course_folder(settings)
    folder.mkdir(mode=0o700, exist_ok=True)
    for kept in checks.refresh_course_folder(settings.course, folder, settings.state):
        tell(f"A master had been changed in the instructor's folder; that copy is now {kept.relative_to(folder)}.")
    waiting = checks.due(settings.course, settings.state)
    if waiting:
        tell(f"Releasing the knowledge checks that are new or changed: {', '.join(waiting)}")
    environment = environment_of(settings, INSTRUCTOR)
    problems = checks.release(settings.course, settings.state, folder, environment, lambda line: tell(f"  {line}"))
    for problem in problems:
        tell(f"  {problem}")


def start_hub(settings: Settings) -> subprocess.Popen[bytes]:
    """The hub's process; what it says goes to logs/hub.log."""
    if not PROXY.exists():
        raise StartError(f"{PROXY} is missing; `make start` installs it")
    log = settings.state.logs / "hub.log"
    if log.exists():
        log.replace(log.with_name("hub.log.1"))
    passed_on = {key: value for key, value in os.environ.items() if key in ("HOME", "LANG", "LC_ALL", "PATH", "TZ")}
    with log.open("wb") as out:
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "jupyterhub", "-f", str(LOCAL / "jupyterhub_config.py")],
            cwd=settings.state.hub,
            env={**passed_on, **settings.to_environment()},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            # Ctrl-C goes to us alone, and we stop the hub in order.
            start_new_session=True,
            preexec_fn=processes.end_with_parent,  # noqa: PLW1509 - one thread, so it is safe
        )


def wait_until_ready(hub: subprocess.Popen[bytes], settings: Settings) -> None:
    """Come back when the hub answers behind the proxy; tell why when it does not."""
    log = settings.state.logs / "hub.log"
    until = time.monotonic() + HUB_STARTS_WITHIN
    while time.monotonic() < until:
        if hub.poll() is not None:
            raise StartError(f"The hub ended while starting. The last it said:\n\n{last_lines(log)}\n\nMore: {log}")
        # The hub itself first: as long as it is silent, the proxy would fill the log with errors.
        if all(answers(f"http://{HOST}:{port}/hub/health") for port in (settings.ports.hub, settings.ports.public)):
            return
        time.sleep(0.1)
    raise StartError(f"The hub did not answer within {HUB_STARTS_WITHIN:.0f} s. What it said is in {log}.")


def answers(url: str) -> bool:
    """Whether a server answers there, and well."""
    # Not by way of a proxy that the person who starts may have set for the world outside.
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(url, timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def address(settings: Settings) -> str:
    """Where people open the course."""
    return f"http://{HOST}:{settings.ports.public}"


def last_lines(log: Path, count: int = 12) -> str:
    """The end of a log, indented."""
    return "\n".join("    " + line for line in log.read_text(errors="replace").splitlines()[-count:])


def welcome(settings: Settings, title: str, accounts: Accounts) -> str:
    """What the person at the terminal needs: where to go, how to sign in, what this is not for, how to stop."""
    sign_in = "\n".join(f"    {name:<12} {password}" for name, password in accounts.passwords.items())
    return f"""
{title}

  Open {address(settings)}
  and sign in with one of these names and passwords:

{sign_in}

  Grading, once signed in as {INSTRUCTOR}: {address(settings)}/user/{INSTRUCTOR}/formgrader

  This is for trying the course out, not for a class. All accounts share one user of this
  computer, so code that is run in one account's notebook could still read and change the
  folders, answers and grades of the others.

  Everything is kept in {settings.state.folder}
  Ctrl-C stops the course.
"""


def watch(hub: subprocess.Popen[bytes], state: State) -> None:
    """Follow the hub until it ends, keeping a record of what runs."""
    recorded: set[processes.Noted] = set()
    while hub.poll() is None:
        processes.put_away_adopted(hub.pid)
        running = {found for process in processes.descendants() if (found := processes.note(process))}
        if running != recorded:
            processes.write_record(state.processes, running)
            recorded = running
        time.sleep(WATCH_EVERY)


def stop(hub: subprocess.Popen[bytes] | None, state: State) -> None:
    """End the hub, its proxy, every account's server and every kernel."""
    if hub and hub.poll() is None:
        hub.terminate()
        try:
            hub.wait(HUB_STOPS_WITHIN)
        except subprocess.TimeoutExpired:
            hub.kill()
            hub.wait()
    # What the hub left, or lost: it was killed, or a server did not end in time.
    while left := processes.descendants():
        processes.end(left)
    processes.put_away_adopted(None)
    state.processes.unlink(missing_ok=True)
    state.address.unlink(missing_ok=True)


def run(root: Path, folder: Path, port: int) -> None:
    """Start the course and stay until it is stopped."""
    os.umask(0o077)
    course, state = Course(root), State(folder)
    described = course.described()
    state.make()
    with alone(state):
        state.address.unlink(missing_ok=True)
        clear_leftovers(state)
        processes.adopt_orphans()
        hub = None
        try:
            accounts = open_accounts(state.passwords)
            settings = Settings(course, state, described["id"], choose_ports(port))
            prepare(settings)
            if settings.ports.public != port:
                tell(f"Port {port} is taken; the course is on port {settings.ports.public}.")
            tell("Starting the hub ...")
            hub = start_hub(settings)
            wait_until_ready(hub, settings)
            state.address.write_text(address(settings) + "\n")
            tell(welcome(settings, described["title"], accounts))
            watch(hub, state)
            raise StartError(
                f"The hub ended by itself. The last it said:\n\n{last_lines(state.logs / 'hub.log')}\n\n"
                "Start it again; what learners have answered is kept."
            )
        except Stop:
            tell("\nStopping ...")
        finally:
            deaf()
            stop(hub, state)
    tell("Stopped. Everything is kept; `make start` goes on from here.")


def main(arguments: list[str] | None = None) -> int:
    """The command; its exit status."""
    parser = argparse.ArgumentParser(prog="make start", description="Start the course on this computer.")
    parser.add_argument("--port", type=int, default=PORT, help=f"the port to open in the browser (default: {PORT})")
    parser.add_argument("--state", type=Path, help="where everything is kept (default: .course in the checkout)")
    parser.add_argument("--root", type=Path, default=ROOT, help="the checkout whose course is shown")
    options = parser.parse_args(arguments)
    root = options.root.resolve()

    for number in STOPPING:
        # Under nohup the course outlives the terminal, as it was asked to.
        if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, ask_to_stop)
    try:
        run(root, (options.state or root / ".course").resolve(), options.port)
    except Stop:
        tell("\nStopped.")
    except StartError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
