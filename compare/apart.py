"""Work done by another process, which is given so much time and memory and no more.

The other process runs a module of this program that ends in `serve`: what it works on comes by
standard input, what it made goes to standard output.
"""

import ctypes
import logging
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec

from compare import limits
from compare.errors import TabayunError

_TOLD, _NO_MEMORY, _ORPHANED = 3, 4, 5
"""Exit codes: the last line of standard error is a trouble in JSON; there was no memory left;
nobody waits for the work.
"""
_PR_SET_PDEATHSIG = 1


class Trouble(msgspec.Struct, frozen=True):
    """What keeps the other process from its work, as `TabayunError` says it."""

    slug: str
    message: str
    path: str | None
    hint: str | None


class UnfinishedError(TabayunError):
    """Work that was ended: by a limit, or by a fault of the process itself."""


def run(module: str, data: bytes, time: str, memory: str) -> bytes:
    """What `module` makes of `data` within the limits of the names `time` and `memory`.

    Raises `UnfinishedError` where it passed one or was ended, `TabayunError` as the work does.
    """
    # -P: what lies in the folder that we were called in is never imported.
    command = [sys.executable, "-P", "-m", module, str(limits.most(memory)), str(os.getpid())]
    seconds = limits.most(time)
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=seconds, check=False, env=_env()
        )
    except subprocess.TimeoutExpired as error:
        message = f"not done in {seconds:,} seconds, the limit {time}"
        hint = limits.way_past(time, 4 * seconds)
        raise UnfinishedError("past-limit", message, hint=hint) from error
    except OSError as error:
        message = f"no process could be started for it: {error.strerror}"
        hint = "end other processes, or raise the limit on them (ulimit -u)"
        raise UnfinishedError("no-process", message, hint=hint) from error
    return _made(done, module, memory)


def serve(work: Callable[[bytes], bytes]) -> None:
    """Be the other process: do `work`, and end."""
    _end_with(int(sys.argv[2]))
    _keep_within(int(sys.argv[1]) * limits.MEGABYTE)
    try:
        made = work(sys.stdin.buffer.read())
    except TabayunError as error:
        path = None if error.path is None else str(error.path)
        told = Trouble(error.slug, error.message, path, error.hint)
        sys.stderr.buffer.write(b"\n" + msgspec.json.encode(told))
        sys.exit(_TOLD)
    except MemoryError:
        sys.exit(_NO_MEMORY)
    sys.stdout.buffer.write(made)


def _end_with(parent: int) -> None:
    """Let the system end this process when `parent` has ended, however it did."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it ended before we asked
        sys.exit(_ORPHANED)


def _keep_within(memory: int) -> None:
    """Let this process have so many bytes of address space; where it has less, it stays at that."""
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    most = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _env() -> dict[str, str]:
    """The environment, with this program and what it needs where the other process looks."""
    own = str(Path(__file__).parent.parent)
    places = [own, *(str(Path(place).absolute()) for place in sys.path if place)]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(places)}


def _made(done: "subprocess.CompletedProcess[bytes]", module: str, memory: str) -> bytes:
    said = done.stderr.decode("utf-8", "backslashreplace").splitlines()
    if done.returncode == 0:
        for line in said:
            logging.getLogger(module).warning(line)
        return done.stdout
    if done.returncode == _TOLD:
        told = msgspec.json.decode(said[-1], type=Trouble)
        raise TabayunError(told.slug, told.message, path=told.path, hint=told.hint)
    hint = limits.way_past(memory, 2 * limits.most(memory))
    if done.returncode == _NO_MEMORY:
        message = f"not done with {limits.most(memory):,} megabytes, the limit {memory}"
        raise UnfinishedError("past-limit", message, hint=hint)
    last = f": {said[-1]}" if said else ""
    raise UnfinishedError("broken-off", f"broken off by {_cause(done.returncode)}{last}", hint=hint)


def _cause(code: int) -> str:
    with suppress(ValueError):
        return signal.Signals(-code).name
    return f"exit code {code}"
