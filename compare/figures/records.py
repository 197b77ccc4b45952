"""Spans → records: a figure for each, with its id and its offsets in the article."""

import hashlib
from collections import Counter
from collections.abc import Sequence

from compare.figures.reader import read
from compare.figures.span import Span
from compare.figures.vocabulary import Lexicon
from compare.model import Article, Figure, Sentence

_OVERRIDES = frozenset("\u202d\u202e")
_CONTEXT = 300
"""How many characters before a sentence its reader is shown."""


def figures(
    article: Article, sentences: Sequence[Sentence], lexicon: Lexicon
) -> tuple[Figure, ...]:
    """The figures of an article's sentences, in the order of the text."""
    return tuple(
        figure for sentence in sentences for figure in _of_sentence(article, sentence, lexicon)
    )


def _of_sentence(article: Article, sentence: Sentence, lexicon: Lexicon) -> list[Figure]:
    text = article.text[sentence.start : sentence.end]
    before = article.text[_context_start(article.text, sentence.start) : sentence.start]
    seen: Counter[tuple[str, str]] = Counter()
    found = []
    for span in read(text, lexicon, before, article.text):
        raw = text[span.start : span.end]
        seen[raw, span.kind] += 1
        found.append(_figure(article, sentence, span, raw, seen[raw, span.kind]))
    return found


def _context_start(text: str, start: int) -> int:
    """Where the words before a sentence begin; with its paragraph, where that turns directions."""
    paragraph = text.rfind("\n", 0, start) + 1
    turns = not _OVERRIDES.isdisjoint(text[paragraph:start])
    return paragraph if turns else max(0, start - _CONTEXT)


def _figure(article: Article, sentence: Sentence, span: Span, raw: str, nth: int) -> Figure:
    return Figure(
        id=_id("figure", sentence.id, raw, span.kind, str(nth)),
        article=article.id,
        sentence=sentence.id,
        start=sentence.start + span.start,
        end=sentence.start + span.end,
        raw=raw,
        kind=span.kind,
        relation=span.relation,
        low=span.low,
        high=span.high,
        unit=span.unit,
        rule=span.rule,
        flags=span.flags,
    )


def _id(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]
