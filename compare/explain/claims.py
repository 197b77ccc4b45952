"""A claim in full: its words, what was read from them, and by which rule its figure."""

import re
from collections.abc import Iterator

from compare import model
from compare.explain.records import Part, Row
from compare.explain.words import (
    Forms,
    claim_name,
    concept_name,
    flag_label,
    forms_of_claim,
    joined,
    name_line,
    plain,
    row,
    slug_line,
    value_line,
    words_of,
)
from compare.view.concepts import STEM, scope
from compare.view.index import Index
from compare.view.labels import Labels, label, written_date
from compare.view.lines import number, text
from compare.view.numbers import shown
from compare.view.records import Line

_MONTH_OR_YEAR = re.compile(r"\d{4}(-\d\d)?")


def claim_part(claim: model.Claim, found: Index, labels: Labels) -> Part:
    """A claim with its sentence, what was read from it, and how its figure was read."""
    forms = forms_of_claim(claim, found)
    figure = found.figures[claim.figure]
    rows = (
        Row(line=words_of(figure.sentence, found, [figure.id])),
        *_read(claim, forms, labels),
        *_told(claim, labels),
        *_pointing(claim, found, labels),
        *figure_rows(figure, labels),
    )
    return Part(heading=claim_name(claim, found, labels), rows=rows)


def figure_rows(figure: model.Figure, labels: Labels) -> Iterator[Row]:
    """What a figure was read as, the rule that read it, and what in it is ambiguous."""
    ends = (figure.low, figure.high)
    value = value_line(shown(labels, ends, figure.relation, figure.unit, figure.raw))
    kind = plain(label(labels, "kind", figure.kind))
    yield row(labels, "figure_read", 1, value=value, kind=kind)
    rule = plain(label(labels, "figure_rule", figure.rule))
    yield row(labels, "figure_rule", 1, rule=rule, slug=slug_line(figure.rule))
    for flag in figure.flags:
        yield row(labels, "flag", 1, flag=plain(flag_label(flag, labels)))


def _read(claim: model.Claim, forms: Forms, labels: Labels) -> Iterator[Row]:
    for slug, what in (("counted", claim.counted), ("happened", claim.predicate)):
        if what is None:
            yield row(labels, f"{slug}_none", 1)
        else:
            yield row(labels, slug, 1, what=plain(concept_name(what, forms, labels)))
    narrowed = [said for word in claim.scope if (said := _scope(word, forms, labels))]
    if narrowed:
        yield row(labels, "narrowed", 1, scope=joined(labels, narrowed))
    for slug, holds in (("negated", claim.negated), ("hypothetical", claim.hypothetical)):
        if holds:
            yield Row(line=plain(label(labels, "text", slug)), depth=1)


def _scope(word: str, forms: Forms, labels: Labels) -> Line:
    """A scope word; a place that the lexicon does not know, as the article has it."""
    aspect, _, value = word.partition(":")
    named = text(f"{label(labels, 'aspect', aspect)}: ")
    if value.startswith(STEM):
        return (named, *plain(concept_name(value, forms, labels)))
    if _MONTH_OR_YEAR.fullmatch(value):
        return (named, number(value))
    return plain(scope(word, labels))


def _told(claim: model.Claim, labels: Labels) -> Iterator[Row]:
    if claim.attribution:
        yield row(labels, "said_by", 1, sources=chain_line(claim.attribution, labels))
    else:
        yield row(labels, "said_by_outlet", 1)
    if claim.as_of:
        yield row(labels, "as_of", 1, day=written_date(labels, claim.as_of))


def chain_line(chain: tuple[model.Source, ...], labels: Labels) -> Line:
    """Sources from the nearest teller to the origin."""
    citing = text(f"{labels.table['page']['comma']}{label(labels, 'text', 'citing')} ")
    runs = [run for source in chain for run in (citing, *name_line(source.name))]
    return tuple(runs[1:])


def _pointing(claim: model.Claim, found: Index, labels: Labels) -> Iterator[Row]:
    """What the claim points back to, and who says another value for it."""
    for slug, other in (
        ("part_of", claim.part_of),
        ("takes_up", claim.same_as),
        ("restates", claim.restates),
    ):
        if other is not None:
            yield row(labels, slug, 1, claim=claim_name(found.claims[other], found, labels))
