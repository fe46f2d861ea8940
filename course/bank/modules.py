"""A module: its settings, its reading, its practice, its knowledge check, its role-play."""

from __future__ import annotations

from pathlib import Path

from pydantic import TypeAdapter

from course.bank.blueprints import check_of
from course.bank.entries import id_of, list_of, sound_entries, whole
from course.bank.items import items_of
from course.bank.lessons import Placeable, claims_of, lesson_of
from course.bank.names import Names
from course.faults import Fault
from course.item_rules import text_fault
from course.outline import Module, ModuleSettings
from course.schema import validate
from course.source_files import SourceFile, read_yaml
from course.stories import Ending, Node, Story
from course.story_rules import check_story


def module_of(folder: Path, names: Names, sources: dict[Path, SourceFile], faults: list[Fault]) -> Module | None:
    """A module, or None where it is not whole; files of items join `sources`, and what is wrong joins `faults`."""
    settings_file = read_yaml(folder / "module.yml")
    settings: ModuleSettings | None = whole(ModuleSettings, settings_file)
    module_id = names.module_id(settings_file)
    objectives = {id_of(one) for one in list_of(settings_file, "objectives")} - {""}
    names.objectives |= dict.fromkeys(objectives, module_id)
    _check_reflection(settings_file, names, module_id)
    practice_file, check_file = read_yaml(folder / "practice.yml"), read_yaml(folder / "check.yml")
    sources |= {source.path: source for source in (practice_file, check_file)}
    practice = items_of(practice_file, names, module_id, objectives)
    bank = items_of(check_file, names, module_id, objectives)
    check = check_of(check_file, names, f"check-{folder.name[:2]}", objectives, bank)
    story_file = read_yaml(folder / "roleplay.yml") if (folder / "roleplay.yml").exists() else None
    story = _story_of(story_file, names, module_id) if story_file else None
    placeable = Placeable.of(module_id, settings_file, practice_file, story_file, names.decks)
    lesson = lesson_of(folder / "lesson.md", placeable, names, faults)
    claims = claims_of(folder / "claims.yml", lesson, faults)
    for file in (settings_file, practice_file, check_file, story_file):
        faults += file.faults if file else ()
    if settings is None or check is None or lesson is None:
        return None
    return Module(
        folder=folder,
        settings=settings,
        lesson=lesson,
        practice=practice,
        check=check,
        claims=claims,
        story=story,
    )


def _check_reflection(source: SourceFile, names: Names, module: str) -> None:
    value = source.data.get("reflection") if isinstance(source.data, dict) else None
    if not isinstance(value, dict):
        return
    names.own_id(source, ("reflection",), value, module, "w1")
    found = text_fault(value["prompt"]) if isinstance(value.get("prompt"), str) else None
    if found:
        source.fault(("reflection", "prompt"), *found)


def _story_of(source: SourceFile, names: Names, module: str) -> Story | None:
    """A module's role-play, with all its faults noted in its file."""
    if source.data is None:
        return None
    nodes = sound_entries(TypeAdapter(Node), source, "nodes")
    endings = sound_entries(TypeAdapter(Ending), source, "endings")
    check_story(source, names.dimensions)
    if isinstance(source.data, dict):
        names.own_id(source, (), source.data, module, "r1")
        names.check_refs(source, ("refs",), source.data.get("refs"))
        checked = source.data | {"nodes": nodes, "endings": endings}
    else:
        checked = source.data
    story: Story | None = validate(TypeAdapter(Story), source, (), checked)
    return story
