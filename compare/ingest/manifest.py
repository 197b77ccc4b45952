"""`story.toml`: which articles a story has, and who published each, and when."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from compare import limits
from compare.errors import TabayunError
from compare.ingest import plain, syntax
from compare.ingest.schema import ARTICLE, REQUIRED, STORY, Table, check, iso, line_of

NAME = "story.toml"

_HEADER = re.compile(r"""\s*\[\[?\s*["']?article["']?\s*\]""")
_EXAMPLE = '[[article]], then file = "name.txt" and outlet = "name"'


class Entry(NamedTuple):
    """An `[[article]]` as written, and the line of `story.toml` that names its file.

    `published` is ISO 8601, a date or a time; what is not given is None.
    """

    file: str
    outlet: str
    published: str | None
    title: str | None
    url: str | None
    lang: str | None
    line: int | None


class Manifest(NamedTuple):
    """The sound part of a `story.toml`, and the troubles with the rest."""

    title: str | None
    entries: tuple[Entry, ...]
    troubles: tuple[TabayunError, ...]


def read(folder: Path) -> Manifest:
    """Read the `story.toml` of `folder`. Raises `TabayunError` where it cannot be read at all."""
    path = folder / NAME
    text = plain.strip_bom(plain.decode(_bytes(path), path))
    top = Table(path, syntax.parse(text, path), dict(enumerate(text.split("\n"), 1)))
    tables, troubles = _article_tables(top)
    checked = [(table, check(table, ARTICLE, REQUIRED)) for table in tables]
    troubles = check(top, STORY) + troubles
    return Manifest(
        title=_text(top.values, "title"),
        entries=tuple(_entry(table) for table, wrong in checked if not wrong),
        troubles=(*troubles, *(error for _, wrong in checked for error in wrong)),
    )


def _bytes(path: Path) -> bytes:
    if path.is_file():
        return plain.read_bounded(path, "article_megabytes")
    raise TabayunError(
        "no-story-toml",
        f"no {NAME} in this folder",
        path=path.parent,
        hint=f"write one with a title and, for each article, {_EXAMPLE}",
    )


def _article_tables(top: Table) -> tuple[list[Table], list[TabayunError]]:
    found = top.values.get("article", [])
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        wrong = top.error("wrong-type", "articles are no list of tables", "article", _EXAMPLE)
        return [], [wrong]
    if not found:
        return [], [TabayunError("no-articles", "no articles", path=top.path, hint=_EXAMPLE)]
    limits.refuse_beyond("articles", len(found), top.path)
    blocks = _blocks(top.lines)
    if len(blocks) != len(found):
        line = line_of(top.lines, "article")
        blocks = [{line: top.lines[line]} if line else {}] * len(found)
    return [Table(top.path, *each) for each in zip(found, blocks, strict=True)], []


def _blocks(lines: Mapping[int, str]) -> list[dict[int, str]]:
    """The lines of each `[[article]]`, from its header to the next."""
    starts = [number for number, line in lines.items() if _HEADER.match(line)]
    ends = [*starts[1:], len(lines) + 1]
    return [
        {number: lines[number] for number in range(start, end)}
        for start, end in zip(starts, ends, strict=bool(starts))
    ]


def _entry(table: Table) -> Entry:
    values = table.values
    return Entry(
        file=values["file"],
        outlet=values["outlet"].strip(),
        published=iso(values["published"]) if "published" in values else None,
        title=_text(values, "title"),
        url=_text(values, "url"),
        lang=_text(values, "lang"),
        line=line_of(table.lines, "file") or min(table.lines, default=None),
    )


def _text(values: Mapping[str, Any], key: str) -> str | None:
    """What `key` says; None where it says nothing, be it left out or empty."""
    value = values.get(key)
    return value.strip() or None if isinstance(value, str) else None
