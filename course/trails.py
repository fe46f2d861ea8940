"""A learner's way through a role-play: where the choices that were made lead.

Read on the story's JSON form, as it lies beside a lesson. `js/story.js` follows the same rules over one table of cases.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple


class Trail(NamedTuple):
    """The steps that fit a story, each `node/choice`, and the node or the ending that they lead to."""

    steps: tuple[str, ...]
    place: str


def follow(story: dict[str, Any], steps: Iterable[str]) -> Trail:
    """Where steps lead, as far as they fit; a story may have been mended since they were made."""
    place, fitting = story["start"], []
    for step in steps:
        choices = story["nodes"][place]["choices"] if place in story["nodes"] else ()
        ways = {f"{place}/{choice['id']}": choice["to"] for choice in choices}
        if step not in ways:
            break
        fitting.append(step)
        place = ways[step]
    return Trail(tuple(fitting), place)


def fits(story: dict[str, Any], response: object) -> bool:
    """Whether a response is a way through the story from its start, all of it."""
    if not isinstance(response, list) or not all(isinstance(step, str) for step in response):
        return False
    return len(follow(story, response).steps) == len(response)


def endings_found(story: dict[str, Any], responses: Iterable[object]) -> list[str]:
    """The endings that some responses have come to, in the order of the story."""
    found = {follow(story, response).place for response in responses if isinstance(response, list)}
    return [ending for ending in story["endings"] if ending in found]
