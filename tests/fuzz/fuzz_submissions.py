"""Looks for a submission that the log's reader or the marker can't take, guided by the code that each one reaches.

Run by hand and for as long as one likes; CONTRIBUTING says how. What it finds becomes a test in
`tests/unit/test_fuzzed_logs.py`. Needs atheris, which the course's environment does not hold.
"""

from __future__ import annotations

import json
import math
import random
import sys
import tempfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import atheris

WATCHED = ["course.cards", "course.grading.submissions", "course.marking", "course.responses", "course.scoring"]

with atheris.instrument_imports(include=WATCHED):
    from nbgrader.coursedir import CourseDirectory

    from course.cards import card_html
    from course.grading.master import Master, cards_in, outputs_of
    from course.grading.submissions import SECRET_FILE, TIMESTAMP_FILE, SubmittedFolder
    from course.marking import Decision, Marked, Sitting
    from course.question_files import CheckQuestions
    from course.responses import FILE_NAME, MAX_SKIPPED

ROOT = Path(__file__).parents[2]
CHECK, LEARNER = "check-01", "ana"
DECISIONS: tuple[Decision, ...] = ("", "accepted", "refused")
NEXT_FILE = b"\x1e"  # parts the files of a submission: its log, its timestamp, its secret
# Between them these ask every type of item; the last one asks so much that it comes less often.
MASTERS = tuple(Master.read(ROOT / "source" / name, name) for name in (CHECK, "check-02", "final"))
VALUES: tuple[Any, ...] = (
    *(None, True, 0, 1, -1, 0.5, 2**64, 1e999, "", "a", "true", "\ud800", "\0", "A", "B", LEARNER, "ben"),
    *([], {}, [[]], ["a"], ["a", "a"], ["b", "d"], {"p1": "a"}, {"": ""}, "2099-01-01T00:00:00Z"),
    *("2026-11-21T10:32:05+99:00", "0001-01-01T00:00:00Z", "2026-11-21"),
    *(name for master in MASTERS for name in (master.check.check, *master.slots, *master.check.bank)),
)


class FoundError(AssertionError):
    """Something that no submission should be able to bring about."""


def hold(is_so: bool, words: str) -> None:
    """Raise FoundError unless a claim holds."""
    if not is_so:
        raise FoundError(words)


def mark(folder: SubmittedFolder, data: bytes) -> None:
    """Read a submission and mark it as a submission of a check; raise where anything is as it must not be."""
    files = dict(zip((FILE_NAME, TIMESTAMP_FILE, SECRET_FILE), data.split(NEXT_FILE, 2), strict=False))
    for name in (FILE_NAME, TIMESTAMP_FILE, SECRET_FILE):
        (folder.base / LEARNER / CHECK / name).write_bytes(files.get(name, b""))
    submission = folder.read(LEARNER)
    hold(len(submission.reading.skipped) <= MAX_SKIPPED + 1, "more faults told than anybody reads")
    json.dumps(submission._asdict() | {"submitted": None}, ensure_ascii=False).encode()
    # One way of all there are, told by the data, so that what is found is found again.
    way = random.Random(zlib.crc32(data))  # noqa: S311  (for a fuzzer's moves)
    (master,), decision = way.choices(MASTERS, (4, 4, 1)), way.choice(DECISIONS)
    sitting = Sitting(master.check, submission.reading, LEARNER, decision)
    hold(all(flag.fault and flag.remedy for flag in sitting.flags()), "a flag without words")
    marked = {slot: sitting.marked(slot, one.solutions) for slot, one in master.slots.items()}
    for slot, one in marked.items():
        points = one.points
        hold(isinstance(points, float) and math.isfinite(points), f"{slot}: {points} is no number of points")
        hold(0.0 <= points <= master.slots[slot].points, f"{slot}: {points} is out of range")
    hold(decision != "refused" or not any(one.points for one in marked.values()), "refused answers earn points")
    if way.random() < 0.5:
        show(master, marked, show_key=way.random() < 0.5)


def show(master: Master, marked: Mapping[str, Marked], *, show_key: bool) -> None:
    """What a grader and a page would make of it: kept as a notebook, read again, shown."""
    kept = json.loads(master.graded({slot: outputs_of(one) for slot, one in marked.items()}))
    cards = cards_in(kept)
    hold(list(cards) == list(marked), "the graded notebook has other cards")
    for slot, card in cards.items():
        hold(card == marked[slot].card, f"{slot}: the card is kept as another one")
        page = card_html(card, show_key=show_key)
        page.encode()
        hold("<script" not in page and "<img" not in page, f"{slot}: the learner's markup reaches the page")


def honest(check: CheckQuestions, learner: str) -> Iterator[dict[str, Any]]:
    """The lines of an honest log, with some well-formed answer to each question."""
    for slot, question in check.drawn(learner).items():
        options = [option["id"] for option in question.get("options", ())]
        response: Any = options[:1]
        match question["type"]:
            case "short":
                response = "words of theirs"
            case "ordering":
                response = options
            case "matching":
                response = {prompt["id"]: options[0] for prompt in question["prompts"]}
            case "true-false-reason":
                response = [options[0], question["reasons"][0]["id"]]
        line = {"v": 1, "item": question["id"], "response": response, "attempt": 1, "at": "2026-11-21T10:32:05Z"}
        yield line | {"learner": learner, "slot": slot, "check": check.check, "form": check.form}


def changed(data: bytes, most: int, seed: int) -> bytes:
    """A log with one value of one of its lines changed, or a line more; or else with some of its bytes changed."""
    chance = random.Random(seed)  # noqa: S311  (for a fuzzer's moves)
    if chance.random() < 0.4:
        mutated: bytes = atheris.Mutate(data, most)
        return mutated
    log, *others = data.split(NEXT_FILE)
    lines = log.split(b"\n")
    place = chance.randrange(len(lines))
    try:
        values = json.loads(lines[place])
    except (ValueError, RecursionError):
        values = None
    if not isinstance(values, dict) or not values:
        values = dict(chance.choice(LINES))
    name = chance.choice(list(values))
    if chance.random() < 0.1:
        values.pop(name)
    elif name == "response" and isinstance(values[name], list) and values[name] and chance.random() < 0.5:
        values[name] = [*values[name], chance.choice(VALUES)]
        chance.shuffle(values[name])
    elif name == "response" and isinstance(values[name], dict) and chance.random() < 0.5:
        key = chance.choice([*values[name], "p1", "p9", ""])
        values[name] = values[name] | {key: chance.choice(VALUES)}
    else:
        values[name] = chance.choice(VALUES)
    line = json.dumps(values).encode()
    lines[place : place + chance.randrange(2)] = [line]
    return NEXT_FILE.join([b"\n".join(lines), *others])[:most]


LINES = [line for master in MASTERS for learner in (LEARNER, "ben") for line in honest(master.check, learner)]


def seeds(place: Path) -> None:
    """Logs to begin with, for a corpus that has none."""
    place.mkdir(parents=True, exist_ok=True)
    for master in MASTERS:
        for learner in (LEARNER, "ben"):
            log = b"".join(json.dumps(line).encode() + b"\n" for line in honest(master.check, learner))
            rest = NEXT_FILE + b"2026-11-21 10:32:05.000000 UTC" + NEXT_FILE + learner.encode()
            (place / f"honest-{master.assignment}-{learner}").write_bytes(log + rest)


def main() -> None:
    """Fuzz; the last argument is the folder of the corpus, the others are libFuzzer's."""
    seeds(Path(sys.argv[-1]))
    with tempfile.TemporaryDirectory() as scratch:
        (Path(scratch) / "submitted" / LEARNER / CHECK).mkdir(parents=True)
        folder = SubmittedFolder(CourseDirectory(root=scratch), CHECK)
        atheris.Setup(sys.argv, lambda data: mark(folder, data), custom_mutator=changed)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
