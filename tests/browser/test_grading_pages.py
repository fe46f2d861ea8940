"""The pages that grading makes: feedback on a screen, on a phone and on paper, and formgrader's page of cards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import cast

import pytest
from nbgrader.api import Gradebook
from playwright.sync_api import Page, expect

from course import responses
from course.grading.command import Request
from course.grading.command import run as grade_command
from course.items import ShortAnswer
from tests.browser.components import axe_faults, contrasts
from tests.pipeline.answers import all_right, partly_right
from tests.pipeline.course_folder import CHECK, COURSE_ID, CourseFolder
from tests.pipeline.formgrader import Formgrader, formgrader
from tests.unit.content_folder import ContentFolder

FINAL = "final"
TASK = "cap-written-points"
WORDS = "Thank you for telling me.\n\nShall I bring hot water?"
COMMENT = "You thanked them first, and then you made an offer."
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
KINDS = {"right", "partly", "wrong", "blank", "held"}  # of cards on the feedback pages of the check
CHECK_LEARNERS = ("mixed", "copied")
FEEDBACK = [(CHECK, "mixed"), (CHECK, "copied"), (FINAL, "writer")]
EVERY_PAGE = pytest.mark.parametrize(("assignment", "learner"), FEEDBACK)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> CourseFolder:
    """The sample course with its final assessment, graded as far as a marker can."""
    place = tmp_path_factory.mktemp("pages")
    content = ContentFolder.copied(place / "content")
    content.add_capstone()
    final = CourseFolder.built(place / "built", content.path, FINAL)
    check = CourseFolder(final.place, CHECK)
    for assignment in (CHECK, FINAL):
        final.nbgrader("generate_assignment", assignment, "--force")
    answers = partly_right(check.check.items).answers
    drawn = list(check.slots("mixed").values())
    answers |= {drawn[0]: all_right([check.items[drawn[0]]]).answers[drawn[0]], drawn[1]: []}
    check.hand_in("mixed", answers)
    log = (check.root / "submitted" / "mixed" / CHECK / responses.FILE_NAME).read_bytes()
    (check.hand_in("copied", {}) / responses.FILE_NAME).write_bytes(log + b"torn\n")
    marked = [item for item in final.check.items if not isinstance(item, ShortAnswer)]
    final.hand_in("writer", all_right(marked).answers | {"cap-k02": f"{WORDS}\n\n{LONG_WORD * 2}"})
    assert grade_command(Request(final.root)) == 3
    return final


@pytest.fixture(scope="module")
def grading(course: CourseFolder) -> Iterator[Formgrader]:
    with formgrader(course) as server:
        yield server


@pytest.fixture(scope="module")
def told(course: CourseFolder, tmp_path_factory: pytest.TempPathFactory) -> CourseFolder:
    """The same with feedback, as it is when a person has graded the written answer."""
    course = course.copied(tmp_path_factory.mktemp("told"))
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}", COURSE_ID) as gradebook:
        grade = gradebook.find_grade(TASK, FINAL, FINAL, "writer")
        grade.manual_score, grade.needs_manual_grade = 2.0, False
        gradebook.find_comment(TASK, FINAL, FINAL, "writer").manual_comment = COMMENT
        gradebook.db.commit()
    for assignment in (CHECK, FINAL):
        course.nbgrader("generate_feedback", assignment)
    return course


def open_feedback(page: Page, course: CourseFolder, assignment: str, learner: str, width: int = 900) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto((course.root / "feedback" / learner / assignment / f"{assignment}.html").as_uri())


def weak(page: Page, parts: str) -> list[str]:
    """The texts that do not stand out enough in any such part of the page."""
    found = []
    for n in range(page.locator(parts).count()):
        page.locator(parts).nth(n).evaluate("one => one.dataset.measured = 'now'")
        found += contrasts(page, "[data-measured]")
        page.locator(parts).nth(n).evaluate("one => delete one.dataset.measured")
    assert len(found) > 20
    return [f"{one['what']}: {one['value']:.2f}" for one in found if one["value"] < one["least"]]


def hang_over(page: Page) -> list[str]:
    """What is wider than the window."""
    wide = "all.filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5)"
    told = f"all => {wide}.map((one) => one.outerHTML.slice(0, 80))"
    return cast("list[str]", page.locator("main *").evaluate_all(told))


# --- Feedback ----------------------------------------------------------------------------------------------


def test_feedback_pages_show_every_kind_of_card(page: Page, told: CourseFolder) -> None:
    seen = set()
    for learner in CHECK_LEARNERS:
        open_feedback(page, told, CHECK, learner)
        classes = page.locator(".course-card").evaluate_all("all => all.map((one) => one.className)")
        seen |= set(re.findall(r"course-(\w+)", " ".join(classes))) - {"card"}
    assert seen == KINDS


@EVERY_PAGE
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 900])
def test_feedback_can_be_used_by_everybody(
    page: Page,
    told: CourseFolder,
    outside_requests: list[str],
    screenshots: Path,
    assignment: str,
    learner: str,
    scheme: str,
    width: int,
) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of the two it names
    open_feedback(page, told, assignment, learner, width)
    page.screenshot(path=screenshots / f"feedback-{learner}-{scheme}-{width}.png", full_page=True)
    assert axe_faults(page, "html") == []
    assert weak(page, "main") == []
    assert page.evaluate("() => document.scrollingElement.scrollWidth") <= width
    assert hang_over(page) == []
    assert outside_requests == []


@EVERY_PAGE
def test_feedback_on_paper_is_dark_on_white_and_cuts_no_card_that_fits_a_page(
    page: Page, told: CourseFolder, screenshots: Path, assignment: str, learner: str
) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    open_feedback(page, told, assignment, learner, 700)
    assert weak(page, "main") == []
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    breaks = page.locator(".course-card").evaluate_all("all => all.map((one) => getComputedStyle(one).breakInside)")
    assert set(breaks) == {"avoid"}
    page.pdf(path=screenshots / f"feedback-{learner}.pdf", format="A4", print_background=True)


def test_feedback_has_headings_in_order_and_no_two_things_of_one_id(page: Page, told: CourseFolder) -> None:
    for assignment, learner in FEEDBACK:
        open_feedback(page, told, assignment, learner)
        levels = page.locator("h1, h2, h3, h4").evaluate_all("all => all.map((one) => Number(one.tagName[1]))")
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels)), levels
        ids = page.locator("[id]").evaluate_all("all => all.map((one) => one.id)")
        assert len(ids) == len(set(ids))


# --- Formgrader --------------------------------------------------------------------------------------------


def open_submission(page: Page, server: Formgrader, assignment: str, learner: str) -> None:
    """Formgrader's page for a learner's submission, as its links open it to somebody who has signed in."""
    with Gradebook(f"sqlite:///{server.course.root / 'gradebook.db'}", COURSE_ID) as gradebook:
        found = gradebook.find_submission_notebook(assignment, assignment, learner).id
    page.goto(f"http://127.0.0.1:{server.port}/login?next=/formgrader/submissions/{found}/")
    page.locator("#password_input").fill("instructor")
    page.locator("#login_submit").click()
    page.locator(".course-card").first.wait_for()
    page.wait_for_function("() => formgrader.loaded")


@EVERY_PAGE
def test_cards_on_the_grading_page_can_be_read_by_everybody(
    page: Page,
    grading: Formgrader,
    outside_requests: list[str],
    screenshots: Path,
    assignment: str,
    learner: str,
) -> None:
    open_submission(page, grading, assignment, learner)
    page.screenshot(path=screenshots / f"formgrader-{learner}.png", full_page=True)
    assert axe_faults(page, ".course-card") == []
    assert weak(page, ".course-card") == []
    assert outside_requests == []


def test_keys_of_the_grading_page_go_from_box_to_box(page: Page, grading: Formgrader) -> None:
    open_submission(page, grading, FINAL, "writer")
    expect(page.locator("input.score").first).to_have_attribute("placeholder", "2")
    page.locator("input.score").first.click()
    for name in ("extra-credit", "score"):  # and no link in between
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_have_class(re.compile(name))


def test_a_written_answer_is_graded_with_its_rubric_in_sight(
    page: Page, grading: Formgrader, course: CourseFolder, screenshots: Path
) -> None:
    open_submission(page, grading, FINAL, "writer")
    card = page.locator(".course-card.course-by-hand")
    expect(page.locator("#notebook .input_area").filter(visible=True)).to_have_count(0)  # no frame that held code
    for words in ("Shall I bring hot water?", "One point for an offer.", "offer hot water or a new pot"):
        expect(card.get_by_text(words)).to_be_visible()
    box, comment = page.locator(f"input.score#{TASK}"), page.locator("textarea.comment")
    expect(comment).to_have_count(1)
    gap = box.bounding_box(), card.bounding_box()
    assert gap[0] is not None
    assert gap[1] is not None
    assert 0 <= gap[0]["y"] - (gap[1]["y"] + gap[1]["height"]) < 300  # pixels: both are in sight at once
    box.click()
    with page.expect_response(lambda answer: "/api/grade/" in answer.url and answer.request.method == "PUT") as saved:
        page.keyboard.type("3")
        page.keyboard.press("Tab")
    assert saved.value.ok
    comment.click()
    with page.expect_response(lambda answer: "/api/comment/" in answer.url and answer.request.method == "PUT") as saved:
        page.keyboard.type(COMMENT)
        comment.blur()
    assert saved.value.ok
    page.reload()
    expect(box).to_have_value("3")
    expect(comment).to_have_value(COMMENT)
    page.screenshot(path=screenshots / "formgrader-written.png", full_page=True)
    grade = course.grade("writer")
    assert (grade.points[TASK], grade.needs_manual_grade) == (3.0, False)
