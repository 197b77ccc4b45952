"""Verdicts: cases as data, and what holds of any readings."""

import tomllib
from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare import lang
from compare.model import Article, Claim, Source
from compare.readings import Told, Value, readings
from compare.verdicts import Case, admits, judge

CASES = tomllib.loads((Path(__file__).parent / "cases/verdicts/verdicts.toml").read_text("utf-8"))


def told(row: Sequence[str], event: str | None, at: int) -> Told:
    outlet, published, words, *more = row
    sources = tuple(
        Source(key=word, name=word, kind="official") for word in more if word.startswith("by ")
    )
    scope = [*(word for word in more if ":" in word), *([f"date:{event}"] if event else [])]
    article = Article(
        id=outlet + published, outlet=outlet, title=None, published=published or None, lang="ar",
        path="", sha256="", url=None, characters=0, text="",
    )  # fmt: skip
    claim = Claim(
        id=str(at), figure="", article=article.id, start=0, end=0, counted=None, predicate=None,
        scope=tuple(scope), attribution=sources,
        as_of=published or None, negated=False, hypothetical=False, words=(),
    )  # fmt: skip
    return Told(claim, value(words), article)


def value(words: str) -> Value:
    relation, *numbers = words.split()
    first, last = Decimal(numbers[0]), Decimal(numbers[-1])
    low = None if relation in ("under", "at_most") else first
    high = None if relation in ("over", "at_least") else last
    return low, high, relation  # type: ignore[return-value]


def judged(case: dict[str, Any]) -> tuple[str, str]:
    event = case.get("event")
    all_told = tuple(told(row, event, at) for at, row in enumerate(case["told"]))
    concepts = lang.load().concepts
    ties = dict.fromkeys(
        combinations(sorted(t.claim.id for t in all_told), 2), case.get("tie", 2.0)
    )
    kind, predicate = case.get("kind", "count"), case.get("predicate")
    found = judge(Case(kind, predicate, all_told, readings(all_told), ties, concepts))
    return found.verdict, found.rule


@pytest.mark.parametrize("case", CASES["case"], ids=lambda c: c["name"])
def test_verdict(case: dict[str, Any]) -> None:
    assert judged(case) == (case["verdict"], case["rule"])


@pytest.mark.parametrize("case", CASES["case"], ids=lambda c: c["name"])
def test_the_order_of_claims_does_not_matter(case: dict[str, Any]) -> None:
    assert judged(case) == judged({**case, "told": case["told"][::-1]})


NUMBER = st.decimals(0, 10**6, places=0)
VALUE = st.one_of(
    st.builds(lambda n: (n, n, "exact"), NUMBER),
    st.builds(lambda n: (n, n, "about"), NUMBER),
    st.builds(lambda n: (n, None, "over"), NUMBER),
    st.builds(lambda n: (None, n, "at_most"), NUMBER),
)


@given(VALUE, VALUE)
def test_admitting_is_mutual_and_each_value_admits_itself(one: Value, two: Value) -> None:
    assert admits(one, one)
    assert admits(one, two) == admits(two, one)
