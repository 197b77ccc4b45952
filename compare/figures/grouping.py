"""Groups of digits, and the number that they make with the marks between them.

How a separator is read, in this order:

1. `٫` parts decimals, always, and `٬` thousands; one `٬` before other than three digits is a
   misprint for decimals (١٬٢), with the flag "separator".
2. Of two different separators the last is the decimal one, the others part thousands.
3. One separator that stands twice or more parts thousands.
4. The letter ر between two runs parts decimals as some agencies set them, the whole behind
   them ("3ر1" is 1.3); three digits before it are thousands. The figure carries "reversed".
5. An Arabic comma without a space is read as one of the others, where three digits follow at
   most. It may part two numbers (المادتان 5،6): what counts nothing carries "separator".
6. One separator, once: decimals, unless exactly three digits follow and one to three, not
   beginning with 0, stand before it. That is ambiguous: it parts thousands (35.903, 35,903),
   but behind a point before a scale word (1.335 مليار) or before a percent sign, decimals.
   The figure carries the flag "separator", unless it counts what comes in wholes (people).
"""

from decimal import Decimal
from typing import NamedTuple

_THOUSANDS, _DECIMAL = "٬", "٫"
LONGEST = 24
"""More digits than any number in the news has."""


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
        if self.marks == (_THOUSANDS,):
            return not _three(self.groups)
        return (
            len(self.marks) == 1
            and self.marks[0] not in (_THOUSANDS, _DECIMAL, " ")
            and len(tail[0]) == 3
            and 1 <= len(head) <= 3
            and not head.startswith("0")
        )

    def value(self, decimal: bool = False) -> Decimal | None:
        """The number, an ambiguous mark read as decimal where `decimal`; None where it is none."""
        text = plain(self.groups, self.marks, decimal and self.ambiguous)
        return None if text is None else Decimal(f"-{text}" if self.negative else text)


def plain(groups: tuple[str, ...], marks: tuple[str, ...], decimal: bool) -> str | None:
    """The digits with a point where the decimals begin, or None where no reading holds."""
    if sum(map(len, groups)) > LONGEST:
        return None
    whole, tail = _split(groups, marks, decimal)
    if not _thousands(whole):
        return None
    return "".join(whole) + (f".{tail}" if tail is not None else "")


def _split(
    groups: tuple[str, ...], marks: tuple[str, ...], decimal: bool
) -> tuple[tuple[str, ...], str | None]:
    """The groups before the decimals, and the decimals where there are any."""
    alone = len(marks) == 1
    misprint = alone and marks[0] == _THOUSANDS and not _three(groups)
    if not marks or (marks[-1] in (_THOUSANDS, " ") and not misprint):
        return groups, None
    last_differs = not alone and marks[-1] not in marks[:-1]
    if marks[-1] == _DECIMAL or last_differs or (alone and (decimal or not _three(groups))):
        return groups[:-1], groups[-1]
    return groups, None


def _three(groups: tuple[str, ...]) -> bool:
    return len(groups[1]) == 3 and len(groups[0]) <= 3 and not groups[0].startswith("0")


def _thousands(whole: tuple[str, ...]) -> bool:
    head, *tail = whole
    return not tail or (1 <= len(head) <= 3 and all(len(group) == 3 for group in tail))
