"""Articles to sentences: cases by phenomenon, and no character lost."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare import lang
from compare.model import Article
from compare.segment import sentences

CASES = Path(__file__).parent / "cases" / "segmentation"
TEXT = st.text(st.sampled_from('قتل سبعة.؟!\n\r "»د1٢،\u200f(') | st.characters(), max_size=200)


def cases(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((CASES / name).read_text("utf-8"))["case"]
    return found


def article(text: str) -> Article:
    return Article(
        id="a", outlet="o", title=None, published=None, lang="ar", path="a.txt", sha256="",
        url=None, characters=len(text), text=text,
    )  # fmt: skip


@pytest.mark.parametrize("case", cases("sentence_ends.toml"), ids=lambda c: c["text"][:30])
def test_sentences_end_where_a_reader_ends_them(case: dict[str, Any]) -> None:
    text = case["text"]
    found = [text[s.start : s.end].strip() for s in sentences(article(text), lang.load())]
    assert found == case["sentences"]


@pytest.mark.parametrize("case", cases("zones.toml"), ids=lambda c: c["text"][:30])
def test_zones_tell_the_story_from_the_page(case: dict[str, Any]) -> None:
    found = [s.zone for s in sentences(article(case["text"]), lang.load())]
    assert found == case["zones"]


@given(TEXT)
def test_no_character_is_lost_or_twice_there(text: str) -> None:
    found = sentences(article(text), lang.load())
    assert "".join(text[s.start : s.end] for s in found) == text
    assert len({s.id for s in found}) == len(found)


def test_an_edit_elsewhere_leaves_a_sentence_its_id() -> None:
    before = sentences(article("قال واحد. قال اثنان."), lang.load())
    after = sentences(article("جملة جديدة. قال واحد. قال اثنان."), lang.load())
    assert {s.id for s in before} <= {s.id for s in after}
