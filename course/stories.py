"""Role-plays: a conversation that branches with what the learner says, and the dimensions it is judged on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal, TypeAlias

from course.items import Status

Outcome: TypeAlias = Literal["safe", "mixed", "unsafe"]
Mark: TypeAlias = Literal[-1, 0, 1]

_FORBID_UNKNOWN: dict[str, Any] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimension:
    """One of the scales on which the words of a role-play are judged; each mark has its line in words."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _FORBID_UNKNOWN

    id: str
    name: str
    helps: str  # what a mark of 1 says
    neutral: str  # of 0
    hinders: str  # of -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a learner may say or do at a node, what that does, and where it leads."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _FORBID_UNKNOWN

    id: str
    text: str
    marks: dict[str, Mark]  # of every dimension, by its id
    effect: str
    to: str  # a node or an ending
    required_safe: bool = False  # a safe act where someone may be in danger


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A moment of the conversation; nobody speaks where it is narrated."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _FORBID_UNKNOWN

    id: str
    speaker: str | None = None
    says: str
    red_flag: bool = False
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a conversation may end."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _FORBID_UNKNOWN

    id: str
    title: str
    outcome: Outcome
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A role-play as its author wrote it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _FORBID_UNKNOWN

    id: str
    title: str
    minutes: int
    intro: str
    status: Status
    version: int
    claims: tuple[str, ...] = ()
    nuance: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()
    start: str
    nodes: tuple[Node, ...]
    endings: tuple[Ending, ...]
