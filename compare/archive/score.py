"""What rapidfuzz says of candidates: which of them are pairs."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.fuzz import token_set_ratio, token_sort_ratio
from rapidfuzz.process import cpdist

SET, SORT = 75.0, 50.0
"""A pair has at least this token_set_ratio and this token_sort_ratio, 0 to 100."""
_TOGETHER = 1 << 16

Floats = NDArray[np.float64]


class Scores(NamedTuple):
    """Which of the candidates are pairs, as their places, and both scores of each."""

    at: NDArray[np.intp]
    set_ratio: Floats
    sort_ratio: Floats


def score(
    texts: Sequence[str], left: Sequence[int], right: Sequence[int], workers: int = 1
) -> Scores:
    """Score candidates, which are given by their two texts; those below a floor are left out."""
    parts = [
        _score(texts, left[at : at + _TOGETHER], right[at : at + _TOGETHER], workers, at)
        for at in range(0, len(left), _TOGETHER)
    ]
    none = (np.empty(0, np.intp), np.empty(0), np.empty(0))
    at, set_ratio, sort_ratio = (np.concatenate(each) for each in zip(none, *parts, strict=True))
    return Scores(at, set_ratio, sort_ratio)


def _score(
    texts: Sequence[str], left: Sequence[int], right: Sequence[int], workers: int, first: int
) -> Scores:
    one, other = [texts[i] for i in left], [texts[i] for i in right]
    # Not float32, the default, which moves scores across a threshold.
    by_set = cpdist(
        one, other, scorer=token_set_ratio, score_cutoff=SET, workers=workers, dtype=np.float64
    )
    at = np.flatnonzero(by_set)
    one, other = [one[i] for i in at], [other[i] for i in at]
    by_sort = cpdist(
        one, other, scorer=token_sort_ratio, score_cutoff=SORT, workers=workers, dtype=np.float64
    )
    kept = np.flatnonzero(by_sort)
    return Scores(at[kept] + first, by_set[at[kept]], by_sort[kept])
