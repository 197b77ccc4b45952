"""The briefing on the seeds, opened again: both divergent facts are on its first page."""

import logging
import re
import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from compare import lang, pipeline, render
from compare.ingest import load_story


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    story = Path(__file__).parent.parent / "seeds" / "hostage-talks-2024"
    made = render.render(pipeline.build(load_story(story), lang.load()))
    path = tmp_path_factory.mktemp("briefing") / "briefing.pdf"
    path.write_bytes(made["briefing.pdf"])
    return path


def first_page(pdf: Path) -> str:
    command = ["pdftotext", "-l", "1", "-layout", str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_the_first_page_gives_both_divergent_facts(pdf: Path) -> None:
    numbers = re.findall(r"\d+", first_page(pdf))
    assert {"5", "7", "251", "252"} <= set(numbers)


def test_it_has_pages_and_embedded_fonts(pdf: Path) -> None:
    with pikepdf.open(BytesIO(pdf.read_bytes())) as opened:
        assert 2 <= len(opened.pages) <= 12
        fonts = [o for o in opened.objects if isinstance(o, pikepdf.Dictionary)]
        described = [o for o in fonts if o.get("/Type") == "/FontDescriptor"]
        assert described
        assert all("/FontFile2" in o or "/FontFile3" in o for o in described)


def test_rendering_it_logs_nothing(pdf: Path, caplog: pytest.LogCaptureFixture) -> None:
    story = Path(__file__).parent.parent / "seeds" / "hostage-talks-2024"
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        made = render.render(pipeline.build(load_story(story), lang.load()))
    assert caplog.records == []
    assert made["briefing.pdf"] == pdf.read_bytes()
