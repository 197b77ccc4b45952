"""What must not be lost on the way from a text to a briefing: digits, words, their places."""

import re
from html.parser import HTMLParser
from typing import NamedTuple

from compare.model import Figure, Report
from compare.text import fold_word
from compare.view.labels import load
from compare.view.lines import visible
from compare.view.numbers import shown as view_value
from compare.view.records import DERIVED, STORY

_WORDS = """
ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة عشرون عشرين ثلاثون ثلاثين أربعون أربعين خمسون خمسين
ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين مئة مائة مئتان مئتين مائتان مائتين مئات عشرات
ثلاثمئة أربعمئة خمسمئة ستمئة سبعمئة ثمانمئة تسعمئة ثلاثمائة أربعمائة خمسمائة ستمائة سبعمائة
ثمانمائة تسعمائة آلاف مليون مليونا مليونان مليونين ملايين مليار مليارا ملياران مليارين مليارات
"""
NUMBER_WORDS = frozenset(fold_word(word) for bare in _WORDS.split() for word in (bare, f"و{bare}"))
"""Words that are numbers wherever they stand; others are homographs, and read by their place."""
_TOKEN = re.compile(r"[^\W\d_]+")
_LATN = str.maketrans("٠١٢٣٤٥٦٧٨٩٬٫٪", "0123456789,.%")
_VOID = {"meta", "link", "br", "img", "input", "wbr", "base", "hr"}


class Shown(NamedTuple):
    """A stretch of a page's text, where it says that it comes from, and the classes around it."""

    at: str
    within: frozenset[str]
    text: str


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
        if fold_word(token.group()) in NUMBER_WORDS and (article.id, token.end() - 1) not in covered
    ]


def uncounted(report: Report) -> set[str]:
    """The ids of figures that are in no claim and not listed, or in more than one of them."""
    told = [claim.figure for claim in report.claims] + [n.figure for n in report.not_compared]
    return {f.id for f in report.figures if told.count(f.id) != 1}


def strange(report: Report, page: str, locale: str) -> list[Shown]:
    """The numbers of a page that do not stand where it says that they come from."""
    known = _Known(report, locale)
    return [shown for shown in numbers(page) if not known.holds(shown)]


def numbers(page: str) -> list[Shown]:
    """Every stretch of a page's text that has a digit in it."""
    reader = _Reader()
    reader.feed(page)
    return [shown for shown in reader.shown if any(map(str.isnumeric, shown.text))]


def sentences(page: str) -> dict[str, str]:
    """The full text that a page shows of each sentence, by its id."""
    reader = _Reader()
    reader.feed(page)
    return reader.sentences


def source_line(report: Report, sentence: str) -> str:
    """What a page must show of a sentence: its text at its offsets, hidden characters shown."""
    [found] = [s for s in report.sentences if s.id == sentence]
    [article] = [a for a in report.articles if a.id == found.article]
    return visible(article.text[found.start : found.end].strip())


def _covered(figures: tuple[Figure, ...]) -> set[tuple[str, int]]:
    return {(f.article, at) for f in figures for at in range(f.start, f.end)}


class _Known:
    """What a report's sources have."""

    def __init__(self, report: Report, locale: str) -> None:
        self.texts = {article.id: article.text for article in report.articles}
        self.figures = {(f.article, f.start, f.end): f for f in report.figures}
        self.labels = load(locale)
        self.words = _words(self.labels.table)
        brand = self.labels.table["text"]["brand"]
        self.story = [report.story.title, f"{report.story.title} — {brand}"]
        for a in report.articles:
            self.story += [a.outlet, a.title or "", a.url or "", a.path]

    def holds(self, shown: Shown) -> bool:
        """Whether a number stands where the page says that it comes from."""
        if shown.at == DERIVED:
            return "value" not in shown.within
        if shown.at in ("", STORY):
            known = self.story if shown.at else self.words
            return any(shown.text.strip() in visible(words) for words in known)
        return self._stands(shown)

    def _stands(self, shown: Shown) -> bool:
        article, start, end = re.fullmatch(r"(\w+):(\d+)-(\d+)", shown.at).groups()  # type: ignore[union-attr]
        span = article, int(start), int(end)
        if "number" in shown.within:
            f = self.figures[span]
            value = view_value(self.labels, (f.low, f.high), f.relation, f.unit, f.raw)
            return (
                f.raw == self.texts[article][span[1] : span[2]]
                and shown.text.translate(_LATN) == value.number
            )
        return shown.text.strip(" …") in visible(self.texts[article][span[1] : span[2]])


def _words(table: object) -> list[str]:
    if isinstance(table, dict):
        return [word for value in table.values() for word in _words(value)]
    return [table] if isinstance(table, str) else []


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.stack: list[tuple[str, dict[str, str]]] = []
        self.sentences: dict[str, str] = {}
        self.shown: list[Shown] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            self.stack.append((tag, {name: value or "" for name, value in attrs}))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Nothing stands in it."""

    def handle_endtag(self, tag: str) -> None:
        while self.stack and self.stack.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if {"style", "script"} & {tag for tag, _ in self.stack}:
            return
        for _, named in self.stack:
            if named.get("id", "").startswith("s-"):
                sentence = named["id"][2:]
                self.sentences[sentence] = self.sentences.get(sentence, "") + data
        places = [named["data-from"] for _, named in self.stack if "data-from" in named]
        within = {name for _, named in self.stack for name in named.get("class", "").split()}
        self.shown.append(Shown(places[-1] if places else "", frozenset(within), data))
