"""Signals at every stage, each got by a process of its own."""

import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from compare import lang, pipeline
from compare.files import PREFIX
from compare.ingest import load_story
from tests.conftest import ROOT
from tests.ingest import folders
from tests.robustness.battery import Case, cases, named
from tests.robustness.earlier import holds_earlier, new_outputs, temporaries, with_earlier
from tests.robustness.forked import Forks, Run, forks

CASES = cases("signals")
STAGED = [(case, stage) for case in CASES for stage in case.get("stages", [])]
IMPORTED = [case for case in CASES if "import" in case]
COMPARING = ("sentences", "figures", "claims", "alignment", "facts", "totals")
_AT_IMPORT = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
class Finder:
    def find_spec(name, *_):
        if name == {module!r} and os.getpid() == int(os.environ["RUN"]):
            sys.meta_path.remove(Finder)
            try:
                os.kill(os.getpid(), signal.SIGINT)
                for _ in range(1000): pass
            except KeyboardInterrupt:
                {then}
os.environ.setdefault("RUN", str(os.getpid()))
sys.meta_path.insert(0, Finder)
"""

Before = list[tuple[str, list[str | int]]]


@pytest.fixture(scope="module")
def forking() -> Iterator[Forks]:
    with forks() as opened:
        yield opened


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return with_earlier(tmp_path)


def report(story: Path, output: Path, before: Before) -> Run:
    return Run(["report", str(story), "-o", str(output)], str(story.parent / "said"), before)


def before(case: Case, stage: str, place: Path) -> Before:
    """What lets a process get the case's signal in that stage."""
    number = int(getattr(signal, case["signal"]))
    ignoring: Before = [("ignoring", [number])] if "ignored" in case else []
    if stage in COMPARING:
        return [*ignoring, ("rendering", []), ("signal_in", [stage, number])]
    if stage in ("pdf", "group"):
        return [("signal_pdf", [number, str(place / "pid"), int(stage == "group")])]
    return [("rendering", []), (f"signal_{stage}", [number])]


@contextmanager
def taken(folder: Path, stage: str) -> Iterator[None]:
    """Where the run waits for the folder, let it be another's meanwhile."""
    if stage != "lock":
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    yield
    os.close(descriptor)


def ended(place: Path) -> bool:
    """Whether the process that made the PDF is gone; it may still be waited for by nobody."""
    number = (place / "pid").read_text()
    for _ in range(100):
        try:
            state = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.02)
    return False


@pytest.mark.parametrize(
    ("case", "stage"), STAGED, ids=[f"{case['name']}: {stage}" for case, stage in STAGED]
)
def test_a_signal_leaves_all_as_it_was(
    case: Case, stage: str, story: Path, output: Path, forking: Forks
) -> None:
    with taken(output / "collapse", stage):
        code, said = forking.run(report(story, output, before(case, stage, story.parent)))
    assert code == case["code"]
    assert len(said.splitlines()) == (code >= 0)
    assert said.startswith("tabayun: ") == (code > 0)
    assert new_outputs(output) if "moved" in case else holds_earlier(output)
    killed_in_writing = code < 0 and stage == "write"
    assert bool(temporaries(output)) == killed_in_writing
    assert stage not in ("pdf", "group") or ended(story.parent)
    assert forking.run(report(story, output, [("rendering", [])]))[0] == 0
    assert new_outputs(output)
    assert not temporaries(output)


def test_the_stages_are_those_that_there_are(story: Path) -> None:
    told: list[str] = []
    pipeline.build(load_story(story), lang.load(), told.append)
    assert tuple(told) == COMPARING
    of_signal = {case["signal"]: case["stages"] for case in CASES if "each" in case["name"]}
    assert set(of_signal) == {"SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"}
    assert all(set(stages) >= set(COMPARING) for stages in of_signal.values())


@pytest.mark.parametrize("case", IMPORTED, ids=named)
def test_an_import_that_is_interrupted_is_no_traceback(
    case: Case, story: Path, output: Path
) -> None:
    code = _AT_IMPORT.format(module=case["import"], then=case.get("swallowed", "raise"))
    start = folders.make(story.parent / "start", {"sitecustomize.py": code})
    done = subprocess.run(
        [sys.executable, "-m", "compare", "report", str(story), "-o", str(output)],
        env={**os.environ, "PYTHONPATH": f"{start}{os.pathsep}{ROOT}"},
        capture_output=True,
        text=True,
        check=False,
    )
    said = "tabayun: interrupted\n" if case["code"] > 0 else ""
    assert (done.returncode, done.stderr, done.stdout) == (case["code"], said, "")
    assert holds_earlier(output)
    assert not list(output.rglob(f"{PREFIX}*"))
