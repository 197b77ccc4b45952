"""Deceptive numbers are read as written, flagged, and shown in their order on screen and paper."""

import re
import sys
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate

import pytest
from playwright.sync_api import Browser, Page

from compare import lang, pipeline
from compare.ingest import LoadedStory
from compare.model import Figure, Report, Story
from compare.render import html, pdf
from compare.view import build, on_paper
from compare.view.labels import load
from compare.view.lines import visible
from compare.view.numbers import shown
from tests.properties.test_pipeline import article
from tests.robustness.battery import Case, cases, named
from tests.robustness.opened import pdf_text

CASES = cases("deceptive_numbers")
SHOWN = [case for case in CASES if "digits" not in case]
ZEROS = [
    char
    for char in map(chr, range(sys.maxunicode + 1))
    if unicodedata.category(char) == "Nd" and unicodedata.digit(char) == 0
]


def text_of(case: Case) -> str:
    return str(case["text"]).replace("{digits}", "7" * case.get("digits", 0))


def told(figure: Figure) -> list[str]:
    ends = [str(end) for end in (figure.low, figure.high) if end is not None]
    return [figure.raw, figure.kind, "..".join(dict.fromkeys(ends)), *figure.flags]


@pytest.fixture(scope="module")
def report() -> Report:
    """One article, a line or more for each case."""
    text = "\n".join(["أرقام في السوق", *map(text_of, SHOWN)]) + "\n"
    loaded = LoadedStory(Story(id="s", title="s"), (article("صحيفة", text),), ())
    return pipeline.build(loaded, lang.load())


@pytest.fixture(scope="module")
def page(report: Report, browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.set_content(html(build(report, "ar")))
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    yield page
    page.close()


@pytest.fixture(scope="module")
def paper(report: Report) -> str:
    return pdf_text(pdf(on_paper(build(report, "ar"))))


@pytest.mark.parametrize("case", SHOWN, ids=named)
def test_it_is_read_as_written_and_flagged(case: Case) -> None:
    found = pipeline.read_figures("x", text_of(case), lang.load())
    assert [told(figure) for figure in found] == case["figures"]


@pytest.mark.parametrize("case", [c for c in CASES if "digits" in c], ids=named)
def test_no_digit_of_many_is_lost_and_none_is_a_value(case: Case) -> None:
    found = pipeline.read_figures("x", text_of(case), lang.load())
    assert sum(len(figure.raw) for figure in found) == case["digits"]
    assert {(figure.kind, figure.low) for figure in found} == {("identifier", None)}


@pytest.mark.parametrize("zero", ZEROS, ids=lambda zero: f"{ord(zero):04x}")
def test_digits_of_every_script_are_read(zero: str) -> None:
    digits = "".join(chr(ord(zero) + int(digit)) for digit in "251")
    [figure] = pipeline.read_figures("x", f"احتجز {digits} شخصا", lang.load())
    assert (figure.raw, figure.low) == (digits, Decimal(251))


@pytest.mark.parametrize("case", SHOWN, ids=named)
def test_the_page_shows_it_in_its_order(case: Case, page: Page, report: Report) -> None:
    for figure in figures_of(case, report):
        runs = digit_places(page, figure)
        assert runs, figure.raw
        for places in runs:
            assert in_order(places, figure.raw, case.get("runs", "left to right"))


@pytest.mark.parametrize("case", SHOWN, ids=named)
def test_the_pdf_shows_it_or_its_value(case: Case, paper: str, report: Report) -> None:
    for figure in figures_of(case, report):
        ends = (figure.low, figure.high)
        value = shown(load("ar"), ends, figure.relation, figure.unit, figure.raw)
        raw = "".join(visible(figure.raw).split())
        if "groups" in case.get("runs", ""):
            raw = "".join(re.split(r"(\W)", raw)[::-1])
        listed = raw if figure.kind in ("identifier", "date") else value.number or value.quoted
        assert "".join(listed.split()) in paper


def in_order(places: list[float], raw: str, runs: str) -> bool:
    """Whether digits that stand at these places, of a figure as printed, run as `runs` says."""
    if runs != "groups from the right":
        return places == sorted(set(places), reverse=runs == "right to left")
    lengths = [len(group) for group in re.findall(r"\d+|[½⅔]", raw)]
    ends = list(accumulate(lengths))
    groups = [places[end - length : end] for end, length in zip(ends, lengths, strict=True)]
    firsts = [group[0] for group in groups]
    return firsts == sorted(firsts, reverse=True) and all(
        group == sorted(set(group)) for group in groups
    )


def figures_of(case: Case, report: Report) -> list[Figure]:
    """The figures in the lines of the report's article that are this case's."""
    text = report.articles[0].text
    start = text.index(text_of(case))
    found = [f for f in report.figures if start <= f.start < start + len(text_of(case))]
    assert len(found) == len(case["figures"])
    return found


def digit_places(page: Page, figure: Figure) -> list[list[float]]:
    """Where the digits stand of each element in the full text that shows the figure."""
    places: list[list[float]] = page.evaluate(
        r"""([id, shown]) => [...document.querySelectorAll(`#s-${id} bdi, #s-${id} mark`)]
            .filter(e => !e.children.length && e.textContent.includes(shown))
            .map(e => [...e.textContent].flatMap((char, at) => {
                if (!/\p{N}/u.test(char)) return [];
                const before = [...e.textContent].slice(0, at).join('').length;
                const range = document.createRange();
                range.setStart(e.firstChild, before);
                range.setEnd(e.firstChild, before + char.length);
                return [range.getBoundingClientRect().left];
            }))""",
        [figure.sentence, visible(figure.raw)],
    )
    return places
