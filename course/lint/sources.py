"""Runs of words of the source articles, to tell wording that is not our own.

The articles are not part of the project, so that the check needs something in their place where they are missing, as in
CI: `content/sources.txt`, a hash of each run of six words in them. A run of eight is three such runs in a row, so one
list serves both limits and misses none. Hashes of 48 bits: among the 100,000 runs of a course and 10,000 of the
articles a chance agreement has odds of one in 280,000. The file gives no sentence back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from course.faults import Fault
from course.source_files import read_text

RUN = 6
_HEAD = "# Hashes of each run of six words in the source articles; made by `course lint --remember-sources FOLDER`.\n"


def runs_of_folder(folder: Path) -> dict[int, str]:
    """The runs of every text file in a folder, by hash, with the file's name.

    Raises FileNotFoundError where the folder holds none.
    """
    runs: dict[int, str] = {}
    for path in sorted(folder.glob("*.txt")):
        tokens = [word for word, _ in _tokens(path.read_text(encoding="utf-8"))]
        for n in range(len(tokens) - RUN + 1):
            runs.setdefault(_hash(tokens[n : n + RUN]), path.name)
    if not runs:
        raise FileNotFoundError(f"{folder} holds no source articles (*.txt)")
    return runs


def remembered_runs(content: Path) -> tuple[dict[int, str], list[Fault]]:
    """The runs that `content/sources.txt` holds, none where there is no such file; and its faults."""
    path = content / "sources.txt"
    faults: list[Fault] = []
    if not path.exists():
        return {}, faults
    text = read_text(path, faults) or ""
    runs: dict[int, str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if re.fullmatch(r"[0-9a-f]{12}", line):
            runs[int(line, 16)] = "a source article"
        elif not line.startswith("#"):
            remedy = "make the file anew with `course lint --remember-sources FOLDER`"
            faults.append(Fault(path, number, "", "", "no hash of a run", remedy))
    return runs, faults


def remember(content: Path, folder: Path) -> int:
    """Write the hashes of a folder's runs to `content/sources.txt`; how many there are."""
    runs = sorted(runs_of_folder(folder))
    (content / "sources.txt").write_text(_HEAD + "".join(f"{run:012x}\n" for run in runs), encoding="utf-8")
    return len(runs)


def shared_runs(
    text: str, runs: dict[int, str], set_phrases: tuple[str, ...] = ()
) -> Iterator[tuple[int, list[str], str]]:
    """Each longest run of words of a text that the sources have too: its position, its words, the source's name."""
    if not runs:
        return
    tokens = list(_tokens(text))
    phrases = [" ".join(word for word, _ in _tokens(phrase)) for phrase in set_phrases]
    start, end, where = 0, 0, ""
    for n in range(len(tokens) - RUN + 1):
        run = [word for word, _ in tokens[n : n + RUN]]
        name = runs.get(_hash(run))
        if name is None or _is_set_phrase(" ".join(run), phrases):
            continue
        if end and n > end - RUN + 1:
            yield tokens[start][1], [word for word, _ in tokens[start:end]], where
            end = 0
        if not end:
            start, where = n, name
        end = n + RUN
    if end:
        yield tokens[start][1], [word for word, _ in tokens[start:end]], where


def _is_set_phrase(run: str, phrases: list[str]) -> bool:
    return any(run in phrase or phrase in run for phrase in phrases)


def _tokens(text: str) -> Iterator[tuple[str, int]]:
    # Apostrophes go first, so that "don't" is one word however it is written; a blank keeps positions as they are.
    joined = re.sub(r"(?<=\w)['\u2019](?=\w)", "\0", text.lower())
    for match in re.finditer(r"[a-z0-9\0]+", joined):
        yield match[0].replace("\0", ""), match.start()


def _hash(run: list[str]) -> int:
    return int.from_bytes(blake2b(" ".join(run).encode(), digest_size=6).digest(), "big")
