"""Why a report says what it says: which words, rules and scores made a thing what it is.

All is read from the report. Its evidence is weighed again by the code that weighed it, where
the words and settings are still those of the report; where they are not, that is said, and what
the report itself records is shown.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from compare import model
from compare.errors import TabayunError
from compare.explain.evidence import Evidence, gather
from compare.explain.facts import claim_parts, fact_name, fact_parts, left_out_part
from compare.explain.lookup import Thing, look_up
from compare.explain.others import naming_name, naming_parts, total_parts
from compare.explain.pairs import pair_parts
from compare.explain.records import Explanation, Part, Row
from compare.explain.sentences import alignment_parts, sentence_parts
from compare.explain.words import claim_name, name_line, say, slug_line
from compare.view.index import Index, index
from compare.view.labels import Labels, load
from compare.view.records import Line

__all__ = ["Explanation", "Part", "Row", "explain"]


class _Told(NamedTuple):
    """A report made ready to be asked."""

    report: model.Report
    found: Index
    labels: Labels
    evidence: Evidence | None
    facts: Mapping[str, model.Fact]


def explain(
    report: model.Report, asked: tuple[str, ...], locale: str, path: str = "report.json"
) -> Explanation:
    """Explain the thing of an id, or why two are, or are not, one quantity.

    `report` holds together (`sound.py`). Raises `TabayunError` where an id is not there or can be
    several, or two things cannot be compared.
    """
    things = [look_up(one, report, path) for one in asked]
    labels = load(locale)
    evidence = gather(report)
    lack = say(labels, evidence) if isinstance(evidence, str) else ()
    told = _Told(
        report,
        index(report),
        labels,
        None if isinstance(evidence, str) else evidence,
        {claim: fact for fact in report.facts for claim in fact.claims},
    )
    title, parts = _one(things[0], told) if len(things) == 1 else _two(things, told, path)
    return Explanation(title=title, note=lack, parts=tuple(parts))


def _one(thing: Thing, told: _Told) -> tuple[Line, Iterator[Part]]:
    return _EXPLAINED[type(thing)](thing, told)


def _fact(fact: model.Fact, told: _Told) -> tuple[Line, Iterator[Part]]:
    title = say(told.labels, "of_a_fact", fact=fact_name(fact, told.labels))
    return title, fact_parts(fact, told.evidence, told.found, told.labels)


def _claim(claim: model.Claim, told: _Told) -> tuple[Line, Iterator[Part]]:
    title = say(told.labels, "of_a_claim", claim=claim_name(claim, told.found, told.labels))
    fact = told.facts[claim.id]
    return title, claim_parts(claim, fact, told.evidence, told.found, told.labels)


def _figure(figure: model.Figure, told: _Told) -> tuple[Line, Iterator[Part]]:
    claims = [c for c in told.report.claims if c.figure == figure.id]
    outlet = name_line(told.found.articles[figure.article].outlet)
    title = say(
        told.labels,
        "of_a_figure",
        figure=name_line(f"«{figure.raw}»"),
        outlet=outlet,
        id=slug_line(figure.id),
    )
    if claims:
        return title, (part for claim in claims for part in _claim(claim, told)[1])
    return title, iter((_left_out(figure, told),))


def _left_out(figure: model.Figure, told: _Told) -> Part:
    reasons = (n.reason for n in told.report.not_compared if n.figure == figure.id)
    return left_out_part(figure, next(reasons, None), told.found, told.labels)


def _alignment(group: model.Alignment, told: _Told) -> tuple[Line, Iterator[Part]]:
    title = say(told.labels, "of_an_alignment", id=slug_line(group.id))
    return title, alignment_parts(group, told.evidence, told.found, told.labels)


def _sentence(sentence: model.Sentence, told: _Told) -> tuple[Line, Iterator[Part]]:
    groups = [g for g in told.report.alignments if sentence.id in g.members]
    title = say(told.labels, "of_a_sentence", id=slug_line(sentence.id))
    return title, sentence_parts(sentence, groups, told.evidence, told.found, told.labels)


def _total(total: model.Total, told: _Told) -> tuple[Line, Iterator[Part]]:
    title = say(told.labels, "of_a_total", id=slug_line(total.id))
    return title, total_parts(total, told.found, told.labels)


def _naming(naming: model.Naming, told: _Told) -> tuple[Line, Iterator[Part]]:
    title = naming_name(naming, told.labels)
    return title, naming_parts(naming, told.report, told.found, told.labels)


_EXPLAINED: Mapping[type, Callable[[Any, _Told], tuple[Line, Iterator[Part]]]] = {
    model.Fact: _fact,
    model.Claim: _claim,
    model.Figure: _figure,
    model.Alignment: _alignment,
    model.Sentence: _sentence,
    model.Total: _total,
    model.Naming: _naming,
}


def _two(things: list[Thing], told: _Told, path: str) -> tuple[Line, Iterator[Part]]:
    one, other = (_claims_of(thing, told, path) for thing in things)
    if set(one) & set(other):
        raise TabayunError(
            "one-thing",
            f"{things[0].id} and {things[1].id} have a claim in common",
            path=path,
            hint="give ids of two claims, figures or facts",
        )
    facts = (told.facts[one[0]], told.facts[other[0]])
    title = say(told.labels, "of_two")
    return title, pair_parts((one, other), facts, told.evidence, told.found, told.labels)


def _claims_of(thing: Thing, told: _Told, path: str) -> tuple[str, ...]:
    """The claims that a thing stands for. Raises `TabayunError` where it has none."""
    if isinstance(thing, model.Fact):
        return thing.claims
    if isinstance(thing, model.Claim):
        return (thing.id,)
    claims = [c.id for c in told.report.claims if c.figure == thing.id]
    if claims:
        return tuple(claims)
    kind = type(thing).__name__.lower()
    what = "was left out of the comparison" if kind == "figure" else "states no quantity"
    raise TabayunError(
        "not-comparable",
        f"{kind} {thing.id} {what}: it cannot be held against another",
        path=path,
        hint=f"give claims, figures or facts; tabayun explain {thing.id} says what it is",
    )
