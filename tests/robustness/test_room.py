"""Disks that are full or may not be written to, and places that are no place for a file."""

import os
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.cli.running import Outcome, call, tree
from tests.ingest import folders
from tests.robustness.battery import Case, cases, named
from tests.robustness.disks import Disk, small_disk, without_powers
from tests.robustness.earlier import temporaries
from tests.robustness.written import Inputs, Writer, made_inputs, play_pages, writer

CASES = cases("room")
FULL = ("No space left on device", "File too large")
Capture = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch


def having(key: str) -> list[Case]:
    return [case for case in CASES if key in case]


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    return made_inputs(tmp_path_factory.mktemp("inputs"))


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    (tmp_path / "disk").mkdir()
    with small_disk(tmp_path / "disk") as opened:
        yield opened


@pytest.fixture(autouse=True)
def rendering(monkeypatch: Patch) -> None:
    play_pages(monkeypatch)


def left_by_an_earlier_run(written: Writer) -> dict[str, bytes]:
    """What lies where the command will write."""
    for path in written.files:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Floors are read before they are written.
        path.write_bytes(b"# earlier\n" if path.suffix == ".toml" else b"earlier")
    return tree(written.files[0].parent)


def refused(done: Outcome, written: Writer, *reasons: str) -> bool:
    """Whether one line names a file, or its folder where that is not there, and one reason."""
    [line] = done.err.splitlines()
    places = [*written.files, *({path.parent for path in written.files})]
    starts = [f"tabayun: {path}: cannot write: {reason}" for path in places for reason in reasons]
    return done.code == 2 and not done.out and any(line.startswith(start) for start in starts)


@pytest.mark.parametrize("case", having("sweep"), ids=named)
def test_a_full_disk_leaves_all_as_it_was(
    case: Case, inputs: Inputs, disk: Disk, capsys: Capture
) -> None:
    written = writer(case["sweep"], inputs, disk.path)
    before = {} if "first" in case else left_by_an_earlier_run(written)
    lacks = ("pages", "names") if case["lack"] == "both" else (case["lack"],)
    refusals = 0
    for lack in lacks:
        for room in count():
            disk.leave(**{lack: room})
            done = call(capsys, *written.args)
            if done.code == written.code:
                break
            refusals += 1
            assert refused(done, written, *FULL)
            assert tree(disk.path) == before_all(before, written, disk)
        disk.leave()
        assert {path for path in written.files if path.read_bytes()[:7] != b"earlier"}
        assert not temporaries(disk.path)
        before = tree(written.files[0].parent)
    assert refusals >= case["least"]


def before_all(before: dict[str, bytes], written: Writer, disk: Disk) -> dict[str, bytes]:
    below = written.files[0].parent.relative_to(disk.path)
    return {str(below / name): data for name, data in before.items()}


@pytest.mark.parametrize("case", having("frozen"), ids=named)
def test_a_disk_that_may_only_be_read_stays_as_it_was(
    case: Case, inputs: Inputs, disk: Disk, capsys: Capture
) -> None:
    written = writer(case["frozen"], inputs, disk.path)
    before = left_by_an_earlier_run(written)
    disk.freeze()
    assert refused(call(capsys, *written.args), written, "Read-only file system")
    disk.leave()
    assert tree(written.files[0].parent) == before


@pytest.mark.parametrize("case", having("denied"), ids=named)
def test_a_folder_that_its_user_may_not_write_to_stays_as_it_was(
    case: Case, inputs: Inputs, tmp_path: Path, capsys: Capture
) -> None:
    written = writer(case["denied"], inputs, tmp_path)
    before = left_by_an_earlier_run(written)
    folder = written.files[0].parent
    folder.chmod(0o555)
    with without_powers():
        done = call(capsys, *written.args)
    folder.chmod(0o755)
    assert refused(done, written, "Permission denied")
    assert tree(folder) == before


@pytest.mark.parametrize("case", having("unwritable"), ids=named)
def test_a_story_need_not_be_writable(
    case: Case, story: Path, tmp_path: Path, capsys: Capture
) -> None:
    for path in (*story.iterdir(), story):
        path.chmod(0o555 if path.is_dir() else 0o444)
    with without_powers():
        assert call(capsys, "report", story, "-o", tmp_path / "out").code == 0, case
    story.chmod(0o755)


def _linked(to: str) -> Callable[[Path], Path]:
    def make(place: Path) -> Path:
        (place / "changes").symlink_to(to)
        return place / "changes"

    return make


def _pipe(place: Path) -> Path:
    os.mkfifo(place / "changes")
    return place / "changes"


def _read_only(place: Path) -> Path:
    (place / "file").chmod(0o444)
    return place / "file"


PLACES: dict[str, Callable[[Path], Path]] = {
    "folder": lambda place: place / "folder",
    "link": _linked("file"),
    "dangling": _linked("nowhere"),
    "folder link": _linked("folder"),
    "pipe": _pipe,
    "below a file": lambda place: place / "file" / "changes",
    "long": lambda place: place / ("x" * 300),
    "longest": lambda place: place / ("x" * 255),
    "temporary": lambda place: place / ".tabayun-mine",
    "read-only file": _read_only,
    "missing parents": lambda place: place / "a" / "b" / "changes",
}


@pytest.mark.parametrize("case", having("place"), ids=named)
def test_what_is_no_place_for_a_file_is_left_alone(
    case: Case, inputs: Inputs, tmp_path: Path, capsys: Capture
) -> None:
    place = folders.make(tmp_path / "places", {"file": "mine"})
    (place / "folder").mkdir()
    path = PLACES[case["place"]](place)
    before = kinds(place)
    with without_powers():
        done = call(capsys, "diff", inputs.old, inputs.new, "--format", "json", "-o", path)
    if "said" not in case:
        assert (done.code, done.err) == (1, "")
        assert path.read_bytes().startswith(b"{")
        return
    [line] = done.err.splitlines()
    assert (done.code, done.out) == (2, "")
    assert case["said"] in line
    assert kinds(place) == before


def kinds(place: Path) -> dict[Path, tuple[int, str]]:
    """Everything below a folder, with what it is and where it leads or what it holds."""
    return {path: (path.lstat().st_mode, held(path)) for path in place.rglob("*")}


def held(path: Path) -> str:
    if path.is_symlink():
        return str(path.readlink())
    return path.read_text() if path.is_file() else ""


@pytest.mark.parametrize("case", having("linked"), ids=named)
def test_a_link_among_the_outputs_stays_and_so_do_they(
    case: Case, inputs: Inputs, tmp_path: Path, capsys: Capture
) -> None:
    written = writer("report", inputs, tmp_path / "output")
    left_by_an_earlier_run(written)
    link = written.files[0].with_name(case["linked"])
    link.rename(tmp_path / "elsewhere")
    link.symlink_to(tmp_path / "elsewhere")
    before = tree(tmp_path)
    done = call(capsys, *written.args)
    assert refused(done, written, case["said"].removeprefix("cannot write: "))
    assert link.is_symlink()
    assert tree(tmp_path) == before
