"""A stretch of text, cut into tokens once, each with the known words that it can be."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from compare.figures.grouping import Digits
from compare.figures.vocabulary import LEANING, Lexeme, Vocabulary
from compare.lang.concepts import Sense
from compare.lang.numeral_words import NOTHING, Known, Number, Part, Reading
from compare.lang.numerals import Numerals
from compare.text import TOKEN, fold

TAKEN = "taken"
"""The kind of a token that another reading has."""


@dataclass(frozen=True, slots=True)
class Line:
    """Tokens and their readings; indexes out of range are harmless and hold nothing.

    `before` is what precedes the text, `article` the whole that it stands in; of the i-th token
    `spans` has the offsets, `norms` the folded form, `kinds` one of "word", "number", "latin",
    "mark" and "taken", `known` the words that it can be, and `opens` whether a figure can begin
    there. `digits` remembers the numbers in digits that were read, `roles` holds what any
    token can be.
    """

    text: str
    before: str
    article: str
    vocabulary: Vocabulary
    words: Numerals
    spans: Sequence[tuple[int, int]]
    norms: tuple[str, ...]
    kinds: Sequence[str]
    known: Sequence[Known]
    opens: Sequence[bool]
    digits: dict[int, Digits | None]
    roles: frozenset[str]

    @property
    def nouns(self) -> frozenset[str]:
        """The nouns that can be counted."""
        return self.vocabulary.nouns

    @property
    def senses(self) -> Mapping[str, tuple[Sense, ...]]:
        """What the concept lexicon knows of a folded word."""
        return self.vocabulary.senses

    def start(self, i: int) -> int:
        """The offset at which the i-th token begins, -1 out of range."""
        return self.spans[i][0] if 0 <= i < len(self.spans) else -1

    def end(self, i: int) -> int:
        """The offset at which the i-th token ends, -1 out of range."""
        return self.spans[i][1] if 0 <= i < len(self.spans) else -1

    def norm(self, i: int) -> str:
        """The folded i-th token, "" out of range."""
        return self.norms[i] if 0 <= i < len(self.norms) else ""

    def kind(self, i: int) -> str:
        """The kind of the i-th token, "none" out of range."""
        return self.kinds[i] if 0 <= i < len(self.kinds) else "none"

    def raw(self, i: int) -> str:
        """The i-th token as written."""
        if not 0 <= i < len(self.spans):
            return ""
        start, end = self.spans[i]
        return self.text[start:end]

    def touches(self, i: int) -> bool:
        """Whether no white space parts the i-th token from the one before it."""
        if not 0 < i < len(self.spans):
            return False
        end, start = self.spans[i - 1][1], self.spans[i][0]
        return end == start or _NO_GAP.fullmatch(self.text, end, start) is not None

    def reading(self, i: int, role: str) -> Reading | None:
        """The first reading of the i-th token that can play `role`."""
        if not 0 <= i < len(self.known) or role not in self.known[i].roles:
            return None
        roles = self.words.roles
        for reading in self.known[i].readings:
            if role in roles[reading.base]:
                return reading
        return None

    def match(self, i: int, role: str, bare: bool = False) -> tuple[int, str] | None:
        """The longest phrase of `role` that begins at i: its last token, and its key.

        With `bare` the first word must stand without proclitics and article.
        """
        if not 0 <= i < len(self.known) or role not in self.known[i].roles:
            return None
        index = self.words.phrases[role]
        for reading in self.known[i].readings:
            if bare and reading.skip:
                continue
            for phrase in index.get(reading.base, ()):
                if self.follows(i + 1, phrase.rest):
                    return i + len(phrase.rest), phrase.key
        return None

    def speaks_of(self, role: str, around: range, key: str | None = None) -> bool:
        """Whether a phrase of `role`, of this key where one is given, begins in `around`."""
        if role not in self.roles:
            return False
        found = (self.match(i, role) for i in around)
        return any(match is not None and key in (None, match[1]) for match in found)

    def follows(self, i: int, norms: tuple[str, ...]) -> bool:
        """Whether these folded tokens stand at i."""
        return i >= 0 and self.norms[i : i + len(norms)] == norms

    def percent(self, i: int) -> tuple[int, str] | None:
        """A percent sign or phrase at i: its last token, and "percent" or "points"."""
        return (i, "percent") if self.norm(i) in PERCENT_SIGNS else self.match(i, "percent")

    def number(self, i: int) -> tuple[Number, Reading] | None:
        """The i-th token as a number word."""
        if not 0 <= i < len(self.known) or "number" not in self.known[i].roles:
            return None
        numbers = self.words.numbers
        for reading in self.known[i].readings:
            if reading.base in numbers and self.spelled_so(i, reading):
                return numbers[reading.base], reading
        return None

    def numeric(self, i: int) -> bool:
        """Whether the i-th token is a number, in digits or as a word."""
        return self.kind(i) == "number" or self.number(i) is not None

    def spelled_so(self, i: int, reading: Reading) -> bool:
        """Whether the letters that folding took away allow this reading ("وأحد" is no "واحد")."""
        raw = self.raw(i)
        letter = self.words.misspelled.get(reading.base)
        if letter is not None and letter in raw:
            return False
        return not reading.article or raw[len(reading.clitic)] not in _HAMZAS

    def part(self, i: int) -> tuple[Part, Reading] | None:
        """The i-th token as a fraction word."""
        reading = self.reading(i, "part")
        return (self.words.parts[reading.base], reading) if reading else None

    def ordinal(self, i: int) -> tuple[int, Reading] | None:
        """The i-th token as an ordinal."""
        reading = self.reading(i, "ordinal")
        return (self.words.ordinals[reading.base], reading) if reading else None

    def concept_dual(self, i: int) -> Reading | None:
        """A sure dual of a noun of the lexicon, with what leans on it."""
        norm = self.norm(i)
        if norm in self.words.not_dual:
            return None
        for clitic in LEANING:
            base = norm.removeprefix(clitic)
            if (clitic and base == norm) or base in self.words.not_dual or len(base) < 5:
                continue
            if base.endswith(("تان", "تين")) and f"{base[:-3]}ه" in self.nouns:
                return Reading(base, len(clitic), clitic, False)
            if base.endswith("ان") and base[:-2] in self.nouns:
                return Reading(base, len(clitic), clitic, False)
        return None

    def head(self, i: int) -> str:
        """The i-th word without what leans on it: conjunction, article, possessive suffix."""
        norm = self.norm(i)
        for clitic in ("وال", "بال", "لل", "فال", "كال", "ال", "و", "ف", "ب", "ل"):
            if norm.startswith(clitic) and len(norm) - len(clitic) > 2:
                bare = norm[len(clitic) :]
                if bare in self.words.ordinal_heads or "ال" in clitic or clitic == "لل":
                    return bare
        stem = re.sub("(?:ها|هم|هن|نا|ه)$", "", norm)
        if stem != norm and len(stem) > 2:
            return f"{stem[:-1]}ه" if stem.endswith("ت") else stem
        return norm

    def known_noun(self, i: int) -> bool:
        """Whether the i-th token is a noun of the lexicon, a unit or a currency."""
        norm = self.norm(i)
        return (
            norm in self.nouns
            or self.match(i, "unit", bare=True) is not None
            or self.match(i, "currency", bare=True) is not None
        )

    def base_start(self, i: int, skip: int) -> int:
        """The offset in the text at which the i-th token goes on behind `skip` letters."""
        start = self.start(i)
        return start + fold(self.raw(i)).origin[skip] if skip else start

    def noun_start(self, i: int, reading: Reading) -> int:
        """The offset of a word with its article, behind its proclitics."""
        skip = len(reading.clitic)
        fused = reading.article and not self.norm(i)[skip:].startswith("ال")
        return self.base_start(i, reading.skip if fused else skip)

    def joined(self, i: int) -> int | None:
        """The token that "and" joins to what ends before i: i itself, or the next."""
        if self.norm(i) == "و" and self.kind(i) == "word":
            return i + 1
        if 0 <= i < len(self.known):
            return i if any(r.clitic == "و" for r in self.known[i].readings) else None
        return None

    def definite(self, i: int) -> bool:
        """Whether the i-th word has the article: a plain alif, not the hamza of "آليات"."""
        norm = self.norm(i)
        found = _ARTICLE.match(norm)
        if found is None or self.kind(i) != "word":
            return False
        at = found.start("article")
        return at < 0 or self.raw(i)[fold(self.raw(i)).origin[at]] not in _HAMZAS

    def counts(self, i: int) -> bool:
        """Whether the i-th token can be what a number counts: an indefinite word, no particle."""
        if self.kind(i) != "word":
            return False
        norm = self.norm(i)
        if any(
            r.clitic == "و" and "number" in self.words.roles[r.base] for r in self.known[i].readings
        ):
            return False
        return not (
            norm in self.words.function_words
            or self.definite(i)
            or (norm.startswith("و") and norm[1:] in self.words.function_words)
            or len(norm) < 2
        )


_ARTICLE = re.compile("(?:[وبفك]?(?P<article>ال)|لل)")
_HAMZAS = frozenset("أإآ")
PERCENT_SIGNS = frozenset("%٪")
_NORM, _OPENS = attrgetter("norm"), attrgetter("opens")
_NO_GAP = re.compile(r"\S*")


def look_up(text: str, vocabulary: Vocabulary) -> list[Lexeme]:
    """What each token of `text` can be; cheaper than cutting it."""
    return list(map(vocabulary.lexemes.__getitem__, TOKEN.findall(text)))


def may_hold_figures(lexemes: Iterable[Lexeme]) -> bool:
    """Whether a figure can begin at any of these tokens."""
    return True in map(_OPENS, lexemes)


def cut(text: str, vocabulary: Vocabulary, before: str = "", article: str = "") -> Line:
    """Cut `text` into tokens and look each up."""
    return assemble(text, look_up(text, vocabulary), vocabulary, before, article)


def assemble(
    text: str, lexemes: Sequence[Lexeme], vocabulary: Vocabulary, before: str, article: str
) -> Line:
    """The line of a text whose tokens have been looked up."""
    spans = [match.span() for match in TOKEN.finditer(text)]
    if not all(map(_NORM, lexemes)):
        spans = [span for span, lexeme in zip(spans, lexemes, strict=True) if lexeme.norm]
        lexemes = [lexeme for lexeme in lexemes if lexeme.norm]
    norms, kinds, known, opens = zip(*lexemes, strict=True) if lexemes else ((), (), (), ())
    roles = frozenset().union(*[one.roles for one in known if one.roles])
    return Line(
        text, before, article, vocabulary, vocabulary.words, spans, norms, kinds, known, opens,
        {}, roles,
    )  # fmt: skip


def masked(line: Line, taken: set[int]) -> Line:
    """The line with the tokens taken out that are spoken for."""
    if not taken:
        return line
    norms, kinds = list(line.norms), list(line.kinds)
    known, opens = list(line.known), list(line.opens)
    for i in taken:
        norms[i], kinds[i], known[i], opens[i] = "\0", TAKEN, NOTHING, False
    return Line(
        line.text, line.before, line.article, line.vocabulary, line.words, line.spans,
        tuple(norms), kinds, known, opens, {}, line.roles,
    )  # fmt: skip
