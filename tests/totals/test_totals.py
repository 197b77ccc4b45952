"""Totals: cases as data, and what holds whatever the figures."""

from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare import codec, lang
from compare.facts import Material
from compare.model import Claim, Figure, Report, Total
from compare.totals import totals
from tests import builders
from tests.totals.reading import load, report, rows

READ = load()
EXCEEDING = [c for c in READ.values() for row in c.get("totals", ()) if row[0] == "exceeds"]


@pytest.mark.parametrize("case", READ.values(), ids=list(READ))
def test_totals_are_what_the_case_says(case: dict[str, Any]) -> None:
    assert rows(report(case["told"])) == case.get("totals", [])


@pytest.mark.parametrize("case", READ.values(), ids=list(READ))
def test_a_case_says_nothing_that_is_not_looked_at(case: dict[str, Any]) -> None:
    assert {"name", "told"} <= set(case) <= {"name", "told", "totals"}


@pytest.mark.parametrize("case", READ.values(), ids=list(READ))
def test_the_order_of_articles_does_not_matter(case: dict[str, Any]) -> None:
    assert report(case["told"]).totals == report(case["told"][::-1]).totals


@settings(max_examples=60)
@given(st.sampled_from(EXCEEDING), st.integers(0, 3), st.integers(0, 5000))
def test_a_part_that_grows_exceeds_still(case: dict[str, Any], at: int, more: int) -> None:
    made = report(case["told"])
    total = next(t for t in made.totals if t.finding == "exceeds")
    part = total.parts[at % len(total.parts)]
    grown = _grown(made, total, part, more)
    assert any(t.finding == "exceeds" and part in t.parts for t in grown)


def _grown(made: Report, total: Total, part: str, more: int) -> tuple[Total, ...]:
    """The totals once a part's figure says more; one not hung on the whole stays within it."""
    claims = {claim.id: claim for claim in made.claims}
    figures = tuple(_raise(f, claims[part], more, total.whole_high) for f in made.figures)
    material = Material(made.articles, made.sentences, figures, made.claims)
    return totals(material, made.facts, lang.load())


def _raise(figure: Figure, part: Claim, more: int, whole: Decimal | None) -> Figure:
    if figure.id != part.figure:
        return figure
    room = more if part.part_of else min(more, int((whole or 0) - (figure.low or 0)))
    low, high = (None if end is None else end + room for end in (figure.low, figure.high))
    return msgspec.structs.replace(figure, low=low, high=high)


def test_each_total_names_claims_and_outlets_of_the_report() -> None:
    for case in READ.values():
        made = report(case["told"])
        claims = {claim.id: claim for claim in made.claims}
        for total in made.totals:
            outlets = {claims[c].article for c in (total.whole, *total.parts)}
            assert set(total.outlets) == outlets
            assert total.outlets[0] == claims[total.whole].article
            assert len({t.id for t in made.totals}) == len(made.totals)


def test_a_report_from_before_totals_is_read() -> None:
    data = msgspec.json.decode(codec.encode(builders.report()))
    del data["totals"]
    assert codec.decode(msgspec.json.encode(data)).totals == ()


def test_a_sentence_of_very_many_parts_is_weighed_like_one_of_few() -> None:
    trades = (
        "أطباء",
        "مهندسين",
        "عمال",
        "سائقين",
        "صحفيين",
        "محامين",
        "قضاة",
        "فنانين",
        "طلاب",
        "مدرسين",
    )
    parts = " و".join(f"{13 + at} {trade} من بلدة {at}" for at, trade in enumerate(trades * 4))
    text = f"قتل 90000 شخص بينهم {parts}."
    assert report([["أ", "2024-06-10", text]]).totals == ()
