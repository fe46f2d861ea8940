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

SOURCES = {
    "HDR": "Haladyna, Downing and Rodriguez 2002, Applied Measurement in Education 15(3):309-334 (number: guideline)",
    "NBME": "Case and Swanson, Constructing Written Test Questions for the Basic and Clinical Sciences, 3rd edition",
    "R05": "Rodriguez 2005, Educational Measurement: Issues and Practice 24(2):3-13",
    "PV": "Pearson VUE, item writing guide",
    "HL": "health-literacy advice: grade 6 (American Medical Association), 6 to 7 (MedlinePlus)",
    "NIDA": "National Institute's Words Matter: terms to use and to avoid",
    "ONDCP": "the White House office's list of preferred terms",
    "Course": "a rule of our own",
}
"""Where the rules come from. HDR rests largely on textbooks agreeing, so most rules on style are warnings."""


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
    """Register a function as a rule; its docstring is the rule's title and, below it, the reason."""

    def register(check: Check) -> Check:
        title, _, reason = (inspect.getdoc(check) or "").partition("\n\n")
        RULES[rule_id] = Rule(rule_id, title, reason, severity, source, waivable, [(over, check)])
        return check

    return register


def also(rule_id: str, *, over: Scope) -> Callable[[Check], Check]:
    """Register a second function under a rule's id: it looks for the same on another scale."""

    def register(check: Check) -> Check:
        RULES[rule_id].checks.append((over, check))
        return check

    return register
