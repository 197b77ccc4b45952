"""A disk of so little room that the kernel really refuses: a file system in memory.

It is mounted in a namespace of its own, which dies with the process that holds it, and reached
through that process's root. Where the kernel allows no namespace (as in most containers), room is
bounded by the size of a file, which every kernel refuses, and what is left is played.
"""

import errno
import os
import resource
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import pytest

from compare import files

PAGE = 4096
"""Bytes: room is counted in these."""

_HOLD = 'mount -t tmpfs tabayun "$0" && echo held && while read a; do mount -o "$a" "$0"; echo; done'
_USER = ("--user", "--map-root-user")


class Disk(Protocol):
    """A folder on a disk whose room can be bounded."""

    path: Path

    def leave(self, *, pages: int | None = None, names: int | None = None) -> None:
        """Leave room for so many more pages, and so many more names; None is without end."""


class _Mounted:
    def __init__(self, place: Path, holder: "subprocess.Popen[bytes]") -> None:
        self._holder = holder
        self.path = Path(f"/proc/{holder.pid}/root{place}")

    def leave(self, *, pages: int | None = None, names: int | None = None) -> None:
        now = os.statvfs(self.path)
        size = (now.f_blocks - now.f_bfree + pages) * PAGE if pages is not None else 1 << 30
        inodes = now.f_files - now.f_ffree + names if names is not None else 1 << 20
        self.mount(f"remount,rw,size={size},nr_inodes={inodes}")

    def mount(self, options: str) -> None:
        assert self._holder.stdin is not None
        assert self._holder.stdout is not None
        self._holder.stdin.write(options.encode() + b"\n")
        self._holder.stdin.flush()
        assert self._holder.stdout.readline() == b"\n"


class _Bounded:
    """A folder of the disk that is there; files are bounded, and names are played."""

    def __init__(self, path: Path, patch: pytest.MonkeyPatch) -> None:
        self.path = path
        self._patch = patch

    def leave(self, *, pages: int | None = None, names: int | None = None) -> None:
        self._patch.undo()
        most = resource.RLIM_INFINITY if pages is None else pages * PAGE
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
        if names is not None:
            calls = iter(range(names))
            self._patch.setattr(files, "_write_new", _counted(files._write_new, calls))
            self._patch.setattr(os, "link", _counted(os.link, calls))


def _counted(real: Callable[..., object], calls: Iterator[int]) -> Callable[..., object]:
    def refuse(*args: object, **named: object) -> object:
        if next(calls, None) is None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(*args, **named)

    return refuse


@contextmanager
def small_disk(place: Path) -> Iterator[Disk]:
    """A disk at `place`, a folder that is there; as real as the kernel allows."""
    with mounted(place) as disk:
        if disk is not None:
            yield disk
            return
    with pytest.MonkeyPatch.context() as patch:
        bounded = _Bounded(place, patch)
        yield bounded
        bounded.leave()


@contextmanager
def mounted(place: Path) -> Iterator[_Mounted | None]:
    """A file system in memory, mounted at `place` for one process; None where it is refused."""
    for user in ((), _USER):
        command = ["unshare", *user, "--mount", "sh", "-c", _HOLD, str(place)]
        pipe = subprocess.PIPE
        with subprocess.Popen(
            command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL
        ) as holder:
            assert holder.stdout is not None
            if holder.stdout.readline() == b"held\n":
                yield _Mounted(place, holder)
                return
    yield None
