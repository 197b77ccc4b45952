"""A diff as one HTML page in the briefing's look: no request, no script, nothing but its style.

What articles say is untrusted text: the templates escape all of it.
"""

import hashlib
from base64 import b64encode
from functools import lru_cache
from importlib import resources
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from compare.diff.sheet_records import Sheet
from compare.view.labels import load

_TEMPLATES = Path(str(resources.files("report_templates")))
_STYLES = ("base.css", "screen.css", "diff.css")


def html(sheet: Sheet) -> str:
    """The page of a sheet."""
    style = "\n".join((_TEMPLATES / "css" / name).read_text(encoding="utf-8") for name in _STYLES)
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        _environment()
        .get_template("diff.html.j2")
        .render(
            b=sheet,
            brand=load(sheet.lang).table["text"]["brand"],
            style=Markup(style),
            style_digest=digest,
        )
    )


@lru_cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
