"""Processes that start at once: each is forked from one that has loaded the program.

What is done to a process before it runs (`played.py`) is named, since it is done in another one.
"""

import importlib
import os
import signal
import subprocess
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NoReturn

import msgspec
import pytest

from tests.conftest import ROOT


class Run(msgspec.Struct, frozen=True):
    """A command, what is done to its process before, and the file that it says things in."""

    args: list[str]
    said: str
    before: list[tuple[str, list[str | int]]] = []


class Forks:
    """The process that waits, to be told what to run."""

    def __init__(self, told: IO[bytes], answers: IO[bytes]) -> None:
        self._told, self.answers = told, answers

    def begin(self, runs: list[Run]) -> None:
        """Start these runs at once."""
        self._told.write(msgspec.json.encode(runs) + b"\n")
        self._told.flush()

    def codes(self) -> list[int]:
        """What the runs begun last ended with; less than zero, the signal."""
        return msgspec.json.decode(self.answers.readline(), type=list[int])

    def run(self, run: Run) -> tuple[int, str]:
        """What one run ended with, and what it said."""
        self.begin([run])
        [code] = self.codes()
        return code, Path(run.said).read_text(encoding="utf-8")


@contextmanager
def forks() -> Iterator[Forks]:
    """A process that has loaded the program."""
    command = [sys.executable, "-m", "tests.robustness.forked"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, cwd=ROOT, env=env) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield Forks(process.stdin, process.stdout)
        process.stdin.close()


def _serve() -> None:
    from compare import lang

    lang.load()
    for module in ("compare.cli", "compare.outputs", "compare.pipeline", f"{__package__}.played"):
        importlib.import_module(module)
    with os.fdopen(os.dup(1), "wb") as answers:
        for line in sys.stdin.buffer:
            begun = [_begin(run) for run in msgspec.json.decode(line, type=list[Run])]
            codes = [os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) for process in begun]
            answers.write(msgspec.json.encode(codes) + b"\n")
            answers.flush()


def _begin(run: Run) -> int:
    return os.fork() or _be(run)


def _be(run: Run) -> NoReturn:
    from compare import cli
    from tests.robustness import played

    code = 99
    try:
        os.setsid()
        said = os.open(run.said, os.O_CREAT | os.O_WRONLY | os.O_TRUNC)
        os.dup2(said, 1)
        os.dup2(said, 2)
        signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs behind ignores it
        patch = pytest.MonkeyPatch()
        for name, given in run.before:
            getattr(played, name)(patch, *given)
        code = cli.main(run.args)
    except BaseException:  # noqa: BLE001 - a process of its own: it says what, and ends
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    _serve()
