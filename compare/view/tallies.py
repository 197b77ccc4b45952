"""Updated facts over time: which value was given when, and by whom."""

from collections.abc import Iterable, Sequence

from compare import model
from compare.view.briefing import Moment, Tally
from compare.view.course import Point, course
from compare.view.facts import claim_value, traced
from compare.view.index import Index, outlet_of
from compare.view.labels import Labels, label, written_date
from compare.view.lines import name
from compare.view.records import Value
from compare.view.titles import title
from compare.view.when import in_time, joint, when


def tallies(facts: Iterable[model.Fact], found: Index, labels: Labels) -> tuple[Tally, ...]:
    """The tallies of a story, in the order of its facts."""
    return tuple(_tally(fact, found, labels) for fact in facts if fact.verdict == "updated")


def _tally(fact: model.Fact, found: Index, labels: Labels) -> Tally:
    return Tally(
        title=title(fact, labels),
        anchor=f"fact-{fact.id}",
        course=course(_points(fact, found), labels),
        moments=_moments(in_time(fact, found), found, labels),
    )


def _points(fact: model.Fact, found: Index) -> list[Point]:
    """The values with a time, in the fact's unit; of an interval the higher end that is known."""
    return [
        Point(known.time, value)
        for reading in fact.readings
        for claim in reading.claims
        if (known := when(found.claims[claim], found)) is not None
        if (value := reading.low if reading.high is None else reading.high) is not None
    ]


def _moments(claims: Sequence[model.Claim], found: Index, labels: Labels) -> tuple[Moment, ...]:
    given: dict[Value, list[model.Claim]] = {}
    for claim in claims:
        given.setdefault(claim_value(claim, found, labels), []).append(claim)
    first = [mine[0] for mine in given.values()]
    return tuple(
        _moment(before, mine, found, labels)
        for mine, before in zip(given.values(), [None, *first], strict=False)
    )


def _moment(
    before: model.Claim | None, mine: Sequence[model.Claim], found: Index, labels: Labels
) -> Moment:
    slug = joint(before, mine[0], found)
    published = found.articles[mine[0].article].published
    return Moment(
        word=label(labels, "text", slug) if slug else "",
        value=traced(mine[0], found, labels),
        when=written_date(labels, mine[0].as_of or published),
        outlets=tuple(dict.fromkeys(name(outlet_of(found, claim)) for claim in mine)),
    )
