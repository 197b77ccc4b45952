"""Text as runs, safe to show.

Control characters are shown as their code point, never passed on: a right-to-left override
makes 251 read 152, and a zero-width space hides in a number. Whole figures are marked, and a
mark that is words is widened to whole words, because letters join across no box.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from compare.model import Figure
from compare.text import INVISIBLE
from compare.view.records import DERIVED, STORY, Dir, Line, Name, Role, Run

_SPACE = re.compile(r"[ \t\r\n\v\f]+")
_HIDDEN = re.compile(
    rf"[{INVISIBLE}\x00-\x08\x0e-\x1f\x7f-\x9f\u2028\u2029\u2800\ufff0-\uffff"
    "\ud800-\udfff\U00013430-\U0001345f\U00016fe4]"
)

_FIGURE = Run(text="", role="figure")
_LONG = 900  # characters of a sentence that a reader still takes in beside another


def visible(raw: str) -> str:
    """`raw` on one line, with characters that hide or reorder shown as "[U+202E]"."""
    return _SPACE.sub(" ", _HIDDEN.sub(_code_point, raw))


def text(raw: str) -> Run:
    """A run of plain text."""
    return Run(text=visible(raw))


def number(digits: str, role: Role = "number") -> Run:
    """A run of ASCII digits that the briefing made, isolated."""
    return Run(text=digits, role=role, dir="ltr", at=DERIVED)


def printed(raw: str, like: Run = _FIGURE) -> Run:
    """A figure as printed, isolated: left to right unless it has Arabic letters."""
    side = direction(raw) if has_letters(raw) else "ltr"
    return replace(like, text=visible(raw), dir=side)


def has_letters(raw: str) -> bool:
    """Whether there is a letter in `raw`."""
    return any(unicodedata.category(char)[0] == "L" for char in raw)


def name(raw: str, at: str = STORY) -> Name:
    """A name or title as its author wrote it; in Arabic where it is in Arabic letters."""
    shown, side = visible(raw), direction(raw)
    return Name(shown, side, "ar" if side == "rtl" else "", at if _digits(shown) else "")


def named(raw: str, at: str = STORY) -> Run:
    """A run that is a name."""
    shown, side = visible(raw), direction(raw)
    return Run(text=shown, role="name", dir=side, at=at if _digits(shown) else "")


def _digits(raw: str) -> bool:
    return any(map(str.isnumeric, raw))


def direction(raw: str) -> Dir:
    """Give "rtl" or "ltr", by the first character that has a direction."""
    for char in raw:
        if (side := unicodedata.bidirectional(char)) in ("R", "AL", "L"):
            return "ltr" if side == "L" else "rtl"
    return "rtl"


def shorten(raw: str, length: int = 60) -> str:
    """The first words of `raw`, up to `length` characters."""
    words = visible(raw).strip()
    if len(words) <= length:
        return words
    return words[:length].rsplit(" ", 1)[0] + "…"


Span = tuple[int, int]


def sentence_line(
    source: str,
    span: Span,
    figures: Sequence[Figure],
    marked: Iterable[str],
    only: Sequence[Span] = (),
) -> Line:
    """The sentence `source[start:end]` as runs; figures whose id is in `marked` are marked.

    The words at the spans `only` stand in no sentence beside it. Of a sentence too long to read,
    the words around the marked figures.
    """
    meant = frozenset(marked)
    pieces = [
        *(piece(f, Run(text="", role="mark" if f.id in meant else "figure")) for f in figures),
        *(Piece(*words, Run(text="", role="only")) for words in only),
    ]
    start, end = _trimmed(source, span)
    left, right = _window(source, (start, end), [f for f in figures if f.id in meant])
    before, after = (text("… "),) * (left > start), (text(" …"),) * (right < end)
    return (*before, *woven(source, (left, right), pieces), *after)


class Piece(NamedTuple):
    """A stretch of a text that is shown in the role, with the link and note, of `like`."""

    start: int
    end: int
    like: Run


def piece(figure: Figure, like: Run) -> Piece:
    """A figure as a piece of its text."""
    return Piece(figure.start, figure.end, like)


def woven(source: str, span: Span, pieces: Iterable[Piece]) -> Line:
    """`source[start:end]` as runs; of pieces that overlap the first is shown."""
    start, end = _trimmed(source, span)
    line: list[Run] = []
    at = start
    for one in sorted(pieces, key=lambda p: (p.start, p.end)):
        left, right = whole_words(source, (one.start, one.end), (at, end))
        if left >= at and right <= end and left < right:
            line += [text(source[at:left]), _shown(source[left:right], one.like)]
            at = right
    line.append(text(source[at:end]))
    return tuple(run for run in line if run.text)


def _shown(raw: str, like: Run) -> Run:
    if like.role == "only":
        return Run(text=visible(raw), role="only")
    return printed(raw, like)


def whole_words(source: str, span: tuple[int, int], within: tuple[int, int]) -> tuple[int, int]:
    """`span` widened, inside `within`, to the letters that its own outer letters join to."""
    left, right = span
    if left < right and _joins(source[left]):
        while left > within[0] and _joins(source[left - 1]):
            left -= 1
    if left < right and _joins(source[right - 1]):
        while right < within[1] and _joins(source[right]):
            right += 1
    return left, right


def _joins(char: str) -> bool:
    return unicodedata.category(char)[0] in "LM"


def _window(source: str, span: tuple[int, int], meant: Sequence[Figure]) -> tuple[int, int]:
    start, end = span
    if end - start <= _LONG:
        return span
    left = max(start, min((f.start for f in meant), default=start) - _LONG // 3)
    right = min(end, max((f.end for f in meant), default=start) + _LONG // 3)
    left = source.find(" ", left, right) + 1 if left > start else left
    right = source.rfind(" ", left, right) if right < end else right
    return max(left, start), max(right, left)


def _trimmed(source: str, span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    while start < end and source[start].isspace():
        start += 1
    while start < end and source[end - 1].isspace():
        end -= 1
    return start, end


def _code_point(match: re.Match[str]) -> str:
    return f"[U+{ord(match[0]):04X}]"
