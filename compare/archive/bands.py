"""How much two sentences must share to be candidates, by how unequal they are.

A sentence's mass is the sum over its different words of their characters + 1. Let m be the
lesser mass of a pair, M the greater and s what they share. token_set_ratio is the best of three
indel ratios (rapidfuzz, `fuzz.token_set_ratio`): the shared words against those of either side,
and all words of one side against those of the other.

- By one of the first two it is 75 or more only where s >= 0.6 m.
- By the third it is so only where 3 M <= 5 m: the lengths alone differ by too much else.
- token_sort_ratio is 50 or more only where the longer text has at most three times the
  characters of the shorter, words said twice counted twice.

So beyond a ratio of 5/3 the floor of 0.6 loses nothing. Within it words may be spelled
differently and still be alike. Of the pairs of 90,000 news sentences none beyond a ratio of 1.5
shares less than 0.6 m, and three in a thousand less than 0.40 m.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]


class Band(NamedTuple):
    """Pairs whose masses have a ratio above `low` and up to `high`; s / m is `floor` or more."""

    low: float
    high: float
    floor: float

    @property
    def share(self) -> float:
        """The least s / M in the band, a hair lower, so that rounding loses nothing."""
        return self.floor / self.high * (1 - 1e-9)


PROVEN = 0.6
LENGTHS = 3.0
"""How many times as long the longer text may be."""

BANDS = (
    Band(0, 1.5, 0.40),
    Band(1.5, LENGTHS, PROVEN),
    Band(LENGTHS, float("inf"), PROVEN),  # met only where the lesser says words twice
)


def floor(lesser: int, greater: int) -> float:
    """The least shared mass, as a share of the lesser, with which a pair is looked at."""
    return next(band.floor for band in BANDS if greater <= band.high * lesser)


def rows(band: Band, total: Integers, whole: Integers) -> tuple[Integers, Integers]:
    """For each sentence, the range of heavier ones in the band; `total` is sorted.

    `whole` is the mass with words said twice counted twice.
    """
    own = np.arange(1, len(total) + 1)
    first = np.maximum(np.searchsorted(total, band.low * total, "right"), own)
    high = LENGTHS * whole if band.high == float("inf") else band.high * total
    return first, np.searchsorted(total, high, "right")
