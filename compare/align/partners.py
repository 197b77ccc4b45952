"""Each sentence's partners: the likest one of every other outlet, and the pairs that are linked."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from compare.align.rows import NONE, Places, Points, Rows, likest, row
from compare.limits import most, refuse_beyond

Keys = NDArray[np.int64]


class Pairs(NamedTuple):
    """The scores of the pairs of `size` sentences that score enough, in order of both places.

    A key is `left * size + right` of the places of two, the smaller first; `points` the scores.
    """

    size: int
    keys: Keys
    points: Points

    def of(self, left: Places, right: Places) -> Points:
        """The scores of pairs of places, the smaller first; 0 for those that are not held."""
        return self._points(left.astype(np.int64) * self.size + right)

    def with_scores(self, told: Sequence[tuple[int, int, float]]) -> "Pairs":
        """The same pairs, those of `told`, which are among them, with other scores."""
        points = self.points.copy()
        for left, right, score in told:
            points[np.searchsorted(self.keys, left * self.size + right)] = score
        return self._replace(points=points)

    def each(self, least: float) -> Iterator[tuple[tuple[int, int], float]]:
        """The pairs of `least` points or more, with their scores."""
        high = np.flatnonzero(self.points >= least)
        return self._told(high)

    def likest_first(self, least: float) -> Iterator[tuple[tuple[int, int], float]]:
        """The pairs of `least` points or more, the earlier first where two tie."""
        high = np.flatnonzero(self.points >= least)
        return self._told(high[np.argsort(-self.points[high], kind="stable")])

    def _told(self, chosen: Places) -> Iterator[tuple[tuple[int, int], float]]:
        for at in chosen:
            left, right = divmod(int(self.keys[at]), self.size)
            yield (left, right), float(self.points[at])

    def _points(self, keys: Keys) -> Points:
        if not self.keys.size:
            return np.zeros(len(keys))
        at = np.minimum(np.searchsorted(self.keys, keys), self.keys.size - 1)
        return np.where(self.keys[at] == keys, self.points[at], 0.0)


class Partners(NamedTuple):
    """The likest partners of n sentences in m outlets.

    `outlet[i]` is the number of a sentence's own outlet; `best[i, o]`, of shape (n, m), the place
    of the sentence of outlet `o` that is likest to sentence `i`, the first where two tie, `NONE`
    where nothing is alike.
    """

    outlet: NDArray[np.int32]
    best: NDArray[np.int32]


def partners(of: Rows, least: float) -> tuple[Partners, Pairs]:
    """The partners of each sentence, and the pairs of `least` points or more.

    Raises `TabayunError` where those are more than the limit `sentence_pairs`, with an estimate.
    """
    size = len(of.told)
    best = np.full((size, int(of.outlet.max(initial=NONE)) + 1), NONE, np.int32)
    keys: list[Keys] = []
    points: list[Points] = []
    count = 0
    for at in range(size):
        found = row(of, at)
        outlets, first = likest(found, of.outlet)
        best[at, outlets] = first.places
        later = (found.points >= least) & (found.places > at)
        keys.append(at * size + found.places[later].astype(np.int64))
        points.append(found.points[later])
        count += int(later.sum())
        if count > most("sentence_pairs"):
            # Counting the rest could take hours: as many pairs for each sentence that is left.
            refuse_beyond("sentence_pairs", count * size / (at + 1))
    none = Pairs(size, np.zeros(0, np.int64), np.zeros(0))
    held = Pairs(size, np.concatenate(keys), np.concatenate(points)) if keys else none
    return Partners(of.outlet, best), held


def linked(scores: Pairs, owners: Sequence[str], least: float) -> Iterator[tuple[int, int]]:
    """The pairs that take each other, of those left, the likest pair of a story first.

    A sentence takes one partner in an outlet, of a score of `least` or more.
    """
    taken: set[tuple[int, str]] = set()
    for (left, right), _ in scores.likest_first(least):
        places = {(left, owners[right]), (right, owners[left])}
        if taken.isdisjoint(places):
            taken |= places
            yield left, right
