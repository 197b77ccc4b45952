"""Where an article's file is: inside its story's folder, and named once."""

import unicodedata
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path, PurePath, PurePosixPath

from compare.errors import TabayunError
from compare.ingest.manifest import NAME, Entry


def relative(entry: Entry) -> str:
    """The file's path inside the folder, without `./` and doubled slashes."""
    return str(PurePosixPath(entry.file))


def locate(folder: Path, entry: Entry) -> Path:
    """The file that `entry` names. Raises `TabayunError` where it is none of the folder's."""
    name = PurePosixPath(entry.file)
    if name.is_absolute() or ".." in name.parts:
        raise _outside(folder, entry)
    try:
        path = _as_on_disk(folder / name)
        inside = path.resolve().is_relative_to(folder.resolve())
        exists, regular = path.exists(), path.is_file()
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise _error("unreadable", f"cannot be read: {reason}", folder, entry) from error
    if not inside:
        raise _outside(folder, entry)
    if not exists:
        raise _error("no-such-article", "no such article", folder, entry)
    if not regular:
        raise _error("not-a-file", "not a file", folder, entry)
    return path


def size(folder: Path, entries: Sequence[Entry]) -> int:
    """The bytes of the files that `entries` name; what cannot be looked up counts as none."""
    total = 0
    for entry in entries:
        with suppress(OSError, ValueError):
            total += (folder / entry.file).stat().st_size
    return total


def repeated(folder: Path, entries: Sequence[Entry]) -> list[TabayunError]:
    """An error for each entry whose file, however spelled, an earlier one names."""
    first: dict[str, Entry] = {}
    for entry in entries:
        first.setdefault(_identity(folder, entry), entry)
    return [
        _error("named-twice", f"named twice, first on line {earlier.line}", folder, entry)
        for entry in entries
        if (earlier := first[_identity(folder, entry)]) is not entry
    ]


def _as_on_disk(path: Path) -> Path:
    """`path`, or the one file beside it whose name differs in Unicode normalisation only.

    Some systems decompose the letters of a name (آ, أ, ؤ) when they copy a file.
    """
    if path.exists() or not path.parent.is_dir():
        return path
    same = [each for each in path.parent.iterdir() if _composed(each) == _composed(path)]
    return same[0] if len(same) == 1 else path


def _identity(folder: Path, entry: Entry) -> str:
    try:
        return _composed((folder / entry.file).resolve())
    except (OSError, ValueError, RuntimeError):
        # What cannot be looked up is told by its name; `locate` says what is wrong with it.
        return _composed(PurePosixPath(entry.file))


def _composed(path: PurePath) -> str:
    return unicodedata.normalize("NFC", str(path))


def _outside(folder: Path, entry: Entry) -> TabayunError:
    return _error("outside-folder", "outside the story's folder", folder, entry)


_WAYS_OUT = {
    "unreadable": "check its name and permissions",
    "outside-folder": "put the file into the folder and name it without / and ..",
    "no-such-article": "check the name, or take the entry out",
    "not-a-file": "name a text file",
    "named-twice": "keep one of the two",
}


def _error(slug: str, message: str, folder: Path, entry: Entry) -> TabayunError:
    return TabayunError(
        slug,
        f"{entry.file!r}: {message}",
        path=folder / NAME,
        line=entry.line,
        hint=_WAYS_OUT[slug],
    )
