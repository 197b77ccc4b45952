"""A report that does not hold together is refused by the record that is torn."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from msgspec import structs

from compare.errors import TabayunError
from compare.model import Alignment, Fact, Report
from compare.sound import refuse_torn
from tests import builders
from tests.explain.asking import STORIES, seeds, story

replace = structs.replace


def _linked(group: Alignment, runner_up: str) -> Alignment:
    return replace(group, links=(replace(group.links[0], runner_up=runner_up),))


def _split(group: Alignment, half: str) -> Alignment:
    return replace(group, splits=((group.members[0], half),))


def _by_many(fact: Fact) -> Fact:
    readings = (replace(reading, independent_sources=10**400) for reading in fact.readings)
    return replace(fact, readings=tuple(readings))


TORN: dict[str, tuple[Callable[[Report], Report], str]] = {
    "sentences gone": (lambda r: replace(r, sentences=()), "names sentence"),
    "figures gone": (lambda r: replace(r, figures=()), "names figure"),
    "articles gone": (lambda r: replace(r, articles=()), "names article"),
    "facts gone": (lambda r: replace(r, facts=()), "is in no fact"),
    "a claim gone": (lambda r: replace(r, claims=r.claims[1:]), "names claim"),
    "an empty fact": (
        lambda r: replace(r, facts=(replace(r.facts[0], claims=(), readings=()), *r.facts[1:])),
        "has no claims",
    ),
    "a whole that is not there": (
        lambda r: replace(r, claims=(replace(r.claims[0], part_of="gone"), *r.claims[1:])),
        "names claim gone",
    ),
    "a figure in another article than its sentence": (
        lambda r: replace(
            r, figures=(replace(r.figures[0], article=r.articles[-1].id), *r.figures[1:])
        ),
        "is in another article than its sentence",
    ),
    "a claim in another article than its figure": (
        lambda r: replace(
            r, claims=(replace(r.claims[0], article=r.articles[-1].id), *r.claims[1:])
        ),
        "is in another article than its figure",
    ),
    "a span that is too long": (
        lambda r: replace(r, figures=(replace(r.figures[0], end=10**6), *r.figures[1:])),
        "stands outside of its article's text",
    ),
    "a text that was cut": (
        lambda r: replace(r, articles=tuple(replace(a, text=a.text[:9]) for a in r.articles)),
        "stands outside of its article's text",
    ),
    "a text that was changed": (
        lambda r: replace(
            r, articles=tuple(replace(a, text="س" * a.characters) for a in r.articles)
        ),
        "says '.*', and its article's text in that place 'س",
    ),
    "a text that goes on": (
        lambda r: replace(r, articles=tuple(replace(a, text=a.text + "س") for a in r.articles)),
        "has a text of .* characters, and says that there are",
    ),
    "a runner-up that is not there": (
        lambda r: replace(r, alignments=(_linked(r.alignments[0], "gone"), *r.alignments[1:])),
        "names sentence gone",
    ),
    "a runner-up without a name": (
        lambda r: replace(r, alignments=(_linked(r.alignments[0], ""), *r.alignments[1:])),
        "names sentence ",
    ),
    "a half of a split that is not there": (
        lambda r: replace(r, alignments=(_split(r.alignments[0], "gone"), *r.alignments[1:])),
        "names sentence gone",
    ),
    "a severity beyond all numbers": (
        lambda r: replace(r, facts=(replace(r.facts[0], severity=10**400), *r.facts[1:])),
        "for a number",
    ),
    "sources beyond all numbers": (
        lambda r: replace(r, facts=tuple(map(_by_many, r.facts))),
        "for a number",
    ),
    "a number that is none": (
        lambda r: replace(r, figures=(replace(r.figures[0], low=Decimal("NaN")), *r.figures[1:])),
        "has NaN for a number",
    ),
    "a number beyond computing": (
        lambda r: replace(r, figures=(replace(r.figures[0], low=Decimal("1E+40")), *r.figures[1:])),
        r"has 1E\+40 for a number",
    ),
    "a day that is none": (
        lambda r: replace(r, articles=(replace(r.articles[0], published="May"), *r.articles[1:])),
        "has 'May' for a day",
    ),
    "an outlet without an article": (
        lambda r: replace(r, naming=(replace(r.naming[0], outlet="x"), *r.naming[1:])),
        "names outlet 'x', which has no article",
    ),
    "a reading without end": (
        lambda r: replace(r, facts=(_endless(r.facts[0]), *r.facts[1:])),
        "has -Infinity for a number",
    ),
}


def _endless(fact: Fact) -> Fact:
    reading = replace(fact.readings[0], low=Decimal("-Infinity"))
    return replace(fact, readings=(reading, *fact.readings[1:]))


@pytest.mark.parametrize("name", TORN)
def test_a_torn_report_is_refused(name: str) -> None:
    tear, said = TORN[name]
    with pytest.raises(TabayunError, match=said) as raised:
        refuse_torn(tear(seeds()), "r.json")
    assert str(raised.value).startswith("r.json: ")
    assert "mend it" in str(raised.value)


@pytest.mark.parametrize("made", [seeds(), builders.report(), *map(story, STORIES)])
def test_a_report_as_it_was_written_is_sound(made: Report) -> None:
    refuse_torn(made, "r.json")
