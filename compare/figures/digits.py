"""Numbers written in digits: their groups, decimals and sign, and what is deceptive in them.

How a separator is read, in this order:

1. `٬` parts thousands and `٫` decimals, always.
2. Of two different separators the last is the decimal one, the others part thousands.
3. One separator that stands twice or more parts thousands.
4. One separator, once: decimals, unless exactly three digits follow and one to three, not
   beginning with 0, stand before it. That is ambiguous: it parts thousands (35.903, 35,903),
   but behind a point before a scale word (1.335 مليار) or before a percent sign, decimals.
   The figure carries the flag "separator".
"""

from decimal import Decimal
from typing import NamedTuple

from compare.figures.line import Line

_MARKS = {",", ".", "،", "٬", "٫", "'", "’"}
_THOUSANDS, _DECIMAL = "٬", "٫"
_LONGEST = 24
_MOST_GROUPS = 9
"""More groups than any number has; a longer run is a list."""
_SUPERSCRIPTS = frozenset("²³¹⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉")
_SPACES = frozenset(" \u00a0\u2009\u202f")


class Digits(NamedTuple):
    """A number in digits, tokens `first`..`last`; `groups` its runs, `marks` what parts them.

    `ambiguous` where one mark may part thousands or decimals.
    """

    first: int
    last: int
    start: int
    groups: tuple[str, ...]
    marks: tuple[str, ...]
    negative: bool
    flags: tuple[str, ...]

    @property
    def ambiguous(self) -> bool:
        """Whether the one mark in it may part thousands as well as decimals."""
        head, *tail = self.groups
        return (
            len(self.marks) == 1
            and self.marks[0] not in (_THOUSANDS, _DECIMAL, " ")
            and len(tail[0]) == 3
            and 1 <= len(head) <= 3
            and not head.startswith("0")
        )

    def value(self, decimal: bool = False) -> Decimal | None:
        """The number, an ambiguous mark read as decimal where `decimal`; None where it is none."""
        text = _plain(self.groups, self.marks, decimal and self.ambiguous)
        return None if text is None else Decimal(f"-{text}" if self.negative else text)


def read_digits(line: Line, i: int) -> Digits | None:
    """The number in digits at token i, with its groups, or None where no digit stands."""
    leading = line.norm(i) in (".", "٫") and _begins(line, i) and line.touches(i + 1)
    at = i + 1 if leading else i
    if line.kind(at) != "number":
        return None
    groups, marks, last = [line.norm(at)], [], at
    while len(groups) < _MOST_GROUPS and (following := _next_group(line, last)) is not None:
        mark, following_at = following
        groups.append(line.norm(following_at))
        marks.append(mark)
        last = following_at
    if leading:
        groups, marks = ["0", *groups], ["٫", *marks]
    groups, marks, last = _sensible(groups, marks, last)
    return _signed(line, i, last, tuple(groups), tuple(marks))


def _begins(line: Line, i: int) -> bool:
    """Whether a new word begins at i: what stands before is a gap or an opening mark."""
    return not line.touches(i) or line.norm(i - 1) in ("(", "[", "-", "−", '"', "«")


def _next_group(line: Line, last: int) -> tuple[str, int] | None:
    if line.norm(last + 1) in _MARKS and line.touches(last + 1) and line.touches(last + 2):
        return (line.norm(last + 1), last + 2) if line.kind(last + 2) == "number" else None
    if line.kind(last + 1) == "number" and _thin_gap(line, last):
        return (" ", last + 1)
    return None


def _thin_gap(line: Line, last: int) -> bool:
    """Whether one space parts a group from three digits that end there: 35 903."""
    before, after = line.token(last), line.token(last + 1)
    gap = line.text[before.end : after.start]
    return (
        gap in _SPACES
        and len(before.norm) <= 3
        and len(after.norm) == 3
        and not before.norm.startswith("0")
        and line.raw(last).isascii() == line.raw(last + 1).isascii()
    )


def _sensible(groups: list[str], marks: list[str], last: int) -> tuple[list[str], list[str], int]:
    """Cut a run with spaces where it stops being thousands ("2019 300" is two numbers)."""
    while marks and " " in marks and _plain(tuple(groups), tuple(marks), False) is None:
        last -= 1 if marks[-1] == " " else 2
        groups, marks = groups[:-1], marks[:-1]
    return groups, marks, last


def _signed(
    line: Line, i: int, last: int, groups: tuple[str, ...], marks: tuple[str, ...]
) -> Digits:
    negative = line.norm(i - 1) in ("-", "−") and line.touches(i) and _opens(line, i - 1)
    first = i - 1 if negative else i
    flags = _flags(line, first, last)
    return Digits(first, last, line.token(first).start, groups, marks, negative, flags)


def _opens(line: Line, i: int) -> bool:
    """Whether the minus at i can be a sign: nothing written leans on it from before."""
    if not line.touches(i):
        return i == 0 or line.text[line.token(i).start - 1].isspace() or not line.touches(i)
    return line.norm(i - 1) in ("(", "[", "<", ">", "=", "و", "ب", "ل", "ال")


def _flags(line: Line, first: int, last: int) -> tuple[str, ...]:
    start, end = line.token(first).start, line.token(last).end
    raw = line.text[start:end]
    flags = []
    if len({_system(char) for char in raw if char.isdecimal()}) > 1:
        flags.append("mixed_digits")
    hidden = any(not char.isprintable() and char not in _SPACES for char in raw)
    if hidden or _broken(line, first, last):
        flags.append("invisible")
    if line.text[end : end + 1] in _SUPERSCRIPTS:
        flags.append("superscript")
    if end - start > _LONGEST * 2:
        flags.append("long")
    return tuple(flags)


def _broken(line: Line, first: int, last: int) -> bool:
    """Whether only a character that does not show parts the number from more digits."""
    before = line.kind(first - 1) == "number" and line.touches(first)
    return before or (line.kind(last + 1) == "number" and line.touches(last + 1))


def _system(char: str) -> int:
    """The zero of the digit's system."""
    return ord(char) - int(char)


def _plain(groups: tuple[str, ...], marks: tuple[str, ...], decimal: bool) -> str | None:
    """The digits with a point where the decimals begin, or None where no reading holds."""
    if sum(map(len, groups)) > _LONGEST:
        return None
    whole, tail = _split(groups, marks, decimal)
    if not _thousands(whole):
        return None
    return "".join(whole) + (f".{tail}" if tail is not None else "")


def _split(
    groups: tuple[str, ...], marks: tuple[str, ...], decimal: bool
) -> tuple[tuple[str, ...], str | None]:
    """The groups before the decimals, and the decimals where there are any."""
    if not marks or marks[-1] in (_THOUSANDS, " "):
        return groups, None
    alone = len(marks) == 1
    last_differs = not alone and marks[-1] not in marks[:-1]
    if marks[-1] == _DECIMAL or last_differs or (alone and (decimal or not _three(groups))):
        return groups[:-1], groups[-1]
    return groups, None


def _three(groups: tuple[str, ...]) -> bool:
    return len(groups[1]) == 3 and len(groups[0]) <= 3 and not groups[0].startswith("0")


def _thousands(whole: tuple[str, ...]) -> bool:
    head, *tail = whole
    return not tail or (1 <= len(head) <= 3 and all(len(group) == 3 for group in tail))
