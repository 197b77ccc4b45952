"""The readings of a fact: its values, and for each the outlets and the sources behind it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from compare.lang import Lexicon
from compare.lang.measure import base
from compare.model import Article, Claim, Figure, Reading, Relation, Source

Value = tuple[Decimal | None, Decimal | None, Relation]


class Told(NamedTuple):
    """A claim with its figure in the fact's unit, and the article that makes it."""

    claim: Claim
    value: Value
    article: Article


def tell(
    claims: Sequence[Claim],
    figures: Mapping[str, Figure],
    articles: Mapping[str, Article],
    lexicon: Lexicon,
) -> tuple[str | None, tuple[Told, ...]]:
    """The unit of a fact, the one most of its figures use, and its claims told in it."""
    units = sorted(figures[claim.figure].unit or "" for claim in claims)
    unit = max(units, key=lambda u: (units.count(u), u)) or None
    return unit, tuple(
        Told(claim, _in_unit(figures[claim.figure], unit, lexicon), articles[claim.article])
        for claim in claims
    )


def _in_unit(figure: Figure, unit: str | None, lexicon: Lexicon) -> Value:
    if figure.unit == unit:
        return figure.low, figure.high, figure.relation
    factor = base(figure.unit, lexicon)[1] / base(unit, lexicon)[1]
    return _times(figure.low, factor), _times(figure.high, factor), figure.relation


def _times(value: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if value is None else plain(value * factor)


def plain(value: Decimal) -> Decimal:
    """Without exponent or trailing zeros."""
    return Decimal(f"{value.normalize():f}")


def readings(told: Sequence[Told]) -> tuple[Reading, ...]:
    """One reading a value, by value; no reading is preferred."""
    values = sorted({t.value for t in told}, key=_order)
    return tuple(_reading(value, [t for t in told if t.value == value]) for value in values)


def _order(value: Value) -> tuple[Decimal, Decimal, str]:
    low, high, relation = value
    first = low if low is not None else high
    last = high if high is not None else low
    return first or Decimal(0), last or Decimal(0), relation


def _reading(value: Value, told: Sequence[Told]) -> Reading:
    low, high, relation = value
    chains = _chains(told)
    sources = sorted({s.key: s for chain in chains for s in chain}.values(), key=lambda s: s.key)
    return Reading(
        low=low,
        high=high,
        relation=relation,
        claims=tuple(sorted(t.claim.id for t in told)),
        outlets=tuple(sorted({t.article.outlet for t in told})),
        sources=tuple(sources),
        independent_sources=_independent(chains),
    )


def _chains(told: Sequence[Told]) -> list[tuple[Source, ...]]:
    """The attributions of a reading.

    An outlet that names nobody anywhere is its own source;
    one that names somebody once is taken to mean them wherever it repeats the figure.
    """
    found: list[tuple[Source, ...]] = []
    for outlet in sorted({t.article.outlet for t in told}):
        mine = [t for t in told if t.article.outlet == outlet]
        named = sorted(
            {t.claim.attribution for t in mine} - {()},
            key=lambda chain: [source.key for source in chain],
        )
        found += named or [(_itself(mine[0].article),)]
    return found


def _itself(article: Article) -> Source:
    """The outlet as its own source; outlets that carry one text to the byte are one."""
    return Source(key=f"text:{article.sha256}", name=article.outlet, kind="outlet")


def _independent(chains: Sequence[tuple[Source, ...]]) -> int:
    """How many chains are left when those that share a source are taken as one."""
    groups: list[set[str]] = []
    for chain in chains:
        keys = {source.key for source in chain}
        touching = [group for group in groups if _touch(group, keys)]
        groups = [group for group in groups if not _touch(group, keys)]
        groups.append(keys.union(*touching))
    return len(groups)


def _touch(mine: set[str], theirs: set[str]) -> bool:
    return any(_is_one(a, b) for a in mine for b in theirs)


def _is_one(mine: str, theirs: str) -> bool:
    """Whether two keys are of one source: equal, or a body with and without its country."""
    (kind, *parts), (other, *others) = mine.split(":"), theirs.split(":")
    if mine == theirs:
        return True
    held = set(parts) <= set(others) or set(others) <= set(parts)
    return kind == other == "body" and bool(parts and others) and held
