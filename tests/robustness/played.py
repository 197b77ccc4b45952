"""What is done to a process of `forked.py` before it runs its command."""

import fcntl
import os
import signal
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from compare import apart, files, pipeline, render
from tests.cli.running import play_rendering

Patch = pytest.MonkeyPatch

_CHILD = """
import os, sys, time
from compare import apart
def work(_):
    with open({pid!r}, "w") as told:
        told.write(str(os.getpid()))
    {send}
    time.sleep(60)
apart.serve(work)
"""


def rendering(patch: Patch) -> None:
    """Let rendering give the names of the files."""
    play_rendering(patch)


def ignoring(_: Patch, number: int) -> None:
    """Ignore a signal, as under nohup."""
    signal.signal(number, signal.SIG_IGN)


def signal_in(patch: Patch, stage: str, number: int) -> None:
    """Let this process get a signal as a stage of the pipeline begins."""
    build = pipeline.build

    def told(step: Callable[[str], None]) -> Callable[[str], None]:
        def tell(name: str) -> None:
            step(name)
            if name == stage:
                os.kill(os.getpid(), number)

        return tell

    patch.setattr(pipeline, "build", lambda story, words, step: build(story, words, told(step)))


def signal_render(patch: Patch, number: int) -> None:
    """... as the briefing is rendered."""
    _signal_at(patch, render, "render", number)


def signal_write(patch: Patch, number: int) -> None:
    """... as the first file is brought to the disk."""
    _signal_at(patch, os, "fsync", number)


def signal_move(patch: Patch, number: int) -> None:
    """... as the first file is moved to its place."""
    _signal_at(patch, Path, "replace", number)


def signal_sweep(patch: Patch, number: int) -> None:
    """... as the first file is brought to the disk, and once more as temporaries are removed."""
    signal_write(patch, number)
    sweeps, sweep = iter((False, True)), files._sweep

    def swept(folder: Path) -> None:
        if next(sweeps):
            os.kill(os.getpid(), number)
        sweep(folder)

    patch.setattr(files, "_sweep", swept)


def signal_lock(patch: Patch, number: int) -> None:
    """... while it waits for another run that writes into the folder."""
    flock = fcntl.flock

    def locked(descriptor: int, how: int) -> None:
        threading.Timer(0.05, os.kill, (os.getpid(), number)).start()
        flock(descriptor, how)

    patch.setattr(fcntl, "flock", locked)


def signal_pdf(patch: Patch, number: int, pid: str, group: int = 0) -> None:
    """... while its other process makes the PDF; where `group`, that one gets it too."""
    send = f"os.{'killpg' if group else 'kill'}(os.getppid(), {number})"
    code, run = _CHILD.format(pid=pid, send=send), subprocess.run

    def other(command: list[str], **given: object) -> object:
        # Python, -P, -m, the module; what comes behind is for the other process.
        return run([*command[:2], "-c", code, *command[4:]], **given)  # type: ignore[call-overload]

    patch.setattr(subprocess, "run", other)
    limits = "pdf_seconds", "pdf_megabytes"
    patch.setattr(
        render, "render", lambda *_: {render.PDF: apart.run("compare.render", b"", *limits)}
    )


def _signal_at(patch: Patch, where: object, name: str, number: int) -> None:
    """A signal behind the first call."""
    real, first = getattr(where, name), iter([True])

    def at(*args: object) -> object:
        done = real(*args)
        if next(first, False):
            os.kill(os.getpid(), number)
        return done

    patch.setattr(where, name, at)
