"""Reading a language pack: TOML tables of words, checked, each fault with its file and line."""

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import msgspec

from compare.errors import TabayunError
from compare.text import fold_word

T = TypeVar("T")
PACKS = Path(__file__).parent


def read_table(path: Path, schema: type[T]) -> T:
    """The TOML file at `path` as `schema`. Raises `TabayunError` that names file and line."""
    data = _read(path)
    try:
        return msgspec.toml.decode(data, type=schema)
    except msgspec.ValidationError as error:
        line = _line_of(data, str(error))
        raise TabayunError(
            "bad-lexicon", str(error), path=path, line=line, hint="see compare/lang/README.md"
        ) from error
    except msgspec.DecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found.group(1)) if found else None
        raise TabayunError("bad-lexicon", str(error), path=path, line=line) from error


def _read(path: Path) -> bytes:
    """The file's bytes, which must be UTF-8."""
    try:
        data = path.read_bytes()
        data.decode()
    except OSError as error:
        raise TabayunError(
            "no-lexicon-file",
            f"cannot be read: {error.strerror}",
            path=path,
            hint="a language pack has all files of compare/lang/ar",
        ) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise TabayunError(
            "bad-lexicon", "not UTF-8", path=path, line=line, hint="save it as UTF-8"
        ) from error
    return data


def _line_of(data: bytes, message: str) -> int | None:
    """The line of the key that a validation message names last, as far as it can be told."""
    keys = re.findall(r"`([^`$]+)`|\.([A-Za-z_][\w-]*)", message)
    names = [a or b for a, b in keys]
    for name in reversed(names):
        for number, line in enumerate(data.decode().splitlines(), 1):
            if re.match(rf"\s*(\[.*|.*[{{,]\s*)?\b{re.escape(name.split('.')[-1])}\b", line):
                return number
    return None


def find_line(path: Path, form: str) -> int | None:
    """The first line of `path` on which `form` is quoted."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if f'"{form}"' in line:
            return number
    return None


def find_section(path: Path, name: str) -> int | None:
    """The line of a table's header."""
    lines = path.read_text("utf-8").splitlines()
    return next((n for n, line in enumerate(lines, 1) if line.startswith(f"[{name}]")), None)


def refuse_duplicates(path: Path, entries: Iterable[tuple[str, str]]) -> None:
    """Raise where two entries (owner, form) give one folded form to different owners, or twice."""
    seen: dict[str, str] = {}
    for owner, form in entries:
        folded = fold_word(form)
        if folded in seen:
            raise TabayunError(
                "duplicate-form",
                f"{form!r} stands under {owner} and under {seen[folded]}",
                path=path,
                line=find_line(path, form),
                hint="keep one",
            )
        seen[folded] = owner


def digest(folder: Path) -> str:
    """SHA-256 over the names and bytes of the pack's files, in name order."""
    total = hashlib.sha256()
    for path in pack_files(folder):
        total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def pack_files(folder: Path) -> list[Path]:
    """The TOML files of a pack, by name."""
    return sorted(folder.glob("*.toml"))
