"""Each claim's best match in every other article: who is chosen, and whether it chooses back.

A claim of one article is of one quantity with at most one of another's values; where another
value of that article fits better, a good likeness is not enough.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from compare.facts.quantity import Quantity

Pair = tuple[int, int]
Value = tuple[Decimal | None, Decimal | None]


def mutual(scores: Mapping[Pair, float], ready: Sequence[Quantity]) -> frozenset[Pair]:
    """The pairs of different articles of which neither fits another value there better."""
    best: dict[tuple[int, str], dict[Value, float]] = defaultdict(dict)
    for (left, right), score in scores.items():
        for mine, other in ((left, right), (right, left)):
            rivals = best[mine, ready[other].article]
            value = _value(ready[other])
            rivals[value] = max(score, rivals.get(value, score))
    return frozenset(
        (left, right)
        for (left, right), score in scores.items()
        if ready[left].article != ready[right].article
        and score >= _best_other(best[left, ready[right].article], ready[right])
        and score >= _best_other(best[right, ready[left].article], ready[left])
    )


def _best_other(rivals: Mapping[Value, float], other: Quantity) -> float:
    own = _value(other)
    return max((score for value, score in rivals.items() if value != own), default=float("-inf"))


def _value(quantity: Quantity) -> Value:
    return quantity.low, quantity.high
