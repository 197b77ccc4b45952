"""Text as lines to print: fitted to a terminal and coloured, or plain and unbroken elsewhere."""

from collections.abc import Iterable
from io import StringIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

ISOLATES = {"": "", "ltr": "\u2066", "rtl": "\u2067"}
"""What begins words of each direction: a sign or a bracket would change its side in Arabic."""
END = "\u2069"
"""What ends isolated words."""
_UNBROKEN = 1_000_000
"""Columns where there is no terminal: a row is one line, however long."""


def drawn(parts: Iterable[RenderableType], *, terminal: bool) -> list[str]:
    """The lines of parts, one under the other."""
    # Into a text of its own: a console flushes what it stands for, which may be full or gone.
    made = StringIO()
    console = Console(
        file=made,
        highlight=False,
        legacy_windows=False,
        force_terminal=terminal,
        color_system="auto" if terminal else None,
        width=None if terminal else _UNBROKEN,
    )
    for part in parts:
        console.print(part)
    return [line.rstrip() for line in made.getvalue().split("\n")[:-1]]


def indented(rows: Iterable[tuple[int, Text]], *, terminal: bool) -> list[str]:
    """The lines of rows, each folded under its own beginning, so many columns in."""
    padded = (
        Padding(words, (0, 0, 0, indent), expand=False) if words else "" for indent, words in rows
    )
    return drawn(padded, terminal=terminal)
