"""Markdown to HTML, and the check that HTML on its way to a page is only what this module makes.

Authors write CommonMark with emphasis, lists, code, links and quotes. HTML in it is shown as written, never
obeyed; TeX is shown as written too.
"""

from __future__ import annotations

import html
import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

# Only what `_markdown` can produce; anything else in a question file was put there by someone else.
_OURS = re.compile(
    r"(?:[^<>]"
    r"|</?(?:p|em|strong|code|pre|ul|ol|li|blockquote)>"
    r"|<code class=\"language-[^\"<>]+\">|<ol start=\"\d{1,9}\">|<br />|<hr />"
    r"|<a href=\"(?:https?://|mailto:|#)[^\"<>]*\"(?: title=\"[^\"<>]*\")?>|</a>)*"
)


def to_html(markdown: str) -> str:
    """The HTML of a Markdown text, safe to put in a page."""
    html_text: str = _markdown().render(markdown.strip())
    return html_text.strip()


def to_plain(markup: str) -> str:
    """The words of a piece of our HTML, without its tags."""
    return html.unescape(re.sub(r"<[^>]+>", "", markup)).strip()


def checked(markup: str) -> str:
    """HTML as `to_html` made it; anything else comes back escaped, so that it shows and does nothing."""
    return markup if _OURS.fullmatch(markup) else html.escape(markup)


def printable(text: str, most: int = 80) -> str:
    """A text from someone else's hand in one line that a terminal or a page can show: no control characters, cut."""
    shown = "".join(one if one.isprintable() else ascii(one)[1:-1] for one in text[: most + 1])
    return shown if len(shown) <= most else f"{shown[: most - 1]}…"


@cache
def _markdown() -> MarkdownIt:
    # Imported here: a learner's kernel gets HTML ready made and never needs the parser.
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False, "breaks": True}).disable(["image", "heading", "lheading"])
