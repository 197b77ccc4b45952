"""Alignment: what the score promises, and groups that do not depend on order."""

from itertools import combinations, permutations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare import lang
from compare.align import Masked, align
from compare.align.group import groups
from compare.align.partners import Pairs, linked, partners
from compare.align.rows import NONE, row, rows
from compare.align.score import Compared, compared, dice
from compare.figures import figures
from compare.identity import content_id
from compare.model import Article, Sentence
from compare.segment import sentences
from compare.settings import DEFAULT

SAME = "أعلنت وزارة الصحة مقتل سبعة عمال في انهيار منجم شمال المدينة."
REWORDED = "قالت وزارة الصحة إن 9 عمال قتلوا في انهيار المنجم الواقع شمال المدينة."
SHORT = "انهيار المنجم."
OTHER = "ارتفعت أسعار القمح في الأسواق العالمية بعد موسم جاف."


def article(outlet: str, *lines: str) -> Article:
    text = "\n".join(("عنوان لا يهم كثيرا", *lines, "خاتمة بعيدة عن كل ما سبق."))
    return Article(
        id=content_id(outlet), outlet=outlet, title=None, published=None, lang="ar",
        path=f"{outlet}.txt", sha256="", url=None, characters=len(text), text=text,
    )  # fmt: skip


def aligned(*articles: Article) -> dict[frozenset[str], float]:
    """The scores of the story's sentence pairs, by their words."""
    lexicon = lang.load()
    parts = [s for a in articles for s in sentences(a, lexicon)]
    found = [
        f for a in articles for f in figures(a, [s for s in parts if s.article == a.id], lexicon)
    ]
    text = {a.id: a.text for a in articles}
    words = {s.id: text[s.article][s.start : s.end].strip() for s in parts}
    scores = align(articles, parts, found, lexicon).scores
    return {frozenset(words[i] for i in pair): score for pair, score in scores.items()}


def test_a_rewording_with_another_figure_scores_high_and_another_subject_not_at_all() -> None:
    scores = aligned(article("أ", SAME), article("ب", REWORDED, OTHER))
    assert scores[frozenset((SAME, REWORDED))] > 50
    assert frozenset((SAME, OTHER)) not in scores


def test_a_mere_part_of_a_sentence_does_not_score_in_full() -> None:
    scores = aligned(article("أ", SAME), article("ب", SHORT))
    assert scores.get(frozenset((SAME, SHORT)), 0) < 70


def test_the_order_of_articles_does_not_matter() -> None:
    one, two, three = article("أ", SAME), article("ب", REWORDED), article("ج", OTHER, SAME)
    assert aligned(one, two, three) == aligned(three, two, one)


OWNERS = ("x", "y", "z", "x", "y", "z")
SCORES = st.lists(st.integers(0, 100), min_size=15, max_size=15)


def scored(points: list[int]) -> dict[tuple[int, int], int]:
    """Scores of six sentences, 0 for two of one owner."""
    pairs = zip(combinations(range(6), 2), points, strict=True)
    return {(a, b): 0 if OWNERS[a] == OWNERS[b] else score for (a, b), score in pairs}


def held(scores: dict[tuple[int, int], int]) -> Pairs:
    """Those of the scores that are as high as a score that is held."""
    high = {pair: score for pair, score in scores.items() if score >= DEFAULT.align_floor}
    keys = [left * 6 + right for left, right in high]
    return Pairs(6, np.array(keys, np.int64), np.array(list(high.values()), np.float64))


@given(SCORES)
def test_no_group_has_two_sentences_of_one_outlet_or_two_strangers(points: list[int]) -> None:
    scores = scored(points)
    links = linked(held(scores), OWNERS, DEFAULT.align_shown)
    for group in groups(links, held(scores), OWNERS):
        assert len({OWNERS[member] for member in group}) == len(group)
        assert all(scores[pair] >= DEFAULT.align_floor for pair in combinations(sorted(group), 2))


@given(SCORES)
def test_a_sentence_takes_one_partner_an_outlet_and_none_likelier_is_left(
    points: list[int],
) -> None:
    scores = scored(points)
    taken = list(linked(held(scores), OWNERS, DEFAULT.align_shown))
    places = [(a, OWNERS[b]) for pair in taken for a, b in (pair, pair[::-1])]
    assert len(set(places)) == len(places)
    for left, right in combinations(range(6), 2):
        if scores[left, right] >= DEFAULT.align_shown and (left, right) not in taken:
            rivals = [(min(p), max(p)) for p in taken if (left in p) != (right in p)]
            assert any(scores[p] >= scores[left, right] for p in rivals)


WORDS = st.lists(
    st.sampled_from(("قتل", "اصيب", "#count", "#", "مدرسه", "مدير", "نهر")), max_size=9
)


STORIES = st.lists(st.tuples(st.sampled_from("xyz"), WORDS), min_size=2, max_size=9)


@given(STORIES)
def test_the_rows_give_what_the_formula_says(texts: list[tuple[str, list[str]]]) -> None:
    story = told(texts)
    ready = rows(story)
    for at, other in permutations(range(len(texts)), 2):
        points = dict(zip(*map(np.ndarray.tolist, row(ready, at)), strict=True))
        mine, theirs = story.features[at], story.features[other]
        wanted = dice(mine, theirs, story.mass) if texts[at][0] != texts[other][0] else 0
        assert points.get(other, 0) == pytest.approx(wanted, abs=0.011)
        back = row(ready, other)
        assert points.get(other, 0) == dict(zip(*back, strict=True)).get(at, 0)
        if mine and mine == theirs and wanted:
            assert points[other] == 100


@given(STORIES)
def test_partners_are_found_as_by_looking_at_all(texts: list[tuple[str, list[str]]]) -> None:
    ready = rows(told(texts))
    found, pairs = partners(ready, DEFAULT.align_floor)
    score = {(at, p): s for at in range(len(texts)) for p, s in zip(*row(ready, at), strict=True)}
    assert dict(pairs.each(0)) == {
        (a, b): s for (a, b), s in score.items() if a < b and s >= DEFAULT.align_floor
    }
    for at, outlet in product(range(len(texts)), set(found.outlet.tolist())):
        theirs = [p for p in range(len(texts)) if found.outlet[p] == outlet and (at, p) in score]
        wanted = max(theirs, key=lambda p: (score[at, p], -p), default=NONE)
        assert found.best[at, outlet] == wanted


def told(texts: list[tuple[str, list[str]]]) -> Compared:
    """A story of masked sentences, each of an outlet."""
    ready = [masked_words(str(at), words) for at, (_, words) in enumerate(texts)]
    return compared(ready, {str(at): outlet for at, (outlet, _) in enumerate(texts)})


def masked_words(at: str, words: list[str]) -> Masked:
    sentence = Sentence(id=at, article=at, start=0, end=1, zone="body", paragraph=0)
    return Masked(sentence, tuple(words), tuple(words))
