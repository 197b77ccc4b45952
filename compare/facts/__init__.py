"""Claims to facts: which claims, over all articles, speak of one quantity."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from compare.facts.choice import Pair
from compare.facts.cluster import cluster
from compare.facts.grounds import grounds
from compare.facts.weigh import Material, Weighed, weigh
from compare.lang import Lexicon
from compare.model import Claim, Ground
from compare.settings import DEFAULT

__all__ = ["Group", "Material", "Weighed", "group_claims", "grouped", "weigh"]


class Group(NamedTuple):
    """Claims of one quantity in order of their ids, and the evidence that ties pairs of them.

    `ties` holds the pairs of claim ids, in order, that are not forbidden; `grounds` are what
    speaks for the group.
    """

    claims: tuple[Claim, ...]
    ties: Mapping[tuple[str, str], float]
    grounds: tuple[Ground, ...]


def group_claims(
    material: Material, aligned: Mapping[tuple[str, str], float], lexicon: Lexicon
) -> tuple[Group, ...]:
    """The claims in groups of one quantity each, in order of their ids; each claim in one group.

    `aligned` holds the scores of sentence pairs, by sorted ids.
    """
    return grouped(weigh(material, aligned, lexicon))


def grouped(kinds: Iterable[Weighed]) -> tuple[Group, ...]:
    """The groups of claims that have been weighed."""
    groups = [
        _group(members, weighed)
        for weighed in kinds
        for members in cluster(len(weighed.ready), _scores(weighed), DEFAULT.link_threshold)
    ]
    return tuple(sorted(groups, key=lambda g: g.claims[0].id))


def _scores(weighed: Weighed) -> Iterator[tuple[Pair, float]]:
    for pair in weighed.own:
        score = weighed.score(pair)
        if score is not None:
            yield pair, score


def _group(members: tuple[int, ...], weighed: Weighed) -> Group:
    ids = {at: weighed.ready[at].claim.id for at in members}
    scores = ((pair, weighed.score(pair)) for pair in combinations(members, 2))
    ties = {(ids[left], ids[right]): s for (left, right), s in scores if s is not None}
    claims = tuple(weighed.ready[at].claim for at in members)
    return Group(claims, ties, grounds(members, weighed))
