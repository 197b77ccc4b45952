"""Links to groups: sentences that say the same, at most one an outlet."""

from collections.abc import Iterable, Sequence
from statistics import fmean

import numpy as np

from compare.align.partners import Pairs
from compare.settings import DEFAULT

Pair = tuple[int, int]


def groups(links: Iterable[Pair], scores: Pairs, owners: Sequence[str]) -> list[frozenset[int]]:
    """Groups of the places of sentences, in order of their first members.

    The links come the strongest first and are joined in that order, as long as no outlet of
    `owners` has two members, no two members are strangers, and the members are alike on the whole:
    a chain of half-alike sentences is no group.
    """
    member: dict[int, frozenset[int]] = {}
    for left, right in links:
        mine = member.get(left, frozenset({left}))
        theirs = member.get(right, frozenset({right}))
        if mine != theirs and _fit(mine, theirs, scores, owners):
            joined = mine | theirs
            member.update(dict.fromkeys(joined, joined))
    return sorted(set(member.values()), key=min)


def _fit(
    mine: frozenset[int], theirs: frozenset[int], scores: Pairs, owners: Sequence[str]
) -> bool:
    if not {owners[at] for at in mine}.isdisjoint(owners[at] for at in theirs):
        return False
    left, right = np.repeat(list(mine), len(theirs)), np.tile(list(theirs), len(mine))
    told = scores.of(np.minimum(left, right), np.maximum(left, right)).tolist()
    return min(told) >= DEFAULT.align_floor and fmean(told) >= DEFAULT.align_shown
