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
    aliases = _aliases(ready)

    def score(left: int, right: int) -> float | None:
        if forbidden(ready[left], ready[right], world):
            return None
        if left in aliases[right]:
            return 2 * DEFAULT.link_threshold
        pairs = ((ready[a], ready[b]) for a in aliases[left] for b in aliases[right])
        return max(evidence(a, b, world, told) + _within(a, b) for a, b in pairs)

    return [
        tuple(ready[at].claim for at in members)
        for members in cluster(len(ready), score, DEFAULT.link_threshold)
    ]


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


def _within(left: Quantity, right: Quantity) -> float:
    """Inside one article more is asked of different values."""
    if left.article != right.article or (left.low, left.high) == (right.low, right.high):
        return 0.0
    return DEFAULT.link_threshold - DEFAULT.same_article_threshold
