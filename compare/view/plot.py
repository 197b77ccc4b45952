"""A fact's values on one scale: shapes to draw and labels to lay under them.

Equal values are stacked, so that no outlet hides behind another. The scale runs in the
direction of the page, and leaves room at both ends for values without an end.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from compare.model import Reading
from compare.view.numbers import grouped
from compare.view.records import Bar, Plot, Tick

_EDGE = 12  # percent of the width kept free at each end
_ROW = 13  # pixels from one outlet to the next above it
_GAP = 3  # percent that must lie between two marks in one row
_CHARACTER = 3  # percent of the width that a label's character takes, at the narrowest

Span = tuple[int, int]


def plot(readings: Sequence[Reading], rtl: bool) -> Plot | None:
    """The plot of a fact, or None where there are not two values to tell apart."""
    ends = sorted({end for r in readings for end in (r.low, r.high) if end is not None})
    if len(ends) < 2:
        return None
    scale = {end: _place(end, ends[0], ends[-1], rtl) for end in ends}
    marks = [(r, _span(r, scale, rtl)) for r in readings if (r.low, r.high) != (None, None)]
    spans = [(reading, span) for reading, span in marks for _ in reading.outlets]
    rows = _rows(span for _, span in spans)
    axis = (max(rows) + 1) * _ROW + 4
    tick_rows = _rows(_label_span(scale[end], grouped(end)) for end in ends)
    return Plot(
        height=axis + 6,
        axis=axis,
        foot=axis + 5,
        bars=tuple(
            _bar(reading, span, axis - _ROW * (row + 1) + 4, rtl)
            for (reading, span), row in zip(spans, rows, strict=True)
        ),
        ticks=tuple(
            Tick(x=scale[end], row=row, text=grouped(end))
            for end, row in zip(ends, tick_rows, strict=True)
        ),
        rows=max(tick_rows) + 1,
    )


def _place(value: Decimal, least: Decimal, most: Decimal, rtl: bool) -> int:
    share = round((value - least) / (most - least) * (100 - 2 * _EDGE))
    return 100 - _EDGE - share if rtl else _EDGE + share


def _span(reading: Reading, scale: dict[Decimal, int], rtl: bool) -> Span:
    low_edge, high_edge = (100, 0) if rtl else (0, 100)
    low = low_edge if reading.low is None else scale[reading.low]
    high = high_edge if reading.high is None else scale[reading.high]
    return min(low, high), max(low, high)


def _bar(reading: Reading, span: Span, y: int, rtl: bool) -> Bar:
    open_low, open_high = reading.low is None, reading.high is None
    return Bar(
        left=span[0],
        right=span[1],
        y=y,
        point=span[0] == span[1],
        open_left=open_high if rtl else open_low,
        open_right=open_low if rtl else open_high,
    )


def _label_span(x: int, label: str) -> Span:
    half = (len(label) * _CHARACTER + 1) // 2
    return x - half, x + half


def _rows(spans: Iterable[Span]) -> list[int]:
    """For each span the first row in which it touches none before it."""
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
