"""What a run takes on at most, so that no story takes unbounded time or memory.

Limits change no result: they say from where on a story is refused. `TABAYUN_MAX_<NAME>` in the
environment sets another number than the one that stands here.
"""

import math
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from compare.errors import TabayunError

MEGABYTE = 1_000_000
_PREFIX = "TABAYUN_MAX_"


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """The limits by name; the last word of a name is the unit.

    Time and memory grow with articles, sentences and figures, and most with the pairs that are
    held against each other: sentences that share words, and figures that can be of one quantity.
    At each of these limits a run takes minutes and up to four gigabytes (docs/performance.md).
    """

    article_megabytes: int = 2  # a novel is shorter
    articles: int = 500
    story_megabytes: int = 20
    sentences: int = 20_000
    figures: int = 10_000
    sentence_pairs: int = 2_000_000
    claim_pairs: int = 3_000_000
    report_megabytes: int = 200
    pdf_seconds: int = 600
    pdf_megabytes: int = 6_000  # of address space; 500 pages with tables take three gigabytes


def most(name: str) -> int:
    """The limit `name` of this run. Raises `TabayunError` where the environment's is no number."""
    value = os.environ.get(_variable(name))
    if value is None:
        return int(getattr(Limits(), name))
    if value.isascii() and value.isdecimal() and len(value) < 16 and int(value):
        return int(value)
    raise TabayunError(
        "no-such-limit",
        f"{value!r} is no limit",
        path=_variable(name),
        hint=f"give a whole number, as in {_variable(name)}={getattr(Limits(), name)}",
    )


def refuse_beyond(name: str, amount: float, path: Path | str | None = None) -> None:
    """Raise `TabayunError` where `amount`, in the limit's unit, is more than the limit `name`."""
    if amount > most(name):
        enough = math.ceil(amount)
        raise TabayunError(
            "past-limit",
            f"{enough:,} {_unit(name)}, and the limit {name} is {most(name):,}",
            path=path,
            hint=way_past(name, enough),
        )


@contextmanager
def about(path: Path | str) -> Iterator[None]:
    """Let an error that does not say where it is be of `path`."""
    try:
        yield
    except TabayunError as error:
        error.path = path if error.path is None else error.path
        raise


def way_past(name: str, enough: int) -> str:
    """How the limit `name` is raised so that `enough` is allowed."""
    return f"to allow it, set {_variable(name)}={enough} in the environment"


def read_within(path: Path, name: str) -> bytes:
    """The bytes of `path`, never more than the limit `name` in memory. Raises `OSError` too."""
    # A pipe has no size, and a file may grow after it was measured: what is read is counted.
    refuse_beyond(name, path.stat().st_size / MEGABYTE, path)
    data = bytearray()
    with path.open("rb") as stream:
        # A bit at a time: a read makes room for all that it may bring, and the limit may be raised.
        while more := stream.read(MEGABYTE):
            data += more
            refuse_beyond(name, len(data) / MEGABYTE, path)
    return bytes(data)


def _variable(name: str) -> str:
    return _PREFIX + name.upper()


def _unit(name: str) -> str:
    return name.rpartition("_")[2]
