"""Folding Arabic for comparison, with a map back to the raw text, and cutting it into tokens.

Folding takes away what writers of the same word differ in (vowel marks, tatweel, the seat of
hamza, alif maqsura, ta marbuta, digit systems, presentation forms, full width) and keeps the
letters.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from pyarabic import araby

INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)
"""What Unicode calls default ignorable code points: no font shows them."""
HIDDEN = re.compile(f"[{INVISIBLE}\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
"""A character that does not show: one that hides or reorders, or a control character."""
_MARKS = "".join(araby.TASHKEEL) + "\u0653-\u065f\u0670" + araby.TATWEEL
_LETTERS = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff"
    "\ufb50-\ufdff\ufe70-\ufefc"
)
_PRESENTED = re.compile("[\ufb50-\ufefc\uff01-\uff5e]")
"""Letters by their place in the word, small marks, and characters as wide as a Chinese one."""
_RAISED = "\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2189"
_WORD = f"[{_LETTERS}{_MARKS}]+(?:[{INVISIBLE}]+[{_LETTERS}{_MARKS}]+)*"
_LATIN = rf"[^\W\d_{_RAISED}]+"
TOKEN = re.compile(rf"{_WORD}|\d+|{_LATIN}|[^\s{INVISIBLE}]")
"""What `tokens` cuts a text into, as a pattern without groups."""
_KINDS = {"word": re.compile(_WORD), "number": re.compile(r"\d"), "latin": re.compile(_LATIN)}
_DROPPED = re.compile(f"[{_MARKS}{INVISIBLE}]")

_LIKE = {
    araby.ALEF_MADDA: araby.ALEF,
    araby.ALEF_HAMZA_ABOVE: araby.ALEF,
    araby.ALEF_HAMZA_BELOW: araby.ALEF,
    araby.ALEF_WASLA: araby.ALEF,
    araby.ALEF_MAKSURA: araby.YEH,
    araby.TEH_MARBUTA: araby.HEH,
    araby.WAW_HAMZA: araby.WAW,
    araby.YEH_HAMZA: araby.YEH,
    "\u06cc": araby.YEH,
    "\u06a9": araby.KAF,
    "\u06be": araby.HEH,
    "\u06c1": araby.HEH,
    "\u2010": "-",
    "\u2011": "-",
    "\u2044": "/",
    "\u2215": "/",
}


class Token(NamedTuple):
    """A word, a run of digits or a mark of the raw text, `norm` its folded form.

    `kind` is "word" (Arabic), "latin", "number" (digits of one or more systems) or "mark".
    """

    start: int
    end: int
    norm: str
    kind: str


class Folded(NamedTuple):
    """Folded text; `origin[i]` is the raw offset of its i-th character, with the end added."""

    text: str
    origin: tuple[int, ...]


def fold(raw: str) -> Folded:
    """Fold `raw`, keeping for each character the offset that it came from.

    Folding what is folded changes nothing.
    """
    chars: list[str] = []
    origin: list[int] = []
    for at, char in enumerate(raw):
        folded = _FOLDING[ord(char)]
        chars.append(folded)
        origin.extend([at] * len(folded))
    return Folded("".join(chars), (*origin, len(raw)))


@lru_cache(maxsize=65536)
def fold_word(raw: str) -> str:
    """The folded text alone, where no way back is needed."""
    return raw.translate(_FOLDING)


def tokens(raw: str, offset: int = 0) -> list[Token]:
    """The tokens of `raw` in order, their offsets counted from `offset`. White space is none."""
    return [
        Token(m.start() + offset, m.end() + offset, *lexeme)
        for m in TOKEN.finditer(raw)
        if (lexeme := norm_and_kind(m.group()))[0]
    ]


def words(raw: str) -> list[str]:
    """The folded words and numbers of `raw` in order: what stands between spaces and marks."""
    return raw.translate(_WORDING).split()


@lru_cache(maxsize=65536)
def norm_and_kind(raw: str) -> tuple[str, str]:
    """The folded form of a token and its kind; the form is "" where it was only marks."""
    for kind, pattern in _KINDS.items():
        if pattern.match(raw):
            return fold_word(raw), kind
    return fold_word(raw), "mark"


def _fold_char(char: str) -> str:
    if _DROPPED.match(char):
        return ""
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    plain = unicodedata.normalize("NFKC", char) if _PRESENTED.match(char) else char
    if plain != char:
        return "".join(map(_fold_char, plain))
    like: str = _LIKE.get(char, char.lower())
    return like


class _Folding(dict[int, str]):
    """The folded form of each character, found when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_char(chr(code))
        return folded


class _Wording(dict[int, str]):
    """The folded form of each character, a space where it is a mark, found when first met."""

    def __missing__(self, code: int) -> str:
        parts = chr(code).isspace() or norm_and_kind(chr(code))[1] == "mark"
        self[code] = wording = " " if parts and _FOLDING[code] else _FOLDING[code]
        return wording


_FOLDING = _Folding()
_WORDING = _Wording()
