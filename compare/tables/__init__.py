"""Report → pandas frames, and the files that spreadsheets open."""

from compare.tables.csv import TEXT, encoded, figures_csv, inert, naming_csv
from compare.tables.rows import figures, naming
from compare.tables.xlsx import facts_xlsx

__all__ = [
    "TEXT",
    "encoded",
    "facts_xlsx",
    "figures",
    "figures_csv",
    "inert",
    "naming",
    "naming_csv",
]
