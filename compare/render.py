"""View and templates → HTML and PDF; tables → CSV, XLSX. The same report gives the same bytes.

Articles are untrusted text: templates escape all of it, the page allows itself no request, and
the PDF's fetcher refuses every address.
"""

import hashlib
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from typing import Any

import msgspec
from markupsafe import Markup

from compare import apart, pages, tables
from compare.errors import TabayunError
from compare.model import Report
from compare.view import Briefing, Digits, build, on_paper, written

_INSTALL = "install libpango-1.0-0, libpangoft2-1.0-0 and libharfbuzz-subset0"

try:
    # It prints a page of advice on what it misses; one line of ours says it.
    with redirect_stdout(io.StringIO()):
        from weasyprint import CSS, HTML
        from weasyprint.text.ffi import harfbuzz_subset
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse
except OSError as missing:
    raise TabayunError(
        "no-library",
        f"a system library is missing: {missing}",
        hint=_INSTALL,
    ) from missing
if harfbuzz_subset is None:
    # It would cut fonts in another way, and make other bytes.
    raise TabayunError(
        "no-library", "a system library is missing: libharfbuzz-subset", hint=_INSTALL
    )

PDF = "briefing.pdf"
FONTS = pages.TEMPLATES / "fonts" / "fonts.conf"
_FACES = (
    "NotoNaskhArabic-Bold.ttf", "NotoNaskhArabic-Regular.ttf",
    "NotoSans-Bold.ttf", "NotoSans-Regular.ttf",
)  # fmt: skip


class IncompleteError(TabayunError):
    """The PDF was not finished, by a limit or a fault; `files` are all others."""

    def __init__(self, cause: apart.UnfinishedError, files: dict[str, bytes]) -> None:
        super().__init__(cause.slug, cause.message, path=PDF, hint=cause.hint)
        self.files = files


def render(report: Report, locale: str = "ar", digits: Digits = "latn") -> dict[str, bytes]:
    """The files made of a report, by name: the briefing twice, and the tables.

    The PDF is made by a process of its own. Raises `IncompleteError` where that was broken off.
    """
    briefing = build(report, locale)
    files = {
        "briefing.html": html(written(briefing, digits)).encode(),
        "figures.csv": tables.figures_csv(report),
        "naming.csv": tables.naming_csv(report),
        "facts.xlsx": tables.facts_xlsx(report, locale),
    }
    paper = msgspec.json.encode(written(on_paper(briefing), digits))
    try:
        return files | {PDF: apart.run("compare.render", paper, "pdf_seconds", "pdf_megabytes")}
    except apart.UnfinishedError as error:
        raise IncompleteError(error, files) from error


def html(briefing: Briefing) -> str:
    """The briefing as one page that asks for nothing and is whole without JavaScript."""
    style = pages.style("base.css", "scale.css", "screen.css", "controls.css")
    script = (pages.TEMPLATES / "js" / "briefing.js").read_text(encoding="utf-8")
    return pages.fill(
        "briefing.html.j2",
        b=briefing,
        style=Markup(style),
        style_digest=pages.digest(style),
        script=Markup(script),
        script_digest=pages.digest(script),
    )


def pdf(briefing: Briefing) -> bytes:
    """The briefing for A4: tagged, with bookmarks, its fonts embedded."""
    page = pages.fill("briefing.pdf.html.j2", b=briefing)
    fetcher = Refusing()
    with _bundled_fonts():
        fonts = FontConfiguration()
        style = CSS(
            string=pages.style("base.css", "scale.css", "print.css"),
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


@contextmanager
def _bundled_fonts() -> Iterator[None]:
    """Let fontconfig see the bundled fonts alone. Raises `TabayunError` where they are gone."""
    for path in (FONTS, *(FONTS.with_name(face) for face in _FACES)):
        # Without one the PDF would be made all the same, and its letters be empty boxes.
        if not path.is_file() or not path.stat().st_size:
            hint = "install tabayun again"
            raise TabayunError("no-fonts", "a bundled font is missing", path=path, hint=hint)
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(FONTS)
    try:
        yield
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before


if __name__ == "__main__":
    apart.serve(lambda data: pdf(msgspec.json.decode(data, type=Briefing)))
