"""Sentences to alignments: which sentences of different outlets say the same thing.

Figures are masked, synonyms brought to their concept, function words left out. Every pair of
sentences of different outlets is scored; partners that take each other are linked, and links
joined into groups with one member an outlet, or two where an outlet splits in two sentences what
another says in one. What two outlets print alike is told from what they word independently.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from compare.align.copies import Printed, find_copies, printed
from compare.align.group import groups
from compare.align.links import alignment
from compare.align.masked import Masked, masked
from compare.align.partners import linked, partners
from compare.align.score import Compared, Matrix, compared, score_matrix
from compare.align.splits import joined_scores, neighbours, splits, with_halves
from compare.lang import Lexicon
from compare.model import Alignment, Article, Figure, Sentence
from compare.settings import DEFAULT

Pair = tuple[str, str]
"""Two ids, the smaller first."""


class Aligned(NamedTuple):
    """The alignments, and the score of every pair of sentences above the floor, by their ids.

    `reprinted` are pairs of figures that stand in words which two outlets print alike.
    """

    alignments: tuple[Alignment, ...]
    scores: Mapping[Pair, float]
    reprinted: frozenset[Pair]


def align(
    articles: Sequence[Article],
    sentences: Sequence[Sentence],
    figures: Sequence[Figure],
    lexicon: Lexicon,
) -> Aligned:
    """Align the title and body sentences of a story's articles, whatever the articles' order."""
    outlets = {article.id: article.outlet for article in articles}
    texts = {article.id: article.text for article in articles}
    figures_of = _by_sentence(figures)
    story = compared(comparable(articles, sentences, figures, lexicon), outlets)
    scores = score_matrix(story)

    def read(at: int) -> Printed:
        sentence = story.ready[at].sentence
        return printed(sentence, texts[sentence.article], figures_of[sentence.id])

    copied = find_copies(_pairs(scores, DEFAULT.align_shown), read)
    made = (alignment(group, story, scores, copied.copies) for group in _groups(story, scores))
    return Aligned(
        tuple(sorted(made, key=lambda a: a.members)), _above_floor(story, scores), copied.figures
    )


def comparable(
    articles: Sequence[Article],
    sentences: Sequence[Sentence],
    figures: Sequence[Figure],
    lexicon: Lexicon,
) -> tuple[Masked, ...]:
    """The title and body sentences that have words to compare, in order of their ids."""
    texts = {article.id: article.text for article in articles}
    figures_of = _by_sentence(figures)
    ready = (
        masked(sentence, texts[sentence.article], figures_of[sentence.id], lexicon)
        for sentence in sorted(sentences, key=lambda s: s.id)
        if sentence.zone in ("title", "body")
    )
    return tuple(m for m in ready if m.words)


def _by_sentence(figures: Sequence[Figure]) -> defaultdict[str, list[Figure]]:
    found: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        found[figure.sentence].append(figure)
    return found


def _groups(story: Compared, scores: Matrix) -> list[frozenset[int]]:
    """The places of the sentences that say the same."""
    beside = neighbours(story.ready)
    halves = splits(story, scores, partners(scores, story.owners), beside)
    told = joined_scores(scores, halves)
    links = linked(told, story.owners, DEFAULT.align_shown)
    whole = groups({pair: float(told[pair]) for pair in links}, told, story.owners)
    return with_halves(whole, halves, story.owners, beside)


def _above_floor(story: Compared, scores: Matrix) -> Mapping[Pair, float]:
    ids = [m.sentence.id for m in story.ready]
    return {
        (ids[left], ids[right]): float(scores[left, right])
        for left, right in _pairs(scores, DEFAULT.align_floor)
    }


def _pairs(scores: Matrix, least: float) -> Iterator[tuple[int, int]]:
    """The places of the pairs that score `least` or more."""
    left, right = np.nonzero(np.triu(scores) >= least)
    return zip(left.tolist(), right.tolist(), strict=True)


__all__ = ["Aligned", "Masked", "align", "comparable"]
