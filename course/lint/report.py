"""What linting told, as text to read and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import wrap
from typing import Any

from course.faults import counted
from course.lint.keys import absolute_shares, key_positions, size
from course.lint.readability import measure
from course.lint.rules import RULES, SOURCES
from course.lint.run import Finding, Report
from course.lint.subjects import Bank, Content
from course.lint.wording import pooled_texts, pronouns

WIDTH = 118


def as_text(report: Report) -> str:
    """The findings by file and item, the waived ones with their reasons, the summary and the count."""
    parts = []
    if report.faults:
        parts.append("\n".join(_faults(report)))
    parts += ["\n".join(block) for block in _by_file([one for one in report.findings if not one.waived])]
    if report.waived:
        parts.append("\n".join(_waived(report.waived)))
    if report.content is not None and report.content.entries:
        parts.append("\n".join(_summary(report.content)))
    parts.append(count_line(report))
    return "\n\n".join(parts)


def errors_as_text(report: Report) -> str:
    """The errors alone, for those who wanted something else than linting."""
    return "\n\n".join("\n".join(block) for block in _by_file(report.open("error")))


def as_json(report: Report) -> str:
    """The same as data."""
    data: dict[str, Any] = {
        "faults": [
            {"file": str(one.path), "line": one.line, "item": one.item, "field": one.field, "what": one.what,
             "remedy": one.remedy} for one in report.faults
        ],
        "findings": [
            {"rule": one.rule, "severity": one.severity, "file": str(one.fault.path), "line": one.fault.line,
             "at": one.at, "field": one.fault.field, "what": one.fault.what, "remedy": one.fault.remedy,
             "waived": one.waived or None} for one in report.findings
        ],
        "summary": summary(report.content) if report.content else None,
    }  # fmt: skip
    return json.dumps(data, indent=1, ensure_ascii=False)


def rules_table() -> str:
    """The register of rules as a Markdown table, made from their docstrings, and their sources below it."""
    rows = [f"| {rule.id} | {_flat(rule.title)} | {rule.severity} | {rule.source} | {_flat(rule.reason)} |"
            for _, rule in sorted(RULES.items())]  # fmt: skip
    sources = [f"- {name}: {what}" for name, what in SOURCES.items()]
    return "\n".join(
        [
            "| Rule | What holds | Severity | Source | Why, and how it is told |",
            "|---|---|---|---|---|",
            *rows,
            "",
            *sources,
        ]
    )


def _flat(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def count_line(report: Report) -> str:
    """How many errors, warnings and waived findings there are."""
    errors = len(report.faults) + len(report.open("error"))
    warnings, waived = len(report.open("warning")), len(report.waived)
    return f"{counted(errors, 'error')}, {counted(warnings, 'warning')}, {waived} waived"


def _faults(report: Report) -> Iterator[str]:
    for path, faults in groupby(report.faults, key=lambda fault: fault.path):
        yield f"{path}"
        for fault in faults:
            yield from _wrapped("  ERROR    file  ", str(fault))


def _by_file(findings: list[Finding]) -> Iterator[list[str]]:
    for path, of_file in groupby(findings, key=lambda one: one.fault.path):
        lines = [f"{path}"]
        for at, of_item in groupby(of_file, key=lambda one: one.at):
            group = list(of_item)
            is_page = str(path).endswith(at)
            lines.append("  (the page)" if is_page else f"  {at}")
            for one in group:
                mark = "ERROR  " if one.severity == "error" else "warning"
                where = ", ".join(
                    part for part in (f"line {one.fault.line}" if one.fault.line else "", one.fault.field) if part
                )
                told = (
                    f"{where}: {one.fault.what}; {one.fault.remedy}"
                    if where
                    else f"{one.fault.what}; {one.fault.remedy}"
                )
                lines += _wrapped(f"    {mark} {one.rule:<6} ", told)
        yield lines


def _wrapped(head: str, text: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent=head, subsequent_indent=" " * len(head), break_long_words=False)


def _waived(findings: list[Finding]) -> Iterator[str]:
    yield "Waived, each for its reason"
    for one in findings:
        yield f"  {one.at}: {one.rule}, {one.fault.what}"
        yield from _wrapped("      because ", " ".join(one.waived.split()))


# --- Over the banks ------------------------------------------------------------------------------------------


def summary(content: Content) -> dict[str, Any]:
    """What an author can act on over the banks: keys by position and length, absolute words, types, levels, reading."""
    banks = [_bank_summary(bank) for bank in _told_banks(content)]
    return {"banks": banks, "people": dict(pronouns(content)), "reading": _reading(content)}


def _told_banks(content: Content) -> list[Bank]:
    return [bank for bank in content.banks if bank.kind != "both" and bank.entries]


def _bank_summary(bank: Bank) -> dict[str, Any]:
    with_key = [entry for entry in bank.entries if len(entry.keys) == 1 and entry.distractors]
    longest = sum(size(one.keys[0]) > max(map(size, one.distractors)) for one in with_key)
    shortest = sum(size(one.keys[0]) < min(map(size, one.distractors)) for one in with_key)
    by_chance = sum(1 / len(one.choices) for one in with_key)
    in_keys, keys, in_distractors, distractors = absolute_shares(bank)
    return {
        "bank": bank.name,
        "items": len(bank.entries),
        "types": dict(Counter(one.item.type for one in bank.entries)),
        "levels": dict(Counter(one.item.bloom for one in bank.entries)),
        "shares": _shares(bank),
        "safety": sum(one.item.safety for one in bank.entries),
        "key_positions": {str(count): positions for count, positions in sorted(key_positions(bank).items())},
        "key_longest": longest,
        "key_shortest": shortest,
        "keys_compared": len(with_key),
        "expected_by_chance": round(by_chance, 1),
        "absolute_words": {
            "keys": in_keys, "of_keys": keys, "distractors": in_distractors, "of_distractors": distractors,
        },
    }  # fmt: skip


def _shares(bank: Bank) -> dict[str, int]:
    """What hundredth of the items asks for recall, for use, in a case, as true or false."""
    count = len(bank.entries)
    levels, types = Counter(one.item.bloom for one in bank.entries), Counter(one.item.type for one in bank.entries)
    parts = {
        "remember": levels["remember"],
        "apply or above": count - levels["remember"] - levels["understand"],
        "scenario": types["scenario"],
        "true or false": types["true-false-reason"],
    }
    return {name: round(100 * part / count) for name, part in parts.items()}


def _reading(content: Content) -> list[dict[str, Any]]:
    found = []
    for bank in content.banks:
        if not bank.module or not bank.entries:
            continue
        for name, text in pooled_texts(bank, content).items():
            raw, eased = measure(text), measure(text, content.taught_words)
            found.append({
                "text": f"{bank.name}: {name.removeprefix('the ')}", "words": raw.words, "fk": round(raw.grade, 1),
                "fk_without_taught_words": round(eased.grade, 1), "smog": round(raw.smog, 1),
            })  # fmt: skip
    return found


def _summary(content: Content) -> Iterator[str]:
    data = summary(content)
    yield "Over the banks"
    rows = [("bank", "items", "safety", "key positions (by number of options)", "key longest", "shortest", "by chance",
             "absolutes: keys", "distractors")]  # fmt: skip
    for one in data["banks"]:
        words = one["absolute_words"]
        positions = "; ".join(f"{k}: {' '.join(map(str, counts))}" for k, counts in one["key_positions"].items())
        rows.append((
            one["bank"], str(one["items"]), str(one["safety"]), positions or "-",
            f"{one['key_longest']} of {one['keys_compared']}", str(one["key_shortest"]), str(one["expected_by_chance"]),
            f"{words['keys']} of {words['of_keys']}", f"{words['distractors']} of {words['of_distractors']}",
        ))  # fmt: skip
    yield from _table(rows)
    yield ""
    yield "By type and level"
    for one in data["banks"]:
        types = ", ".join(f"{number} {name}" for name, number in sorted(one["types"].items()))
        levels = ", ".join(f"{number} {name}" for name, number in sorted(one["levels"].items()))
        shares = ", ".join(f"{share}% {name}" for name, share in one["shares"].items())
        yield from _wrapped(f"  {one['bank']:<14} ", f"{types}; {levels}; {shares}")
    people = ", ".join(f"'{word}' in {count} stems" for word, count in data["people"].items())
    yield from _wrapped(f"  {'people':<14} ", people)
    yield ""
    yield "Reading level (FK: Flesch-Kincaid, the second with taught words counted short; SMOG runs 2-3 higher)"
    reading = [("text", "words", "FK", "FK taught", "SMOG")]
    reading += [(one["text"], str(one["words"]), str(one["fk"]), str(one["fk_without_taught_words"]), str(one["smog"]))
             for one in data["reading"]]  # fmt: skip
    yield from _table(reading)


def _table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
