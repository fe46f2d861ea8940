"""Every claim of the source articles has its section, and docs/claims.md says which."""

from __future__ import annotations

import pytest

from course.outline import Module

from .course_content import COURSE, ROOT

# module -> the letters and the number of its article's claims
CLAIMS = {"m1": ("S0", 19), "m2": ("S1", 28), "m3": ("S2", 19), "m4": ("S3", 21), "m5": ("S4", 21)}
WITH_ARTICLE = [module for module in COURSE.modules if module.settings.id in CLAIMS]


@pytest.mark.parametrize("module", WITH_ARTICLE, ids=lambda module: module.name)
def test_every_claim_of_the_article_has_its_section(module: Module) -> None:
    article, number = CLAIMS[module.settings.id]
    assert sorted(claim.claim for claim in module.claims) == [f"{article}-{n:02}" for n in range(1, number + 1)]


@pytest.mark.parametrize("module", WITH_ARTICLE, ids=lambda module: module.name)
def test_table_in_the_docs_names_the_section_of_every_claim(module: Module) -> None:
    table = (ROOT / "docs" / "claims.md").read_text(encoding="utf-8").splitlines()
    rows = [line for line in table if line.startswith(f"| {CLAIMS[module.settings.id][0]}-")]
    told = [tuple(cell.strip() for cell in row.split("|")[1:4]) for row in rows]
    assert told == [(claim.claim, claim.section, claim.how) for claim in module.claims]


def test_no_other_module_deals_with_claims() -> None:
    assert [module.name for module in COURSE.modules if module.claims and module not in WITH_ARTICLE] == []
    assert WITH_ARTICLE
