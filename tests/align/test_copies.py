"""Wire text and independent wording told apart: the cases of tests/cases/copies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.align.copies import Printed, copy
from tests.align.reading import Case, load, read

DONE = load("copies")
OPEN = load("copies/open")
WORDS = st.lists(st.sampled_from("abcdefgh"), max_size=24)


def derived(case: Case) -> str:
    (_, left, _), (_, right, _) = read("A", case["left"]), read("B", case["right"])
    assert copy(left, right).derived == copy(right, left).derived
    return copy(left, right).derived


def plain(words: list[str]) -> Printed:
    spans = tuple((at, at + 1) for at in range(len(words)))
    return Printed(tuple(words), spans, (None,) * len(words), (False,) * len(words))


@pytest.mark.parametrize("case", DONE.values(), ids=list(DONE))
def test_sentences_are_derived_as_the_case_says(case: Case) -> None:
    assert derived(case) == case["derived"]


@pytest.mark.parametrize("case", OPEN.values(), ids=list(OPEN))
def test_an_open_case_is_still_judged_otherwise(case: Case) -> None:
    assert derived(case) != case["derived"]


def test_open_cases_only_become_fewer() -> None:
    assert len(OPEN) <= 1


@given(WORDS, WORDS)
def test_runs_stand_alike_in_both_and_no_word_is_in_two(one: list[str], other: list[str]) -> None:
    left, right = plain(one), plain(other)
    found = copy(left, right)
    mine = [run.left + at for run in found.runs for at in range(run.size)]
    theirs = [run.right + at for run in found.runs for at in range(run.size)]
    assert [one[at] for at in mine] == [other[at] for at in theirs]
    assert len(set(mine)) == len(mine)
    assert len(set(theirs)) == len(theirs)
    assert all(run.size >= 3 for run in found.runs)
    assert found.left == pytest.approx(len(mine) / max(len(one), 1))
    assert found.right == pytest.approx(len(theirs) / max(len(other), 1))


@given(WORDS.filter(lambda words: len(words) >= 8))
def test_a_sentence_is_wholly_derived_from_itself(words: list[str]) -> None:
    found = copy(plain(words), plain(words))
    assert (found.derived, found.left, found.right) == ("wholly", 1.0, 1.0)
