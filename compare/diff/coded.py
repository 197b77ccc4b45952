"""A diff as JSON, format 1 of its own (`docs/diff.md`), and reports read to be compared."""

from pathlib import Path

import msgspec

from compare import codec
from compare.diff.records import FORMAT, Diff
from compare.model import Record, Report


class Sides(Record, frozen=True):
    """Two reports, and the lists that each is older than."""

    old: Report
    new: Report
    lacks: tuple[tuple[str, ...], tuple[str, ...]]


def encode(diff: Diff) -> bytes:
    """Canonical JSON: UTF-8, two spaces, keys in record order, a final newline."""
    head = {"format": FORMAT, "changes": diff.changes}
    data = msgspec.json.encode(head | msgspec.to_builtins(diff))
    return msgspec.json.format(data, indent=2) + b"\n"


def load(old: Path, new: Path) -> Sides:
    """Read two reports, or those in two folders. Raises `TabayunError` as `codec.load` does."""
    paths = [path / "report.json" if path.is_dir() else path for path in (old, new)]
    mine, theirs = (codec.load(path) for path in paths)
    lacks = _lacks(paths[0]), _lacks(paths[1])
    return Sides(old=mine, new=theirs, lacks=lacks)


def _lacks(path: Path) -> tuple[str, ...]:
    """The lists that a report does not have: those that came to its format after it was made."""
    there = msgspec.json.decode(path.read_bytes(), type=dict[str, msgspec.Raw])
    return tuple(
        field.name
        for field in msgspec.structs.fields(Report)
        if not field.required and field.name not in there
    )
