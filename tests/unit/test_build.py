from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from pathlib import Path, PurePosixPath
from typing import Any

import nbformat
import pytest

from course.bank import load
from course.build import GENERATED, build, drift, tree
from course.build.cells import slug
from course.build.checks import check_files
from course.build.lessons import lesson_files
from course.build.releases import GenerateError
from course.cli import main
from course.faults import ContentError
from course.items import options_of

from .builders import SAMPLE
from .content_folder import CHECK, LESSON, MODULE, SETTINGS, ContentFolder

Files = dict[PurePosixPath, bytes]

LESSON_NOTEBOOK = "notebooks/01-tea.ipynb"
PRACTICE_FILE = "notebooks/practice/m1.json"
STORY_FILE, REFLECTION_FILE = "notebooks/activities/m1-r1.json", "notebooks/activities/m1-w1.json"
DECK_FILE, COURSE_FILE = "notebooks/activities/m1-cards.json", "notebooks/course.json"
FIGURE = "notebooks/figures/m1/cup.svg"
MASTER, MASTER_QUESTIONS = "source/check-01/check-01.ipynb", "source/check-01/questions.json"
RELEASE, RELEASE_QUESTIONS = "release/check-01/check-01.ipynb", "release/check-01/questions.json"
RETAKE, RETAKE_QUESTIONS = "source/check-01-retake/check-01-retake.ipynb", "source/check-01-retake/questions.json"
RETAKE_RELEASES = ["release/check-01-retake/check-01-retake.ipynb", "release/check-01-retake/questions.json"]
SHIPPED = "shipped/labconfig/page_config.json"
LESSON_FILES = (LESSON_NOTEBOOK, PRACTICE_FILE, STORY_FILE, REFLECTION_FILE, DECK_FILE, FIGURE)
CHECK_FILES = (MASTER, MASTER_QUESTIONS, RELEASE, RELEASE_QUESTIONS, RETAKE, RETAKE_QUESTIONS, *RETAKE_RELEASES)
ALL_FILES = sorted([*LESSON_FILES, *CHECK_FILES, COURSE_FILE, SHIPPED])


class Releases:
    """In nbgrader's place: takes hidden tests away in no time, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def generate(self, masters: Files) -> Files:
        self.asked.append(sorted({path.parts[1] for path in masters}))
        return {PurePosixPath("release", *path.parts[1:]): self._release(data) for path, data in masters.items()}

    def _release(self, master: bytes) -> bytes:
        text = master.decode()
        return re.sub(r'"### BEGIN HIDDEN TESTS.*?### END HIDDEN TESTS"', '""', text, flags=re.DOTALL).encode()


@pytest.fixture
def releases(monkeypatch: pytest.MonkeyPatch) -> Releases:
    fake = Releases()
    monkeypatch.setattr(tree, "generate_releases", fake.generate)
    return fake


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample course built once, to look at."""
    root = tmp_path_factory.mktemp("built")
    shutil.copytree(SAMPLE, root / "content")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tree, "generate_releases", Releases().generate)
        build(root)
    return root


@pytest.fixture
def root(content: ContentFolder) -> Path:
    """The folder in which `content` lies, and where the build writes."""
    return content.path.absolute().parent


@pytest.fixture
def up_to_date(root: Path, built: Path) -> Path:
    """A tree that was built, to change."""
    shutil.copytree(built, root, dirs_exist_ok=True)
    return root


def files_below(root: Path) -> dict[str, bytes]:
    """Everything below a folder but the content, with its bytes."""
    paths = (path for path in root.rglob("*") if path.is_file())
    found = {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}
    return {name: data for name, data in found.items() if not name.startswith("content/")}


def read_notebook(path: Path) -> Any:
    return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]


def add_module(content: ContentFolder) -> None:
    """A second module, made like the first."""
    folder = content.path / "modules" / "02-coffee"
    shutil.copytree(content.path / MODULE, folder)
    for file in ("check.yml", "practice.yml", "roleplay.yml", "module.yml", "lesson.md"):
        text = (folder / file).read_text(encoding="utf-8")
        (folder / file).write_text(text.replace("m1", "m2"), encoding="utf-8")
    content.change(
        "glossary.yml", lambda data: data["terms"].append({**data["terms"][0], "id": "brew", "module": "m2"})
    )
    content.replace("course.yml", "[01-tea]", "[01-tea, 02-coffee]")


# --- What is built --------------------------------------------------------------------------------------


def test_build_makes_lesson_practice_figure_master_and_release(root: Path, releases: Releases) -> None:
    assert build(root) == ALL_FILES
    assert sorted(files_below(root)) == [".cache/build.json", *ALL_FILES]


@pytest.mark.parametrize("notebook", [LESSON_NOTEBOOK, MASTER, RELEASE])
def test_every_notebook_is_valid(built: Path, notebook: str) -> None:
    nbformat.validate(read_notebook(built / notebook))


@pytest.mark.parametrize("notebook", [LESSON_NOTEBOOK, MASTER])
def test_cells_have_ids_of_their_own(built: Path, notebook: str) -> None:
    ids = [cell.id for cell in read_notebook(built / notebook).cells]
    assert [one for one, times in Counter(ids).items() if times > 1] == []
    assert [one for one in ids if not re.fullmatch(r"[a-z0-9-]{1,64}", one)] == []


def test_cell_of_a_practice_question_has_the_id_of_its_item(built: Path) -> None:
    cells = read_notebook(built / LESSON_NOTEBOOK).cells
    questions = {cell.id: cell.source for cell in cells if cell.cell_type == "code" and cell.id != "start"}
    practice = {f"m1-p{n:02}": f'practice("m1-p{n:02}")' for n in range(1, 8)}
    assert questions == practice | {
        "m1-r1": 'roleplay("m1-r1")',
        "m1-w1": 'reflect("m1-w1")',
        "m1-cards": 'flashcards("m1")',
    }


def test_headings_that_read_alike_get_cells_of_their_own(
    content: ContentFolder, root: Path, releases: Releases
) -> None:
    text = (content.path / LESSON).read_text(encoding="utf-8")
    content.write(LESSON, text + "\n## Pour\n\na\n\n## Pour 2\n\nb\n\n## Pour\n\nc\n\n## 茶\n\nd\n\n## 水\n\ne\n")
    build(root)
    notebook = read_notebook(root / LESSON_NOTEBOOK)
    nbformat.validate(notebook)
    assert [cell.id for cell in notebook.cells][-6:-1] == [
        "reading-pour",
        "reading-pour-2",
        "reading-pour-3",
        "reading-text",
        "reading-text-2",
    ]


@pytest.mark.parametrize(
    ("heading", "name"),
    [("Then leaves", "then-leaves"), ("  Ready? Set, go!", "ready-set-go"), ("x" * 80, "x" * 48), ("茶", "text")],
)
def test_heading_becomes_part_of_an_id(heading: str, name: str) -> None:
    assert slug(heading) == name


def test_lesson_begins_with_its_frame(built: Path) -> None:
    ids = [cell.id for cell in read_notebook(built / LESSON_NOTEBOOK).cells]
    assert ids == [
        *("reading-a-good-cup", "aims", "help", "how-to-start", "start"),
        *("reading-water-first", "m1-p01", "m1-p02", "reading-then-leaves"),
        *("m1-p03", "m1-p04", "m1-p05", "m1-p06", "m1-p07"),
        *("reading-talk-it-through", "m1-r1", "reading-pause-and-reflect", "m1-w1"),
        *("reading-words", "m1-cards", "sources"),
    ]


def test_lesson_says_what_it_is_for_and_how_long_it_takes(built: Path) -> None:
    aims = next(cell for cell in read_notebook(built / LESSON_NOTEBOOK).cells if cell.id == "aims")
    assert aims.source == (
        "**After this module you can:**\n\n- Name what tea needs\n- Put the steps in order\n\n"
        "About 10 minutes, and 5 more for the knowledge check."
    )


@pytest.mark.parametrize("notebook", [LESSON_NOTEBOOK, MASTER, RELEASE])
def test_help_box_stands_in_every_notebook(built: Path, notebook: str) -> None:
    box = next(cell for cell in read_notebook(built / notebook).cells if cell.id == "help")
    assert box.source.startswith(
        "> **If you have burnt yourself, get help now.**\n>\n> - **Kitchen line: 555-0100.** Call"
    )


def test_help_box_has_a_line_for_each_help_line(content: ContentFolder, root: Path, releases: Releases) -> None:
    def add_line(data: Any) -> None:
        data["crisis"]["lines"].append(
            {"id": "bar", "name": "Bar", "how": "Ring.", "number": "9", "url": "https://bar.example/x", "refs": []}
        )

    content.change("course.yml", add_line)
    build(root)
    box = next(cell for cell in read_notebook(root / MASTER).cells if cell.id == "help")
    assert box.source == (
        "> **If you have burnt yourself, get help now.**\n>\n"
        "> - **Kitchen line: 555-0100.** Call 555-0100.\n"
        "> - **Bar: 9.** Ring. [bar.example](https://bar.example/x)\n>\n"
        "> Elsewhere, ask at the counter."
    )


def test_citations_become_numbers_that_lead_to_the_sources(
    content: ContentFolder, root: Path, releases: Releases
) -> None:
    references = (content.path / "references.yml").read_text(encoding="utf-8")
    content.write("references.yml", references + references.replace("kettle-2020", "pot-1999"))
    content.replace(LESSON, "## Then leaves\n", "## Then leaves\n\nPots [@pot-1999; @kettle-2020] hold.\n")
    build(root)
    text = {cell.id: cell.source for cell in read_notebook(root / LESSON_NOTEBOOK).cells}
    assert "water that boils<sup>[1](#Sources)</sup>." in text["reading-a-good-cup"]
    assert "Pots<sup>[2](#Sources), [1](#Sources)</sup> hold." in text["reading-then-leaves"]
    line = "Kettle makers' handbook (2020). [example.org](https://example.org/kettle), checked 2026-11-21."
    assert text["sources"] == f"## Sources\n\n1. {line}\n2. {line}"


def test_lesson_without_citations_has_no_list_of_sources(
    content: ContentFolder, root: Path, releases: Releases
) -> None:
    content.replace(LESSON, " [@kettle-2020]", "")
    build(root)
    assert "sources" not in {cell.id for cell in read_notebook(root / LESSON_NOTEBOOK).cells}


def test_figure_lies_beside_the_lesson_under_its_module(built: Path) -> None:
    text = next(cell.source for cell in read_notebook(built / LESSON_NOTEBOOK).cells if "![" in cell.source)
    assert "![A round cup seen from above](figures/m1/cup.svg)" in text
    assert (built / FIGURE).read_bytes() == (SAMPLE / MODULE / "figures" / "cup.svg").read_bytes()


def test_code_of_every_notebook_is_folded_away_and_safe_from_slips(built: Path) -> None:
    for notebook in (LESSON_NOTEBOOK, MASTER):
        for cell in read_notebook(built / notebook).cells:
            assert (cell.metadata.editable, cell.metadata.deletable) == (False, False)
            assert cell.cell_type != "code" or cell.metadata.jupyter == {"source_hidden": True}


def test_notebook_names_its_title_and_language(built: Path) -> None:
    metadata = read_notebook(built / LESSON_NOTEBOOK).metadata
    assert (metadata.title, metadata.lang) == ("A good cup", "en")


def test_stored_output_of_a_lesson_shows_each_question_without_its_key(built: Path) -> None:
    practice = {item.id: item for item in load(SAMPLE).modules[0].practice}
    for cell in read_notebook(built / LESSON_NOTEBOOK).cells:
        if cell.id in practice:
            stored = json.dumps(cell.outputs)
            assert "Practice question" in stored
            assert [one for one in options_of(practice[cell.id]) if one.rationale in stored] == []


def test_master_has_one_graded_cell_a_slot_with_its_points(built: Path) -> None:
    graded = {
        cell.metadata.nbgrader.grade_id: cell.metadata.nbgrader.points
        for cell in read_notebook(built / MASTER).cells
        if cell.metadata.nbgrader.grade
    }
    assert graded == {"m1-o1-a": 1, "m1-o1-b": 1, "m1-o1-c": 1, "m1-o1-d": 2, "m1-o2-a": 1, "m1-o2-b": 1}


def test_graded_cell_asks_first_and_marks_in_hidden_tests(built: Path) -> None:
    cell = next(cell for cell in read_notebook(built / MASTER).cells if cell.id == "m1-o2-a")
    shown, hidden = cell.source.split("### BEGIN HIDDEN TESTS")
    assert shown == 'ask("m1-o2-a")\n'
    assert re.fullmatch(
        r'\nfrom course import mark\nmark\("m1-o2-a", \{.*\}\)\n### END HIDDEN TESTS', hidden, re.DOTALL
    )


def test_graded_cell_holds_the_key_of_every_item_that_its_slot_may_draw(built: Path) -> None:
    cell = next(cell for cell in read_notebook(built / MASTER).cells if cell.id == "m1-o2-a")
    solutions = json.loads(re.search(r'mark\("m1-o2-a", (\{.*\})\)', cell.source, re.DOTALL)[1])  # type: ignore[index]
    assert {item: solution["key"] for item, solution in solutions.items()} == {
        "m1-k05": ["b", "a", "d", "c"],
        "m1-k06": ["c"],
    }


def test_safety_slot_holds_the_keys_of_safety_items_only(
    content: ContentFolder, root: Path, releases: Releases
) -> None:
    content.change_item("m1-k05", lambda item: item.update(safety=True))
    content.change(CHECK, lambda data: data["blueprint"][4].update(safety=True))
    build(root)
    cell = next(cell for cell in read_notebook(root / MASTER).cells if cell.id == "m1-o2-a")
    assert ("m1-k05" in cell.source, "m1-k06" in cell.source) == (True, False)


def test_key_in_a_cell_is_python_whatever_the_rationales_hold(
    content: ContentFolder, root: Path, releases: Releases
) -> None:
    odd = 'a "quote", a \\ stroke, a\ttab, \u2028 a separator, {braces} and 🍵'
    content.change_item("m1-k01", lambda item: item["options"][0].update(rationale=odd))
    build(root)
    cell = next(cell for cell in read_notebook(root / MASTER).cells if cell.id == "m1-o1-a")
    told: list[Any] = []
    hidden = cell.source.split("### BEGIN HIDDEN TESTS")[1].replace("from course import mark", "")
    exec(hidden, {"mark": lambda _slot, solutions: told.append(solutions)})  # noqa: S102  (the cell is ours)
    assert "🍵" in told[0]["m1-k01"]["rationales"]["a"]


@pytest.mark.parametrize("file", [LESSON_NOTEBOOK, PRACTICE_FILE, MASTER_QUESTIONS, RELEASE, RELEASE_QUESTIONS])
def test_no_rationale_of_a_check_leaves_the_master(
    content: ContentFolder, root: Path, releases: Releases, file: str
) -> None:
    def give_own_words(data: Any) -> None:
        for item in data["items"]:
            for option in [*item["options"], *item.get("reasons", [])]:
                option["rationale"] = f"secret of {item['id']} {option['id']}"

    content.change(CHECK, give_own_words)
    build(root)
    assert b"secret of m1-k01 a" in (root / MASTER).read_bytes()
    assert b"secret of" not in (root / file).read_bytes()


def test_question_file_of_a_check_has_the_bank_without_keys(built: Path) -> None:
    questions = json.loads((built / MASTER_QUESTIONS).read_bytes())
    assert (questions["version"], questions["check"], questions["form"]) == (1, "check-01", "A")
    assert [slot["slot"] for slot in questions["slots"]] == [
        *("m1-o1-a", "m1-o1-b", "m1-o1-c", "m1-o1-d", "m1-o2-a", "m1-o2-b")
    ]
    assert sorted(questions["items"]) == [f"m1-k{n:02}" for n in range(1, 7)]
    assert all(not {"key", "rationales"} & set(item) for item in questions["items"].values())


def test_practice_file_has_keys_and_names_its_course(built: Path) -> None:
    practice = json.loads((built / PRACTICE_FILE).read_bytes())
    assert (practice["version"], practice["course"], practice["items"]["m1-p01"]["key"]) == (1, "tea", ["b"])


def test_generated_files_may_be_read_by_everyone(built: Path) -> None:
    assert {(built / file).stat().st_mode & 0o777 for file in ALL_FILES} == {0o644}


# --- The same bytes, and only what changed --------------------------------------------------------------


def test_build_makes_the_same_bytes_in_another_place(root: Path, releases: Releases, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "deeper"
    shutil.copytree(root / "content", other / "content")
    build(root)
    build(other)
    assert {file: (root / file).read_bytes() for file in ALL_FILES} == {
        file: (other / file).read_bytes() for file in ALL_FILES
    }


def test_build_without_changes_writes_nothing(up_to_date: Path, releases: Releases) -> None:
    before = {file: (up_to_date / file).stat().st_mtime_ns for file in ALL_FILES}
    assert build(up_to_date) == []
    assert {file: (up_to_date / file).stat().st_mtime_ns for file in ALL_FILES} == before


def test_build_without_changes_does_not_ask_nbgrader(up_to_date: Path, releases: Releases) -> None:
    build(up_to_date)
    assert releases.asked == []


@pytest.mark.parametrize(
    ("item", "field", "changed"),
    [
        ("m1-k01", "rationale", [RETAKE, MASTER]),
        ("m1-k01", "text", [RETAKE_RELEASES[1], RELEASE_QUESTIONS, RETAKE_QUESTIONS, MASTER_QUESTIONS]),
        ("m1-p01", "rationale", [PRACTICE_FILE]),
        ("m1-p01", "text", [LESSON_NOTEBOOK, PRACTICE_FILE]),
    ],
)
def test_changed_text_changes_only_the_files_that_it_must(
    content: ContentFolder, up_to_date: Path, releases: Releases, item: str, field: str, changed: list[str]
) -> None:
    content.change_item(item, lambda one: one["options"][0].update({field: "Mended, in other words than before."}))
    assert build(up_to_date) == changed


def test_changed_reading_does_not_ask_nbgrader(content: ContentFolder, up_to_date: Path, releases: Releases) -> None:
    content.replace(LESSON, "Tea wants water", "Tea likes water")
    assert (build(up_to_date), releases.asked) == ([LESSON_NOTEBOOK], [])


def test_nbgrader_is_asked_only_for_the_check_that_changed(
    content: ContentFolder, root: Path, releases: Releases
) -> None:
    add_module(content)
    build(root)
    content.replace("modules/02-coffee/check.yml", "intro: Six", "intro: Now six")
    build(root)
    both = [["check-01", "check-01-retake"], ["check-02", "check-02-retake"]]
    assert releases.asked == [both[0] + both[1], both[1]]


def test_change_that_leaves_a_file_as_long_as_it_was_reaches_the_release(
    content: ContentFolder, up_to_date: Path, releases: Releases
) -> None:
    content.replace(CHECK, "intro: Six", "intro: Sax")
    assert build(up_to_date) == [RETAKE_RELEASES[0], RELEASE, RETAKE, MASTER]


@pytest.mark.parametrize(
    "memory",
    [None, b"", b"{", b"[]", b"3", b"\xff", b'{"check-01": "x"}', b'{"check-01": ["a", "b"]}'],
    ids=["lost", "empty", "half", "a list", "a number", "no text", "a text", "other digests"],
)
def test_memory_that_is_lost_or_damaged_means_a_rebuild_and_no_more(
    up_to_date: Path, releases: Releases, memory: bytes | None
) -> None:
    kept = (up_to_date / ".cache" / "build.json").read_bytes()
    if memory is None:
        shutil.rmtree(up_to_date / ".cache")
    else:
        (up_to_date / ".cache" / "build.json").write_bytes(memory)
    assert (build(up_to_date), releases.asked) == ([], [["check-01", "check-01-retake"]])
    assert (up_to_date / ".cache" / "build.json").read_bytes() == kept


@pytest.mark.parametrize(
    "file", [LESSON_NOTEBOOK, PRACTICE_FILE, FIGURE, MASTER, MASTER_QUESTIONS, RELEASE, RELEASE_QUESTIONS]
)
def test_file_edited_by_hand_is_made_again(up_to_date: Path, releases: Releases, file: str) -> None:
    made = (up_to_date / file).read_bytes()
    (up_to_date / file).write_bytes(made + b" ")
    assert build(up_to_date) == [file]
    assert (up_to_date / file).read_bytes() == made


@pytest.mark.parametrize("file", [LESSON_NOTEBOOK, FIGURE, MASTER, RELEASE])
def test_file_that_was_deleted_is_made_again(up_to_date: Path, releases: Releases, file: str) -> None:
    (up_to_date / file).unlink()
    assert build(up_to_date) == [file]
    assert (up_to_date / file).is_file()


@pytest.mark.parametrize("folder", GENERATED)
def test_file_that_nothing_makes_is_removed_with_its_folder(up_to_date: Path, releases: Releases, folder: str) -> None:
    stray = up_to_date / folder / "old" / "deeper" / "stray.txt"
    stray.parent.mkdir(parents=True)
    stray.write_text("left over", encoding="utf-8")
    assert build(up_to_date) == [f"{folder}/old/deeper/stray.txt"]
    assert not (up_to_date / folder / "old").exists()


def test_renamed_module_leaves_none_of_its_old_files(content: ContentFolder, root: Path, releases: Releases) -> None:
    add_module(content)
    build(root)
    (content.path / "modules" / "02-coffee").rename(content.path / "modules" / "03-cocoa")
    content.replace("course.yml", "02-coffee", "03-cocoa")
    build(root)
    assert [file for file in files_below(root) if "coffee" in file or "check-02" in file] == []
    assert (root / "release" / "check-03" / "check-03.ipynb").is_file()
    assert not (root / "release" / "check-02").exists()


def test_module_taken_out_of_the_course_leaves_none_of_its_files(
    content: ContentFolder, up_to_date: Path, releases: Releases
) -> None:
    before = files_below(up_to_date)
    add_module(content)
    build(up_to_date)
    content.replace("course.yml", "[01-tea, 02-coffee]", "[01-tea]")
    content.change("glossary.yml", lambda data: data["terms"].pop())
    build(up_to_date)
    assert files_below(up_to_date) == before


@pytest.mark.parametrize("folder", [".ipynb_checkpoints", "__pycache__"])
def test_jupyter_s_own_leavings_are_left_alone(up_to_date: Path, releases: Releases, folder: str) -> None:
    leaving = up_to_date / "notebooks" / folder / "01-tea-checkpoint.ipynb"
    leaving.parent.mkdir()
    leaving.write_text("{}", encoding="utf-8")
    assert (build(up_to_date), drift(up_to_date), leaving.is_file()) == ([], [], True)


# --- Faults leave everything as it was --------------------------------------------------------------------


def test_content_with_faults_changes_nothing(content: ContentFolder, up_to_date: Path, releases: Releases) -> None:
    before = files_below(up_to_date)
    content.replace(LESSON, "Tea wants water", "Tea likes water")
    content.replace(CHECK, "  key: b\n", "  key: e\n")
    with pytest.raises(ContentError):
        build(up_to_date)
    assert files_below(up_to_date) == before


def test_content_with_faults_makes_nothing_in_an_empty_tree(
    content: ContentFolder, root: Path, releases: Releases
) -> None:
    content.replace(CHECK, "  key: b\n", "  key: e\n")
    with pytest.raises(ContentError):
        build(root)
    assert (files_below(root), releases.asked) == ({}, [])


def test_nbgrader_that_fails_changes_nothing(
    content: ContentFolder, up_to_date: Path, releases: Releases, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files_below(up_to_date)

    def fail(masters: Files) -> Files:
        raise GenerateError("nbgrader could not make the releases")

    monkeypatch.setattr(tree, "generate_releases", fail)
    content.replace(CHECK, "intro: Six", "intro: Now six")
    with pytest.raises(GenerateError):
        build(up_to_date)
    assert files_below(up_to_date) == before


# --- Drift ----------------------------------------------------------------------------------------------


def test_tree_that_was_just_built_has_not_drifted(up_to_date: Path, releases: Releases) -> None:
    assert drift(up_to_date) == []


def test_drift_finds_what_was_edited_what_is_missing_and_what_is_extra(up_to_date: Path, releases: Releases) -> None:
    (up_to_date / LESSON_NOTEBOOK).write_bytes(b"{}")
    (up_to_date / RELEASE).unlink()
    (up_to_date / "source" / "check-01" / "answers.txt").write_text("b", encoding="utf-8")
    assert drift(up_to_date) == [
        f"{LESSON_NOTEBOOK}: differs",
        f"{RELEASE}: missing",
        "source/check-01/answers.txt: not made from content/",
    ]


def test_drift_finds_content_that_was_changed_and_not_built(
    content: ContentFolder, up_to_date: Path, releases: Releases
) -> None:
    content.replace(SETTINGS, "title: A good cup", "title: A better cup")
    content.change_item("m1-k01", lambda item: item.update(key="c"))
    changed = [LESSON_NOTEBOOK, COURSE_FILE, RELEASE_QUESTIONS, MASTER, MASTER_QUESTIONS]
    changed = sorted([*changed, RETAKE_RELEASES[1], RETAKE, RETAKE_QUESTIONS])
    assert drift(up_to_date) == [f"{name}: differs" for name in changed]


def test_drift_writes_nothing(root: Path, releases: Releases) -> None:
    drift(root)
    assert files_below(root) == {}


def test_drift_does_not_trust_the_memory(up_to_date: Path, releases: Releases) -> None:
    drift(up_to_date)
    assert releases.asked == [["check-01", "check-01-retake"]]


# --- The command ------------------------------------------------------------------------------------------


def test_build_command_lists_what_it_wrote(root: Path, releases: Releases, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--root", str(root)]) == 0
    assert capsys.readouterr().out == "\n".join(ALL_FILES) + "\n"


def test_build_command_says_when_there_is_nothing_to_do(
    up_to_date: Path, releases: Releases, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--root", str(up_to_date)]) == 0
    assert capsys.readouterr().out == "Nothing to do: everything is up to date.\n"


@pytest.mark.parametrize(
    ("more", "last"),
    [
        ("", "Nothing was built: mend the 1 problem above.\n"),
        ("title: 3\n", "Nothing was built: mend the 3 problems above.\n"),
    ],
)
def test_build_command_lists_faults_and_fails(
    content: ContentFolder, releases: Releases, capsys: pytest.CaptureFixture[str], more: str, last: str
) -> None:
    content.replace("course.yml", "pass_mark: 0.8\n", f"pass_mark: 80\n{more}" if not more else f"pass_mark: x\n{more}")
    assert main(["build"]) == 1
    told = capsys.readouterr()
    assert (told.out, told.err.startswith("content/course.yml: "), told.err.endswith(last)) == ("", True, True)


def test_check_command_passes_a_tree_that_is_up_to_date(
    up_to_date: Path, releases: Releases, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--check"]) == 0
    assert capsys.readouterr().out == "notebooks/, source/, release/ and shipped/ are what content/ makes.\n"


def test_check_command_lists_drift_and_fails(
    up_to_date: Path, releases: Releases, capsys: pytest.CaptureFixture[str]
) -> None:
    (up_to_date / FIGURE).unlink()
    assert main(["build", "--check"]) == 1
    told = capsys.readouterr()
    assert told.out == f"{FIGURE}: missing\n"
    assert told.err == "Run `make build` and commit the result with the content.\n"


def test_command_without_words_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([])
    assert ended.value.code == 2
    assert "COMMAND" in capsys.readouterr().err


def test_module_s_files_can_be_made_without_a_tree() -> None:
    course = load(SAMPLE)
    module = course.modules[0]
    assert [str(path) for path in sorted(lesson_files(course, module))] == [
        "01-tea.ipynb",
        "activities/m1-cards.json",
        "activities/m1-r1.json",
        "activities/m1-w1.json",
        "figures/m1/cup.svg",
        "practice/m1.json",
    ]
    assert [str(path) for path in sorted(check_files(course, module))] == [
        "check-01/check-01.ipynb",
        "check-01/questions.json",
    ]


# --- The retake -----------------------------------------------------------------------------------------


def test_retake_is_the_same_check_in_another_form(built: Path) -> None:
    first, second = (json.loads((built / file).read_text()) for file in (MASTER_QUESTIONS, RETAKE_QUESTIONS))
    assert (first["form"], second["form"]) == ("A", "B")
    assert first | {"form": "B"} == second
    masters = [read_notebook(built / file) for file in (MASTER, RETAKE)]
    graded = [[cell for cell in one.cells if cell.metadata.get("nbgrader", {}).get("grade")] for one in masters]
    assert graded[0] == graded[1] != []
    assert masters[1].metadata.title == f"{masters[0].metadata.title} (retake)"
    assert "The better of your two results counts." in masters[1].cells[0].source


def test_course_page_knows_the_retakes_name(built: Path) -> None:
    (module,) = json.loads((built / COURSE_FILE).read_text())["modules"]
    assert module["check"]["retake"] == "check-01-retake"
