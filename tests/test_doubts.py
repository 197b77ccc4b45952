"""Doubts: a table of readings and of what is to be said beside them."""

from decimal import Decimal

import pytest
from msgspec import structs

from compare.doubts import doubts
from compare.model import Source
from compare.readings import Told, readings
from tests.test_readings import EGYPTIAN, NBC, told


def counting(said: Told) -> Told:
    return said._replace(claim=structs.replace(said.claim, counted="person", as_of="2024-06-10"))


def money(outlet: str, value: str, source: Source) -> Told:
    amount = Decimal(value)
    return counting(told(outlet, 0, source))._replace(value=(amount, amount, "exact"))


CASES = {
    "one apart": ([told("أ", 251, NBC), told("ب", 252, EGYPTIAN)], ("off-by-one",)),
    "a small count may well be one apart": ([told("أ", 3, NBC), told("ب", 4, EGYPTIAN)], ()),
    "a thousand times": ([money("أ", "1.6", NBC), money("ب", "1600", EGYPTIAN)], ("magnitude",)),
    "twice": ([money("أ", "2", NBC), money("ب", "4", EGYPTIAN)], ()),
    "one source, two values": ([told("أ", 7, NBC), told("ب", 5, NBC)], ("same-source",)),
}


@pytest.mark.parametrize(("said", "slugs"), CASES.values(), ids=CASES.keys())
def test_what_is_doubtful_is_said(said: list[Told], slugs: tuple[str, ...]) -> None:
    known = [counting(t) for t in said]
    assert doubts(known, readings(known)) == slugs


def test_a_reading_without_a_day_and_a_count_without_a_concept_are_said() -> None:
    bare = [told("أ", 7, NBC), told("ب", 5, EGYPTIAN)]
    assert doubts(bare, readings(bare)) == ("no-as-of", "unknown-concept")
