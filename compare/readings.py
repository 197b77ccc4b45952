"""The readings of a fact: its values, and for each the outlets and the sources behind it."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Context, Decimal
from itertools import combinations, product
from typing import NamedTuple

from msgspec.structs import replace

from compare.lang import Lexicon
from compare.lang.measure import base
from compare.model import Article, Claim, Figure, Reading, Relation, Source
from compare.text import tokens

_EXACT = Context(prec=10_000)
_SLIPS = frozenset(Decimal(10) ** power for power in (3, 6, 9))
Value = tuple[Decimal | None, Decimal | None, Relation]


class Told(NamedTuple):
    """A claim with its figure in the fact's unit, and the article that makes it.

    `unit` is the one that the article uses, `step` what the last digit that it states stands for,
    in the fact's unit: of 18 miles one mile.
    """

    claim: Claim
    value: Value
    article: Article
    unit: str | None = None
    step: Decimal = Decimal(0)


def tell(
    claims: Sequence[Claim],
    figures: Mapping[str, Figure],
    articles: Mapping[str, Article],
    lexicon: Lexicon,
) -> tuple[str | None, tuple[Told, ...]]:
    """The unit of a fact, the one most of its figures use, and its claims told in it."""
    own = [figures[claim.figure] for claim in claims]
    meant = [_in_full(figure, own, lexicon) for figure in own]
    units = Counter(figure.unit or "" for figure in meant)
    unit = max(units, key=lambda u: (units[u], u)) or None
    return unit, tuple(
        _told(claim, figure, unit, articles[claim.article], lexicon)
        for claim, figure in zip(claims, meant, strict=True)
    )


def _told(
    claim: Claim, figure: Figure, unit: str | None, article: Article, lexicon: Lexicon
) -> Told:
    if figure.unit == unit:
        value = figure.low, figure.high, figure.relation
        return Told(claim, value, article, unit, _step(figure))
    factor = base(figure.unit, lexicon)[1] / base(unit, lexicon)[1]
    step = _step(figure) * factor
    low, high = (_converted(end, factor, step) for end in (figure.low, figure.high))
    return Told(claim, (low, high, figure.relation), article, figure.unit, step)


def _step(figure: Figure) -> Decimal:
    """What the last digit of a figure that is no zero stands for."""
    point = figure.low if figure.low is not None else figure.high
    exponent = point.normalize().as_tuple().exponent if point else 0
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(0)


def _in_full(figure: Figure, beside: Iterable[Figure], lexicon: Lexicon) -> Figure:
    """The figure in the unit that its own is short for, where another has as many of that."""
    known = lexicon.numerals.units.get(figure.unit or "")
    if known is None or known.short_for is None:
        return figure
    value = figure.low, figure.high, known.short_for
    same = any((other.low, other.high, other.unit) == value for other in beside)
    return replace(figure, unit=known.short_for) if same else figure


def _converted(value: Decimal | None, factor: Decimal, step: Decimal) -> Decimal | None:
    """A value in another unit, as exactly as it was stated and a digit more."""
    if value is None:
        return None
    return plain((value * factor).quantize(Decimal(1).scaleb(step.adjusted() - 1), context=_EXACT))


def is_slip(mine: Decimal, theirs: Decimal) -> bool:
    """Whether two values have the same digits a thousand times apart or more."""
    if not mine or not theirs or (mine < 0) != (theirs < 0):
        return False
    return max(abs(mine), abs(theirs)) / min(abs(mine), abs(theirs)) in _SLIPS


def plain(value: Decimal) -> Decimal:
    """Without exponent or trailing zeros."""
    return Decimal(f"{value.normalize():f}")


Pair = tuple[str, str]


def readings(told: Sequence[Told], reprinted: Collection[Pair] = ()) -> tuple[Reading, ...]:
    """One reading a value, by value; no reading is preferred.

    `reprinted` are pairs of figures, by id, that stand in words which two outlets print alike.
    """
    of_value: dict[Value, list[Told]] = {}
    for t in told:
        of_value.setdefault(t.value, []).append(t)
    return tuple(
        _reading(value, of_value[value], reprinted) for value in sorted(of_value, key=_order)
    )


def _order(value: Value) -> tuple[Decimal, Decimal, str]:
    low, high, relation = value
    first = low if low is not None else high
    last = high if high is not None else low
    return first or Decimal(0), last or Decimal(0), relation


def _reading(value: Value, told: Sequence[Told], reprinted: Collection[Pair]) -> Reading:
    low, high, relation = value
    copies = _copies(told, reprinted)
    chains = _chains(told)
    sources = sorted({s.key: s for chain in chains for s in chain}.values(), key=lambda s: s.key)
    return Reading(
        low=low,
        high=high,
        relation=relation,
        claims=tuple(sorted(t.claim.id for t in told)),
        outlets=tuple(sorted({t.article.outlet for t in told})),
        sources=tuple(sources),
        independent_sources=_independent(chains, [_keys(copy) for copy in copies]),
        one_text=tuple(sorted(tuple(sorted({t.article.outlet for t in copy})) for copy in copies)),
    )


def _chains(told: Sequence[Told]) -> list[tuple[Source, ...]]:
    """The attributions of a reading.

    An outlet that names nobody anywhere is its own source; one that names somebody once is taken
    to mean them wherever it repeats the figure.
    """
    found: list[tuple[Source, ...]] = []
    chains: dict[str, set[tuple[Source, ...]]] = {t.article.outlet: set() for t in told}
    for t in told:
        chains[t.article.outlet].add(t.claim.attribution)
    for outlet in sorted(chains):
        named = sorted(chains[outlet] - {()}, key=lambda chain: [s.key for s in chain])
        found += named or [(Source(key=f"outlet:{outlet}", name=outlet, kind="outlet"),)]
    return found


def _copies(told: Sequence[Told], reprinted: Collection[Pair]) -> list[list[Told]]:
    """Groups of claims that are one text: one place of the same bytes, or words printed alike."""
    group_of = {t.claim.id: [t] for t in told}
    for one, other in combinations(told, 2):
        mine, theirs = group_of[one.claim.id], group_of[other.claim.id]
        if mine is not theirs and _is_one_text(one, other, reprinted):
            mine += theirs
            group_of.update(dict.fromkeys((t.claim.id for t in theirs), mine))
    groups = {id(group): group for group in group_of.values()}.values()
    return [group for group in groups if len({t.article.outlet for t in group}) > 1]


def _is_one_text(one: Told, other: Told, reprinted: Collection[Pair]) -> bool:
    figures = one.claim.figure, other.claim.figure
    spans = [(t.article.sha256, t.claim.start, t.claim.end) for t in (one, other)]
    return spans[0] == spans[1] or (min(figures), max(figures)) in reprinted


def _keys(copies: Sequence[Told]) -> set[str]:
    """The sources of claims that stand in one text, an outlet that names nobody its own."""
    return {
        key
        for t in copies
        for key in [s.key for s in t.claim.attribution] or [f"outlet:{t.article.outlet}"]
    }


def _independent(chains: Sequence[tuple[Source, ...]], copies: Sequence[set[str]]) -> int:
    """How many chains are left when those that share a source are taken as one.

    An outlet is one with a medium that bears its name, and with outlets that carry its text.
    """
    sources = {source.key: source for chain in chains for source in chain}
    groups: list[set[str]] = []
    links = [{source.key for source in chain} for chain in chains]
    for keys in (*links, *copies, *_same(sources)):
        known = keys & sources.keys()
        touching = [group for group in groups if group & known]
        groups = [group for group in groups if not group & known]
        groups += [known.union(*touching)] if known else []
    return len(groups)


def _same(sources: Mapping[str, Source]) -> list[set[str]]:
    """Pairs of keys that are one source under two names."""
    outlets = [(s.key, _words(s)) for s in sources.values() if s.kind == "outlet"]
    media = [(s.key, _words(s)) for s in sources.values() if s.kind == "media"]
    pairs = product(outlets, media)
    named = [{one, other} for (one, a), (other, b) in pairs if a <= b or b <= a]
    return named + [
        {bare, *fuller} for bare in sources if len(fuller := _fuller(bare, sources)) == 1
    ]


def _words(source: Source) -> set[str]:
    return {token.norm for token in tokens(source.name)}


def _fuller(bare: str, keys: Iterable[str]) -> list[str]:
    """The bodies that a body named without its country can be: the ministry of health's of Chad."""
    kind, *parts = bare.split(":")
    if kind != "body" or not parts:
        return []
    others = (key.split(":") for key in keys if key != bare and key.startswith("body:"))
    return [":".join(other) for other in others if set(parts) < set(other[1:])]
