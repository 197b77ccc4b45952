"""Where a quoted span stands: in which of an outlet's articles, and whether its words are there."""

import re
from collections.abc import Sequence

from compare.errors import TabayunError
from compare.model import Article

_COUNT = "start and end count the code points of the article's file"


def article_of(articles: Sequence[Article], span: tuple[int, int], quote: str) -> Article:
    """The first of `articles` that has `quote` at `span`, white space folded.

    Raises `TabayunError` where none has; the hint says where the words stand instead.
    """
    start, end = span
    if not 0 <= start < end:
        message = f"no span: it starts at {start} and ends at {end}"
        raise TabayunError("no-span", message, hint=_COUNT)
    wanted = _folded(quote)
    for article in articles:
        if _folded(article.text[start:end]) == wanted:
            return article
    raise _elsewhere(articles, span, quote)


def _elsewhere(articles: Sequence[Article], span: tuple[int, int], quote: str) -> TabayunError:
    start, end = span
    length = max(article.characters for article in articles)
    hint = _place(articles, quote) or _COUNT
    if end > length:
        message = f"the span ends at {end}, the text at {length}"
        return TabayunError("span-beyond-text", message, hint=hint)
    there = _folded(articles[0].text[start:end])
    return TabayunError("other-words", f"the words there are {there!r}", hint=hint)


def _place(articles: Sequence[Article], quote: str) -> str | None:
    """Where the quote stands, if it stands in one place only."""
    words = quote.split()
    pattern = re.compile(r"\s+".join(map(re.escape, words))) if words else None
    found = [m for a in articles if pattern for m in pattern.finditer(a.text)]
    return (
        f"the quote stands at {found[0].start()} to {found[0].end()}" if len(found) == 1 else None
    )


def _folded(words: str) -> str:
    return " ".join(words.split())
