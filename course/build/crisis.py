"""The help box: the only text of a page in which a help line's number appears."""

from __future__ import annotations

from urllib.parse import urlsplit

from course.outline import Crisis, HelpLine


def crisis_box(crisis: Crisis) -> str:
    """The help box as Markdown."""
    lines = "\n".join(f"> - {_help_line(line)}" for line in crisis.lines)
    return f"> **{crisis.lead.strip()}**\n>\n{lines}\n>\n> {crisis.elsewhere.strip()}"


def _help_line(line: HelpLine) -> str:
    web = f" [{host_of(line.url)}]({line.url})" if line.url else ""
    return f"**{line.name}: {line.number}.** {line.how.strip()}{web}"


def host_of(url: str) -> str:
    """The name of the site that an address leads to, to show in its place."""
    return urlsplit(url).netloc
