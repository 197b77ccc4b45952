"""What speaks against a fact, or explains it away: slugs that the briefing shows beside it."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import combinations

from compare.model import Reading
from compare.readings import Told, is_slip

Doubt = Callable[[Sequence[Told], Sequence[Reading]], bool]


def doubts(told: Sequence[Told], readings: Sequence[Reading]) -> tuple[str, ...]:
    """The slugs of the doubts that hold, in the order of the table."""
    return tuple(name for name, holds in DOUBTS if holds(told, readings))


def _exact(readings: Sequence[Reading]) -> list[Decimal]:
    return [r.low for r in readings if r.relation == "exact" and r.low is not None]


def _off_by_one(_told: Sequence[Told], readings: Sequence[Reading]) -> bool:
    """Two counts one apart, large enough for a slip to be likelier than a change."""
    pairs = combinations(_exact(readings), 2)
    return any(abs(a - b) == 1 and min(a, b) > 10 for a, b in pairs)


def _magnitude(_told: Sequence[Told], readings: Sequence[Reading]) -> bool:
    """The same digits, a thousand times apart or more."""
    return any(is_slip(*pair) for pair in combinations(_exact(readings), 2))


def _no_as_of(told: Sequence[Told], readings: Sequence[Reading]) -> bool:
    return len(readings) > 1 and any(t.claim.as_of is None for t in told)


def _same_source(_told: Sequence[Told], readings: Sequence[Reading]) -> bool:
    """One source for different values: somebody copied wrongly, or it corrected itself."""
    keys = [{source.key for source in reading.sources} for reading in readings]
    return any(a & b for a, b in combinations(keys, 2))


def _unknown_concept(told: Sequence[Told], readings: Sequence[Reading]) -> bool:
    """Nothing but words held the claims of several outlets together."""
    known = any((t.claim.counted or "~")[0] != "~" or t.claim.predicate for t in told)
    return not known and len({outlet for r in readings for outlet in r.outlets}) > 1


DOUBTS: tuple[tuple[str, Doubt], ...] = (
    ("off-by-one", _off_by_one),
    ("magnitude", _magnitude),
    ("no-as-of", _no_as_of),
    ("same-source", _same_source),
    ("unknown-concept", _unknown_concept),
)
