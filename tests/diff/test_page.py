"""The page of a diff in a real browser: its direction, its silence, its fit."""

from pathlib import Path

import pytest
from msgspec import structs
from playwright.sync_api import Browser

from compare.diff import Asked, diff, written
from compare.model import Report
from tests import builders
from tests.render.conftest import hostile

OLD = builders.report()
NEW = structs.replace(
    builders.single(), facts=builders.single().facts, story=structs.replace(OLD.story, id="later")
)


def page_of(old: Report, new: Report, locale: str) -> bytes:
    return written(diff(old, new), new, Asked("html", locale))


PAGES = {
    "ar": page_of(OLD, NEW, "ar"),
    "en": page_of(NEW, OLD, "en"),
    "hostile": page_of(builders.spoiled(OLD, hostile), builders.spoiled(NEW, hostile), "ar"),
}


@pytest.mark.parametrize("name", PAGES)
def test_it_asks_for_nothing_fits_and_runs_in_its_direction(
    name: str, browser: Browser, tmp_path: Path
) -> None:
    path = tmp_path / "diff.html"
    path.write_bytes(PAGES[name])
    trouble: list[str] = []
    page = browser.new_page()
    page.on("console", lambda message: trouble.append(message.text))
    page.on("request", lambda request: trouble.append(request.url))
    page.goto(path.as_uri())
    assert trouble == [path.as_uri()]
    assert page.title() != "taken"
    for width in (390, 1200):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    side = "ltr" if name == "en" else "rtl"
    for selector in ("html", "main", ".change"):
        found = page.locator(selector).first
        assert found.evaluate("e => getComputedStyle(e).direction") == side
    page.close()


def test_each_part_of_the_page_has_its_heading() -> None:
    text = PAGES["ar"].decode()
    for said in ("وقائع تغيّرت", "وقائع لم تعد في التقرير", "مقالات حُذفت"):
        assert f">{said}</h2>" in text
    assert "التقريران من ملفين مختلفين" in text
