"""Report and gold to score: what was read, what was put together, what was said of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from compare.evaluation.gold import Gold, Row
from compare.evaluation.match import Told, match, told, touches
from compare.evaluation.measures import Miss, Quote, Score, Share, Shares
from compare.model import Fact, Figure, Report

ADMITTED = {
    "agree": ("agreed", "compatible"),
    "agreed": ("agreed",),
    "compatible": ("compatible", "agreed"),
    "diverge": ("divergent", "updated"),
    "divergent": ("divergent",),
    "updated": ("updated",),
    "single": ("single",),
}
"""The verdicts that are right for each of the gold's; its others are not judged."""
_MAY_DIVERGE = ("divergent", "diverge", "open")


class _Found(NamedTuple):
    """A gold reading, and the claim and the fact that the report has for it."""

    row: Row
    told: Told
    fact: Fact


class _Shown(NamedTuple):
    """What a report shows: its facts, and the words of each."""

    facts: Sequence[Fact]
    of_claim: Mapping[str, Fact]
    words: Mapping[str, tuple[Quote, ...]]


class _Judged(NamedTuple):
    share: Share
    misses: Sequence[Miss]


def score(report: Report, gold: Gold) -> Score:
    """Hold a report against its story's gold."""
    claims, shown = told(report), _shown(report)
    wanted = [row for row in gold.rows if row.kind == "quantity" and row.values]
    matched = dict(zip(wanted, match(wanted, claims), strict=True))
    found = [_Found(row, t, shown.of_claim[t.claim.id]) for row, t in matched.items() if t]
    known = {t.claim.id for t in claims if any(touches(t.figure, row) for row in gold.rows)}
    divergent, unjudged = _divergent(found, known, shown)
    judged = (
        _read(matched, report.figures),
        _recall(wanted, found),
        _precision(found),
        _verdicts(found, shown),
        divergent,
        _traps(gold.rows, claims, {one.told.claim.id for one in found}, shown),
    )
    shares = Shares(*(one.share for one in judged))
    misses = tuple(miss for one in judged for miss in one.misses)
    return Score(report.story.id, gold.sha256, shares, misses, tuple(unjudged))


def _shown(report: Report) -> _Shown:
    of_claim = {claim: fact for fact in report.facts for claim in fact.claims}
    articles = {article.id: article for article in report.articles}
    words = defaultdict(list)
    for claim, _ in told(report):
        article = articles[claim.article]
        said = " ".join(article.text[claim.start : claim.end].split())
        words[of_claim[claim.id].id].append(Quote(article.outlet, said))
    return _Shown(report.facts, of_claim, {fact: tuple(quotes) for fact, quotes in words.items()})


def _read(matched: Mapping[Row, Told | None], figures: Sequence[Figure]) -> _Judged:
    missed = [row for row, t in matched.items() if t is None]
    misses = [Miss("not read", row.fact, (_quote(row),), _instead(row, figures)) for row in missed]
    return _Judged(Share(len(matched) - len(missed), len(matched)), misses)


def _instead(row: Row, figures: Sequence[Figure]) -> str:
    """What is wanted, and what the report reads in its place."""
    there = ", ".join(f"{_ends(f)} as {f.kind}" for f in figures if touches(f, row))
    wanted = ";".join(map(str, row.values))
    return f"{wanted} wanted, {there or 'nothing'} read"


def _ends(figure: Figure) -> str:
    ends = dict.fromkeys(end for end in (figure.low, figure.high) if end is not None)
    return "–".join(format(end, "f") for end in ends) or "no number"


def _recall(wanted: Sequence[Row], found: Sequence[_Found]) -> _Judged:
    """Pairs of readings of different outlets that are in one fact, of those that should be."""
    pairs = [(a, b) for a, b in combinations(wanted, 2) if a.outlet != b.outlet and _one(a, b)]
    fact_of = {one.row: one.fact.id for one in found}
    missed = [(a, b) for a, b in pairs if a not in fact_of or fact_of[a] != fact_of.get(b)]
    # A pair of which one is not read is a miss that is told already.
    apart = [(a, b) for a, b in missed if a in fact_of and b in fact_of]
    misses = [Miss("apart", a.fact, (_quote(a), _quote(b))) for a, b in apart]
    return _Judged(Share(len(pairs) - len(missed), len(pairs)), misses)


def _precision(found: Sequence[_Found]) -> _Judged:
    """Pairs of readings of different outlets that should be in one fact, of those that are."""
    pairs = [
        (a.row, b.row)
        for a, b in combinations(found, 2)
        if a.row.outlet != b.row.outlet and a.fact.id == b.fact.id
    ]
    wrong = [(a, b) for a, b in pairs if not _one(a, b)]
    misses = [
        Miss("joined", " ".join(dict.fromkeys((a.fact, b.fact))), (_quote(a), _quote(b)))
        for a, b in wrong
    ]
    return _Judged(Share(len(pairs) - len(wrong), len(pairs)), misses)


def _one(a: Row, b: Row) -> bool:
    """Whether the gold holds two readings in one fact; what is not comparable is in none."""
    return a.fact == b.fact and a.verdict != "not_comparable"


def _verdicts(found: Sequence[_Found], shown: _Shown) -> _Judged:
    """The gold's facts with the right verdict, of those that are found and judged."""
    readings = defaultdict(list)
    for one in found:
        if one.row.verdict in ADMITTED:
            readings[one.row.fact].append(one)
    chosen = {name: _most(ones) for name, ones in readings.items()}
    wanted = {name: ones[0].row.verdict for name, ones in readings.items()}
    misses = [
        Miss("verdict", name, shown.words[fact.id], f"{wanted[name]} wanted, {fact.verdict} shown")
        for name, fact in chosen.items()
        if fact.verdict not in ADMITTED[wanted[name]]
    ]
    return _Judged(Share(len(chosen) - len(misses), len(chosen)), misses)


def _most(readings: Sequence[_Found]) -> Fact:
    """The fact that holds most of the readings; among equals, the one of most outlets."""
    ids = [one.fact.id for one in readings]

    def weight(fact: Fact) -> tuple[int, int, str]:
        outlets = {outlet for reading in fact.readings for outlet in reading.outlets}
        return ids.count(fact.id), len(outlets), fact.id

    return max((one.fact for one in readings), key=weight)


def _divergent(
    found: Sequence[_Found], known: set[str], shown: _Shown
) -> tuple[_Judged, list[Miss]]:
    """Of the facts shown as divergent, those with a reading of a fact that may be; the unjudged.

    A fact of whose figures the gold knows none cannot be judged: the gold does not hold them all.
    """
    facts = [fact for fact in shown.facts if fact.verdict == "divergent"]
    golden = defaultdict(list)
    for one in found:
        golden[one.fact.id].append(one.row)
    judged = [fact for fact in facts if known.intersection(fact.claims)]
    false = [f for f in judged if not any(r.verdict in _MAY_DIVERGE for r in golden[f.id])]
    misses = [_false(fact, golden[fact.id], shown) for fact in false]
    unjudged = [Miss("unjudged", "", shown.words[f.id]) for f in facts if f not in judged]
    return _Judged(Share(len(judged) - len(false), len(judged)), misses), unjudged


def _false(fact: Fact, rows: Sequence[Row], shown: _Shown) -> Miss:
    verdicts = ", ".join(dict.fromkeys(row.verdict for row in rows)) or "no reading of it"
    names = " ".join(dict.fromkeys(row.fact for row in rows))
    return Miss("divergent", names, shown.words[fact.id], f"the gold has {verdicts}")


def _traps(rows: Sequence[Row], claims: Sequence[Told], given: set[str], shown: _Shown) -> _Judged:
    """The gold's traps that no claim was made of, in a fact of several outlets or alone.

    A claim that is a gold reading's is none of a trap in the same words.
    """
    traps = [row for row in rows if row.kind == "trap"]
    spare = [t for t in claims if t.claim.id not in given]
    caught = [(row, t) for row in traps for t in spare if _is_caught(row, t)]
    first = dict(reversed(caught))
    misses = [
        Miss("trap", row.fact, (_quote(row),), _company(row, shown.of_claim[t.claim.id]))
        for row in traps
        if (t := first.get(row))
    ]
    return _Judged(Share(len(traps) - len(misses), len(traps)), misses)


def _is_caught(row: Row, one: Told) -> bool:
    fits = not row.values or not one.ends.isdisjoint(row.values)
    return fits and touches(one.figure, row)


def _company(row: Row, fact: Fact) -> str:
    """With whom a trap is compared."""
    outlets = {outlet for reading in fact.readings for outlet in reading.outlets}
    others = sorted(outlets - {row.outlet})
    return f"compared with {', '.join(others)}" if others else "taken for a quantity"


def _quote(row: Row) -> Quote:
    return Quote(row.outlet, " ".join(row.quote.split()))
