from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from course.bank import load
from course.faults import counted

from .builders import SAMPLE
from .content_folder import LESSON, SETTINGS, STORY, ContentFolder

Story = dict[str, Any]
PROMPT = "prompt: Which cup of tea do you remember *best*?"


def told_in(file: str, *lines: str) -> str:
    return "\n".join([f"content/{file}: {counted(len(lines), 'problem')}", *(f"  {line}" for line in lines)])


def story_faults(content: ContentFolder) -> list[str]:
    """What is told of the story, in order, without its lines: the folder writes the file anew."""
    told = content.told().split(f"content/{STORY}: ")[1].splitlines()[1:]
    return sorted(re.sub(r"^  (line \d+, )?", "", line) for line in told)


def node(story: Story, name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in story["nodes"] if one["id"] == name)
    return found


def choice(story: Story, name: str, number: int) -> dict[str, Any]:
    found: dict[str, Any] = node(story, name)["choices"][number]
    return found


def ending(story: Story, name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in story["endings"] if one["id"] == name)
    return found


def test_story_of_the_sample_is_read_whole() -> None:
    story = load(SAMPLE).modules[0].story
    assert story is not None
    assert [one.id for one in story.nodes] == ["rain", "sulk", "kettle"]
    assert [one.outcome for one in story.endings] == ["safe", "mixed", "unsafe"]
    assert [one.required_safe for one in story.nodes[2].choices] == [True, False, False]
    assert story.nodes[0].choices[1].marks == {"manners": -1, "care": 0}
    assert story.nodes[2].speaker is None


def test_module_without_a_story_is_sound(content: ContentFolder) -> None:
    (content.path / STORY).unlink()
    content.replace(LESSON, '```{code-cell} ipython3\nroleplay("m1-r1")\n```\n', "")
    assert load(content.path).modules[0].story is None


def test_module_without_a_reflection_is_sound(content: ContentFolder) -> None:
    content.change(SETTINGS, lambda data: data.pop("reflection"))
    content.replace(LESSON, '```{code-cell} ipython3\nreflect("m1-w1")\n```\n', "")
    assert load(content.path).modules[0].settings.reflection is None


def test_cell_without_a_story_is_told(content: ContentFolder) -> None:
    (content.path / STORY).unlink()
    assert content.told() == told_in(LESSON, "line 55, roleplay: 'm1-r1' is no role-play; write it in roleplay.yml")


def test_broken_story_does_not_blame_the_reading(content: ContentFolder) -> None:
    content.write(STORY, "nodes: [\n")
    assert LESSON not in content.told()


@pytest.mark.parametrize("data", [b"", b"# not written yet\n"], ids=["empty", "comment"])
def test_empty_story_is_told_alone(content: ContentFolder, data: bytes) -> None:
    content.write(STORY, data)
    assert content.told() == told_in(STORY, "the file: empty; fill it as docs/authors.md says")


def test_list_in_place_of_a_story_is_told(content: ContentFolder) -> None:
    content.write(STORY, "- id: m1-r1\n")
    assert f"content/{STORY}" in content.told()


@pytest.mark.parametrize(
    ("spoil", "lines"),
    [
        (
            lambda story: choice(story, "sulk", 0).update(to="ketle"),
            ["sulk.choices[0].to: 'ketle' is neither a node nor an ending; did you mean 'kettle'?"],
        ),
        (
            lambda story: choice(story, "rain", 1).update(to="sulking-in-the-garden"),
            [
                (
                    "rain.choices[1].to: 'sulking-in-the-garden' is neither a node nor an ending; "
                    "choose one of alone, burnt, kettle, rain, served, sulk"
                ),
                "sulk: nothing leads here from the start; let a choice lead to it, or take it out",
                "alone: nothing leads here from the start; let a choice lead to it, or take it out",
            ],
        ),
        (
            lambda story: story.update(start="sun"),
            ["start: 'sun' is no node; choose one of kettle, rain, sulk"],
        ),
        (
            lambda story: story.update(start="served"),
            ["start: 'served' is no node; choose one of kettle, rain, sulk"],
        ),
        (
            lambda story: node(story, "sulk").update(choices=[]),
            [
                "sulk.choices: a dead end: no choices; give it 2 to 4, or make it an ending",
                "alone: nothing leads here from the start; let a choice lead to it, or take it out",
            ],
        ),
        (
            lambda story: node(story, "sulk")["choices"].pop(),
            [
                "sulk.choices: 1 choice; a node has 2 to 4",
                "alone: nothing leads here from the start; let a choice lead to it, or take it out",
            ],
        ),
        (
            lambda story: choice(story, "rain", 1).update(to="kettle"),
            [
                "sulk: nothing leads here from the start; let a choice lead to it, or take it out",
                "alone: nothing leads here from the start; let a choice lead to it, or take it out",
            ],
        ),
        (
            lambda story: (
                [choice(story, "sulk", n).update(to="rain") for n in (0, 1)]
                + [choice(story, "rain", n).update(to="sulk") for n in (0, 1)]
            ),
            [
                "rain: a loop without a way out: rain, sulk; let a choice lead on to an ending",
                "kettle: nothing leads here from the start; let a choice lead to it, or take it out",
                "served: nothing leads here from the start; let a choice lead to it, or take it out",
                "alone: nothing leads here from the start; let a choice lead to it, or take it out",
                "burnt: nothing leads here from the start; let a choice lead to it, or take it out",
            ],
        ),
        (
            lambda story: choice(story, "kettle", 0).pop("required_safe"),
            [
                "kettle: a red flag without a safe act; mark one or more choices 'required_safe: true'",
                (
                    "kettle.choices[0].to: goes past the red flag and can end at 'served', which is safe; "
                    "lead it to a red flag or to an unsafe ending"
                ),
            ],
        ),
        (
            lambda story: choice(story, "kettle", 2).update(to="sulk"),
            [
                (
                    "kettle.choices[2].to: goes past the red flag and can end at 'alone', which is mixed; "
                    "lead it to a red flag or to an unsafe ending"
                )
            ],
        ),
        (
            lambda story: choice(story, "sulk", 0).update(required_safe=True),
            [
                (
                    "sulk.choices[0].required_safe: stands at a node that is no red flag; "
                    "mark the node 'red_flag: true', or take this out"
                )
            ],
        ),
        (
            lambda story: node(story, "kettle").update(id="sulk"),
            [
                (
                    "rain.choices[0].to: 'kettle' is neither a node nor an ending; "
                    "choose one of alone, burnt, rain, served, sulk"
                ),
                (
                    "sulk.choices[0].to: 'kettle' is neither a node nor an ending; "
                    "choose one of alone, burnt, rain, served, sulk"
                ),
                "sulk.id: also used at line 29; ids are permanent, choose a new one",
                (
                    "sulk.choices[2].to: 'kettle' is neither a node nor an ending; "
                    "choose one of alone, burnt, rain, served, sulk"
                ),
            ],
        ),
        (
            lambda story: choice(story, "rain", 1).update(id="a"),
            ["rain.choices[1].id: also used at line 15; ids are permanent, choose a new one"],
        ),
        (
            lambda story: choice(story, "rain", 1).update(id="B!"),
            ["rain.choices[1].id: 'B!' is no id; use small letters, digits and hyphens"],
        ),
        (
            lambda story: choice(story, "rain", 1)["marks"].update(manners=2),
            ["rain.choices[1].marks.manners: '2' is not one of -1, 0, 1; choose one of -1, 0, 1"],
        ),
        (
            lambda story: choice(story, "rain", 1)["marks"].update(manners=True),
            ["rain.choices[1].marks.manners: 'True' is no mark; write -1, 0 or 1"],
        ),
        (
            lambda story: choice(story, "rain", 1)["marks"].update(
                maners=choice(story, "rain", 1)["marks"].pop("manners")
            ),
            [
                "rain.choices[1].marks: no mark for manners; write -1, 0 or 1",
                "rain.choices[1].marks.maners: 'maners' is no dimension of the course; did you mean 'manners'?",
            ],
        ),
        (
            lambda story: story["endings"].pop(1) and choice(story, "sulk", 1).update(to="burnt"),
            ["endings: 2 endings; write 3 or more"],
        ),
        (
            lambda story: ending(story, "served").update(outcome="mixed"),
            ["endings: none of them is safe; write one whose outcome is safe"],
        ),
        (
            lambda story: ending(story, "served").update(outcome="saef"),
            [
                "endings: none of them is safe; write one whose outcome is safe",
                "served.outcome: 'saef' is not one of safe, mixed, unsafe; did you mean 'safe'?",
            ],
        ),
        (
            lambda story: ending(story, "served").update(id="rain"),
            [
                (
                    "kettle.choices[0].to: 'served' is neither a node nor an ending; "
                    "choose one of alone, burnt, kettle, rain, sulk"
                ),
                "rain.id: also used at line 11; ids are permanent, choose a new one",
            ],
        ),
        (
            lambda story: choice(story, "rain", 0).update(effect=" "),
            ["rain.choices[0].effect: empty; write it"],
        ),
        (
            lambda story: node(story, "rain").update(says="Read [this](notes.md)."),
            ["rain.says: a link that is no web address; start links with https://"],
        ),
        (
            lambda story: choice(story, "rain", 0).pop("effect"),
            ["rain.choices[0].effect: missing; add it"],
        ),
        (
            lambda story: choice(story, "rain", 0).update(efect="x"),
            ["rain.choices[0].efect: unknown field; did you mean 'effect'?"],
        ),
        (lambda story: story.pop("title"), ["title: missing; add it"]),
        (
            lambda story: story.update(id="r1"),
            [
                "id: does not begin with its module, 'm1-'; write it like m1-r1",
                'id: stands nowhere in lesson.md; give it a code cell with roleplay("r1")',
            ],
        ),
        (
            lambda story: story.update(refs=["kettle-2021"]),
            ["refs: 'kettle-2021' is no reference; did you mean 'kettle-2020'?"],
        ),
    ],
    ids=[
        "target misspelt",
        "target unknown",
        "start unknown",
        "start at an ending",
        "dead end",
        "one choice",
        "unreachable",
        "loop",
        "no safe act",
        "past the red flag",
        "safe act without a red flag",
        "node twice",
        "choice twice",
        "choice without an id",
        "mark too high",
        "mark that is no number",
        "dimension misspelt",
        "two endings",
        "no safe ending",
        "outcome misspelt",
        "ending named like a node",
        "empty text",
        "link to a file",
        "field missing",
        "field unknown",
        "title missing",
        "id of no module",
        "source unknown",
    ],
)
def test_faulty_story_is_told(content: ContentFolder, spoil: Callable[[Story], object], lines: list[str]) -> None:
    content.change(STORY, spoil)
    assert story_faults(content) == sorted(lines)


def test_faults_of_a_story_have_their_lines(content: ContentFolder) -> None:
    content.replace(STORY, "        to: sulk\n", "        to: skul\n")
    content.replace(STORY, "outcome: mixed", "outcome: mixt")
    assert content.told() == told_in(
        STORY,
        "line 23, rain.choices[1].to: 'skul' is neither a node nor an ending; did you mean 'sulk'?",
        "line 65, alone.outcome: 'mixt' is not one of safe, mixed, unsafe; did you mean 'mixed'?",
    )


def test_all_faults_of_a_story_are_told_at_once(content: ContentFolder) -> None:
    def spoil(story: Story) -> None:
        choice(story, "rain", 0).update(to="nowhere-at-all")
        choice(story, "rain", 1)["marks"].update(manners=3, grace=1)
        choice(story, "sulk", 1).update(id="a")
        choice(story, "kettle", 0).pop("required_safe")
        node(story, "kettle").pop("says")
        story["nodes"].append({"id": "attic", "says": "Dust.", "choices": []})
        story["endings"].pop(0)

    content.change(STORY, spoil)
    assert [line.split(";")[0] for line in story_faults(content)] == [
        "attic.choices: a dead end: no choices",
        "attic: nothing leads here from the start",
        "endings: 2 endings",
        "endings: none of them is safe",
        "kettle.choices[0].to: 'served' is neither a node nor an ending",
        "kettle.says: missing",
        "kettle: a red flag without a safe act",
        "rain.choices[0].to: 'nowhere-at-all' is neither a node nor an ending",
        "rain.choices[1].marks.grace: 'grace' is no dimension of the course",
        "rain.choices[1].marks.manners: '3' is not one of -1, 0, 1",
        "sulk.choices[1].id: also used at line 34",
    ]


def test_dimension_twice_is_told(content: ContentFolder) -> None:
    content.replace("course.yml", "  - id: care", "  - id: manners")
    assert "line 25, manners.id: 'manners' stands twice; give each dimension its own id" in content.told()


def test_unreadable_course_file_blames_no_mark(content: ContentFolder) -> None:
    content.write("course.yml", "title: [\n")
    assert STORY not in content.told()


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (PROMPT, "prompt: ''", "line 14, reflection.prompt: empty; write it"),
        (
            PROMPT, "prompt: See [here](x.md).",
            "line 14, reflection.prompt: a link that is no web address; start links with https://",
        ),
        (f"  {PROMPT}\n", "", "line 12, reflection.prompt: missing; add it"),
        (
            "id: m1-w1", "id: m1-p01",
            "line 2, m1-p01.id: also used at line 13 of content/modules/01-tea/module.yml",
        ),
        ("id: m1-w1", "id: w1", "line 13, reflection.id: does not begin with its module, 'm1-'; write it like m1-w1"),
    ],
    ids=["empty", "link to a file", "no prompt", "id of an item", "id of no module"],
)  # fmt: skip
def test_faulty_reflection_is_told(content: ContentFolder, old: str, new: str, line: str) -> None:
    content.replace(SETTINGS, old, new)
    assert line in content.told()
