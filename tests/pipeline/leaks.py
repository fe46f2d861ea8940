"""Finds what only the instructor may hold, wherever it stands in a file and however it is wrapped.

A file is looked at as bytes, as UTF-8 and UTF-16 text, as the strings of the JSON in it (a notebook's cells and
outputs), as what its base64 decodes to and its gzip and zip members hold, and all of that in each other, forward and
backward. Two things count as a leak: a piece of a rationale, and an item's key beside the item's id.
"""

from __future__ import annotations

import base64
import gzip
import html
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from course.items import Item, ShortAnswer, options_of
from course.text import to_html

PIECE = 40  # characters; this much of a rationale in one piece is a leak
_HALF = PIECE // 2  # any piece in a text holds a run of this length that begins at a multiple of it
_NEAR = 300  # characters between an item's id and a key that is taken for its own
_DEPTH = 4  # wrappings inside each other: base64 in a notebook in a zip in base64
_ENCODED = re.compile(rb"[A-Za-z0-9+/_-](?:[A-Za-z0-9+/_-]|\\?\r?\n|\\n){38,}")


@dataclass(frozen=True)
class Leak:
    """A secret found: in which file, how wrapped, of which item, and the words."""

    path: Path
    wrapping: str
    item: str
    words: str


@dataclass(frozen=True)
class Secrets:
    """What may not be found: each piece of a rationale with its item, and the items whose key may not stand by."""

    pieces: dict[str, str]
    short: dict[str, str]  # rationales of less than a piece, whole
    items: frozenset[str]
    halves: frozenset[str]  # every run of half a piece

    @classmethod
    def of(cls, items: Iterable[Item], allowed: Iterable[str] = ()) -> Secrets:
        """The secrets of these items. `allowed` are rationales that may be told: what a learner chose, say."""
        items = list(items)
        told = {piece for text in allowed for form in _forms(text) for piece in _pieces(form)}
        pieces = {
            piece: item.id
            for item in items
            for text in _explanations(item)
            for form in _forms(text)
            for piece in _pieces(form)
            if piece not in told
        }
        short = {piece: item for piece, item in pieces.items() if len(piece) < PIECE}
        halves = frozenset(piece[start : start + _HALF] for piece in pieces for start in range(PIECE - _HALF + 1))
        return cls(pieces, short, frozenset(item.id for item in items), halves)


def find_leaks(path: Path, secrets: Secrets) -> list[Leak]:
    """Every secret in a file, or in all files below a folder; each item once for each file and wrapping."""
    files = sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]
    assert files, f"nothing to look at in {path}"
    found: dict[tuple[Path, str, str], Leak] = {}
    for file in files:
        seen = set()  # a notebook with widgets holds their code once for each
        for wrapping, text in _texts(file.read_bytes(), "", _DEPTH):
            if text in seen:
                continue
            seen.add(text)
            for item, words in _told(text, secrets):
                found.setdefault((file, wrapping, item), Leak(file, wrapping, item, words))
    return list(found.values())


def _explanations(item: Item) -> Iterator[str]:
    """All that explains an item's key, as its author wrote it."""
    for option in options_of(item):
        yield option.rationale
    if isinstance(item, ShortAnswer):
        yield item.model_answer
        yield from item.rubric


def _forms(markdown: str) -> set[str]:
    """The words of an author's text, from its Markdown and from the HTML made of it."""
    return {_plain(markdown), _plain(to_html(markdown))}


def _pieces(text: str) -> Iterator[str]:
    """Every run of PIECE characters, or all of a shorter text."""
    for start in range(max(1, len(text) - PIECE + 1)):
        yield text[start : start + PIECE]


def _told(text: str, secrets: Secrets) -> Iterator[tuple[str, str]]:
    """Items of which a text tells something, with the words."""
    for way in (text, text[::-1]):
        yield from _keys(way, secrets)
        for plain in {_plain(way), _plain(way, keep_tags=True)}:
            for start in range(0, len(plain), _HALF):
                if plain[start : start + _HALF] not in secrets.halves:
                    continue
                for piece in _pieces(plain[max(0, start - _HALF) : start + PIECE]):
                    if piece in secrets.pieces:
                        yield secrets.pieces[piece], piece
            yield from ((item, short) for short, item in secrets.short.items() if short in plain)


def _keys(text: str, secrets: Secrets) -> Iterator[tuple[str, str]]:
    """Items whose id is followed by a key before another item's id comes: JSON, YAML and Python alike."""
    ids = list(re.finditer("|".join(map(re.escape, sorted(secrets.items))), text))
    for n, match in enumerate(ids):
        end = min(match.end() + _NEAR, ids[n + 1].start() if n + 1 < len(ids) else len(text))
        key = re.search(r"""\bkey\b\W{0,6}[:=]\s*\\?["'\[{(]?[\w"'\[{\\(]""", text[match.end() : end])
        if key:
            yield match[0], text[match.start() : match.end() + key.end()]


def _texts(data: bytes, wrapping: str, depth: int) -> Iterator[tuple[str, str]]:
    """The texts that bytes hold, each with how it is wrapped."""
    yield wrapping or "plain", data.decode("utf-8", errors="replace")
    if b"\0" in data:
        for start in (0, 1):
            yield f"{wrapping}utf-16", data[start:].decode("utf-16-le", errors="replace")
            yield f"{wrapping}utf-16", data[start:].decode("utf-16-be", errors="replace")
    for text in _json_strings(data):
        yield f"{wrapping}json", text
        if depth and len(text) > PIECE:
            yield from _unwrapped(text.encode(), f"{wrapping}json>", depth - 1)
    if depth:
        yield from _unwrapped(data, wrapping, depth - 1)


def _unwrapped(data: bytes, wrapping: str, depth: int) -> Iterator[tuple[str, str]]:
    """The texts in what is packed or encoded in bytes."""
    for name, member in _members(data):
        yield from _texts(member, f"{wrapping}{name}>", depth)
    for decoded in _decoded(data):
        yield from _texts(decoded, f"{wrapping}base64>", depth)


def _members(data: bytes) -> Iterator[tuple[str, bytes]]:
    """What a zip or gzip file holds, by name."""
    if data[:2] == b"\x1f\x8b":
        try:
            yield "gzip", gzip.decompress(data)
        except (OSError, EOFError, zlib.error):
            return
    if data[:4] == b"PK\x03\x04":
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                yield from ((f"zip:{name}", archive.read(name)) for name in archive.namelist())
        except zipfile.BadZipFile:
            return


def _decoded(data: bytes) -> Iterator[bytes]:
    """What every long enough run of base64 holds, plain or for addresses, wherever its groups of four begin."""
    for match in _ENCODED.finditer(data):
        run = re.sub(rb"\\?\r?\n|\\n", b"", match[0]).translate(bytes.maketrans(b"-_", b"+/"))
        for start in range(4):
            part = run[start:]
            part = part[:-1] if len(part) % 4 == 1 else part  # one sign alone encodes nothing
            yield base64.b64decode(part + b"=" * (-len(part) % 4))


def _json_strings(data: bytes) -> Iterator[str]:
    """The strings of a JSON file or of JSON lines; a list of strings (a notebook's source) as one."""
    for text in [data] if data.count(b"\n{") == 0 else [data, *data.splitlines()]:
        try:
            yield from _strings(json.loads(text))
        except (ValueError, RecursionError):
            continue


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        if "key" in value:  # whatever else names the item in this object, the key comes after it
            names = [str(one) for name, one in value.items() if name != "key"]
            yield " ".join([*names, f"key: {value['key']!r}"])
        for name, one in value.items():
            yield name
            yield from _strings(one)
    elif isinstance(value, list):
        if value and all(isinstance(one, str) for one in value):
            yield "".join(value)
        for one in value:
            if not isinstance(one, str):
                yield from _strings(one)


def _plain(text: str, *, keep_tags: bool = False) -> str:
    """The words of Markdown, HTML or an escaped literal, the same for all of them; what a tag holds only if kept."""
    text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), text)
    text = re.sub(r"""\\([nrt"'/\\])""", lambda match: " " if match[1] in "nrt" else match[1], text)
    if not keep_tags:
        text = re.sub(r"</?(?:a|b|code|em|i|strong|sup|span)\b[^<>]*>", "", text)
        text = re.sub(r"<[^<>]{1,200}>", " ", text)
    text = html.unescape(text)
    text = re.sub(r"[*`]|\b_|_\b", "", text)
    return " ".join(text.split()).casefold()
