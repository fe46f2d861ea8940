"""Rules on wording: how people are named, whose words these are, how hard they read."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from course.bank import FIGURE
from course.faults import Fault
from course.lint.english import names, plain, spaced, unquoted, words
from course.lint.prose import paragraphs, running_text
from course.lint.readability import Measure, measure
from course.lint.rules import also, rule
from course.lint.settings import Wording
from course.lint.sources import shared_runs
from course.lint.subjects import Bank, Content, Entry, Note, Page
from course.stories import Story

ENOUGH_WORDS = 60  # below them a grade says little
_COLOURS = "red|green|blue|yellow|orange|purple|gr[ae]y|black|white|pink|brown"
_BY_LOOKS = re.compile(
    rf"\bthe (?:{_COLOURS}) (?:box|line|circle|arrow|button|text|part|area|bar|word|shape|dot|card)(?:e?s)?\b"
    r"|\b(?:option|answer|choice|statement|item|question)s? (?:above|below)\b"
    r"|\b(?:box|circle|picture|column|arrow)e?s? (?:above|below|on the (?:left|right))\b"
    r"|\b(?:first|second|third|fourth|last) (?:option|choice)\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"\b[\w.]+@[\w-]+\.\w+|(?<!\w)@[A-Za-z]\w{2,}")


@rule("L34", "error, warning where lint.yml says so", "NIDA; ONDCP")
def people_come_first_in_items(entry: Entry, content: Content) -> Iterator[Note]:
    """People are not named by their problem.

    Labels keep people from asking for help, and learners take our words along. Left alone: quoted speech, official
    names, and items of the objectives on language that lint.yml names.
    """
    if entry.item.objective in content.settings.language.objectives:
        return
    for place, text in entry.texts:
        for wording, found in _denied(text, content):
            note = entry.error if wording.severity == "error" else entry.warning
            yield note(place, f"'{found}'", wording.say)


@also("L34", over="page")
def people_come_first_on_pages(page: Page, content: Content) -> Iterator[Note]:
    """The same in lessons, glossary and settings, but for sections on language and what someone in a talk says."""
    if page.path in content.item_files or page.name in ("lint.yml", "references.yml"):
        return
    for passage in page.passages:
        if passage.section in content.settings.language.sections or passage.field == "says":
            continue
        bare = re.sub(r"\*+[^*]+\*+", " ", passage.text) if page.is_lesson else passage.text
        for wording, found in _denied(bare, content):
            note = page.error if wording.severity == "error" else page.warning
            yield note(passage.line, f"'{found}'", wording.say)


def _denied(text: str, content: Content) -> Iterator[tuple[Wording, str]]:
    bare = unquoted(text)
    for phrase in content.settings.language.allow:
        bare = spaced(re.escape(phrase).replace(r"\ ", " ")).sub(" ", bare)
    deny = content.settings.language.deny
    if not deny or not spaced("|".join(rf"\b(?:{wording.pattern})\b" for wording in deny)).search(bare):
        return
    for wording in deny:
        for found in spaced(rf"\b(?:{wording.pattern})\b").finditer(bare):
            yield wording, " ".join(found[0].split())


@rule("L35", "error from 8 words, warning at 6 and 7", "Course", over="page")
def wording_is_our_own(page: Page, content: Content) -> Iterator[Note]:
    """No run of eight words stands in a source article too.

    The course is written afresh; set phrases and official names are listed in lint.yml. Runs are compared with the
    articles where `--sources` names their folder, else with the hashes of their runs in content/sources.txt.
    """
    if page.name == "lint.yml":
        return
    for position, run, where in shared_runs(page.text, content.runs, content.settings.set_phrases):
        note = page.error if len(run) >= 8 else page.warning
        yield note(
            page.line_of(position),
            f"{len(run)} words in a row as in {where}: '{' '.join(run)}'",
            "say it in other words",
        )


@rule("L36", "warning over grade 8, error over 11", "HL")
def items_read_easily(entry: Entry, content: Content) -> Iterator[Note]:
    """An item's stem and options read at grade 8 or below.

    Else it measures reading. Flesch-Kincaid, with the words that the course itself teaches counted as short ones; the
    summary has the raw number. A text under 60 words is unstable and told only above grade 11.
    """
    found = grade_of(entry.asked, content)
    is_short = found.words < ENOUGH_WORDS
    if found.grade > 11 and not is_short:
        yield entry.error(("stem",), f"reads at grade {found.grade:.1f}", "use shorter sentences and words")
    elif found.grade > (11 if is_short else 8):
        yield entry.warning(("stem",), f"reads at grade {found.grade:.1f}", "use shorter sentences and words")


@also("L36", over="bank")
def banks_and_lessons_read_easily(bank: Bank, content: Content) -> Iterator[Note]:
    """The same over the pooled texts of a module: its reading, the questions of each bank, and their rationales."""
    if not bank.module or not bank.entries:
        return
    for name, text in pooled_texts(bank, content).items():
        found = grade_of(text, content)
        if found.words >= ENOUGH_WORDS and found.grade > 8:
            note = bank.error if found.grade > 11 else bank.warning
            yield note(f"{name} read at grade {found.grade:.1f}", "use shorter sentences and words")


def pooled_texts(bank: Bank, content: Content) -> dict[str, str]:
    """The texts of a bank that are read in one go: its lesson, or its questions and rationales."""
    if bank.kind == "both":
        module = next(module for module in content.course.modules if module.settings.id == bank.module)
        lesson = module.lesson
        pages = {"the pages of the lesson": running_text(lesson), "the paragraphs of the lesson": paragraphs(lesson)}
        return pages | ({"the words of the role-play": _told(module.story)} if module.story else {})
    return {
        "the questions": "\n\n".join(entry.asked for entry in bank.entries),
        "the rationales": "\n\n".join(text for entry in bank.entries for _, text, _ in entry.rationales),
    }


def _told(story: Story) -> str:
    """All that a learner may read of a role-play."""
    said = [node.says for node in story.nodes]
    said += [text for node in story.nodes for choice in node.choices for text in (choice.text, choice.effect)]
    return "\n\n".join([story.intro, *said, *(ending.text for ending in story.endings)])


@also("L36", over="course")
def help_box_reads_at_once(content: Content, _: Content) -> Iterator[Note]:
    """The box of help lines reads at grade 6 or below: it is for people in distress."""
    crisis = content.course.settings.crisis
    found = grade_of("\n\n".join((crisis.lead, *(line.how for line in crisis.lines), crisis.elsewhere)), content)
    if found.words >= ENOUGH_WORDS and found.grade > 6:
        fault = Fault(
            content.folder / "course.yml", 0, "", "crisis", f"reads at grade {found.grade:.1f}", "use shorter words"
        )
        yield Note("warning", "course.yml", fault)


def grade_of(text: str, content: Content) -> Measure:
    """How hard a text reads, the words that the course teaches counted as short."""
    return measure(text, content.taught_words)


@rule("L38", "warning", "Course")
def nobody_real_is_named(entry: Entry, content: Content) -> Iterator[Note]:
    """No full name and no address of a person stands in an item.

    A first name is enough for a story, and a full one may be somebody's.
    """
    people = names(entry.item.stem, content.vocabulary, content.settings.not_names)
    for place, text in entry.texts:
        if found := _CONTACT.search(plain(text)):
            yield entry.warning(place, f"'{found[0]}' is an address", "leave it out")
    for found in re.finditer(r"\b([A-Z][a-z]+) ([A-Z][a-z]+)\b", plain(entry.item.stem)):
        if {found[1], found[2]} <= people:
            yield entry.warning(("stem",), f"'{found[0]}' may be a real person", "a first name is enough")


@also("L38", over="course")
def nobody_always_has_the_problem(content: Content, _: Content) -> Iterator[Note]:
    """No name is cast three times as the one with the problem and never as the one who helps."""
    cast: dict[str, list[Entry]] = defaultdict(list)
    helping: Counter[str] = Counter()
    roles = "|".join(map(re.escape, content.settings.helper_words))
    if not roles:
        return
    for entry in content.entries:
        stem = plain(entry.item.stem)
        for name in names(stem, content.vocabulary, content.settings.not_names):
            cast[name].append(entry)
            helps = rf"\b{name}\b[^.?!]{{0,50}}\b(?:{roles})\b|\b(?:{roles})s?,? (?:named )?{name}\b"
            helping[name] += bool(re.search(helps, stem, re.IGNORECASE))
    for name, entries in sorted(cast.items()):
        if len(entries) >= 3 and not helping[name]:
            told = f"{name} has the problem in {len(entries)} items and never helps"
            yield entries[-1].warning(("stem",), told, "use more names, or let this one help")


@also("L38", over="course")
def he_and_she_are_both_there(content: Content, _: Content) -> Iterator[Note]:
    """Neither "he" nor "she" stands in more than three of four items that use one of them; from 20 on."""
    found = pronouns(content)
    if found.total() >= 20 and max(found.values()) > 0.75 * found.total():
        told = ", ".join(f"'{word}' in {count} items" for word, count in found.most_common())
        fault = Fault(content.folder, 0, "people", "", told, "cast some people anew")
        yield Note("warning", "people", fault)


def pronouns(content: Content) -> Counter[str]:
    """In how many stems a he and a she stand."""
    found: Counter[str] = Counter()
    for entry in content.entries:
        said = set(words(entry.item.stem))
        found["he"] += bool(said & {"he", "him", "his"})
        found["she"] += bool(said & {"she", "her", "hers"})
    return found


@rule("L39", "error", "Course")
def items_do_not_go_by_looks(entry: Entry, content: Content) -> Iterator[Note]:
    """Nothing is told by colour or place alone, and every figure says in words what it shows.

    Options come in any order, and some readers hear the page.
    """
    for place, text in entry.texts:
        if found := _BY_LOOKS.search(plain(unquoted(text))):
            yield entry.error(place, f"'{found[0]}' is told by looks", "say it in words")


@also("L39", over="page")
def pages_do_not_go_by_looks(page: Page, content: Content) -> Iterator[Note]:
    """The same in lessons; and an SVG has a title and a description, alt text five words or more."""
    if page.path.suffix == ".svg" and not ("<title" in page.source and "<desc" in page.source):
        yield page.error(1, "no title or no description", "add <title> and <desc> with what it shows")
    if not page.is_lesson:
        return
    for figure in FIGURE.finditer(page.text):
        if len(words(figure["alt"])) < 5:
            yield page.error(
                page.line_of(figure.start()), f"'{figure['alt']}' says little", "say in words what the figure says"
            )
    for passage in page.passages:
        if found := _BY_LOOKS.search(unquoted(FIGURE.sub("", passage.text))):
            yield page.error(passage.line, f"'{found[0]}' is told by looks", "say it in words")
