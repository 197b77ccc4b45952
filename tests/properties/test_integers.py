"""Integers in words read back, whoever spells them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.figures.integers import Speller, all_misread, as_num2words, in_turn, misread

SPELLERS = pytest.mark.parametrize("speller", [as_num2words, in_turn])
LARGE = st.one_of(
    st.integers(10**6, 10**12),
    st.builds(lambda digits, zeros: digits * 10**zeros, st.integers(1, 10**4), st.integers(3, 8)),
)


@SPELLERS
def test_every_integer_up_to_a_million_reads_back(speller: Speller) -> None:
    assert not all_misread(speller)


@SPELLERS
@settings(max_examples=2000)
@given(number=LARGE)
def test_larger_integers_read_back(speller: Speller, number: int) -> None:
    assert not misread(speller, [number])
