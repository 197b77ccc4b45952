"""How the time of reading grows with the text: the exponent over sizes that double.

An exponent of 1 is linear, of 2 quadratic. The hard texts are what breaks readers: digits
without end, five megabytes without a space, words and marks that could begin anything.
"""

from collections.abc import Iterable, Sequence
from math import log
from time import process_time

from compare import lang
from compare.figures import read

_LEXICON = lang.load()
_PARTS = (8, 4, 2, 1)
_SHORTEST = 0.005
"""Seconds below which a time says nothing."""

HARD = {
    "100,000 digits": "7" * 100_000,
    "100,000 digits in groups": "123," * 33_333,
    "5 MB without a space": "ا" * 2_500_000,
    "5 MB of digits": "٧" * 2_500_000,
    "5 MB of marks": "،" * 2_500_000,
    "0.5 MB of 'and'": "و" * 250_000,
    "10,000 numbers in a sentence": "5 و" * 10_000,
    "10,000 number words": "ثلاثة و" * 10_000,
    "10,000 open ranges": "بين " * 10_000,
}


def lines(sentences: Sequence[str]) -> Iterable[str]:
    """Seconds at full size, and the exponent, for the news and for each hard text."""
    yield _line("news, by sentences", [sentences[: len(sentences) // part] for part in _PARTS])
    for name, text in HARD.items():
        yield _line(name, [[text[: len(text) // part]] for part in _PARTS])


def _line(name: str, sizes: Sequence[Sequence[str]]) -> str:
    seconds = [_seconds(texts) for texts in sizes]
    if seconds[0] < _SHORTEST:
        return f"{name}: {seconds[-1]:.3f} s"
    exponent = log(seconds[-1] / seconds[0]) / log(_PARTS[0] / _PARTS[-1])
    return f"{name}: {seconds[-1]:.3f} s, growth {exponent:.2f}"


def _seconds(texts: Sequence[str]) -> float:
    before = process_time()
    for text in texts:
        read(text, _LEXICON)
    return process_time() - before
