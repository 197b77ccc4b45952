"""Why claims are, or are not, in one fact: the grouping's own weighing, asked for each pair."""

from collections.abc import Iterable, Mapping
from itertools import product
from typing import Literal, NamedTuple

from compare import lang
from compare.align import Masked, align, comparable
from compare.align.score import Masses, compared
from compare.facts import Material, Weighed, grouped, weigh
from compare.facts.evidence import WEIGHTS, Found
from compare.facts.forbid import forbidden
from compare.facts.quantity import Quantity
from compare.facts.weigh import found
from compare.lang.concepts import Concept
from compare.model import Claim, Fact, Report
from compare.settings import DEFAULT, digest
from compare.view.concepts import STEM

Lack = Literal["other_words", "other_facts"]
"""Why a report's evidence cannot be shown: today's words or settings are others, or its facts."""


class Place(NamedTuple):
    """Where a claim stands: among which weighed claims, and as which of them."""

    weighed: Weighed
    at: int

    @property
    def quantity(self) -> Quantity:
        """The claim as the grouping saw it."""
        return self.weighed.ready[self.at]


class Evidence(NamedTuple):
    """What the grouping and the alignment of a report rest on."""

    places: Mapping[str, Place]
    fact_of: Mapping[str, Fact]
    sentences: Mapping[str, Masked]
    masses: Masses


class Tie(NamedTuple):
    """Two claims, by id, and what was found of them.

    `reason` names why they can never be one quantity. `own` is the sum of what was `found`,
    `score` what counts; they differ where `carrier`, another pair of claims, speaks for these
    two, and where an article itself says that they are one (then there is no carrier). `chosen`
    where each is the other's best match, None where they are of one article.
    """

    left: str
    right: str
    reason: str | None
    found: tuple[Found, ...]
    own: float
    score: float
    carrier: tuple[str, ...]
    chosen: bool | None


class Barrier(NamedTuple):
    """Why two facts were not joined: a pair that is forbidden, or too weak a mean of all pairs."""

    tie: Tie | None
    mean: float | None


def gather(report: Report) -> Evidence | Lack:
    """Weigh a report's claims again, where that gives what the report says."""
    lexicon = lang.load()
    if (report.settings_digest, report.lexicon_digest) != (digest(), lexicon.digest):
        return "other_words"
    try:
        return _weigh_again(report, lexicon) or "other_facts"
    except (KeyError, ValueError, ArithmeticError):  # words or dates that a hand put there
        return "other_facts"


def _weigh_again(report: Report, lexicon: lang.Lexicon) -> Evidence | None:
    if not all(_is_known(claim, lexicon.concepts.concepts) for claim in report.claims):
        return None
    told = (report.articles, report.sentences, report.figures)
    aligned = align(*told, lexicon)
    kinds = weigh(Material(*told, report.claims), aligned.scores, lexicon)
    groups = {frozenset(claim.id for claim in group.claims) for group in grouped(kinds)}
    facts = {frozenset(fact.claims) for fact in report.facts}
    if groups != facts or aligned.alignments != report.alignments:
        return None
    ready = comparable(*told, lexicon)
    return Evidence(
        {q.claim.id: Place(w, at) for w in kinds for at, q in enumerate(w.ready)},
        {claim: fact for fact in report.facts for claim in fact.claims},
        {m.sentence.id: m for m in ready},
        compared(ready, {a.id: a.outlet for a in report.articles}).mass,
    )


def _is_known(claim: Claim, concepts: Mapping[str, Concept]) -> bool:
    """Whether the lexicon has the concepts of a claim; what it lacks is counted by its stem."""
    counted = claim.counted is None or claim.counted.startswith(STEM) or claim.counted in concepts
    return counted and (claim.predicate is None or claim.predicate in concepts)


def tie(one: str, other: str, evidence: Evidence) -> Tie:
    """What was found of two claims."""
    first, second = evidence.places[one], evidence.places[other]
    weighed, pair = first.weighed, (min(first.at, second.at), max(first.at, second.at))
    reason = forbidden(first.quantity, second.quantity, weighed.world)
    if weighed is not second.weighed:
        return Tie(one, other, reason, (), 0.0, float("-inf"), (), chosen=False)
    pieces = found(weighed, pair)
    own = sum(weight(piece) for piece in pieces)
    speaks = tuple(weighed.ready[at].claim.id for at in weighed.carrier(pair) or ())
    score = weighed.score(pair)
    one_article = first.quantity.article == second.quantity.article
    return Tie(
        one,
        other,
        reason,
        pieces,
        own,
        own if score is None else score,
        speaks,
        chosen=None if one_article else pair in weighed.chosen,
    )


def weight(piece: Found) -> float:
    """How much a piece of evidence counts, in log odds."""
    return WEIGHTS[piece.name] * piece.amount


def is_said(found: Tie) -> bool:
    """Whether an article itself says that both claims are of one quantity."""
    return found.reason is None and not found.carrier


def strongest(claim: str, others: Iterable[str], evidence: Evidence) -> Tie | None:
    """A claim's strongest tie to one of others; none where it is forbidden with all of them."""
    ties = (tie(claim, other, evidence) for other in others if other != claim)
    allowed = [t for t in ties if t.reason is None]
    return max(allowed, key=lambda t: (t.score, t.own, t.right), default=None)


def nearest_apart(claims: Iterable[str], evidence: Evidence) -> list[Tie]:
    """The nearest claim of every other fact of the kind, the nearest fact first.

    How near a claim is that is forbidden, the evidence says that it would have given.
    """
    mine = sorted(claims)
    facts = {f.id: f for f in evidence.fact_of.values() if f.id != evidence.fact_of[mine[0]].id}
    found = (nearest(mine, fact.claims, evidence) for fact in facts.values())
    kin = [t for t in found if t.found]
    return sorted(kin, key=lambda t: (-t.score, t.left, t.right))


def nearest(mine: Iterable[str], theirs: Iterable[str], evidence: Evidence) -> Tie:
    """The pair of two groups of claims that is nearest to one quantity.

    Of pairs that are as near, one that is not forbidden.
    """
    ties = (tie(one, other, evidence) for one, other in product(mine, theirs))
    return max(ties, key=lambda t: (t.score, t.reason is None, t.left, t.right))


def barrier(left: Fact, right: Fact, evidence: Evidence) -> Barrier:
    """Why two facts were not joined."""
    ties = [tie(one, other, evidence) for one, other in product(left.claims, right.claims)]
    kept_apart = next((t for t in ties if t.reason is not None), None)
    if kept_apart is not None:
        return Barrier(kept_apart, None)
    return Barrier(None, sum(t.score for t in ties) / len(ties))


def holds(found: Tie) -> bool:
    """Whether two claims taken alone would be one fact."""
    return found.reason is None and found.score >= DEFAULT.link_threshold
