"""Pairs and copies as files: Parquet, CSV or JSON lines, by the ending of the name."""

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from compare import files
from compare.archive.bands import Integers
from compare.archive.groups import Archive
from compare.archive.matching import Matches
from compare.archive.score import Floats
from compare.errors import TabayunError


def check(output: Path, inputs: Sequence[Path]) -> None:
    """Raise `TabayunError` where `output` cannot be written for its name or place."""
    ending = output.suffix.lower()
    if ending not in _ENCODERS:
        raise TabayunError(
            "unknown-form",
            f"unknown ending {ending}" if ending else "no ending says what to write",
            path=output,
            hint=f"name it with one of {', '.join(_ENCODERS)}",
        )
    for path in (output, beside(output)):
        if path.resolve() in {each.resolve() for each in inputs}:
            said = "would be written over what is read"
            raise TabayunError("cannot-write", said, path=path, hint="choose another name")
        files.refuse_unfit(path)
    files.write_all(output.parent, {})


def beside(output: Path) -> Path:
    """Where the copies go."""
    return output.with_name(f"{output.stem}.copies{output.suffix}")


def write(output: Path, archive: Archive, matches: Matches) -> None:
    """Write the pairs into `output` and the copies beside it, both or neither."""
    encode = _ENCODERS[output.suffix.lower()]
    columns = {output.name: pairs(archive, matches), beside(output).name: told(archive)}
    files.write_all(output.parent, {name: encode(each) for name, each in columns.items()})


class Names(NamedTuple):
    """A column of text: for each row which of `names` it is. A name is kept once."""

    at: Integers
    names: Sequence[str]

    def tolist(self) -> list[str]:
        """The text of each row."""
        return [self.names[number] for number in self.at.tolist()]


Column = Names | Integers | Floats
Columns = dict[str, Column]


def pairs(archive: Archive, matches: Matches) -> Columns:
    """One row a pair, the columns as in docs/archive.md."""
    columns: Columns = {}
    for side, rows, share in (
        ("left", matches.rows.left, matches.left_share),
        ("right", matches.rows.right, matches.right_share),
    ):
        for name, column in _identity(archive, rows).items():
            columns[f"{side}_{name}"] = column
        columns[f"{side}_group"] = archive.group[rows]
        columns[f"{side}_copies"] = np.diff(archive.begin)[archive.group[rows]]
        columns[f"{side}_share"] = share
    columns["row_pairs"] = matches.rows.row_pairs
    columns["token_set_ratio"] = matches.set_ratio
    columns["token_sort_ratio"] = matches.sort_ratio
    return columns


def told(archive: Archive) -> Columns:
    """One row for each row whose words another row has too, copies together."""
    alike = np.diff(archive.begin) > 1
    rows = archive.members[alike[archive.group[archive.members]]]
    return {"group": archive.group[rows], **_identity(archive, rows)}


def _identity(archive: Archive, rows: NDArray[np.integer[Any]]) -> Columns:
    return {
        "file": Names(archive.file[rows], [str(path) for path in archive.files]),
        "row": archive.line[rows],
        "outlet": Names(archive.outlet[rows], archive.outlets),
        "document": Names(archive.document[rows], archive.documents),
    }


def _parquet(columns: Columns) -> bytes:
    import pyarrow as pa
    from pyarrow import parquet

    def array(column: Column) -> pa.Array:
        if not isinstance(column, Names):
            return pa.array(column)
        used, at = np.unique(column.at, return_inverse=True)
        names = pa.array([column.names[number] for number in used.tolist()], pa.string())
        return pa.DictionaryArray.from_arrays(pa.array(at, pa.int32()), names)

    made = BytesIO()
    table = pa.table({name: array(column) for name, column in columns.items()})
    parquet.write_table(table, made, compression="zstd")
    return made.getvalue()


def _csv(columns: Columns) -> bytes:
    """CSV with no cell that a spreadsheet would run."""
    from compare.tables import encoded, inert

    cells = (
        map(inert, column.tolist()) if isinstance(column, Names) else column.tolist()
        for column in columns.values()
    )
    return encoded([columns, *zip(*cells, strict=True)])


def _json_lines(columns: Columns) -> bytes:
    import msgspec

    rows = zip(*(column.tolist() for column in columns.values()), strict=True)
    return msgspec.json.Encoder().encode_lines(
        [dict(zip(columns, row, strict=True)) for row in rows]
    )


_ENCODERS: dict[str, Callable[[Columns], bytes]] = {
    ".parquet": _parquet,
    ".csv": _csv,
    ".jsonl": _json_lines,
}
