"""Files rendered once for all tests of this folder, and a browser to open them in."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from compare.render import render
from tests import builders

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
def files() -> dict[str, dict[str, bytes]]:
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
