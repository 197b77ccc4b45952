"""Runs that are broken off: earlier output whole, one line, no exit code of 0, nothing left."""

import errno
import fcntl
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from compare import codec, files, tables
from compare.files import PREFIX
from compare.render import html
from compare.view import build
from tests.cli.running import OUTPUTS, call, play_stages, tree
from tests.conftest import ROOT
from tests.ingest import folders
from tests.robustness.battery import Case, cases, named

CASES = cases("faults")
EARLIER: dict[str, str | bytes] = {name: f"earlier {name}" for name in OUTPUTS}
Capture = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch

_WITHOUT = {
    "fonts": """
from compare import render
render.FONTS = render.FONTS.with_name("gone.conf")
""",
    "library": """
import cffi.api, sys
def refuse(*_):
    raise OSError("cannot load library 'libpango-1.0-0'")
cffi.api.FFI.dlopen = refuse
""",
}


def having(key: str) -> list[Case]:
    return [case for case in CASES if key in case]


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """An output folder in which an earlier run left its files."""
    folders.make(tmp_path / "output" / "collapse", EARLIER)
    return tmp_path / "output"


def earlier(output: Path) -> bool:
    """Whether every earlier output is what it was; temporary files aside."""
    found = {path.name: data for path, data in _outputs(output)}
    return found == {name: str(data).encode() for name, data in EARLIER.items()}


def _outputs(output: Path) -> list[tuple[Path, bytes]]:
    paths = (output / "collapse").iterdir()
    return [(path, path.read_bytes()) for path in paths if not path.name.startswith(PREFIX)]


def cleaned(output: Path, story: Path, patch: Patch, capture: Capture) -> bool:
    """Whether after another run its outputs lie there, and nothing else."""
    patch.undo()
    play_stages(patch)
    assert call(capture, "report", story, "-o", output).code == 0
    return set(tree(output)) == {f"collapse/{name}" for name in OUTPUTS}


def python(code: str, *args: str | Path, **env: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", code, *map(str, args)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **env}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def fail(patch: Patch, fault: str) -> None:
    """Let the system refuse a step of the writing."""
    kind, _, number = fault.rpartition(" ")
    refusals: dict[str, tuple[object, str, int]] = {
        "full": (files, "_write_new", errno.ENOSPC),
        "full at": (os, "fsync", errno.ENOSPC),
        "quota": (files, "_write_new", errno.EDQUOT),
        "move": (Path, "replace", errno.EIO),
        "read-only": (files, "_write_new", errno.EROFS),
        "no locks": (fcntl, "flock", errno.ENOLCK),
    }
    where, name, code = refusals[fault if fault in ("quota", "read-only", "no locks") else kind]
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
    assert earlier(output)
    assert not list(output.rglob(f"{PREFIX}*"))
    assert cleaned(output, story, monkeypatch, capsys)


@pytest.mark.parametrize("case", having("without"), ids=named)
def test_what_is_missing_is_told(case: Case, story: Path, output: Path) -> None:
    code = (
        "import sys\n"
        + _WITHOUT[case["without"]]
        + "from compare.cli import main\nsys.exit(main(sys.argv[1:]))"
    )
    if case["without"] == "fonts":
        # The PDF is made by a process of its own; the fault is played in both.
        code = code.replace(
            "from compare import render", "import compare.render as render"
        ).replace(
            "from compare.cli",
            "render.apart.run = lambda _, data, *__: render.pdf("
            "render.msgspec.json.decode(data, type=render.Briefing))\nfrom compare.cli",
        )
    done = python(code, "report", story, "-o", output)
    assert (done.returncode, done.stdout) == (2, "")
    [line] = done.stderr.splitlines()
    assert case["said"] in line
    assert earlier(output)


@pytest.mark.parametrize("case", having("child"), ids=named)
def test_a_pdf_that_is_not_finished_leaves_the_other_outputs_standing(
    case: Case, story: Path, output: Path, capsys: Capture, monkeypatch: Patch
) -> None:
    # What Python runs at the start of each process: here, of the one that makes the PDF.
    start = folders.make(output.parent / "start", {"sitecustomize.py": case["child"]})
    monkeypatch.syspath_prepend(start)
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
    command = [sys.executable, "-m", "compare", "report", str(story), "-o", str(output)]
    locales = ("ar", "en")
    assert len(locales) == case["at_once"]
    runs = [
        subprocess.Popen([*command, "--locale", locale], cwd=ROOT, stderr=subprocess.PIPE)
        for locale in locales
    ]
    for process in runs:
        _, said = process.communicate()
        assert process.returncode == 0, said
    written = tree(output)
    assert set(written) == {f"collapse/{name}" for name in OUTPUTS}
    page = written["collapse/briefing.html"].decode()
    [locale] = [locale for locale in locales if f'<html lang="{locale}"' in page]
    made = codec.decode(written["collapse/report.json"])
    assert html(build(made, locale)) == page
    assert tables.facts_xlsx(made, locale) == written["collapse/facts.xlsx"]
