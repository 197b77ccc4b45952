"""The command as a process: quick to answer, quiet when nobody listens."""

import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from compare import __version__
from tests.cli.running import tabayun

HEAVY = ["babel", "jinja2", "msgspec", "pandas", "pyarabic", "rapidfuzz", "tqdm", "weasyprint"]
COMMANDS = [["--help"], ["-h"], ["--version"], ["report", "-h"], ["figures", "-h"], ["check", "-h"]]


@pytest.mark.parametrize("args", COMMANDS, ids=" ".join)
def test_help_imports_nothing_heavy(args: list[str]) -> None:
    code = (
        f"import sys; from compare.cli import main; code = main({args!r});"
        f"print(sorted(set({HEAVY!r}) & set(sys.modules)), code, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stderr == b"[] 0\n"
    assert done.stdout


def test_help_lists_the_commands() -> None:
    shown = tabayun("--help").stdout.decode()
    assert shown.startswith("Usage: tabayun ")
    for command in ("report", "figures", "check"):
        assert f"\n  {command} " in shown


def test_the_version_is_said() -> None:
    assert tabayun("--version").stdout.decode() == f"tabayun {__version__}\n"


def into(stream: IO[bytes], *args: str | Path) -> subprocess.CompletedProcess[bytes]:
    """Run with `stream` as standard output, buffered as it is by default."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    command = [sys.executable, "-m", "compare", *map(str, args)]
    return subprocess.run(command, stdout=stream, stderr=subprocess.PIPE, env=env, check=False)


@pytest.mark.parametrize(("command", "code"), [("--help", 0), ("figures", 0), ("check", 2)])
@pytest.mark.parametrize("rows", [1, 5000])
def test_a_reader_that_has_gone_is_no_trouble(
    command: str, code: int, rows: int, tmp_path: Path
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "a", "text": "7"}\n' * rows, encoding="utf-8")
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as pipe:
        done = into(pipe, command, path)
    assert (done.returncode, done.stderr) == (code, b"")


def test_a_full_disk_behind_standard_output_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("قُتل 12 شخصا", encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        done = into(full, "figures", tmp_path / "a.txt")
    assert done.returncode == 2
    [line] = done.stderr.decode().splitlines()
    assert line.startswith("tabayun: standard output: cannot write: No space left on device")
