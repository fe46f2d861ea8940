"""Content data against the types of `course.items` and `course.outline`, with faults an author can act on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, TypeVar, get_args, get_type_hints

from pydantic import Field, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from course.faults import nearest
from course.items import Item, Matching, MultipleChoice, Ordering, ShortAnswer, SingleChoice, TrueFalseReason
from course.source_files import Place, SourceFile, field_name

T = TypeVar("T")

ITEM: TypeAdapter[Item] = TypeAdapter(Annotated[Item, Field(discriminator="type")])
ITEM_CLASSES = (SingleChoice, MultipleChoice, TrueFalseReason, Matching, Ordering, ShortAnswer)
TYPES: dict[str, type] = {name: kind for kind in ITEM_CLASSES for name in get_args(get_type_hints(kind)["type"])}

_REMEDIES = {
    "rationale": "say why a learner might choose it, or why it is right",
    "stem": "write the question",
    "key": "name the right option",
    "status": "write 'draft' until two experts have reviewed it",
    "version": "start with 1",
}


def validate(adapter: TypeAdapter[T], source: SourceFile, place: Place, value: Any, item: str = "") -> T | None:
    """The value as its type, or None with every fault noted in the source."""
    try:
        return adapter.validate_python(value)
    except ValidationError as error:
        for details in error.errors(include_url=False):
            _note(adapter, source, place, value, item, details)
        return None


def _note(
    adapter: TypeAdapter[T], source: SourceFile, place: Place, value: Any, item: str, details: ErrorDetails
) -> None:
    inner = tuple(_without_tag(details["loc"], value))
    if inner[:1] == ("key",) and details["type"] in ("missing", "too_long") and value.get("key") is not None:
        return  # item_rules says it better: how many parts a key has
    what, remedy = _say(adapter, details, inner, value)
    source.fault((*place, *inner), what, remedy, item=item, name=field_name(inner if item else (*place, *inner)))


def _without_tag(loc: tuple[int | str, ...], value: Any) -> Iterator[int | str]:
    """Drop the item type that pydantic puts in front of a union member's place."""
    if loc and isinstance(value, dict) and loc[0] == value.get("type") and loc[0] not in value:
        loc = loc[1:]
    yield from loc


def _say(adapter: TypeAdapter[Any], details: ErrorDetails, place: Place, value: Any) -> tuple[str, str]:
    name = str(place[-1]) if place else ""
    given = details["input"]
    match details["type"]:
        case "missing":
            return "missing", _REMEDIES.get(name, "add it")
        case "unexpected_keyword_argument" | "extra_forbidden":
            return "unknown field", nearest(name, _known_fields(adapter, value, place))
        case "union_tag_not_found":
            return "the item's 'type' is missing", f"choose one of {', '.join(sorted(TYPES))}"
        case "union_tag_invalid":
            return f"'{value.get('type')}' is no item type", nearest(str(value.get("type")), TYPES)
        case "literal_error":
            known = str(details["ctx"]["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
            return f"'{given}' is not one of {', '.join(known)}", nearest(str(given), known)
        case "string_type" if given is None:
            return "empty", _REMEDIES.get(name, "write it")
        case "string_type" if isinstance(given, (dict, list)):
            return (
                f"{'a list stands' if isinstance(given, list) else 'fields stand'} where one text belongs",
                "write one",
            )
        case "string_type":
            return f"{given} is no text", "put it in quotes"
        case "int_parsing" | "int_type" | "int_from_float":
            return f"'{given}' is no whole number", "write one in digits"
        case "float_parsing" | "float_type":
            return f"'{given}' is no number", "write it in digits"
        case "bool_parsing" | "bool_type":
            return f"'{given}' is neither true nor false", "write true or false"
        case "date_from_datetime_parsing" | "date_parsing" | "date_type":
            return f"'{given}' is no date", "write it like 2026-11-21"
        case "dataclass_type" | "model_attributes_type" | "tuple_type" | "dict_type":
            return (
                f"{str(given)[:40]!r} stands where a list or fields belong",
                "see docs/authors.md for the form",
            )
        case _:
            return details["msg"][0].lower() + details["msg"][1:], "see docs/authors.md for the form"


def _known_fields(adapter: TypeAdapter[Any], value: Any, place: Place) -> list[str]:
    """The names that are right where an unknown field stands."""
    schema: Any = adapter.json_schema()
    definitions = schema.get("$defs", {})
    if isinstance(value, dict) and value.get("type") in TYPES:
        schema = definitions[TYPES[value["type"]].__name__]
    for part in place[:-1]:
        schema = _resolve(schema, definitions)
        schema = schema.get("items", {}) if isinstance(part, int) else schema.get("properties", {}).get(part, {})
    return sorted(_resolve(schema, definitions).get("properties", {}))


def _resolve(schema: Any, definitions: Any) -> Any:
    for option in schema.get("anyOf", ()):
        if "$ref" in option:
            schema = option
    return definitions[schema["$ref"].rsplit("/", 1)[-1]] if "$ref" in schema else schema
