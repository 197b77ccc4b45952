"""Facts as cards, rows of the matrix, and entries of the apparatus."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec.structs import asdict

from compare import model
from compare.model import QUANTITIES
from compare.view.briefing import Carrier, Cell, Entry, Fact, Reading
from compare.view.index import Index, anchor_of, beside, outlet_of, place
from compare.view.labels import Labels, label, plural, written_date
from compare.view.lines import name, sentence_line
from compare.view.numbers import shown, spread
from compare.view.plot import plot
from compare.view.records import DERIVED, Name, Traced, Value, Verdict
from compare.view.titles import title

VERDICTS = ("divergent", "undecided", "updated", "compatible", "agreed", "single")
"""The order in which verdicts are shown: gravest first."""

_SAID_BY_RULE = {"time-unknown": ("no-as-of",)}
_LAST = Decimal("Infinity")
_CARRIERS = 10  # outlets that a card lists under a value
_FOR, _AGAINST = 4, 2  # how many grounds are told
_TELLING = 0.3  # log odds from which a ground is worth telling


def gravest_first(facts: Iterable[model.Fact]) -> list[model.Fact]:
    """Facts by verdict, then by severity, then by id."""
    return sorted(facts, key=lambda f: (VERDICTS.index(f.verdict), -f.severity, f.id))


def fact_view(fact: model.Fact, found: Index, labels: Labels) -> Fact:
    """A fact with all that any section shows of it."""
    claims = [found.claims[claim] for claim in fact.claims]
    readings = sorted(fact.readings, key=_by_value)
    return Fact(
        anchor=f"fact-{fact.id}",
        title=title(fact, labels),
        verdict=verdict(fact.verdict, labels),
        readings=tuple(_reading(reading, fact, found, labels) for reading in readings),
        spread=spread(labels, readings, fact.unit),
        plot=plot(readings, labels.table["page"]["dir"] == "rtl"),
        cells=tuple(_cell(outlet, claims, found, labels) for outlet in found.outlets),
        entries=_entries(claims, found, labels),
        entries_more=(),
        rule=label(labels, "rule", fact.rule),
        grounds=_grounds(fact, labels, _FOR, 1),
        against=_grounds(fact, labels, _AGAINST, -1),
        doubts=tuple(
            label(labels, "doubt", doubt)
            for doubt in fact.doubts
            if doubt not in _SAID_BY_RULE.get(fact.rule, ())
        ),
    )


def verdict(slug: str, labels: Labels) -> Verdict:
    """A verdict with its name and meaning."""
    return Verdict(
        slug=slug,
        name=label(labels, "verdict", slug),
        meaning=label(labels, "verdict_meaning", slug),
    )


def _grounds(fact: model.Fact, labels: Labels, most: int, sign: int) -> tuple[str, ...]:
    """The heaviest grounds of one sign; that all are counts, or all money, is none."""
    told = [g for g in fact.grounds if sign * g.weight >= _TELLING and g.name not in QUANTITIES]
    heaviest = sorted(told, key=lambda g: (-abs(g.weight), g.name))[:most]
    return tuple(dict.fromkeys(label(labels, "ground", ground.name) for ground in heaviest))


def _by_value(reading: model.Reading) -> tuple[Decimal, Decimal, str]:
    ends = [end for end in (reading.low, reading.high) if end is not None]
    return min(ends, default=_LAST), max(ends, default=_LAST), reading.relation


def _reading(reading: model.Reading, fact: model.Fact, found: Index, labels: Labels) -> Reading:
    claims = [found.claims[claim] for claim in reading.claims]
    outlets = (outlet for outlet in found.outlets if outlet in reading.outlets)
    carriers = tuple(_carrier(outlet, claims, found) for outlet in outlets)
    left = len(carriers) - _CARRIERS
    return Reading(
        value=_value(reading, fact, claims, found, labels),
        hypothetical=bool(claims) and all(claim.hypothetical for claim in claims),
        carriers=carriers[:_CARRIERS],
        carriers_more=plural(labels, "more_outlets", left) if left > 0 else (),
        independent=plural(labels, "independent_sources", reading.independent_sources),
        one_text=tuple(tuple(name(outlet) for outlet in copy) for copy in reading.one_text),
    )


def _value(
    reading: model.Reading,
    fact: model.Fact,
    claims: Sequence[model.Claim],
    found: Index,
    labels: Labels,
) -> Traced:
    """A reading's value as a claim first gives it; derived where none writes it so."""
    raw = found.figures[claims[0].figure].raw if claims else ""
    value = shown(labels, (reading.low, reading.high), reading.relation, fact.unit, raw)
    for claim in sorted(claims, key=lambda c: found.outlets.index(outlet_of(found, c))):
        if claim_value(claim, found, labels) == value:
            return _traced(value, claim, found)
    link = anchor_of(claims[0], found) if claims else ""
    return Traced(**{**asdict(value), "computed": True}, link=link, at=DERIVED)


def _carrier(outlet: str, claims: Sequence[model.Claim], found: Index) -> Carrier:
    mine = [claim for claim in claims if outlet_of(found, claim) == outlet]
    link = anchor_of(mine[0], found) if mine else ""
    return Carrier(outlet=name(outlet), link=link, chains=_chains(mine))


def _chains(claims: Iterable[model.Claim]) -> tuple[tuple[Name, ...], ...]:
    named = (tuple(name(s.name, DERIVED) for s in claim.attribution) for claim in claims)
    return tuple(dict.fromkeys(chain for chain in named if chain))


def _cell(outlet: str, claims: Sequence[model.Claim], found: Index, labels: Labels) -> Cell:
    mine = [claim for claim in claims if outlet_of(found, claim) == outlet]
    return Cell(outlet=name(outlet), values=traced_values(mine, found, labels))


def traced_values(
    claims: Iterable[model.Claim], found: Index, labels: Labels
) -> tuple[Traced, ...]:
    """The distinct values of claims in their order, each where its first claim gives it."""
    first: dict[Value, model.Claim] = {}
    for claim in claims:
        first.setdefault(claim_value(claim, found, labels), claim)
    return tuple(_traced(value, claim, found) for value, claim in first.items())


def traced(claim: model.Claim, found: Index, labels: Labels) -> Traced:
    """The value of a claim, and where it stands."""
    return _traced(claim_value(claim, found, labels), claim, found)


def _traced(value: Value, claim: model.Claim, found: Index) -> Traced:
    figure = found.figures[claim.figure]
    at = place(figure.article, figure.start, figure.end)
    return Traced(**asdict(value), link=anchor_of(claim, found), at=at)


def claim_value(claim: model.Claim, found: Index, labels: Labels) -> Value:
    """The value of a claim, as its figure gives it."""
    figure = found.figures[claim.figure]
    return shown(labels, (figure.low, figure.high), figure.relation, figure.unit, figure.raw)


def _entries(claims: Sequence[model.Claim], found: Index, labels: Labels) -> tuple[Entry, ...]:
    by_sentence: dict[str, list[model.Claim]] = {}
    for claim in sorted(claims, key=lambda c: position(c, found)):
        by_sentence.setdefault(found.figures[claim.figure].sentence, []).append(claim)
    return tuple(_entry(mine, found, labels) for mine in by_sentence.values())


def position(claim: model.Claim, found: Index) -> tuple[int, int]:
    """Where a claim stands: its article's place in the story, and its figure's start in it."""
    order = list(found.articles)
    return order.index(claim.article), found.figures[claim.figure].start


def _entry(claims: Sequence[model.Claim], found: Index, labels: Labels) -> Entry:
    figure = found.figures[claims[0].figure]
    article, sentence = found.articles[figure.article], found.sentences[figure.sentence]
    marked = (claim.figure for claim in claims)
    figures = found.figures_of[sentence.id]
    return Entry(
        outlet=name(article.outlet),
        published=written_date(labels, article.published),
        sentence=sentence_line(article.text, (sentence.start, sentence.end), figures, marked),
        link=f"#s-{sentence.id}",
        at=place(article.id, sentence.start, sentence.end),
        beside=beside(sentence.id, found),
        values=traced_values(claims, found, labels),
        chains=_chains(claims),
        as_of=written_date(labels, claims[0].as_of),
        notes=_notes(claims, found, labels),
    )


def _notes(claims: Sequence[model.Claim], found: Index, labels: Labels) -> tuple[str, ...]:
    notes = [
        label(labels, "text", slug)
        for claim in claims
        for slug, holds in (("negated", claim.negated), ("hypothetical", claim.hypothetical))
        if holds
    ]
    flags = [flag for claim in claims for flag in found.figures[claim.figure].flags]
    return tuple(dict.fromkeys([*notes, *(_flag(flag, labels) for flag in flags)]))


def _flag(flag: str, labels: Labels) -> str:
    """A flag in words; "currency:dinar" names the currency whose country is not known."""
    group, _, key = flag.rpartition(":")
    return label(labels, group or "flag", key)
