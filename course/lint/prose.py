"""What learners read of a lesson: its words without the machinery around them."""

from __future__ import annotations

import re

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_CODE_CELL = re.compile(r"^```\{code-cell\}.*?^```$", re.DOTALL | re.MULTILINE)
_FIGURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_CITATION = re.compile(r"\s*\[@[^\]]*\]")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_TABLE_RULE = re.compile(r"^[|:\- ]+$", re.MULTILINE)
_NO_PARAGRAPH = re.compile(r"#|\||>|[-*]\s|\d+\.\s")


def readable(lesson: str) -> str:
    """The text of a lesson without front matter, questions, figures, citations and addresses."""
    text = _FRONT_MATTER.sub("", lesson)
    for pattern in (_CODE_CELL, _FIGURE, _CITATION, _TABLE_RULE):
        text = pattern.sub("", text)
    return _LINK.sub(r"\1", text)


def running_text(lesson: str) -> str:
    """Its sentences alone: no headings and no tables, and an end to every item of a list."""
    lines = [line for line in readable(lesson).splitlines() if not line.startswith(("#", "|"))]
    text = "\n".join(re.sub(r"^(\s*(?:[-*]|\d+\.)|>)\s+", "", line) + _end(line) for line in lines)
    return re.sub(r"[*_`>]", "", text)


def paragraphs(lesson: str) -> str:
    """Its running prose: paragraphs alone, without what is short on purpose: lists, conversations, steps."""
    blocks = (block.strip() for block in re.split(r"\n\s*\n", readable(lesson)))
    return re.sub(r"[*_`]", "", "\n\n".join(block for block in blocks if block and not _NO_PARAGRAPH.match(block)))


def headings(lesson: str) -> list[str]:
    """The words of a lesson's headings."""
    return re.findall(r"^#+ (.+)$", lesson, re.MULTILINE)


def _end(line: str) -> str:
    """A paragraph's end behind an item of a list, so that each is a sentence of its own."""
    return "\n" if re.match(r"\s*(?:[-*]|\d+\.)\s", line) else ""
