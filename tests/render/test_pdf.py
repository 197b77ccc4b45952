"""briefing.pdf opened again: its pages, its words, its fonts, and that it is always the same."""

import logging
import os
import re
import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from weasyprint.urls import FatalURLFetchingError

from compare import pages
from compare.render import Refusing, pdf, render
from compare.view import build
from tests import builders

Files = dict[str, dict[str, bytes]]


@pytest.fixture
def paths(files: Files, tmp_path: Path) -> dict[str, Path]:
    found = {}
    for name, made in files.items():
        found[name] = tmp_path / f"{name}.pdf"
        found[name].write_bytes(made["briefing.pdf"])
    return found


def words(path: Path, *options: str) -> str:
    """The text of a PDF, direction marks left out."""
    run = subprocess.run(
        ["pdftotext", *options, path, "-"], capture_output=True, check=True, text=True
    )
    return re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", run.stdout)


def bare(text: str) -> str:
    """Letters and digits alone: a PDF may set vowel signs apart."""
    return re.sub(r"[\u064b-\u0652\u0640\s]+", " ", text).strip()


@pytest.mark.parametrize("name", ["ar", "en"])
def test_the_first_page_answers(paths: dict[str, Path], name: str) -> None:
    first = words(paths[name], "-l", "1")
    for figure in ("5", "7", "251", "252", "40%", "0.4%"):
        assert re.search(rf"(?<!\d){re.escape(figure)}(?!\d)", first), figure
    for outlet in ("جريدة المرفأ", "أخبار الضفتين", "مرصد البحر"):
        assert bare(outlet) in bare(first)
    for figure in ("60", "50", "37", "43"):
        assert re.search(rf"(?<!\d){figure}(?!\d)", first), figure


def test_the_sentences_come_back(paths: dict[str, Path]) -> None:
    text = words(paths["ar"])
    found = set(re.findall(r"\w+", bare(text)))
    for sentence in ("وقالت هيئة الإنقاذ إن 5", "أجانب ما زالوا مفقودين", "وأنقذ الغواصون 4 أطفال"):
        assert set(bare(sentence).split()) <= found


def test_figures_stand_in_logical_order(paths: dict[str, Path]) -> None:
    text = words(paths["ar"])
    for figure in ("5–7", "08:30", "3.5", "1,170", "12.5%", "marsad.txt:11"):
        assert figure in text
    assert "7–5" not in text


@pytest.mark.parametrize("name", ["ar", "en", "hostile"])
def test_fonts_are_the_bundled_ones_embedded_and_subset(paths: dict[str, Path], name: str) -> None:
    run = subprocess.run(["pdffonts", paths[name]], capture_output=True, check=True, text=True)
    fonts = [line.split() for line in run.stdout.splitlines()[2:]]
    assert fonts
    for font in fonts:
        assert re.fullmatch(r"[A-Z]{6}\+Noto-(Naskh-Arabic|Sans)(-Bold)?", font[0])
        assert font[-5:-2] == ["yes", "yes", "yes"]


@pytest.mark.parametrize(("name", "title"), [("ar", "غرق العبّارة «نوارس»")])
def test_it_says_what_it_is(paths: dict[str, Path], name: str, title: str) -> None:
    with pikepdf.open(paths[name]) as document:
        root = document.Root
        assert str(document.docinfo["/Title"]) == title
        assert str(root["/Lang"]) == name
        assert bool(root["/MarkInfo"]["/Marked"])
        assert "/StructTreeRoot" in root
        assert "/CreationDate" not in document.docinfo
        assert len(document.pages) < 10
        with document.open_outline() as outline:
            titles = [entry.title for entry in outline.root]
    assert "الأرقام المتباينة" in titles
    assert "من ذكر ماذا" in titles


@pytest.mark.parametrize("name", ["ar", "en", "hostile"])
def test_it_keeps_the_rules_of_pdf_ua_that_can_be_checked(
    paths: dict[str, Path], name: str
) -> None:
    """ISO 14289-1: told in the metadata, titled, tagged, each picture and link in words."""
    with pikepdf.open(paths[name]) as document:
        with document.open_metadata() as metadata:
            assert metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
            assert metadata["{http://purl.org/dc/elements/1.1/}title"]
        assert bool(document.Root["/ViewerPreferences"]["/DisplayDocTitle"])
        assert {str(page["/Tabs"]) for page in document.pages} == {"/S"}
        found = list(elements(document.Root["/StructTreeRoot"]))
        figures = [e for e in found if e["/S"] == "/Figure"]
        assert figures
        assert all(str(figure.get("/Alt", "")).strip() for figure in figures)
        links = [a for page in document.pages for a in page.get("/Annots", [])]
        assert links
        assert all("/StructParent" in link and "/Contents" in link for link in links)
        levels = [int(str(e["/S"])[2]) for e in found if re.fullmatch("/H[1-6]", str(e["/S"]))]
        assert levels[0] == 1
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """The structure elements of a tagged PDF, in the order of reading."""
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from elements(kid)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from elements(node["/K"])


@pytest.mark.parametrize("name", ["ar", "hostile"])
def test_it_is_well_formed(paths: dict[str, Path], name: str) -> None:
    subprocess.run(["qpdf", "--check", paths[name]], capture_output=True, check=True)


def test_the_same_report_gives_the_same_bytes(files: Files) -> None:
    again = render(builders.report(), "ar")
    assert again == files["ar"]


@pytest.mark.parametrize("name", ["report", "calm", "single"])
@pytest.mark.parametrize("locale", ["ar", "en"])
def test_the_renderer_has_nothing_to_complain_of(
    caplog: pytest.LogCaptureFixture, name: str, locale: str
) -> None:
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        made = pdf(build(getattr(builders, name)(), locale))
    assert made.startswith(b"%PDF-1.7")
    assert caplog.messages == []


def test_hostile_text_is_shown_and_fetches_nothing(
    paths: dict[str, Path], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(Refusing, "fetch", lambda _self, url, _headers=None: asked.append(url))
    spoiled = builders.spoiled(builders.report(), lambda text: f'<img src="x">{text}')
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        pdf(build(spoiled, "ar"))
    assert asked == []
    assert caplog.messages == []
    text = words(paths["hostile"], "-l", "1")
    assert "<script>" in text
    assert "[U+202E]251" in text.replace("\n", "")


def test_the_environment_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    for value in (None, "/etc/fonts/fonts.conf"):
        if value is None:
            monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
        else:
            monkeypatch.setenv("FONTCONFIG_FILE", value)
        pdf(build(builders.single(), "ar"))
        assert os.environ.get("FONTCONFIG_FILE") == value


@pytest.mark.parametrize(
    "spoiled",
    [
        '<p style="background: url({url})">x</p>',
        '<img src="{url}">',
        '<link rel="stylesheet" href="{url}">',
        '<link rel="attachment" href="{url}">',
    ],
)
def test_a_page_that_asked_for_a_file_would_be_refused(
    spoiled: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = (tmp_path / "secret.txt").as_uri()
    monkeypatch.setattr(pages, "fill", lambda *_, **__: spoiled.format(url=url))
    with pytest.raises(FatalURLFetchingError, match="fetches nothing"):
        pdf(build(builders.report(), "ar"))


@pytest.mark.parametrize(
    "spoiled", ['@import "{url}";', "@font-face {{ font-family: x; src: url({url}) }}"]
)
def test_a_style_that_asked_for_a_file_would_be_refused(
    spoiled: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = (tmp_path / "secret.ttf").as_uri()
    monkeypatch.setattr(pages, "style", lambda *_: spoiled.format(url=url))
    with pytest.raises(FatalURLFetchingError, match="fetches nothing"):
        pdf(build(builders.report(), "ar"))
