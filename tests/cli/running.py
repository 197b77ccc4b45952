"""Running the command line in a process of its own, or here with the stages played."""

import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pytest

from compare.cli import main
from compare.ingest import LoadedStory
from compare.lang import Lexicon
from compare.model import FORMAT, Fact, Report, Verdict

Step = Callable[[str], None]
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
OUTPUTS = {
    "briefing.html", "briefing.pdf", "facts.xlsx", "figures.csv", "naming.csv", "report.json",
}  # fmt: skip


class Outcome(NamedTuple):
    """What a command ended with and what it said."""

    code: int
    out: str
    err: str


def tabayun(
    *args: str | Path, env: Mapping[str, str] | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    """`python -m compare` with `env` on top of the environment."""
    return subprocess.run(
        [sys.executable, "-m", "compare", *map(str, args)],
        env={**os.environ, **(env or {})},
        cwd=cwd,
        capture_output=True,
        check=False,
    )


def on_terminal(*args: str | Path, columns: int = 100) -> str:
    """What `python -m compare` shows on a terminal of so many columns, without its colours."""
    ours, its = pty.openpty()
    env = {**os.environ, "COLUMNS": str(columns), "TERM": "xterm"}
    command = [sys.executable, "-m", "compare", *map(str, args)]
    with subprocess.Popen(command, env=env, stdout=its, stderr=its) as process:
        os.close(its)
        shown = b"".join(_until_hung_up(ours))
    os.close(ours)
    assert process.returncode == 0, shown
    return _COLOUR.sub("", shown.decode("utf-8"))


def _until_hung_up(descriptor: int) -> Iterator[bytes]:
    # Linux tells the end of a terminal by an error.
    with suppress(OSError):
        while block := os.read(descriptor, 65536):
            yield block


def call(capture: pytest.CaptureFixture[str], *args: str | Path) -> Outcome:
    """The same in this process."""
    code = main([str(arg) for arg in args])
    return Outcome(code, *capture.readouterr())


def play_stages(patch: pytest.MonkeyPatch, verdicts: Sequence[Verdict] = ()) -> None:
    """Let comparing give facts of these verdicts, and play the rendering too."""

    def build(loaded: LoadedStory, _: Lexicon, step: Step) -> Report:
        step("read")
        return report(loaded, verdicts)

    patch.setattr("compare.pipeline.build", build)
    play_rendering(patch)


def play_rendering(patch: pytest.MonkeyPatch) -> None:
    """Let rendering give the names of the files."""
    made = OUTPUTS - {"report.json"}
    patch.setattr(
        "compare.render.render",
        lambda _, *told: {name: " ".join((name, *told)).encode() for name in made},
    )


def report(loaded: LoadedStory, verdicts: Sequence[Verdict]) -> Report:
    """A report of nothing but facts."""
    return Report(
        format=FORMAT,
        generator="tabayun",
        settings_digest="",
        lexicon_digest="",
        story=loaded.story,
        articles=loaded.articles,
        sentences=(),
        figures=(),
        claims=(),
        alignments=(),
        facts=tuple(map(_fact, verdicts)),
        not_compared=(),
        warnings=loaded.notices,
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`, by its path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def _fact(verdict: Verdict) -> Fact:
    return Fact(
        id="f", label="", kind="count", unit=None, counted=None, predicate=None, scope=(),
        verdict=verdict, rule="", severity=0, claims=(), readings=(),
    )  # fmt: skip
