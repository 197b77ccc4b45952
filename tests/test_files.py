"""Output is written whole or not at all, whatever happens on the way."""

import os
import signal
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from compare.errors import TabayunError
from compare.files import PREFIX, write_all

EARLIER = {"briefing.html": b"earlier page", "report.json": b"earlier report"}
FILES = {"briefing.html": b"page", "figures.csv": b"table", "report.json": b"report"}


def tree(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    folder = tmp_path / "output"
    write_all(folder, EARLIER)
    return folder


def in_another_process(code: str, folder: Path) -> int:
    """Run `code`, which may call `write()`, where it can do no harm; return what it ended with."""
    script = f"""
import os, resource, signal
from pathlib import Path
from compare.files import write_all
write = lambda: write_all(Path({str(folder)!r}), {FILES!r})
{code}
"""
    return subprocess.run([sys.executable, "-c", script], check=False).returncode


def test_all_files_are_written(output: Path) -> None:
    write_all(output, FILES)
    assert tree(output) == FILES


def test_folders_are_made(tmp_path: Path) -> None:
    write_all(tmp_path / "a" / "b", FILES)
    assert tree(tmp_path / "a" / "b") == FILES


def test_what_else_lies_there_stays(output: Path) -> None:
    (output / "notes.txt").write_bytes(b"mine")
    write_all(output, FILES)
    assert tree(output) == FILES | {"notes.txt": b"mine"}


def test_files_are_as_readable_as_any_other(output: Path) -> None:
    (output / "any.txt").touch()
    write_all(output, FILES)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in output.iterdir()}
    assert len(modes) == 1


def test_leftovers_of_a_killed_run_are_removed(output: Path) -> None:
    (output / f"{PREFIX}new-report.json").write_bytes(b"half")
    (output / f"{PREFIX}anything").write_bytes(b"")
    write_all(output, FILES)
    assert tree(output) == FILES


@pytest.mark.parametrize("trouble", [OSError(5, "Input/output error"), KeyboardInterrupt()])
@pytest.mark.parametrize("done", range(len(FILES)))
@pytest.mark.parametrize("moved", [True, False])
def test_a_move_that_fails_takes_back_those_before_it(
    trouble: BaseException, done: int, moved: bool, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, calls = Path.replace, iter(range(99))

    def fail(path: Path, target: Path) -> Path:
        if next(calls) != done:
            return replace(path, target)
        if moved:
            replace(path, target)
        raise trouble

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises((TabayunError, KeyboardInterrupt)):
        write_all(output, FILES)
    assert tree(output) == EARLIER


def test_where_there_are_no_hard_links_writing_goes_on(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    write_all(output, FILES)
    assert tree(output) == FILES


def test_where_there_is_no_way_back_nothing_is_lost(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    def fail(path: Path, target: Path) -> Path:
        if target.name == "figures.csv":
            raise OSError(5, "Input/output error")
        return replace(path, target)

    replace = Path.replace
    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(TabayunError):
        write_all(output, FILES)
    assert tree(output) == EARLIER | {"briefing.html": FILES["briefing.html"]}


def test_a_folder_in_the_way_of_a_file_is_told(output: Path) -> None:
    (output / "figures.csv").mkdir()
    with pytest.raises(TabayunError, match=r"figures\.csv: cannot write: Is a directory") as caught:
        write_all(output, FILES)
    assert caught.value.hint
    (output / "figures.csv").rmdir()
    assert tree(output) == EARLIER


@pytest.mark.parametrize("below", ["", "more"])
def test_a_file_in_the_way_of_the_folder_is_told(below: str, tmp_path: Path) -> None:
    (tmp_path / "output").write_bytes(b"mine")
    with pytest.raises(TabayunError, match=r"cannot write: .*a file stands in the way"):
        write_all(tmp_path / "output" / below, FILES)
    assert tree(tmp_path) == {"output": b"mine"}


def test_a_file_that_does_not_fit_leaves_all_as_it_was(output: Path) -> None:
    code = """
from compare.errors import TabayunError
resource.setrlimit(resource.RLIMIT_FSIZE, (5, 5))  # "table" fits, "report" does not
try:
    write()
except TabayunError as error:
    raise SystemExit(41 if "File too large" in str(error) else 1)
"""
    assert in_another_process(code, output) == 41
    assert tree(output) == EARLIER


@pytest.mark.parametrize("done", range(len(FILES) + 1))
def test_a_killed_run_leaves_whole_files_and_the_next_run_cleans_up(
    done: int, output: Path
) -> None:
    code = f"""
replace, calls = Path.replace, iter(range(99))
def kill(path, target):
    if next(calls) == {done}:
        os.kill(os.getpid(), signal.SIGKILL)
    return replace(path, target)
Path.replace = kill
write()
os.kill(os.getpid(), signal.SIGKILL)
"""
    assert in_another_process(code, output) == -signal.SIGKILL
    left = {name: data for name, data in tree(output).items() if not name.startswith(PREFIX)}
    assert all(data in (FILES.get(name), EARLIER.get(name)) for name, data in left.items())
    write_all(output, FILES)
    assert tree(output) == FILES


def test_two_runs_at_once_do_not_mix(output: Path) -> None:
    runs = [{name: bytes([number]) * 1000 for name in FILES} for number in range(8)]
    threads = [threading.Thread(target=write_all, args=(output, files)) for files in runs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert tree(output) in runs
