"""A fact's values on one scale: shapes to draw and labels to lay under them.

Equal values are stacked, so that no outlet hides behind another. The scale runs in the
direction of the page, and leaves room at both ends for values without an end.
"""

from collections.abc import Sequence
from decimal import Decimal

from compare.model import Reading
from compare.view.briefing import Bar, Plot, Tick
from compare.view.numbers import grouped
from compare.view.scale import Span, label_span, place, stacked

_ROW, _TIGHT = 13, 5  # pixels from one outlet to the next above it; where there are many
_HIGHEST = 160  # pixels of a plot whose outlets need not stand tight


def plot(readings: Sequence[Reading], rtl: bool) -> Plot | None:
    """The plot of a fact, or None where there are not two values to tell apart."""
    ends = sorted({end for r in readings for end in (r.low, r.high) if end is not None})
    if len(ends) < 2:
        return None
    scale = {end: place((end - ends[0]) / (ends[-1] - ends[0]), rtl) for end in ends}
    marks = [(r, _span(r, scale, rtl)) for r in readings if (r.low, r.high) != (None, None)]
    spans = [(reading, span) for reading, span in marks for _ in reading.outlets]
    rows = stacked(span for _, span in spans)
    step = max(_TIGHT, min(_ROW, _HIGHEST // (max(rows) + 1)))
    axis = max(rows) * step + _ROW + 4
    tick_rows = stacked(label_span(scale[end], grouped(end)) for end in ends)
    return Plot(
        height=axis + 6,
        axis=axis,
        foot=axis + 5,
        bars=tuple(
            _bar(reading, span, axis - step * row - _ROW + 4, rtl)
            for (reading, span), row in zip(spans, rows, strict=True)
        ),
        ticks=tuple(
            Tick(x=scale[end], row=row, text=grouped(end))
            for end, row in zip(ends, tick_rows, strict=True)
        ),
        rows=max(tick_rows) + 1,
    )


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
