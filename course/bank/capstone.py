"""What closes the course: the practice exam and the final assessment."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from course.bank.blueprints import final_of
from course.bank.entries import id_of, list_of, whole
from course.bank.items import items_of
from course.bank.lessons import Placeable, lesson_of
from course.bank.names import Names
from course.faults import Fault, counted, nearest
from course.item_rules import text_fault
from course.items import Item
from course.outline import Capstone, CapstoneSettings, Exam, Module
from course.source_files import Place, SourceFile, read_yaml


def capstone_of(
    folder: Path,
    names: Names,
    modules: tuple[Module, ...],
    sources: dict[Path, SourceFile],
    faults: list[Fault],
    *,
    is_whole: bool,
) -> Capstone | None:
    """What closes the course, where it has such a thing; `is_whole` tells whether every module could be read.

    Files of items join `sources`, and what is wrong joins `faults`.
    """
    if not folder.is_dir():
        return None
    settings_file = read_yaml(folder / "capstone.yml")
    settings: CapstoneSettings | None = whole(CapstoneSettings, settings_file)
    own_id = names.module_id(settings_file)
    own = {id_of(one) for one in list_of(settings_file, "objectives")} - {""}
    practice_file, final_file = read_yaml(folder / "practice.yml"), read_yaml(folder / "final.yml")
    sources |= {source.path: source for source in (practice_file, final_file)}
    practice = _exam_items(practice_file, names, own_id)
    questions = items_of(final_file, names, own_id, own | set(names.objectives), "the course")
    final = final_of(final_file, names, own, questions, modules, is_whole=is_whole)
    lesson = lesson_of(folder / "lesson.md", Placeable.of_capstone(own_id, settings_file), names, faults)
    if settings:
        is_sound = is_whole and len(practice) == len(list_of(practice_file, "items"))
        pool = (*practice, *(item for module in modules for item in module.practice))
        _check_exam(settings_file, names, settings.exam, pool if is_sound else None)
    for file in (settings_file, practice_file, final_file):
        faults += file.faults
    if settings is None or final is None or lesson is None:
        return None
    return Capstone(
        folder=folder, settings=settings, lesson=lesson, practice=practice, questions=questions, final=final
    )


def _exam_items(source: SourceFile, names: Names, capstone: str) -> tuple[Item, ...]:
    """The exam's own items; beside its objective each names the module that has it, for those who write it."""
    entries = list_of(source, "items")
    for n, value in enumerate(entries):
        if not isinstance(value, dict):
            continue
        module, objective = value.pop("module", None), value.get("objective")
        right = names.objectives.get(objective) if isinstance(objective, str) else None
        place = ("items", n, "module")
        if module is None:
            source.fault(place, "missing", "name the module of its objective", item=id_of(value), name="module")
        elif right and module != right:
            what = f"'{module}', but {objective} is an objective of {right}"
            source.fault(place, what, f"write '{right}'", item=id_of(value), name="module")
        if value.get("type") == "short":
            what, remedy = "the exam can't judge a short answer", "use another type"
            source.fault(("items", n, "type"), what, remedy, item=id_of(value), name="type")
    return items_of(source, names, capstone, names.objectives, "a module")


def _check_exam(source: SourceFile, names: Names, exam: Exam, pool: tuple[Item, ...] | None) -> None:
    """The shares of the domains make up the exam, and each finds its items; None for a pool that can't be told."""

    def fault(inner: Place, what: str, remedy: str) -> None:
        source.fault(("exam", *inner), what, remedy)

    if sum(exam.shares.values()) != exam.questions:
        fault(("shares",), f"{sum(exam.shares.values())} in all for {exam.questions} questions", "make them equal")
    found = Counter(item.domain for item in pool or () if item.type != "short")
    for domain, share in exam.shares.items():
        if names.domains and domain not in names.domains:
            what = f"'{domain}' is no domain of the course"
            fault(("shares", domain), what, nearest(domain, names.domains))
        elif share < 1:
            fault(("shares", domain), counted(share, "question"), "give 1 or more, or leave the domain out")
        elif pool is not None and found[domain] < share:
            what = f"{counted(share, 'question')} from {counted(found[domain], 'item')}"
            fault(("shares", domain), what, "write more items, or ask for fewer")
    found_in_note = text_fault(exam.note)
    if found_in_note:
        fault(("note",), *found_in_note)
    names.check_refs(source, ("exam", "refs"), exam.refs)
