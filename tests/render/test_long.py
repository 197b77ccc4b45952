"""A story of 40 outlets and 2,000 figures: its page filters, and leads to its last fact."""

import pytest
from playwright.sync_api import expect

from compare.render import html
from compare.view import build
from tests.render import long
from tests.render.conftest import Files, Open


@pytest.fixture(scope="module")
def files() -> Files:
    """The long story alone."""
    return {"long": {"briefing.html": html(build(long.report(), "ar")).encode()}}


def test_its_facts_are_filtered_and_counted(opened: Open) -> None:
    page = opened("long")
    tally = page.locator("#how-many")
    assert tally.inner_text() == "1,200 واقعة من أصل 1,200"
    page.locator("#outlet").select_option("صحيفة الوادي 39")
    assert tally.inner_text() == "50 واقعة من أصل 1,200"
    page.locator(".counts [data-verdict=agreed] button").click()
    assert tally.inner_text() == "5 وقائع من أصل 1,200"
    page.locator("#search").fill("بلديه 354")
    assert tally.inner_text() == "واقعة واحدة من أصل 1,200"
    assert page.locator(".fact:visible").count() == 1
    assert page.locator(".matrix tbody tr:visible").count() == 1


@pytest.mark.parametrize("place", [".fact", ".alone li"])
def test_a_link_leads_to_the_last_of_its_facts(opened: Open, place: str) -> None:
    page = opened("long")
    last = page.locator(place).last
    page.evaluate("id => { location.hash = id }", last.get_attribute("id"))
    expect(last).to_be_in_viewport()
