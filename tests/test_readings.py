"""Readings: who stands behind a value, and how many of them are independent."""

from decimal import Decimal
from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from compare.model import Article, Claim, Source
from compare.readings import Told, readings

NBC = Source(key="media:nbc", name="إن بي سي", kind="media")
OFFICIALS = Source(key="official:us", name="مسؤولون أميركيون", kind="official")
ADMINISTRATION = Source(key="official:biden", name="إدارة بايدن", kind="official")
EGYPTIAN = Source(key="anonymous:egypt", name="مصدر مصري", kind="anonymous")


def told(outlet: str, value: int, *chain: Source) -> Told:
    article = Article(
        id=outlet, outlet=outlet, title=None, published=None, lang="ar", path="", sha256=outlet,
        url=None, characters=0, text="",
    )  # fmt: skip
    claim = Claim(
        id=f"{outlet}{value}{len(chain)}", figure="", article=outlet, start=0, end=0, counted=None,
        predicate=None, scope=(), attribution=chain, as_of=None, negated=False,
        hypothetical=False, words=(),
    )  # fmt: skip
    return Told(claim, (Decimal(value), Decimal(value), "exact"), article)


@pytest.mark.parametrize(
    ("said", "independent"),
    [
        ([told("أ", 5, NBC), told("ب", 5, NBC, OFFICIALS), told("ج", 5, NBC, ADMINISTRATION)], 1),
        ([told("أ", 5, NBC), told("ب", 5, EGYPTIAN)], 2),
        ([told("أ", 5), told("ب", 5)], 2),
        ([told("أ", 5), told("أ", 5, NBC), told("ب", 5, NBC)], 1),
        # a chain of chains: the first and the last share nobody but the one between
        ([told("أ", 5, NBC), told("ب", 5, NBC, OFFICIALS), told("ج", 5, OFFICIALS)], 1),
    ],
    ids=["one network", "two sources", "two outlets", "repeated without its source", "linked"],
)
def test_sources_that_share_a_link_are_one(said: list[Told], independent: int) -> None:
    assert [r.independent_sources for r in readings(said)] == [independent]
    assert [r.independent_sources for r in readings(said[::-1])] == [independent]


def test_outlets_that_carry_one_text_are_one_source() -> None:
    one, two = told("أ", 8), told("ب", 8)
    copied = two._replace(article=structs.replace(two.article, sha256=one.article.sha256))
    assert [r.independent_sources for r in readings([one, copied])] == [1]


def test_words_that_two_outlets_print_alike_are_one_source() -> None:
    one, two, third = (figured(told(outlet, 8)) for outlet in "أبج")
    (found,) = readings([one, two, third], {("أ8", "ب8")})
    assert found.independent_sources == 2
    assert found.one_text == (("أ", "ب"),)


def test_an_outlet_that_prints_alike_with_two_makes_one_source_of_all() -> None:
    said = [figured(told(outlet, 8)) for outlet in "أبج"]
    (found,) = readings(said, {("أ8", "ب8"), ("ب8", "ج8")})
    assert found.independent_sources == 1
    assert found.one_text == (("أ", "ب", "ج"),)


def test_one_text_of_two_values_is_no_copy_of_a_value() -> None:
    found = readings([figured(told("أ", 8)), figured(told("ب", 9))], {("أ8", "ب9")})
    assert [(r.independent_sources, r.one_text) for r in found] == [(1, ()), (1, ())]


def figured(said: Told) -> Told:
    """With a figure of its own, named by outlet and value."""
    figure = f"{said.article.outlet}{said.value[0]}"
    return said._replace(claim=structs.replace(said.claim, figure=figure))


def test_a_body_with_and_without_its_country_is_one_source() -> None:
    ministry = Source(key="body:health_ministry", name="وزارة الصحة", kind="body")
    named = Source(key="body:chad:health_ministry", name="وزارة الصحة التشادية", kind="body")
    said = [told("أ", 96, ministry), told("ب", 96, named)]
    assert [r.independent_sources for r in readings(said)] == [1]


def test_readings_come_by_value_and_prefer_none() -> None:
    found = readings([told("أ", 7, EGYPTIAN), told("ب", 5, NBC), told("أ", 5, NBC)])
    assert [(str(r.low), r.outlets) for r in found] == [("5", ("أ", "ب")), ("7", ("أ",))]


FIGURES = st.sampled_from("uvwxyz")


@given(st.lists(FIGURES, min_size=1, max_size=6, unique=True), st.sets(st.tuples(FIGURES, FIGURES)))
def test_one_text_is_what_a_chain_of_copies_joins(
    figures: list[str], copies: set[tuple[str, str]]
) -> None:
    reprinted = {(min(pair), max(pair)) for pair in copies}
    said = [told(name, 8) for name in figures]
    said = [t._replace(claim=structs.replace(t.claim, figure=t.article.outlet)) for t in said]
    (found,) = readings(said, reprinted)
    assert found.one_text == tuple(sorted(tuple(sorted(g)) for g in slowly(figures, reprinted)))


def slowly(figures: list[str], pairs: set[tuple[str, str]]) -> list[set[str]]:
    """Join two groups that a pair ties, over and over."""
    groups = [{name} for name in figures]
    while ties := [
        (one, other)
        for one, other in permutations(groups, 2)
        if any((min(a, b), max(a, b)) in pairs for a, b in product(one, other))
    ]:
        one, other = ties[0]
        groups = [g for g in groups if g not in (one, other)] + [one | other]
    return [group for group in groups if len(group) > 1]
