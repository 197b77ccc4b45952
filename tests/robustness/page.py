"""`docs/robustness.md`: every case of the battery with its outcome."""

from collections.abc import Iterator
from pathlib import Path

from tests.robustness.battery import ROOT, Case, Group, groups

PAGE: Path = ROOT / "docs" / "robustness.md"

_HEAD = """\
# What bad input and faults come to

An article is untrusted text, and a run can be broken off at any point. Each case below is a test:
its input lies in `tests/robustness/cases/`, or the test that is named holds it. This page is made
from the cases (`python -m tests.robustness`), and a test fails where the two differ. What is
promised, and what is not, is in [SECURITY.md](../SECURITY.md).
"""


def page() -> str:
    """The page as the cases of today make it."""
    found = list(groups())
    total = sum(len(group.cases) for group in found)
    counts = "\n".join(
        f"| [{_title(group)}](#{_title(group).lower().replace(' ', '-')}) | {len(group.cases)} |"
        for group in found
    )
    table = f"| group | cases |\n| --- | ---: |\n{counts}\n| all | {total} |\n"
    return "\n".join([_HEAD, table, *map(_section, found)])


def _section(group: Group) -> str:
    return "\n".join([f"## {_title(group)}\n", f"{group.about}\n", *_table(group.cases)]) + "\n"


def _title(group: Group) -> str:
    return group.name.replace("_", " ").capitalize()


def _table(cases: tuple[Case, ...]) -> Iterator[str]:
    yield "| case | outcome |"
    yield "| --- | --- |"
    for case in cases:
        where = f" (`{case['test']}`)" if "test" in case else ""
        yield f"| {_cell(case['name'])} | {_cell(case['outcome'])}{where} |"


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("<", "&lt;")
