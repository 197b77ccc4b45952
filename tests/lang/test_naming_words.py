"""The names of things are entries of the lexicon, each one once; else file and line are told."""

import shutil
from pathlib import Path

import pytest

from compare.errors import TabayunError
from compare.lang import concepts, load, problems
from compare.lang.naming import load as load_names
from compare.lang.pack import PACKS


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PACKS / "ar", tmp_path / "ar"))


def change(pack: Path, old: str, new: str) -> int:
    """Replace `old` once, and tell the line of it."""
    path = pack / "naming.toml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


@pytest.mark.parametrize(
    "word", ["captive.noun.nobody", "nobody.noun.asir", "captive.is_a.person", "captive"]
)
def test_a_word_that_is_no_entry(pack: Path, word: str) -> None:
    line = change(pack, '"captive.noun.rahina"', f'"{word}"')
    with pytest.raises(TabayunError, match=r"naming\.toml") as raised:
        load_names(pack, concepts.load(pack))
    assert (raised.value.slug, raised.value.line) == ("unknown-entry", line)


def test_an_entry_under_two_names(pack: Path) -> None:
    change(pack, '"captive.noun.rahina"', '"captive.noun.asir"')
    assert [error.slug for error in problems(pack)] == ["duplicate-entry"]


def test_a_key_that_there_is_not(pack: Path) -> None:
    line = change(pack, "definite = true", "definitely = true")
    assert [(e.slug, e.line) for e in problems(pack)] == [("bad-lexicon", line)]


def test_every_thing_has_two_names_and_no_name_twice() -> None:
    names = set(load().naming.names.values())
    shown = [(name.concept, name.shown) for name in names]
    assert len(shown) == len(set(shown))
    concepts_named = [name.concept for name in names]
    assert all(concepts_named.count(concept) > 1 for concept in concepts_named)
