"""`readings.tsv`: what a careful reader found in a story's articles, checked row by row.

A row is one reading that an article gives for a fact; `docs/gold.md` says its columns.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from compare.errors import TabayunError
from compare.evaluation.quotes import article_of
from compare.ingest import plain
from compare.model import Article

COLUMNS = ("fact", "kind", "verdict", "outlet", "value", "start", "end", "quote")
"""Those that must be there; `qualifier` is read, any other is left alone."""
KINDS = ("quantity", "trap")
VERDICTS = (
    "agree", "agreed", "compatible", "diverge", "divergent", "updated", "single",
    "not_comparable", "open",
)  # fmt: skip
_VAGUE = "vague"
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


class Row(NamedTuple):
    """A reading, or a number that is none: whose it is, and where it stands, in code points.

    `values` are its numbers; a quantity without any is vague (tens, some), and is not looked for.
    """

    line: int
    fact: str
    kind: str
    verdict: str
    outlet: str
    article: str
    values: tuple[Decimal, ...]
    start: int
    end: int
    quote: str


class Gold(NamedTuple):
    """The rows of a `readings.tsv`, and the SHA-256 of its bytes."""

    rows: tuple[Row, ...]
    sha256: str


class _Line(NamedTuple):
    path: Path
    number: int
    cells: Mapping[str, str]

    def error(self, slug: str, message: str, hint: str) -> TabayunError:
        return TabayunError(slug, message, path=self.path, line=self.number, hint=hint)


def read(path: Path, articles: Sequence[Article]) -> Gold:
    """Read the gold of the story that has `articles`. Raises the first `TabayunError` in it."""
    if not path.exists():
        hint = f"write one with the columns {', '.join(COLUMNS)}"
        raise TabayunError("no-gold", f"no {path.name} in this folder", path=path.parent, hint=hint)
    data = plain.read(path)
    lines = _lines(plain.strip_bom(plain.decode(data, path)), path)
    rows = tuple(_row(line, articles) for line in lines)
    _refuse_twins(rows, path)
    _refuse_two_verdicts(rows, path)
    return Gold(rows, hashlib.sha256(data).hexdigest())


def _lines(text: str, path: Path) -> Iterator[_Line]:
    """Each line that holds something, by the names of the columns."""
    first, *rest = (line.removesuffix("\r") for line in text.split("\n"))
    names = [name.strip() for name in first.rstrip("\t").split("\t")]
    _check_names(_Line(path, 1, {}), names)
    for number, line in enumerate(rest, 2):
        if line.strip():
            yield _line(_Line(path, number, {}), names, line.split("\t"))


def _check_names(head: _Line, names: Sequence[str]) -> None:
    wanted = f"the first line names the columns, parted by tabs: {', '.join(COLUMNS)}"
    missing = [name for name in COLUMNS if name not in names]
    if missing:
        raise head.error("missing-column", f"no column {', '.join(missing)}", wanted)
    twice = sorted({name for name in names if names.count(name) > 1 and name})
    if twice:
        raise head.error("column-twice", f"two columns {', '.join(twice)}", "rename one of the two")


def _line(line: _Line, names: Sequence[str], cells: list[str]) -> _Line:
    spare = any(cell.strip() for cell in cells[len(names) :])
    if spare or len(cells) < len(names):
        message = f"{len(cells)} cells, but {len(names)} columns"
        hint = "part the cells by one tab each, also around those that are empty"
        raise line.error("wrong-cells", message, hint)
    return line._replace(cells={n: c.strip() for n, c in zip(names, cells, strict=False)})


def _row(line: _Line, articles: Sequence[Article]) -> Row:
    cells = line.cells
    kind = _known(line, "kind", KINDS)
    verdict = _known(line, "verdict", VERDICTS)
    if not cells["fact"]:
        raise line.error("no-fact", "no fact is named", "give each quantity an id, as F1")
    outlet = _outlet(line, articles)
    span = (_offset(line, "start"), _offset(line, "end"))
    values = _values(line) if kind == "quantity" else _numbers(cells["value"])
    own = [article for article in articles if article.outlet == outlet]
    try:
        article = article_of(own, span, cells["quote"])
    except TabayunError as error:
        raise line.error(error.slug, error.message, error.hint or "") from error
    return Row(
        line.number, cells["fact"], kind, verdict, outlet, article.id, values, *span, cells["quote"]
    )


def _known(line: _Line, column: str, known: Sequence[str]) -> str:
    """The word in a column that knows but these."""
    word = line.cells[column]
    if word not in known:
        raise line.error(f"unknown-{column}", f"unknown {column} {word!r}", _meant(word, known))
    return word


def _outlet(line: _Line, articles: Sequence[Article]) -> str:
    word, known = line.cells["outlet"], sorted({article.outlet for article in articles})
    if word not in known:
        message = f"the story has no outlet {word!r}"
        raise line.error("unknown-outlet", message, _meant(word, known))
    return word


def _meant(word: str, known: Sequence[str]) -> str:
    close = get_close_matches(word, known, n=1)
    return f"did you mean {close[0]}?" if close else f"known are {', '.join(known)}"


def _offset(line: _Line, column: str) -> int:
    try:
        return int(line.cells[column])
    except ValueError as error:
        message = f"{column} {line.cells[column]!r} is no whole number"
        hint = "count the code points before it in the article's file"
        raise line.error("no-offset", message, hint) from error


def _values(line: _Line) -> tuple[Decimal, ...]:
    """A quantity's values; none where its qualifier calls it vague."""
    written = line.cells["value"]
    try:
        values = tuple(Decimal(part.strip()) for part in written.split(";"))
    except InvalidOperation:
        values = ()
    if values and all(value.is_finite() for value in values):
        return values
    if _VAGUE in line.cells.get("qualifier", ""):
        return ()
    hint = f"write digits, as 2.5 or 5;7, or {_VAGUE} as its qualifier"
    raise line.error("no-number", f"value {written!r} is no number", hint)


def _numbers(written: str) -> tuple[Decimal, ...]:
    """The numbers in a trap's value, which may be a day or a time."""
    return tuple(Decimal(number) for number in _NUMBER.findall(written.replace(",", "")))


def _refuse_twins(rows: Sequence[Row], path: Path) -> None:
    first: dict[Row, int] = {}
    for row in rows:
        earlier = first.setdefault(row._replace(line=0), row.line)
        if earlier != row.line:
            message = f"the same reading as on line {earlier}"
            raise TabayunError(
                "reading-twice", message, path=path, line=row.line, hint="keep one of the two"
            )


def _refuse_two_verdicts(rows: Sequence[Row], path: Path) -> None:
    """A fact has one verdict; traps are not judged."""
    first: dict[str, Row] = {}
    for row in rows:
        earlier = first.setdefault(row.fact, row) if row.kind == "quantity" else row
        if earlier.verdict != row.verdict:
            message = (
                f"{row.fact} is {row.verdict} here, but {earlier.verdict} on line {earlier.line}"
            )
            raise TabayunError(
                "two-verdicts", message, path=path, line=row.line, hint="give a fact one verdict"
            )
