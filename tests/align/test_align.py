"""Alignment: what the score promises, and groups that do not depend on order."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare import lang
from compare.align import Masked, align
from compare.align.group import groups
from compare.align.partners import linked
from compare.align.score import Matrix, compared, dice, features, score_matrix
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


def matrix(points: list[int]) -> Matrix:
    """Scores of six sentences, 0 for two of one owner."""
    scores = np.zeros((6, 6))
    for (left, right), score in zip(combinations(range(6), 2), points, strict=True):
        if OWNERS[left] != OWNERS[right]:
            scores[left, right] = scores[right, left] = score
    return scores


@given(SCORES)
def test_no_group_has_two_sentences_of_one_outlet_or_two_strangers(points: list[int]) -> None:
    scores = matrix(points)
    links = {pair: float(scores[pair]) for pair in linked(scores, OWNERS, DEFAULT.align_shown)}
    for group in groups(links, scores, OWNERS):
        assert len({OWNERS[member] for member in group}) == len(group)
        assert all(scores[pair] >= DEFAULT.align_floor for pair in combinations(sorted(group), 2))


@given(SCORES)
def test_a_sentence_takes_one_partner_an_outlet_and_none_likelier_is_left(
    points: list[int],
) -> None:
    scores = matrix(points)
    taken = list(linked(scores, OWNERS, DEFAULT.align_shown))
    places = [(a, OWNERS[b]) for pair in taken for a, b in (pair, pair[::-1])]
    assert len(set(places)) == len(places)
    for left, right in combinations(range(6), 2):
        if scores[left, right] >= DEFAULT.align_shown and (left, right) not in taken:
            rivals = [p for p in taken if (left in p) != (right in p)]
            assert any(scores[p] >= scores[left, right] for p in rivals)


WORDS = st.lists(
    st.sampled_from(("قتل", "اصيب", "#count", "#", "مدرسه", "مدير", "نهر")), max_size=9
)


@given(st.lists(WORDS, min_size=2, max_size=5))
def test_the_matrix_gives_what_the_formula_says(texts: list[list[str]]) -> None:
    ready = [masked_words(str(at), words) for at, words in enumerate(texts)]
    story = compared(ready, {m.sentence.article: m.sentence.article for m in ready})
    scores = score_matrix(story)
    for left, right in combinations(range(len(ready)), 2):
        mine, theirs = features(ready[left]), features(ready[right])
        assert scores[left, right] == pytest.approx(dice(mine, theirs, story.mass), abs=0.011)
        assert scores[left, right] == scores[right, left]
        if mine and mine == theirs:
            assert scores[left, right] == 100


def masked_words(at: str, words: list[str]) -> Masked:
    sentence = Sentence(id=at, article=at, start=0, end=1, zone="body", paragraph=0)
    return Masked(sentence, tuple(words), tuple(words))
