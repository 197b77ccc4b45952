"""Spans → records: a figure for each, with its id and its offsets in the article."""

import hashlib
from collections import Counter
from collections.abc import Sequence

from compare.figures.overrides import overridden
from compare.figures.reader import read_turned
from compare.figures.span import Span
from compare.figures.vocabulary import Lexicon
from compare.model import Article, Figure, Sentence

_CONTEXT = 300
"""How many characters before a sentence its reader is shown."""


def figures(
    article: Article, sentences: Sequence[Sentence], lexicon: Lexicon
) -> tuple[Figure, ...]:
    """The figures of an article's sentences, in the order of the text."""
    turned = overridden(article.text)
    return tuple(
        figure
        for sentence in sentences
        for figure in _of_sentence(article, sentence, lexicon, turned)
    )


def _of_sentence(
    article: Article, sentence: Sentence, lexicon: Lexicon, turned: frozenset[int]
) -> list[Figure]:
    text = article.text[sentence.start : sentence.end]
    before = article.text[max(0, sentence.start - _CONTEXT) : sentence.start]
    seen: Counter[tuple[str, str]] = Counter()
    found = []
    for span in read_turned(text, lexicon, before, article.text, _within(turned, sentence)):
        raw = text[span.start : span.end]
        seen[raw, span.kind] += 1
        found.append(_figure(article, sentence, span, raw, seen[raw, span.kind]))
    return found


def _within(offsets: frozenset[int], sentence: Sentence) -> frozenset[int]:
    """Those of the article's offsets that lie in the sentence, as the sentence counts them."""
    if not offsets:
        return offsets
    length = sentence.end - sentence.start
    return frozenset(at for at in range(length) if sentence.start + at in offsets)


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
