"""The program is as good on the stories of the repository as it has been."""

import csv

import pytest

from compare import lang, pipeline
from compare.ingest import load_story
from compare.model import Fact, Figure
from tests.evaluation.score import MEASURES, Score, means, score
from tests.evaluation.stories import FLOORS, ROOT, stories

SEEDS = ROOT / "seeds" / "hostage-talks-2024"
GOLD = ROOT / "tests" / "evaluation" / "seeds" / SEEDS.name


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


def test_the_seeds_facts_have_their_verdicts_and_the_divergent_ones_come_first() -> None:
    report = pipeline.build(load_story(SEEDS), lang.load())
    shared = [fact for fact in report.facts if fact.verdict != "single"]
    found = [(fact.verdict, _values(fact)) for fact in shared]
    assert sorted(found[:2]) == [("divergent", "251 252"), ("divergent", "5 7")]
    assert sorted(found[2:]) == [
        ("agreed", "4"),
        ("compatible", "50 60"),
        ("updated", "101 121"),
        ("updated", "37 43"),
    ]


def _values(fact: Fact) -> str:
    return " ".join(str(r.low if r.low is not None else r.high) for r in fact.readings)


def test_the_seeds_figures_are_read_as_labelled_and_no_other() -> None:
    report = pipeline.build(load_story(SEEDS), lang.load())
    paths = {article.id: article.path for article in report.articles}
    found = [
        (paths[f.article], str(f.start), str(f.end), f.raw, f.kind, f.relation, *_ends(f))
        for f in report.figures
    ]
    with (GOLD / "figures.tsv").open(encoding="utf-8", newline="") as file:
        gold = [tuple(row) for row in csv.reader(file, delimiter="\t")][1:]
    assert sorted(found) == sorted(gold)


def _ends(figure: Figure) -> tuple[str, str]:
    low, high = figure.low, figure.high
    return ("" if low is None else format(low, "f"), "" if high is None else format(high, "f"))
