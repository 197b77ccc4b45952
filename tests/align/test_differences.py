"""What one of two sentences has and the other has not: the cases of tests/cases/differences."""

import pytest

from compare.align.differences import differences
from tests.align.reading import Case, load, read

CASES = load("differences")


def told(case: Case) -> Case:
    """What was found of a case, as the case says it."""
    (left, mine, ours), (right, theirs, others) = read("A", case["left"]), read("B", case["right"])
    figures = ours | others
    found = differences(mine, theirs, figures)
    return {
        "only_left": [left.text[start:end] for start, end in found.left],
        "only_right": [right.text[start:end] for start, end in found.right],
        "figures_left": [figures[f].raw for f in found.figures_left],
        "figures_right": [figures[f].raw for f in found.figures_right],
        "same_figures": [[figures[a].raw, figures[b].raw] for a, b in found.same_figures],
    }


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_differences_are_as_the_case_says(case: Case) -> None:
    found = told(case)
    assert found == {key: case.get(key, found[key]) for key in found}


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_from_the_other_side_it_is_the_same_turned_round(case: Case) -> None:
    turned = {"left": case["right"], "right": case["left"]}
    mine, theirs = told(case), told(turned)
    assert sorted(mine["figures_left"]) == sorted(theirs["figures_right"])
    assert sorted(mine["figures_right"]) == sorted(theirs["figures_left"])
