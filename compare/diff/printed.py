"""A diff as text: for a terminal with colours, for a pipe without.

Numbers, names and the articles' words are isolated (U+2066, U+2067, U+2069) wherever the text
goes: a sign or a bracket would change its side in a line of Arabic. What is new is marked "+",
what is gone "-", what stays with changes "~".
"""

from collections.abc import Iterator

from rich.text import Text

from compare.diff.sheet_records import Entry, Row, Sheet
from compare.terminal import END, ISOLATES, indented
from compare.view.records import Line, Run

_SIGNS = {"new": ("+ ", "green"), "gone": ("- ", "red"), "changed": ("~ ", "yellow"), "": ("", "")}


def lines(sheet: Sheet, *, terminal: bool) -> list[str]:
    """The lines to print: what fits a terminal, with colours, or plain text."""
    return indented(_rows(sheet), terminal=terminal)


def plain(line: Line) -> str:
    """A line as plain text, isolated where it must be."""
    return "".join(ISOLATES[run.dir] + run.text + (END if run.dir else "") for run in line)


def entry_lines(entry: Entry) -> Iterator[str]:
    """The rows of an entry as plain text."""
    for row in entry.rows:
        yield _SIGNS[row.slug][0] + plain(row.line)
        yield from (f"  {plain(note)}" for note in row.notes)


def _rows(sheet: Sheet) -> Iterator[tuple[int, Text]]:
    yield 0, Text(f"{sheet.name}: {ISOLATES[sheet.title.dir]}{sheet.title.text}{END}", "bold")
    yield 0, _words(sheet.answer)
    for warning in sheet.warnings:
        yield 0, _words(warning, "yellow")
    for part in sheet.parts:
        yield 0, Text("")
        yield 0, Text(part.name, "bold underline")
        for entry in part.entries:
            yield from _entry(entry)
        if part.more:
            yield 2, _words(part.more)


def _entry(entry: Entry) -> Iterator[tuple[int, Text]]:
    verdict = f" · {entry.verdict.name}" if entry.verdict else ""
    yield 2, Text.assemble(_words(entry.title, "bold"), verdict)
    for row in entry.rows:
        yield from _row(row)


def _row(row: Row) -> Iterator[tuple[int, Text]]:
    sign, colour = _SIGNS[row.slug]
    yield 4, Text.assemble((sign, colour), _words(row.line, colour))
    yield from ((6 + len(sign) // 2, _words(note, "dim")) for note in row.notes)


def _words(line: Line, style: str = "") -> Text:
    return Text.assemble(*(_run(run) for run in line), style=style)


def _run(run: Run) -> Text:
    style = "bold" if run.role in ("only", "number") else ""
    end = END if run.dir else ""
    return Text.assemble(ISOLATES[run.dir], (run.text, style), end)
