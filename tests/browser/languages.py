"""Looking for words of one language in a page that speaks another."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import cast

from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
# Texts and labels that a reader takes for the language given, but for paths and code, and but for labels of steps to
# move, which carry a text of the course and can't name its language.
SAID = """
([root, language]) => {
  const found = [];
  const isOf = (element) => element.closest("[lang]")?.lang === language && !element.closest("code, [data-way]");
  for (const part of document.querySelectorAll(root)) {
    const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) if (isOf(texts.currentNode.parentElement)) found.push(texts.currentNode.data);
    for (const one of part.querySelectorAll("[aria-label]")) if (isOf(one)) found.push(one.getAttribute("aria-label"));
  }
  return found.filter((one) => one.trim());
}
"""


def left_over(page: Page, root: str, language: str, other: str) -> list[str]:
    """What in some parts of a page is said to be of a language, and holds a word of the interface in the other."""
    said = cast("list[str]", page.evaluate(SAID, [root, language]))
    assert said, f"nothing in {root} is of language {language}"
    foreign = words_of(other) - words_of(language)
    return [text for text in said if _words(text) & foreign]


@cache
def words_of(language: str) -> frozenset[str]:
    """Every word that the interface says in a language, the page's and Python's."""
    texts = list(import_module(f"course.words.{language}").WORDS.values())
    for path in (ROOT / "js" / "words" / language).glob("*.js"):
        source = re.sub(r"//.*|/\*.*?\*/", "", path.read_text(encoding="utf-8"))
        texts += re.findall(r'"[^"\n]*"|`[^`]*`', re.sub(r'\$\{[^{}"`]*\}', " ", source))
    return frozenset().union(*map(_words, texts))


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", text.lower()))
