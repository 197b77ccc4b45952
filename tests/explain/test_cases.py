"""Each small story in tests/cases/explain: what is said of a figure, or of two."""

import tomllib
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.explain.asking import asked, figure_of, report

CASES = tomllib.loads((ROOT / "tests" / "cases" / "explain" / "why.toml").read_text("utf-8"))[
    "case"
]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_what_is_said_of_a_small_story(case: dict[str, Any]) -> None:
    made = report(case["texts"])
    told = "\n".join(asked(made, *(figure_of(made, named).id for named in case["ask"])))
    assert [words for words in case["says"] if words not in told] == [], told
    assert [words for words in case["never"] if words in told] == [], told


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_the_order_of_articles_and_of_ids_does_not_matter(case: dict[str, Any]) -> None:
    made, turned = report(case["texts"]), report(dict(reversed(case["texts"].items())))
    ids = [figure_of(made, named).id for named in case["ask"]]
    assert asked(made, *ids) == asked(turned, *ids)
