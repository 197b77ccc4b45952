"""Numbers written in digits: the run of tokens, the sign, and what is deceptive in them."""

import re
import unicodedata

from compare.figures.grouping import LONGEST, Digits, plain
from compare.figures.line import Line
from compare.figures.vocabulary import VULGAR

_MARKS = {",", ".", "،", "٬", "٫", "'", "’"}
_ODD_MARKS = frozenset("·∙⋅˙⸱‘`´‚、")
"""Marks that part thousands or decimals elsewhere: who meant one number, none can say."""
_LETTER = "ر"
_LONGEST_DECIMALS = 3
"""Digits behind an Arabic comma; more of them are another number ("1958،1962")."""
_MOST_GROUPS = 9
"""More groups than any number has; a longer run is a list."""
_NUMERALS = ("No", "Nl")
"""The categories of numerals that are no digits: raised, in circles, Roman, fractions."""
_SPACES = frozenset(
    " \u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_ONE_SYSTEM = re.compile(r"-?(?:[0-9][0-9.,]*|[٠-٩][٠-٩٫٬]*)")


def read_digits(line: Line, i: int) -> Digits | None:
    """The number in digits at token i, with its groups, or None where no digit stands."""
    if i not in line.digits:
        line.digits[i] = _read(line, i)
    return line.digits[i]


def _read(line: Line, i: int) -> Digits | None:
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
    if not marks and (behind := _lettered(line, at)) is not None:
        digits = _signed(line, i, behind, (line.norm(behind), *groups), (_LETTER,))
        return digits._replace(flags=(*digits.flags, "reversed"))
    if leading:
        groups, marks = ["0", *groups], ["٫", *marks]
    groups, marks, last = _sensible(groups, marks, last)
    return _signed(line, i, last, tuple(groups), tuple(marks))


def _lettered(line: Line, i: int) -> int | None:
    """The whole part behind a letter that parts the decimals: agencies write 1.3 as "3ر1"."""
    letter = line.norm(i + 1) == _LETTER and line.touches(i + 1) and line.touches(i + 2)
    return i + 2 if letter and line.kind(i + 2) == "number" else None


def _begins(line: Line, i: int) -> bool:
    """Whether a new word begins at i: what stands before is a gap or an opening mark."""
    return not line.touches(i) or line.norm(i - 1) in ("(", "[", "-", "−", '"', "«")


def _next_group(line: Line, last: int) -> tuple[str, int] | None:
    long_list = line.norm(last + 1) == "،" and len(line.norm(last + 2)) > _LONGEST_DECIMALS
    if long_list:
        return None
    if line.norm(last + 1) in _MARKS and line.touches(last + 1) and line.touches(last + 2):
        return (line.norm(last + 1), last + 2) if line.kind(last + 2) == "number" else None
    if line.kind(last + 1) == "number" and _thin_gap(line, last):
        return (" ", last + 1)
    return None


def _thin_gap(line: Line, last: int) -> bool:
    """Whether one space parts a group from three digits that end there: 35 903."""
    before, after = line.norm(last), line.norm(last + 1)
    gap = line.text[line.end(last) : line.start(last + 1)]
    return (
        gap in _SPACES
        and len(before) <= 3
        and len(after) == 3
        and not before.startswith("0")
        and line.raw(last).isascii() == line.raw(last + 1).isascii()
    )


def _sensible(groups: list[str], marks: list[str], last: int) -> tuple[list[str], list[str], int]:
    """Cut a run with spaces where it stops being thousands ("2019 300" is two numbers)."""
    while marks and " " in marks and plain(tuple(groups), tuple(marks), False) is None:
        last -= 1 if marks[-1] == " " else 2
        groups, marks = groups[:-1], marks[:-1]
    return groups, marks, last


def _signed(
    line: Line, i: int, last: int, groups: tuple[str, ...], marks: tuple[str, ...]
) -> Digits:
    negative = line.norm(i - 1) in ("-", "−") and line.touches(i) and _opens(line, i - 1)
    first = i - 1 if negative else i
    flags = _flags(line, first, last)
    return Digits(first, last, line.start(first), groups, marks, negative, flags)


def _opens(line: Line, i: int) -> bool:
    """Whether the minus at i can be a sign: nothing written leans on it from before."""
    return not line.touches(i) or line.norm(i - 1) in ("(", "[", "<", ">", "=", "و", "ب", "ل", "ال")


def _flags(line: Line, first: int, last: int) -> tuple[str, ...]:
    start, end = line.start(first), line.end(last)
    flags = _deceptive(line.text[start:end])
    if _broken(line, first, last):
        flags.append("invisible")
    if _oddly_parted(line.text, start, end):
        flags.append("separator")
    if _numeral(line.text[end : end + 1]):
        flags.append("superscript")
    if end - start > LONGEST * 2:
        flags.append("long")
    return tuple(flags)


def _oddly_parted(text: str, start: int, end: int) -> bool:
    """Whether an odd mark alone parts the digits `text[start:end]` from others."""
    before, behind = text[max(0, start - 2) : start], text[end : end + 2]
    return any(
        len(pair) == 2 and pair[1] in _ODD_MARKS and pair[0].isdecimal()
        for pair in (before, behind[::-1])
    )


def _numeral(char: str) -> bool:
    """Whether a character is a numeral that is read with no number."""
    return char != "" and unicodedata.category(char) in _NUMERALS and char not in VULGAR


def _deceptive(raw: str) -> list[str]:
    """What is odd in the digits of a number."""
    if _ONE_SYSTEM.fullmatch(raw):
        return []
    flags = []
    if len({_system(char) for char in raw if char.isdecimal()}) > 1:
        flags.append("mixed_digits")
    return flags


def _broken(line: Line, first: int, last: int) -> bool:
    """Whether only characters that do not show, or lie on others, part it from more digits."""
    return _more_digits(line, first, -1) or _more_digits(line, last, 1)


def _more_digits(line: Line, i: int, step: int) -> bool:
    while line.touches(i + (step > 0)):
        i += step
        if line.kind(i) != "mark" or unicodedata.category(line.norm(i)[0])[0] not in "CM":
            return line.kind(i) == "number"
    return False


def _system(char: str) -> int:
    """The zero of the digit's system."""
    return ord(char) - int(char)
