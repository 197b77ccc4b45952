"""Sentences to alignments: which sentences of different outlets say the same thing.

Figures are masked, synonyms brought to their concept, function words left out. Every pair of
sentences of different outlets is scored; partners that choose each other are linked, and links
joined into groups with one member an outlet.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from compare.align.group import groups
from compare.align.masked import Masked, masked
from compare.align.score import score_pairs
from compare.identity import content_id
from compare.lang import Lexicon
from compare.model import Alignment, Article, Figure, Link, Sentence
from compare.settings import DEFAULT


class Aligned(NamedTuple):
    """The alignments, and the score of every pair above the floor, by sorted sentence ids."""

    alignments: tuple[Alignment, ...]
    scores: Mapping[tuple[str, str], float]


def align(
    articles: Sequence[Article],
    sentences: Sequence[Sentence],
    figures: Sequence[Figure],
    lexicon: Lexicon,
) -> Aligned:
    """Align the title and body sentences of a story's articles, whatever the articles' order."""
    outlets = {article.id: article.outlet for article in articles}
    ready = comparable(articles, sentences, figures, lexicon)
    owner = {m.sentence.id: outlets[m.sentence.article] for m in ready}
    scores = {
        pair: score
        for pair, score in score_pairs(ready, owner).items()
        if score >= DEFAULT.align_floor
    }
    shown = {pair: score for pair, score in scores.items() if score >= DEFAULT.align_shown}
    return Aligned(tuple(_alignment(group, shown) for group in groups(shown, owner)), scores)


def comparable(
    articles: Sequence[Article],
    sentences: Sequence[Sentence],
    figures: Sequence[Figure],
    lexicon: Lexicon,
) -> tuple[Masked, ...]:
    """The title and body sentences that have words to compare, in order of their ids."""
    texts = {article.id: article.text for article in articles}
    figures_of: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        figures_of[figure.sentence].append(figure)
    ready = (
        masked(sentence, texts[sentence.article], figures_of[sentence.id], lexicon)
        for sentence in sorted(sentences, key=lambda s: s.id)
        if sentence.zone in ("title", "body")
    )
    return tuple(m for m in ready if m.words)


def _alignment(members: tuple[str, ...], scores: Mapping[tuple[str, str], float]) -> Alignment:
    links = tuple(
        Link(left=left, right=right, score=scores[left, right])
        for at, left in enumerate(members)
        for right in members[at + 1 :]
        if (left, right) in scores
    )
    return Alignment(id=content_id("alignment", *members), members=members, links=links)


__all__ = ["Aligned", "Masked", "align", "comparable"]
