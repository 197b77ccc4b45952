"""Measures of the join over an archive: what it finds, how fast, in how much memory."""

from collections.abc import Iterator

from tests.bench.records import Record


def measures() -> Iterator[Record]:
    """Each measure of this group, as soon as it is known."""
    yield from ()
