"""Where "between" asks for two ends, the words that would add up to one number are two."""

from compare.figures.line import Line, masked
from compare.figures.span import Numeral
from compare.figures.words import read_numeral

_LONGEST = 16
"""Words; the two ends have no more."""


def first_end(line: Line, numeral: Numeral) -> Numeral:
    """The lower end where "between" stands before a number in words, else the number as it is.

    Of the ways to part the words, the latest holds by which both are numbers and the first is
    the lower ("بين مئة وخمسين ومئتين" is 150 and 200, "بين خمسين ومئة" 50 and 100).
    """
    between = line.match(numeral.first - 1, "between") == (numeral.first - 1, "between")
    if numeral.written != "words" or not between:
        return numeral
    last = _end_of_run(line, numeral)
    for at in range(last, numeral.first, -1):
        left = _parted(line, numeral.first, at, last)
        if left is not None:
            return left
    return numeral


def _end_of_run(line: Line, numeral: Numeral) -> int:
    last = numeral.last
    while last - numeral.first < _LONGEST and (at := line.joined(last + 1)) is not None:
        behind = read_numeral(line, at) if line.number(at) is not None else None
        if behind is None:
            break
        last = behind.last
    return last


def _parted(line: Line, first: int, at: int, last: int) -> Numeral | None:
    """The number before token `at`, where "and" begins a greater one there that ends at `last`."""
    joined = line.joined(at)
    right = read_numeral(line, joined) if joined is not None else None
    if right is None or right.last != last:
        return None
    left = read_numeral(masked(line, set(range(at, last + 1))), first)
    return left if left is not None and left.last == at - 1 and left.value < right.value else None
