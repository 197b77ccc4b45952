"""Files rendered once for all tests of this folder, and a browser to open them in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from compare.render import render
from tests import builders

Files = dict[str, dict[str, bytes]]
Open = Callable[..., Page]

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

HOSTILE = (
    "<script>document.title='taken'</script>",
    "\"'><img src=x onerror=\"document.title='taken'\">",
    "{{ 7 * 7 }}{% raw %}",
    "</style><style>*{display:none}",
    "\u202e251",
    "javascript:alert(1)",
)
"""Texts that a careless page would obey."""


def hostile(text: str) -> str:
    """`text` behind everything hostile at once."""
    return " ".join(HOSTILE) + " " + text


@pytest.fixture(scope="session")
def files() -> Files:
    """The made-up story's files by locale, and as "hostile" with all its texts spoiled."""
    report = builders.report()
    return {
        "ar": render(report, "ar"),
        "en": render(report, "en"),
        "hostile": render(builders.spoiled(report, hostile), "ar"),
    }


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, as users have it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def opened(browser: Browser, files: Files, tmp_path: Path) -> Iterator[Open]:
    """Open a rendered page; whatever it asks for or complains of is an error."""
    trouble: list[str] = []
    pages: list[Page] = []

    def open_page(name: str, width: int = 1024, at: str = "", **options: object) -> Page:
        path = tmp_path / f"{name}.html"
        path.write_bytes(files[name]["briefing.html"])
        page = browser.new_page(viewport={"width": width, "height": 900}, **options)  # type: ignore[arg-type]
        pages.append(page)
        page.on("console", lambda message: trouble.append(message.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("dialog", lambda dialog: trouble.append(dialog.message))
        page.on("request", lambda request: _note(request.url, path.as_uri(), trouble))
        page.goto(path.as_uri() + at)
        return page

    yield open_page
    for page in pages:
        page.close()
    assert trouble == []


def _note(url: str, own: str, trouble: list[str]) -> None:
    if not url.startswith(own):
        trouble.append(f"asked for {url}")
