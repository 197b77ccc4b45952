"""What `tabayun check` says of stories and lexicons."""

from pathlib import Path

import pytest

import compare.lang
from tests.cli.running import call
from tests.ingest.folders import make, put, remove, swap, together

Capture = pytest.CaptureFixture[str]

LEXICON = Path(compare.lang.__file__).parent / "ar"


def test_what_is_sound_is_said_to_be(story: Path, seeds: Path, capsys: Capture) -> None:
    done = call(capsys, "check", story, seeds, LEXICON)
    assert done == (0, f"{story}: ok\n{seeds}: ok\n{LEXICON}: ok\n", "")


def test_every_trouble_is_a_line(story: Path, seeds: Path, capsys: Capture) -> None:
    together(swap("outlet", "outlets"), remove("b.txt"))(story)
    done = call(capsys, "check", story, seeds)
    assert (done.code, done.err) == (2, "")
    first, second, third, last = done.out.splitlines()
    assert first.startswith(f"{story}/story.toml:5: unknown key 'outlets' (did you mean outlet?)")
    assert second.startswith(f"{story}/story.toml:3: an article without outlet")
    assert third.startswith(f"{story}/story.toml:9: 'b.txt': no such article (")
    assert last == f"{seeds}: ok"


def test_a_folder_of_word_lists_is_checked_as_a_lexicon(tmp_path: Path, capsys: Capture) -> None:
    files: dict[str, str | bytes] = {
        path.name: path.read_bytes() for path in LEXICON.glob("*.toml")
    }
    folder = make(tmp_path / "ar", files)
    assert call(capsys, "check", folder).code == 0
    name = min(files)
    put(name, "no toml")(folder)
    done = call(capsys, "check", folder)
    assert done.code == 2
    assert str(folder / name) in done.out


def test_a_folder_of_neither_is_no_story(tmp_path: Path, capsys: Capture) -> None:
    done = call(capsys, "check", tmp_path)
    assert done.code == 2
    assert done.out.startswith(f"{tmp_path}: no story.toml in this folder (")
