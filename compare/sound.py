"""Whether a report holds together: each record that another names is there, each span in its text.

A report may be corrected by hand, and is held against itself before anything is made of it.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from decimal import Decimal

from compare.errors import TabayunError
from compare.model import Claim, Fact, Figure, Mention, Report, Sentence

_MAGNITUDES = 36  # powers of ten, above what can be read and below what cannot be computed with

Named = tuple[str, str, str]
"""Who names, what kind of record, by which id."""


def refuse_torn(report: Report, path: str) -> None:
    """Raise `TabayunError` for the first thing in a report that does not fit the rest."""
    for trouble in _troubles(report):
        hint = "mend it, or write the report again with tabayun report"
        raise TabayunError("torn-report", trouble, path=path, hint=hint)


def _troubles(report: Report) -> Iterator[str]:
    """What does not fit; each check relies on those before it."""
    yield from _missing(report)
    yield from _astray(report)
    yield from _outside(report)
    yield from _misquoted(report)
    yield from _no_numbers(report)
    yield from _no_days(report)
    yield from _strangers(report)
    yield from _apart(report)


def _missing(report: Report) -> Iterator[str]:
    known = {
        "article": {a.id for a in report.articles},
        "sentence": {s.id for s in report.sentences},
        "figure": {f.id for f in report.figures},
        "claim": {c.id for c in report.claims},
    }
    for holder, kind, name in _named(report):
        if name not in known[kind]:
            yield f"{holder} names {kind} {name}, which is not there"


def _astray(report: Report) -> Iterator[str]:
    sentences = {sentence.id: sentence.article for sentence in report.sentences}
    figures = {figure.id: figure.article for figure in report.figures}
    for figure in report.figures:
        if figure.article != sentences[figure.sentence]:
            yield f"figure {figure.id} is in another article than its sentence"
    for claim in report.claims:
        if claim.article != figures[claim.figure]:
            yield f"claim {claim.id} is in another article than its figure"


def _outside(report: Report) -> Iterator[str]:
    lengths = {a.id: len(a.text) for a in report.articles}
    for holder, spanned in _spans(report):
        if not 0 <= spanned.start <= spanned.end <= lengths[spanned.article]:
            yield f"{holder} stands outside of its article's text"


def _misquoted(report: Report) -> Iterator[str]:
    texts = {a.id: a.text for a in report.articles}
    for figure in report.figures:
        said = texts[figure.article][figure.start : figure.end]
        if said != figure.raw:
            yield (
                f"figure {figure.id} says {figure.raw!r},"
                f" and its article's text in that place {said!r}"
            )
    for article in report.articles:
        if len(article.text) != article.characters:
            yield (
                f"article {article.id} has a text of {len(article.text)} characters,"
                f" and says that there are {article.characters}"
            )


def _no_numbers(report: Report) -> Iterator[str]:
    """JSON cannot say what is no number, or one that no sum is done with; a string can."""
    for holder, numbers in _numbers(report):
        for number in numbers:
            if number is not None and not _is_number(number):
                yield f"{holder} has {number} for a number"


def _numbers(report: Report) -> Iterator[tuple[str, tuple[Decimal | None, ...]]]:
    for figure in report.figures:
        yield f"figure {figure.id}", (figure.low, figure.high)
    for fact in report.facts:
        yield f"fact {fact.id}", (Decimal(fact.severity),)
        for reading in fact.readings:
            sources = Decimal(reading.independent_sources)
            yield f"fact {fact.id}", (reading.low, reading.high, sources)
    for naming in report.naming:
        yield f"naming {naming.id}", (Decimal(naming.count), Decimal(naming.quoted))
    for total in report.totals:
        ends = (total.whole_low, total.whole_high, total.parts_low, total.parts_high)
        yield f"total {total.id}", (*ends, total.difference)


def _is_number(number: Decimal) -> bool:
    return number.is_finite() and abs(number.adjusted()) < _MAGNITUDES


def _no_days(report: Report) -> Iterator[str]:
    moments = [(f"article {a.id}", a.published) for a in report.articles]
    moments += [(f"claim {c.id}", c.as_of) for c in report.claims]
    for holder, moment in moments:
        if moment is not None and not _is_iso(moment):
            yield f"{holder} has {moment!r} for a day"


def _is_iso(moment: str) -> bool:
    try:
        datetime.fromisoformat(moment)
    except ValueError:
        return False
    return True


def _strangers(report: Report) -> Iterator[str]:
    outlets = {article.outlet for article in report.articles}
    named = [(f"fact {f.id}", o) for f in report.facts for r in f.readings for o in r.outlets]
    named += [(f"total {total.id}", outlet) for total in report.totals for outlet in total.outlets]
    named += [(f"naming {naming.id}", naming.outlet) for naming in report.naming]
    for holder, outlet in named:
        if outlet not in outlets:
            yield f"{holder} names outlet {outlet!r}, which has no article"


def _apart(report: Report) -> Iterator[str]:
    for fact in report.facts:
        if not fact.claims:
            yield f"fact {fact.id} has no claims"
    counted = {claim for fact in report.facts for claim in fact.claims}
    for claim in report.claims:
        if claim.id not in counted:
            yield f"claim {claim.id} is in no fact"


def _named(report: Report) -> Iterator[Named]:
    for sentence in report.sentences:
        yield f"sentence {sentence.id}", "article", sentence.article
    for figure in report.figures:
        yield f"figure {figure.id}", "article", figure.article
        yield f"figure {figure.id}", "sentence", figure.sentence
    for claim in report.claims:
        yield from _by_claim(claim)
    for fact in report.facts:
        yield from _by_fact(fact)
    for item in report.not_compared:
        yield "not_compared", "figure", item.figure
    yield from _by_groups(report)


def _by_claim(claim: Claim) -> Iterator[Named]:
    holder = f"claim {claim.id}"
    yield holder, "figure", claim.figure
    yield holder, "article", claim.article
    for other in (claim.part_of, claim.same_as, claim.restates):
        if other is not None:
            yield holder, "claim", other


def _by_fact(fact: Fact) -> Iterator[Named]:
    for claim in (*fact.claims, *(c for reading in fact.readings for c in reading.claims)):
        yield f"fact {fact.id}", "claim", claim


def _by_groups(report: Report) -> Iterator[Named]:
    for group in report.alignments:
        ends = (end for link in group.links for end in (link.left, link.right, link.runner_up))
        halves = (half for split in group.splits for half in split)
        named = (*group.members, *ends, *halves)
        for member in (name for name in named if name is not None):
            yield f"alignment {group.id}", "sentence", member
    for total in report.totals:
        for claim in (total.whole, *total.parts):
            yield f"total {total.id}", "claim", claim
    for naming in report.naming:
        for mention in naming.mentions:
            yield f"naming {naming.id}", "article", mention.article


def _spans(report: Report) -> Iterator[tuple[str, Sentence | Figure | Claim | Mention]]:
    records: Iterable[tuple[str, Iterable[Sentence | Figure | Claim]]] = (
        ("sentence", report.sentences), ("figure", report.figures), ("claim", report.claims),
    )  # fmt: skip
    for kind, found in records:
        for record in found:
            yield f"{kind} {record.id}", record
    for naming in report.naming:
        for mention in naming.mentions:
            yield f"naming {naming.id}", mention
