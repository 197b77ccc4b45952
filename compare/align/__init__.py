"""Sentences to alignments: which sentences of different outlets say the same thing.

Figures are masked, synonyms brought to their concept, function words left out. Every pair of
sentences of different outlets is scored; partners that take each other are linked, and links
joined into groups with one member an outlet, or two where an outlet splits in two sentences what
another says in one. What two outlets print alike is told from what they word independently.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from compare.align.copies import Printed, find_copies, printed
from compare.align.group import groups
from compare.align.links import alignment
from compare.align.masked import Masked, masked
from compare.align.partners import Pairs, Partners, linked, partners
from compare.align.rows import rows
from compare.align.score import Compared, compared
from compare.align.scores import Pair, Scores
from compare.align.splits import joined_scores, neighbours, splits, with_halves
from compare.lang import Lexicon
from compare.model import Alignment, Article, Figure, Sentence
from compare.settings import DEFAULT


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
    ready = rows(story)
    found, scores = partners(ready, DEFAULT.align_floor)

    def read(at: int) -> Printed:
        sentence = story.ready[at].sentence
        return printed(sentence, texts[sentence.article], figures_of[sentence.id])

    copied = find_copies((pair for pair, _ in scores.each(DEFAULT.align_shown)), read)
    grouped = _groups(story, scores, found)
    made = (alignment(group, story, ready, scores, copied.copies) for group in grouped)
    ids = [m.sentence.id for m in story.ready]
    return Aligned(
        tuple(sorted(made, key=lambda a: a.members)), Scores(ids, scores), copied.figures
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


def _groups(story: Compared, scores: Pairs, found: Partners) -> list[frozenset[int]]:
    """The places of the sentences that say the same."""
    beside = neighbours(story.ready)
    halves = splits(story, scores, found, beside)
    told = joined_scores(scores, halves)
    links = linked(told, story.owners, DEFAULT.align_shown)
    whole = groups(links, told, story.owners)
    return with_halves(whole, halves, story.owners, beside)


__all__ = ["Aligned", "Masked", "align", "comparable"]
