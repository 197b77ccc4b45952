"""Standard input, output and error: as they are, and what is done where one is shut or full."""

import errno
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from compare.errors import TabayunError

_STANDINS = {0: os.O_WRONLY, 1: os.O_RDONLY, 2: os.O_WRONLY}
"""How the stand-in for a shut stream is opened: what is said goes nowhere, data is refused."""

_REFUSALS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EBADF, errno.EIO)


def stand_in() -> None:
    """Put something in the place of a standard stream that is shut.

    The next file that is opened would take its number, and what is meant for the stream.
    """
    for number, way in _STANDINS.items():
        try:
            os.fstat(number)
        except OSError:
            # The lowest number that is free is given: those below are taken by now.
            os.open(os.devnull, way)
    sys.stdin = sys.stdin or os.fdopen(0, "r", closefd=False)
    sys.stdout = sys.stdout or os.fdopen(1, "w", closefd=False)
    sys.stderr = sys.stderr or os.fdopen(2, "w", closefd=False)


def read_input() -> bytes:
    """All of standard input. Raises `TabayunError` where it cannot be read."""
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise TabayunError(
            "unreadable",
            f"cannot be read: {error.strerror}",
            path="standard input",
            hint="give the name of a file",
        ) from error


def write_lines(lines: Iterable[bytes]) -> None:
    """Write lines to standard output as they are, whatever the locale.

    Where its reader has gone, no more is written, and that is no trouble. Raises `TabayunError`.
    """
    with kept():
        for line in lines:
            sys.stdout.buffer.write(line + b"\n")
        sys.stdout.buffer.flush()


@contextmanager
def kept() -> Iterator[None]:
    """What standard output refuses within is told in our words, and no more is written to it.

    Click writes there too: help and version.
    """
    try:
        yield
    except BrokenPipeError:
        _mute(sys.stdout)
    except OSError as error:
        # Of a file, the name would be told.
        if error.filename is not None or error.errno not in _REFUSALS:
            raise
        _mute(sys.stdout)
        raise TabayunError(
            "cannot-write",
            f"cannot write: {error.strerror}",
            path="standard output",
            hint="write it elsewhere",
        ) from error


def say(line: str) -> None:
    """Write a line to standard error; where nobody can read it, the exit code says enough."""
    try:
        sys.stderr.write(line + "\n")
        sys.stderr.flush()
    except OSError:
        _mute(sys.stderr)


def _mute(stream: TextIO) -> None:
    """Send what is still to be flushed nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError):
        os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
