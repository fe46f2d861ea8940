"""Whatever an answers file holds, it is read without a fault, earns points in range, and can be shown and kept."""

from __future__ import annotations

import json
import math
import time
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from course import responses
from course.bank import load
from course.build.checks import check_files
from course.build.questions import solution
from course.cards import card_html
from course.items import right_response
from course.marking import Sitting, Solutions, bundle
from course.question_files import CheckQuestions
from course.responses import MAX_SKIPPED, Reading, parse

from .builders import SAMPLE

COURSE = load(SAMPLE)
MODULE = COURSE.modules[0]
ITEMS = {item.id: item for item in MODULE.check.items}
FILES = {path.name: data for path, data in check_files(COURSE, MODULE).items()}
QUESTIONS = json.loads(FILES["questions.json"])
CHECK = CheckQuestions(QUESTIONS["check"], QUESTIONS["form"], tuple(QUESTIONS["slots"]), QUESTIONS["items"])
POOLS: dict[str, Solutions] = {
    slot["slot"]: {item.id: solution(item) for item in ITEMS.values() if item.objective == slot["objective"]}
    for slot in CHECK.slots
}

some_text = st.text(max_size=20)
ids = st.sampled_from(["a", "b", "c", "d", "e", "p1", "p2", "p3", "p4", "true", "false"]) | some_text
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | some_text,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(some_text, inner, max_size=4),
    max_leaves=8,
)
likely = st.lists(ids, max_size=6) | st.dictionaries(ids, ids, max_size=6) | some_text
records = st.fixed_dictionaries(
    {
        "v": st.just(1) | anything,
        "item": st.sampled_from(sorted(ITEMS)) | anything,
        "response": likely | anything,
        "attempt": st.integers(1, 9) | anything,
        "at": st.just("2026-11-21T10:32:05Z") | some_text | anything,
        "learner": st.sampled_from(["ana", "ben"]) | anything,
    },
    optional={
        "slot": st.sampled_from(sorted(POOLS)) | anything,
        "check": st.just("check-01") | anything,
        "form": st.sampled_from("AB") | anything,
        "certainty": st.sampled_from(responses.CERTAINTIES) | anything,
    },
)
lines = records.map(lambda record: json.dumps(record).encode()) | st.binary(max_size=60)
logs = st.lists(lines, max_size=12).map(b"\n".join)


def honest_log() -> bytes:
    """What ana's page writes when every answer is right."""
    drawn = CHECK.drawn("ana").items()
    of_check = {"v": 1, "attempt": 1, "at": "2026-11-21T10:32:05Z", "learner": "ana", "check": "check-01", "form": "A"}
    written = [
        of_check | {"item": question["id"], "response": right_response(ITEMS[question["id"]]), "slot": slot}
        for slot, question in drawn
    ]
    return b"".join(json.dumps(one).encode() + b"\n" for one in written)


def marked(data: bytes) -> float:
    """The points of a log, after everything was looked at that a page or a report would show."""
    sitting = Sitting(CHECK, parse(data), "ana")
    points = 0.0
    for flag in sitting.flags():
        assert flag.fault
        assert flag.remedy
    for slot, solutions in POOLS.items():
        one = sitting.marked(slot, solutions)
        assert isinstance(one.points, float)
        assert math.isfinite(one.points)
        assert 0.0 <= one.points <= one.card["max"]
        kept = json.dumps(bundle(one), ensure_ascii=False, allow_nan=False).encode()
        for show_key in (True, False):
            page = card_html(json.loads(kept)["application/vnd.course.card+json"], show_key=show_key)
            assert "<script" not in page
        points += one.points
    return points


def well_formed(reading: Reading) -> bool:
    """Whether each record is one that the course itself could have written."""
    texts = [text for one in reading.records for text in (one.item, one.at, one.learner, one.slot, one.check, one.form)]
    attempts = [one.attempt for one in reading.records]
    return all(type(one) is str and one.encode() is not None for one in texts) and all(
        type(one) is int and one >= 1 for one in attempts
    )


@given(st.binary(max_size=2000) | logs)
@settings(max_examples=300)
@example(b"[" * 60_000)
@example(b"\xff\xfe\n\x00")
@example(b'{"v":1,"item":"\\ud800"}')
def test_any_bytes_are_read_without_a_fault(data: bytes) -> None:
    reading = parse(data)
    assert well_formed(reading)
    assert len(reading.skipped) <= MAX_SKIPPED + 1
    assert len(reading.records) + len(reading.skipped) <= data.count(b"\n") + 1


@given(logs)
@settings(max_examples=300)
def test_any_log_earns_points_in_range_and_can_be_shown(log: bytes) -> None:
    assert 0.0 <= marked(log) <= 7.0


@given(st.data())
@settings(max_examples=200)
def test_an_honest_log_with_bytes_changed_earns_points_in_range(data: Any) -> None:
    log = bytearray(honest_log())
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(log)))
        end = data.draw(st.integers(start, min(len(log), start + 40)))
        log[start:end] = data.draw(st.binary(max_size=40))
    assert 0.0 <= marked(bytes(log)) <= 7.0


@given(st.lists(st.binary(max_size=60).filter(lambda line: b"\n" not in line), max_size=20))
def test_lines_that_are_no_records_take_nothing_from_those_that_are(junk: list[bytes]) -> None:
    assert marked(b"".join(line + b"\n" for line in junk) + honest_log()) == 7.0


def test_an_honest_log_earns_all_points() -> None:
    assert marked(honest_log()) == 7.0


def test_the_worst_log_is_read_in_seconds() -> None:
    worst = [b"{}\n" * (responses.MAX_LOG // 3), b"\n" * responses.MAX_LOG, (b"[" * 60_000 + b"\n") * 270]
    for data in worst:
        began = time.process_time()
        parse(data)
        assert time.process_time() - began < 10
