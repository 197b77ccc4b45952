"""An explanation as text: a line a row, indented; a figure that is meant in brackets.

Numbers, names and the articles' words are isolated (U+2066, U+2067, U+2069) wherever the text
goes: a sign or a bracket would change its side in a line of Arabic. On a terminal headings are
bold, and lines are folded under their own beginning.
"""

from collections.abc import Iterator

from rich.text import Text

from compare.explain.records import Explanation, Part
from compare.terminal import END, ISOLATES, indented
from compare.view.records import Line, Run

_STEP = 2


def lines(explanation: Explanation, *, terminal: bool) -> list[str]:
    """The lines to print: what fits a terminal, with colours, or plain text."""
    return indented(_rows(explanation), terminal=terminal)


def _rows(explanation: Explanation) -> Iterator[tuple[int, Text]]:
    yield 0, _words(explanation.title, "bold")
    if explanation.note:
        yield 0, _words(explanation.note, "yellow")
    for part in explanation.parts:
        yield 0, Text("")
        yield from _part(part)


def _part(part: Part) -> Iterator[tuple[int, Text]]:
    if part.heading:
        yield 0, _words(part.heading, "bold")
    for row in part.rows:
        yield _STEP * (row.depth + bool(part.heading)), _words(row.line)


def _words(line: Line, style: str = "") -> Text:
    return Text.assemble(*(_run(run) for run in line), style=style)


def _run(run: Run) -> Text:
    shown = f"[{run.text}]" if run.role == "mark" else run.text
    style = "bold reverse" if run.role == "mark" else ""
    end = END if run.dir else ""
    return Text.assemble(ISOLATES[run.dir], (shown, style), end)
