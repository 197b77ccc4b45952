"""Each way in which a folder is no story is told by slug, path, line and way out."""

import os
from pathlib import Path

import pytest

from compare.errors import TabayunError
from compare.ingest import load_story, problems
from tests.ingest.bad_stories import BAD, Bad
from tests.ingest.folders import put, remove, swap, together


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_trouble_is_told_with_its_place_and_way_out(case: Bad, story: Path) -> None:
    case.spoil(story)
    with pytest.raises(TabayunError) as caught:
        load_story(story)
    error = caught.value
    assert (error.slug, error.path, error.line) == (case.slug, story / case.where, case.line)
    assert error.hint
    for word in case.words:
        assert word in str(error)


def test_all_troubles_are_found_at_once(story: Path) -> None:
    together(
        swap("title", "headline"),
        swap("2024-06-10", "2024\nlanguage = 'ar'"),
        remove("b.txt"),
        swap('outlet = "إذاعة الجبل"', 'outlet = "إذاعة الجبل"\n[[article]]\nfile = "c.txt"\n'
             'outlet = "وكالة"\n[[article]]\nfile = "./c.txt"\noutlet = "وكالة"'),
        put("c.txt", "  "),
    )(story)  # fmt: skip
    assert [(error.slug, error.line) for error in problems(story)] == [
        ("unknown-key", 1),
        ("unknown-key", 7),
        ("wrong-type", 6),
        ("named-twice", 16),
        ("no-such-article", 10),
        ("empty-article", None),
        ("empty-article", None),
    ]


def test_the_first_of_the_troubles_is_raised(story: Path) -> None:
    together(swap("title", "headline"), remove("b.txt"))(story)
    with pytest.raises(TabayunError) as caught:
        load_story(story)
    assert str(caught.value) == str(problems(story)[0])


def test_a_sound_story_has_no_troubles(story: Path, seeds: Path) -> None:
    assert problems(story) == []
    assert problems(seeds) == []


def test_a_file_that_may_not_be_read_is_named(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Permissions do not bind root, so the system's answer is played.
    read = Path.read_bytes

    def deny(path: Path) -> bytes:
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", deny)
    [error] = problems(story)
    assert (error.slug, error.path) == ("unreadable", story / "b.txt")
    assert "Permission denied" in str(error)


def test_the_folder_is_named_as_it_was_typed(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    remove("b.txt")(story)
    monkeypatch.chdir(story.parent)
    [error] = problems(Path("collapse"))
    assert str(error).startswith("collapse/story.toml:9: ")


def test_a_folder_whose_name_is_not_utf8_is_refused(story: Path) -> None:
    renamed = story.rename(story.parent / os.fsdecode(b"caf\xe9"))
    [error] = problems(renamed)
    assert error.slug == "bad-folder-name"


def test_a_folder_that_may_not_be_looked_into_is_named(story: Path) -> None:
    folder = story / ("n" * 300)
    [error] = problems(folder)
    assert (error.slug, error.path) == ("unreadable", folder)
