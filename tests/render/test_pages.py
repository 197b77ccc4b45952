"""The PDF's pages: what belongs together stands on one page, and no page is left half empty."""

import io
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pytest

from compare import lang, pipeline
from compare.ingest import load_story
from compare.render import pdf
from compare.view import build, on_paper
from compare.view.briefing import Briefing
from tests.conftest import ROOT
from tests.render.test_pdf import elements

STORIES = [ROOT / "seeds" / "hostage-talks-2024", ROOT / "tests" / "stories" / "earthquake"]
FOLIO = 790  # points from the top of A4, from where on there is only the page's number


class Printed(NamedTuple):
    """A briefing on paper, the bytes of its PDF, and the elements of its structure.

    The renderer makes an element of each part of a box that it tears over two pages.
    """

    briefing: Briefing
    pdf: bytes
    elements: list[pikepdf.Dictionary]


@pytest.fixture(scope="module", params=STORIES, ids=lambda path: path.name)
def printed(request: pytest.FixtureRequest) -> Iterator[Printed]:
    story: Path = request.param
    briefing = on_paper(build(pipeline.build(load_story(story), lang.load()), "ar"))
    made = pdf(briefing)
    with pikepdf.open(io.BytesIO(made)) as document:
        yield Printed(briefing, made, list(elements(document.Root["/StructTreeRoot"])))


def inner(element: pikepdf.Dictionary) -> list[str]:
    """The kinds of the elements in one."""
    return [str(one["/S"]) for one in elements(element["/K"])]


def of_kind(printed: Printed, kind: str) -> list[pikepdf.Dictionary]:
    return [element for element in printed.elements if element["/S"] == kind]


def test_no_row_of_a_table_is_torn(printed: Printed) -> None:
    rows = sum(inner(body).count("/TR") for body in of_kind(printed, "/TBody"))
    things = (*printed.briefing.things, *printed.briefing.things_more)
    names = sum(len(table.names) for thing in things for table in thing.tables)
    assert rows == names + sum(len(table.rows) for table in printed.briefing.matrix)


def test_no_sentence_is_torn_and_a_fact_begins_with_its_first_one(printed: Printed) -> None:
    facts = printed.briefing.facts
    assert len(of_kind(printed, "/BlockQuote")) == sum(len(fact.entries) for fact in facts)
    openings = [
        element
        for element in of_kind(printed, "/Div")
        if {"/H3", "/BlockQuote"} <= set(inner(element))
    ]
    assert len(openings) == len(facts)


def test_no_card_tally_or_total_is_torn(printed: Printed) -> None:
    whole = [e for e in of_kind(printed, "/Art") if "/BlockQuote" not in inner(e)]
    shown = printed.briefing
    assert len(whole) == len(shown.cards) + len(shown.tallies) + len(shown.sums.amiss)


def test_no_page_between_the_first_and_the_last_is_left_half_empty(printed: Printed) -> None:
    said = subprocess.run(
        ["pdftotext", "-bbox", "-", "-"], input=printed.pdf, capture_output=True, check=True
    ).stdout.decode()
    pages = [
        max(float(y) for y in re.findall(r'yMax="([\d.]+)"', page) if float(y) < FOLIO)
        for page in said.split("<page ")[1:]
    ]
    assert min(pages[1:-1]) > FOLIO / 2
