"""Figures as a table on a terminal.

A terminal that orders Arabic itself would carry the letters of one cell into the next, so each
cell of the article's own words is isolated (U+2068, U+2069), and characters that hide or reorder
are shown by their code point.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from rich import box
from rich.table import Table
from rich.text import Text

from compare.model import Figure, Relation
from compare.view.lines import visible
from compare.view.numbers import grouped

_SIGNS: dict[Relation, str] = {
    "about": "≈ ", "over": "> ", "at_least": "≥ ", "under": "< ", "at_most": "≤ ", "vague": "vague",
}  # fmt: skip
_AROUND = 48
"""How many characters of the text are shown on each side of a figure."""
_ISOLATE, _END = "\u2068", "\u2069"


class Listed(NamedTuple):
    """A text by its name, and its figures."""

    name: str
    text: str
    figures: Sequence[Figure]


def table(found: Sequence[Listed]) -> Table:
    """One row a figure: its text's name where there are several, line, words, value, kind."""
    named = len(found) > 1
    made = Table(box=box.SIMPLE_HEAD, padding=(0, 1), pad_edge=False)
    for header in ("text", "line", "figure", "value", "kind", "sentence")[not named :]:
        made.add_column(
            header, justify="right" if header == "line" else "left", overflow="fold",
            ratio=1 if header == "sentence" else None, no_wrap=header in ("line", "kind"),
        )  # fmt: skip
    for listed in found:
        for row in _rows(listed):
            made.add_row(*([_isolated(Text(visible(listed.name))), *row] if named else row))
    return made


def summary(found: Sequence[Listed]) -> str:
    """How many figures there are, and in how many texts."""
    count = sum(len(listed.figures) for listed in found)
    figures = "1 figure" if count == 1 else f"{count or 'no'} figures"
    return figures if len(found) == 1 else f"{figures} in {len(found)} texts"


def _rows(listed: Listed) -> Iterable[tuple[Text, ...]]:
    line, counted = 1, 0
    for figure in listed.figures:
        line += listed.text.count("\n", counted, figure.start)
        counted = figure.start
        kind = Text(figure.kind)
        if figure.flags:
            kind.append("\n" + "\n".join(figure.flags), style="yellow")
        yield (
            Text(str(line), style="dim"),
            _isolated(Text(visible(figure.raw), style="bold")),
            Text(value(figure)),
            kind,
            _isolated(_sentence(listed.text, figure)),
        )


def value(figure: Figure) -> str:
    """What a figure states, in ASCII: its bound, its ends in groups of three, its unit."""
    ends: Iterable[Decimal | None] = dict.fromkeys((figure.low, figure.high))
    digits = "–".join(grouped(end) for end in ends if end is not None)
    unit = "%" if figure.unit == "percent" else figure.unit or ""
    return f"{_SIGNS.get(figure.relation, '')}{digits} {unit}".strip()


def _sentence(text: str, figure: Figure) -> Text:
    """The words around a figure on its line of the text, the figure marked."""
    before = text[max(0, figure.start - 2 * _AROUND) : figure.start].rpartition("\n")[2]
    behind = text[figure.end : figure.end + 2 * _AROUND].partition("\n")[0]
    shown = Text(_last_words(visible(before)))
    shown.append(visible(figure.raw), style="bold reverse")
    shown.append(_first_words(visible(behind)))
    return shown


def _first_words(words: str) -> str:
    if len(words) <= _AROUND:
        return words
    return words[:_AROUND].rpartition(" ")[0] + "…"


def _last_words(words: str) -> str:
    if len(words) <= _AROUND:
        return words
    return "…" + words[-_AROUND:].partition(" ")[2]


def _isolated(words: Text) -> Text:
    return Text.assemble(_ISOLATE, words, _END)
