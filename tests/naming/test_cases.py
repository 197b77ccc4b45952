"""Clauses with the names in them, counted: the outlet's own and those that it quotes."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.naming.reading import LEXICON, counted

CASES = [
    pytest.param(case, id=f"{path.stem}-{number}")
    for path in sorted((Path(__file__).parent.parent / "cases" / "naming").glob("*.toml"))
    for number, case in enumerate(tomllib.loads(path.read_text("utf-8"))["case"], 1)
]


@pytest.mark.parametrize("case", CASES)
def test_the_names_of_a_text(case: dict[str, Any]) -> None:
    assert set(case) <= {"text", "own", "quoted"}
    assert counted(case["text"]) == (case.get("own", {}), case.get("quoted", {}))


def test_every_name_of_the_pack_is_met() -> None:
    met = {name for param in CASES for name in param.values[0].get("own", ())}  # type: ignore[union-attr]
    assert met == {name.shown for name in LEXICON.naming.names.values()}
