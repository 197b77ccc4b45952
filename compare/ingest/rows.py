"""Texts to read one by one: a text file is one row, JSON lines are one row a line."""

from pathlib import PurePath

import msgspec

from compare.errors import TabayunError
from compare.ingest import plain

_LINES = (".jsonl", ".ndjson", ".json")


class Row(msgspec.Struct, frozen=True):
    """A text and the name that its figures go by."""

    id: str
    text: str


def read(data: bytes, name: str) -> tuple[Row, ...]:
    """The rows in `data`. Raises `TabayunError` that names the line that is none.

    The ending of `name` says which form it is; where it says nothing, as on standard
    input, what begins with a brace is JSON lines.
    """
    text = plain.decode(data, name)
    if not _has_lines(text, name):
        return (Row(id=PurePath(name).name, text=text),)
    # Not splitlines: a JSON string may hold U+2028 and its like.
    lines = enumerate(plain.strip_bom(text).split("\n"), 1)
    return tuple(_row(line, name, number) for number, line in lines if line.strip())


def _has_lines(text: str, name: str) -> bool:
    ending = PurePath(name).suffix.lower()
    if ending == ".txt":
        return False
    return ending in _LINES or plain.strip_bom(text).lstrip().startswith("{")


def _row(line: str, name: str, number: int) -> Row:
    try:
        return msgspec.json.decode(line, type=Row)
    except (msgspec.MsgspecError, UnicodeError) as error:
        hint = 'each line is {"id": "...", "text": "..."}'
        raise TabayunError(
            "bad-row", f"no row: {error}", path=name, line=number, hint=hint
        ) from error
