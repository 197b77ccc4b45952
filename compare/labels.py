"""A fact's label: the words of the article that says it most fully, the figure left out."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from compare.model import Claim, Figure
from compare.readings import Told


def most_said(values: Iterable[str | None]) -> str | None:
    """The value that most claims have; the first in order where several do."""
    counted = Counter(value for value in values if value is not None)
    return min(counted, key=lambda v: (-counted[v], v)) if counted else None


def label(told: Sequence[Told], figures: Mapping[str, Figure], predicate: str | None) -> str:
    """The span of the claim that says the fact best, figures as ellipses.

    Best is one that states the fact's predicate as having happened, in words that the other
    claims share, and few.
    """
    shared = Counter(word for t in told for word in t.claim.words)
    best = min(told, key=lambda t: _rank(t, shared, predicate))
    own = figures[best.claim.figure]
    inside = [f for f in figures.values() if _is_inside(f, best.claim)]
    text, at = "", best.claim.start
    for figure in sorted(inside, key=lambda f: f.start):
        gap = figure.raw if figure == own and figure.rule.startswith("dual") else "…"
        text, at = text + best.article.text[at : figure.start] + gap, figure.end
    said = " ".join((text + best.article.text[at : best.claim.end]).split())
    return "…" if own.unit and said == own.raw else said  # "two months" of nothing else


def _is_inside(figure: Figure, claim: Claim) -> bool:
    same = figure.article == claim.article
    return same and claim.start <= figure.start and figure.end <= claim.end


def _rank(
    told: Told, shared: Counter[str], predicate: str | None
) -> tuple[bool, bool, bool, int, int, str]:
    claim = told.claim
    bare = claim.counted is None or claim.part_of is not None
    weight = sum(shared[word] for word in claim.words)
    stated = claim.predicate == predicate
    return (not stated, claim.hypothetical, bare, -weight, claim.end - claim.start, claim.id)
