"""Texts to read one by one: a text file is one row, JSON lines are one row a line."""

import re
from pathlib import Path, PurePath

import msgspec

from compare.errors import TabayunError
from compare.ingest import plain

_TEXT = ".txt"
_LINES = (".jsonl", ".ndjson", ".json")
_WANTED = "give a .txt or .jsonl file"
_FORM = 'each line is {"id": "...", "text": "..."}'

_HALF = re.compile(
    r"\\u[dD][89abAB][\da-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB]..)\\u[dD][c-fC-F][\da-fA-F]{2}"
)
"""One of the two escapes that JSON writes a letter beyond U+FFFF with, alone."""


class Row(msgspec.Struct, frozen=True):
    """A text and the name that its figures go by."""

    id: str
    text: str


def load(path: Path) -> tuple[Row, ...]:
    """The rows in the file at `path`. Raises `TabayunError` as `read` does, or where it is none."""
    if path.is_dir():
        raise TabayunError("not-a-file", "is a folder", path=path, hint=_WANTED)
    return read(plain.read(path), str(path))


def read(data: bytes, name: str) -> tuple[Row, ...]:
    """The rows in `data`. Raises `TabayunError` that names the line that is none.

    The ending of `name` says which form it is; where it has none, as on standard input
    ("-"), what begins with a brace is JSON lines.
    """
    ending = PurePath(name).suffix.lower()
    if ending not in ("", _TEXT, *_LINES):
        raise TabayunError("unknown-form", f"unknown ending {ending}", path=name, hint=_WANTED)
    text = plain.decode(data, name)
    if not ending and not plain.strip_bom(text).strip():
        hint = 'give a text, or lines of {"id": "...", "text": "..."}'
        raise TabayunError("empty-input", "empty: nothing to read", path=name, hint=hint)
    if ending == _TEXT or not (ending or plain.strip_bom(text).lstrip().startswith("{")):
        return (Row(id=PurePath(name).name, text=text),)
    # Not splitlines: a JSON string may hold U+2028 and its like.
    lines = enumerate(plain.strip_bom(text).split("\n"), 1)
    return tuple(_row(line, name, number) for number, line in lines if line.strip())


def _row(line: str, name: str, number: int) -> Row:
    try:
        return msgspec.json.decode(line, type=Row)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise TabayunError("bad-row", _trouble(line), path=name, line=number, hint=_FORM) from error


def _trouble(line: str) -> str:
    """Why a line is no row, in plain words."""
    try:
        values = msgspec.json.decode(line, type=dict[str, msgspec.Raw])
    except msgspec.ValidationError:
        return "not an object in braces"
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        if half := _HALF.search(line):
            return f"half a letter: {half[0]} without its other half"
        return f"not JSON: {str(error).removeprefix('JSON is malformed: ')}"
    missing = [key for key in Row.__struct_fields__ if key not in values]
    if missing:
        return f"{missing[0]} is missing"
    wrong = [k for k in Row.__struct_fields__ if not bytes(values[k]).lstrip().startswith(b'"')]
    return f"{' and '.join(wrong)} {'is not a string' if len(wrong) == 1 else 'are not strings'}"
