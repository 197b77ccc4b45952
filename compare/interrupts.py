"""Signals that end a run: each undoes what was begun, and none comes between two moves of files."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Never

_ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_WORDS = {
    signal.SIGINT: "interrupted",
    signal.SIGTERM: "ended by SIGTERM",
    signal.SIGHUP: "ended by SIGHUP: the terminal is gone",
}


class EndedError(KeyboardInterrupt):
    """A signal ended the run: what was begun is undone on the way out, as with Ctrl-C."""

    def __init__(self, number: int) -> None:
        super().__init__(_WORDS[signal.Signals(number)])
        self.code = 128 + number


@contextmanager
def raised() -> Iterator[None]:
    """Let each signal that ends a run raise `EndedError`; what is ignored stays so."""
    before = {number: signal.getsignal(number) for number in _ENDING if _may_set()}
    ours = {number for number, handler in before.items() if handler in _DEFAULTS}
    _raised.clear()
    for number in ours:
        signal.signal(number, _end)
    try:
        yield
    except Exception as error:
        # An import that is interrupted may say that a library is broken.
        for ended in _raised[:1]:
            raise ended from error
        raise
    finally:
        for number in ours:
            signal.signal(number, before[number])


_DEFAULTS = (signal.SIG_DFL, signal.default_int_handler)


_raised: list[EndedError] = []


def _end(number: int, _: FrameType | None) -> Never:
    _raised.append(EndedError(number))
    raise _raised[-1]


def raise_lost() -> None:
    """Raise `EndedError` again where it was raised within a library that took no notice of it."""
    for lost in _raised[:1]:
        raise lost


@contextmanager
def held_back() -> Iterator[None]:
    """Let signals that end a run wait for what is done within, which must not take long."""
    came: list[int] = []
    before = {number: signal.getsignal(number) for number in _ENDING if _may_set()}
    ours = {number for number, handler in before.items() if callable(handler)}
    for number in ours:
        signal.signal(number, lambda number, _: came.append(number))
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, before[number])
        for late in came[:1]:
            signal.raise_signal(late)


def _may_set() -> bool:
    """Python lets the main thread alone say what a signal does."""
    return threading.current_thread() is threading.main_thread()
