"""More than a story has: done, or refused by a limit with a name, in so much memory."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.ingest import folders
from tests.robustness.battery import Case, cases, named

PIECES = {
    "line": "قالت الوزارة إن 12 شخصا قُتلوا في انهيار المبنى القديم.\n",
    "words": "قالت الوزارة إن المبنى القديم انهار يوم أمس في الحي ",
    "short": "قُتل.\n",
    "figures": "قُتل 12 شخصا.\n",
    "ten": "فازت الفرق بـ" + " ثم ".join(f"{n} أهداف" for n in range(3, 13)) + ".\n",
    "open": "(«",
    "close": "»)",
    "letter": "ب",
    "override": "\u202e",
    "mark": "\u064b",
    "end": "\n",
}
_PIECE = re.compile(r"\{(\w+)\}\*(\d+)")
_RUN = """
import resource, sys
most = int(sys.argv[1]) * 1_000_000
resource.setrlimit(resource.RLIMIT_AS, (most, most))
from compare.cli import main
sys.exit(main(sys.argv[2:]))
"""


def made(case: Case, folder: Path) -> Path:
    """The case's story."""
    texts = [
        "".join(PIECES[piece] * int(times) for piece, times in _PIECE.findall(pattern))
        for pattern in case["articles"]
    ] * case.get("times", 1)
    toml = ['title = "قصة"'] + [
        f'[[article]]\nfile = "{n}.txt"\noutlet = "{n}"' for n, _ in enumerate(texts)
    ]
    toml.append("#" * case.get("toml", 0))
    files: dict[str, str | bytes] = {f"{n}.txt": text for n, text in enumerate(texts)}
    return folders.make(folder, files | {"story.toml": "\n".join(toml)})


def run(case: Case, *args: str | Path) -> "subprocess.CompletedProcess[str]":
    """`tabayun` in a process that is given the case's memory and environment."""
    # Threads of linear algebra reserve memory that they never touch.
    env = {**os.environ, "OPENBLAS_NUM_THREADS": "1", **case.get("env", {})}
    command = [sys.executable, "-c", _RUN, str(case["megabytes"]), *map(str, args)]
    return subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, check=False)


CASES = [c for c in cases("exhaustion") if "slow" not in c or "TABAYUN_STRESS" in os.environ]


@pytest.mark.parametrize("case", CASES, ids=named)
def test_it_is_done_or_refused_by_name(case: Case, tmp_path: Path) -> None:
    story = made(case, tmp_path / "story")
    done = run(case, "report", story, "-o", tmp_path / "out")
    written = {path.name for path in tmp_path.glob("out/story/*")}
    if "limit" not in case and "said" not in case:
        assert (done.returncode, len(written)) == (0, 6), done.stderr[-500:]
        return
    assert (done.returncode, written) == (2, set()), done.stderr[-500:]
    [line] = done.stderr.splitlines()
    if "limit" in case:
        assert f"the limit {case['limit']} is " in line
        assert f"set TABAYUN_MAX_{case['limit'].upper()}=" in line
    assert case.get("said", "") in line
