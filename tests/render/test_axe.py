"""Nothing in the page keeps a reader out, by axe-core: as it opens, filtered, with an article."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.render.conftest import Open


def violations(page: Page) -> list[tuple[str, str]]:
    found = Axe().run(page).response["violations"]
    return [(one["id"], node["html"]) for one in found for node in one["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1024, 1600])
@pytest.mark.parametrize("name", ["ar", "en"])
def test_axe_finds_nothing(opened: Open, name: str, width: int, scheme: str) -> None:
    page = opened(name, width, color_scheme=scheme)
    assert violations(page) == []
    page.locator(".counts [data-verdict=divergent] button").click()
    page.locator("#search").fill("بحارة")
    assert violations(page) == []
    page.locator(".card:visible .big a").first.click()
    assert violations(page) == []
