"""A widget alone in a page: the harness, a learner's hands and eyes, and what everybody must be able to see."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pytest
from playwright.sync_api import Locator, Page, Route

from course.activities.exam import PracticeExam
from course.activities.flashcards import Flashcards
from course.activities.quiz import Quiz
from course.activities.reflection import Reflection
from course.activities.roleplay import RolePlay

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
STATIC = ROOT / "course" / "static"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
THEMES = Path(sys.prefix) / "share" / "jupyter" / "lab" / "themes" / "@jupyterlab"
WIDGETS: dict[str, type[Any]] = {
    "quiz": Quiz,
    "roleplay": RolePlay,
    "reflection": Reflection,
    "flashcards": Flashcards,
    "exam": PracticeExam,
}
THEMED = pytest.mark.parametrize("theme", ["light", "dark"])
# Pixels: 1280 at 400 %, a phone, a notebook's column. A widget is opened and used at the last of them.
WIDTHS = {"light": (320, 360, 900), "dark": (900, 360, 320)}
LARGE = 44  # pixels, of what a finger has to hit
BOXES = """all => all.map((one) => {
  const { left, right, height } = one.getBoundingClientRect();
  return { left, right, height, what: one.outerHTML };
})"""
ADDRESS = "http://widget.test"  # answered by `open_page`; nothing leaves the machine


@dataclass
class View:
    """A view of a widget in a page, and the model behind it."""

    page: Page
    model: int
    root: Locator

    @property
    def sent(self) -> list[dict[str, Any]]:
        return cast("list[dict[str, Any]]", self.page.evaluate("n => window.models[n].sent", self.model))

    @property
    def responses(self) -> list[Any]:
        return [message["response"] for message in self.sent]

    @property
    def status(self) -> Locator:
        return self.root.get_by_role("status")

    @property
    def save(self) -> Locator:
        return self.root.locator(".cq-save")

    def button(self, name: str) -> Locator:
        return self.root.get_by_role("button", name=name)

    def has_focus(self) -> bool:
        """Whether focus is on something in the view."""
        return cast("bool", self.root.evaluate("one => one.contains(document.activeElement)"))

    def tabs_out(self, most: int) -> bool:
        """Whether Tab leaves the view in so many strokes."""
        for _ in range(most):
            self.page.keyboard.press("Tab")
            if not self.has_focus():
                return True
        return False

    def tell(self, script: str) -> None:
        """Run JavaScript with the model as `model`."""
        self.page.evaluate(f"n => {{ const model = window.models[n]; {script} }}", self.model)


def theme_css(theme: str) -> str:
    file = THEMES / f"theme-{theme}-extension" / "index.css"
    assert file.is_file(), f"{file} is missing: run the tests in the environment that holds JupyterLab"
    return file.read_text()


def open_page(page: Page, widget: str, theme: str = "light", width: int = 900) -> None:
    """Open the harness with one of the widgets; every request is answered from here, and any other fails."""
    files = {
        "/": ((HERE / "component.html").read_text(), "text/html"),
        "/widget.js": ((STATIC / f"{widget}.js").read_text(), "text/javascript"),
        "/widget.css": (WIDGETS[widget]._css, "text/css"),
        "/theme.css": (theme_css(theme), "text/css"),
    }

    def serve(route: Route) -> None:
        body, kind = files[route.request.url.removeprefix(ADDRESS)]
        route.fulfill(body=body, content_type=f"{kind}; charset=utf-8")

    page.set_viewport_size({"width": width, "height": 1000})
    page.route("**/*", serve)
    page.goto(f"{ADDRESS}/")
    page.wait_for_function("window.isReady")
    page.evaluate("theme => document.body.dataset.jpThemeLight = String(theme === 'light')", theme)


def make_model(page: Page, traits: dict[str, Any], answer: str = "save") -> int:
    """A model in the page; `answer` is what Python does with a response: "save", "refuse", "nothing" or "throw"."""
    return cast("int", page.evaluate("([traits, answer]) => window.makeModel(traits, answer)", [traits, answer]))


def show_element(page: Page, model: int) -> Locator:
    """The root of a new view of a model that the page has."""
    place = page.evaluate("n => window.showView(n)", model)
    return page.locator("main > div").nth(place).locator(".course-activity")


def axe_faults(page: Page, part: str = "main") -> list[str]:
    """What axe-core finds wrong with the widgets on the page, or with another part of it."""
    assert AXE.is_file(), f"{AXE} is missing: run `npm ci`"
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text())
    result = page.evaluate("part => axe.run(part)", part)
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in result["violations"]]


def faults_of(stages: Iterable[tuple[str, View]]) -> list[str]:
    """What axe-core finds wrong in any of a widget's stages."""
    return [f"{stage}: {fault}" for stage, view in stages for fault in axe_faults(view.page)]


def weak_contrasts(page: Page, stages: Iterable[tuple[str, View]]) -> list[str]:
    """What does not stand out enough in any of a widget's stages."""
    page.emulate_media(reduced_motion="reduce")  # or colours would be caught half-way
    weak: list[str] = []
    for stage, _ in stages:
        measured = contrasts(page)
        assert len(measured) > 5
        weak += [f"{stage}, {one['what']}: {one['value']:.2f}" for one in measured if one["value"] < one["least"]]
    return weak


def assert_fits(view: View, width: int, targets: str = "button:visible") -> None:
    """In a window so wide nothing hangs over the edge, and what can be hit is large enough for a finger."""
    view.page.set_viewport_size({"width": width, "height": 1000})
    assert view.page.evaluate("() => document.scrollingElement.scrollWidth") <= width
    boxes = view.root.locator(targets).evaluate_all(BOXES)
    assert boxes
    assert [box for box in boxes if box["height"] < LARGE] == []
    assert [box for box in boxes if box["left"] < 0 or box["right"] > width] == []


def contrasts(page: Page, root: str = ".course-activity") -> list[dict[str, Any]]:
    """Each text and control of the first such part: what it is, its contrast as rendered, the least that will do."""
    page.mouse.move(0, 0)
    return cast("list[dict[str, Any]]", page.evaluate(CONTRAST, root))


CONTRAST = """
(part) => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const parse = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
  const ground = (element) => {
    const under = element.parentElement ? ground(element.parentElement) : [255, 255, 255, 1];
    return over(parse(getComputedStyle(element).backgroundColor), under);
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const isSeen = (element) => element.checkVisibility() && element.getBoundingClientRect().width > 1;
  const name = (element) => `${element.tagName} ${element.className} ${element.textContent.slice(0, 30)}`;
  const root = document.querySelector(part);
  const found = [];
  const test = (element, color, under, least, what) => {
    const value = ratio(over(parse(color), under), under);
    found.push({ what: `${what}: ${name(element)}`, value, least });
  };
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !isSeen(element) || element.tagName === "OPTION") continue;
    test(element, getComputedStyle(element).color, ground(element), 4.5, "text");
  }
  for (const element of root.querySelectorAll("select, textarea")) {
    test(element, getComputedStyle(element).color, ground(element), 4.5, "text");
  }
  for (const element of root.querySelectorAll(".cq-grip")) {
    const badge = getComputedStyle(element, "::after");
    test(element, badge.color, over(parse(badge.backgroundColor), ground(element)), 4.5, "number");
  }
  for (const element of root.querySelectorAll(".cq-icon")) {
    if (!isSeen(element) || element.closest("[aria-disabled]")) continue;
    test(element, getComputedStyle(element).stroke, ground(element.parentElement), 3, "symbol");
  }
  for (const element of root.querySelectorAll("input, select, textarea, button")) {
    if (!isSeen(element) || element.getAttribute("aria-disabled")) continue;
    test(element, getComputedStyle(element).borderTopColor, ground(element.parentElement), 3, "edge");
  }
  for (const element of root.querySelectorAll("input:checked")) {
    const mark = getComputedStyle(element, "::before");
    const color = element.type === "radio" ? mark.backgroundColor : mark.borderBottomColor;
    test(element, color, ground(element), 3, "mark");
  }
  const brand = document.createElement("i");
  brand.style.color = "var(--cq-brand, var(--jp-brand-color1))";
  root.append(brand);
  test(brand, getComputedStyle(brand).color, ground(root), 3, "focus ring");
  brand.remove();
  return found;
}
"""
