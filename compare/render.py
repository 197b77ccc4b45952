"""View and templates → HTML and PDF; tables → CSV, XLSX. The same report gives the same bytes.

Articles are untrusted text: templates escape all of it, the page allows itself no request, and
the PDF's fetcher refuses every address.
"""

import hashlib
import os
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from compare import tables
from compare.errors import TabayunError
from compare.model import Report
from compare.view import Briefing, Digits, build, on_paper, written

TEMPLATES = Path(str(resources.files("report_templates")))
FONTS = TEMPLATES / "fonts" / "fonts.conf"


def render(report: Report, locale: str = "ar", digits: Digits = "latn") -> dict[str, bytes]:
    """The files made of a report, by name: the briefing twice, and the tables."""
    briefing = build(report, locale)
    return {
        "briefing.html": html(written(briefing, digits)).encode(),
        "briefing.pdf": pdf(written(on_paper(briefing), digits)),
        "figures.csv": tables.figures_csv(report),
        "naming.csv": tables.naming_csv(report),
        "facts.xlsx": tables.facts_xlsx(report, locale),
    }


def html(briefing: Briefing) -> str:
    """The briefing as one page that asks for nothing and is whole without JavaScript."""
    style = _style("base.css", "scale.css", "screen.css", "controls.css")
    script = (TEMPLATES / "js" / "briefing.js").read_text(encoding="utf-8")
    return _fill(
        "briefing.html.j2",
        b=briefing,
        style=Markup(style),
        style_digest=_digest(style),
        script=Markup(script),
        script_digest=_digest(script),
    )


def pdf(briefing: Briefing) -> bytes:
    """The briefing for A4: tagged, with bookmarks, its fonts embedded."""
    page = _fill("briefing.pdf.html.j2", b=briefing)
    fetcher = Refusing()
    with _bundled_fonts():
        fonts = FontConfiguration()
        style = CSS(
            string=_style("base.css", "scale.css", "print.css"),
            font_config=fonts,
            url_fetcher=fetcher,
        )
        document = HTML(string=page, url_fetcher=fetcher, base_url="tabayun:")
        made: bytes = document.write_pdf(
            stylesheets=[style],
            font_config=fonts,
            pdf_variant="pdf/ua-1",
            pdf_identifier=hashlib.sha256(page.encode()).digest()[:16],
        )
        return made


class Refusing(URLFetcher):  # type: ignore[misc]
    """Fetches nothing: a briefing is made of its report alone."""

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        """Refuse `url`, whatever it is, and stop the rendering."""
        del headers
        raise FatalURLFetchingError(f"a briefing fetches nothing, and was asked for {url}")


def _fill(name: str, **context: Any) -> str:
    return _environment().get_template(name).render(**context)


@lru_cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _digest(source: str) -> str:
    """What a Content-Security-Policy calls `source`."""
    return b64encode(hashlib.sha256(source.encode()).digest()).decode()


def _style(*names: str) -> str:
    return "\n".join((TEMPLATES / "css" / name).read_text(encoding="utf-8") for name in names)


@contextmanager
def _bundled_fonts() -> Iterator[None]:
    """Let fontconfig see the bundled fonts alone. Raises `TabayunError` where they are gone."""
    if not FONTS.is_file():
        raise TabayunError(
            "no-fonts", "the bundled fonts are missing", path=FONTS, hint="install tabayun again"
        )
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(FONTS)
    try:
        yield
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before
