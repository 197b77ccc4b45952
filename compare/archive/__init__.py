"""An archive of sentences to the pairs that outlets have from each other, or from one agency.

Rows are read one at a time and kept as numbers; sentences of the same words are compared once; a
join over the rare words of each finds what shares enough mass, and rapidfuzz scores it. See
docs/archive.md for what comes out, docs/performance.md for where the time goes.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from compare.archive import write
from compare.archive.groups import LEAST_WORDS, Archive, gather
from compare.archive.matching import match
from compare.archive.rows import Row, read
from compare.errors import TabayunError

WORKERS = 2

Step = Callable[[str, int, int | None], None]
"""Told the stage, how much of it is done, and of how much (None: not known)."""


class Summary(NamedTuple):
    """What was read, what of it is too short to be compared, and what was found."""

    rows: int
    short: int
    pairs: int
    row_pairs: int
    written: tuple[Path, Path]

    def line(self) -> str:
        """The summary as a line to read."""
        return (
            f"{self.written[0]}: {self.pairs:,} pairs of wordings, {self.row_pairs:,} of rows, in"
            f" {self.rows:,} rows; {self.short:,} not compared, being shorter than {LEAST_WORDS}"
            f" words (copies: {self.written[1]})"
        )


def align(
    paths: Sequence[Path],
    output: Path,
    workers: int = WORKERS,
    step: Step | None = None,
) -> Summary:
    """Write the pairs of the archive in the files at `paths`; see docs/archive.md.

    Raises `TabayunError` where a file, a row of it or the place of `output` is unfit.
    """
    write.check(output, paths)
    _refuse_twice(paths)
    told = step or _silent
    archive = gather(_read(paths, told), tuple(paths))
    _refuse_too_little(archive)
    matches = match(archive, workers, partial(told, "compare"))
    write.write(output, archive, matches)
    return Summary(
        len(archive.group),
        archive.short,
        len(matches.rows.left),
        int(matches.rows.row_pairs.sum()),
        (output, write.beside(output)),
    )


def _read(paths: Sequence[Path], step: Step) -> Iterator[tuple[int, Row]]:
    """The rows of all files, each with the number of its file."""
    seen = _Seen()
    for number, path in enumerate(paths):
        empty = True
        for row in read(path, seen.more):
            if empty or not row.line % 4096:
                step("read", seen.bytes, _size(paths))
            empty = False
            yield number, row
        if empty:
            hint = "leave it out, or give it rows"
            raise TabayunError("empty-input", "empty: no row to read", path=path, hint=hint)


class _Seen:
    """Counts the bytes that have been read."""

    def __init__(self) -> None:
        self.bytes = 0

    def more(self, size: int) -> None:
        self.bytes += size


def _size(paths: Sequence[Path]) -> int | None:
    """The bytes of all files, where each has a size."""
    sizes = [path.stat().st_size for path in paths if path.is_file()]
    return sum(sizes) if len(sizes) == len(paths) else None


def _silent(_stage: str, _done: int, _of: int | None) -> None:
    """Tell nobody."""


def _refuse_twice(paths: Sequence[Path]) -> None:
    """A file that is read twice is a copy of itself."""
    given: set[Path] = set()
    for path in paths:
        if path.resolve() in given:
            raise TabayunError("given-twice", "given twice", path=path, hint="give each file once")
        given.add(path.resolve())


def _refuse_too_little(archive: Archive) -> None:
    """One outlet, or one sentence, has nothing to be compared with."""
    compared = len(archive.group) - archive.short
    if compared < 2:
        raise TabayunError(
            "too-few",
            f"fewer than two sentences of five words or more in {len(archive.group)} rows",
            hint="give the sentences of two outlets or more",
        )
    if len(archive.outlets) < 2:
        raise TabayunError(
            "one-outlet",
            f"all sentences are of one outlet, {archive.outlets[0]!r}",
            hint="give those of another too: only different outlets are compared",
        )


__all__ = ["Summary", "align"]
