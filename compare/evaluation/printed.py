"""Scores as text: every miss with its words, then a line for each story and for all.

A terminal may order Arabic itself, so there each outlet's words are isolated (U+2068, U+2069).
Characters that hide or reorder are shown by their code point.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from compare.evaluation.measures import MEASURES, Miss, Score, Share, mean, rounded_down, total
from compare.terminal import drawn
from compare.view.lines import visible

_ISOLATE, _END = "\u2068", "\u2069"


def lines(scores: Sequence[Score], *, terminal: bool) -> list[str]:
    """The lines to print: what fits a terminal, with colours, or plain text in columns."""
    return drawn(_parts(scores, terminal=terminal), terminal=terminal)


def _parts(scores: Sequence[Score], *, terminal: bool) -> Iterator[RenderableType]:
    for score in scores:
        told = (*score.misses, *score.unjudged)
        yield Text.assemble((visible(score.story), "bold"), "" if told else ": nothing missed")
        if told:
            yield _misses(told, terminal=terminal)
    yield ""
    yield _shares(scores, terminal=terminal)
    unjudged = sum(len(score.unjudged) for score in scores)
    if unjudged:
        yield f"{unjudged} shown as divergent, unjudged: the gold knows none of their figures"


def _misses(misses: Sequence[Miss], *, terminal: bool) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    for column in ("kind", "fact"):
        table.add_column(column, no_wrap=True)
    table.add_column("words", overflow="fold")
    for miss in misses:
        table.add_row(f"  {miss.kind}", Text(visible(miss.fact)), _words(miss, terminal=terminal))
    return table


def _words(miss: Miss, *, terminal: bool) -> Text:
    before, after = (_ISOLATE, _END) if terminal else ("", "")
    quotes = (f"{before}{visible(q.outlet)}: {visible(q.words)}{after}" for q in miss.quotes)
    note = Text(f" ({miss.note})" if miss.note else "", style="dim")
    return Text(" | ".join(quotes)).append_text(note)


def _shares(scores: Sequence[Score], *, terminal: bool) -> Table:
    # Rich draws lines by the encoding; elsewhere than on a terminal the bytes are the same always.
    lined = box.SIMPLE_HEAD if terminal else None
    table = Table(box=lined, padding=(0, 1), pad_edge=False, show_edge=False)
    table.add_column("story", overflow="fold")
    for name in MEASURES:
        table.add_column(name, justify="right", no_wrap=True)
    for score in scores:
        table.add_row(Text(visible(score.story)), *map(_share, score.shares))
    table.add_section()
    columns = [[score.shares[at] for score in scores] for at in range(len(MEASURES))]
    table.add_row(f"mean of {len(scores)}", *(_decimals(mean(column)) for column in columns))
    table.add_row("in all", *(_share(total(column)) for column in columns))
    return table


def _share(share: Share) -> str:
    """The counts, and the share rounded down: "16/25  .640"."""
    return f"{share.hits}/{share.of} {_decimals(share.value if share.of else None)}"


def _decimals(value: Fraction | None) -> str:
    if value is None:
        return f"{'–':>5}"
    return f"{f'{rounded_down(value):.3f}'.removeprefix('0'):>5}"
