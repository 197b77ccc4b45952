"""The gate: what a story has reached once, it must not fall below.

A floor is a share rounded down to three decimals. It holds for the gold that it was measured on,
and where nothing is there to be measured it stays as it is.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from compare.evaluation.measures import MEASURES, Score, Share, rounded_down
from compare.evaluation.pins import Pin, Pins


class Gate(NamedTuple):
    """What is to be said of a run, a line each; whether it passes; the pins to write, if any."""

    said: tuple[str, ...]
    passed: bool
    pins: Pins | None = None


def hold(pins: Pins, scores: Sequence[Score]) -> Gate:
    """Hold each story that is pinned, and whose gold is the same, against its floors."""
    same = [s for s in scores if s.story in pins and pins[s.story].gold == s.gold]
    below = [line for score in same for line in _below(pins[score.story], score)]
    others = [_unheld(score, pins) for score in scores if score not in same]
    end = [] if below else [f"{len(same)} of {len(scores)} stories held, none below its floors"]
    return Gate((*others, *below, *end), passed=not below)


def update(pins: Pins, scores: Sequence[Score], *, lower: bool) -> Gate:
    """Pin what `scores` have reached, unless a floor falls unasked; other stories' pins stay."""
    nothing = Pin("", {})
    moves = [(score, pins.get(score.story, nothing), _pinned(pins, score)) for score in scores]
    falls = [line for move in moves for line in _falls(*move)]
    if falls and not lower:
        return Gate((*falls, "not written, since floors would fall (--lower lets them)"), False)
    changes = [line for move in moves for line in _changes(*move)]
    fresh = {**pins, **{score.story: new for score, _, new in moves}}
    return Gate((*falls, *changes, "written"), passed=True, pins=fresh)


def _below(pin: Pin, score: Score) -> Iterator[str]:
    for name, share in _measured(score):
        floor = pin.floors.get(name, Decimal(0))
        if share.hits < floor * share.of:
            reached = f"{rounded_down(share.value)} ({share.hits}/{share.of})"
            yield f"{score.story}: {name} {reached} is below its floor {floor}"


def _unheld(score: Score, pins: Pins) -> str:
    if score.story in pins:
        return f"{score.story}: its gold has changed since it was pinned, so it is held to no floor"
    return f"{score.story}: not pinned, so it is held to no floor"


def _pinned(pins: Pins, score: Score) -> Pin:
    before = pins[score.story].floors if score.story in pins else {}
    reached = {name: rounded_down(share.value) for name, share in _measured(score)}
    after = {**before, **reached}
    return Pin(score.gold, {name: after[name] for name in MEASURES if name in after})


def _falls(score: Score, old: Pin, new: Pin) -> Iterator[str]:
    for name, floor in old.floors.items():
        if new.floors[name] < rounded_down(floor):
            yield f"{score.story}: {name} falls from {floor} to {new.floors[name]}"


def _changes(score: Score, old: Pin, new: Pin) -> Iterator[str]:
    if not old.gold:
        yield f"{score.story}: added"
        return
    if old.gold != new.gold:
        yield f"{score.story}: pinned to its new gold"
    for name, floor in new.floors.items():
        if name not in old.floors:
            yield f"{score.story}: {name} added at {floor}"
        elif floor > old.floors[name]:
            yield f"{score.story}: {name} rises from {old.floors[name]} to {floor}"


def _measured(score: Score) -> Iterator[tuple[str, Share]]:
    """The shares of something."""
    return ((name, share) for name, share in zip(MEASURES, score.shares, strict=True) if share.of)
