"""Submissions as nobody should send them, each with what it must come to."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from course.responses import FILE_NAME

from .course_folder import CHECK

ALL = 7.0  # the points of the sample course's check
MEBIBYTE = 1024 * 1024
RAN = "ran"
"""Lies beside the course directory as soon as any submitted code ran."""

Spoil = Callable[[Path], None]


class Case(NamedTuple):
    """A submission of right answers, then spoilt; its score, and words of what the instructor is told of it."""

    spoil: Spoil
    score: float = ALL
    told: str = ""  # empty where there is nothing to tell
    done: str = "graded"


def _code(folder: Path) -> str:
    """Code that shows that it ran."""
    return f"open({str(folder.parents[3] / RAN)!r}, 'a').write('x')\n"


def _as_it_is(folder: Path) -> None:
    pass


def _file(name: str, text: str | None = None) -> Spoil:
    def spoil(folder: Path) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_code(folder) if text is None else text, encoding="utf-8")

    return spoil


def _sparse(name: str, size: int) -> Spoil:
    def spoil(folder: Path) -> None:
        with (folder / name).open("r+b" if (folder / name).exists() else "wb") as file:
            file.truncate(size)

    return spoil


def _notebook(change: Callable[[dict[str, Any], Path], None]) -> Spoil:
    def spoil(folder: Path) -> None:
        path = folder / f"{CHECK}.ipynb"
        notebook = json.loads(path.read_text(encoding="utf-8"))
        change(notebook, folder)
        path.write_text(json.dumps(notebook), encoding="utf-8")

    return spoil


def _graded(notebook: dict[str, Any]) -> list[dict[str, Any]]:
    return [cell for cell in notebook["cells"] if cell["metadata"].get("nbgrader", {}).get("grade")]


def _patch_marker(notebook: dict[str, Any], folder: Path) -> None:
    source = _code(folder) + "import course.scoring\ncourse.scoring.score = lambda *_: 1.0\n"
    notebook["cells"].insert(0, {"cell_type": "code", "metadata": {}, "outputs": [], "source": source})
    for one in _graded(notebook):
        one["source"] = _code(folder) + "1000.0"


def _forge(**values: Any) -> Spoil:
    def change(notebook: dict[str, Any], folder: Path) -> None:
        for cell in _graded(notebook):
            cell["metadata"]["nbgrader"].update(values)

    return _notebook(change)


def _delete(notebook: dict[str, Any], folder: Path) -> None:
    notebook["cells"] = [cell for cell in notebook["cells"] if cell not in _graded(notebook)]


def _double(notebook: dict[str, Any], folder: Path) -> None:
    notebook["cells"] += _graded(notebook)


def _turn_round(notebook: dict[str, Any], folder: Path) -> None:
    notebook["cells"].reverse()


def _other_kernel(notebook: dict[str, Any], folder: Path) -> None:
    notebook["metadata"]["kernelspec"] = {"name": "theirs", "display_name": "Theirs", "language": "python"}


def _without(name: str) -> Spoil:
    return lambda folder: (folder / name).unlink()


def _instead(name: str, put: Callable[[Path, Path], None]) -> Spoil:
    def spoil(folder: Path) -> None:
        (folder / name).unlink()
        put(folder / name, folder)

    return spoil


def _link_to(target: Callable[[Path], Path]) -> Callable[[Path, Path], None]:
    return lambda path, folder: path.symlink_to(target(folder))


def _gradebook(folder: Path) -> Path:
    return folder.parents[2] / "gradebook.db"


def _honest(folder: Path) -> Path:
    return folder.parents[1] / "honest" / CHECK


def _pipe(path: Path, folder: Path) -> None:
    os.mkfifo(path)


def _folder_there(path: Path, folder: Path) -> None:
    path.mkdir()


def _log(*lines: bytes, first: bool = False) -> Spoil:
    """More lines in the answers file, after the right answers or before them."""

    def spoil(folder: Path) -> None:
        path = folder / FILE_NAME
        more = b"".join(line + b"\n" for line in lines)
        path.write_bytes(more + path.read_bytes() if first else path.read_bytes() + more)

    return spoil


def _whole_log(data: bytes) -> Spoil:
    def spoil(folder: Path) -> None:
        (folder / FILE_NAME).write_bytes(data)

    return spoil


def _tear(folder: Path) -> None:
    with (folder / FILE_NAME).open("ab") as log:
        log.write(b'{"v":1,"it')


def _edit(change: Callable[[dict[str, Any]], Any]) -> Spoil:
    """Every line of the answers file changed."""

    def spoil(folder: Path) -> None:
        path = folder / FILE_NAME
        records = [json.loads(line) for line in path.read_bytes().splitlines()]
        for record in records:
            change(record)
        path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")

    return spoil


def _folder_is_link(folder: Path) -> None:
    folder.rename(folder.parents[2] / "aside-1")
    folder.symlink_to(_honest(folder))


def _learner_is_link(folder: Path) -> None:
    folder.parent.rename(folder.parents[2] / "aside-2")
    folder.parent.symlink_to("honest")


def _folder_is_file(folder: Path) -> None:
    folder.rename(folder.parents[2] / "aside-3")
    folder.write_bytes(b"no folder")


GOOD = b'{"v":1,"item":"m1-k01","response":["b"],"attempt":1,"at":"2026-11-21T10:32:05Z","learner":"x"'
LINE = "answers file, line 7: skipped, "
NONE = "no answers that can be read"
SKIPPED = {
    "nan": (GOOD + b',"n":NaN}', "NaN is no JSON number"),
    "infinity": (GOOD + b',"n":-Infinity}', "-Infinity is no JSON number"),
    "twice": (GOOD + b',"item":"m1-k02"}', "the same field twice"),
    "wrong-type": (GOOD.replace(b'["b"]', b"7") + b"}", "'response' is no text, list of ids or pairs of ids"),
    "item-of-lists": (GOOD.replace(b'"m1-k01"', b'["m1-k01"]') + b"}", "no text in 'item'"),
    "huge-number": (GOOD.replace(b'"attempt":1', b'"attempt":1' + b"0" * 5000) + b"}", "not one JSON object"),
    "version-99": (GOOD.replace(b'"v":1', b'"v":99') + b"}", "of version 99; this course reads version 1"),
    "version-of-control-signs": (
        GOOD.replace(b'"v":1', b'"v":"\\u001b[31m"') + b"}",
        r"of version \x1b[31m; this course",
    ),
    "deep": (b"[" * 60_000, "not one JSON object"),
    "deeper": (b"[" * 100_000, "longer than 64 KiB"),
    "long-line": (b"x" * MEBIBYTE, "longer than 64 KiB"),
    "zeros": (bytes(100), "not one JSON object"),
}

NAMES = ("with spaces", "new\nline", "teapot \U0001fad6", "n" * 255, "--flag", "[a]*?", "tab\tbed", "é" * 127)

CASES: dict[str, Case] = {
    "honest": Case(_as_it_is),
    # The submitted notebook is never opened.
    "patches-the-marker": Case(_notebook(_patch_marker)),
    "deleted-cells": Case(_notebook(_delete)),
    "doubled-cells": Case(_notebook(_double)),
    "cells-turned-round": Case(_notebook(_turn_round)),
    "forged-points": Case(_forge(points=1000)),
    "forged-grade-id": Case(_forge(grade_id="m1-o1-a")),
    "schema-99": Case(_forge(schema_version=99)),
    "other-kernel": Case(_notebook(_other_kernel)),
    "empty-notebook": Case(_file(f"{CHECK}.ipynb", "")),
    "notebook-not-json": Case(_file(f"{CHECK}.ipynb", "hello")),
    "truncated-notebook": Case(_sparse(f"{CHECK}.ipynb", 300)),
    "notebook-of-200-mb": Case(_sparse(f"{CHECK}.ipynb", 200 * MEBIBYTE)),
    "no-notebook": Case(_without(f"{CHECK}.ipynb")),
    "two-notebooks": Case(_file("second.ipynb", "{}")),
    "notebook-is-link": Case(_instead(f"{CHECK}.ipynb", _link_to(_gradebook))),
    "notebook-is-pipe": Case(_instead(f"{CHECK}.ipynb", _pipe)),
    "changed-questions": Case(_file("questions.json", '{"version": 1}')),
    # Nor is anything run that lies beside it.
    "json-py": Case(_file("json.py")),
    "course-py": Case(_file("course.py")),
    "sitecustomize-py": Case(_file("sitecustomize.py")),
    "usercustomize-py": Case(_file("usercustomize.py")),
    "nbgrader-config": Case(_file("nbgrader_config.py")),
    "ipython-start-up": Case(_file(".ipython/profile_default/startup/00.py")),
    "kernelspec": Case(_file("kernels/python3/kernel.json", '{"argv": ["false"], "language": "python"}')),
    "link-to-gradebook": Case(lambda folder: (folder / "more").symlink_to(_gradebook(folder))),
    "link-to-zeros": Case(lambda folder: (folder / "more").symlink_to("/dev/zero")),
    # The answers file is data, as far as it goes.
    "no-log": Case(_without(FILE_NAME), 0, NONE),
    "empty-log": Case(_whole_log(b""), 0, NONE),
    "binary-log": Case(_whole_log(bytes(range(256)) * 40), 0, NONE),
    "log-of-500-mb": Case(_sparse(FILE_NAME, 500 * MEBIBYTE), 0, "it is too large: 524,288,000 bytes", "failed"),
    "line-of-100-mb": Case(_whole_log(b"[" * 100 * MEBIBYTE), 0, "it is too large: 104,857,600 bytes", "failed"),
    "million-lines": Case(_log(*[b"{}"] * 1_000_000), ALL, "only the first 200,000 lines were read"),
    "torn-last-line": Case(_tear),
    "other-item": Case(_edit(lambda one: one.update(item="no-such-item")), 0, "no longer in the check"),
    "other-options": Case(_edit(lambda one: one.update(response=["zz"])), 0, "the answer could not be read"),
    "in-the-future": Case(_edit(lambda one: one.update(at="2999-01-01T00:00:00Z")), ALL, "times in the future"),
    "no-time-at-all": Case(_edit(lambda one: one.update(at="soon"))),
    "of-another-check": Case(_edit(lambda one: one.update(check="check-99")), 0, "no answers to this check"),
    "log-is-link-to-gradebook": Case(_instead(FILE_NAME, _link_to(_gradebook)), 0, "it is a link", "failed"),
    "log-is-link-to-another": Case(
        _instead(FILE_NAME, _link_to(lambda folder: _honest(folder) / FILE_NAME)), 0, "it is a link", "failed"
    ),
    "log-is-link-to-device": Case(
        _instead(FILE_NAME, _link_to(lambda _: Path("/dev/zero"))), 0, "it is a link", "failed"
    ),
    "log-is-pipe": Case(_instead(FILE_NAME, _pipe), 0, "it is a named pipe", "failed"),
    "log-is-folder": Case(_instead(FILE_NAME, _folder_there), 0, "it is a folder", "failed"),
    # Another's form.
    "copied": Case(_edit(lambda one: one.update(learner="someone")), 0, "drawn for 'someone', and 'copied' submitted"),
    "control-signs": Case(_edit(lambda one: one.update(learner="\x1b[31m\nred")), 0, r"drawn for '\x1b[31m\nred'"),
    # The folder itself, and what nbgrader puts into it.
    "folder-is-link": Case(_folder_is_link, 0, "the submission can't be read: it is a link", "failed"),
    "learner-is-link": Case(_learner_is_link, 0, "the submission can't be read: it is a link", "failed"),
    "folder-is-file": Case(_folder_is_file, 0, "the submission can't be read: it is a file", "failed"),
    "time-is-pipe": Case(_instead("timestamp.txt", _pipe), ALL, "timestamp.txt is a named pipe"),
    "time-is-link": Case(_instead("timestamp.txt", _link_to(_gradebook)), ALL, "timestamp.txt is a link"),
    "time-is-huge": Case(_sparse("timestamp.txt", 500 * MEBIBYTE), ALL, "timestamp.txt is too large"),
    "time-is-no-time": Case(_file("timestamp.txt", "yesterday"), ALL, "timestamp.txt holds no time"),
    "time-of-many-digits": Case(_file("timestamp.txt", f"10:{'9' * 40}"), ALL, "timestamp.txt holds no time"),
    "no-time": Case(_without("timestamp.txt")),
    "no-secret": Case(_without("submission_secret.txt")),
    **{f"line-{name}": Case(_log(line), ALL, LINE + why) for name, (line, why) in SKIPPED.items()},
    **{
        name: Case(_as_it_is)
        for name in (
            "with spaces",
            "new\nline",
            "teapot \U0001fad6",
            "n" * 255,
            "--flag",
            "[a]*?",
            "tab\tbed",
            "é" * 127,
        )
    },
}
