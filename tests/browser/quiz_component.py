"""Sample items for the quiz widget, and a learner's hands at it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from playwright.sync_api import Locator, Page

from tests.browser.components import View, show_element

# ---------------------------------------------------------------- items


def option(name: str, text: str, rationale: str) -> dict[str, str]:
    """An option as Python sends it in practice."""
    return {"id": name, "html": f"<p>{text}</p>", "rationale": f"<p>{rationale}</p>"}


SINGLE = {
    "id": "t-single",
    "type": "single",
    "stem": "<p>A new member says that the group “is not working”. What does a peer supporter do <em>first</em>?</p>",
    "options": [
        option("a", "Explain how the group has helped others.", "Kind, but it answers before it has listened."),
        option("b", "Ask what the member had hoped for.", "An open question shows respect, and finds out more."),
        option("c", "Suggest another group nearby.", "It may come to that; first find out what is missing."),
        option("d", "Note it for the next team meeting.", "Useful afterwards, but the person is here now."),
    ],
    "key": ["b"],
}
SCENARIO = SINGLE | {
    "id": "t-scenario",
    "type": "scenario",
    "stem": (
        "<p>Sam runs the Tuesday walk. Halfway round, one walker falls back and says quietly that the last week "
        "was hard. The others are waiting at the gate.</p><p>What is the best first thing for Sam to do?</p>"
    ),
    "options": [
        option("a", "Walk on and talk about it next week.", "The moment is now; next week may be too late."),
        option("b", "Let the others go ahead and stay with the walker.", "It makes room to listen without a crowd."),
        option("c", "Ask the whole group to share how they are.", "Nobody chose to be heard by all of them."),
        option("d", "Hand over a leaflet with phone numbers.", "A leaflet can help, after somebody has listened."),
    ],
    "key": ["b"],
}
MULTIPLE = {
    "id": "t-multiple",
    "type": "multiple",
    "stem": "<p>Which of these belong to a good first meeting? Choose TWO.</p>",
    "options": [
        option("a", "Agreeing on what stays between you.", "Trust needs to know its limits early."),
        option("b", "Making a plan for the whole year.", "Too much, too soon: plans grow with trust."),
        option("c", "Giving advice on each problem.", "Advice that was not asked for closes doors."),
        option("d", "Asking what the person wants from it.", "The meeting is theirs, so begin with their wish."),
        option("e", "Telling your whole story.", "Some of it may help later; all of it takes their time."),
    ],
    "key": ["a", "d"],
    "choose": 2,
}
REASON = {
    "id": "t-reason",
    "type": "true-false-reason",
    "stem": "<p>A peer supporter should hide that they were once in the same place.</p>",
    "options": [
        option("true", "True", "Hiding it gives away what makes peer support special."),
        option("false", "False", "Shared experience, told with care, is the heart of it."),
    ],
    "reasons": [
        option("a", "Personal stories always help.", "They help when they serve the other person, not always."),
        option("b", "Shared experience can give hope.", "Hope that someone got through is what a peer brings."),
        option("c", "Rules forbid any mention of it.", "Rules ask for care and limits, not for silence."),
    ],
    "key": ["false", "b"],
}
MATCHING = {
    "id": "t-matching",
    "type": "matching",
    "stem": "<p>Match each kind of support with its example.</p>",
    "prompts": [
        {"id": "p1", "html": "<p>Emotional</p>"},
        {"id": "p2", "html": "<p>Informational</p>"},
        {"id": "p3", "html": "<p>Practical</p>"},
        {"id": "p4", "html": "<p>Affiliational</p>"},
    ],
    "options": [
        option("a", "A lift to the clinic", "Help that you can touch: time, things, a hand."),
        option("b", "Listening after a bad day", "Care and empathy, so that somebody is not alone with it."),
        option("c", "A list of free courses", "Knowledge that helps somebody to decide."),
        option("d", "An evening of games together", "Company, and a place where one belongs."),
        option("e", "A signed treatment plan", "That is the work of a clinic, not of a peer."),
    ],
    "key": {"p1": "b", "p2": "c", "p3": "a", "p4": "d"},
}
MATCHING_LONG = MATCHING | {
    "id": "t-matching-long",
    "stem": "<p>Match each word with what it means here.</p>",
    "options": [
        option("a", "Help with things and tasks of daily life, such as a ride, a form or a phone call", "Hands-on."),
        option(
            "b",
            "Showing empathy, care and concern, so that a person feels less alone with what weighs on them",
            "Warm.",
        ),
        option("c", "Sharing <em>knowledge</em> &amp; skills", "Facts."),
        option(
            "d", "Bringing people together, so that they meet others, have fun and feel that they belong", "Together."
        ),
        option("e", "Writing a treatment plan and checking whether it is followed week by week", "Clinical."),
    ],
}
ORDERING = {
    "id": "t-ordering",
    "type": "ordering",
    "stem": "<p>Put the steps of a hard talk in order.</p>",
    "options": [
        option("c", "Say back what you have heard.", "Only after listening is there something to say back."),
        option("a", "Find a quiet place.", "It comes first: nobody opens up in a corridor."),
        option("d", "Ask what would help now.", "Help is found together, once both see the same thing."),
        option("b", "Listen without filling the pauses.", "The quiet place is for this."),
        option("e", "Agree on when to talk again, and where.", "It closes the talk and keeps the door open."),
    ],
    "key": ["a", "b", "c", "d", "e"],
}
SHORT = {
    "id": "t-short",
    "type": "short",
    "stem": "<p>In your own words: why does a peer supporter ask before giving advice?</p>",
    "model_answer": (
        "<p>Asking leaves the choice with the person. They know their life best, and a plan that is theirs "
        "is kept longer.</p>"
    ),
    "rubric": ["The choice stays with the person.", "The person knows their own life.", "A plan that is theirs lasts."],
}
ODD = {
    "id": "t-odd",
    "type": "single",
    "stem": (
        "<p>Write &lt;b&gt;bold&lt;/b&gt; &amp; pay $5, not $x^2$ or \\(y\\).<br />On a second line: "
        "<strong>strong</strong>, <em>soft</em>, <code>&lt;code&gt;</code> and "
        '<a href="#there">a link</a>.</p><ul><li>One</li><li>Two</li></ul>'
        "<blockquote><p>Said by somebody.</p></blockquote><pre><code>first\nsecond\n</code></pre>"
    ),
    "options": [
        option("a", "&lt;b&gt;bold&lt;/b&gt; &amp; $5", "Costs &lt;5 &amp; &gt;4."),
        option("b", "first line<br />second line", "Two lines."),
        option("c", "Un" + "glaublich" * 12, "A" + "h" * 120),
        {"id": "d", "html": "<p>One block.</p><p>Another block.</p>", "rationale": "<ul><li>Listed.</li></ul>"},
    ],
    "key": ["a"],
}
ITEMS: dict[str, dict[str, Any]] = {
    item["id"].removeprefix("t-"): item  # type: ignore[attr-defined]
    for item in (SINGLE, SCENARIO, MULTIPLE, REASON, MATCHING, MATCHING_LONG, ORDERING, SHORT)
}
WRONG: dict[str, Any] = {
    "single": ["a"],
    "scenario": ["c"],
    "multiple": ["a", "c"],
    "reason": ["false", "c"],
    "matching": {"p1": "b", "p2": "a", "p3": "c", "p4": "d"},
    "matching-long": {"p1": "b", "p2": "a", "p3": "c", "p4": "d"},
    "ordering": ["a", "c", "b", "d", "e"],
    "short": "Because.",
}


def as_check(item: dict[str, Any]) -> dict[str, Any]:
    """The item as a knowledge check sends it: without key, rationale and model answer."""
    bare = {name: value for name, value in item.items() if name not in ("key", "model_answer", "rubric")}
    for part in ("options", "reasons"):
        if part in bare:
            bare[part] = [{"id": one["id"], "html": one["html"]} for one in bare[part]]
    return bare


# ---------------------------------------------------------------- the view


@dataclass
class Quiz(View):
    """A view of a question."""

    @property
    def verdict(self) -> Locator:
        return self.root.locator(".cq-verdict")

    def answer(self, response: Any) -> None:
        """Put a response on screen by pointer."""
        if isinstance(response, str):
            self.root.get_by_role("textbox").fill(response)
        elif isinstance(response, dict):
            for n, (_, choice) in enumerate(sorted(response.items())):
                self.root.get_by_role("combobox").nth(n).select_option(choice)
        elif self.root.locator(".cq-step").count():
            self.arrange(response)
        else:
            for box in self.root.get_by_role("checkbox").all():
                if box.is_checked() and box.get_attribute("value") not in response:
                    box.uncheck()
            groups = self.root.locator(".cq-options").all()
            for n, choice in enumerate(response):
                group = groups[n] if len(groups) > 1 else groups[0]
                group.locator(f"input[value='{choice}']").check()

    def arrange(self, order: list[str]) -> None:
        for place, step in enumerate(order):
            while self.order().index(step) > place:
                self.root.locator(f"li[data-id='{step}'] [data-way=up]").click()

    def order(self) -> list[str]:
        return cast("list[str]", self.root.locator(".cq-step").evaluate_all("all => all.map(one => one.dataset.id)"))


def show_view(page: Page, model: int) -> Quiz:
    """Show a view of a model that the page has."""
    return Quiz(page, model, show_element(page, model))
