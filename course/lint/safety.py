"""Rules on safety, which no waiver answers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.lint.english import plain, spaced
from course.lint.rules import rule
from course.lint.subjects import Content, Entry, Note, Page

_WEB_ADDRESS = re.compile(r"https?://\S+|\S+@\S+\.\w+")
_PHONE_NUMBER = (
    r"(?<![\w.$-])(?:"
    r"\+?(?:1[-. ])?\(?\d{{3}}\)?[-. ]\d{{3}}[-. ]\d{{4}}"  # 1-800-555-0100, (800) 555-0100
    r"|\d11{known}"  # the three-digit lines
    r"|(?<=[Tt]ext )\d{{3,6}}|(?<=to )\d{{5,6}}|(?<=line )\d{{3,6}}"  # codes to text to
    r")(?![\w-])"
)
_NEGATED = re.compile(r"\b(?:not|never|no|without|cannot|can't|don't|won't|doesn't|isn't)\b[^.;]{0,30}$", re.IGNORECASE)


@rule("L33", "error", "Course", waivable=False)
def safe_acts_are_keyed(entry: Entry, content: Content) -> Iterator[Note]:
    """The key of a safety item holds a safe act and its references a source on crises; no key holds an unsafe one.

    People may act on what is marked right here. What is safe and unsafe is told by words that lint.yml gives; that
    catches what is missing outright, and two experts judge the rest. No waiver answers this rule.
    """
    item, known = entry.item, content.settings.safety
    key = plain(" ".join(entry.key_texts))
    for wording in known.unsafe:
        found = spaced(rf"\b(?:{wording.pattern})").search(key)
        if found and not is_negated(key[: found.start()]):
            yield entry.error(("key",), f"the key says '{found[0]}'", wording.say)
    if not item.safety:
        return
    if known.acts and not any(spaced(rf"\b(?:{act})").search(key) for act in known.acts):
        yield entry.error(("key",), "no safe act in the key of a safety item", "key what keeps the person safe")
    sources = {ref for line in content.course.settings.crisis.lines for ref in line.refs} | set(known.sources)
    if not sources & set(item.refs):
        remedy = "name a reference of a help line, or one that lint.yml lists under safety.sources"
        yield entry.error(("refs",), "no source on crises", remedy)


def is_negated(before: str) -> bool:
    """Whether the words before a place say that what follows is not done."""
    return _NEGATED.search(before) is not None


@rule("L37", "error", "Course", over="page", waivable=False)
def numbers_to_call_are_kept_once(page: Page, content: Content) -> Iterator[Note]:
    """Numbers to call or text stand in course.yml alone; elsewhere only those short enough to be a line's name.

    A wrong or old number can cost a life, and one place can be checked on the day of a release. Notes on what was
    found at a source may quote the numbers of course.yml. No waiver answers this rule.
    """
    if page.name == "lint.yml":
        return
    known = help_numbers(content)
    for number, position in phone_numbers(page.text, known):
        if number not in known:
            yield page.error(
                position, f"'{number}' is no number of a help line in course.yml", "check it, and keep it there"
            )
        elif len(number) > 3 and page.name not in ("course.yml", "references.yml"):
            yield page.error(
                position, f"'{number}' stands outside course.yml", "name the line; every page shows its number"
            )


def help_numbers(content: Content) -> set[str]:
    """The numbers of the help lines, where alone they are kept."""
    found = set()
    for line in content.course.settings.crisis.lines:
        found |= {number for number in (line.number, line.text) if number}
        found |= {number for number, _ in phone_numbers(line.how, set())}
    return found


def phone_numbers(text: str, known: set[str]) -> Iterator[tuple[str, int]]:
    """All that looks like a number to call or text, with its position; `known` short ones are looked for too."""
    short = "".join(f"|{re.escape(number)}" for number in sorted(known) if len(number) == 3)
    bare = _WEB_ADDRESS.sub(lambda match: " " * len(match[0]), text)
    for match in re.finditer(_PHONE_NUMBER.format(known=short), bare):
        yield match[0], match.start()
