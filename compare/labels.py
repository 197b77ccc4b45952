"""A fact's label: the words of the article that says it most fully, the figure left out."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from compare.model import Figure
from compare.readings import Told


def most_said(values: Iterable[str | None]) -> str | None:
    """The value that most claims have; the first in order where several do."""
    counted = Counter(value for value in values if value is not None)
    return min(counted, key=lambda v: (-counted[v], v)) if counted else None


def label(told: Sequence[Told], figures: Mapping[str, Figure]) -> str:
    """The span of the claim whose words the other claims share most, its figure as an ellipsis."""
    shared = Counter(word for t in told for word in t.claim.words)
    best = min(told, key=lambda t: (-_weight(t, shared), t.claim.end - t.claim.start, t.claim.id))
    figure = figures[best.claim.figure]
    text = best.article.text
    gap = figure.raw if figure.rule.startswith("dual") else "…"
    words = text[best.claim.start : figure.start] + gap + text[figure.end : best.claim.end]
    return " ".join(words.split())


def _weight(told: Told, shared: Counter[str]) -> int:
    return sum(shared[word] for word in told.claim.words)
