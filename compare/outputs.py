"""A report's files in their folder: report.json, and what is rendered from it."""

from pathlib import Path
from typing import NamedTuple

from compare import codec, files, render
from compare.errors import TabayunError
from compare.model import Report
from compare.view import Digits


class Written(NamedTuple):
    """The names of what was written, and what kept the rest from being made, if anything."""

    names: tuple[str, ...]
    trouble: TabayunError | None


def write(report: Report, folder: Path, locale: str, digits: Digits) -> Written:
    """Write all outputs of a report into `folder`, in place of those of an earlier run.

    Where the PDF cannot be finished, the others are written all the same, and an earlier one goes:
    it would be of another report. Raises `TabayunError` where nothing was written.
    """
    made = {"report.json": codec.encode(report)}
    try:
        made |= render.render(report, locale, digits)
    except render.IncompleteError as error:
        made |= error.files
        files.write_all(folder, made, gone=(render.PDF,))
        return Written(tuple(sorted(made)), error)
    files.write_all(folder, made)
    return Written(tuple(sorted(made)), None)
