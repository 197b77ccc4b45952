"""Claims to facts: which claims, over all articles, speak of one quantity."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from compare.facts.cluster import cluster
from compare.facts.evidence import corpus, evidence
from compare.facts.forbid import World, forbidden
from compare.facts.quantity import Quantity, quantities
from compare.facts.setting import setting_places, telling_nations
from compare.lang import Lexicon
from compare.model import QUANTITIES, Article, Claim, Figure, Sentence
from compare.settings import DEFAULT


class Material(NamedTuple):
    """What the grouping works on: a story's records so far."""

    articles: Sequence[Article]
    sentences: Sequence[Sentence]
    figures: Sequence[Figure]
    claims: Sequence[Claim]


def group_claims(
    material: Material, aligned: Mapping[tuple[str, str], float], lexicon: Lexicon
) -> tuple[tuple[Claim, ...], ...]:
    """The claims in groups of one quantity each, in order of their ids; each claim in one group.

    `aligned` holds the scores of sentence pairs, by sorted ids.
    """
    figure = {f.id: f for f in material.figures}
    setting = setting_places(material.articles, material.sentences, lexicon)
    ready = quantities(material.claims, figure, material.articles, setting, lexicon)
    world = World(lexicon.concepts, telling_nations(material.claims, figure))
    groups = [
        group
        for kind in sorted(QUANTITIES)
        for group in _grouped([q for q in ready if q.kind == kind], world, aligned)
    ]
    return tuple(sorted(groups, key=lambda g: g[0].id))


def _grouped(
    ready: Sequence[Quantity], world: World, aligned: Mapping[tuple[str, str], float]
) -> list[tuple[Claim, ...]]:
    told = corpus(ready, aligned)

    def score(left: int, right: int) -> float | None:
        one, two = ready[left], ready[right]
        if forbidden(one, two, world):
            return None
        return evidence(one, two, world, told) + _within(one, two)

    return [
        tuple(ready[at].claim for at in members)
        for members in cluster(len(ready), score, DEFAULT.link_threshold)
    ]


def _within(left: Quantity, right: Quantity) -> float:
    """Inside one article more is asked of different values, and a taken-up figure needs nothing."""
    if left.article != right.article:
        return 0.0
    if right.claim.id == left.claim.same_as or left.claim.id == right.claim.same_as:
        return 2 * DEFAULT.link_threshold
    if (left.low, left.high) == (right.low, right.high):
        return 0.0
    return DEFAULT.link_threshold - DEFAULT.same_article_threshold
