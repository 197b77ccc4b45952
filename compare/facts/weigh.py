"""Every pair of a story's claims weighed: what the grouping rests on, kept for who asks why."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from compare.facts.choice import Pair, mutual
from compare.facts.evidence import Corpus, Found, corpus, evidence, pieces
from compare.facts.forbid import World, forbidden
from compare.facts.natures import pairs, refuse_many
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


class Weighed(NamedTuple):
    """The claims of one kind, in order of their ids, and what each pair of them weighs.

    `own` holds the evidence of the pairs that are not forbidden, `chosen` those of them in which
    each is the other's best match. `carried` names the pair whose evidence counts for a pair where
    that is not its own: another's, where a claim takes up or restates one; None where an article
    itself says that both are one quantity.
    """

    ready: Sequence[Quantity]
    world: World
    told: Corpus
    own: Mapping[Pair, float]
    chosen: frozenset[Pair]
    carried: Mapping[Pair, Pair | None]

    def carrier(self, pair: Pair) -> Pair | None:
        """The pair whose evidence counts for `pair`; None where none has to, or it is forbidden."""
        return self.carried.get(pair, pair) if pair in self.own else None

    def score(self, pair: Pair) -> float | None:
        """What counts for a pair, or None where it is forbidden."""
        own = self.own.get(pair)
        if own is None or pair not in self.carried:
            return own
        carrier = self.carried[pair]
        return DEFAULT.taken_up if carrier is None else self.own[carrier]


def weigh(
    material: Material, aligned: Mapping[tuple[str, str], float], lexicon: Lexicon
) -> tuple[Weighed, ...]:
    """The claims weighed kind by kind. `aligned` holds scores of sentence pairs, by sorted ids.

    Raises `TabayunError` where there are more pairs to weigh than the limit `claim_pairs`.
    """
    figure = {f.id: f for f in material.figures}
    setting = setting_places(material.articles, material.sentences, lexicon)
    ready = quantities(material.claims, figure, material.articles, setting, lexicon)
    refuse_many(ready)
    world = World(
        lexicon.concepts,
        telling_nations(material.claims, figure, lexicon.concepts),
        telling_places(material.claims, figure, lexicon.concepts),
        telling_aspects(material.claims, figure, lexicon.concepts),
    )
    return tuple(
        _weighed([q for q in ready if q.kind == kind], world, aligned)
        for kind in sorted(QUANTITIES)
    )


def found(weighed: Weighed, pair: Pair) -> tuple[Found, ...]:
    """The pieces of evidence of a pair; where it is not forbidden, `own` is their sum."""
    left, right = (weighed.ready[at] for at in pair)
    chosen = (Found("chosen"),) if pair in weighed.chosen else ()
    return (*pieces(left, right, weighed.world, weighed.told), *chosen)


def _weighed(
    ready: Sequence[Quantity], world: World, aligned: Mapping[tuple[str, str], float]
) -> Weighed:
    told = corpus(ready, aligned)
    allowed = {
        (left, right): evidence(ready[left], ready[right], world, told)
        for left, right in pairs(ready, world)
        if not forbidden(ready[left], ready[right], world)
    }
    chosen = mutual(allowed, ready)
    own = {
        pair: score + (DEFAULT.weights.chosen if pair in chosen else 0.0)
        for pair, score in allowed.items()
    }
    return Weighed(ready, world, told, own, chosen, _carried(own, _aliases(ready)))


def _carried(own: Mapping[Pair, float], aliases: Sequence[set[int]]) -> Mapping[Pair, Pair | None]:
    """The pairs that do not carry themselves; each has a claim that takes up or restates one."""
    tied = {at for at, known in enumerate(aliases) if len(known) > 1}
    found = {
        pair: _carrier(pair, own, aliases) for pair in own if tied and not tied.isdisjoint(pair)
    }
    return {pair: carrier for pair, carrier in found.items() if carrier != pair}


def _carrier(pair: Pair, own: Mapping[Pair, float], aliases: Sequence[set[int]]) -> Pair | None:
    """The pair whose evidence counts: what either takes up or restates counts as itself."""
    left, right = pair
    if left in aliases[right]:
        return None
    met = ((min(a, b), max(a, b)) for a in aliases[left] for b in aliases[right])
    return max((p for p in met if p in own), key=lambda p: (own[p], p == pair, p))


def _aliases(ready: Sequence[Quantity]) -> list[set[int]]:
    """For each claim those that an article itself says are of the same quantity, and itself.

    A claim that takes up or restates another matches whatever either of them matches.
    """
    place = {q.claim.id: at for at, q in enumerate(ready)}
    joined: list[set[int]] = [{at} for at in range(len(ready))]
    for at, q in enumerate(ready):
        for other in (q.claim.same_as, q.claim.restates):
            if other in place:
                both = joined[at] | joined[place[other]]
                for member in both:
                    joined[member] = both
    return joined
