"""How much speaks for two claims being of one quantity: a sum of named weights.

The weights were set on the stories with gold; each stands for one kind of evidence, and the
sum is held against `settings.link_threshold`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from math import log
from typing import NamedTuple

from compare.facts.forbid import World, is_deal, is_person, related
from compare.facts.quantity import Quantity, is_near, point
from compare.readings import is_slip
from compare.settings import DEFAULT

W = DEFAULT.weights
SMALL = Decimal(DEFAULT.small_count)


class Corpus(NamedTuple):
    """Word weights over a story's claims, and the scores of aligned sentences."""

    idf: Mapping[str, float]
    aligned: Mapping[tuple[str, str], float]


def corpus(quantities: Sequence[Quantity], aligned: Mapping[tuple[str, str], float]) -> Corpus:
    """Weigh the words: one that every claim has about it tells nothing."""
    held = Counter(word for q in quantities for word in sorted(q.words))
    return Corpus({w: log((1 + len(quantities)) / n) for w, n in held.items()}, aligned)


def evidence(left: Quantity, right: Quantity, world: World, told: Corpus) -> float:
    """The sum of what speaks for the two being one quantity."""
    return (
        _event(left, right, world)
        + _thing(left, right, world)
        + _words(left, right, told)
        + _alignment(left, right, told)
        + _value(left, right)
        + _anchors(left, right)
        + (W.same_anchor if left.nations & right.nations & world.nations else 0.0)
    )


def _event(left: Quantity, right: Quantity, world: World) -> float:
    mine, theirs = left.claim.predicate, right.claim.predicate
    if mine is None or theirs is None:
        return 0.0
    if mine == theirs or is_deal(left, right, world):
        return W.same_event
    return W.kind_of_event if related(mine, theirs, world.concepts) else W.other_event


def _thing(left: Quantity, right: Quantity, world: World) -> float:
    mine, theirs = left.claim.counted, right.claim.counted
    if mine is None or theirs is None:
        return 0.0
    if mine == theirs:
        return W.person if mine == "person" else W.same_thing
    if related(mine, theirs, world.concepts):
        return W.kind_of_thing
    people = is_person(mine, world.concepts) and is_person(theirs, world.concepts)
    if people:
        return W.kind_of_thing
    return W.other_thing if left.kind == "count" else W.other_topic


def _words(left: Quantity, right: Quantity, told: Corpus) -> float:
    """Dice over weighted words: shared mass, twice, by the mass of both."""
    total = _mass(left.words, told) + _mass(right.words, told)
    return W.words * 2 * _mass(left.words & right.words, told) / total if total else 0.0


def _mass(words: frozenset[str], told: Corpus) -> float:
    return sum(told.idf[word] for word in sorted(words))


def _alignment(left: Quantity, right: Quantity, told: Corpus) -> float:
    first, second = sorted((left.sentence, right.sentence))
    return W.aligned * told.aligned.get((first, second), 0.0) / 100


def _value(left: Quantity, right: Quantity) -> float:
    mine, theirs = point(left), point(right)
    if mine is None or theirs is None or not mine or not theirs:
        return 0.0
    if mine == theirs:
        return _same_value(left, right)
    ratio = max(mine, theirs) / min(mine, theirs)
    if ratio <= Decimal("1.25"):
        return W.near_value
    if ratio <= 2:
        return 0.0
    if is_slip(mine, theirs):
        return W.slip
    return W.far_value if ratio <= 5 or max(mine, theirs) <= SMALL else W.remote_value


def _same_value(left: Quantity, right: Quantity) -> float:
    """A small count is often the same by chance, above all where nothing is told of it."""
    if not _is_small(left, right):
        return W.same_value
    return W.same_small_value if _both_told(left, right) else W.same_bare_value


def _both_told(left: Quantity, right: Quantity) -> bool:
    """Whether both claims say what happened, not only what there was."""
    return left.claim.predicate is not None and right.claim.predicate is not None


def _anchors(left: Quantity, right: Quantity) -> float:
    """What sets an event apart, in one claim, both or neither.

    Values too near to be two events' by chance need no anchor; small ones never are.
    """
    if is_near(left, right) and not _is_small(left, right):
        return 0.0
    # A sum or a share has no day of its own: one that stands beside it dates something else.
    one_day = W.one_day if left.kind == "count" else 0.0
    return (
        _anchor(left.places, right.places, W.one_anchor)
        + _anchor(left.days, right.days, one_day)
        + _anchor(left.since, right.since, W.one_start)
        + (W.one_anchor if left.earlier != right.earlier else 0.0)
    )


def _anchor(mine: frozenset[str], theirs: frozenset[str], alone: float) -> float:
    if mine and theirs:
        return W.same_anchor
    return alone if mine or theirs else 0.0


def _is_small(left: Quantity, right: Quantity) -> bool:
    values = [value for value in (point(left), point(right)) if value is not None]
    return left.kind == "count" and any(value <= SMALL for value in values)
