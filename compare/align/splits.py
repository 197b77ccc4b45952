"""Sentences that one outlet splits in two: neighbours that together say what another's one says."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

import numpy as np

from compare.align.masked import Masked
from compare.align.partners import Pairs, Partners
from compare.align.rows import NONE
from compare.align.score import Compared, dice
from compare.settings import DEFAULT

Beside = Mapping[int, tuple[int, ...]]
"""The places of the body sentences right before and behind each, in its article."""


class Split(NamedTuple):
    """The places of two neighbours, the likest to `whole` first, and what both together score."""

    half: int
    other: int
    whole: int
    score: float


def neighbours(ready: Sequence[Masked]) -> Beside:
    """Who stands beside whom in the articles; titles stand alone."""
    body = [at for at, m in enumerate(ready) if m.sentence.zone == "body"]
    order = sorted(body, key=lambda at: (ready[at].sentence.article, ready[at].sentence.start))
    found: dict[int, tuple[int, ...]] = {}
    for _, article in groupby(order, key=lambda at: ready[at].sentence.article):
        for left, right in pairwise(article):
            found[left] = (*found.get(left, ()), right)
            found[right] = (*found.get(right, ()), left)
    return found


def splits(story: Compared, scores: Pairs, found: Partners, beside: Beside) -> tuple[Split, ...]:
    """The splits of a story, the strongest first.

    The first half is the likest of its outlet to the whole, the other one has the whole as the
    likest of its outlet, and both together are clearly liker to it than the first alone.
    """
    told = story.features
    made = (
        (Split(half, other, whole, dice(told[half] | told[other], told[whole], story.mass)), alone)
        for half, other, whole, alone in _candidates(scores, found, beside)
    )
    kept = [s for s, alone in made if s.score >= _least(alone)]
    return tuple(sorted(kept, key=lambda s: (-s.score, s)))


def _candidates(
    scores: Pairs, found: Partners, beside: Beside
) -> Iterator[tuple[int, int, int, float]]:
    """Places of a half, its neighbour and a whole that have each other as the likest.

    The last is what the half alone scores with the whole.
    """
    for whole, likest in enumerate(found.best):
        halves = likest[likest != NONE]
        alone = scores.of(np.minimum(halves, whole), np.maximum(halves, whole))
        high = alone >= DEFAULT.align_floor
        for half, score in zip(halves[high].tolist(), alone[high].tolist(), strict=True):
            for other in beside.get(half, ()):
                if found.best[other, found.outlet[whole]] == whole:
                    yield half, other, whole, score


def _least(alone: float) -> float:
    return max(DEFAULT.align_shown, alone + DEFAULT.align_split_gain)


def joined_scores(scores: Pairs, found: Sequence[Split]) -> Pairs:
    """The scores, where half of a whole counts as much as both halves together."""
    told = [(min(s.half, s.whole), max(s.half, s.whole), s.score) for s in reversed(found)]
    return scores.with_scores(told)


def with_halves(
    groups: Sequence[frozenset[int]],
    found: Sequence[Split],
    owners: Sequence[str],
    beside: Beside,
) -> list[frozenset[int]]:
    """The groups with the other halves of what they hold, in order of their first members.

    Where the other half is in a group itself, the two become one if of no outlet they hold more
    than two neighbours: two outlets may split alike.
    """
    member = {at: group for group in groups for at in group}
    for s in found:
        mine, theirs = member.get(s.half, frozenset()), member.get(s.other, frozenset({s.other}))
        joined = mine | theirs
        if s.whole in mine and mine != theirs and _only_neighbours(joined, owners, beside):
            member.update(dict.fromkeys(joined, joined))
    return sorted(set(member.values()), key=min)


def _only_neighbours(group: frozenset[int], owners: Sequence[str], beside: Beside) -> bool:
    of_one: dict[str, list[int]] = {}
    for at in group:
        of_one.setdefault(owners[at], []).append(at)
    return all(
        len(places) == 1 or (len(places) == 2 and places[1] in beside.get(places[0], ()))
        for places in of_one.values()
    )
