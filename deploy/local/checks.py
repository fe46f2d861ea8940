"""Keeping nbgrader's copy of the course up to date: masters, releases, the list of learners.

    python -m deploy.local.checks check-01 check-02      (in the instructor's environment)

releases the named checks anew and enters the learners in the gradebook; one JSON line for each check.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from deploy.local.accounts import LEARNERS
from deploy.local.course_files import bring_up_to_date, digest_of_bytes, files_below
from deploy.local.settings import Course, StartError, State


def refresh_course_folder(course: Course, folder: Path, state: State) -> list[Path]:
    """Bring `source/` and nbgrader_config.py in the instructor's course folder up to date; what was kept aside.

    Grades live in the other folders there and in gradebook.db: nothing of them is touched.
    """
    # Not beside the master: every file there is released to the learners.
    aside = folder / "changed-here"

    def keep(file: Path) -> Path:
        name = aside / file.relative_to(folder)
        number = 2
        while name.exists():
            name = (aside / file.relative_to(folder)).with_suffix(f".{number}{file.suffix}")
            number += 1
        name.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return name

    kept = bring_up_to_date(
        course.masters, folder / "source", state.given / "source.json", keep=keep, digest=digest_of_bytes
    )
    if course.nbgrader_config.is_file():
        target = folder / "nbgrader_config.py"
        if not target.exists() or digest_of_bytes(target) != digest_of_bytes(course.nbgrader_config):
            target.write_bytes(course.nbgrader_config.read_bytes())
    return kept


def check_names(course: Course) -> list[str]:
    """The checks of the course: the folders of source/."""
    if not course.masters.is_dir():
        return []
    return sorted(folder.name for folder in course.masters.iterdir() if folder.is_dir() and files_below(folder))


def check_digest(course: Course, name: str) -> str:
    """One digest for all that a release is made from."""
    folder = course.masters / name
    parts = [f"{file} {digest_of_bytes(folder / file)}" for file in files_below(folder)]
    if course.nbgrader_config.is_file():
        parts.append(digest_of_bytes(course.nbgrader_config))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def due(course: Course, state: State) -> dict[str, str]:
    """The checks that are new or changed since they were released, with their digests."""
    released = _released(state)
    wanted = {name: check_digest(course, name) for name in check_names(course)}
    return {name: digest for name, digest in wanted.items() if released.get(name) != digest}


def release(
    course: Course, state: State, folder: Path, environment: dict[str, str], tell: Callable[[str], None]
) -> list[str]:
    """Release what is due, as the instructor; a line for each check that could not be released.

    The others are released all the same, and one that failed is tried again at the next start.
    """
    waiting = due(course, state)
    entered = state.given / "learners"
    learners_known = entered.exists() and entered.read_text().split() == list(LEARNERS)
    if not waiting and learners_known:
        return []
    log = state.logs / "nbgrader.log"
    problems = []
    unheard = dict(waiting)
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "deploy.local.checks", *waiting],
            cwd=folder, env=environment, text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=out, start_new_session=True,
        )  # fmt: skip
        try:
            for line in process.stdout or ():
                said = json.loads(line)
                name = said["check"]
                digest = unheard.pop(name)
                if said["problem"]:
                    problems.append(f"{name} was not released: {said['problem']} (more in {log})")
                    continue
                tell(f"{name} released" if said["released"] else f"{name} made ready")
                _write_released(state, {**_released(state), name: digest})
            process.wait()
        except BaseException:
            process.terminate()
            process.wait()
            raise
    if process.returncode != 0:
        last = [line for line in log.read_text(errors="replace").splitlines() if line.strip()][-1:]
        raise StartError(f"nbgrader could not prepare the gradebook: {''.join(last)}\nAll it said is in {log}.")
    entered.write_text("\n".join(LEARNERS) + "\n")
    return problems


def _released(state: State) -> dict[str, str]:
    try:
        found = json.loads((state.given / "released.json").read_text())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write_released(state: State, released: dict[str, str]) -> None:
    file = state.given / "released.json"
    draft = file.with_name(file.name + ".new")
    draft.write_text(json.dumps(released, indent=1) + "\n")
    draft.replace(file)


def _release_here(names: Iterable[str]) -> None:
    """In the instructor's environment, in the course folder: generate and release, all in one process.

    A retake is released by `course retake`; here it is released again, where it changed.
    """
    # nbgrader's own commands take four seconds each to start; together they take that once.
    from nbgrader.api import Gradebook
    from nbgrader.apps import NbGrader, NbGraderAPI

    from course.question_files import RETAKE

    app = NbGrader()
    app.initialize([])
    app.start()
    app.config.ExchangeReleaseAssignment.force = True
    api = NbGraderAPI(app.coursedir, app.authenticator, app.exchange, parent=app)
    with Gradebook(app.coursedir.db_url, app.coursedir.course_id) as gradebook:
        for learner in LEARNERS:
            gradebook.update_or_create_student(learner, first_name="(trial account)", last_name=learner)
    released = api.get_released_assignments()
    for name in names:
        is_wanted = not name.endswith(RETAKE) or name in released
        result = api.generate_assignment(name, force=True)
        if result["success"] and is_wanted:
            result = api.release_assignment(name)
        problem = ""
        if not result["success"]:
            sys.stderr.write(f"{name}\n{result.get('log', '')}\n{result.get('error', '')}\n")
            said = (result.get("error") or result.get("log") or "").strip().splitlines()
            problem = said[-1].strip() if said else "nbgrader gave no reason"
        print(json.dumps({"check": name, "released": is_wanted, "problem": problem}), flush=True)


if __name__ == "__main__":
    _release_here(sys.argv[1:])
