from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course import retakes
from course.feedback_results import FeedbackResult

TAGS = st.sets(st.integers(0, 10**6).map(lambda n: retakes.tag("check-01", f"secret-{n}")), max_size=70)


@given(TAGS)
def test_list_is_as_long_for_few_as_for_some_and_holds_them_all(tags: set[str]) -> None:
    told = retakes.filled(tags, "filler")
    assert tags <= set(told)
    assert len(told) == len(set(told)) == max(1, -(-len(tags) // 32)) * 32
    assert told == sorted(told)


def test_what_is_filled_in_stays_until_it_makes_room() -> None:
    one, two = ({retakes.tag("check-01", f"secret-{n}") for n in range(many)} for many in (1, 2))
    before, after = (set(retakes.filled(tags, "filler")) for tags in (one, two))
    assert len(before & after) == 31
    assert before != set(retakes.filled(one, "another filler"))


def test_tag_is_good_for_one_check_and_one_secret() -> None:
    tags = {retakes.tag(check, secret) for check in ("check-01", "check-02") for secret in ("a", "b")}
    assert len(tags) == 4


def test_release_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / retakes.RELEASE_FILE
    path.write_bytes(retakes.as_bytes("2099-01-02T12:00:00Z", [retakes.tag("check-01", "mine")]))
    release = retakes.read(path)
    assert release.due == "2099-01-02T12:00:00Z"
    assert release.is_open_to("check-01", ["other", "mine"])
    assert not release.is_open_to("check-01", ["other", ""])
    assert not release.is_open_to("check-02", ["mine"])
    assert not release.is_open_to("check-01", [])


RESULT = FeedbackResult(6.5, 10, passed=False, waits=True, shows_key=False)


def test_result_of_a_feedback_page_is_read_as_it_was_written(tmp_path: Path) -> None:
    content = RESULT.as_json().replace('"', "&#34;")
    (tmp_path / "page.html").write_text(f'<head><meta name="viewport"><meta name="course-result" content="{content}">')
    assert FeedbackResult.read(tmp_path / "page.html") == RESULT


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<p>of another course</p>",
        "<meta name='course-result'>",
        "<meta name='course-result' content='[1]'>",
        "\0<![",
    ],
)
def test_page_that_tells_no_result_has_none(tmp_path: Path, page: str) -> None:
    (tmp_path / "page.html").write_text(page)
    assert FeedbackResult.read(tmp_path / "page.html") is None
    assert FeedbackResult.read(tmp_path / "missing.html") is None
