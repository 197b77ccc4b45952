"""Nothing in the page keeps a reader out, by axe-core: as it opens, filtered, with an article."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.render.conftest import Open

RUN = "() => axe.run({ resultTypes: ['violations'], preload: false })"


def violations(page: Page) -> list[tuple[str, str]]:
    found = page.evaluate(RUN)["violations"]
    return [(one["id"], node["html"]) for one in found for node in one["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1024, 1600])
@pytest.mark.parametrize("name", ["ar", "en"])
def test_axe_finds_nothing(opened: Open, name: str, width: int, scheme: str) -> None:
    page = opened(name, width, color_scheme=scheme)
    page.evaluate(Axe().axe_script)
    assert violations(page) == []
    page.locator(".counts [data-verdict=divergent] button").click()
    page.locator("#search").fill("بحارة")
    assert violations(page) == []
    page.locator(".card:visible .big a").first.click()
    assert violations(page) == []


def test_axe_would_find_something(opened: Open) -> None:
    page = opened("en")
    page.evaluate(Axe().axe_script)
    page.evaluate("() => document.getElementById('search').removeAttribute('aria-label')")
    page.evaluate("() => document.getElementById('search').removeAttribute('placeholder')")
    assert [rule for rule, _ in violations(page)] == ["label"]
