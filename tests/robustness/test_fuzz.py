"""The promises that `make fuzz` holds, on the bytes that it starts from and on any."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS, starts

QUICK = [name for name in TARGETS if name != "whole"]


@pytest.mark.parametrize("name", TARGETS)
def test_what_fuzzing_starts_from_keeps_the_promise(name: str) -> None:
    for data in starts()[name]:
        TARGETS[name](data)


@pytest.mark.parametrize("name", QUICK)
@settings(max_examples=60)
@given(data=st.one_of(st.binary(max_size=200), st.text(max_size=100).map(str.encode)))
def test_any_bytes_keep_the_promise(name: str, data: bytes) -> None:
    TARGETS[name](data)
