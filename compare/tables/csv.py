"""Frames → CSV that a spreadsheet opens and runs nothing of."""

import csv
import re
import unicodedata
from collections.abc import Iterable
from types import SimpleNamespace

import pandas as pd

from compare.model import Report
from compare.tables import rows
from compare.text import INVISIBLE

TEXT = (
    "figure", "article", "outlet", "published", "sentence", "raw", "kind", "relation", "unit",
    "counted", "predicate", "scope", "sources", "as_of", "fact", "label", "verdict", "rule",
    "compared", "reason",
)  # fmt: skip
"""The columns that hold text, which a spreadsheet must not take for a formula."""

_FORMULA = tuple("=+-@＝＋－＠")
_WITHIN = re.compile(rf"([;\t\r\n][\s\"{INVISIBLE}]*)(?=[{re.escape(''.join(_FORMULA))}])")
_ROW_END = "\r\n"  # the writer quotes what holds a character of it


def figures_csv(report: Report) -> bytes:
    """`figures` as CSV: UTF-8 with the mark that Excel needs, and no cell that it would run."""
    return _csv(rows.figures(report), TEXT)


def naming_csv(report: Report) -> bytes:
    """`naming` as CSV, as safe to open as `figures_csv`."""
    return _csv(rows.naming(report), ("concept", "name", "outlet", "mentions"))


def inert(cell: str) -> str:
    """`cell`, behind an apostrophe where a spreadsheet would take it for a formula.

    CSV has no types and quotes do not help: the apostrophe is what spreadsheets themselves put
    before text. It changes the cell, and is put nowhere else. Some spreadsheets cut at semicolons
    or tabulators instead of commas, wherever quotes stand: what follows one would be a cell there.
    """
    within = _WITHIN.sub(r"\1'", cell)
    return f"'{within}" if runs(cell) else within


def runs(cell: str) -> bool:
    """Whether a spreadsheet would take `cell` for a formula if it were typed in."""
    seen = "".join(char for char in cell if unicodedata.category(char) not in ("Cf", "Zs"))
    return seen[:1] in ("\t", "\r", "\n") or seen.strip()[:1] in _FORMULA


def encoded(rows: Iterable[Iterable[object]]) -> bytes:
    """Rows as CSV in UTF-8 with the mark that Excel needs, a line feed behind each."""
    lines: list[str] = []
    sink = SimpleNamespace(write=lambda line: lines.append(line.removesuffix(_ROW_END) + "\n"))
    csv.writer(sink, lineterminator=_ROW_END).writerows(rows)
    return "".join(lines).encode("utf-8-sig")


def _csv(frame: pd.DataFrame, text: Iterable[str]) -> bytes:
    for column in text:
        frame[column] = frame[column].map(inert)
    return encoded([frame.columns, *frame.itertuples(index=False)])
