"""The briefing's own digits as Arabic writes them; what an article has printed stays as printed.

A number in these digits runs from right to left with its signs: ٥–٧ is read from the five, and the
percent sign stands to the left.
"""

from collections.abc import Mapping
from typing import Literal, TypeVar

from msgspec.structs import replace

from compare.model import Record
from compare.view.briefing import Briefing, Count, LeftOut, LeftOutFigure, Mark, Tick, Used
from compare.view.records import Name, Run, Title, Value

Digits = Literal["latn", "arab"]
"""Numbering systems by their names in CLDR."""

_ARAB = str.maketrans("0123456789,.%", "٠١٢٣٤٥٦٧٨٩٬٫٪")
_WRITTEN = frozenset({"number", "derived", "date"})
_FIELDS: Mapping[type[Record], tuple[str, ...]] = {
    Tick: ("text",),
    Mark: ("text",),
    Count: ("number",),
    Used: ("number", "quoted"),
    LeftOut: ("number",),
    LeftOutFigure: ("times",),
}
"""The fields that hold the briefing's own numbers."""

R = TypeVar("R", bound=Record)


def written(briefing: Briefing, digits: Digits) -> Briefing:
    """The briefing with its own numbers in these digits."""
    return briefing if digits == "latn" else replace(_record(briefing), digits=digits)


def _record(record: R) -> R:
    changes: dict[str, object] = {}
    for field in record.__struct_fields__:
        old = getattr(record, field)
        new = old.translate(_ARAB) if field in _FIELDS.get(type(record), ()) else _deep(old)
        if new is not old:
            changes[field] = new
    return replace(record, **changes) if changes else record


def _deep(old: object) -> object:
    match old:
        case Run():
            return _run(old)
        case Value():
            return replace(old, number=old.number.translate(_ARAB), dir="rtl")
        case Title():
            return replace(_record(old), about=tuple(map(_name, old.about)))
        case Record():
            return _record(old)
        case tuple():
            return tuple(map(_deep, old))
        case _:
            return old


def _run(run: Run) -> Run:
    if run.role not in _WRITTEN:
        return run
    return replace(run, text=run.text.translate(_ARAB), dir="rtl" if run.dir else "")


def _name(name: Name) -> Name:
    """What a quantity is about is in the briefing's words: a day, a place."""
    return replace(name, text=name.text.translate(_ARAB))
