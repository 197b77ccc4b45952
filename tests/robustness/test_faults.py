"""Runs that are broken off: earlier output whole, one line, no exit code of 0, nothing left."""

import errno
import fcntl
import os
import select
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from compare import codec, files
from compare.files import PREFIX
from compare.model import Report
from tests.cli.running import OUTPUTS, call, play_stages, tree
from tests.conftest import ROOT
from tests.ingest import folders
from tests.robustness.battery import Case, cases, named
from tests.robustness.earlier import holds_earlier, with_earlier
from tests.robustness.forked import Forks, Run, forks

CASES = cases("faults")
Capture = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch


def having(key: str) -> list[Case]:
    return [case for case in CASES if key in case]


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return with_earlier(tmp_path)


def cleaned(output: Path, story: Path, patch: Patch, capture: Capture) -> bool:
    """Whether after another run its outputs lie there, and nothing else."""
    patch.undo()
    play_stages(patch)
    assert call(capture, "report", story, "-o", output).code == 0
    return set(tree(output)) == {f"collapse/{name}" for name in OUTPUTS}


def run(root: Path, *args: str | Path, **env: str) -> "subprocess.CompletedProcess[str]":
    """A run of the program that lies below `root`."""
    command = [sys.executable, "-m", "compare", *map(str, args)]
    environment = {**os.environ, "PYTHONPATH": str(root), **env}
    return subprocess.run(
        command, env=environment, cwd=root, capture_output=True, text=True, check=False
    )


def fail(patch: Patch, fault: str) -> None:
    """Let the system refuse a step of the writing."""
    kind, _, number = fault.rpartition(" ")
    refusals: dict[str, tuple[object, str, int]] = {
        "quota": (files, "_write_new", errno.EDQUOT),
        "move": (Path, "replace", errno.EIO),
        "no locks": (fcntl, "flock", errno.ENOLCK),
    }
    where, name, code = refusals[kind if number.isdecimal() else fault]
    patch.setattr(where, name, _refusing(getattr(where, name), code, number))


def _refusing(real: Callable[..., object], code: int, number: str) -> Callable[..., object]:
    calls = iter(range(99))
    at = int(number) if number.isdecimal() else 0

    def refuse(*args: object) -> object:
        if next(calls) == at:
            raise OSError(code, os.strerror(code))
        return real(*args)

    return refuse


@pytest.mark.parametrize("case", having("fault"), ids=named)
def test_a_write_that_fails_leaves_all_as_it_was(
    case: Case, story: Path, output: Path, capsys: Capture, monkeypatch: Patch
) -> None:
    play_stages(monkeypatch)
    fail(monkeypatch, case["fault"])
    done = call(capsys, "report", story, "-o", output)
    assert (done.code, done.out) == (2, "")
    [line] = done.err.splitlines()
    assert case["said"] in line
    assert holds_earlier(output)
    assert not list(output.rglob(f"{PREFIX}*"))
    assert cleaned(output, story, monkeypatch, capsys)


def refused(done: "subprocess.CompletedProcess[str]", said: str) -> bool:
    [line] = done.stderr.splitlines()
    return (done.returncode, done.stdout) == (2, "") and said in line


@pytest.mark.parametrize("case", having("library"), ids=named)
def test_a_library_that_cannot_be_loaded_is_told(case: Case, story: Path, output: Path) -> None:
    # The loader looks here first, and goes no further where what it finds is broken.
    place = folders.make(output.parent / "libraries", {case["library"]: b""})
    done = run(ROOT, "report", story, "-o", output, LD_LIBRARY_PATH=str(place))
    assert refused(done, case["said"])
    assert holds_earlier(output)


@pytest.mark.parametrize("case", having("font"), ids=named)
def test_a_font_that_is_missing_is_told(case: Case, story: Path, output: Path) -> None:
    root = output.parent / "installed"
    for name in ("compare", "report_templates"):
        shutil.copytree(ROOT / name, root / name)
    (root / "report_templates" / "fonts" / case["font"]).unlink()
    done = run(root, "report", story, "-o", output)
    assert refused(done, f"{case['font']}: {case['said']}")
    assert holds_earlier(output)


@pytest.mark.parametrize("case", [*having("child"), *having("executable")], ids=named)
def test_a_pdf_that_is_not_finished_leaves_the_other_outputs_standing(
    case: Case, story: Path, output: Path, capsys: Capture, monkeypatch: Patch
) -> None:
    # What Python runs at the start of each process: here, of the one that makes the PDF.
    start = folders.make(output.parent / "start", {"sitecustomize.py": case.get("child", "")})
    monkeypatch.syspath_prepend(start)
    monkeypatch.setattr(sys, "executable", case.get("executable", sys.executable))
    for name, value in case.get("env", {}).items():
        monkeypatch.setenv(name, value)
    done = call(capsys, "report", story, "-o", output)
    assert (done.code, done.out) == (3, "")
    _, line = done.err.splitlines()
    assert line.startswith(f"tabayun: {output / 'collapse' / 'briefing.pdf'}: ")
    assert case["said"] in line
    written = tree(output)
    assert set(written) == {f"collapse/{name}" for name in OUTPUTS - {"briefing.pdf"}}
    assert not any(data.startswith(b"earlier") for data in written.values())
    assert cleaned(output, story, monkeypatch, capsys)


@pytest.mark.parametrize("case", having("at_once"), ids=named)
def test_runs_at_once_do_not_mix(case: Case, story: Path, output: Path) -> None:
    told = {"ar": folders.SOUND, "en": {**folders.SOUND, "a.txt": "13 شخصا"}}
    stories = {"ar": story, "en": folders.make(output.parent / "other" / "collapse", told["en"])}
    runs = [
        Run(
            ["report", str(path), "-o", str(output), "--locale", locale],
            str(output.parent / f"said-{locale}-{number}"),
            [("rendering", [])],
        )
        for number in range(case["at_once"])
        for locale, path in stories.items()
    ]
    texts = {locale: str(files["a.txt"]) for locale, files in told.items()}
    with forks() as forking:
        assert forking.run(runs[0])[0] == 0
        for _ in range(case["rounds"]):
            forking.begin(runs)
            assert read_meanwhile(output / "collapse", forking) <= {
                *texts.values(),
                folders.TEXT_B,
            }
            assert forking.codes() == [0] * len(runs)
            written = tree(output / "collapse")
            locale = written["briefing.html"].decode().split()[1]
            assert texts[locale] in texts_of(codec.decode(written.pop("report.json")))
            assert written == {name: f"{name} {locale} latn".encode() for name in written}
            assert set(written) == OUTPUTS - {"report.json"}


def read_meanwhile(folder: Path, forking: Forks) -> set[str]:
    """The texts that a reader finds in the report while runs write it."""
    found: set[str] = set()
    while not select.select([forking.answers], [], [], 0)[0]:
        found |= texts_of(codec.load(folder / "report.json"))
    assert found
    return found


def texts_of(report: Report) -> set[str]:
    return {article.text for article in report.articles}
