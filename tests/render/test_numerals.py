"""A briefing in Arabic digits: its script counts in them, and a search finds either."""

import pytest

from compare.render import html
from compare.view import build, written
from tests import builders
from tests.render.conftest import Files, Open


@pytest.fixture(scope="module")
def files() -> Files:
    """The made-up story's page in Arabic digits."""
    page = html(written(build(builders.report(), "ar"), "arab"))
    return {"arab": {"briefing.html": page.encode()}}


def test_what_is_shown_is_counted_in_them(opened: Open) -> None:
    page = opened("arab")
    assert page.locator("#how-many").inner_text() == "١٠ وقائع من أصل ١٠"
    page.locator(".counts [data-verdict=single] button").click()
    assert page.locator("#how-many").inner_text() == "٤ وقائع من أصل ١٠"


@pytest.mark.parametrize("words", ["12.5%", "١٢٫٥٪", "١٢.٥٪", "3.5 ملايين"])
def test_a_search_finds_a_number_in_either(opened: Open, words: str) -> None:
    page = opened("arab")
    page.locator("#search").fill(words)
    assert page.locator(".alone li:visible").count() == 1
