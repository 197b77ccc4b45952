"""Bad input gives one line that names the place, exit 2, and leaves earlier output alone."""

from pathlib import Path

import pytest

from tests.cli.running import OUTPUTS, call, play_stages, tabayun, tree
from tests.ingest import folders
from tests.ingest.bad_stories import BAD, Bad
from tests.ingest.folders import remove

Capture = pytest.CaptureFixture[str]

WRONG_CALLS = {
    "no such command": (["compare"], "no such command 'compare'", ""),
    "no such option of all": (["--fast"], "no such option '--fast'", ""),
    "report of nothing": (["report", "-o", "out"], "missing argument 'STORY...'", " report"),
    "report to nowhere": (["report", "story", "-o"], "option '-o' requires an argument", " report"),
    "no such option": (["report", "story", "--fast"], "no such option '--fast'", " report"),
    "no such language": (["report", "story", "--locale", "fr"],
        "invalid value for '--locale': 'fr' is not one of 'ar', 'en'", " report"),
    "figures of nothing": (["figures"], "missing argument 'FILE'", " figures"),
    "figures of two": (["figures", "a.txt", "b.txt"],
        "got unexpected extra argument (b.txt)", " figures"),
    "evaluate of nothing": (["evaluate"], "missing argument 'DIR...'", " evaluate"),
    "update of no floors": (["evaluate", "x", "--update"], "--update needs --floors", " evaluate"),
    "lowering alone": (["evaluate", "x", "--floors", "y", "--lower"],
        "--lower needs --update", " evaluate"),
    "check of nothing": (["check"], "missing argument 'PATH...'", " check"),
}  # fmt: skip


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """An output folder with what an earlier run wrote for the story."""
    earlier: dict[str, str | bytes] = {name: f"earlier {name}" for name in OUTPUTS}
    folders.make(tmp_path / "output" / "collapse", earlier)
    return tmp_path / "output"


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_a_bad_story_is_told_on_one_line(
    case: Bad, story: Path, output: Path, capsys: Capture
) -> None:
    before = tree(output)
    case.spoil(story)
    done = call(capsys, "report", story, "-o", output)
    assert (done.code, done.out) == (2, "")
    [line] = done.err.splitlines()
    place = f"{story / case.where}" + (f":{case.line}" if case.line else "")
    assert line.startswith(f"tabayun: {place}: ")
    for word in case.words:
        assert word in line
    assert tree(output) == before


def test_the_same_in_a_process_of_its_own(story: Path, output: Path) -> None:
    before = tree(output)
    remove("b.txt")(story)
    done = tabayun("report", story.name, "-o", output, cwd=story.parent)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == (
        "tabayun: collapse/story.toml:9: 'b.txt': no such article"
        " (check the name, or take the entry out)\n"
    )
    assert tree(output) == before


def test_all_stories_are_checked_before_the_first_is_compared(
    story: Path, output: Path, seeds: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    play_stages(monkeypatch)
    before = tree(output)
    remove("b.txt")(story)
    assert call(capsys, "report", seeds, story, "-o", output).code == 2
    assert tree(output) == before


def test_two_stories_of_one_name_are_refused(
    story: Path, output: Path, tmp_path: Path, capsys: Capture
) -> None:
    before = tree(output)
    other = folders.make(tmp_path / "elsewhere" / "collapse")
    done = call(capsys, "report", story, other, "-o", output)
    assert done.code == 2
    [line] = done.err.splitlines()
    assert str(story) in line
    assert "same name" in line
    assert tree(output) == before


def test_output_that_cannot_be_written_is_told(
    story: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    play_stages(monkeypatch)
    (tmp_path / "output").write_bytes(b"mine")
    done = call(capsys, "report", story, "-o", tmp_path / "output")
    assert (done.code, done.out) == (2, "")
    [line] = done.err.splitlines()
    assert line.startswith(f"tabayun: {tmp_path / 'output' / 'collapse'}: cannot write: ")
    assert (tmp_path / "output").read_bytes() == b"mine"


@pytest.mark.parametrize("name", WRONG_CALLS)
def test_a_wrong_call_is_told_on_one_line(name: str, capsys: Capture) -> None:
    args, said, command = WRONG_CALLS[name]
    done = call(capsys, *args)
    assert done == (2, "", f"tabayun: {said} (see tabayun{command} --help)\n")


def test_a_call_of_nothing_shows_how_to_call(capsys: Capture) -> None:
    done = call(capsys)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Usage: tabayun ")
