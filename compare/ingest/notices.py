"""What a reader must know to be unknown of a story that is sound, or to be odd in it."""

import re
from collections.abc import Sequence

from compare.model import Article, Notice

_ARABIC_LETTER = re.compile(
    r"[\u0620-\u064a\u066e-\u06d3\u06fa-\u06fc\u0750-\u077f\u08a0-\u08c9\ufb50-\ufdfb\ufe70-\ufefc]"
)
_ARABIC_SHARE = 1 / 3
"""Of an article's letters. Arabic with many names in Latin has more, other languages hardly any."""


def notices(title: str | None, articles: Sequence[Article]) -> list[Notice]:
    """One for each thing that is not known, or that may not be meant, in the articles' order."""
    return [
        *_of_story(title, articles),
        *(notice for article in articles for notice in _of_article(article, articles)),
    ]


def _of_story(title: str | None, articles: Sequence[Article]) -> list[Notice]:
    found = []
    if title is None:
        message = "the story has no title; its folder's name stands for it"
        found.append(Notice(slug="no-story-title", message=message))
    if len(articles) == 1:
        message = "one article alone: there is nothing to compare it with"
        found.append(Notice(slug="single-article", message=message))
    return found


def _of_article(article: Article, articles: Sequence[Article]) -> list[Notice]:
    return [*_gaps(article), *_twins(article, articles), *_tongue(article)]


def _gaps(article: Article) -> list[Notice]:
    values = {"title": article.title, "date": article.published, "url": article.url}
    return [
        Notice(slug=f"no-{what}", message=f"no {what} is given", path=article.path)
        for what, value in values.items()
        if value is None
    ]


def _twins(article: Article, articles: Sequence[Article]) -> list[Notice]:
    same = [a.path for a in articles if a.sha256 == article.sha256 and a.path != article.path]
    if not same:
        return []
    message = f"the same text as {', '.join(sorted(same))}, byte for byte"
    return [Notice(slug="same-text", message=message, path=article.path)]


def _tongue(article: Article) -> list[Notice]:
    letters = sum(map(str.isalpha, article.text))
    if len(_ARABIC_LETTER.findall(article.text)) >= letters * _ARABIC_SHARE:
        return []
    message = "hardly any Arabic: its words are not read, only its digits"
    return [Notice(slug="not-arabic", message=message, path=article.path)]
