"""Files rendered once for all tests of this folder, and a browser to open them in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from compare.render import render
from tests import builders

Files = dict[str, dict[str, bytes]]
Open = Callable[..., Page]

MEDIA = {"media": "screen", "color_scheme": "light", "reduced_motion": "no-preference"}

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
def tab(browser: Browser) -> Page:
    """The tab in which one test after the other opens its page."""
    return browser.new_page()


@pytest.fixture(scope="session")
def plain_tab(browser: Browser) -> Page:
    """A tab without JavaScript."""
    return browser.new_page(java_script_enabled=False)


@pytest.fixture
def opened(tab: Page, plain_tab: Page, files: Files, tmp_path: Path) -> Iterator[Open]:
    """Open a rendered page; whatever it asks for or complains of is an error."""
    trouble: list[str] = []
    note = {
        "console": lambda message: trouble.append(message.text),
        "pageerror": lambda error: trouble.append(str(error)),
        "dialog": lambda dialog: trouble.append(dialog.message),
        "request": lambda request: trouble.append(request.url),
    }

    def open_page(
        name: str, width: int = 1024, at: str = "", script: bool = True, **media: str
    ) -> Page:
        path = tmp_path / f"{name}.html"
        path.write_bytes(files[name]["briefing.html"])
        page = tab if script else plain_tab
        page.goto("about:blank")
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(**{**MEDIA, **media})  # type: ignore[arg-type]
        for event, heard in note.items():
            page.on(event, heard)  # type: ignore[call-overload]
        page.goto(path.as_uri() + at)
        return page

    yield open_page
    for page in (tab, plain_tab):
        for event, heard in note.items():
            page.remove_listener(event, heard)
    assert [said for said in trouble if not said.startswith(tmp_path.as_uri())] == []
