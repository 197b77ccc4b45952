"""An archive of rows in memory, and the pairs of rows that the program finds in it."""

from collections.abc import Sequence
from pathlib import Path

from compare.archive.groups import Archive, gather
from compare.archive.matching import Matches, match
from compare.archive.rows import Row
from tests.archive.slow import Sentence


def archive(rows: Sequence[Sentence]) -> Archive:
    told = (Row(at, outlet, f"d{at}", sentence) for at, (outlet, sentence) in enumerate(rows))
    return gather(((0, row) for row in told), (Path("a.jsonl"),))


def matches(made: Archive, workers: int = 1) -> Matches:
    return match(made, workers, lambda _done, _of: None)


def pairs(rows: Sequence[Sentence], workers: int = 1) -> set[tuple[int, int]]:
    """All pairs of rows of different outlets that the pairs of wordings stand for."""
    made = archive(rows)
    found = matches(made, workers)
    groups = made.group
    return {
        (min(a, b), max(a, b))
        for left, right in zip(found.rows.left, found.rows.right, strict=True)
        for a in made.rows(int(groups[left])).tolist()
        for b in made.rows(int(groups[right])).tolist()
        if rows[a][0] != rows[b][0]
    }
