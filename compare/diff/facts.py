"""Which fact is which, and what became of it."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from compare.diff.pairing import Pair, Pairs, by_score, by_turn, ids, keys
from compare.diff.records import By, FactChange, Guess, Held, Quote, ReadingChange
from compare.diff.same import Same, Texts
from compare.model import Fact, Reading, Report

Shared = Mapping[tuple[int, int], int]
"""How many claims an old and a new fact have in common, by their places."""

FACT = ("verdict", "rule", "kind", "unit", "counted", "predicate")
"""What of a fact changes it, besides its readings."""
_HALF = 0.5
_READING = ("outlets", "sources", "independent_sources", "one_text")
"""What of a reading changes it; its value is its name."""


def pair_facts(old: Report, new: Report, same: Same, texts: tuple[Texts, Texts]) -> Pairs:
    """Pair facts: by id, by claims in common, by figures in reworded sentences, by likeness."""
    pairs = Pairs(old.facts, new.facts)
    names = ids(old.facts), ids(new.facts)
    by_turn(pairs, keys(lambda f: f.id, old.facts, new.facts), "id")
    sure = _shared(old, new, (p for p in same.claims.found if _unchanged(p, old, new, texts)))
    by_score(pairs, sure, names, "claims")
    placed = _shared(old, new, same.claims.found)
    by_score(
        pairs, {at: n for at, n in placed.items() if _may_be_one(at, old, new)}, names, "figures"
    )
    by_score(pairs, _alike(pairs, old.facts, new.facts), names, "likeness")
    return pairs


def fact_changes(
    old: Report, new: Report, same: Same, pairs: Pairs, texts: tuple[Texts, Texts]
) -> Iterator[FactChange]:
    """The facts that are new, gone or changed."""
    shared = _shared(old, new, same.claims.found)
    for pair in pairs.found:
        yield from _changed(pair, old, new, shared, texts)
    gone, come = pairs.left()
    for place in gone:
        held = _held(old.facts[place], texts[0])
        yield FactChange(old=held, new=None, claims_to=_to(place, None, new.facts, shared))
    for place in come:
        held = _held(new.facts[place], texts[1])
        yield FactChange(old=None, new=held, claims_from=_from(None, place, old.facts, shared))


def _changed(
    pair: Pair, old: Report, new: Report, shared: Shared, texts: tuple[Texts, Texts]
) -> Iterator[FactChange]:
    mine, theirs = old.facts[pair.old], new.facts[pair.new]
    found = _reading_changes(mine.readings, theirs.readings)
    readings = tuple(sorted(found, key=_by_value))
    fields = tuple(_fields(mine, theirs, readings))
    if fields:
        yield FactChange(
            old=_held(mine, texts[0]),
            new=_held(theirs, texts[1]),
            fields=fields,
            readings=readings,
            claims_to=_to(pair.old, pair.new, new.facts, shared),
            claims_from=_from(pair.old, pair.new, old.facts, shared),
            by=_by(pair.by),
            guess=_guess(pair, mine, theirs, shared),
        )


def _fields(mine: Fact, theirs: Fact, readings: Sequence[ReadingChange]) -> Iterator[str]:
    for name in FACT:
        if getattr(mine, name) != getattr(theirs, name):
            yield name
    inside = {field for change in readings for field in change.fields}
    if any(not change.fields for change in readings):
        yield "readings"
    if "outlets" in inside or outlets(mine) != outlets(theirs):
        yield "outlets"
    if inside - {"outlets"} or sources(mine) != sources(theirs):
        yield "sources"


def outlets(fact: Fact) -> frozenset[str]:
    """All outlets of a fact."""
    return frozenset(outlet for reading in fact.readings for outlet in reading.outlets)


def sources(fact: Fact) -> frozenset[str]:
    """The keys of all sources of a fact."""
    return frozenset(source.key for reading in fact.readings for source in reading.sources)


def pair_readings(mine: Sequence[Reading], theirs: Sequence[Reading]) -> Pairs:
    """Pair readings of one value."""
    pairs = Pairs(mine, theirs)
    by_turn(pairs, keys(value_of, mine, theirs), "value")
    return pairs


def value_of(reading: Reading) -> Hashable:
    """What tells a reading from the others of its fact."""
    return reading.low, reading.high, reading.relation


def reading_fields(mine: Reading, theirs: Reading) -> tuple[str, ...]:
    """What of a reading differs, the order of names in it aside."""
    return tuple(name for name in _READING if _told(mine, name) != _told(theirs, name))


def _told(reading: Reading, name: str) -> Hashable:
    told: Mapping[str, Hashable] = {
        "outlets": frozenset(reading.outlets),
        "sources": frozenset(source.key for source in reading.sources),
        "independent_sources": reading.independent_sources,
        "one_text": frozenset(map(frozenset, reading.one_text)),
    }
    return told[name]


def _reading_changes(mine: Sequence[Reading], theirs: Sequence[Reading]) -> Iterator[ReadingChange]:
    pairs = pair_readings(mine, theirs)
    for pair in sorted(pairs.found):
        fields = reading_fields(mine[pair.old], theirs[pair.new])
        if fields:
            yield ReadingChange(old=mine[pair.old], new=theirs[pair.new], fields=fields)
    gone, come = pairs.left()
    yield from (ReadingChange(old=mine[place], new=None) for place in gone)
    yield from (ReadingChange(old=None, new=theirs[place]) for place in come)


def _by_value(change: ReadingChange) -> tuple[Decimal, Decimal, str, list[str]]:
    sides = [side for side in (change.old, change.new) if side is not None]
    ends = [end for side in sides for end in (side.low, side.high) if end is not None]
    least, most = min(ends, default=Decimal(0)), max(ends, default=Decimal(0))
    return least, most, sides[0].relation, sorted(map(str, sides))


def _held(fact: Fact, texts: Texts) -> Held:
    claims = (texts.claims[claim] for claim in fact.claims)
    quotes = (
        Quote(
            claim=claim.id,
            outlet=texts.outlet(claim),
            words=" ".join(texts.articles[claim.article].text[claim.start : claim.end].split()),
        )
        for claim in claims
    )
    return Held(fact=fact, quotes=tuple(quotes))


def _unchanged(pair: Pair, old: Report, new: Report, texts: tuple[Texts, Texts]) -> bool:
    """Whether a claim stands in the same words."""
    if pair.by == "id":
        return True
    figures = (
        text.figures[report.claims[at].figure]
        for text, report, at in zip(texts, (old, new), pair[:2], strict=True)
    )
    mine, theirs = (
        text.words(text.sentences[figure.sentence])
        for text, figure in zip(texts, figures, strict=True)
    )
    return mine == theirs


def _shared(old: Report, new: Report, claims: Iterable[Pair]) -> Shared:
    homes = tuple(
        {claim: at for at, fact in enumerate(report.facts) for claim in fact.claims}
        for report in (old, new)
    )
    return Counter(
        (homes[0][mine], homes[1][theirs])
        for pair in claims
        for mine, theirs in [(old.claims[pair.old].id, new.claims[pair.new].id)]
        if mine in homes[0] and theirs in homes[1]
    )


def _may_be_one(at: tuple[int, int], old: Report, new: Report) -> bool:
    """Whether figures in the same place can be of one quantity: nothing known of them differs."""
    mine, theirs = old.facts[at[0]], new.facts[at[1]]
    known = ((getattr(mine, name), getattr(theirs, name)) for name in ("counted", "predicate"))
    apart = any(one and other and one != other for one, other in known)
    return mine.kind == theirs.kind and not apart


def _alike(pairs: Pairs, old: Sequence[Fact], new: Sequence[Fact]) -> dict[tuple[int, int], float]:
    """Values in common of what counts the same thing, to which the same befell."""
    gone, come = pairs.left()
    things: dict[Hashable, list[int]] = defaultdict(list)
    for theirs in come:
        things[_thing(new[theirs])].append(theirs)
    found: dict[tuple[int, int], float] = {}
    for mine in gone:
        thing = _thing(old[mine])
        for theirs in things[thing] if thing is not None else ():
            values = [set(map(value_of, fact.readings)) for fact in (old[mine], new[theirs])]
            if both := len(values[0] & values[1]):
                found[mine, theirs] = both / len(values[0] | values[1])
    return found


def _thing(fact: Fact) -> Hashable:
    if fact.counted is None and fact.predicate is None:
        return None
    return fact.kind, fact.unit, fact.counted, fact.predicate, fact.scope


def _by(slug: str) -> By:
    known: Mapping[str, By] = {"id": "id", "claims": "claims", "figures": "figures"}
    return known.get(slug, "likeness")


def _guess(pair: Pair, mine: Fact, theirs: Fact, shared: Shared) -> Guess | None:
    if pair.by == "id":
        return None
    if pair.by == "likeness":
        return "alike"
    if pair.by == "figures":
        return "reworded"
    both = 2 * shared.get((pair.old, pair.new), 0)
    return "few-claims" if both < _HALF * (len(mine.claims) + len(theirs.claims)) else None


def _to(mine: int, theirs: int | None, new: Sequence[Fact], shared: Shared) -> tuple[str, ...]:
    return tuple(sorted(new[b].id for a, b in shared if a == mine and b != theirs))


def _from(mine: int | None, theirs: int, old: Sequence[Fact], shared: Shared) -> tuple[str, ...]:
    return tuple(sorted(old[a].id for a, b in shared if b == theirs and a != mine))
