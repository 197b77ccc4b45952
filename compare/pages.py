"""Templates and styles of `report_templates`, and what a page's policy calls its own parts.

Articles are untrusted text: templates escape all of it.
"""

import hashlib
from base64 import b64encode
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Path(str(resources.files("report_templates")))


def fill(name: str, **context: Any) -> str:
    """A template, filled."""
    return _environment().get_template(name).render(**context)


def style(*names: str) -> str:
    """The styles of these names, one behind the other."""
    return "\n".join((TEMPLATES / "css" / name).read_text(encoding="utf-8") for name in names)


def digest(source: str) -> str:
    """What a Content-Security-Policy calls `source`."""
    return b64encode(hashlib.sha256(source.encode()).digest()).decode()


@lru_cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
