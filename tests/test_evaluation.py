"""The program is as good on the stories of the repository as it has been."""

import pytest

from tests.evaluation.score import MEASURES, Score, means, score
from tests.evaluation.stories import FLOORS, stories


@pytest.fixture(scope="module")
def scores() -> list[Score]:
    return [score(*gold) for gold in stories("repository")]


@pytest.mark.parametrize("measure", MEASURES)
def test_the_mean_is_not_below_its_floor(measure: str, scores: list[Score]) -> None:
    assert means(scores)[measure] >= FLOORS["repository"][measure]


def test_the_seeds_divergent_facts_are_found_and_no_other(scores: list[Score]) -> None:
    seeds = next(s for s in scores if s.story == "hostage-talks-2024")
    assert seeds.true_divergences == (2, 2)
    assert seeds.joined.value == seeds.right_joins.value == 1
