"""Frames → `facts.xlsx`, for spreadsheets. The same frames give the same bytes.

Articles are untrusted text: each cell of theirs is written as text, whatever it looks like.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any, NamedTuple

import pandas as pd

from compare.model import Report
from compare.tables.csv import runs
from compare.tables.sheets import Cell, sheets
from compare.view.labels import Labels, label, load
from compare.view.lines import visible

LONGEST = 32_767
"""UTF-16 units that a cell takes."""

_CREATED = datetime(1980, 1, 1, tzinfo=UTC)  # that of the files in the archive
_DIGITS = 15  # significant digits that a double gives back as they were
_NARROW, _WIDE = 8, 60  # characters
_FILTER = 4  # characters that the arrow of a filter takes
_CUT = "…"
_WHOLE_SHEET = "A1:XFD1048576"


class _Formats(NamedTuple):
    head: Any
    plain: Any
    day: Any
    whole: Any
    quoted: Any


def facts_xlsx(report: Report, locale: str) -> bytes:
    """The sheets facts, readings, figures and sources; right to left where the locale is."""
    # Late: no other command needs it.
    import xlsxwriter

    labels, stream = load(locale), BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties(
        {"title": visible(report.story.title), "author": "Tabayun", "created": _CREATED}
    )
    formats = _Formats(
        head=book.add_format({"bold": True, "bottom": 1}),
        plain=book.add_format(),
        day=book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
        whole=book.add_format({"num_format": "#,##0"}),
        quoted=book.add_format({"quote_prefix": True}),
    )
    for name, frame in sheets(report, labels).items():
        _fill(book.add_worksheet(name), frame, formats, labels)
    book.close()
    return stream.getvalue()


def _fill(sheet: Any, frame: pd.DataFrame, formats: _Formats, labels: Labels) -> None:
    if labels.table["page"]["dir"] == "rtl":
        sheet.right_to_left()
    sheet.freeze_panes(1, 0)
    sheet.ignore_errors({"number_stored_as_text": _WHOLE_SHEET})  # "251", as an article prints it
    sheet.autofilter(0, 0, len(frame), len(frame.columns) - 1)
    for number, column in enumerate(frame.columns):
        header, cells = label(labels, "sheet", column), list(frame[column])
        _write_text(sheet, (0, number), header, formats.head)
        for row, cell in enumerate(cells, 1):
            _write(sheet, (row, number), cell, formats)
        sheet.set_column(number, number, _width(header, cells))


def _write(sheet: Any, place: tuple[int, int], cell: Cell, formats: _Formats) -> None:
    if isinstance(cell, date):
        sheet.write_datetime(*place, cell, formats.day)
    elif isinstance(cell, Decimal) and is_exact(cell):
        sheet.write_number(
            *place, float(cell), formats.whole if cell == int(cell) else formats.plain
        )
    elif isinstance(cell, int):
        sheet.write_number(*place, cell)
    elif said := fitting(str(cell)):
        # Without its mark, a formula that is text would run once somebody edits the cell.
        _write_text(sheet, place, said, formats.quoted if runs(said) else formats.plain)


def _write_text(sheet: Any, place: tuple[int, int], said: str, form: Any) -> None:
    """Write text as it is; what the writer would take for markup of its own, in two pieces."""
    if said.startswith("<r>") and said.endswith("</r>"):
        sheet.write_rich_string(*place, said[0], form, said[1:], form)
    else:
        sheet.write_string(*place, said, form)


def is_exact(number: Decimal) -> bool:
    """Whether a spreadsheet's double holds `number`, digit by digit."""
    if not number.is_finite():
        return False
    digits = "".join(map(str, number.as_tuple().digits)).strip("0")
    return len(digits) <= _DIGITS and Decimal(repr(float(number))) == number


def fitting(text: str) -> str:
    """`text` as a cell takes it: on one line, what hides made visible, cut with a mark."""
    shown = visible(text)
    units = shown.encode("utf-16-le")
    if len(units) <= 2 * LONGEST:
        return shown
    return units[: 2 * (LONGEST - len(_CUT))].decode("utf-16-le", "ignore") + _CUT


def _width(header: str, cells: Iterable[Cell]) -> int:
    longest = max((len(str(cell)) for cell in cells), default=0)
    return min(_WIDE, max(_NARROW, len(header) + _FILTER, longest + 1))
