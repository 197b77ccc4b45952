"""The rows of an archive's files, one at a time: a file may be larger than memory.

JSON lines hold an object a line; CSV (quoted where needed) and TSV (never quoted) begin with a
line of column names; Parquet is read in batches. Columns other than those wanted are
passed over.
"""

import csv
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import msgspec

from compare.archive import columns
from compare.errors import TabayunError
from compare.ingest import plain

WANTED = ("outlet", "document", "sentence")
LINE_BYTES = 8 << 20
"""The longest line, and in CSV the longest field: more is no sentence, and would fill memory."""

_LINES = (".jsonl", ".ndjson", ".json")
_TABLES = {".csv": ",", ".tsv": "\t"}
_PARQUET = (".parquet", ".pq")
_ENDINGS = "give a .jsonl, .csv, .tsv or .parquet file"
_FORM = 'each line is {"outlet": "...", "document": "...", "sentence": "..."}'


class Row(NamedTuple):
    """A sentence, where it was printed, and its line in the file (in Parquet, which row it is)."""

    line: int
    outlet: str
    document: str
    sentence: str


Seen = Callable[[int], None]
"""Told how many more bytes of a file have been read."""


def read(path: Path, seen: Seen) -> Iterator[Row]:
    """The rows of the file at `path`. Raises `TabayunError` that names the line of what is none."""
    ending = path.suffix.lower()
    if path.is_dir():
        raise TabayunError("not-a-file", "is a folder", path=path, hint=_ENDINGS)
    if ending not in (*_LINES, *_TABLES, *_PARQUET):
        said = f"unknown ending {ending}" if ending else "no ending says what is in it"
        raise TabayunError("unknown-form", said, path=path, hint=_ENDINGS)
    found = (
        _from_lines(path, seen)
        if ending in _LINES
        else _from_table(path, _TABLES[ending], seen)
        if ending in _TABLES
        else _from_parquet(path, seen)
    )
    for row in found:
        if not row.outlet.strip():
            raise _bad(path, row.line, "the outlet is empty", "say whose sentence it is")
        yield row


class _Line(msgspec.Struct):
    outlet: str
    document: str
    sentence: str


def _from_lines(path: Path, seen: Seen) -> Iterator[Row]:
    decode = msgspec.json.Decoder(_Line).decode
    for number, line in _lines(path, seen):
        if line.strip():
            try:
                row = decode(line)
            except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
                said = str(error).removeprefix("JSON is malformed: ")
                raise _bad(path, number, f"no row: {said}", _FORM) from error
            yield Row(number, row.outlet, row.document, row.sentence)


def _from_table(path: Path, delimiter: str, seen: Seen) -> Iterator[Row]:
    lines = (line for _, line in _lines(path, seen))
    if delimiter == ",":
        reader = csv.reader(lines, strict=True)
    else:
        reader = csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE, strict=True)
    line = 1
    try:
        with _long_fields():
            names = next(reader, None)
        if names is None:
            return
        at = [columns.find(names, WANTED, path)[name] for name in WANTED]
        while True:
            line = reader.line_num + 1
            with _long_fields():
                cells = next(reader, None)
            if cells is None:
                return
            if cells:
                yield Row(line, *_cells(cells, at, names, (path, line)))
    except csv.Error as error:
        raise _bad(path, line, f"no row: {error}", "mend the line") from error


def _cells(
    cells: Sequence[str], at: Sequence[int], names: Sequence[str], where: tuple[Path, int]
) -> Iterator[str]:
    if len(cells) != len(names):
        said = f"no row: {len(cells)} fields under {len(names)} columns"
        raise _bad(*where, said, "mend the line")
    return (cells[place] for place in at)


def _from_parquet(path: Path, seen: Seen) -> Iterator[Row]:
    line = 0
    for batch in columns.batches(path, WANTED, seen):
        for cells in batch:
            line += 1
            for name, cell in zip(WANTED, cells, strict=True):
                if not isinstance(cell, str):
                    raise _bad(path, line, f"the {name} is no text", "mend the row")
            yield Row(line, *cells)


def _lines(path: Path, seen: Seen) -> Iterator[tuple[int, str]]:
    """The lines of a text file with their numbers, each whole and in UTF-8."""
    try:
        with path.open("rb") as file:
            number = 0
            while line := file.readline(LINE_BYTES + 1):
                number += 1
                if len(line) > LINE_BYTES:
                    said = f"the line is longer than {LINE_BYTES >> 20} MiB"
                    raise _bad(path, number, said, "one sentence a row")
                seen(len(line))
                text = _decode(line, path, number)
                yield number, plain.strip_bom(text) if number == 1 else text
    except OSError as error:
        raise plain.unreadable(error, path) from error


def _decode(line: bytes, path: Path, number: int) -> str:
    try:
        return plain.decode(line, path)
    except TabayunError as error:
        raise TabayunError(
            error.slug, error.message, path=path, line=number, hint=error.hint
        ) from error


@contextmanager
def _long_fields() -> Iterator[None]:
    """Let the csv module read fields as long as lines may be: its limit is one for all."""
    before = csv.field_size_limit(LINE_BYTES)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _bad(path: Path, line: int, message: str, hint: str) -> TabayunError:
    return TabayunError("bad-row", message, path=path, line=line, hint=hint)
