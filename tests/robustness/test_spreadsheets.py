"""No cell of the tables is one that a spreadsheet would run or follow."""

import csv
import io
import re
import unicodedata
import zipfile
from pathlib import Path

import pytest

from compare import lang, pipeline, tables
from compare.ingest import load_story
from tests.ingest import folders
from tests.robustness.battery import Case, cases, named
from tests.robustness.test_markup import quoted

TEXTS = (
    "هبطت الأسعار -5% و+7% اليوم، وقالت الوزارة إن 12 شخصا قُتلوا على يد المسلحين.\n",
    "هبطت الأسعار -6% اليوم، وقالت الوزارة إن 14 شخصا قُتلوا على يد الإرهابيين.\n",
)
RUNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


@pytest.fixture
def made(case: Case, tmp_path: Path) -> dict[str, bytes]:
    """The tables of a story of two outlets that are called as the case says."""
    lines = ['title = "قصة"']
    for number, _ in enumerate(TEXTS):
        outlet = quoted(case["cell"] + " " * number + "ب" * number)
        lines += ["[[article]]", f'file = "{number}.txt"', f"outlet = {outlet}"]
        lines += [f"title = {quoted(case['cell'])}"]
    texts: dict[str, str | bytes] = {f"{n}.txt": text for n, text in enumerate(TEXTS)}
    folder = folders.make(tmp_path / "story", texts | {"story.toml": "\n".join(lines)})
    report = pipeline.build(load_story(folder), lang.load())
    return {
        "figures.csv": tables.figures_csv(report),
        "naming.csv": tables.naming_csv(report),
        "facts.xlsx": tables.facts_xlsx(report, "ar"),
    }


def would_run(cell: str) -> bool:
    seen = "".join(char for char in cell if unicodedata.category(char) not in ("Cf", "Zs"))
    return seen.startswith(RUNS) and not is_number(cell)


def is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("case", cases("spreadsheets"), ids=named)
def test_no_cell_runs(case: Case, made: dict[str, bytes]) -> None:
    for name in ("figures.csv", "naming.csv"):
        text = made[name].decode("utf-8-sig")
        assert len({len(row) for row in csv.reader(io.StringIO(text, newline=""))}) == 1
        # Some spreadsheets cut at the separator of the country that they are sold in.
        for separator in ",;\t":
            rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
            assert not [cell for row in rows for cell in row if would_run(cell)]
    with zipfile.ZipFile(io.BytesIO(made["facts.xlsx"])) as book:
        sheets = [book.read(name).decode() for name in book.namelist() if "sheet" in name]
        names = book.namelist()
    assert not any("<f>" in sheet or "<hyperlink" in sheet for sheet in sheets)
    assert not any("externalLink" in name or "vba" in name for name in names)
    assert re.findall(r"\w+", case["cell"])[-1] in made["figures.csv"].decode()
