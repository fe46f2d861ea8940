"""Each rule with one planted fault, and a clean twin that differs in nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from course.items import Item
from course.lint.rules import RULES, SOURCES
from course.lint.settings import Language, LintSettings, ModuleCounts, Nuance, Safety, Wording
from course.lint.sources import RUN, _hash
from course.lint.subjects import Content
from course.outline import Course

from .linting import COURSE, content, course_with, multiple, scenario, severities, single, with_claims

MILK = ("Pour the milk", "Warm the pot", "Boil the water")
LONG = "The tea that grew on the shady side of the hill last spring"
ODD = "Which of these would you do first when a guest comes in from the cold?"


def bank_of(number: int, key: str = "", texts: tuple[str, ...] = MILK, **more: Any) -> list[Item]:
    """Items with stems of their own; the keys go round the options unless told otherwise."""
    stems = [f"Which of these do you do first in house number {n} of street {n * 7}?" for n in range(number)]
    return [
        single(*texts, id=f"m1-k{n:02}", stem=stem, key=key or "abc"[n % 3], **more) for n, stem in enumerate(stems)
    ]


def told_of(*people: str) -> list[Item]:
    return [single(*MILK, id=f"m1-k{n}", stem=f"{people[n % 2]} pours cup {n}. What is next?") for n in range(20)]


def runs_of(text: str) -> dict[int, str]:
    words = text.lower().split()
    return {_hash(words[n : n + RUN]): "leaf.txt" for n in range(len(words) - RUN + 1)}


def with_settings(item: Item, **settings: Any) -> Content:
    return content(item, settings=LintSettings(**settings))


ARTICLE = "a pot of green tea wants water that has stopped boiling"
SAFE: dict[str, Any] = {
    "safety": Safety(acts=("cool water", "kitchen line"), unsafe=(Wording(pattern="butter on", say="no butter"),))
}
NUANCE: dict[str, Any] = {"nuances": {"N1": Nuance(severity="error", words=("some people",), claims=("T-01",))}}
LABELS: dict[str, Any] = {
    "language": Language(
        deny=(
            Wording(pattern="teaholics?", say="say 'person who drinks much tea'"),
            Wording(pattern="swig", say="say 'sip'", severity="warning"),
        ),
        allow=("Teaholics Anonymous",),
        objectives=("m1-o2",),
        sections=("Words about guests",),
    )
}
HARD = (
    "Considering numerous incompatible recommendations concerning preparation, organizational representatives "
    "occasionally communicate unnecessarily complicated instructions. "
)
EASY = "The pot is hot. Ana pours the tea. Ben holds his cup and waits for a bit of milk. "
PLAN: dict[str, Any] = {
    "blueprint": {"m1": ModuleCounts(check={"m1-o1": {"single": 1}}, levels={"m1-o1": {"apply": 1}})}
}
LESSON = "modules/01-tea/lesson.md"
TWO = (single(*MILK, stem=ODD), scenario(*MILK))


def helped_by(lead: str) -> Course:
    crisis = replace(COURSE.settings.crisis, lead=lead)
    return replace(COURSE, settings=replace(COURSE.settings, crisis=crisis))


# rule, how grave, the content with a planted fault, its clean twin
CASES: list[tuple[str, str, Content, Content]] = [
    ("L01", "error", content(single(*MILK, "All of the above")), content(single(*MILK, "Rinse the cups"))),
    ("L01", "error", content(single(*MILK, "Both A and B")), content(single(*MILK, "Both vitamin A and vitamin B"))),
    ("L02", "error", content(single(*MILK[:2])), content(single(*MILK))),
    ("L02", "warning", content(single(*MILK, "Rinse", "Stir")), content(single(*MILK, "Rinse"))),
    ("L03", "error", content(single(LONG, *MILK)), content(single(LONG, LONG.replace("shady", "sunny"), *MILK))),
    (
        "L03",
        "warning",
        content(single("Pour the milk into the cup at last", "Pour the tea into the cup", "Pour it all out again")),
        content(single("Pour the milk into the cup", "Pour the tea into the cup", "Pour it all out again")),
    ),
    (
        "L04",
        "error",
        content(*bank_of(12, key="c")),  # "Boil the water" is the longest
        content(*bank_of(12, texts=("Pour the milk", "Warm the cups", "Boil the eggs"))),
    ),
    ("L05", "error", content(single(LONG, *MILK)), content(single(LONG, LONG.replace("shady", "sunny")))),
    (
        "L05",
        "warning",
        content(single("Pour the milk into the cup", "Pour the tea out")),
        content(single("Pour the milk into the cup", "Pour the tea out of it")),
    ),
    ("L06", "error", content(*bank_of(12, key="b")), content(*bank_of(12))),
    ("L07", "warning", content(*bank_of(4, key="b")), content(*bank_of(3, key="b"))),
    (
        "L08",
        "error",
        content(single("Waiting for the guest", "Call the cook", "Look for milk", "Ask the guest")),
        content(single("Wait for the guest", "Call the cook", "Look for milk", "Ask the guest")),
    ),
    (
        "L08",
        "warning",
        content(single("Call the cook", '"Would you like some milk?"', "Look for milk", "Ask the guest")),
        content(single("Call the cook", '"Would you like some milk?"', '"Is it hot?"', "Ask the guest")),
    ),
    (
        "L09",
        "error",
        content(single(*MILK, stem="Ana has not slept. Which of these does not belong in the pot of tea?")),
        content(single(*MILK, stem="Ana has not slept. Which of these belongs in her pot of tea?")),
    ),
    (
        "L09",
        "warning",
        content(single(*MILK, stem="Which of these does NOT belong in a pot of green tea?")),
        content(single(*MILK, stem="Which of these wants at least a pot of green tea?")),
    ),
    (
        "L10",
        "warning",
        content(single("Water that is not hot", *MILK, stem="Which of these does NOT belong in the pot of tea?")),
        content(single("Water that is not hot", *MILK, stem="Which of these belongs in the pot of tea?")),
    ),
    (
        "L11",
        "error",
        content(single("Warm the pot", "Always pour the milk", "Never boil it")),
        content(single("Always warm the pot", "Always pour the milk", "Never boil it")),
    ),
    (
        "L11",
        "warning",
        content(single("Warm the pot", "Always pour the milk", "Boil it")),
        content(single("Warm the pot", "Say nothing at all", '"Always pour the milk"')),
    ),
    (
        "L12",
        "warning",
        content(single("Water is usually best hot", "Water is best cold", "Water is best salted")),
        content(single("Water is usually best hot", "Water is usually best cold", "Water is best salted")),
    ),
    (
        "L13",
        "error",
        content(single(*MILK, stem="When a guest comes in from the cold you first")),
        content(single(*MILK, stem="When a guest comes in from the cold, what do you do first?")),
    ),
    (
        "L14",
        "error",
        content(single(*MILK, stem="Think of a cup of tea. Which of the following statements is true?")),
        content(single(*MILK, stem="Think of a cup of tea. Which of the following goes in first?")),
    ),
    ("L14", "warning", content(single(*MILK, stem="What comes first?")), content(single(*MILK, stem=ODD))),
    (
        "L15",
        "error",
        content(single(*MILK, rationales=["Milk comes later."])),
        content(single(*MILK, rationales=["Milk comes later, as it would cool the tea too soon."])),
    ),
    (
        "L15",
        "error",
        content(single(*MILK, rationales=["Read it again: the right answer is to boil the water first."])),
        content(single(*MILK, rationales=["Read it again: an answer like this is right for cold milk."])),
    ),
    (
        "L16",
        "error",
        content(single(*MILK, stem=ODD), scenario(*MILK, stem=ODD.replace("first", "**first**"))),
        content(single(*MILK, stem=ODD), scenario(*MILK, stem=ODD.replace("first", "last"))),
    ),
    (
        "L17",
        "error",
        content(single(*MILK, stem=ODD), scenario(*MILK, stem=ODD.replace("guest", "guests"))),
        content(single(*MILK, stem=ODD), scenario(*MILK, stem="What makes a cup of tea worth waiting for at noon?")),
    ),
    (
        "L17",
        "warning",
        content(single(*MILK, stem=ODD), scenario(*MILK, stem=ODD.replace("cold", "garden path"))),
        content(single(*MILK, stem=ODD), scenario(*MILK, stem="Who would you serve first when three guests come in?")),
    ),
    ("L18", "error", content(single("Pour the milk.", *MILK)), content(single("Pour the tea.", *MILK))),
    (
        "L18",
        "warning",
        content(single("Pour the milk very slowly", *MILK)),
        content(single("Pour the tea very slowly", *MILK)),
    ),
    (
        "L19",
        "warning",
        content(single("The water boils before tea", "The water boils after tea", "Tea is cold")),
        content(single("The water boils before tea", "The water cools down again", "Tea is cold")),
    ),
    (
        "L20",
        "error",
        content(single(*MILK, stem=f"{ODD} Choose."), practice=[scenario(*MILK, stem=f"Think. {ODD}")]),
        content(single(*MILK, stem=f"{ODD} Choose."), practice=[scenario(*MILK, stem="What would please him best?")]),
    ),
    (
        "L20",
        "error",
        content(
            single(*MILK, stem="At noon Ana asks for tea. What does she need?"),
            practice=[scenario(*MILK, stem="The guest is Ana. Which cup would please her most?")],
        ),
        content(
            single(*MILK, stem="At noon Ana asks for tea. What does she need?"),
            practice=[scenario(*MILK, stem="The guest is Ben. Which cup would please him most?")],
        ),
    ),
    (
        "L21",
        "warning",
        content(single("green leaves boiled water", "green leaves cold milk", "boiled water brown sugar", "salt")),
        content(single("salt", "green leaves cold milk", "boiled water brown sugar", "green leaves boiled water")),
    ),
    (
        "L22",
        "error",
        content(single("Warm the kettle", *MILK[::2], stem="Ana has a kettle that will not warm. What helps?")),
        content(
            single("Warm the kettle", "Warm the tea", "Fill the kettle", stem="A kettle will not warm. What helps?")
        ),
    ),
    (
        "L22",
        "warning",
        content(single("Fill the kettle", *MILK[:2], stem="Ana has a kettle that stays cold. What helps?")),
        content(single("Ask Ana about it", *MILK[:2], stem="The kettle of Ana stays cold. What helps?")),
    ),
    (
        "L23",
        "error",
        content(single("oven", "kettle", "stove", stem="To boil water for a pot of tea you need an")),
        content(single("oven", "urn", "iron", stem="To boil water for a pot of tea you need an")),
    ),
    (
        "L23",
        "error",
        content(single("A cup", "Two cups", "A pot", stem="Ana wants tea. Which thing is on the table?")),
        content(single("A cup", "A spoon", "A pot", stem="Ana wants tea. Which thing is on the table?")),
    ),
    (
        "L24",
        "error",
        content(multiple(*MILK, "Stir", stem="Which of these belong to the making of green tea?")),
        content(multiple(*MILK, "Stir", stem="Which TWO of these belong to the making of green tea?")),
    ),
    ("L25", "warning", content(single(*MILK, stem=EASY * 3 + ODD)), content(scenario(*MILK, stem=EASY * 3 + ODD))),
    (
        "L25",
        "warning",
        content(single(*MILK, stem="Who is here? What do you do first of all?")),
        content(single(*MILK, stem='Ana says, "Who is here?" What do you do first?')),
    ),
    (
        "L26",
        "warning",
        content(single(*MILK, "very " * 24 + "hot tea")),
        content(single(*MILK, "very " * 23 + "hot tea")),
    ),
    ("L27", "warning", content(single(*MILK, "Wave a magic wand")), content(single(*MILK, "Wave to the guest"))),
    (
        "L28",
        "error",
        content(single(*MILK, stem="Ana asks for tea. What do you think she needs first?")),
        content(single(*MILK, stem='Ana asks, "What do you think?" What does she need first?')),
    ),
    (
        "L29",
        "error",
        content(single(*MILK), course=with_claims("T-01")),
        content(single(*MILK, claims=("T-01",)), course=with_claims("T-01")),
    ),
    (
        "L29",
        "error",
        content(single(*MILK, status="reviewed", reviewed_by=("Ana",))),
        content(single(*MILK, status="reviewed", reviewed_by=("Ana", "Ben"))),
    ),
    ("L30", "error", with_settings(scenario(*MILK), **PLAN), with_settings(single(*MILK), **PLAN)),
    ("L30", "error", with_settings(single(*MILK, bloom="analyze"), **PLAN), with_settings(single(*MILK), **PLAN)),
    (
        "L30",
        "error",
        with_settings(single(*MILK), check_minimum=2, **PLAN),
        with_settings(single(*MILK), check_minimum=1, **PLAN),
    ),
    (
        "L31",
        "error",
        content(single(*MILK, nuance=("N1",))),
        content(single(*MILK, nuance=("N1",), refs=("kettle-2020",))),
    ),
    (
        "L31",
        "error",
        content(single(*MILK, rationales=["Of 46 cups, most were drunk before they had gone cold."])),
        content(single(*MILK, rationales=["It costs $46, and most of it is drunk before it is cold."])),
    ),
    (
        "L32",
        "error",
        with_settings(single(*MILK, claims=("T-01",)), **NUANCE),
        with_settings(single(*MILK, claims=("T-02",)), **NUANCE),
    ),
    (
        "L32",
        "error",
        with_settings(single(*MILK, nuance=("N1",)), **NUANCE),
        with_settings(
            single(*MILK, nuance=("N1",), rationales=["Some people take it in first, and others do not."]), **NUANCE
        ),
    ),
    (
        "L33",
        "error",
        with_settings(single(*MILK, safety=True, refs=("kettle-2020",)), **SAFE),
        with_settings(single("Hold it in cool water", *MILK, safety=True, refs=("kettle-2020",)), **SAFE),
    ),
    (
        "L33",
        "error",
        with_settings(single("Hold it in cool water", *MILK, safety=True), **SAFE),
        with_settings(single("Hold it in cool water", *MILK, safety=True, refs=("kettle-2020",)), **SAFE),
    ),
    (
        "L33",
        "error",
        with_settings(single("Put butter on the burn", *MILK), **SAFE),
        with_settings(single("Do not put butter on the burn", *MILK), **SAFE),
    ),
    (
        "L34",
        "error",
        with_settings(single(*MILK, stem="A teaholic comes in. What do you do first?"), **LABELS),
        with_settings(single(*MILK, stem='Ana says, "I am a teaholic." What do you do first?'), **LABELS),
    ),
    (
        "L34",
        "error",
        with_settings(single(*MILK, stem="A teaholic comes in. What do you do first?"), **LABELS),
        with_settings(single(*MILK, stem="A teaholic comes in. What do you do first?", objective="m1-o2"), **LABELS),
    ),
    (
        "L34",
        "error",
        with_settings(single("Call the teaholics", *MILK), **LABELS),
        with_settings(single("Call Teaholics\nAnonymous", *MILK), **LABELS),
    ),
    (
        "L34",
        "warning",
        content(pages=[(LESSON, "# Tea\n\nTake a swig.\n")], settings=LintSettings(**LABELS)),
        content(pages=[(LESSON, "# Words about guests\n\nTake a swig.\n")], settings=LintSettings(**LABELS)),
    ),
    (
        "L35",
        "error",
        content(pages=[(LESSON, "See: a pot of\ngreen tea wants water that is hot.")], runs=runs_of(ARTICLE)),
        content(pages=[(LESSON, "See: a pot of\ngreen leaves wants water that has stopped.")], runs=runs_of(ARTICLE)),
    ),
    (
        "L35",
        "warning",
        content(pages=[(LESSON, "A pot of green tea wants milk.")], runs=runs_of(ARTICLE)),
        content(
            pages=[(LESSON, "A pot of green tea wants milk.")],
            runs=runs_of(ARTICLE),
            settings=LintSettings(set_phrases=("pot of green tea",)),
        ),
    ),
    ("L36", "error", content(single(*MILK, stem=HARD * 5)), content(single(*MILK, stem=EASY * 5))),
    ("L36", "warning", content(single(*MILK, stem=HARD)), content(single(*MILK, stem=EASY))),
    (
        "L36",
        "warning",
        content(course=helped_by(HARD * 5)),
        content(course=helped_by(EASY * 5)),
    ),
    (
        "L36",
        "error",
        content(*TWO, course=course_with(lesson=HARD * 9)),
        content(*TWO, course=course_with(lesson=EASY * 9)),
    ),
    (
        "L37",
        "error",
        content(pages=[(LESSON, "Call 1-800-555-0199 now.")]),
        content(pages=[(LESSON, "It cost 1,800 in 2019, see https://tea.example/1-800-555-0199")]),
    ),
    (
        "L38",
        "warning",
        content(single(*MILK, stem="A guest named Ana Teasdale comes in. What is first?")),
        content(single(*MILK, stem="A guest named Ana comes in. What is first?")),
    ),
    (
        "L38",
        "warning",
        with_settings(single(*MILK, "Write to ana@tea.example"), helper_words=("cook",)),
        with_settings(single(*MILK, "Write to Ana"), helper_words=("cook",)),
    ),
    (
        "L38",
        "warning",
        content(
            *(single(*MILK, id=f"m1-k{n}", stem=f"In house {n} Ana cries.") for n in range(3)),
            settings=LintSettings(helper_words=("cook",)),
        ),
        content(
            *(single(*MILK, id=f"m1-k{n}", stem=f"In house {n} the cook Ana cries.") for n in range(3)),
            settings=LintSettings(helper_words=("cook",)),
        ),
    ),
    ("L38", "warning", content(*told_of("She", "She")), content(*told_of("She", "He"))),
    (
        "L39",
        "error",
        content(single(*MILK, stem="What does the red box in this figure say about tea?")),
        content(single(*MILK, stem="What does the box on boiling say about tea?")),
    ),
    (
        "L39",
        "error",
        content(pages=[("a.svg", "<svg><title>Tea</title></svg>")]),
        content(pages=[("a.svg", "<svg><title>Tea</title><desc>A cup</desc></svg>")]),
    ),
    (
        "L39",
        "error",
        content(pages=[(LESSON, "![A cup](figures/cup.svg)")]),
        content(pages=[(LESSON, "![A cup on the left, full of tea](figures/cup.svg)")]),
    ),
    (
        "L40",
        "warning",
        content(single("30 cups", "9 cups", "12 cups")),
        content(single("9 cups", "12 cups", "30 cups")),
    ),
    (
        "L41",
        "warning",
        content(single("It is best to stir", "It is best to wait", "It is best to sip")),
        content(single("It is best to stir", "It is good to wait", "It is best to sip")),
    ),
    (
        "L42",
        "warning",
        content(single("The pot is usually warm and full", "The pot is rarely warm and full", "The pot is lost")),
        content(single("The pot is usually warm and full", "The pot is rarely cold or light", "The pot is lost")),
    ),
]
NAMED = [pytest.param(*case, id=f"{case[0]}-{case[1]}-{n}") for n, case in enumerate(CASES)]


def test_there_are_forty_two_rules_and_each_has_a_planted_fault_and_a_clean_twin() -> None:
    assert set(RULES) == {f"L{n:02}" for n in range(1, 43)} == {case[0] for case in CASES}


@pytest.mark.parametrize(("rule", "severity", "planted", "clean"), NAMED)
def test_rule_finds_the_planted_fault(rule: str, severity: str, planted: Content, clean: Content) -> None:
    found = severities(rule, planted)
    assert found
    assert set(found) == {severity}


@pytest.mark.parametrize(("rule", "severity", "planted", "clean"), NAMED)
def test_rule_says_nothing_of_the_clean_twin(rule: str, severity: str, planted: Content, clean: Content) -> None:
    assert severities(rule, clean) == []


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_rule_says_what_holds_how_grave_it_is_where_it_comes_from_and_why(rule: Any) -> None:
    assert rule.title.endswith(".")
    assert rule.severity.split()[0].rstrip(",") in ("error", "warning")
    assert {source.split()[0].rstrip(",") for source in rule.source.split("; ")} <= SOURCES.keys()
    assert len(rule.reason.split()) >= 8


def test_two_rules_guard_safety_and_can_not_be_waived() -> None:
    assert [rule.id for rule in RULES.values() if not rule.waivable] == ["L33", "L37"]
