"""A fact's label: the words of the article that says it most fully, the figure left out."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from compare.model import Figure
from compare.readings import Told


def most_said(values: Iterable[str | None]) -> str | None:
    """The value that most claims have; the first in order where several do."""
    counted = Counter(value for value in values if value is not None)
    return min(counted, key=lambda v: (-counted[v], v)) if counted else None


def label(told: Sequence[Told], figures: Mapping[str, Figure], predicate: str | None) -> str:
    """The span of the claim that says the fact best, its figure as an ellipsis.

    Best is one that states the fact's predicate as having happened, in words that the other
    claims share, and few.
    """
    shared = Counter(word for t in told for word in t.claim.words)
    best = min(told, key=lambda t: _rank(t, shared, predicate))
    figure = figures[best.claim.figure]
    text = best.article.text
    gap = figure.raw if figure.rule.startswith("dual") else "…"
    words = text[best.claim.start : figure.start] + gap + text[figure.end : best.claim.end]
    return " ".join(words.split())


def _rank(
    told: Told, shared: Counter[str], predicate: str | None
) -> tuple[bool, bool, bool, int, int, str]:
    claim = told.claim
    bare = claim.counted is None or claim.part_of is not None
    weight = sum(shared[word] for word in claim.words)
    stated = claim.predicate == predicate
    return (not stated, claim.hypothetical, bare, -weight, claim.end - claim.start, claim.id)
