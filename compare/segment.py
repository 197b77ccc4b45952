"""Article to sentences: every character of the text in exactly one of them, in order."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from compare.identity import counting_ids
from compare.lang import Lexicon
from compare.lang.annotate import Match, annotate
from compare.model import Article, Sentence, Zone
from compare.settings import DEFAULT
from compare.text import INVISIBLE, tokens

_CLOSERS = "\"'”’»)\\]}"
_END = re.compile(rf"[.!?؟…۔]+[{_CLOSERS}{INVISIBLE}]*(?=\s)")
_INITIAL = re.compile(r"(?:^|[\s(\"«])(?:[^\W\d_]|[A-Z][a-z])\.$")
_PARAGRAPH = re.compile(r"[^\n\r]*(?:\r\n|\n|\r|$)")


class _Line(NamedTuple):
    start: int
    end: int
    number: int


def sentences(article: Article, lexicon: Lexicon) -> tuple[Sentence, ...]:
    """The sentences of an article, white space after one belonging to it.

    A line break ends a sentence; so does a full stop, question or exclamation mark before
    white space, unless it closes an initial. Commas never do. `"".join(text[s.start:s.end])`
    is the text.
    """
    make_id = counting_ids("sentence", article.id)
    lines = _lines(article.text)
    zones = _zones(article.text, lines, lexicon)
    return tuple(
        Sentence(
            id=make_id(article.text[start:end].strip()),
            article=article.id,
            start=start,
            end=end,
            zone=zones[line.number],
            paragraph=line.number,
        )
        for line in lines
        for start, end in _split(article.text, line)
    )


def _lines(text: str) -> list[_Line]:
    """The lines of a text, each with the blank lines after it."""
    spans = [m.span() for m in _PARAGRAPH.finditer(text) if m.end() > m.start()]
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        blank = not text[start:end].strip()
        if joined and (blank or not text[slice(*joined[-1])].strip()):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return [_Line(start, end, number) for number, (start, end) in enumerate(joined)]


def _split(text: str, line: _Line) -> Iterator[tuple[int, int]]:
    start = line.start
    for match in _END.finditer(text, line.start, line.end):
        if _INITIAL.search(text[start : match.start() + 1]):
            continue
        end = match.end()
        while end < line.end and text[end].isspace():
            end += 1
        if end < line.end:
            yield from _parts(text, start, end)
            start = end
    yield from _parts(text, start, line.end)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence; where it is longer than prose ever is, its parts, cut at white space if any."""
    while end - start > DEFAULT.sentence_characters:
        cut = _cut(text, start, start + DEFAULT.sentence_characters)
        yield start, cut
        start = cut
    yield start, end


def _cut(text: str, start: int, most: int) -> int:
    """Where to cut before `most`: behind white space, else not inside a word or number, if any."""
    for apart in (str.isspace, _is_mark):
        at = next((at for at in range(most, start, -1) if apart(text[at - 1])), None)
        if at is not None:
            return at
    return most


def _is_mark(char: str) -> bool:
    return not char.isalnum() and char not in ".,_" and char.isprintable()


def _zones(text: str, lines: Sequence[_Line], lexicon: Lexicon) -> list[Zone]:
    """The zone of each line: page furniture by its words, one title at the head, else body."""
    zones: list[Zone] = ["body"] * len(lines)
    titled = False
    for line in lines:
        words = text[line.start : line.end].strip()
        if is_furniture(words, lexicon):
            zones[line.number] = "furniture"
        elif not titled and words:
            titled = True
            if _is_title(words, line, text):
                zones[line.number] = "title"
    return zones


def _is_title(words: str, line: _Line, text: str) -> bool:
    return (
        len(words) <= DEFAULT.title_characters
        and not words.endswith((".", "؟", "!", ":"))
        and line.end < len(text.rstrip())
    )


def is_furniture(words: str, lexicon: Lexicon) -> bool:
    """Whether a line is the page's own: short, and half of it words of pages, days and digits."""
    if not words or len(words) > DEFAULT.furniture_characters:
        return False
    found = tokens(words)
    wordy = [at for at, token in enumerate(found) if token.kind != "mark"]
    matches = annotate(found, lexicon.concepts)
    own = {at for m in matches if m.senses[0].concept == "furniture" for at in _span(m)}
    dates = {at for m in matches if m.senses[0].category == "time" for at in _span(m)}
    dates |= {at for at, token in enumerate(found) if token.kind == "number"}
    return not wordy or (bool(own) and 2 * len(own | dates) >= len(wordy))


def _span(match: Match) -> range:
    return range(match.first, match.last + 1)
