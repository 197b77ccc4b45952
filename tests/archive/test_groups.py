"""Copies are compared once, counted, and listed; one outlet's own are no pairs."""

from collections import Counter
from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.archive import finding
from tests.archive.slow import Sentence

SAID = "أعلن الوزير فتح المعبر أمام المساعدات"
EDITED = "أعلن الوزير فتح المعبر اليوم أمام المساعدات"
ROWS = st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from([SAID, EDITED])), max_size=12)


def row_pairs(rows: list[Sentence]) -> Counter[frozenset[str]]:
    """By their wordings, the pairs of rows of different outlets."""
    return Counter(
        frozenset((one, other))
        for (mine, one), (theirs, other) in combinations(rows, 2)
        if mine != theirs
    )


@given(ROWS)
def test_row_pairs_are_those_of_different_outlets(rows: list[Sentence]) -> None:
    found = finding.matches(finding.archive(rows)).rows if rows else None
    told = {}
    for left, right, count in zip(*found, strict=True) if found else ():
        assert left < right
        assert rows[left][0] != rows[right][0]
        told[frozenset((rows[left][1], rows[right][1]))] = int(count)
    assert told == row_pairs(rows)


def test_fifty_thousand_copies_are_one_pair() -> None:
    rows = [(f"outlet {at % 2}", SAID) for at in range(50_000)]
    found = finding.matches(finding.archive(rows))
    assert [each.tolist() for each in found.rows] == [[0], [1], [25_000 * 25_000]]


def test_marks_vowels_and_spaces_make_no_other_wording() -> None:
    rows = [("A", SAID), ("B", "«أعلنَ الوزيرُ  فتح المعبر»، أمام المساعدات!")]
    archive = finding.archive(rows)
    assert archive.group.tolist() == [0, 0]
    assert finding.matches(archive).sort_ratio.tolist() == [100.0]


def test_short_rows_are_counted_and_not_compared() -> None:
    archive = finding.archive(
        [("A", "أربع كلمات لا أكثر"), ("B", "أربع كلمات لا أكثر"), ("A", SAID)]
    )
    assert (archive.short, archive.group.tolist()) == (2, [-1, -1, 0])
    assert len(finding.matches(archive).rows.left) == 0


def test_shares_are_of_their_own_side() -> None:
    rows = [("A", EDITED), ("B", SAID)]
    found = finding.matches(finding.archive(rows))
    mass = [sum(len(word) + 1 for word in said.split()) for _, said in rows]
    assert np.allclose(found.left_share, mass[1] / mass[0])
    assert found.right_share.tolist() == [1.0]
