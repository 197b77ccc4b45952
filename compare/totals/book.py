"""The figures of a story as totals ask for them: what each article says of each fact."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from compare.facts import Material
from compare.lang import Lexicon
from compare.model import Article, Claim, Fact, Figure
from compare.verdicts import allowed

Key = tuple[str, str]
"""An article's id and a fact's."""


class Quantity(NamedTuple):
    """What one article says of one fact: its claims in text order, and what each one allows.

    Where an article gives several values, a sum is wrong only if none of them makes it right.
    """

    fact: str
    article: Article
    claims: tuple[Claim, ...]
    spans: tuple[tuple[Decimal, Decimal], ...]

    @property
    def key(self) -> Key:
        """The article's id and the fact's."""
        return self.article.id, self.fact

    @property
    def first(self) -> Claim:
        """The claim that the article makes first."""
        return self.claims[0]

    @property
    def is_one(self) -> bool:
        """Whether the article says the same wherever it says it."""
        return len(set(self.spans)) == 1

    @property
    def low(self) -> Decimal:
        """The least that the words of any claim allow."""
        return min(low for low, _ in self.spans)

    @property
    def high(self) -> Decimal:
        """The most that the words of any claim allow."""
        return max(high for _, high in self.spans)

    @property
    def least(self) -> Claim:
        """The claim that allows the least."""
        return self.claims[[low for low, _ in self.spans].index(self.low)]

    @property
    def greatest(self) -> Claim:
        """The claim that allows the most."""
        return self.claims[[high for _, high in self.spans].index(self.high)]


class Part(NamedTuple):
    """A quantity that is part of a whole, and the claim that makes it one."""

    quantity: Quantity
    claim: Claim


Parts = Mapping[Key, tuple[Part, ...]]
"""The parts of each whole, by the whole's key."""


class Book(NamedTuple):
    """The quantities of a story, and what they are looked up in."""

    quantities: Mapping[Key, Quantity]
    of_claim: Mapping[str, Quantity]
    claims: Mapping[str, Claim]
    figures: Mapping[str, Figure]
    material: Material
    lexicon: Lexicon


def book(material: Material, facts: Sequence[Fact], lexicon: Lexicon) -> Book:
    """Gather what each article counts."""
    figures = {figure.id: figure for figure in material.figures}
    articles = {article.id: article for article in material.articles}
    fact_of = {claim: fact.id for fact in facts if fact.kind == "count" for claim in fact.claims}
    told: dict[Key, list[Claim]] = defaultdict(list)
    for claim in sorted(material.claims, key=lambda c: (figures[c.figure].start, c.id)):
        if claim.id in fact_of and _counts(claim, figures[claim.figure]):
            told[claim.article, fact_of[claim.id]].append(claim)
    quantities = {
        key: Quantity(key[1], articles[key[0]], tuple(mine), tuple(_span(c, figures) for c in mine))
        for key, mine in sorted(told.items())
    }
    return Book(
        quantities=quantities,
        of_claim={claim.id: q for q in quantities.values() for claim in q.claims},
        claims={claim.id: claim for claim in material.claims},
        figures=figures,
        material=material,
        lexicon=lexicon,
    )


def _counts(claim: Claim, figure: Figure) -> bool:
    """Whether a claim says how many: not one that is denied or has not happened, nor a share."""
    if claim.negated or claim.hypothetical:
        return False
    ends = (end for end in (figure.low, figure.high) if end is not None)
    return all(end == end.to_integral_value() for end in ends)


def _span(claim: Claim, figures: Mapping[str, Figure]) -> tuple[Decimal, Decimal]:
    figure = figures[claim.figure]
    return allowed((figure.low, figure.high, figure.relation))
