"""The words that tell one sentence from another: stems of its content words, and concepts.

Stems are Snowball's Arabic; function words, and words that all news share, are left out.
"""

from collections.abc import Mapping, Sequence

from compare.lang import Lexicon
from compare.lang.concepts import Sense
from compare.lang.morphology import splits
from compare.lang.stemming import stem
from compare.text import Token, tokens

_SHORTEST = 3
_FUNCTION = frozenset(
    {
        *(
            "stop",
            "rather_than",
            "relative_clause",
            "relative_singular",
            "locative",
            "common",
            "still",
            "light",
            "tally",
            "may",
            "not",
            "without",
        ),
        *("that", "that_it", "as_told", "from_whom", "partitive", "among", "qad"),
        *("since", "until", "of_them", "out_of", "others", "part"),
    }
)


def content_tokens(found: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens that carry content: words of three letters or more that are no function words."""
    index = lexicon.concepts.senses
    return [
        token
        for token in found
        if token.kind in ("word", "latin")
        and len(token.norm) >= _SHORTEST
        and not any(_is_function(way.rest, index) for way in splits(token.norm))
    ]


def _is_function(word: str, index: Mapping[str, tuple[Sense, ...]]) -> bool:
    return any(sense.concept in _FUNCTION for sense in index.get(word, ()))


def content_stems(text: str, lexicon: Lexicon) -> list[str]:
    """The stems of the content words of `text`, in order, with repetitions."""
    return [stem(token.norm) for token in content_tokens(tokens(text), lexicon)]
