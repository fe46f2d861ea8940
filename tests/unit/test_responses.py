from __future__ import annotations

import errno
import json
import os
import resource
import signal
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course import responses
from course.questions import Response
from course.responses import NotSavedError, Reading, Record, Skipped, append, read

from .builders import make_record
from .children import as_nobody, in_child

FULL = "Your folder is full. Delete something you do not need, then choose Try again."
FORBIDDEN = "The course may not write in this folder. Tell your instructor, and keep this page open."
GOOD = (
    b'{"v":1,"item":"m1-k01","response":["b"],"attempt":1,"at":"2026-11-21T10:32:05Z",'
    b'"learner":"ana","slot":"","check":"","form":""}\n'
)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "responses.jsonl"


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other accounts can reach."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def line(**changes: Any) -> bytes:
    """A sound line of the log with some fields changed; a field of `...` is left out."""
    values = json.loads(GOOD) | changes
    return json.dumps({name: value for name, value in values.items() if value is not ...}).encode() + b"\n"


def why(log: Path, data: bytes) -> list[str]:
    """Why the lines of a log are skipped; sound lines stand before and after them."""
    log.write_bytes(GOOD + data + GOOD)
    reading = read(log)
    assert reading.records == (make_record(["b"]), make_record(["b"]))
    return [one.why for one in reading.skipped]


# --- What is appended is read again ------------------------------------------------------------------


@pytest.mark.parametrize(
    "response",
    [
        ["b"],
        ["b", "d"],
        ["false", "b"],
        {"p1": "c", "p2": "a"},
        ["c", "a", "d", "b"],
        "Their own words.",
        [],
        {},
        "",
        "Grüße, 茶 and 🍵",
        "two\nlines\r\nand a \u2028 third",
        'quotes " and \\ back\\nslashes',
    ],
)
def test_answer_of_every_shape_comes_back_as_it_was_given(log: Path, response: Response) -> None:
    append(log, make_record(response))
    assert read(log) == Reading((make_record(response),))


def test_answer_to_a_check_keeps_slot_check_and_form(log: Path) -> None:
    record = make_record(["b"], slot="m1-o1-a", check="check-01", form="A")
    append(log, record)
    assert read(log).records == (record,)


@pytest.mark.parametrize("certainty", responses.CERTAINTIES)
def test_certainty_is_kept_with_its_answer(log: Path, certainty: str) -> None:
    record = make_record(["b"], certainty=certainty)
    append(log, record)
    assert read(log).records == (record,)


def test_answer_without_a_certainty_is_written_as_it_was_before_there_was_one(log: Path) -> None:
    append(log, make_record(["b"]))
    assert b"certainty" not in log.read_bytes()


@pytest.mark.parametrize("certainty", ["absolutely", "", None, 3, ["sure"], {"sure": 1}])
def test_unknown_certainty_costs_no_answer(log: Path, certainty: object) -> None:
    log.write_bytes(line(certainty=certainty))
    assert read(log) == Reading((make_record(["b"]),))


def test_log_is_one_json_object_a_line(log: Path) -> None:
    append(log, make_record(["b"]))
    append(log, make_record(["b"]))
    assert log.read_bytes() == GOOD * 2


def test_unknown_fields_of_a_line_are_passed_over(log: Path) -> None:
    log.write_bytes(line(colour="red"))
    assert read(log) == Reading((make_record(["b"]),))


def test_log_may_say_only_what_a_lesson_needs(log: Path) -> None:
    log.write_bytes(line(slot=..., check=..., form=...))
    assert read(log).records == (make_record(["b"]),)


def test_records_come_in_the_order_written(log: Path) -> None:
    for attempt in (1, 2, 3):
        append(log, make_record(["b"], attempt=attempt))
    assert [record.attempt for record in read(log).records] == [1, 2, 3]


def test_last_answer_to_an_item_counts() -> None:
    reading = Reading((make_record(["a"]), make_record(["b"]), make_record(["c"], item="m1-k02")))
    assert reading.last("m1-k01") == make_record(["b"])


def test_last_answer_of_this_learner_counts() -> None:
    reading = Reading((make_record(["a"]), make_record(["b"], learner="ben")))
    assert reading.last("m1-k01", "ana") == make_record(["a"])


def test_item_that_was_never_answered_has_no_last_answer() -> None:
    assert Reading((make_record(["a"]),)).last("m1-k02") is None


def test_learner_who_never_answered_has_no_last_answer() -> None:
    assert Reading((make_record(["a"]),)).last("m1-k01", "ben") is None


def test_log_that_does_not_exist_is_empty(log: Path) -> None:
    assert read(log) == Reading()


def test_empty_log_has_no_answers_and_no_faults(log: Path) -> None:
    log.touch()
    assert read(log) == Reading()


def test_first_answer_makes_the_folders_on_the_way(tmp_path: Path) -> None:
    log = tmp_path / "data" / "tea" / "responses.jsonl"
    append(log, make_record(["b"]))
    assert read(log).records == (make_record(["b"]),)


def test_new_log_and_its_folder_are_for_their_owner_alone(tmp_path: Path) -> None:
    log = tmp_path / "tea" / "responses.jsonl"
    append(log, make_record(["b"]))
    assert (stat.S_IMODE(log.stat().st_mode), stat.S_IMODE(log.parent.stat().st_mode)) == (0o600, 0o700)


def test_time_is_written_in_utc_to_the_second() -> None:
    written = responses.now()
    assert (len(written), written[10], written[-1]) == (20, "T", "Z")


# --- A torn last line ---------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [["b"], "Grüße 🍵"], ids=["ids", "unicode"])
def test_line_torn_at_any_byte_costs_no_other_answer(
    log: Path, words: Response, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _handle: None)  # hundreds of lines, and it is not what is tested here
    first, torn, following = make_record(["a"]), make_record(words, attempt=2), make_record(["c"], attempt=3)
    append(log, first)
    start = log.stat().st_size
    append(log, torn)
    whole = log.read_bytes()
    for cut in range(start, len(whole)):
        log.write_bytes(whole[:cut])
        survived = read(log).records
        append(log, following)
        after = read(log).records
        # The bare end of line is all that the last cut takes away, so there the answer itself is whole.
        kept = (first, torn) if cut == len(whole) - 1 else (first,)
        assert (survived, after) == (kept, (*kept, following)), f"cut at byte {cut - start}"


def test_torn_line_is_reported_by_number(log: Path) -> None:
    log.write_bytes(GOOD + GOOD[:40])
    assert read(log).skipped == (Skipped(2, "not one JSON object"),)


def test_torn_line_stays_in_the_log_for_whoever_wants_to_look(log: Path) -> None:
    log.write_bytes(GOOD + GOOD[:40])
    append(log, make_record(["b"]))
    assert log.read_bytes() == GOOD + GOOD[:40] + b"\n" + GOOD


# --- Lines that are no records ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        b"hello\n",
        b"{\n",
        b'["m1-k01"]\n',
        b"3\n",
        b"null\n",
        b'{"v":1} {"v":1}\n',
        b"\xff\xfe\x00\x01\n",
        b"\x00\x00\x00\n",
        GOOD.decode().encode("utf-16-le").replace(b"\n", b""),
        b"[" * 30_000 + b"\n",
        b'{"v":' * 10_000 + b"1" + b"}" * 10_000 + b"\n",
        b'{"v":' + b"9" * 5_000 + b"}\n",
    ],
    ids=[
        "words",
        "half an object",
        "an array",
        "a number",
        "null",
        "two objects",
        "bytes that are no text",
        "zero bytes",
        "UTF-16",
        "deep arrays",
        "deep objects",
        "an endless number",
    ],
)
def test_line_that_is_no_json_object_is_skipped(log: Path, data: bytes) -> None:
    assert why(log, data.rstrip(b"\n") + b"\n") == ["not one JSON object"]


def test_nesting_a_hundred_thousand_deep_is_skipped(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(responses, "MAX_LINE", 1024 * 1024)
    assert why(log, b'{"v":1,"response":' + b"[" * 100_000 + b"]" * 100_000 + b"}\n") == ["not one JSON object"]


@pytest.mark.parametrize("name", ["NaN", "Infinity", "-Infinity"])
def test_number_that_json_does_not_have_is_skipped(log: Path, name: str) -> None:
    data = GOOD.replace(b'"attempt":1', f'"attempt":{name}'.encode())
    assert why(log, data) == [f"{name} is no JSON number"]


def test_line_with_a_field_twice_is_skipped(log: Path) -> None:
    assert why(log, GOOD.replace(b'"attempt":1', b'"attempt":1,"attempt":2')) == ["the same field twice"]


def test_match_given_twice_is_skipped(log: Path) -> None:
    assert why(log, GOOD.replace(b'["b"]', b'{"p1":"a","p1":"b"}')) == ["the same field twice"]


@pytest.mark.parametrize(
    ("version", "said"),
    [(2, "2"), (0, "0"), ("1", "1"), (None, "None"), ("x" * 50, "x" * 20), ([1], "[1]")],
)
def test_line_of_another_version_is_skipped_and_its_version_told(log: Path, version: object, said: str) -> None:
    assert why(log, line(v=version)) == [f"of version {said}; this course reads version 1"]


def test_line_without_a_version_is_skipped(log: Path) -> None:
    assert why(log, line(v=...)) == ["of version None; this course reads version 1"]


@pytest.mark.parametrize("name", ["item", "at", "learner", "slot", "check", "form"])
@pytest.mark.parametrize("value", [3, None, ["m1-k01"], {}, True])
def test_field_that_holds_no_text_is_skipped(log: Path, name: str, value: object) -> None:
    assert why(log, line(**{name: value})) == [f"no text in '{name}'"]


@pytest.mark.parametrize("name", ["item", "at", "learner"])
def test_line_without_a_needed_field_is_skipped(log: Path, name: str) -> None:
    assert why(log, line(**{name: ...})) == [f"no text in '{name}'"]


@pytest.mark.parametrize("attempt", [0, -1, 1.5, "1", True, None, [1], ...])
def test_attempt_that_is_no_count_is_skipped(log: Path, attempt: object) -> None:
    assert why(log, line(attempt=attempt)) == ["'attempt' is no whole number from 1"]


@pytest.mark.parametrize("response", [3, None, True, [1], [["b"]], ["b", None], {"p1": 1}, {"p1": ["a"]}, ...])
def test_response_of_no_known_shape_is_skipped(log: Path, response: object) -> None:
    assert why(log, line(response=response)) == ["'response' is no text, list of ids or pairs of ids"]


@pytest.mark.parametrize("name", ["learner", "response", "more"])
def test_line_with_half_a_character_is_skipped(log: Path, name: str) -> None:
    assert why(log, line(**{name: "\ud83c"})) == ["half a character in a text"]


def test_character_written_as_an_escape_is_read(log: Path) -> None:
    log.write_bytes(line(response="\N{TEACUP WITHOUT HANDLE}"))
    assert read(log).records == (make_record("\N{TEACUP WITHOUT HANDLE}"),)


def test_line_longer_than_any_answer_is_skipped(log: Path) -> None:
    assert why(log, line(response="x" * responses.MAX_LINE)) == ["longer than 64 KiB"]


def test_blank_lines_are_passed_over(log: Path) -> None:
    assert why(log, b"\n  \n\r\n") == []


@given(st.binary())
def test_reading_never_raises_whatever_the_log_holds(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "responses.jsonl")
        log.write_bytes(data)
        reading = read(log)
        assert len(reading.records) + len(reading.skipped) <= data.count(b"\n") + 1


@given(st.binary(), st.integers(0, len(GOOD)))
def test_foreign_bytes_cost_at_most_the_line_that_they_are_in(data: bytes, place: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "responses.jsonl")
        log.write_bytes(GOOD + GOOD[:place] + data + GOOD[place:] + GOOD)
        records = read(log).records
        assert (records[0], records[-1]) == (make_record(["b"]), make_record(["b"]))


# --- Files that are no logs ---------------------------------------------------------------------------


def test_only_the_beginning_of_an_endless_log_is_read(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(responses, "MAX_LOG", 1024 * 1024)
    log.write_bytes(GOOD + b"\n" * 1024 * 1024 + GOOD)
    told = Skipped(0, "only the first 1 MiB were read; a log is never that long")
    assert read(log) == Reading((make_record(["b"]),), (told,))


def test_only_the_first_lines_of_a_log_of_too_many_are_read(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(responses, "MAX_LINES", 3)
    log.write_bytes(GOOD * 4)
    told = Skipped(0, "only the first 3 lines were read; a log never has that many")
    assert read(log) == Reading((make_record(["b"]),) * 3, (told,))
    log.write_bytes(GOOD * 3)
    assert read(log).skipped == ()


def test_faults_are_told_up_to_a_hundred(log: Path) -> None:
    log.write_bytes(b"{}\n" * 150 + GOOD)
    reading = read(log)
    assert [one.line for one in reading.skipped] == list(range(1, 101))
    assert reading.records == (make_record(["b"]),)


@pytest.mark.parametrize(
    ("data", "torn"),
    [
        (GOOD + b'{"v":1,"it', Skipped(2, "not one JSON object")),
        (GOOD + b'{"v":1,"it\n', None),
        (b'{"v":1,"it\n' + GOOD, None),
        (b'{"v":1,"it\n' + GOOD[:-1], None),
        (GOOD, None),
        (b"", None),
    ],
)
def test_a_last_line_that_was_never_finished_is_known_from_one_that_is_wrong(
    log: Path, data: bytes, torn: Skipped | None
) -> None:
    log.write_bytes(data)
    assert read(log).torn == torn


def test_folder_in_place_of_the_log_is_reported(log: Path) -> None:
    log.mkdir()
    assert read(log) == Reading(skipped=(Skipped(0, "the file can't be read: Is a directory"),))


def test_log_that_may_not_be_read_is_reported(open_folder: Path) -> None:
    log = open_folder / "responses.jsonl"
    log.write_bytes(GOOD)
    log.chmod(0)
    assert as_nobody(lambda: read(log).skipped[0].why) == "the file can't be read: Permission denied"


# --- Answers that can't be saved ----------------------------------------------------------------------


def refusal(log: Path, record: Record) -> str:
    """The words for the learner when an answer is refused; the log is found as it was."""
    before = log.read_bytes() if log.is_file() else None
    with pytest.raises(NotSavedError) as refused:
        append(log, record)
    assert (log.read_bytes() if log.is_file() else None) == before
    return str(refused.value)


def test_answer_longer_than_a_line_may_be_is_refused(log: Path) -> None:
    log.write_bytes(GOOD)
    words = refusal(log, make_record("x" * responses.MAX_LINE))
    assert words == "This answer is too long to save. Shorten it and try again."


def test_longest_answer_that_fits_a_line_is_saved(log: Path) -> None:
    room = responses.MAX_LINE - len(GOOD) + len('["b"]') - len('""')
    append(log, make_record("x" * room))
    assert read(log).records == (make_record("x" * room),)


def test_answer_with_half_a_character_is_refused(log: Path) -> None:
    log.write_bytes(GOOD)
    words = refusal(log, make_record("\ud83c"))
    assert words == "This answer holds half a character, perhaps of an emoji. Take it out and try again."


def test_answer_that_reading_would_not_reach_is_refused(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log.write_bytes(GOOD * 3)
    monkeypatch.setattr(responses, "MAX_LOG", len(GOOD) * 4)
    words = refusal(log, make_record(["b"]))
    assert words == "Your answers file has grown too long. Tell your instructor, and keep this page open."


def test_last_answer_that_reading_reaches_is_saved(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log.write_bytes(GOOD * 3)
    monkeypatch.setattr(responses, "MAX_LOG", len(GOOD) * 4 + 1)
    append(log, make_record(["b"]))
    assert read(log) == Reading((make_record(["b"]),) * 4)


def test_answer_is_on_disk_before_it_counts_as_saved(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[bytes] = []
    monkeypatch.setattr(os, "fsync", lambda _handle: flushed.append(log.read_bytes()))
    append(log, make_record(["b"]))
    assert flushed == [GOOD, GOOD]  # the log, and the folder that has its name


def test_answer_that_the_disk_does_not_confirm_is_refused(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log.write_bytes(GOOD)

    def fail(handle: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", fail)
    words = refusal(log, make_record(["b"]))
    assert words == "The answer could not be written (Input/output error). Choose Try again, or tell your instructor."


def test_answer_is_refused_where_a_folder_has_the_name_of_the_log(log: Path) -> None:
    log.mkdir()
    words = refusal(log, make_record(["b"]))
    assert words == "The answer could not be written (Is a directory). Choose Try again, or tell your instructor."


def test_answer_is_refused_in_a_folder_that_may_not_be_written(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    said = as_nobody(lambda: append(open_folder / "responses.jsonl", make_record(["b"])))
    assert (said, list(open_folder.iterdir())) == (f"NotSavedError: {FORBIDDEN}", [])


def test_answer_is_refused_by_a_log_that_may_not_be_written(open_folder: Path) -> None:
    log = open_folder / "responses.jsonl"
    log.write_bytes(GOOD)
    log.chmod(0o444)
    said = as_nobody(lambda: append(log, make_record(["b"])))
    assert (said, log.read_bytes()) == (f"NotSavedError: {FORBIDDEN}", GOOD)


@pytest.mark.parametrize("room", [0, 1, 40, len(GOOD) - 1], ids=lambda room: f"{room} bytes left")
def test_answer_on_a_full_disk_is_refused_and_leaves_nothing_behind(log: Path, room: int) -> None:
    log.write_bytes(GOOD * 3)

    def append_with_little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(GOOD) * 3 + room,) * 2)
        append(log, make_record(["b"]))

    assert (in_child(append_with_little_room), log.read_bytes()) == (f"NotSavedError: {FULL}", GOOD * 3)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 KiB."""
    if os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    done = subprocess.run(mounting, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"no disk can be mounted here: {done.stderr.strip()}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_confirmed_answers_survive_a_disk_that_fills_up(small_disk: Path) -> None:
    log = small_disk / "responses.jsonl"
    confirmed: list[int] = []

    def answer_for_ever() -> None:
        for attempt in range(1, 10_000):
            append(log, make_record("x" * 1000, attempt=attempt))
            confirmed.append(attempt)

    with pytest.raises(NotSavedError) as refused:
        answer_for_ever()
    assert str(refused.value) == FULL
    assert read(log).skipped == ()
    assert [record.attempt for record in read(log).records] == confirmed
    assert len(confirmed) > 20


def test_answering_goes_on_when_there_is_room_again(small_disk: Path) -> None:
    log, ballast = small_disk / "responses.jsonl", small_disk / "ballast"
    append(log, make_record(["a"]))
    ballast.write_bytes(b"x" * (small_disk.stat().st_blksize * 15))
    with pytest.raises(NotSavedError):
        append(log, make_record("x" * 5000, attempt=2))
    ballast.unlink()
    append(log, make_record(["c"], attempt=3))
    assert read(log) == Reading((make_record(["a"]), make_record(["c"], attempt=3)))


# --- Sudden ends and several writers ----------------------------------------------------------------------------------


def test_confirmed_answers_survive_a_killed_kernel(log: Path) -> None:
    reading_end, writing_end = os.pipe()
    kernel = os.fork()
    if kernel == 0:
        for attempt in range(1, 1_000_000):
            append(log, make_record(["b"] * 500, attempt=attempt))
            os.write(writing_end, b".")
    confirmed = len(os.read(reading_end, 1))
    while confirmed < 50:
        confirmed += len(os.read(reading_end, 1))
    os.kill(kernel, signal.SIGKILL)
    os.waitpid(kernel, 0)
    os.close(writing_end)
    while more := os.read(reading_end, 4096):
        confirmed += len(more)
    os.close(reading_end)
    assert [record.attempt for record in read(log).records][:confirmed] == list(range(1, confirmed + 1))


def _write_many(log: Path, learner: str) -> None:
    for attempt in range(1, 201):
        append(log, make_record(["b"] * 20, learner=learner, attempt=attempt))


def test_four_kernels_writing_at_once_lose_no_line(log: Path) -> None:
    learners = ["ana", "ben", "cy", "dee"]
    fork = get_context("fork")
    writers = [fork.Process(target=_write_many, args=(log, learner)) for learner in learners]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    reading = read(log)
    assert reading.skipped == ()
    for learner in learners:
        written = [record.attempt for record in reading.records if record.learner == learner]
        assert written == list(range(1, 201))
