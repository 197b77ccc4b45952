"""What `tabayun evaluate` takes, prints and gates on."""

from collections.abc import Callable
from pathlib import Path

import pytest

from compare import evaluation
from tests.cli.running import call, on_terminal, tabayun, tree
from tests.conftest import ROOT
from tests.evaluation.made import tsv
from tests.ingest import folders
from tests.ingest.folders import TEXT_A, TEXT_B, put, remove, swap

Capture = pytest.CaptureFixture[str]

TEXTS = {"صحيفة الميناء": TEXT_A, "إذاعة الجبل": TEXT_B}
PORT, HILL = TEXTS


def gold(value: str = "12") -> str:
    """Two readings. A value that is not in the words is not read."""
    rows = [
        ("K quantity diverge", PORT, value, "وقُتل 12 شخصا"),
        ("K quantity diverge", HILL, "14", "14 شخصا"),
    ]
    return tsv(rows, TEXTS)


@pytest.fixture
def golden(story: Path) -> Path:
    """A sound story with gold, of which both readings are read."""
    put(evaluation.NAME, gold())(story)
    return story


@pytest.fixture
def floors(golden: Path, tmp_path: Path, capsys: Capture) -> Path:
    """The floors that the story has reached."""
    path = tmp_path / "gate" / "floors.toml"
    assert call(capsys, "evaluate", golden, "--floors", path, "--update").code == 0
    return path


def row(out: str, name: str) -> list[str]:
    """What a line of the table says, by its head."""
    [found] = [line for line in out.splitlines() if line.startswith(f"{name} ")]
    return found.removeprefix(name).split()


def test_a_story_is_scored_and_all_are(golden: Path, capsys: Capture) -> None:
    done = call(capsys, "evaluate", golden)
    assert (done.code, done.err) == (0, "")
    assert row(done.out, "collapse")[:2] == ["2/2", "1.000"]
    assert row(done.out, "mean of 1")[0] == "1.000"
    assert row(done.out, "in all")[:2] == ["2/2", "1.000"]


def test_a_miss_is_printed_with_its_words(golden: Path, capsys: Capture) -> None:
    put(evaluation.NAME, gold("99"))(golden)
    done = call(capsys, "evaluate", golden)
    assert done.code == 0
    assert f"  not read  K  {PORT}: وقُتل 12 شخصا (99 wanted, 12 as count read)" in done.out
    assert row(done.out, "collapse")[:2] == ["1/2", ".500"]


def test_a_folder_may_hold_stories_and_those_without_gold_are_told(
    golden: Path, capsys: Capture
) -> None:
    folders.make(golden.parent / "bare")
    done = call(capsys, "evaluate", golden.parent)
    assert done.code == 0
    assert row(done.out, "mean of 1")
    assert done.err == f"{golden.parent / 'bare'}: no readings.tsv, not scored\n"


def test_several_folders_are_scored_in_their_order(
    golden: Path, seeds: Path, capsys: Capture
) -> None:
    done = call(capsys, "evaluate", golden, seeds.parent)
    places = [done.out.index(f"\n{name} ") for name in ("collapse", seeds.name, "mean of 2")]
    assert places == sorted(places)


Spoil = Callable[[Path], object]

BAD: dict[str, tuple[Spoil, str]] = {
    "no gold": (remove(evaluation.NAME), ": no readings.tsv in this folder (write one with"),
    "no story": (remove("story.toml"), ": no story.toml in this folder (write one with"),
    "a bad story": (swap("outlet", "outlets"), "/story.toml:5: unknown key 'outlets' (did you"),
    "a bad row": (
        put(evaluation.NAME, gold().replace("diverge", "differ", 1)),
        "/readings.tsv:2: unknown verdict 'differ' (did you mean diverge?)",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_told_on_one_line_and_nothing_is_written(
    name: str, golden: Path, floors: Path, capsys: Capture
) -> None:
    spoil, said = BAD[name]
    spoil(golden)
    before = tree(floors.parent)
    done = call(capsys, "evaluate", golden, "--floors", floors, "--update")
    assert (done.code, done.out) == (2, "")
    [line] = done.err.splitlines()
    assert line.startswith(f"tabayun: {golden}{said}")
    assert tree(floors.parent) == before


def test_a_folder_without_a_story_with_gold_is_told(story: Path, capsys: Capture) -> None:
    done = call(capsys, "evaluate", story.parent)
    assert done.code == 2
    assert done.err.startswith(f"tabayun: {story.parent}: no story with a readings.tsv here (give ")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, capsys: Capture) -> None:
    done = call(capsys, "evaluate", tmp_path / "none")
    assert done == (2, "", f"tabayun: {tmp_path / 'none'}: no such folder (check the name)\n")


@pytest.mark.parametrize("twice", [True, False])
def test_two_stories_of_one_name_are_refused(
    twice: bool, golden: Path, tmp_path: Path, capsys: Capture
) -> None:
    other = tmp_path / "elsewhere" / "collapse"
    if not twice:
        folders.make(other)
        put(evaluation.NAME, gold())(other)
    done = call(capsys, "evaluate", golden, golden if twice else other)
    assert (done.code, done.out) == (2, "")
    [line] = done.err.splitlines()
    assert line.startswith(f"tabayun: {golden}: another story given has the same name (give each")


def test_what_has_reached_its_floors_passes(golden: Path, floors: Path, capsys: Capture) -> None:
    done = call(capsys, "evaluate", golden, "--floors", floors)
    assert done.code == 0
    assert done.err == f"{floors}: 1 of 1 stories held, none below its floors\n"


def test_what_is_below_its_floors_fails_and_is_printed_all_the_same(
    golden: Path, floors: Path, capsys: Capture
) -> None:
    put(evaluation.NAME, gold("99"))(golden)
    assert call(capsys, "evaluate", golden, "--floors", floors, "--update", "--lower").code == 0
    text = floors.read_text(encoding="utf-8")
    floors.write_text(text.replace("read = 0.500", "read = 0.501"), encoding="utf-8")
    done = call(capsys, "evaluate", golden, "--floors", floors)
    assert done.code == 1
    assert row(done.out, "collapse")[:2] == ["1/2", ".500"]
    assert done.err == f"{floors}: collapse: read 0.500 (1/2) is below its floor 0.501\n"


def test_a_story_on_other_gold_passes_and_is_told(
    golden: Path, floors: Path, capsys: Capture
) -> None:
    put(evaluation.NAME, gold("99"))(golden)
    done = call(capsys, "evaluate", golden, "--floors", floors)
    assert done.code == 0
    assert f"{floors}: collapse: its gold has changed since it was pinned" in done.err


def test_no_floor_falls_unasked(golden: Path, floors: Path, capsys: Capture) -> None:
    before = tree(floors.parent)
    put(evaluation.NAME, gold("99"))(golden)
    refused = call(capsys, "evaluate", golden, "--floors", floors, "--update")
    assert refused.code == 1
    assert f"{floors}: collapse: read falls from 1.000 to 0.500" in refused.err
    assert tree(floors.parent) == before
    lowered = call(capsys, "evaluate", golden, "--floors", floors, "--update", "--lower")
    assert lowered.code == 0
    assert "read = 0.500" in floors.read_text(encoding="utf-8")


def test_an_update_leaves_the_stories_of_other_runs(
    seeds: Path, floors: Path, capsys: Capture
) -> None:
    assert call(capsys, "evaluate", seeds, "--floors", floors, "--update").code == 0
    assert sorted(evaluation.read_pins(floors)) == ["collapse", seeds.name]


def test_an_update_of_nothing_new_changes_no_byte(
    golden: Path, floors: Path, capsys: Capture
) -> None:
    before = floors.read_bytes()
    assert call(capsys, "evaluate", golden, "--floors", floors, "--update").code == 0
    assert floors.read_bytes() == before


def test_floors_that_are_not_there_or_none_are_told_before_anything_is_read(
    golden: Path, tmp_path: Path, capsys: Capture
) -> None:
    path = tmp_path / "floors.toml"
    done = call(capsys, "evaluate", golden, "--floors", path)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"tabayun: {path}: no such file (")
    path.write_text("[collapse]\nread = 2\n", encoding="utf-8")
    for options in ([], ["--update"]):
        done = call(capsys, "evaluate", golden, "--floors", path, *options)
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith(f"tabayun: {path}:1: collapse: gold is no SHA-256 (")


def test_the_bytes_do_not_depend_on_the_environment() -> None:
    stories = [ROOT / "seeds", ROOT / "tests" / "stories" / "air-strike"]
    environments = (
        {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"},
        {"PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "Asia/Tokyo", "COLUMNS": "40",
         "PYTHONIOENCODING": "latin-1", "FORCE_COLOR": "1"},
    )  # fmt: skip
    done = [tabayun("evaluate", *stories, env=env) for env in environments]
    assert [one.returncode for one in done] == [0, 0]
    assert done[0].stdout == done[1].stdout
    assert b"joined" in done[0].stdout


def test_on_a_terminal_it_is_a_table_that_fits(golden: Path) -> None:
    shown = on_terminal("evaluate", golden, columns=110)
    assert "──" in shown
    assert max(len(line) for line in shown.splitlines() if "collapse" in line) <= 110
