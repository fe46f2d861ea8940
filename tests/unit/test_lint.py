"""Linting a whole content folder: faults beside findings, waivers, the report, the commands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from course.cli import main
from course.lint import Report, lint, report
from course.lint.chance import at_least, chi_square_tail
from course.lint.rules import RULES
from course.lint.sources import remember, remembered_runs, runs_of_folder

from .content_folder import CHECK, EXAM, FINAL, LESSON, PRACTICE, ContentFolder

WHY = "The guest asked for this wording."
LONG = "A pot that was warmed at length before anyone had asked for a cup"


@pytest.fixture
def uneven(content: ContentFolder) -> ContentFolder:
    """The sample with an option that is far longer than the others (L03, L05: errors)."""
    content.replace(CHECK, "    text: Hot water\n", f"    text: {LONG}\n")
    return content


def told(looked_at: Report) -> list[tuple[str, str, str]]:
    """Rule, severity and place of every finding that no waiver answers."""
    return [(one.rule, one.severity, one.at) for one in looked_at.findings if not one.waived]


def waive(content: ContentFolder, **waivers: str) -> None:
    content.change_item("m1-k01", lambda item: item.update(waive=waivers))


# --- Findings and faults --------------------------------------------------------------------------------------


def test_sample_course_has_nothing_to_tell(content: ContentFolder) -> None:
    found = lint(content.path)
    assert (found.faults, found.findings, found.failed) == ((), (), False)


def test_items_of_the_capstone_are_looked_at_too(content: ContentFolder) -> None:
    content.add_capstone()
    assert lint(content.path).failed is False
    content.replace(EXAM, "    text: A cosy\n", f"    text: {LONG}\n")
    content.replace(FINAL, "    text: The pot in the middle\n", f"    text: {LONG} of it\n")
    found = lint(content.path)
    assert {one.at for one in found.findings} >= {"cap-p01", "cap-k01"}


def test_finding_names_rule_file_line_item_and_field(uneven: ContentFolder) -> None:
    found = lint(uneven.path)
    assert told(found) == [("L03", "error", "m1-k01"), ("L05", "error", "m1-k01")]
    fault = found.findings[0].fault
    assert (fault.path, fault.item, fault.field) == (uneven.path / CHECK, "m1-k01", "options[1].text")
    assert (uneven.path / CHECK).read_text(encoding="utf-8").splitlines()[fault.line - 1].endswith(LONG)


def test_faults_of_a_file_hide_no_findings(uneven: ContentFolder) -> None:
    uneven.replace(PRACTICE, "  domain: brewing", "  domain: baking")
    found = lint(uneven.path)
    assert [fault.what for fault in found.faults] == ["'baking' is no domain of the course"]
    assert len(told(found)) == 2
    assert found.failed


def test_content_without_a_course_has_its_faults_told(content: ContentFolder) -> None:
    content.write("course.yml", "")
    found = lint(content.path)
    assert [str(fault) for fault in found.faults] == ["the file: empty; fill it as docs/authors.md says"]
    assert found.content is None


def test_faults_of_lint_yml_are_told(content: ContentFolder) -> None:
    content.write("lint.yml", "language:\n  deny:\n    - pattern: '(tea'\n      say: say 'leaf'\nnuance: {}\n")
    (fault,) = lint(content.path).faults
    assert (fault.path.name, fault.what) == ("lint.yml", "unknown field")
    content.replace("lint.yml", "nuance: {}\n", "")
    (fault,) = lint(content.path).faults
    assert (fault.line, fault.field) == (3, "language.deny[0].pattern")
    assert fault.what.startswith("'(tea' is no regular expression")


# --- Waivers ---------------------------------------------------------------------------------------------------


def test_waiver_beside_an_item_answers_its_finding_and_is_listed(uneven: ContentFolder) -> None:
    waive(uneven, L03=WHY, L05=WHY)
    found = lint(uneven.path)
    assert (told(found), found.failed) == ([], False)
    assert [(one.rule, one.waived) for one in found.waived] == [("L03", WHY), ("L05", WHY)]
    assert f"because {WHY}" in report.as_text(found)


def test_waiver_of_one_rule_answers_no_other(uneven: ContentFolder) -> None:
    waive(uneven, L03=WHY)
    assert told(lint(uneven.path)) == [("L05", "error", "m1-k01")]


@pytest.mark.parametrize(
    ("rule", "reason", "line"),
    [
        ("l05", WHY, "'l05' is no lint rule; did you mean 'L05'?"),
        ("L03", " ", "no reason for waiving L03; write why it is right here"),
        ("L33", WHY, "L33 guards safety and can't be waived; mend what it finds"),
    ],
)
def test_waiver_that_names_no_rule_no_reason_or_a_rule_on_safety_is_a_fault(
    content: ContentFolder, rule: str, reason: str, line: str
) -> None:
    waive(content, **{rule: reason})
    (fault,) = lint(content.path).faults
    assert (fault.item, fault.field, fault.line > 0) == ("m1-k01", "waive", True)
    assert f"{fault.what}; {fault.remedy}" == line


def test_waiver_that_waives_nothing_is_a_warning(content: ContentFolder) -> None:
    waive(content, L03=WHY)
    found = lint(content.path)
    assert told(found) == [("waiver", "warning", "m1-k01")]
    assert found.failed is False


def test_waiver_in_lint_yml_answers_a_page(content: ContentFolder) -> None:
    text = "language:\n  deny:\n    - {pattern: brew, say: say 'make'}\n"
    content.write("lint.yml", text)
    content.write(LESSON, (content.path / LESSON).read_text(encoding="utf-8") + "\n\nThey brew it.\n")
    assert told(lint(content.path)) == [("L34", "error", LESSON)]
    content.write("lint.yml", f"{text}waive:\n  - {{rule: L34, at: {LESSON}, reason: {WHY}}}\n")
    found = lint(content.path)
    assert (told(found), [one.waived for one in found.waived]) == ([], [WHY])


def test_waiver_does_not_leave_the_bank(uneven: ContentFolder) -> None:
    from course.bank import load
    from course.items import question_of, solution_of

    waive(uneven, L03=WHY, L05=WHY)
    (item,) = [one for one in load(uneven.path).modules[0].check.items if one.id == "m1-k01"]
    assert WHY not in json.dumps([question_of(item), solution_of(item)])


# --- Source articles -------------------------------------------------------------------------------------------

ARTICLE = "Nothing warms a guest on a cold night like the tea that was made for two."
COPIED = "\n\nAna says nothing warms a guest on a cold\nnight like the tea she makes.\n"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "tea.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


def test_wording_of_an_article_is_found_with_the_articles_and_with_their_hashes(
    content: ContentFolder, articles: Path
) -> None:
    content.write(LESSON, (content.path / LESSON).read_text(encoding="utf-8") + COPIED)
    assert told(lint(content.path)) == []
    assert told(lint(content.path, articles)) == [("L35", "error", LESSON)]
    assert remember(content.path, articles) == 11
    (finding,) = lint(content.path).findings
    lines = (content.path / LESSON).read_text(encoding="utf-8").splitlines()
    assert lines[finding.fault.line - 1].startswith("Ana says")
    run = "nothing warms a guest on a cold night like the tea"
    assert finding.fault.what == f"11 words in a row as in a source article: '{run}'"


def test_hashes_give_no_word_of_an_article_back(content: ContentFolder, articles: Path) -> None:
    remember(content.path, articles)
    text = (content.path / "sources.txt").read_text(encoding="utf-8")
    assert not {"guest", "night", "warms"} & set(text.split())
    assert remembered_runs(content.path)[0].keys() == runs_of_folder(articles).keys()


def test_damaged_file_of_hashes_is_told(content: ContentFolder) -> None:
    content.write("sources.txt", "# made\n0123456789ab\nnonsense\n")
    (fault,) = lint(content.path).faults
    assert (fault.line, fault.what) == (3, "no hash of a run")


# --- The report and the commands -------------------------------------------------------------------------------


def test_text_lists_findings_by_file_and_item_then_the_summary(uneven: ContentFolder) -> None:
    text = report.as_text(lint(uneven.path))
    assert text.startswith(f"content/{CHECK}\n  m1-k01\n    ERROR   L03    line ")
    assert "Over the banks\n" in text
    assert text.endswith("\n2 errors, 0 warnings, 0 waived")


def test_json_holds_findings_and_a_summary_to_count_with(uneven: ContentFolder) -> None:
    data = json.loads(report.as_json(lint(uneven.path)))
    assert [(one["rule"], one["severity"], one["at"]) for one in data["findings"]] == [
        ("L03", "error", "m1-k01"),
        ("L05", "error", "m1-k01"),
    ]
    check = next(bank for bank in data["summary"]["banks"] if bank["bank"] == "m1-check")
    assert (check["items"], check["key_positions"], check["key_longest"]) == (6, {"3": [0, 1, 0], "4": [0, 0, 1, 0]}, 1)
    assert {"text", "words", "fk", "fk_without_taught_words", "smog"} == set(data["summary"]["reading"][0])


def test_command_fails_on_errors_and_not_on_warnings(uneven: ContentFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint"]) == 1
    waive(uneven, L03=WHY, L05=WHY, L09=WHY)  # the last waives nothing: a warning
    assert main(["lint", "--format", "json"]) == 0
    assert "2 errors, 0 warnings, 0 waived" in capsys.readouterr().out


def test_command_says_where_there_are_no_articles(
    content: ContentFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["lint", "--sources", str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"{tmp_path} holds no source articles (*.txt)\n"


def test_rules_are_listed_from_their_docstrings(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", "--rules"]) == 0
    table, sources = capsys.readouterr().out.split("\n\n")
    rows = table.splitlines()[2:]
    assert [row[2:5] for row in rows] == sorted(RULES)
    assert all(row.count(" | ") == 4 for row in rows)
    assert sources.startswith("- HDR: Haladyna")


def test_build_stops_on_lint_errors(uneven: ContentFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build"]) == 1
    assert "ERROR   L03" in capsys.readouterr().err
    assert [path.name for path in Path().iterdir()] == ["content"]


def test_build_refuses_drafts_when_told_to(content: ContentFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--no-drafts"]) == 1
    told_ = capsys.readouterr().err
    assert told_.startswith("14 drafts that no expert has reviewed: m1-p01, ")
    assert told_.endswith("\n\nNothing was built.\n")


# --- Chance ------------------------------------------------------------------------------------------------------


def test_chance_of_so_many_hits_is_exact() -> None:
    assert at_least(2, [0.5, 0.5]) == pytest.approx(0.25)
    assert at_least(1, [0.25, 0.5]) == pytest.approx(1 - 0.75 * 0.5)
    assert at_least(0, [0.3] * 4) == pytest.approx(1)


@pytest.mark.parametrize(("statistic", "freedom"), [(3.841, 1), (5.991, 2), (7.815, 3), (9.488, 4), (11.070, 5)])
def test_tail_of_chi_square_is_what_tables_give_for_five_in_a_hundred(statistic: float, freedom: int) -> None:
    assert chi_square_tail(statistic, freedom) == pytest.approx(0.05, abs=0.0001)
