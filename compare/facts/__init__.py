"""Claims to facts: which claims, over all articles, speak of one quantity."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from compare.facts.choice import Pair, mutual
from compare.facts.cluster import cluster
from compare.facts.evidence import Corpus, corpus, evidence
from compare.facts.forbid import World, forbidden
from compare.facts.quantity import Quantity, quantities
from compare.facts.setting import (
    setting_places,
    telling_aspects,
    telling_nations,
    telling_places,
)
from compare.lang import Lexicon
from compare.model import QUANTITIES, Article, Claim, Figure, Sentence
from compare.settings import DEFAULT


class Material(NamedTuple):
    """What the grouping works on: a story's records so far."""

    articles: Sequence[Article]
    sentences: Sequence[Sentence]
    figures: Sequence[Figure]
    claims: Sequence[Claim]


class Group(NamedTuple):
    """Claims of one quantity in order of their ids, and the evidence that ties pairs of them.

    `ties` holds the pairs of claim ids, in order, that are not forbidden.
    """

    claims: tuple[Claim, ...]
    ties: Mapping[tuple[str, str], float]


def group_claims(
    material: Material, aligned: Mapping[tuple[str, str], float], lexicon: Lexicon
) -> tuple[Group, ...]:
    """The claims in groups of one quantity each, in order of their ids; each claim in one group.

    `aligned` holds the scores of sentence pairs, by sorted ids.
    """
    figure = {f.id: f for f in material.figures}
    setting = setting_places(material.articles, material.sentences, lexicon)
    ready = quantities(material.claims, figure, material.articles, setting, lexicon)
    world = World(
        lexicon.concepts,
        telling_nations(material.claims, figure, lexicon.concepts),
        telling_places(material.claims, figure, lexicon.concepts),
        telling_aspects(material.claims, figure, lexicon.concepts),
    )
    groups = [
        group
        for kind in sorted(QUANTITIES)
        for group in _grouped([q for q in ready if q.kind == kind], world, aligned)
    ]
    return tuple(sorted(groups, key=lambda g: g.claims[0].id))


def _grouped(
    ready: Sequence[Quantity], world: World, aligned: Mapping[tuple[str, str], float]
) -> list[Group]:
    scores = _scores(ready, world, corpus(ready, aligned))
    found = cluster(len(ready), scores.get, DEFAULT.link_threshold)
    return [_group(members, ready, scores) for members in found]


def _group(
    members: tuple[int, ...], ready: Sequence[Quantity], scores: Mapping[Pair, float]
) -> Group:
    ids = {at: ready[at].claim.id for at in members}
    pairs = (pair for pair in combinations(members, 2) if pair in scores)
    ties = {(ids[left], ids[right]): scores[left, right] for left, right in pairs}
    return Group(tuple(ready[at].claim for at in members), ties)


def _scores(ready: Sequence[Quantity], world: World, told: Corpus) -> dict[Pair, float]:
    """The evidence for each pair that is not forbidden, what an article itself says included."""
    allowed = {
        (left, right): evidence(ready[left], ready[right], world, told)
        for left, right in combinations(range(len(ready)), 2)
        if not forbidden(ready[left], ready[right], world)
    }
    chosen = mutual(allowed, ready)
    weighed = {
        pair: score + (DEFAULT.weights.chosen if pair in chosen else 0.0)
        for pair, score in allowed.items()
    }
    aliases = _aliases(ready)
    return {pair: _said(pair, weighed, aliases) for pair in weighed}


def _said(pair: Pair, scores: Mapping[Pair, float], aliases: Sequence[set[int]]) -> float:
    """A pair's score: what either of them takes up or restates counts as itself."""
    left, right = pair
    if left in aliases[right]:
        return DEFAULT.taken_up
    if len(aliases[left]) == len(aliases[right]) == 1:
        return scores[pair]
    pairs = ((min(a, b), max(a, b)) for a in aliases[left] for b in aliases[right])
    return max(scores[found] for found in pairs if found in scores)


def _aliases(ready: Sequence[Quantity]) -> list[set[int]]:
    """For each claim those that an article itself says are of the same quantity, and itself.

    A claim that takes up or restates another matches whatever either of them matches.
    """
    place = {q.claim.id: at for at, q in enumerate(ready)}
    found: list[set[int]] = [{at} for at in range(len(ready))]
    for at, q in enumerate(ready):
        for other in (q.claim.same_as, q.claim.restates):
            if other in place:
                joined = found[at] | found[place[other]]
                for member in joined:
                    found[member] = joined
    return found
