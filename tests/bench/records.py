"""A measure as a record, and the file that all of them go to: a line of JSON each."""

from pathlib import Path

import msgspec

from compare import files
from tests.evaluation.groups import ROOT

OUTPUT = ROOT / "output" / "bench.jsonl"


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """What was measured, at which size, and beside what.

    `size` counts what the measure runs over and `of` says what that is. `seconds` is wall time
    unless the note says otherwise, `peak_mb` the most memory held at once, in MiB, of all its
    processes. `ratio` is a plain number and `ratio_to` says what it is a ratio to. What a measure
    does not tell is null; `note` says what the numbers do not, or why a measure was skipped.
    """

    name: str
    size: int
    of: str
    seconds: float | None = None
    peak_mb: float | None = None
    ratio: float | None = None
    ratio_to: str | None = None
    note: str | None = None

    def line(self) -> str:
        """The record as a line to read."""
        parts = [
            f"{self.size:,} {self.of}",
            f"{self.seconds:.2f} s" if self.seconds is not None else "",
            f"{self.peak_mb:,.0f} MiB" if self.peak_mb is not None else "",
            f"{self.ratio:.4g} ({self.ratio_to})" if self.ratio is not None else "",
            self.note or "",
        ]
        return f"{self.name}: {'; '.join(part for part in parts if part)}"


def write(records: list[Record], path: Path = OUTPUT) -> None:
    """Write all records measured so far into `path`, in place of those of an earlier run."""
    encoded = b"".join(msgspec.json.encode(record) + b"\n" for record in records)
    files.write_all(path.parent, {path.name: encoded})
