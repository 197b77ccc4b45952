"""Frames → CSV that a spreadsheet opens and runs nothing of."""

import unicodedata
from collections.abc import Iterable

import pandas as pd

from compare.model import Report
from compare.tables import rows

TEXT = (
    "figure", "article", "outlet", "published", "sentence", "raw", "kind", "relation", "unit",
    "counted", "predicate", "scope", "sources", "as_of", "fact", "label", "verdict", "rule",
    "compared", "reason",
)  # fmt: skip
"""The columns that hold text, which a spreadsheet must not take for a formula."""

_FORMULA = tuple("=+-@＝＋－＠")


def figures_csv(report: Report) -> bytes:
    """`figures` as CSV: UTF-8 with the mark that Excel needs, and no cell that it would run."""
    return _csv(rows.figures(report), TEXT)


def naming_csv(report: Report) -> bytes:
    """`naming` as CSV, as safe to open as `figures_csv`."""
    return _csv(rows.naming(report), ("concept", "name", "outlet", "mentions"))


def inert(cell: str) -> str:
    """`cell`, behind an apostrophe where a spreadsheet would take it for a formula.

    CSV has no types and quotes do not help: the apostrophe is what spreadsheets themselves put
    before text. It changes the cell, and is put nowhere else.
    """
    return f"'{cell}" if runs(cell) else cell


def runs(cell: str) -> bool:
    """Whether a spreadsheet would take `cell` for a formula if it were typed in."""
    seen = "".join(char for char in cell if unicodedata.category(char) not in ("Cf", "Zs"))
    return seen[:1] in ("\t", "\r", "\n") or seen.strip()[:1] in _FORMULA


def _csv(frame: pd.DataFrame, text: Iterable[str]) -> bytes:
    for column in text:
        frame[column] = frame[column].map(inert)
    return frame.to_csv(index=False, lineterminator="\n").encode("utf-8-sig")
