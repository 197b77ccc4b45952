"""A sentence made comparable: figures masked, synonyms brought to their concept, stems."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from compare.lang import Lexicon
from compare.lang.annotate import annotate
from compare.lang.stemming import stem
from compare.lang.words import content_tokens
from compare.model import QUANTITIES, Figure, Sentence
from compare.text import Token, tokens

_CONCEPTUAL = ("people", "events", "places", "things")
MASK = "#"
"""What stands for a figure, with its kind behind it where it is a quantity."""


class Masked(NamedTuple):
    """A sentence and its comparable words in text order; `said` are the same as printed.

    A quantity is masked by its kind ("#count"), any other number by "#" alone.
    """

    sentence: Sentence
    words: tuple[str, ...]
    said: tuple[str, ...]


def masked(sentence: Sentence, text: str, figures: Sequence[Figure], lexicon: Lexicon) -> Masked:
    """Make a sentence of `text` with these figures comparable."""
    found = tokens(text[sentence.start : sentence.end], sentence.start)
    instead = {**_concepts(found, lexicon), **_masks(found, figures)}
    content = set(content_tokens(found, lexicon))
    kept = [
        (instead.get(at) or stem(token.norm), text[token.start : token.end])
        for at, token in enumerate(found)
        if at in instead or token in content
    ]
    return Masked(sentence, tuple(w for w, _ in kept), tuple(said for _, said in kept))


def _concepts(found: Sequence[Token], lexicon: Lexicon) -> Mapping[int, str]:
    """The concepts of the tokens that have one, by their places."""
    return {
        at: match.senses[0].concept
        for match in annotate(found, lexicon.concepts)
        for at in range(match.first, match.last + 1)
        if match.senses[0].category in _CONCEPTUAL
    }


def _masks(found: Sequence[Token], figures: Sequence[Figure]) -> Mapping[int, str]:
    """The masks of the tokens that are part of a figure, by their places."""
    return {
        at: MASK + (figure.kind if figure.kind in QUANTITIES else "")
        for figure in figures
        for at, token in enumerate(found)
        if figure.start <= token.start < figure.end
    }
