"""Which pairs of claims can be of one quantity at all, told from what they are, not from each.

Claims alike in event, thing and the like are of one nature, and most natures exclude each other
whatever the claims say besides: the killed of a story are never held against its prices.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, product

from msgspec.structs import replace

from compare.facts.choice import Pair
from compare.facts.forbid import World, forbidden
from compare.facts.quantity import Quantity
from compare.limits import refuse_beyond

_NONE: frozenset[str] = frozenset()
# One value of many digits for all: no reason forbids more where values are alike than where not.
_VALUE = Decimal(1234567)


def pairs(ready: Sequence[Quantity], world: World) -> Iterator[Pair]:
    """Every pair that is not forbidden, and few others; the smaller place first, in any order.

    Raises `TabayunError` where there are more than the limit `claim_pairs`.
    """
    kin = list(_kin(ready, world))
    refuse_beyond("claim_pairs", sum(_count(*sides) for sides in kin))
    for mine, theirs in kin:
        if mine is theirs:
            yield from combinations(mine, 2)
        else:
            yield from ((min(pair), max(pair)) for pair in product(mine, theirs))


def refuse_many(ready: Sequence[Quantity]) -> None:
    """Raise `TabayunError` where claims of one nature alone make more pairs than the limit.

    It costs little, and spares what takes time with the square of an article's like claims.
    """
    alike = Counter(map(_nature, ready))
    refuse_beyond("claim_pairs", sum(size * (size - 1) // 2 for size in alike.values()))


def _count(mine: Sequence[int], theirs: Sequence[int]) -> int:
    size = len(mine)
    return size * (size - 1) // 2 if mine is theirs else size * len(theirs)


def _kin(ready: Sequence[Quantity], world: World) -> Iterator[tuple[list[int], list[int]]]:
    """The places of the claims of each two natures that do not exclude each other."""
    for natures in _alike(ready).values():
        refuse_beyond("claim_pairs", len(natures) * (len(natures) - 1) // 2)
        yield from ((places, places) for places in natures.values())
        yield from (
            (natures[mine], natures[theirs])
            for mine, theirs in combinations(natures, 2)
            if not forbidden(mine, theirs, world)
        )


def _alike(ready: Sequence[Quantity]) -> Mapping[object, Mapping[Quantity, list[int]]]:
    """The places of the claims by nature, and the natures by what must be the same in both."""
    found: dict[object, dict[Quantity, list[int]]] = defaultdict(dict)
    for at, quantity in enumerate(ready):
        nature = _nature(quantity)
        same = (nature.kind, nature.dimension, nature.claim.negated, nature.each)
        found[same].setdefault(nature, []).append(at)
    return found


def _nature(quantity: Quantity) -> Quantity:
    """A claim without what is its own: value, place in the text, time and setting."""
    return quantity._replace(
        claim=replace(
            quantity.claim, id="", figure="", article="", start=0, end=0, scope=(),
            attribution=(), as_of=None, words=(), part_of=None, restates=None, same_as=None,
        ),
        low=_VALUE, high=_VALUE, digits=len(_VALUE.as_tuple().digits), relation="exact",
        article="", sentence="", where=_NONE, places=_NONE, days=_NONE, past=_NONE, since=_NONE,
        shares_fate=False, fresh=False, earlier=False, words=_NONE,
    )  # fmt: skip
