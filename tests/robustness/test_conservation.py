"""No digit and no number word is lost, and no number is shown that stands in no source."""

import os
import random
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from compare import lang, pipeline
from compare.ingest import load_story
from compare.model import Report
from compare.pages import fill
from compare.render import html
from compare.view import Digits, build, on_paper, written
from tests.conftest import ROOT
from tests.properties.test_figures import _WORDS
from tests.properties.test_pipeline import report as reported
from tests.robustness import conserved

STORIES = [ROOT / "seeds" / "hostage-talks-2024", *sorted((ROOT / "tests/stories").iterdir())]
EVERY = pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)
MADE = int(os.environ.get("TABAYUN_STORIES", "150"))
"""How many stories are made up; `make conserve` asks for 10,000."""

TEXTS = st.lists(st.sampled_from((*_WORDS, "\n", "قال", "قتيلا", "\u202e")), max_size=30).map(
    " ".join
)


@lru_cache
def read(story: Path) -> Report:
    return pipeline.build(load_story(story), lang.load())


@EVERY
def test_each_digit_of_a_story_is_in_a_figure(story: Path) -> None:
    assert conserved.lost_digits(read(story)) == []


@EVERY
def test_each_number_word_of_a_story_is_in_a_figure(story: Path) -> None:
    assert conserved.lost_words(read(story)) == []


def test_the_number_words_of_the_stories_are_found() -> None:
    """Texts without figures lose all of them: what is counted is there."""
    bare = [structs.replace(read(story), figures=()) for story in STORIES]
    assert sum(len(conserved.lost_words(made)) for made in bare) > 50


@EVERY
def test_each_figure_of_a_story_is_compared_or_listed_with_its_reason(story: Path) -> None:
    assert conserved.uncounted(read(story)) == set()
    assert all(item.reason for item in read(story).not_compared)


@EVERY
def test_the_page_shows_each_sentence_as_it_stands_at_its_offsets(story: Path) -> None:
    made = read(story)
    shown = conserved.sentences(html(build(made, "ar")))
    texts = {a.id: a.text for a in made.articles}
    whole = {s.id for s in made.sentences if texts[s.article][s.start : s.end].strip()}
    assert set(shown) == whole
    wrong = [s for s, line in shown.items() if line.strip() != conserved.source_line(made, s)]
    assert wrong == []


@EVERY
@pytest.mark.parametrize("locale", ["ar", "en"])
@pytest.mark.parametrize("paper", [False, True], ids=["screen", "paper"])
@pytest.mark.parametrize("digits", ["latn", "arab"])
def test_each_number_shown_is_in_a_source_or_derived(
    story: Path, locale: str, digits: Digits, paper: bool
) -> None:
    briefing = written(build(read(story), locale), digits)
    page = fill("briefing.pdf.html.j2", b=on_paper(briefing)) if paper else html(briefing)
    assert conserved.strange(read(story), page, locale) == []
    places = {shown.at.partition(":")[0] for shown in conserved.numbers(page)}
    assert places >= {"derived", *(article.id for article in read(story).articles)}


def lost(texts: Sequence[str]) -> list[object]:
    """What a story of these texts loses."""
    made = reported(*texts)
    gone = [*conserved.lost_digits(made), *conserved.lost_words(made)]
    return [*gone, *conserved.uncounted(made)]


@settings(max_examples=100)
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_a_story_of_any_words_loses_nothing(texts: list[str]) -> None:
    assert lost(texts) == []


@settings(max_examples=40)
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_the_page_of_any_words_tells_where_its_numbers_come_from(texts: list[str]) -> None:
    made = reported(*texts)
    assert conserved.strange(made, html(build(made, "ar")), "ar") == []


def test_stories_made_of_the_words_of_the_news_lose_nothing() -> None:
    """Sentences of all stories, mixed, with other numbers in them: always the same ones."""
    chance = random.Random(20240610)
    lines = [
        line
        for story in STORIES
        for article in load_story(story).articles
        for line in article.text.splitlines()
        if line.strip()
    ]
    for number in range(MADE):
        texts = [_mixed(chance, lines) for _ in range(chance.randint(1, 3))]
        assert lost(texts) == [], number


def _mixed(chance: random.Random, lines: Sequence[str]) -> str:
    text = "\n".join(chance.sample(lines, chance.randint(1, 4)))
    zero = chance.choice("0٠۰")
    return "".join(
        chr(ord(zero) + chance.randint(0, 9))
        if char.isdecimal() and chance.random() < 0.5
        else char
        for char in text
    )
