"""A disk of so little room that the kernel really refuses: a file system in memory.

It is mounted in a namespace of its own, which dies with the process that holds it, and reached
through that process's root. Where the kernel allows no namespace (as in most containers), room is
bounded by the size of a file, which every kernel refuses, and what is left is played.
"""

import ctypes
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
from tests.robustness.namespaces import mounting

PAGE = 4096
"""Bytes: room is counted in these."""

_HOLD = """
mount -t tmpfs tabayun "$0" && echo held && while read a; do mount -o "$a" "$0"; echo; done
"""
_CAPABILITIES = 0x20080522
"""The version of the record that Linux keeps of them."""


class Disk(Protocol):
    """A folder on a disk whose room can be bounded."""

    path: Path

    def leave(self, *, pages: int | None = None, names: int | None = None) -> None:
        """Leave room for so many more pages, and so many more names; None is without end."""

    def freeze(self) -> None:
        """Let nothing be written."""


class _Mounted:
    def __init__(self, place: Path, holder: "subprocess.Popen[bytes]") -> None:
        self._holder = holder
        self.path = Path(f"/proc/{holder.pid}/root{place}")

    def leave(self, *, pages: int | None = None, names: int | None = None) -> None:
        now = os.statvfs(self.path)
        size = (now.f_blocks - now.f_bfree + pages) * PAGE if pages is not None else 1 << 30
        inodes = now.f_files - now.f_ffree + names if names is not None else 1 << 20
        self.mount(f"remount,rw,size={size},nr_inodes={inodes}")

    def freeze(self) -> None:
        self.mount("remount,ro")

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
            self._refuse("_write_new", files, calls, errno.ENOSPC)
            self._refuse("link", os, calls, errno.ENOSPC)

    def freeze(self) -> None:
        self._refuse("_write_new", files, iter(()), errno.EROFS)

    def _refuse(self, name: str, of: object, calls: Iterator[int], code: int) -> None:
        self._patch.setattr(of, name, _counted(getattr(of, name), calls, code))


def _counted(real: Callable[..., object], calls: Iterator[int], code: int) -> Callable[..., object]:
    def refuse(*args: object, **named: object) -> object:
        if next(calls, None) is None:
            raise OSError(code, os.strerror(code))
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
    way = mounting()
    if way is None:
        yield None
        return
    command, pipe = [*way, "sh", "-c", _HOLD, str(place)], subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        yield _Mounted(place, holder)


@contextmanager
def without_powers() -> Iterator[None]:
    """Let permission bits hold for this thread, as they do for who is not root."""
    header, held = (ctypes.c_uint32 * 2)(_CAPABILITIES, 0), (ctypes.c_uint32 * 6)()
    libc = ctypes.CDLL(None)
    assert libc.capget(header, held) == 0
    # Effective, permitted and inheritable ones, twice: what is permitted may be taken up again.
    none = (ctypes.c_uint32 * 6)(0, *held[1:3], 0, *held[4:6])
    assert libc.capset(header, none) == 0
    try:
        yield
    finally:
        assert libc.capset(header, held) == 0
