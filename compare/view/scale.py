"""Places on a scale as wide as the page, in percent: where a share lies, and what does not touch.

A scale runs in the direction of the page, and leaves room at both ends.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

_EDGE = 12  # percent of the width kept free at each end
_GAP = 3  # percent that must lie between two marks in one row
_CHARACTER = 3  # percent of the width that a label's character takes, at the narrowest

Span = tuple[int, int]


def place(share: Decimal | float, rtl: bool) -> int:
    """Where a share of the scale, 0 to 1, lies."""
    along = round(share * (100 - 2 * _EDGE))
    return 100 - _EDGE - along if rtl else _EDGE + along


def label_span(x: int, label: str) -> Span:
    """What a label that is centred on `x` may take up."""
    half = (len(label) * _CHARACTER + 1) // 2
    return x - half, x + half


def stacked(spans: Iterable[Span]) -> list[int]:
    """For each span the first row, from 0, in which it touches none before it."""
    taken: list[list[Span]] = []
    rows = []
    for span in spans:
        row = next((i for i, row in enumerate(taken) if _free(row, span)), len(taken))
        if row == len(taken):
            taken.append([])
        taken[row].append(span)
        rows.append(row)
    return rows


def _free(row: Sequence[Span], span: Span) -> bool:
    return all(span[1] + _GAP <= left or right + _GAP <= span[0] for left, right in row)
