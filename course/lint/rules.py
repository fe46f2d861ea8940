"""The register of lint rules: what each looks for, how grave it is, where it comes from and why it is there."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from course.lint.subjects import Note

Scope: TypeAlias = Literal["item", "bank", "page", "course"]
Check: TypeAlias = Callable[[Any, Any], Iterator[Note]]
"""A rule's function: what it looks at (an item, a bank, a page, the course) and the whole content, to its notes."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its id, its title and reason (the docstring of its function), how grave it is, its source."""

    id: str
    title: str
    reason: str
    severity: str
    source: str
    waivable: bool
    checks: list[tuple[Scope, Check]] = field(default_factory=list)


RULES: dict[str, Rule] = {}


def rule(
    rule_id: str, severity: str, source: str, *, over: Scope = "item", waivable: bool = True
) -> Callable[[Check], Check]:
    """Register a function as a rule; its docstring is the rule's title and, below it, the reason.

    Two functions may share an id: the second one looks at the same thing on a larger scale.
    """

    def register(check: Check) -> Check:
        title, _, reason = (inspect.getdoc(check) or "").partition("\n\n")
        known = RULES.setdefault(rule_id, Rule(rule_id, title, reason, severity, source, waivable))
        known.checks.append((over, check))
        return check

    return register
