"""Columns by name, and those of a Parquet file some thousand rows at a time."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from compare.errors import TabayunError
from compare.ingest import plain

_TOGETHER = 4096


def find(names: Sequence[str], wanted: Sequence[str], path: Path) -> dict[str, int]:
    """Where each column wanted stands. Raises `TabayunError` that names the columns found."""
    missing = [name for name in wanted if name not in names]
    if missing:
        found = ", ".join(map(repr, names)) or "none"
        raise TabayunError(
            "missing-column",
            f"no column {' or '.join(map(repr, missing))}: the columns are {found}",
            path=path,
            hint=f"the columns wanted are {', '.join(wanted)}",
        )
    twice = [name for name in wanted if names.count(name) > 1]
    if twice:
        raise TabayunError(
            "column-twice", f"the column {twice[0]!r} stands twice", path=path, hint="keep one"
        )
    return {name: names.index(name) for name in wanted}


def batches(
    path: Path, wanted: Sequence[str], seen: Callable[[int], None]
) -> Iterator[Iterator[tuple[Any, ...]]]:
    """The cells of the columns wanted, row by row, in batches, of a Parquet file.

    `seen` is told how many more of its bytes have been read, as if all rows had the same.
    Raises `TabayunError` where it is none, is damaged, or lacks a column.
    """
    import pyarrow as pa
    from pyarrow import parquet

    try:
        with path.open("rb") as stream, parquet.ParquetFile(stream) as file:
            find(file.schema_arrow.names, wanted, path)
            row_bytes = path.stat().st_size / max(file.metadata.num_rows, 1)
            for batch in file.iter_batches(_TOGETHER, columns=list(wanted)):
                seen(round(batch.num_rows * row_bytes))
                yield zip(*(batch.column(name).to_pylist() for name in wanted), strict=True)
    except (pa.ArrowException, UnicodeError) as error:
        raise _damaged(path) from error
    except OSError as error:
        # Arrow says so, without a number, of what is cut short as well.
        raise plain.unreadable(error, path) if error.errno else _damaged(path) from error


def _damaged(path: Path) -> TabayunError:
    hint = "write it again, or give it as .jsonl or .csv"
    return TabayunError("not-parquet", "not Parquet, or damaged", path=path, hint=hint)
