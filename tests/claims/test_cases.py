"""Each case in tests/cases/claims is read as it says; each one in its open/ is not yet."""

from typing import Any

import pytest

from tests.claims.reading import CASE_KEYS, CASES, OPEN, ROW_KEYS, differences, load

READ = load(CASES)
NOT_YET = {f"open-{name}": case for name, case in load(OPEN).items()}


@pytest.mark.parametrize("case", READ.values(), ids=list(READ))
def test_claims_are_read_as_the_case_says(case: dict[str, Any]) -> None:
    wrong = differences(case)
    assert not wrong, "\n".join((case["text"], *wrong))


@pytest.mark.parametrize("case", NOT_YET.values(), ids=list(NOT_YET))
def test_an_open_case_is_still_read_otherwise(case: dict[str, Any]) -> None:
    """Where this fails the case is mended: move it to the file of the same name above open/."""
    assert differences(case), f"read as it says now, move it out of open/: {case['text']}"


@pytest.mark.parametrize("case", [*READ.values(), *NOT_YET.values()], ids=[*READ, *NOT_YET])
def test_a_case_says_nothing_that_is_not_looked_at(case: dict[str, Any]) -> None:
    assert set(case) <= CASE_KEYS
    for row in case["claims"]:
        assert {"figure"} < set(row) <= ROW_KEYS
        assert "none" not in row or set(row) == {"figure", "none"}


def test_open_cases_only_become_fewer() -> None:
    assert len(NOT_YET) <= 44
