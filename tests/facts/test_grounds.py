"""Grounds: what a fact rests on is the evidence that grouped it, no more and no less."""

import pytest

from compare.facts.evidence import WEIGHTS
from tests.facts.test_cases import CASES, fact_of, report_of

TOGETHER = [case for case in CASES if case.get("together")][:12]


def test_grounds_of_a_pair_add_up_to_what_ties_it() -> None:
    report = report_of({"a": "قُتل 31 شخصا في الانفجار.", "b": "ارتفع عدد قتلى الانفجار إلى 34."})
    (fact,) = (f for f in report.facts if len(f.claims) == 2)
    told = {ground.name: ground.weight for ground in fact.grounds}
    assert told["same_event"] == WEIGHTS["same_event"]
    assert told["count"] == WEIGHTS["count"]
    assert "same_value" not in told
    assert sum(told.values()) > 0


def test_a_claim_alone_rests_on_nothing() -> None:
    report = report_of({"a": "قُتل 31 شخصا في الانفجار.", "b": "بلغت الخسائر 4 ملايين دولار."})
    assert [fact.grounds for fact in report.facts] == [(), ()]


def test_what_an_article_itself_says_is_one_needs_no_evidence() -> None:
    report = report_of(
        {"a": "احتجز المسلحون أربعة عمال. وأفرج المسلحون عن العمال الأربعة.", "b": "خبر آخر."}
    )
    taken_up = [c for c in report.claims if c.same_as]
    assert taken_up
    for claim in taken_up:
        fact = next(f for f in report.facts if claim.id in f.claims)
        assert fact.grounds == ()


@pytest.mark.parametrize("case", TOGETHER, ids=lambda c: c["name"])
def test_grounds_come_strongest_first_and_speak_for_the_fact(case: dict) -> None:  # type: ignore[type-arg]
    fact = fact_of(report_of(case["texts"]), case["together"][0][0])
    weights = [ground.weight for ground in fact.grounds]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] > 0
    assert len({ground.name for ground in fact.grounds}) == len(weights)
