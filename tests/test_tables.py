"""figures.csv: one row a figure, and nothing in it that a spreadsheet would run."""

import csv
import io

import pytest
from msgspec import structs

from compare.model import Report
from compare.tables import TEXT, encoded, figures, figures_csv, inert, naming_csv
from tests import builders


def rows(report: Report) -> list[dict[str, str]]:
    text = figures_csv(report).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_each_figure_has_its_row_in_the_order_of_the_texts() -> None:
    report = builders.report()
    found = rows(report)
    assert [row["figure"] for row in found] == [
        figure.id
        for article in report.articles
        for figure in sorted(report.figures, key=lambda f: f.start)
        if figure.article == article.id
    ]


def test_a_row_says_what_the_report_says() -> None:
    row = next(row for row in rows(builders.report()) if row["raw"] == "خمسة")
    start, end = int(row["start"]), int(row["end"])
    text = next(a.text for a in builders.report().articles if a.path == row["article"])
    assert text[start:end] == "خمسة"
    wanted = {
        "outlet": "أخبار الضفتين",
        "published": "2024-05-26T08:30:00+03:00",
        "kind": "count",
        "relation": "exact",
        "low": "5",
        "high": "5",
        "counted": "sailor",
        "predicate": "missing",
        "scope": "nation:foreign",
        "sources": "شبكة «موجة» < مصدر في خفر السواحل",
        "verdict": "divergent",
        "rule": "no-reading-admits-the-other",
        "compared": "yes",
        "reason": "",
    }
    assert wanted.items() <= row.items()


def test_every_figure_is_compared_or_has_its_reason() -> None:
    for row in rows(builders.report()):
        assert (row["compared"] == "yes") == bool(row["fact"]) == (not row["reason"])
        assert bool(row["fact"]) == bool(row["verdict"]) == bool(row["rule"])


def test_an_open_end_is_an_empty_cell() -> None:
    row = next(row for row in rows(builders.report()) if row["raw"] == "أكثر من 1170")
    assert (row["low"], row["high"]) == ("1170", "")


def test_the_file_is_what_spreadsheets_open() -> None:
    data = figures_csv(builders.report())
    assert data.startswith(b"\xef\xbb\xbffigure,article,outlet,")
    assert b"\r" not in data
    assert data == figures_csv(builders.report())


def test_no_figures_are_a_head_and_no_rows() -> None:
    report = structs.replace(
        builders.report(), figures=(), claims=(), facts=(), not_compared=(), alignments=()
    )
    assert rows(report) == []
    assert set(figures(report).columns) >= set(TEXT)


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t1", "\r1", "\n1", "＝1", " =1", "\ufeff=1", "\u200f=1"],
)
def test_formulas_are_made_inert(cell: str) -> None:
    assert inert(cell) == f"'{cell}"


@pytest.mark.parametrize(
    ("cell", "made"),
    [
        ("\t=1", "'\t'=1"),
        ("\r=1", "'\r'=1"),
        ("a;=1", "a;'=1"),
        ('a;"=1;b', "a;\"'=1;b"),
        ('a\t" "@b', 'a\t" "\'@b'),
    ],
)
def test_what_another_separator_would_begin_is_made_inert(cell: str, made: str) -> None:
    assert inert(cell) == made


def test_a_lone_carriage_return_ends_no_row() -> None:
    data = encoded([("a", 1), ("b\rc", 2.5), ("d\ne", "")])
    assert data == b'\xef\xbb\xbfa,1\n"b\rc",2.5\n"d\ne",\n'


@pytest.mark.parametrize("cell", ["", "251", "وكالة - خبر", "a=b", "«=»"])
def test_other_cells_are_left_alone(cell: str) -> None:
    assert inert(cell) == cell


def test_no_text_cell_can_run() -> None:
    report = builders.spoiled(builders.report(), lambda text: f"=cmd({text})")
    for row in rows(report):
        assert not any(row[column].startswith(("=", "+", "-", "@", "\t")) for column in TEXT)
        assert row["outlet"].startswith("'=cmd(")


def named(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(naming_csv(report).decode("utf-8-sig"), newline="")))


def test_each_name_of_each_outlet_has_its_row_and_its_places() -> None:
    report = builders.report()
    found = named(report)
    assert [(row["concept"], row["name"], row["outlet"]) for row in found] == [
        (n.concept, n.name, n.outlet) for n in report.naming
    ]
    texts = {a.path: a.text for a in report.articles}
    row = next(row for row in found if row["quoted"] == "1" and row["name"] == "مفقودون")
    path, _, span = row["mentions"].partition(":")
    start, _, end = span.partition("-")
    assert (row["count"], texts[path][int(start) : int(end)]) == ("0", "المفقودين")


def test_no_name_is_run_by_a_spreadsheet() -> None:
    report = builders.spoiled(builders.report(), lambda text: f"=cmd({text})")
    for row in named(report):
        assert row["outlet"].startswith("'=")
        assert row["mentions"].startswith("'=")


def test_no_names_are_a_head_and_no_rows() -> None:
    assert named(structs.replace(builders.report(), naming=())) == []
