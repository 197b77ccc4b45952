"""Writing files into a folder: all of them or none, and nothing half-written left behind."""

import errno
import fcntl
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from compare.errors import TabayunError

PREFIX = ".tabayun-"
_NEW = PREFIX + "new-"
_OLD = PREFIX + "old-"

_WAYS_OUT = {
    errno.ENOSPC: "make room on the disk, or choose another output folder",
    errno.EDQUOT: "make room on the disk, or choose another output folder",
    errno.ENOTDIR: "a file stands in the way: choose another output folder",
    errno.EEXIST: "a file stands in the way: choose another output folder",
    errno.EISDIR: "a folder stands in the way: choose another output folder",
}
_WAY_OUT = "choose an output folder that you may write to"


def write_all(folder: Path, files: Mapping[str, bytes], gone: Iterable[str] = ()) -> None:
    """Write `files` (name to content) into `folder`, which is made where it is missing.

    What `gone` names is removed: an output of an earlier run that this one has none of.
    Each is written beside its place and moved there once all are safe on the disk. Where a
    move fails, those done are taken back, as far as the file system knows hard links.
    What a killed run left behind is removed. Raises `TabayunError`.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _alone_in(folder) as descriptor:
            _write(folder, files, tuple(gone))
            os.fsync(descriptor)
    except OSError as error:
        raise TabayunError(
            "cannot-write",
            f"cannot write: {error.strerror}",
            path=error.filename2 or folder,
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
            _sweep(folder)
    finally:
        os.close(descriptor)


def _sweep(folder: Path) -> None:
    for leftover in folder.glob(f"{PREFIX}*"):
        leftover.unlink()


def _write(folder: Path, files: Mapping[str, bytes], gone: Sequence[str]) -> None:
    for name, content in files.items():
        _write_new(folder / f"{_NEW}{name}", content)
    earlier = {name for name in (*files, *gone) if _keep_old(folder, name)}
    try:
        for name in files:
            (folder / f"{_NEW}{name}").replace(folder / name)
        for name in gone:
            (folder / name).unlink(missing_ok=True)
    except BaseException:
        for name in (*files, *gone):
            _take_back(folder, name, existed=name in earlier)
        raise


def _write_new(path: Path, content: bytes) -> None:
    with path.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _keep_old(folder: Path, name: str) -> bool:
    """Give an earlier output a second name, to be taken back from; whether there is one."""
    path = folder / name
    if not os.path.lexists(path):
        return False
    # Without hard links (FAT, some network mounts) there is no way back, and none is promised.
    with suppress(OSError):
        os.link(path, folder / f"{_OLD}{name}", follow_symlinks=False)
    return True


def _take_back(folder: Path, name: str, *, existed: bool) -> None:
    new, old, path = folder / f"{_NEW}{name}", folder / f"{_OLD}{name}", folder / name
    if os.path.lexists(new):
        return
    if os.path.lexists(old):
        old.replace(path)
    elif not existed:
        path.unlink(missing_ok=True)
