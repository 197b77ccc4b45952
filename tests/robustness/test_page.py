"""docs/robustness.md says what the cases say, and each case says enough."""

import ast
from collections import Counter

import pytest

from tests.robustness.battery import ROOT, Case, Group, cases, groups, named
from tests.robustness.page import PAGE, page

GROUPS = tuple(groups())


def test_the_page_is_what_the_cases_make_of_it() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run python -m tests.robustness"


def test_there_are_a_hundred_cases_and_more() -> None:
    assert sum(len(group.cases) for group in GROUPS) >= 100


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.name)
def test_each_case_of_a_group_has_a_name_of_its_own_and_an_outcome(group: Group) -> None:
    names = Counter(case["name"] for case in group.cases)
    assert set(names.values()) == {1}
    assert all(case["outcome"] for case in group.cases)


def test_no_group_is_idle() -> None:
    """Each file of cases is run by a test module that names it."""
    sources = [path.read_text(encoding="utf-8") for path in ROOT.glob("tests/robustness/test_*.py")]
    for group in GROUPS:
        assert any(f'cases("{group.name}")' in source for source in sources), group.name


@pytest.mark.parametrize("case", cases("held_elsewhere"), ids=named)
def test_what_another_test_holds_is_there(case: Case) -> None:
    path, _, rest = case["test"].partition("::")
    function, _, key = rest.partition("[")
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    assert function in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    if key:
        written = (ROOT / case.get("cases", path)).read_text(encoding="utf-8")
        assert key.removesuffix("]") in written
