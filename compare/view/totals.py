"""Wholes and their parts: which do not add up, and which were found to."""

from collections.abc import Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

import msgspec

from compare import model
from compare.view.briefing import Addend, Sums, Total
from compare.view.facts import traced
from compare.view.index import Index, outlet_of
from compare.view.labels import Labels, label, phrase, plural
from compare.view.lines import name, number, text
from compare.view.numbers import grouped
from compare.view.records import Line
from compare.view.titles import title

_ONE = Decimal(1)


def sums(report: model.Report, found: Index, labels: Labels) -> Sums:
    """The totals of a report in its order, those that add up apart from the others."""
    facts = {claim: fact for fact in report.facts for claim in fact.claims}
    views = [(total, _total(total, facts, found, labels)) for total in report.totals]
    exceeding = sum(total.finding == "exceeds" for total in report.totals)
    return Sums(
        amiss=tuple(view for total, view in views if total.finding != "adds-up"),
        sound=tuple(view for total, view in views if total.finding == "adds-up"),
        alarm=plural(labels, "totals_exceeding", exceeding) if exceeding else (),
    )


def _total(
    total: model.Total, facts: Mapping[str, model.Fact], found: Index, labels: Labels
) -> Total:
    whole, *parts = (
        _addend(found.claims[claim], facts[claim], found, labels)
        for claim in (total.whole, *total.parts)
    )
    if len(total.outlets) == 1:
        parts = [msgspec.structs.replace(part, outlet=name("")) for part in parts]
    return Total(
        finding=total.finding,
        name=label(labels, "finding", total.finding),
        rule=label(labels, "total_rule", total.rule),
        whole=whole,
        parts=tuple(parts),
        says=says(total, labels),
    )


def _addend(claim: model.Claim, fact: model.Fact, found: Index, labels: Labels) -> Addend:
    return Addend(
        value=traced(claim, found, labels),
        title=title(fact, labels).name,
        outlet=name(outlet_of(found, claim)),
        anchor=f"#fact-{fact.id}",
    )


def says(total: model.Total, labels: Labels) -> Line:
    """The sum and the difference: of bounds as much as is certain of them."""
    if total.finding == "adds-up":
        return ()
    over = total.finding == "exceeds"
    summed = total.parts_low if over else total.parts_high
    known = total.parts_low == total.parts_high
    exact = known and total.whole_low == total.whole_high
    slug = "one_part" if len(total.parts) == 1 else total.finding.replace("-", "_")
    bound = "exact" if known else "at_least" if over else "at_most"
    return phrase(
        labels,
        f"totals_{slug}",
        sum=_computed(summed or Decimal(0), bound, labels),
        difference=_computed(total.difference, "exact" if exact else "at_least", labels),
    )


def _computed(value: Decimal, bound: str, labels: Labels) -> Line:
    """A number of people that the program computed: of what is rounded, no more than is certain."""
    up = ROUND_CEILING if bound == "at_most" else ROUND_FLOOR
    whole = value if value < _ONE else value.quantize(_ONE, rounding=up)
    words = label(labels, "relation", bound)
    digits = number(grouped(whole), "derived")
    return (text(f"{words} "), digits) if words else (digits,)
