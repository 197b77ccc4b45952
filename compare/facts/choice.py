"""Each claim's best match in every other article: who is chosen, and whether it chooses back.

A claim of one article is of one quantity with at most one of another's values; where another
value of that article fits better, a good likeness is not enough.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from compare.facts.quantity import Quantity

Pair = tuple[int, int]
Value = tuple[Decimal | None, Decimal | None]
_NONE = float("-inf")


class _Best(NamedTuple):
    """An article's value that fits a claim best, how well, and how well the next value does."""

    value: Value | None = None
    score: float = _NONE
    other: float = _NONE

    def seen(self, value: Value, score: float) -> "_Best":
        """The best with one more match looked at."""
        if value == self.value:
            return self._replace(score=max(score, self.score))
        if score > self.score:
            return _Best(value, score, self.score)
        return self._replace(other=max(score, self.other))

    def rival(self, value: Value) -> float:
        """How well the best other value fits."""
        return self.other if value == self.value else self.score


def mutual(scores: Mapping[Pair, float], ready: Sequence[Quantity]) -> frozenset[Pair]:
    """The pairs of different articles of which neither fits another value there better.

    Where an article has no other value that could be meant, there is nothing to choose from.
    """
    best: dict[tuple[int, str], _Best] = defaultdict(_Best)
    for (left, right), score in scores.items():
        for mine, other in ((left, right), (right, left)):
            place = (mine, ready[other].article)
            best[place] = best[place].seen(_value(ready[other]), score)
    return frozenset(
        (left, right)
        for (left, right), score in scores.items()
        if ready[left].article != ready[right].article
        and score >= best[left, ready[right].article].rival(_value(ready[right]))
        and score >= best[right, ready[left].article].rival(_value(ready[left]))
    )


def _value(quantity: Quantity) -> Value:
    return quantity.low, quantity.high
