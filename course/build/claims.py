"""The table of claims: which section of which lesson deals with what the source articles say."""

from __future__ import annotations

from pathlib import PurePosixPath

from course.outline import Course

CLAIMS = PurePosixPath("docs/claims.md")
_HEAD = """# Claims and the sections that deal with them

Made by `course build` from the `claims.yml` of each module. *Taught*: the lesson says what the source article says.
*Corrected*: it says so with the limits that the evidence sets, or sets it right. Items name the claims that they test.
"""


def claims_file(course: Course) -> bytes | None:
    """`docs/claims.md`; nothing for a course whose modules deal with no claims."""
    parts = [_HEAD]
    for module in course.modules:
        if module.claims:
            tested = {name for item in (*module.practice, *module.check.items) for name in item.claims}
            rows = "\n".join(
                f"| {one.claim} | {one.section} | {one.how} | {'yes' if one.claim in tested else 'in the reading'} |"
                for one in module.claims
            )
            table = f"| Claim | Section | How | Asked about |\n|---|---|---|---|\n{rows}\n"
            parts.append(f"## {module.name[:2]} {module.settings.title}\n\n{table}")
    return "\n".join(parts).encode() if len(parts) > 1 else None
