"""Standard output: lines written as they are, and what is done where nobody reads on."""

import os
import sys
from collections.abc import Iterable
from typing import TextIO

from compare.errors import TabayunError


def write_lines(lines: Iterable[bytes]) -> None:
    """Write lines to standard output as they are, whatever the locale."""
    try:
        for line in lines:
            sys.stdout.buffer.write(line + b"\n")
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        mute(sys.stdout)
        raise TabayunError(
            "cannot-write",
            f"cannot write: {error.strerror}",
            path="standard output",
            hint="write it elsewhere",
        ) from error


def mute(*streams: TextIO) -> None:
    """Send what is still to be flushed nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in streams:
        os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
