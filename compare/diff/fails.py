"""What counts as a change for the exit code, and for a failed test case."""

from collections.abc import Callable, Mapping
from typing import Literal

from compare.diff.records import Diff, FactChange

FailOn = Literal["any", "verdict", "divergent", "never"]


def failed(diff: Diff, fail_on: FailOn) -> bool:
    """Whether a diff has a change that counts; what only moved or was reworded never does."""
    if fail_on == "any":
        return bool(diff.changes)
    return any(fails(change, fail_on) for change in diff.facts)


def fails(change: FactChange, fail_on: FailOn) -> bool:
    """Whether the change of a fact counts."""
    return _COUNTS[fail_on](change)


def _verdict(change: FactChange) -> bool:
    """Another verdict, or a fact of several outlets that came or went."""
    old, new = _verdicts(change)
    return old != new and {old, new} != {None, "single"}


def _divergent(change: FactChange) -> bool:
    """A fact that is divergent now and was not."""
    old, new = _verdicts(change)
    return new == "divergent" and old != "divergent"


def _verdicts(change: FactChange) -> tuple[str | None, str | None]:
    old, new = (held.fact.verdict if held else None for held in (change.old, change.new))
    return old, new


_COUNTS: Mapping[FailOn, Callable[[FactChange], bool]] = {
    "any": lambda _: True,
    "verdict": _verdict,
    "divergent": _divergent,
    "never": lambda _: False,
}
