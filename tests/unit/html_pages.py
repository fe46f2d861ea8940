"""Reading HTML the strict way: what is opened is closed, and in order."""

from __future__ import annotations

from html.parser import HTMLParser

_VOID = {"br", "hr"}


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.attributes += attrs
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> closes another tag"


def tags_of(html: str) -> list[str]:
    """The tags of a piece of HTML in order; fails where one is not closed or closed too early."""
    return _parsed(html).seen


def attributes_of(html: str) -> set[str]:
    """The names of all attributes in a piece of HTML."""
    return {name for name, _ in _parsed(html).attributes}


def _parsed(html: str) -> _Tags:
    tags = _Tags()
    tags.feed(html)
    tags.close()
    assert tags.open == [], f"never closed: {tags.open}"
    return tags
