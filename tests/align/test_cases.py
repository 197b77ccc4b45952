"""Each case in tests/cases/align is aligned as it says; each one in its open/ is not yet."""

import pytest

from tests.align.reading import Case, aligned, groups_of, load, wrong_groups

DONE = load("align")
OPEN = load("align/open")


@pytest.mark.parametrize("case", DONE.values(), ids=list(DONE))
def test_sentences_are_aligned_as_the_case_says(case: Case) -> None:
    wrong = list(wrong_groups(case))
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("case", OPEN.values(), ids=list(OPEN))
def test_an_open_case_is_still_aligned_otherwise(case: Case) -> None:
    """Where this fails the case is mended: move it to the file of the same name above open/."""
    assert list(wrong_groups(case)), "aligned as it says now, move it out of open/"


def test_open_cases_only_become_fewer() -> None:
    assert len(OPEN) <= 46


@pytest.mark.parametrize("case", [*DONE.values(), *OPEN.values()], ids=[*DONE, *OPEN])
def test_the_order_of_articles_does_not_matter(case: Case) -> None:
    turned = dict(reversed(case["articles"].items()))
    assert groups_of(turned) == groups_of(case["articles"])


@pytest.mark.parametrize("case", [*DONE.values(), *OPEN.values()], ids=[*DONE, *OPEN])
def test_a_group_has_one_sentence_an_outlet_or_two_that_split_it(case: Case) -> None:
    found, names = aligned(case["articles"])
    for group in found.alignments:
        outlets = [names[m][0] for m in group.members]
        assert len(set(outlets)) > 1
        split = [names[first][0] for first, _ in group.splits]
        assert sorted(outlets) == sorted([*set(outlets), *split])
        for first, second in group.splits:
            assert int(names[second][1:]) == int(names[first][1:]) + 1


@pytest.mark.parametrize("case", [*DONE.values(), *OPEN.values()], ids=[*DONE, *OPEN])
def test_a_case_says_nothing_that_is_not_looked_at(case: Case) -> None:
    assert set(case) <= {"name", "groups", "apart", "articles"}
    known = {f"{o}{at}" for o, lines in case["articles"].items() for at in range(1, len(lines) + 1)}
    for named in (*case.get("groups", []), *case.get("apart", [])):
        assert set(named) <= known
