"""What a person finds on a page that nbgrader made: the cards, and what the page loads."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

# Attributes whose address a browser loads by itself; an <a href> waits for a click.
_LOADING = ("src", "srcset", "data", "poster", "xlink:href", "background")
_CLICKED = {"a", "area"}
_OUTSIDE = re.compile(r"^\s*(?:https?:)?//", re.IGNORECASE)
_STYLE_LOADS = re.compile(r"""(?:url\(|@import)\s*["']?\s*((?:https?:)?//[^\s"')]+)""", re.IGNORECASE)
_BLOCKS = ["p", "li", "div", "span", "h1", "h2", "h3", "section", "ul", "ol", "pre", "blockquote", "br"]
_SCRIPT_LOADS = re.compile(r"""["']((?:https?:)?//[^\s"']+)["']""")


@dataclass(frozen=True)
class CardSeen:
    """One question's card as it reads; texts without tags, every run of white space one blank."""

    heading: str
    result: str
    points: str
    notices: list[str]
    stem: str
    mine: list[str]  # the options marked as the learner's own, or their prompts where these are matched
    marks: list[str]
    orders: list[list[str]]  # of an ordering question: the steps of each order shown
    whys: list[str]
    text: str


def cards(page: str) -> list[CardSeen]:
    """The cards of a page in their order."""
    return [_card(section) for section in _parsed(page).select("section.course-card")]


def text(page: str) -> str:
    """The words of a page."""
    return _text(_parsed(page))


def inputs(page: str, kind: str) -> list[str]:
    """The ids of the page's input fields of one class."""
    return [str(field["id"]) for field in _parsed(page).select(f"input.{kind}")]


def loads(page: str) -> list[str]:
    """The addresses of the scripts and style sheets that a page loads."""
    soup = _parsed(page)
    scripts = [str(tag["src"]) for tag in soup.select("script[src]")]
    return scripts + [str(tag["href"]) for tag in soup.select("link[rel=stylesheet][href]")]


def outside_loads(page: str) -> list[str]:
    """The addresses of other machines that a browser would load for this page by itself."""
    soup = _parsed(page)
    found = []
    for tag in soup.find_all(True):
        names = _LOADING if tag.name in _CLICKED else (*_LOADING, "href")
        found += [str(tag[name]) for name in names if _OUTSIDE.match(str(tag.get(name, "")))]
        found += _STYLE_LOADS.findall(str(tag.get("style", "")))
    for style in soup.find_all("style"):
        found += _STYLE_LOADS.findall(style.get_text())
    for script in soup.find_all("script"):
        found += _SCRIPT_LOADS.findall(script.get_text())
    return found


def _card(section: Tag) -> CardSeen:
    result = _one(section, ".course-result")
    points = _text(_one(section, ".course-points"))
    return CardSeen(
        heading=_text(_one(section, "h2")),
        # The sign in front is for the eye alone; what is read aloud are the words.
        result=_text(result).removesuffix(points).removeprefix(_text(_one(result, "[aria-hidden=true]"))).strip(),
        points=points,
        notices=[_text(tag) for tag in section.select(".course-notice")],
        stem=_text(_one(section, ".course-stem")),
        mine=[_text(tag.find(True)) for tag in section.select("li.course-mine")],
        marks=[_text(tag) for tag in section.select(".course-mark")],
        orders=[[_text(step.find(True)) for step in one.select("li")] for one in section.select("ol.course-options")],
        whys=[_text(tag) for tag in section.select(".course-why")],
        text=_text(section),
    )


def _one(tag: Tag, selector: str) -> Tag:
    found = tag.select(selector)
    assert len(found) == 1, f"{len(found)} of {selector} in {tag}"
    return found[0]


def _text(tag: object) -> str:
    assert isinstance(tag, Tag)
    for block in tag.find_all(_BLOCKS):
        block.insert_after(" ")  # where a line ends on the page, a word ends
        block.insert_before(" ")
    return " ".join(tag.get_text().split())


def _parsed(page: str) -> BeautifulSoup:
    return BeautifulSoup(page, "html.parser")
