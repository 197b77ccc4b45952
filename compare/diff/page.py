"""A diff as one HTML page in the briefing's look: no request, no script, nothing but its style."""

from markupsafe import Markup

from compare import pages
from compare.diff.sheet_records import Sheet
from compare.view.labels import load

_STYLES = ("base.css", "screen.css", "diff.css")


def html(sheet: Sheet) -> str:
    """The page of a sheet."""
    style = pages.style(*_STYLES)
    return pages.fill(
        "diff.html.j2",
        b=sheet,
        brand=load(sheet.lang).table["text"]["brand"],
        style=Markup(style),
        style_digest=pages.digest(style),
    )
