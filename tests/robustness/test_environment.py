"""The same story gives the same bytes in every environment."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import OUTPUTS, tree
from tests.cli.test_same_bytes import copy
from tests.conftest import ROOT
from tests.ingest import folders
from tests.robustness.battery import Case, cases, named

PLAIN = {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
_RUN = """
import os, sys, time
umask, processors, later = map(int, sys.argv[1:4])
os.umask(umask)
if processors: os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:processors])
if later: time.time = lambda real=time.time: real() + 366 * 86400
from compare.cli import main
sys.exit(main(sys.argv[4:]))
"""


CASES = cases("environment")


def run(case: Case, place: Path) -> None:
    """Report on the small story in the case's environment."""
    sound = folders.make(place / "sound")
    story = copy(sound, place / "collapse", backwards="backwards" in case)
    numbers = [case.get(key, 0) for key in ("umask", "processors", "later")]
    numbers[0] = numbers[0] or 0o022
    command = [sys.executable, "-c", _RUN, *(str(int(n)) for n in numbers), "report", str(story)]
    done = subprocess.run(
        [*command, "-o", str(place / "out")],
        env={**os.environ, **PLAIN, "PYTHONPATH": str(ROOT), **case.get("env", {})},
        cwd=case.get("cwd", ROOT),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """Where the outputs of each run lie; run 0 is the plain one."""
    places = {0: tmp_path_factory.mktemp("plain")}
    run({}, places[0])
    for number in sorted({case["run"] for case in CASES}):
        together: Case = {}
        for case in (case for case in CASES if case["run"] == number):
            env = together.get("env", {}) | case.get("env", {})
            together |= case | {"env": env}
        places[number] = tmp_path_factory.mktemp("other")
        run(together, places[number])
    return places


@pytest.mark.parametrize("case", CASES, ids=named)
def test_it_changes_no_byte(case: Case, runs: dict[int, Path]) -> None:
    plain, made = (tree(runs[number] / "out" / "collapse") for number in (0, case["run"]))
    assert set(made) == OUTPUTS
    assert {name for name in OUTPUTS if made[name] != plain[name]} == set()
    if "umask" in case:
        modes = {path.stat().st_mode & 0o077 for path in (runs[case["run"]]).rglob("*.html")}
        assert modes == {0}
