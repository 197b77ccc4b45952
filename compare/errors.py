"""The one error that the program raises on purpose."""

import unicodedata
from pathlib import Path


class TabayunError(Exception):
    """Something the user can mend: what is wrong, where, and the way out.

    `slug` names the trouble for other programs (kebab-case, stable); `path` and `line`
    say where it is; `hint` is the way out. `str()` gives it all on one line.
    """

    def __init__(
        self,
        slug: str,
        message: str,
        *,
        path: Path | str | None = None,
        line: int | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.slug = slug
        self.message = message
        self.path = path
        self.line = line
        self.hint = hint

    def __str__(self) -> str:
        where = [str(self.path)] if self.path is not None else []
        where += [str(self.line)] if self.line is not None else []
        head = ":".join(where) + ": " if where else ""
        tail = f" ({self.hint})" if self.hint else ""
        return one_line(f"{head}{self.message}{tail}")


def one_line(said: str) -> str:
    """`said` on one line that a terminal shows and does not obey: controls as "[U+001B]"."""
    return "".join(map(_shown, " ".join(said.split())))


def _shown(char: str) -> str:
    # "Cf" are the characters that hide and those that turn the direction of what follows.
    return f"[U+{ord(char):04X}]" if unicodedata.category(char) in ("Cc", "Cf") else char
