"""A file of plain text: its bytes, and what they say in UTF-8."""

import codecs
import shlex
from pathlib import Path

from compare import limits
from compare.errors import TabayunError

_BOM = "\ufeff"
_LAST_ASCII = 0x7F

_Diagnosis = tuple[str, str, str]
"""Slug, message and way out."""

_BINARY: _Diagnosis = (
    "not-text",
    "not text: the file is binary",
    "save the article's words as plain text in UTF-8",
)


def read(path: Path) -> bytes:
    """The bytes of `path`. Raises `TabayunError` where there are none to be had."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable(error, path) from error


def read_bounded(path: Path, limit: str) -> bytes:
    """As `read`; raises where the file passes the limit of that name, in megabytes, too."""
    try:
        limits.refuse_beyond(limit, path.stat().st_size / limits.MEGABYTE, path)
    except OSError as error:
        raise unreadable(error, path) from error
    data = read(path)
    limits.refuse_beyond(limit, len(data) / limits.MEGABYTE, path)  # it may have grown
    return data


def unreadable(error: OSError, path: Path) -> TabayunError:
    """What to say where the system does not let us look at `path`."""
    hint = "check its name and permissions"
    return TabayunError("unreadable", f"cannot be read: {error.strerror}", path=path, hint=hint)


def decode(data: bytes, path: Path | str) -> str:
    """The text of `data`, character for character: line ends and byte-order mark stay.

    Raises `TabayunError` where it is no text, or no UTF-8 (the hint says what it looks like).
    Nothing is guessed and nothing replaced: a wrong guess would change what is quoted.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _error(_diagnose(data, path), data, path, error.start) from error
    if "\0" in text:
        # Arabic in UTF-16 without a mark is sound UTF-8 as well, full of control characters.
        raise _error(_diagnose(data, path), data, path, data.index(b"\0"))
    return text


def strip_bom(text: str) -> str:
    """`text` without a byte-order mark, for formats that know none."""
    return text.removeprefix(_BOM)


def _error(diagnosis: _Diagnosis, data: bytes, path: Path | str, offset: int) -> TabayunError:
    slug, message, hint = diagnosis
    line = data.count(b"\n", 0, offset) + 1
    return TabayunError(slug, message, path=path, line=line, hint=hint)


def _diagnose(data: bytes, path: Path | str) -> _Diagnosis:
    """What bytes that are not text in UTF-8 look like."""
    if _mostly_utf8(data):
        return "not-utf8", "not UTF-8: damaged text", "get the file again, or mend the line"
    # Late: a library for the unhappy case, which most runs never meet.
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None or best.encoding in ("ascii", "utf_8"):
        return _BINARY
    name = _iconv_name(best.encoding)
    return "not-utf8", f"not UTF-8: it looks like {name}", _conversion(name, path)


def _conversion(encoding: str, path: Path | str) -> str:
    """The command that brings the file at `path` into UTF-8, beside it; "-" is standard input."""
    command = f"iconv -f {encoding} -t UTF-8"
    if str(path) == "-":
        return f"pipe it through {command}"
    old = Path(path)
    new = old.with_name(f"{old.stem}-utf8{old.suffix}")
    return (
        f"convert it: {command} {shlex.quote(str(old))} > {shlex.quote(str(new))},"
        f" and use {new.name} in its place"
    )


def _mostly_utf8(data: bytes) -> bool:
    """Whether more of the bytes beyond ASCII are sound UTF-8 than are not."""
    sound = data.decode("utf-8", "ignore").encode()
    beyond = sum(byte > _LAST_ASCII for byte in sound)
    return b"\0" not in data and beyond > len(data) - len(sound)


def _iconv_name(encoding: str) -> str:
    name = codecs.lookup(encoding).name.upper()
    return name.replace("-LE", "LE").replace("-BE", "BE")
