"""docs/report.md: its example runs, and what it says of the lists is so."""

import re
import subprocess
import sys
from pathlib import Path

from compare.model import FORMAT, Report
from tests.conftest import ROOT
from tests.explain.asking import seeds
from tests.golden.reports import ACCEPTED

PAGE = (ROOT / "docs" / "report.md").read_text(encoding="utf-8")


def test_the_example_leads_from_each_divergent_fact_to_its_words(tmp_path: Path) -> None:
    [example] = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    name = "output/hostage-talks-2024/report.json"
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_bytes((ACCEPTED / "hostage-talks-2024" / "report.json").read_bytes())
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", example], cwd=tmp_path, capture_output=True, check=True
    )
    divergent = [fact for fact in seeds().facts if fact.verdict == "divergent"]
    lines = done.stdout.decode().splitlines()
    assert [line.split()[0] for line in lines if line[0] != " "] == [f.id for f in divergent]
    assert len(lines) == len(divergent) + sum(len(fact.claims) for fact in divergent)


def test_every_list_of_a_report_has_its_row() -> None:
    lists = {name for name in Report.__struct_fields__ if isinstance(getattr(seeds(), name), tuple)}
    table = PAGE.partition("## What it holds")[2].partition("\n## ")[0]
    assert set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == lists


def test_the_format_is_the_one_that_is_written() -> None:
    assert f"`format` is {FORMAT}." in PAGE


def test_what_it_says_of_ids_holds_for_the_seeds() -> None:
    report = seeds()
    in_facts = [claim for fact in report.facts for claim in fact.claims]
    assert sorted(in_facts) == sorted(claim.id for claim in report.claims)
    claimed = {claim.figure for claim in report.claims}
    left_out = {item.figure for item in report.not_compared}
    assert claimed.isdisjoint(left_out)
    assert claimed | left_out == {figure.id for figure in report.figures}
    for fact in report.facts:
        assert sorted(c for r in fact.readings for c in r.claims) == sorted(fact.claims)
