"""A sentence made comparable: figures masked, synonyms brought to their concept, stems."""

from collections.abc import Sequence
from typing import NamedTuple

from compare.lang import Lexicon
from compare.lang.annotate import annotate
from compare.lang.stemming import stem
from compare.lang.words import content_tokens
from compare.model import Figure, Sentence
from compare.text import Token, tokens

_CONCEPTUAL = ("people", "events", "places")
MASK = "#"


class Masked(NamedTuple):
    """A sentence and its comparable words in text order; `said` are the same as printed."""

    sentence: Sentence
    words: tuple[str, ...]
    said: tuple[str, ...]


def masked(sentence: Sentence, text: str, figures: Sequence[Figure], lexicon: Lexicon) -> Masked:
    """Make a sentence of `text` with these figures comparable."""
    found = tokens(text[sentence.start : sentence.end], sentence.start)
    spans = [(f.start, f.end) for f in figures]
    concepts = {
        at: match.senses[0].concept
        for match in annotate(found, lexicon.concepts)
        for at in range(match.first, match.last + 1)
        if match.senses[0].category in _CONCEPTUAL
    }
    content = set(content_tokens(found, lexicon))
    kept = [
        (word, text[token.start : token.end])
        for at, token in enumerate(found)
        if (word := _word(at, token, concepts, spans, content))
    ]
    return Masked(sentence, tuple(w for w, _ in kept), tuple(said for _, said in kept))


def _word(
    at: int,
    token: Token,
    concepts: dict[int, str],
    spans: Sequence[tuple[int, int]],
    content: set[Token],
) -> str | None:
    if any(start <= token.start < end for start, end in spans):
        return MASK
    if at in concepts:
        return concepts[at]
    return stem(token.norm) if token in content else None
