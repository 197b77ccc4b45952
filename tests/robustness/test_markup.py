"""Markup in every field is shown as text; neither the page nor the PDF asks for anything."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from compare import lang, pipeline
from compare.ingest import load_story
from compare.model import Report
from compare.pages import TEMPLATES
from compare.render import Refusing, html, pdf
from compare.view import build, on_paper
from compare.view.lines import visible
from tests.robustness.battery import Case, cases, named
from tests.robustness.opened import pdf_text

MARKUP, LINKS = cases("markup"), cases("links")
_ASKED: list[str] = []
_WATCHED: list[str] = []


class Opened(NamedTuple):
    """The page in Chromium, what it says, and what it asked for."""

    page: Page
    words: str
    asked: tuple[str, ...]


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and _WATCHED:
        _WATCHED.append(str(arguments[0]))


sys.addaudithook(_watch)


def fields(case: Case, number: int) -> dict[str, str]:
    """What `story.toml` says of the article that is this case's."""
    spoiled = {str(case.get("field", "url")): str(case.get("payload", case.get("url")))}
    spoiled.pop("text", None)
    spoiled.pop("story", None)
    sound = {"file": f"{number}.txt", "outlet": f"صحيفة {number:03}"}
    return sound | spoiled


def quoted(value: str) -> str:
    """A string of TOML."""
    escaped = "".join(f"\\U{ord(c):08x}" if c in '"\\' or ord(c) < 32 else c for c in value)
    return f'"{escaped}"'


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """A story with an article for each case."""
    folder = tmp_path_factory.mktemp("hostile")
    title = next(case["payload"] for case in MARKUP if case["field"] == "story")
    lines = [f"title = {quoted(title)}"]
    for number, case in enumerate((*MARKUP, *LINKS)):
        said = fields(case, number)
        lines += ["[[article]]", *(f"{key} = {quoted(value)}" for key, value in said.items())]
        text = case["payload"] if case.get("field") == "text" else ""
        words = f"عنوان الخبر\nقالت الوزارة {text} إن {1000 + number} شخصا احتجزوا.\n"
        (folder / said["file"]).write_text(words, encoding="utf-8")
    (folder / "story.toml").write_text("\n".join(lines), encoding="utf-8")
    return pipeline.build(load_story(folder), lang.load())


@pytest.fixture(scope="module")
def opened(
    report: Report, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Opened]:
    path = tmp_path_factory.mktemp("page") / "briefing.html"
    path.write_text(html(build(report, "ar")), encoding="utf-8")
    asked: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    words = page.evaluate("document.body.textContent")
    yield Opened(page, words, tuple(url for url in asked if url != path.as_uri()))
    page.close()


@pytest.fixture(scope="module")
def paper(report: Report) -> str:
    """The text of the PDF; what its renderer asked for and opened is kept."""
    with pytest.MonkeyPatch.context() as patch:
        fetch = Refusing.fetch

        def count(self: Refusing, url: str, headers: object = None) -> object:
            _ASKED.append(url)
            return fetch(self, url, headers)

        patch.setattr(Refusing, "fetch", count)
        _WATCHED.append("from here on")
        made = pdf(on_paper(build(report, "ar")))
        seen = list(_WATCHED)
        _WATCHED.clear()
        assert any(path.endswith(".css") for path in seen), "the watch sees what is opened"
    _ASKED.extend(path for path in seen[1:] if not _our_own(path))
    return pdf_text(made)


def _our_own(path: str) -> bool:
    roots = (str(TEMPLATES), str(Path(TEMPLATES).parent), sys.prefix, sys.base_prefix)
    return path.startswith(roots) or path.isdecimal() or "site-packages" in path


@pytest.mark.parametrize(
    "case", [c for c in MARKUP if c["field"] not in ("url", "lang")], ids=named
)
def test_markup_is_shown_as_text(case: Case, opened: Opened) -> None:
    assert visible(case["payload"]) in opened.words
    assert "1337" not in opened.words


@pytest.mark.parametrize("case", [c for c in MARKUP if c["field"] == "lang"], ids=named)
def test_markup_in_a_language_is_an_attribute(case: Case, opened: Opened) -> None:
    langs = opened.page.evaluate("[...document.querySelectorAll('[lang]')].map(e => e.lang)")
    assert visible(case["payload"]) in langs


@pytest.mark.parametrize("case", [*LINKS, *(c for c in MARKUP if c["field"] == "url")], ids=named)
def test_only_a_plain_address_is_a_link(case: Case, opened: Opened, report: Report) -> None:
    [article] = [a for a in report.articles if a.url == case.get("url", case.get("payload"))]
    links = opened.page.evaluate(
        """outlet => [...document.querySelectorAll('.source')]
            .filter(e => e.querySelector('h3').textContent.includes(outlet))
            .flatMap(e => [...e.querySelectorAll('a.out')].map(a => a.href))""",
        article.outlet,
    )
    assert links == ([case["link"]] if "link" in case else [])


def test_the_page_is_as_it_was_written(opened: Opened) -> None:
    assert opened.asked == ()
    assert opened.page.evaluate("window.taken") is None
    found = opened.page.evaluate(
        """['script', 'style', 'iframe', 'base', 'img', 'object', 'link', '[onload]',
            '[onerror]', '[onmouseover]', 'meta[http-equiv=refresh]']
            .map(kind => document.querySelectorAll(kind).length)"""
    )
    assert found == [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]


def test_the_pdf_asks_for_nothing_and_opens_nothing(paper: str) -> None:
    assert _ASKED == []
    assert "{{7*191}}" in paper
    assert "1337" not in paper


@pytest.mark.parametrize(
    "case", [c for c in MARKUP if c["field"] in ("title", "outlet", "file")], ids=named
)
def test_the_pdf_shows_markup_as_text(case: Case, paper: str) -> None:
    # Lines are broken and turned by the order of their letters: words alone come back as they are.
    for word in re.findall(r"[^\W\d_]{3,}", case["payload"]):
        assert word in paper
