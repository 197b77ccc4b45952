"""A diff with its sides exchanged, and reports changed in one place."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import msgspec
from msgspec import structs

from compare.diff import Diff
from compare.diff.records import FactChange
from compare.model import Record

Path = tuple[str | int, ...]


def mirrored(diff: Diff) -> Diff:
    """The diff with old and new exchanged, at every depth."""
    return _turned(diff)  # type: ignore[no-any-return]


def _turned(thing: Any) -> Any:
    if isinstance(thing, tuple):
        return tuple(map(_turned, thing))
    if not isinstance(thing, msgspec.Struct) or "old" not in thing.__struct_fields__:
        return thing
    inside = {name: _turned(getattr(thing, name)) for name in thing.__struct_fields__}
    inside["old"], inside["new"] = inside["new"], inside["old"]
    if isinstance(thing, FactChange):
        inside["claims_to"], inside["claims_from"] = inside["claims_from"], inside["claims_to"]
    return type(thing)(**inside)


def leaves(record: Record, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value of a record that is none itself, with the way to it."""
    for name in record.__struct_fields__:
        yield from _leaves(getattr(record, name), (*path, name))


def _leaves(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, msgspec.Struct):
        yield from leaves(value, path)  # type: ignore[arg-type]
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            yield from _leaves(item, (*path, at))
    else:
        yield path, value


def changed(value: Any, path: Path, to: Any) -> Any:
    """`value` with another leaf at the end of `path`."""
    if not path:
        return to
    head, rest = path[0], path[1:]
    if isinstance(value, tuple):
        assert isinstance(head, int)
        return (*value[:head], changed(value[head], rest, to), *value[head + 1 :])
    return structs.replace(value, **{str(head): changed(getattr(value, str(head)), rest, to)})


def another(value: Any, path: Path) -> Any:
    """A value that can stand where this one does."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float | Decimal):
        return value + 1
    if value is None:
        return Decimal(1) if path[-1] in ("low", "high") else "another"
    return f"{value}x"
