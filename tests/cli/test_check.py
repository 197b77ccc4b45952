"""What `tabayun check` says of stories and lexicons."""

from pathlib import Path

import pytest

import compare.lang
from compare.ingest import load_story
from tests.cli.running import call
from tests.ingest.folders import SOUND_TOML, make, put, remove, swap, together

Capture = pytest.CaptureFixture[str]

LEXICON = Path(compare.lang.__file__).parent / "ar"


def test_what_is_sound_is_said_to_be(story: Path, seeds: Path, capsys: Capture) -> None:
    done = call(capsys, "check", story, seeds, LEXICON)
    assert (done.code, done.err) == (0, "")
    lines = [line for line in done.out.splitlines() if ": note: " not in line]
    assert lines == [f"{story}: ok", f"{seeds}: ok", f"{LEXICON}: ok"]


def test_what_the_report_warns_of_is_noted_before_ok(story: Path, capsys: Capture) -> None:
    together(
        swap('title = "انهيار مبنى في الحي القديم"', ""),
        swap("2024-06-10", '2024-06-10\ntitle = "انهيار"'),
        put("b.txt", "Twelve were killed."),
    )(story)
    assert call(capsys, "check", story).out.splitlines() == [
        f"{story}: note: the story has no title; its folder's name stands for it",
        f"{story}/b.txt: note: no title is given",
        f"{story}/b.txt: note: no date is given",
        f"{story}/b.txt: note: no url is given",
        f"{story}/b.txt: note: hardly any Arabic: its words are not read, only its digits",
        f"{story}/a.txt: note: no url is given",
        f"{story}: ok",
    ]


def test_each_notice_of_a_story_is_a_note(story: Path, capsys: Capture) -> None:
    put("story.toml", SOUND_TOML.rpartition("[[article]]")[0])(story)
    messages = [notice.message for notice in load_story(story).notices]
    *notes, last = call(capsys, "check", story).out.splitlines()
    assert [note.partition(": note: ")[2] for note in notes] == messages
    assert "one article alone: there is nothing to compare it with" in messages
    assert last == f"{story}: ok"


def test_every_trouble_is_a_line(story: Path, seeds: Path, capsys: Capture) -> None:
    together(swap("outlet", "outlets"), remove("b.txt"))(story)
    done = call(capsys, "check", story, seeds)
    assert (done.code, done.err) == (2, "")
    first, second, third, *_, last = done.out.splitlines()
    assert f"{story}: ok" not in done.out
    assert f"{story}/a.txt: note: " not in done.out
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
