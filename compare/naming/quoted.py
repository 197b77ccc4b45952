"""Where an article gives the words of others: in quotation marks, or behind a speaker's colon.

What an outlet reports in its own words (he said that ...) is the outlet's wording.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from compare.lang import Lexicon
from compare.lang.annotate import Match, annotate
from compare.model import Article, Sentence
from compare.text import Token, tokens

Span = tuple[int, int]

_CLOSING = {"«": "»", "“": "”“", "”": "”“", "„": "”“", '"': '"'}
"""The marks that open a quotation, and those that close it; news sets the curly ones both ways."""
_ONE_WAY = "«„"
_HEAD = 6  # tokens of a speaker's name and office before a colon
_SPEAKING = ("body", "official", "anonymous", "witness", "media")


def quoted_spans(
    article: Article, sentences: Sequence[Sentence], lexicon: Lexicon
) -> tuple[Span, ...]:
    """The spans of an article that are in others' words, in order, none over another."""
    marked = _marked(article.text)
    spoken = [span for s in sentences for span in _spoken(article, s, lexicon)]
    return tuple(_joined(sorted((*marked, *spoken))))


def _joined(spans: Sequence[Span]) -> Iterator[Span]:
    """Spans that overlap made one."""
    reach: Span | None = None
    for start, end in spans:
        if reach and start < reach[1]:
            reach = reach[0], max(reach[1], end)
            continue
        if reach:
            yield reach
        reach = start, end
    if reach:
        yield reach


def is_inside(at: int, spans: Sequence[Span]) -> bool:
    """Whether an offset lies in one of the spans, which do not overlap."""
    before = bisect_right(spans, at, key=lambda span: span[0]) - 1
    return before >= 0 and at < spans[before][1]


def _marked(text: str) -> Iterator[Span]:
    """What stands between quotation marks, line by line."""
    at = 0
    for line in text.splitlines(keepends=True):
        yield from _marked_line(line, at)
        at += len(line)


def _marked_line(line: str, offset: int) -> Iterator[Span]:
    opened: int | None = None
    for at, char in enumerate(line):
        if opened is None:
            opened = at if char in _CLOSING and not line[at + 1 : at + 2].isspace() else None
        elif char in _CLOSING[line[opened]]:
            yield offset + opened, offset + at
            opened = None
    if opened is not None and line[opened] in _ONE_WAY:
        yield offset + opened, offset + len(line)


def _spoken(article: Article, sentence: Sentence, lexicon: Lexicon) -> Iterator[Span]:
    """What follows a colon behind a verb of saying, or behind a speaker who opens the sentence."""
    found = tokens(article.text[sentence.start : sentence.end], sentence.start)
    colon = next((at for at in range(len(found)) if _is_colon(found, at)), None)
    if colon is None or found[colon + 1].norm in _CLOSING:
        return
    head = annotate(found[:colon], lexicon.concepts)
    if _is_said(head, lexicon) or (colon <= _HEAD and _is_speaker(head, lexicon)):
        yield found[colon].end, sentence.end


def _is_colon(found: Sequence[Token], at: int) -> bool:
    """Whether a colon with words on both sides stands here: 10:30 has none."""
    words = 0 < at < len(found) - 1 and found[at].norm == ":"
    return words and not found[at - 1].kind == found[at + 1].kind == "number"


def _is_said(head: Sequence[Match], lexicon: Lexicon) -> bool:
    said = (s for match in head for s in match.senses if s.pos in ("verb", "word"))
    return any(lexicon.concepts.concepts[s.concept].role == "say" for s in said)


def _is_speaker(head: Sequence[Match], lexicon: Lexicon) -> bool:
    """Whether somebody who can speak is named; a name that the lexicon does not know is one."""
    roles = {lexicon.concepts.concepts[s.concept].role for m in head for s in m.senses}
    return not head or bool(roles & set(_SPEAKING))
