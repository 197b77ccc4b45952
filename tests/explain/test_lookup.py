"""From what is asked to the record: ids, beginnings of ids, links; and what leads nowhere."""

import pytest
from msgspec import structs

from compare.errors import TabayunError
from compare.explain.lookup import look_up
from tests import builders
from tests.explain.asking import seeds

FACT = seeds().facts[0]


@pytest.mark.parametrize(
    "asked",
    [FACT.id, FACT.id[:4], FACT.id.upper(), f"fact-{FACT.id}", f"#fact-{FACT.id[:6]}"],
)
def test_an_id_its_beginning_and_a_link_of_the_briefing_lead_to_the_record(asked: str) -> None:
    assert look_up(asked, seeds(), "r.json") == FACT


def test_a_link_to_a_sentence_leads_to_it() -> None:
    sentence = seeds().sentences[0]
    assert look_up(f"#s-{sentence.id}", seeds(), "r.json") == sentence


@pytest.mark.parametrize(
    ("asked", "slug", "words"),
    [
        ("0000", "unknown-id", ["r.json: there is no '0000' in this report", "figures.csv"]),
        ("95", "short-id", ["'95' is too short", "4 characters or more"]),
        ("", "short-id", ["4 characters or more"]),
    ],
)
def test_what_leads_nowhere_is_told_with_the_way_out(
    asked: str, slug: str, words: list[str]
) -> None:
    with pytest.raises(TabayunError) as raised:
        look_up(asked, seeds(), "r.json")
    assert raised.value.slug == slug
    assert [word for word in words if word not in str(raised.value)] == []


def test_the_beginning_of_two_ids_names_both_and_the_whole_of_one_leads_to_it() -> None:
    report = builders.report()
    facts = (
        structs.replace(report.facts[0], id="abcdef"),
        structs.replace(report.facts[1], id="abcdef1"),
        *report.facts[2:],
    )
    made = structs.replace(report, facts=facts)
    assert look_up("abcdef", made, "r.json") == facts[0]
    with pytest.raises(TabayunError, match=r"'abcd' can be fact abcdef, fact abcdef1 .*more of"):
        look_up("abcd", made, "r.json")
