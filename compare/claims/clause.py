"""A sentence made ready for reading its claims: tokens, known words, figures, boundaries."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from compare.lang import Lexicon
from compare.lang.annotate import Match, annotate
from compare.lang.concepts import Concepts, Sense
from compare.model import Article, Figure, Sentence
from compare.text import Token, tokens

HARD = frozenset(".؛;:!?؟")
SOFT = frozenset("،,()[]{}–—")
_UNITS = ("unit", "unit_symbol", "unit_one", "currency", "percent")
_NATIONS = ("nation",)
_LONGEST_UNIT = 4
PARTICLES = (
    *(
        "stop",
        "rather_than",
        "relative_clause",
        "relative_singular",
        "locative",
        "that",
        "that_it",
        "as_told",
        "from_whom",
        "partitive",
        "among",
        "qad",
    ),
)


class Placed(NamedTuple):
    """A figure and the tokens that it covers, first and last, and the last of its unit's words.

    `definite` tells a numeral with the article (الأربعة), which ألف only looks like once folded.
    """

    figure: Figure
    first: int
    last: int
    unit_last: int
    definite: bool


class Clause(NamedTuple):
    """A sentence's tokens (offsets of the article), the matches over them, and its figures."""

    article: Article
    sentence: Sentence
    tokens: Sequence[Token]
    at: dict[int, Match]
    figures: tuple[Placed, ...]
    covered: dict[int, Placed]
    concepts: Concepts

    def senses(self, index: int) -> tuple[Sense, ...]:
        """The senses of the match that covers a token, or none."""
        match = self.at.get(index)
        return match.senses if match else ()

    def is_cue(self, index: int, *names: str) -> bool:
        """Whether the token belongs to one of the named cues."""
        return any(s.category == "cues" and s.concept in names for s in self.senses(index))

    def is_boundary(self, index: int, marks: Iterable[str] = HARD | SOFT) -> bool:
        """Whether the token is a mark that ends a clause."""
        token = self.tokens[index]
        return token.kind == "mark" and token.norm in marks

    def text(self, first: int, last: int) -> str:
        """The raw words from one token to another, inclusive."""
        return self.article.text[self.tokens[first].start : self.tokens[last].end]

    def figure_at(self, index: int) -> Placed | None:
        """The figure that covers a token, or None."""
        return self.covered.get(index)

    def is_rather(self, index: int) -> bool:
        """Whether the figure behind the token is given in place of the one before: *not* 96."""
        return self.is_cue(index, "rather_than") and self.figure_at(index + 1) is not None

    def is_conjoined(self, placed: Placed) -> bool:
        """Whether a wa joins the figure to what stands before: 12 men and 3 women."""
        first = self.tokens[placed.first]
        before = placed.first - 1
        if before >= 0 and self.tokens[before].norm == "و":
            return True
        return placed.figure.start > first.start or first.norm.startswith("و")

    def is_joined(self, index: int) -> bool:
        """Whether the token begins with the conjunction wa, as far as its form tells."""
        match = self.at.get(index)
        if match:
            return match.first == index and match.conjunction == "و"
        norm = self.tokens[index].norm
        return self.tokens[index].kind == "word" and len(norm) > 3 and norm.startswith("و")

    def leftward(self, index: int, marks: Iterable[str] = HARD) -> Iterator[int]:
        """Token indices left of `index`, nearest first, to a mark or the clause's opening word."""
        for at in range(index - 1, -1, -1):
            if self.is_boundary(at, marks) or self.is_cue(at, "adversative"):
                return
            yield at

    def rightward(self, index: int, marks: Iterable[str] = HARD | SOFT) -> Iterator[int]:
        """Token indices right of `index`, nearest first, to a mark or the next clause."""
        for at in range(index + 1, len(self.tokens)):
            if self.is_boundary(at, marks) or self.is_cue(at, "adversative"):
                return
            yield at


def clause(
    article: Article, sentence: Sentence, figures: Sequence[Figure], lexicon: Lexicon
) -> Clause:
    """Make a sentence ready. `figures` are those of the sentence, in order."""
    found = tokens(article.text[sentence.start : sentence.end], sentence.start)
    matches = annotate(found, lexicon.concepts)
    at = {index: match for match in matches for index in range(match.first, match.last + 1)}
    placed = tuple(_placed(figure, found, lexicon) for figure in figures)
    covered = {index: p for p in placed for index in range(p.first, p.last + 1)}
    return Clause(article, sentence, found, at, placed, covered, lexicon.concepts)


def _placed(figure: Figure, found: Sequence[Token], lexicon: Lexicon) -> Placed:
    first = bisect_right([token.end for token in found], figure.start)
    last = max(first, bisect_left([token.start for token in found], figure.end) - 1)
    norm = found[first].norm
    definite = norm.startswith("ال") and norm not in lexicon.numerals.numbers
    return Placed(figure, first, last, _unit_last(figure, last, found, lexicon), definite)


def _unit_last(figure: Figure, last: int, found: Sequence[Token], lexicon: Lexicon) -> int:
    """The last word of the unit behind a figure: 12 per *cent*, 3 billion *dollars*."""
    if figure.unit is None:
        return last
    unit = _phrase_last(last, _UNITS, found, lexicon)
    return _phrase_last(unit, _NATIONS, found, lexicon) if unit > last else last


def _phrase_last(last: int, roles: Iterable[str], found: Sequence[Token], lexicon: Lexicon) -> int:
    """The last token of the longest phrase of these roles right behind a token, else the token."""
    if last + 1 >= len(found):
        return last
    behind = [token.norm for token in found[last + 1 : last + 1 + _LONGEST_UNIT]]
    known = lexicon.numerals.known(behind[0])
    lengths = (
        1 + len(phrase.rest)
        for role in roles
        for reading in known.readings
        for phrase in lexicon.numerals.phrases[role].get(reading.base, ())
        if tuple(behind[1 : 1 + len(phrase.rest)]) == phrase.rest
    )
    return last + max(lengths, default=0)
