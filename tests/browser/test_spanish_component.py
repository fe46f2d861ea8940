"""Every activity in Spanish, with a course in English: no word left behind, each text of its language, all fits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.components import View, assert_fits, axe_faults, make_model, open_page, show_element
from tests.browser.languages import left_over
from tests.browser.quiz_component import ITEMS, WRONG, Quiz, as_check
from tests.browser.test_exam_component import FORM, key, line
from tests.browser.test_exam_component import traits as exam
from tests.browser.test_flashcards_component import CARDS, DECK, DONE
from tests.browser.test_reflection_component import ITEM, WHERE
from tests.browser.test_roleplay_component import sample as story

SPANISH = {"language": "es", "course_language": "en"}
WIDTHS = pytest.mark.parametrize("width", [360, 900])
Show = Callable[..., View]


@pytest.fixture
def page(bare_page: Page) -> Page:
    return bare_page


@pytest.fixture
def show(page: Page, page_faults: list[str]) -> Show:
    """A function that shows an activity in Spanish: `show("flashcards", 360, deck=...)`."""

    def show(widget: str, width: int, answer: str = "save", **traits: Any) -> View:
        if page.url == "about:blank":
            open_page(page, widget, "light", width)
        model = make_model(page, SPANISH | traits, answer)
        return View(page, model, show_element(page, model))

    return show


def faults(view: View, width: int) -> list[str]:
    assert_fits(view, width)
    assert view.root.get_attribute("lang") == "es"
    return left_over(view.page, ".course-activity", "es", "en") + axe_faults(view.page)


@WIDTHS
@pytest.mark.parametrize("name", ITEMS)
def test_question_speaks_spanish(show: Show, name: str, width: int, picture: Callable[[str], None]) -> None:
    item = ITEMS[name]
    view = show("quiz", width, item=item, mode="practice")
    expect(view.root.get_by_role("group", name="Pregunta de práctica").first).to_be_visible()
    expect(view.root.locator(".cq-stem p").first).to_have_attribute("lang", "en")
    assert faults(view, width) == []
    Quiz(view.page, view.model, view.root).answer(WRONG[name])
    view.root.locator(".cq-primary").click()
    expect(view.save).to_contain_text("Guardado, ")
    assert faults(view, width) == []
    picture(f"spanish-{name}-{width}")
    check = show("quiz", width, "refuse", item=as_check(item), mode="check", number=3, of=10)
    expect(check.root).to_contain_text("Pregunta 3 de 10")
    expect(check.save).to_contain_text("Sin responder todavía")
    assert left_over(view.page, ".course-activity", "es", "en") == []


@WIDTHS
def test_role_play_speaks_spanish(show: Show, width: int, picture: Callable[[str], None]) -> None:
    view = show("roleplay", width, story=story(), found=[])
    assert faults(view, width) == []
    view.button("Empezar la conversación").click()
    assert faults(view, width) == []
    for _ in range(9):
        if not (choices := view.root.locator(".rp-choice:visible").all()):
            break
        choices[-1].click()
    expect(view.root.locator(".rp-ending")).to_be_visible()
    expect(view.root.locator(".rp-ending h4")).to_have_attribute("lang", "en")
    assert faults(view, width) == []
    picture(f"spanish-roleplay-{width}")


@WIDTHS
def test_flashcards_speak_spanish(show: Show, width: int, picture: Callable[[str], None]) -> None:
    view = show("flashcards", width, cards=CARDS, name="m1", deck=DECK)
    assert faults(view, width) == []
    view.button("Mostrar el significado").click()
    expect(view.root.locator(".fc-rating").first).to_contain_text("Todavía no otra vez dentro de 1 minuto")
    assert faults(view, width) == []
    picture(f"spanish-flashcards-{width}")
    view.page.evaluate("window.endViews()")
    assert faults(show("flashcards", width, cards=CARDS, name="m1", deck=DONE), width) == []


@WIDTHS
def test_reflection_speaks_spanish(show: Show, width: int, picture: Callable[[str], None]) -> None:
    view = show("reflection", width, item=ITEM, where=WHERE)
    assert faults(view, width) == []
    view.button("Escribir algo").click()
    view.root.get_by_role("textbox", name="Tus palabras").fill("…")
    expect(view.save).to_contain_text("Guardado, ")
    view.root.get_by_text("¿Quién podría leer esto?").click()
    assert faults(view, width) == []
    picture(f"spanish-reflection-{width}")
    view.button("Borrar mis palabras").click()
    assert faults(view, width) == []


@WIDTHS
def test_practice_exam_speaks_spanish(show: Show, width: int, picture: Callable[[str], None]) -> None:
    answers = {item: key(item) for item in FORM[:3]} | {"cap-p02": ["a"]}
    opening = show("exam", width, **exam())
    assert faults(opening, width) == []
    picture(f"spanish-exam-opening-{width}")
    opening.page.evaluate("window.endViews()")
    view = show("exam", width, **exam() | {"saved": line("running", answers, flags="m1-p01")})
    assert faults(view, width) == []
    picture(f"spanish-exam-question-{width}")
    view.button("Pausar").click()
    assert faults(view, width) == []
    view.button("Continuar").click()
    view.button("Terminar…").click()
    assert faults(view, width) == []
    view.button("Terminar y ver el informe").click()
    expect(view.root).to_contain_text("Acertaste")
    view.root.locator(".ex-review summary").first.click()
    assert left_over(view.page, ".course-activity", "es", "en") + axe_faults(view.page) == []
    picture(f"spanish-exam-report-{width}")
