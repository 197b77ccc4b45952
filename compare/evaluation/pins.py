"""The file of floors: what each story has reached once, on which gold. TOML, a section a story."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from compare.errors import TabayunError
from compare.evaluation.measures import MEASURES
from compare.ingest import plain

_HEAD = """\
# What each story reaches at least, measured on the gold with this SHA-256. Written by
# `tabayun evaluate --update`, which raises floors; `--lower` lowers them. Comments are not kept.
"""
_GOLD = "gold"
_HASH = re.compile(r"[0-9a-f]{64}")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPED = re.compile(r'[\x00-\x1f\x7f"\\]')
_ANEW = "mend it, or delete it and have it written anew with --update"


class Pin(NamedTuple):
    """A story's floors by measure, and the SHA-256 of the gold that they were measured on."""

    gold: str
    floors: Mapping[str, Decimal]


Pins = Mapping[str, Pin]
"""The pins by the ids of their stories."""


def read(path: Path, *, to_be_written: bool = False) -> dict[str, Pin]:
    """The pins in the file at `path`; none where it is yet to be written.

    Raises `TabayunError` where it is not there, or holds something else.
    """
    if not path.exists():
        if to_be_written:
            return {}
        hint = "check its name, or have it written with --update"
        raise TabayunError("no-floors", "no such file", path=path, hint=hint)
    text = plain.strip_bom(plain.decode(plain.read(path), path))
    try:
        tables = tomllib.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        message, _, at = str(error).partition(" (at line ")
        line = int(at.partition(",")[0]) if at else None
        raise TabayunError(
            "bad-toml", f"does not parse: {message}", path=path, line=line, hint=_ANEW
        ) from error
    for story, table in tables.items():
        for key, message, hint in _troubles(table):
            line = _line_of(text, story, key)
            raise TabayunError("bad-floor", f"{story}: {message}", path=path, line=line, hint=hint)
    return {story: _pin(table) for story, table in tables.items()}


def encode(pins: Pins) -> bytes:
    """The file that holds `pins`: one byte form, whatever their order."""
    sections = (_section(story, pins[story]) for story in sorted(pins))
    return "\n".join([_HEAD, *sections]).encode()


def _section(story: str, pin: Pin) -> str:
    floors = "".join(
        f"{name} = {pin.floors[name]:.3f}\n" for name in MEASURES if name in pin.floors
    )
    return f'[{_name(story)}]\n{_GOLD} = "{pin.gold}"\n{floors}'


def _name(story: str) -> str:
    """A story's id as a key of TOML."""
    if _BARE.fullmatch(story):
        return story
    return '"' + _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04X}", story) + '"'


def _troubles(table: Any) -> Iterator[tuple[str, str, str]]:
    """What a story's table has against it: the key, what is wrong, the way out."""
    if not isinstance(table, dict):
        yield "", "no section", f'write [name], then {_GOLD} = "..." and a line for each floor'
        return
    if not _HASH.fullmatch(str(table.get(_GOLD))):
        yield _GOLD, f"{_GOLD} is no SHA-256", "take the section out and run with --update"
    for key, value in table.items():
        close = get_close_matches(key, MEASURES, n=1)
        if key not in (_GOLD, *MEASURES):
            known = f"did you mean {close[0]}?" if close else f"known are {', '.join(MEASURES)}"
            yield key, f"unknown measure {key!r}", known
        elif key != _GOLD and not _is_share(value):
            yield key, f"{key} is no share", "write a number from 0 to 1, as 0.95"


def _is_share(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return False
    return Decimal(value).is_finite() and 0 <= value <= 1


def _pin(table: Mapping[str, Any]) -> Pin:
    return Pin(table[_GOLD], {name: Decimal(table[name]) for name in MEASURES if name in table})


def _line_of(text: str, story: str, key: str) -> int | None:
    """The line of a key below the head of its story; the head's where it is not there."""
    lines = list(enumerate(text.split("\n"), 1))
    name = _name(story)
    head = next((n for n, line in lines if line.lstrip("[ ").startswith(name)), None)
    if head is None or not key:
        return head
    return next((n for n, line in lines[head:] if line.lstrip().startswith(key)), head)
