"""What must not be lost on the way from a text to a briefing: digits, words, their places."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from compare.model import Figure, Report
from compare.text import fold_word
from compare.view.labels import load
from compare.view.lines import visible
from compare.view.numbers import shown

_WORDS = (
    "ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة عشرون عشرين ثلاثون ثلاثين أربعون أربعين خمسون"
    " خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون"
    " تسعين مئة مائة مئتان مئتين مائتين مليون مليونا"
)
NUMBER_WORDS = frozenset(map(fold_word, _WORDS.split()))
"""Words that are numbers wherever they stand; others are homographs, and read by their place."""
_TOKEN = re.compile(r"[^\W\d_]+")
_VOID = {"meta", "link", "br", "img", "input", "wbr", "base", "hr"}


def lost_digits(report: Report) -> list[tuple[str, int]]:
    """The digits of the articles that stand in no figure: path and offset."""
    covered = _covered(report.figures)
    return [
        (article.path, at)
        for article in report.articles
        for at, char in enumerate(article.text)
        if char.isdecimal() and (article.id, at) not in covered
    ]


def lost_words(report: Report) -> list[tuple[str, str]]:
    """The number words of the articles that stand in no figure: path, and the words around."""
    covered = _covered(report.figures)
    return [
        (article.path, article.text[max(0, token.start() - 20) : token.end() + 20])
        for article in report.articles
        for token in _TOKEN.finditer(article.text)
        if fold_word(token.group()) in NUMBER_WORDS and (article.id, token.start()) not in covered
    ]


def uncounted(report: Report) -> set[str]:
    """The ids of figures that are in no claim and not listed, or in more than one of them."""
    told = [claim.figure for claim in report.claims] + [n.figure for n in report.not_compared]
    return {f.id for f in report.figures if told.count(f.id) != 1}


def values(report: Report, locale: str) -> set[str]:
    """How the value of each figure is written, where its text stands at its offsets."""
    labels = load(locale)
    texts = {article.id: article.text for article in report.articles}
    sound = [f for f in report.figures if texts[f.article][f.start : f.end] == f.raw]
    return {shown(labels, (f.low, f.high), f.relation, f.unit, f.raw).number for f in sound}


def sentences(page: str) -> dict[str, str]:
    """The full text that a page shows of each sentence, by its id."""
    reader = _Reader()
    reader.feed(page)
    return reader.sentences


def written(page: str) -> Iterator[tuple[str, str]]:
    """The class and text of each element of a page that holds a figure or a value."""
    reader = _Reader()
    reader.feed(page)
    yield from reader.marked


def source_line(report: Report, sentence: str) -> str:
    """What a page must show of a sentence: its text at its offsets, hidden characters shown."""
    [found] = [s for s in report.sentences if s.id == sentence]
    [article] = [a for a in report.articles if a.id == found.article]
    return visible(article.text[found.start : found.end].strip())


def _covered(figures: tuple[Figure, ...]) -> set[tuple[str, int]]:
    return {(f.article, at) for f in figures for at in range(f.start, f.end)}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.stack: list[tuple[str, str, str]] = []
        self.sentences: dict[str, str] = {}
        self.marked: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag not in _VOID:
            self.stack.append((tag, named.get("class") or "", named.get("id") or ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Nothing stands in it."""

    def handle_endtag(self, tag: str) -> None:
        while self.stack and self.stack.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        for _, _, ident in self.stack:
            if ident.startswith("s-"):
                self.sentences[ident[2:]] = self.sentences.get(ident[2:], "") + data
        tag, kind, _ = self.stack[-1] if self.stack else ("", "", "")
        within = {name for _, names, _ in self.stack for name in names.split()}
        if tag == "mark" or "figure" in kind.split():
            self.marked.append(("printed", data))
        elif "value" in within and "number" in kind.split() and "derived" not in kind.split():
            self.marked.append(("value", data))
