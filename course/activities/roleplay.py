"""The role-play as a widget; the way that a learner takes through it goes to the response log."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import traitlets

from course import responses
from course.activities.widget import DAMAGE, Logged, front_end, note, show_widget, why
from course.faces import story_html
from course.question_files import QuestionFileError, activity, course_data, learner
from course.responses import Record
from course.text import checked
from course.trails import endings_found, fits


class RolePlay(Logged):
    """A conversation that branches with what the learner says; it goes on where the learner left it."""

    _esm, _css = front_end("roleplay")

    story = traitlets.Dict().tag(sync=True)
    found: traitlets.List[str] = traitlets.List().tag(sync=True)

    def __init__(self, log: Path, blank: Record, story: dict[str, Any], **traits: Any) -> None:
        self._story = story
        records = responses.read(log).records
        mine = [one.response for one in records if (one.item, one.learner) == (blank.item, blank.learner)]
        super().__init__(log, blank, story=story, found=endings_found(story, mine), **traits)

    def fits(self, response: object) -> bool:
        """Whether a response is a way through this story."""
        return fits(self._story, response)


def roleplay(name: str) -> None:
    """Show a role-play: the learner chooses what to say, and sees what the words do; nothing is graded."""
    try:
        course, language, found = activity(name)
        story, face = _for_page(found), story_html(found)
        log = course_data(course) / responses.FILE_NAME
        widget = RolePlay(log, Record(name, [], 1, "", learner()), story, course_language=language)
    except (QuestionFileError, *DAMAGE) as fault:
        note(why(fault))
        return
    show_widget(widget, f"Role-play: {found['title']}", face)


def _for_page(story: dict[str, Any]) -> dict[str, Any]:
    """A story as the widget takes it, with nothing but safe HTML."""
    nodes = {
        name: node | {"says": checked(node["says"]), "choices": [_choice(choice) for choice in node["choices"]]}
        for name, node in story["nodes"].items()
    }
    endings = {name: ending | {"text": checked(ending["text"])} for name, ending in story["endings"].items()}
    texts = {name: checked(story[name]) for name in ("intro", "support")}
    return story | texts | {"nodes": nodes, "endings": endings}


def _choice(choice: dict[str, Any]) -> dict[str, Any]:
    return choice | {name: checked(choice[name]) for name in ("text", "effect")}
