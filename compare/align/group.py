"""Links to groups: sentences that say the same, at most one an outlet."""

from collections.abc import Mapping, Sequence
from itertools import product
from statistics import fmean

from compare.align.score import Matrix
from compare.settings import DEFAULT

Pair = tuple[int, int]


def groups(
    links: Mapping[Pair, float], scores: Matrix, owners: Sequence[str]
) -> list[frozenset[int]]:
    """Groups of the places of sentences, in order of their first members.

    The strongest links are joined first, as long as no outlet of `owners` has two members, no two
    members are strangers, and the members are alike on the whole: a chain of half-alike sentences
    is no group.
    """
    member: dict[int, frozenset[int]] = {}
    for left, right in sorted(links, key=lambda pair: (-links[pair], pair)):
        mine = member.get(left, frozenset({left}))
        theirs = member.get(right, frozenset({right}))
        if mine != theirs and _fit(mine, theirs, scores, owners):
            joined = mine | theirs
            member.update(dict.fromkeys(joined, joined))
    return sorted(set(member.values()), key=min)


def _fit(
    mine: frozenset[int], theirs: frozenset[int], scores: Matrix, owners: Sequence[str]
) -> bool:
    pairs = list(product(mine, theirs))
    if any(owners[a] == owners[b] for a, b in pairs):
        return False
    told = [float(scores[pair]) for pair in pairs]
    return min(told) >= DEFAULT.align_floor and fmean(told) >= DEFAULT.align_shown
