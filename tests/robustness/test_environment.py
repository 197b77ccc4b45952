"""The same story gives the same bytes in every environment."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.running import OUTPUTS, tree
from tests.cli.test_same_bytes import copy
from tests.conftest import ROOT
from tests.ingest import folders
from tests.robustness.battery import Case, cases, named
from tests.robustness.disks import mounted
from tests.robustness.namespaces import as_user, hiding

PLAIN = {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
# What Python runs at the start of each process: of the run, and of the one that makes the PDF.
_START = """
import os, time
os.umask({umask})
if {processors}: os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:{processors}])
time.time = lambda real=time.time: real() + {seconds}
"""
NAME = "انهيار"
_YEAR = 366 * 86400

CASES = cases("environment")


def run(case: Case, place: Path) -> None:
    """Report on the small story in the case's environment."""
    sound = folders.make(place / "sound")
    story = copy(sound, place / NAME, backwards="backwards" in case)
    start = _START.format(
        umask=case.get("umask", 0o022),
        processors=case.get("processors", 0),
        seconds=_YEAR * case.get("later", False),
    )
    folders.make(place / "start", {"sitecustomize.py": start})
    with full_folder(place) as full:
        done = subprocess.run(
            [*within(case), sys.executable, "-m", "compare", "report", story, "-o", place / "out"],
            env=environment(case, place / "start", full),
            cwd=case.get("cwd", ROOT),
            capture_output=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr.decode()


@contextmanager
def full_folder(place: Path) -> Iterator[Path]:
    """A folder with no room; one that is not there, where the kernel lets nobody mount one."""
    (place / "full").mkdir()
    with mounted(place / "full") as disk:
        if disk is not None:
            disk.leave(names=0)
        yield disk.path if disk else place / "nowhere"


def environment(case: Case, start: Path, full: Path) -> dict[str, str]:
    temporary = {"TMPDIR": str(full)} if "temporaries" in case else {}
    given = {**os.environ, **PLAIN, **temporary, **case.get("env", {})}
    kept = {name: value for name, value in given.items() if name not in case.get("unset", ())}
    return {**kept, "PYTHONPATH": f"{start}{os.pathsep}{ROOT}"}


def within(case: Case) -> tuple[str, ...]:
    """What the command is put behind."""
    user = as_user(case["user"]) if "user" in case else ()
    return (*hiding(case.get("hidden", ())), *user)


@pytest.fixture(scope="module")
def runs() -> Iterator[dict[int, Path]]:
    """Where the outputs of each run lie; run 0 is the plain one."""
    numbers = {0, *(case["run"] for case in CASES)}
    # Not where pytest keeps its own: other users may not look there.
    with tempfile.TemporaryDirectory() as parent:
        places = {number: Path(parent) / str(number) for number in numbers}
        Path(parent).chmod(0o755)
        for number, place in places.items():
            place.mkdir()
            place.chmod(0o777)
            run(merged(number), place)
        yield places


def merged(number: int) -> Case:
    """All that the cases of a run ask for."""
    together: Case = {}
    for case in (case for case in CASES if case["run"] == number):
        env = together.get("env", {}) | case.get("env", {})
        together |= case | {"env": env}
    return together


@pytest.mark.parametrize("case", CASES, ids=named)
def test_it_changes_no_byte(case: Case, runs: dict[int, Path]) -> None:
    plain, made = (tree(runs[number] / "out" / NAME) for number in (0, case["run"]))
    assert set(made) == OUTPUTS
    assert {name for name in OUTPUTS if made[name] != plain[name]} == set()
    if "umask" in case:
        modes = {path.stat().st_mode & 0o077 for path in (runs[case["run"]]).rglob("*.html")}
        assert modes == {0}
