"""The tables of a `story.toml`: which keys they may hold, and what keys must say."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from compare.errors import TabayunError

STORY = ("title", "article")
ARTICLE = ("file", "outlet", "published", "title", "url", "lang")
REQUIRED = ("file", "outlet")
DATE_FORMS = "write 2024-06-10 or 2024-06-10T09:00:00+03:00"

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class Table(NamedTuple):
    """A table of the file at `path`, and the lines that it is written on, counted from 1."""

    path: Path
    values: Mapping[str, Any]
    lines: Mapping[int, str]

    def error(self, slug: str, message: str, key: str, hint: str) -> TabayunError:
        """Trouble with `key`: on its line, or else on the table's first."""
        line = line_of(self.lines, key) or min(self.lines, default=None)
        return TabayunError(slug, message, path=self.path, line=line, hint=hint)


def check(table: Table, known: Sequence[str], required: Sequence[str] = ()) -> list[TabayunError]:
    """Everything that the keys of a table and their types have against them."""
    missing = [key for key in required if key not in table.values]
    return [
        *(_unknown(table, key, known) for key in table.values if key not in known),
        *(_missing(table, key) for key in missing),
        *_mistyped(table, [key for key in known if key in table.values], required),
    ]


def _unknown(table: Table, key: str, known: Sequence[str]) -> TabayunError:
    close = get_close_matches(key, known, n=1)
    hint = f"did you mean {close[0]}?" if close else f"known are {', '.join(known)}"
    return table.error("unknown-key", f"unknown key {key!r}", key, hint)


def _missing(table: Table, key: str) -> TabayunError:
    return table.error("missing-key", f"an article without {key}", key, f'add {key} = "..."')


def _mistyped(table: Table, keys: Sequence[str], required: Sequence[str]) -> Iterator[TabayunError]:
    for key in keys:
        value = table.values[key]
        if key == "published" and iso(value) is None:
            yield table.error(*no_date(value), key, DATE_FORMS)
        elif key not in ("published", "article") and not isinstance(value, str):
            hint = f'write {key} = "..."'
            yield table.error("wrong-type", f"{key} is no text", key, hint)
        elif key in required and not value.strip():
            yield table.error("empty-value", f"{key} is empty", key, f'write {key} = "..."')


def iso(value: object) -> str | None:
    """A date or time of TOML, or one in quotes, in ISO 8601; None where it is neither."""
    if isinstance(value, date):
        return value.isoformat()
    for kind in (date, datetime):
        try:
            return kind.fromisoformat(value).isoformat() if isinstance(value, str) else None
        except ValueError:
            continue
    return None


def no_date(value: object) -> tuple[str, str]:
    """Slug and message for what `iso` knows no date in: well written, or not a date at all."""
    day = _DAY.match(value.strip()) if isinstance(value, str) else None
    if day is None:
        return "wrong-type", "published is no date"
    return "no-such-date", f"no such {'time' if iso(day[0]) else 'date'}: {value}"


def line_of(lines: Mapping[int, str], key: str) -> int | None:
    """The first line that gives `key` a value, or heads a table of that name."""
    pattern = re.compile(rf"""\s*(?:\[+\s*)?["']?{re.escape(key)}["']?\s*[].=]""")
    return next((number for number, line in lines.items() if pattern.match(line)), None)
