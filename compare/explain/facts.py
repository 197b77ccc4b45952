"""A fact, a claim and a figure explained: verdict, readings, words, and what holds it together."""

from collections.abc import Iterator, Sequence

from compare import model
from compare.explain.claims import claim_part, figure_rows
from compare.explain.evidence import Evidence, nearest_apart
from compare.explain.records import Part, Row
from compare.explain.tied import apart_part, tie_parts, tie_rows
from compare.explain.words import (
    joined,
    name_line,
    plain,
    row,
    say,
    slug_line,
    value_line,
    words_of,
)
from compare.view.briefing import Carrier, Reading
from compare.view.facts import fact_view, position
from compare.view.index import Index
from compare.view.labels import Labels, label
from compare.view.lines import text
from compare.view.records import Line, Name
from compare.view.titles import title

_NEAREST = 5


def fact_name(fact: model.Fact, labels: Labels) -> Line:
    """A fact by its title and id."""
    named = name_line(title(fact, labels).name.text)
    return say(labels, "fact_named", title=named, id=slug_line(fact.id))


def fact_parts(
    fact: model.Fact, evidence: Evidence | None, found: Index, labels: Labels
) -> Iterator[Part]:
    """A fact: its verdict, readings and claims, their ties, and the nearest that was not joined."""
    yield verdict_part(fact, found, labels)
    yield _readings_part(fact, found, labels)
    claims = sorted((found.claims[c] for c in fact.claims), key=lambda c: position(c, found))
    for at, claim in enumerate(claims):
        yield claim_part(claim, found, labels)
        if evidence and at:
            yield from tie_parts(claim.id, fact.claims, evidence, found, labels)
    if evidence:
        yield from _nearest_parts(fact, evidence, found, labels)


def _nearest_parts(
    fact: model.Fact, evidence: Evidence, found: Index, labels: Labels
) -> Iterator[Part]:
    near = nearest_apart(fact.claims, evidence)[:1]
    yield apart_part(near, evidence, found, labels, of_fact=True)
    for tie in near:
        if tie.reason is None:
            rows = tuple(tie_rows(tie, evidence, found, labels))
            yield Part(heading=say(labels, "its_evidence"), rows=rows)


def verdict_part(fact: model.Fact, found: Index, labels: Labels) -> Part:
    """The verdict, the rule that gave it, and what speaks against the fact."""
    seen = fact_view(fact, found, labels)
    meaning = plain(seen.verdict.meaning)
    rows = [
        row(labels, "verdict", verdict=plain(seen.verdict.name), meaning=meaning),
        row(labels, "rule", rule=plain(seen.rule), slug=slug_line(fact.rule)),
        *(
            row(labels, "doubt", doubt=plain(label(labels, "doubt", d)), slug=slug_line(d))
            for d in fact.doubts
        ),
    ]
    return Part(heading=say(labels, "verdict_heading"), rows=tuple(rows))


def _readings_part(fact: model.Fact, found: Index, labels: Labels) -> Part:
    rows: list[Row] = []
    for reading in fact_view(fact, found, labels).readings:
        rows += _reading_rows(reading, labels)
    return Part(heading=say(labels, "readings"), rows=tuple(rows))


def _reading_rows(reading: Reading, labels: Labels) -> Iterator[Row]:
    yield row(labels, "reading", value=value_line(reading.value), independent=reading.independent)
    for carrier in reading.carriers:
        yield Row(line=_carrier(carrier, labels), depth=1)
    if reading.carriers_more:
        yield Row(line=reading.carriers_more, depth=1)


def _carrier(carrier: Carrier, labels: Labels) -> Line:
    outlet = name_line(carrier.outlet.text)
    if not carrier.chains:
        return say(labels, "carrier_alone", outlet=outlet)
    chains = joined(labels, (_chain(chain, labels) for chain in carrier.chains))
    return say(labels, "carrier", outlet=outlet, sources=chains)


def _chain(chain: Sequence[Name], labels: Labels) -> Line:
    citing = text(f" {label(labels, 'text', 'from')} ")
    runs = [run for source in chain for run in (citing, *name_line(source.text))]
    return tuple(runs[1:])


def claim_parts(
    claim: model.Claim,
    fact: model.Fact,
    evidence: Evidence | None,
    found: Index,
    labels: Labels,
) -> Iterator[Part]:
    """A claim: its words, its fact, its strongest tie, and the nearest that were not joined."""
    yield claim_part(claim, found, labels)
    seen = verdict_part(fact, found, labels)
    of = row(labels, "of_fact", fact=fact_name(fact, labels))
    yield Part(heading=seen.heading, rows=(of, *seen.rows))
    if evidence:
        if len(fact.claims) > 1:
            yield from tie_parts(claim.id, fact.claims, evidence, found, labels)
        near = nearest_apart([claim.id], evidence)[:_NEAREST]
        yield apart_part(near, evidence, found, labels, of_fact=False)


def left_out_part(figure: model.Figure, reason: str | None, found: Index, labels: Labels) -> Part:
    """A figure that makes no claim: why, in which words, and by which rule it was read."""
    said = plain(label(labels, "reason", reason)) if reason else ()
    why = (
        row(labels, "left_out", reason=said, slug=slug_line(reason))
        if reason
        else row(labels, "left_out_unsaid")
    )
    outlet = name_line(found.articles[figure.article].outlet)
    rows = (
        why,
        row(labels, "stands_in", outlet=outlet),
        Row(line=words_of(figure.sentence, found, [figure.id]), depth=1),
        *figure_rows(figure, labels),
    )
    return Part(heading=(), rows=rows)
