"""Writing files into a folder: all of them or none, and nothing half-written left behind."""

import errno
import fcntl
import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from compare.errors import TabayunError
from compare.interrupts import held_back, raise_lost

PREFIX = ".tabayun-"

_ROOM = "make room on the disk, or choose another output folder"
_WAYS_OUT = {
    errno.ENOSPC: _ROOM,
    errno.EDQUOT: _ROOM,
    errno.EFBIG: "allow larger files (ulimit -f), or choose another output folder",
    errno.ENAMETOOLONG: "choose a shorter name",
    errno.ENOTDIR: "a file stands in the way: choose another output folder",
    errno.EEXIST: "a file stands in the way: choose another output folder",
    errno.EISDIR: "a folder stands in the way: choose another output folder",
}
_WAY_OUT = "choose an output folder that you may write to"
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EIO)


class _Place(NamedTuple):
    """Where a file goes, where it is written first, and where an earlier one is kept meanwhile."""

    path: Path
    new: Path
    old: Path


def write_all(folder: Path, files: Mapping[str, bytes], gone: Iterable[str] = ()) -> None:
    """Write `files` (name to content) into `folder`, which is made where it is missing.

    What `gone` names is removed: an output of an earlier run that this one has none of.
    Each is written beside its place and moved there once all are safe on the disk. Where a
    move fails, those done are taken back, as far as the file system knows hard links.
    What a killed run left behind is removed. Raises `TabayunError`.
    """
    with _told(folder):
        folder.mkdir(parents=True, exist_ok=True)
    for name in files:
        refuse_unfit(folder / name)
    with _told(folder), _alone_in(folder) as descriptor:
        places = _places(folder, (*files, *gone))
        for place, content in zip(places, files.values(), strict=False):
            with _told(place.path):
                _write_new(place.new, content)
        raise_lost()
        with held_back():
            _move(places[: len(files)], places[len(files) :], descriptor)


def refuse_unfit(path: Path) -> None:
    """Raise `TabayunError` where `path` is no place for a file: what stands there is another thing.

    To put a file in the place of a pipe, a device or a link would lose it.
    """
    if path.name.startswith(PREFIX):
        hint = "choose another name"
        raise TabayunError("cannot-write", "cannot write: a temporary's name", path=path, hint=hint)
    with _told(path), suppress(FileNotFoundError):
        mode = path.lstat().st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(mode):
            kind = "a link" if stat.S_ISLNK(mode) else "a pipe or a device"
            message = f"cannot write: {kind} stands in the way"
            hint = "remove it, or choose another name"
            raise TabayunError("cannot-write", message, path=path, hint=hint)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What the system refuses `path`, in our words."""
    try:
        yield
    except OSError as error:
        raise TabayunError(
            "cannot-write",
            f"cannot write: {error.strerror}",
            path=path,
            hint=_WAYS_OUT.get(error.errno or 0, _WAY_OUT),
        ) from error


@contextmanager
def _alone_in(folder: Path) -> Iterator[int]:
    """Wait until no other run writes into `folder`; give its descriptor. Leave no temporary."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        _sweep(folder)
        try:
            yield descriptor
        finally:
            with held_back():
                _sweep(folder)
    finally:
        os.close(descriptor)


def _sweep(folder: Path) -> None:
    for leftover in folder.glob(f"{PREFIX}*"):
        leftover.unlink()


def _places(folder: Path, names: Iterable[str]) -> list[_Place]:
    # By number: a name may be as long as the system allows.
    return [
        _Place(folder / name, folder / f"{PREFIX}new-{number}", folder / f"{PREFIX}old-{number}")
        for number, name in enumerate(names)
    ]


def _write_new(path: Path, content: bytes) -> None:
    with path.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _move(written: Sequence[_Place], gone: Sequence[_Place], folder: int) -> None:
    """Let what is written take its place, and what is gone go; both or neither."""
    places = [*written, *gone]
    earlier = {place for place in places if _keep_old(place)}
    try:
        for place in written:
            with _told(place.path):
                place.new.replace(place.path)
        for place in gone:
            with _told(place.path):
                place.path.unlink(missing_ok=True)
        os.fsync(folder)
    except BaseException:
        for place in places:
            with suppress(OSError):
                _take_back(place, existed=place in earlier)
        raise


def _keep_old(place: _Place) -> bool:
    """Give an earlier output a second name, to be taken back from; whether there is one."""
    if not os.path.lexists(place.path):
        return False
    with _told(place.path):
        try:
            os.link(place.path, place.old, follow_symlinks=False)
        except OSError as error:
            # Without hard links (FAT, some network mounts) there is no way back, none is promised.
            if error.errno in _FULL:
                raise
    return True


def _take_back(place: _Place, *, existed: bool) -> None:
    if os.path.lexists(place.new):
        return
    if os.path.lexists(place.old):
        place.old.replace(place.path)
    elif not existed:
        place.path.unlink(missing_ok=True)
