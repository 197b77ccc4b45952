"""A report that does not hold together is refused by the record that is torn."""

from collections.abc import Callable

import pytest
from msgspec import structs

from compare.errors import TabayunError
from compare.explain.sound import refuse_torn
from compare.model import Report
from tests import builders
from tests.explain.asking import STORIES, seeds, story

replace = structs.replace
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
    "a span that is too long": (
        lambda r: replace(r, figures=(replace(r.figures[0], end=10**6), *r.figures[1:])),
        "stands outside of its article's text",
    ),
    "a text that was cut": (
        lambda r: replace(r, articles=tuple(replace(a, text=a.text[:9]) for a in r.articles)),
        "stands outside of its article's text",
    ),
}


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
