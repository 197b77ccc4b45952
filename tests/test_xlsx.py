"""facts.xlsx: sheets as a newsroom and its programs need them, and nothing that runs."""

import io
import re
import time
import zipfile
from datetime import datetime
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from compare.model import Report
from compare.tables import facts_xlsx
from compare.tables import figures as csv_rows
from compare.tables.sheets import sheets
from compare.tables.xlsx import LONGEST, fitting, is_exact
from compare.view.labels import LOCALES, load
from tests import builders

SHEETS = ["facts", "readings", "figures", "sources"]
RUNS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(A1)", "https://x.example/"]
MARKUP = "<r><t>x</t></r>"
replace = structs.replace


def opened(report: Report, locale: str = "ar") -> Any:
    return openpyxl.load_workbook(io.BytesIO(facts_xlsx(report, locale)))


def rows(report: Report, sheet: str, locale: str = "ar") -> list[dict[str, Any]]:
    """The rows of a sheet by the names of its columns, whatever their headers say."""
    names = list(sheets(report, load(locale))[sheet].columns)
    _, *lines = opened(report, locale)[sheet].iter_rows(values_only=True)
    return [dict(zip(names, line, strict=True)) for line in lines]


def parts(report: Report) -> dict[str, bytes]:
    """The files in the archive."""
    with zipfile.ZipFile(io.BytesIO(facts_xlsx(report, "ar"))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def spoiled(spoil: str) -> Report:
    """The made-up report with every text in it spoiled, ids and slugs as well."""
    report: Report = builders.spoiled(builders.report(), lambda text: spoil + text)
    figures = tuple(replace(f, raw=spoil + f.raw, unit=spoil, rule=spoil) for f in report.figures)
    words: dict[str, Any] = {"counted": spoil, "predicate": spoil, "scope": (spoil,)}
    return replace(
        report,
        articles=tuple(
            replace(a, published=spoil, sha256=spoil, text=spoil * len(a.text))
            for a in report.articles
        ),
        figures=figures,
        claims=tuple(replace(c, **words, as_of=spoil) for c in report.claims),
        facts=tuple(replace(f, **words, unit=spoil, rule=spoil) for f in report.facts),
        not_compared=tuple(replace(n, reason=spoil) for n in report.not_compared),
    )


def texts(found: dict[str, bytes]) -> list[str]:
    """The strings that the sheets share."""
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    root = ET.fromstring(found["xl/sharedStrings.xml"])
    return ["".join(t.text or "" for t in si.iter(f"{space}t")) for si in root]


@pytest.mark.parametrize(("locale", "rtl"), [("ar", True), ("en", None)])
def test_the_sheets_run_as_the_briefing_does(locale: str, rtl: bool | None) -> None:
    book = opened(builders.report(), locale)
    assert book.sheetnames == SHEETS
    assert [sheet.sheet_view.rightToLeft for sheet in book] == [rtl] * len(SHEETS)


def test_a_header_is_bold_frozen_and_filters() -> None:
    for sheet in opened(builders.report()):
        assert all(cell.font.bold for cell in sheet[1])
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        widths = [column.width for column in sheet.column_dimensions.values()]
        assert all(8 < width < 62 for width in widths)


@pytest.mark.parametrize("locale", LOCALES)
def test_a_header_is_a_word_and_a_column_for_programs_keeps_its_name(locale: str) -> None:
    words = load(locale).table["sheet"]
    book = opened(builders.report(), locale)
    for name, frame in sheets(builders.report(), load(locale)).items():
        fixed = [c for c in frame.columns if c.endswith(("_slug", "_id", "_ids"))]
        assert fixed
        assert set(frame.columns) - set(fixed) <= set(words)
        assert [c.value for c in book[name][1]] == [words.get(c, c) for c in frame.columns]


def test_no_word_of_the_sheets_is_idle() -> None:
    frames = sheets(builders.report(), load("en")).values()
    used = {column for frame in frames for column in frame.columns}
    assert set(load("en").table["sheet"]) - used == {"exact", "range", "vague", "yes", "no"}


def test_a_fact_has_its_row_gravest_first() -> None:
    found = rows(builders.report(), "facts", "en")
    assert [row["verdict_slug"] for row in found][:5] == [
        "divergent", "divergent", "undecided", "updated", "compatible",
    ]  # fmt: skip
    missing = next(fact for fact in builders.report().facts if fact.predicate == "missing")
    wanted = {
        "fact_id": missing.id,
        "label": "بحّارة أجانب مفقودون",
        "verdict": "divergent",
        "rule": "The same quantity; no reading admits the other, and time does not explain it.",
        "rule_slug": "no-reading-admits-the-other",
        "kind": "count",
        "counted": "sailors",
        "counted_slug": "sailor",
        "predicate_slug": "missing",
        "scope_slug": "nation:foreign",
        "outlets": 4,
        "readings": 2,
        "least": 5,
        "most": 7,
        "difference": 2,
        "severity": 90,
        "doubts": None,
    }
    assert wanted.items() <= found[0].items()


def test_readings_that_are_bounds_have_no_difference() -> None:
    row = next(r for r in rows(builders.report(), "facts") if r["predicate_slug"] == "evacuated")
    assert (row["least"], row["most"], row["difference"]) == (1170, 1189, None)


def test_a_reading_says_who_gives_it_and_leads_to_its_fact() -> None:
    facts = {row["fact_id"] for row in rows(builders.report(), "facts")}
    found = rows(builders.report(), "readings", "en")
    assert {row["fact_id"] for row in found} == facts
    row = next(r for r in found if r["raw"] == "أكثر من 1170")
    assert (row["low"], row["high"], row["relation"], row["relation_slug"]) == (
        1170, None, "more than", "over",
    )  # fmt: skip
    row = next(r for r in found if r["high"] == 7 and r["unit_slug"] is None)
    assert row["relation"] == "exactly"
    assert row["outlets_named"] == "مرصد البحر; موقع غير مسمّى"
    assert row["sources"] == "مسؤول في المرفأ"


def test_outlets_of_one_text_and_what_has_not_happened_are_told() -> None:
    report = builders.report()
    [fact] = [fact for fact in report.facts if fact.predicate == "missing"]
    first = replace(fact.readings[0], one_text=(("أ", "ب"), ("ج", "د")))
    report = replace(
        report,
        facts=(replace(fact, readings=(first,)),),
        claims=tuple(replace(claim, hypothetical=True) for claim in report.claims),
    )
    [row] = rows(report, "readings", "en")
    assert row["one_text"] == "أ = ب; ج = د"
    assert (row["notes"], row["notes_slug"]) == (
        "proposed or possible, has not happened", "hypothetical",
    )  # fmt: skip


def test_the_figures_are_those_of_the_csv() -> None:
    report = builders.report()
    found, wanted = rows(report, "figures"), csv_rows(report)
    assert [row["figure_id"] for row in found] == list(wanted["figure"])
    for column in ("start", "end", "outlet", "raw", "sentence", "label"):
        assert [row[column] or "" for row in found] == list(wanted[column]), column
    for column in ("kind", "relation", "verdict", "rule", "reason", "compared", "scope"):
        assert [row[f"{column}_slug"] or "" for row in found] == list(wanted[column]), column


def test_a_source_has_its_row_with_a_day_that_is_a_date_and_the_time_beside() -> None:
    report = builders.report()
    found = rows(report, "sources")
    assert [row["article_id"] for row in found] == [a.id for a in report.articles]
    assert [(row["published"], row["published_time"]) for row in found] == [
        (datetime(2024, 5, 25), None),  # noqa: DTZ001
        (datetime(2024, 5, 26), "08:30:00+03:00"),  # noqa: DTZ001
        (datetime(2024, 6, 10), None),  # noqa: DTZ001
        (None, None),
    ]
    assert sum(row["figures_read"] for row in found) == len(report.figures)
    assert sum(row["figures_compared"] for row in found) == len(report.claims)


@pytest.mark.parametrize("day", ["1899-12-31", "1900-02-28", "last week", "2024-05"])
def test_a_day_that_a_spreadsheet_does_not_know_stays_text(day: str) -> None:
    report = builders.report()
    report = replace(report, articles=(replace(report.articles[0], published=day),), figures=())
    [row] = rows(replace(report, claims=(), facts=(), not_compared=()), "sources")
    assert (row["published"], row["published_time"]) == (day, None)


@pytest.mark.parametrize("spoil", RUNS)
def test_no_text_becomes_a_formula_or_a_link(spoil: str) -> None:
    found = parts(spoiled(spoil))
    sheets_xml = b"".join(found[f"xl/worksheets/sheet{n}.xml"] for n in range(1, 5))
    assert b"<f>" not in sheets_xml
    assert b"<f " not in sheets_xml
    assert set(re.findall(rb' t="(\w+)"', sheets_xml)) == {b"s"}
    assert b"hyperlink" not in b"".join(found.values())
    assert not [name for name in found if name.endswith(".rels") and "sheet" in name]
    for sheet in opened(spoiled(spoil)):
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


@pytest.mark.parametrize("spoil", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_what_would_run_once_edited_is_marked_as_text(spoil: str) -> None:
    marked = opened(spoiled(spoil))["sources"]["A2"]
    assert marked.value.startswith(spoil)
    assert marked.quotePrefix
    assert not opened(builders.report())["sources"]["A2"].quotePrefix


def test_what_xml_forbids_is_shown() -> None:
    found = parts(spoiled("\x00\x1b\u202e\ufffe_x0041_"))
    said = [text for text in texts(found) if "وكالة" in text or "جريدة" in text]
    assert said
    # "_x0041_" would be read as "A", and "_x005F_" is how a workbook writes that underscore.
    assert all(t.startswith("[U+0000][U+001B][U+202E][U+FFFE]_x005F_x0041_") for t in said)


@pytest.mark.parametrize("markup", [MARKUP, "<r></r>", "<r>&", "</si><si>", '<t xml:space="x">'])
def test_markup_is_text(markup: str) -> None:
    report = builders.report()
    first = replace(report.articles[0], outlet=markup)
    report = replace(report, articles=(first, *report.articles[1:]))
    assert opened(report)["sources"]["A2"].value == markup
    assert markup in texts(parts(report))


@given(st.decimals(allow_nan=True, allow_infinity=True))
def test_a_number_is_one_only_where_a_double_gives_its_digits_back(number: Decimal) -> None:
    if is_exact(number):
        # What the file holds are sixteen digits.
        assert Decimal(f"{float(f'{float(number):.16G}'):.15g}") == number
    else:
        assert (
            not number.is_finite()
            or len(number.normalize().as_tuple().digits) > 15
            or (not -307 < number.adjusted() < 308)
        )


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=3))
def test_the_numbers_of_the_news_are_numbers(number: Decimal) -> None:
    assert is_exact(number)


@pytest.mark.parametrize(
    ("low", "cell"),
    [
        ("3500000", 3500000),
        ("12.5", 12.5),
        ("0.1", 0.1),
        ("-8.2", -8.2),
        ("1E+3", 1000),
        ("1234567890123456", "1234567890123456"),
        ("333333.3333333333333333333333", "333333.3333333333333333333333"),
        ("1E+999", "1E+999"),
    ],
)
def test_a_value_is_a_number_where_a_double_holds_it(low: str, cell: float | str) -> None:
    report = builders.report()
    figure = replace(report.figures[0], low=Decimal(low))
    found = rows(replace(report, figures=(figure, *report.figures[1:])), "figures")
    [value] = [row["low"] for row in found if row["figure_id"] == figure.id]
    assert value == cell


@pytest.mark.parametrize("char", ["م", "𐤀"])
def test_a_cell_that_is_too_long_is_cut_with_a_mark(char: str) -> None:
    cut = fitting(char * 40_000)
    assert len(cut.encode("utf-16-le")) // 2 in (LONGEST, LONGEST - 1)
    assert cut.strip(char) == "…"
    whole = char * (LONGEST // len(char.encode("utf-16-le")) * 2)
    assert fitting(whole) == whole


def test_a_long_sentence_is_in_its_cell_as_far_as_that_goes() -> None:
    report = builders.report()
    long = replace(report.articles[0], title="كلمة " * 10_000)
    sheet = opened(replace(report, articles=(long, *report.articles[1:])))["sources"]
    assert sheet["B2"].value.endswith("…")
    assert len(sheet["B2"].value) == LONGEST


def test_a_report_of_nothing_is_four_headers() -> None:
    report = replace(
        builders.report(), articles=(), sentences=(), figures=(), claims=(), facts=(),
        not_compared=(), alignments=(), naming=(), totals=(),
    )  # fmt: skip
    for sheet in opened(report):
        assert sheet.max_row == 1
        assert all(cell.value for cell in sheet[1])
        assert sheet.auto_filter.ref == sheet.dimensions


def test_the_same_report_gives_the_same_bytes_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    first = facts_xlsx(builders.report(), "ar")
    later = time.time() + 10**8
    monkeypatch.setattr("time.time", lambda: later)
    monkeypatch.setattr("time.localtime", lambda *_: time.gmtime(later))
    assert facts_xlsx(builders.report(), "ar") == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
