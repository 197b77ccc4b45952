"""`python -m tests.screenshots`: the pictures in docs/, of the seeds' briefing as it is today."""

import subprocess
import tempfile
from io import BytesIO
from pathlib import Path

import click
from PIL import Image

from compare import lang, pipeline, render
from compare.ingest import load_story
from tests.chromium import chromium
from tests.evaluation.groups import ROOT

DOCS = ROOT / "docs"
_SEEDS = ROOT / "seeds" / "hostage-talks-2024"
_COLOURS = 256
_DOTS = 80  # an inch of a printed page
_PHONE = {"width": 390, "height": 844}


def main() -> None:
    """Write each picture and name it."""
    report = pipeline.build(load_story(_SEEDS), lang.load())
    made = {locale: render.render(report, locale) for locale in ("ar", "en")}
    with tempfile.TemporaryDirectory() as folder:
        pictures = {
            "briefing.png": _page(made["ar"]["briefing.pdf"], 1),
            "briefing-matrix.png": _page(made["ar"]["briefing.pdf"], 2),
            "briefing-en.png": _page(made["en"]["briefing.pdf"], 1),
            "briefing-phone.png": _phone(made["ar"]["briefing.html"], Path(folder)),
        }
    for name, picture in pictures.items():
        (DOCS / name).write_bytes(_small(picture))
        click.echo(f"docs/{name}")


def _page(pdf: bytes, number: int) -> bytes:
    """A page of a PDF as PNG."""
    command = ["pdftoppm", "-r", str(_DOTS), "-f", str(number), "-l", str(number), "-png", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout


def _phone(html: bytes, folder: Path) -> bytes:
    """The top of the page on a phone, in the dark, as PNG."""
    page = folder / "briefing.html"
    page.write_bytes(html)
    with chromium() as browser:
        opened = browser.new_page(viewport=_PHONE, color_scheme="dark")  # type: ignore[arg-type]
        opened.goto(page.as_uri())
        return opened.screenshot()


def _small(picture: bytes) -> bytes:
    """A picture in as few colours as text needs."""
    made = BytesIO()
    Image.open(BytesIO(picture)).convert("RGB").quantize(_COLOURS).save(made, "PNG", optimize=True)
    return made.getvalue()


if __name__ == "__main__":
    main()
