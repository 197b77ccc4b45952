"""An archive to its pairs: sentences of different outlets with nearly the same words."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from compare.archive.groups import Archive
from compare.archive.join import join
from compare.archive.pairs import Across, across
from compare.archive.score import Floats, score
from compare.archive.tokens import number

Step = Callable[[int, int], None]


class Matches(NamedTuple):
    """Pairs of rows that stand for pairs of wordings, in the order of the archive's rows.

    A share is the mass of the shared words over that of all different words of the side (0..1);
    the ratios are rapidfuzz's (0..100).
    """

    rows: Across
    left_share: Floats
    right_share: Floats
    set_ratio: Floats
    sort_ratio: Floats


def match(archive: Archive, workers: int, step: Step) -> Matches:
    """All pairs, copies among them; whatever the number of `workers`, they are the same."""
    tokens = number(archive.words)
    found = join(tokens, workers, step)
    one, other = tokens.sentence[found.lesser], tokens.sentence[found.greater]
    told = across(archive, one, other)
    kept = np.flatnonzero(told.row_pairs)
    scores = score(archive.texts, one[kept].tolist(), other[kept].tolist(), workers)
    at = kept[scores.at]
    shares = (
        found.shared[at] / tokens.total[found.lesser[at]],
        found.shared[at] / tokens.total[found.greater[at]],
    )
    swapped = archive.group[told.left[at]] != one[at]
    matches = Matches(
        _taken(told, at),
        np.where(swapped, shares[1], shares[0]),
        np.where(swapped, shares[0], shares[1]),
        scores.set_ratio,
        scores.sort_ratio,
    )
    return _in_order(_with_copies(matches, archive))


def _with_copies(matches: Matches, archive: Archive) -> Matches:
    """With the wordings that several outlets have, each as a pair with itself."""
    groups = np.flatnonzero(np.diff(archive.begin) > 1)
    told = across(archive, groups, groups)
    told = _taken(told, np.flatnonzero(told.row_pairs))
    ones, hundreds = np.ones(len(told.left)), np.full(len(told.left), 100.0)
    return Matches(
        Across(*(np.concatenate(each) for each in zip(matches.rows, told, strict=True))),
        np.concatenate((matches.left_share, ones)),
        np.concatenate((matches.right_share, ones)),
        np.concatenate((matches.set_ratio, hundreds)),
        np.concatenate((matches.sort_ratio, hundreds)),
    )


def _in_order(matches: Matches) -> Matches:
    rows, *scores = matches
    order = np.lexsort((rows.right, rows.left))
    return Matches(_taken(rows, order), *(each[order] for each in scores))


def _taken(told: Across, at: NDArray[np.intp]) -> Across:
    return Across(*(each[at] for each in told))
