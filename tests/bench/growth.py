"""How the time of reading grows with the text: the exponent over sizes that double.

An exponent of 1 is linear, of 2 quadratic. The hard texts are what breaks readers: words and
marks that could begin, join or bound anything, again and again. Where no space parts them, the
reader sets them apart unread; a few such texts show that.
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
_ROUNDS = 3
"""How often a hard text is timed; the shortest time counts."""
_WARMING = 1000
"""Sentences of news that are read untimed, so that the common words are known."""

SET_APART = {
    "100,000 digits": "7" * 100_000,
    "100,000 digits in groups": "123," * 33_333,
    "5 MB without a space": "ا" * 2_500_000,
    "5 MB of digits": "٧" * 2_500_000,
}
REPEATED = {
    "vague words": "آلاف ",
    "vague words of vague words": "مئات الآلاف ",
    "minus words": "ناقص ",
    "numbers": "5 ",
    "numbers in a sentence": "5 و",
    "numbers in a list": "5 و 6 ",
    "numbers behind commas": "5، ",
    "number words": "ثلاثة و",
    "scales": "ألف ",
    "halves": "ونصف ",
    "decimals": "3 فاصلة ",
    "groups of three": "123 ",
    "ranges within ranges": "بين 5 و ",
    "ranges without an end": "من 5 إلى ",
    "bounds": "أكثر من 5 ",
    "verbs far from a number": "تجاوز عدد ",
    "ordinals": "الثالث والعشرين ",
    "months": "يوليو ",
    "days and months": "5 يوليو ",
    "years": "2019 و ",
    "clock times": "الساعة 5 و",
    "duals": "شهرين ",
    "money": "5 دينار و",
    "money with its noun": "قيمته 5 آلاف ",
    "brackets": "( 5 ) ",
    "brackets never closed": "( ",
    "quotes": "« 5 » ",
    "dashes": "5 - ",
    "runs that are not set apart": "5و" * 400 + " ",
    "sentences": "قتل 5 أشخاص. ",
}
"""What a hard text repeats, with white space, so that it is read and not set apart."""


def lines(sentences: Sequence[str]) -> Iterable[str]:
    """Seconds at full size, and the exponent, for the news and for each hard text."""
    yield _line("news, by sentences", [sentences[: len(sentences) // part] for part in _PARTS])
    for name, text in SET_APART.items():
        yield _line(f"set apart: {name}", [[text[: len(text) // part]] for part in _PARTS], _ROUNDS)
    for name, unit in REPEATED.items():
        times = enough(unit, 2 * _SHORTEST) * max(_PARTS)
        texts = [[repeated(unit, times // part)] for part in _PARTS]
        yield _line(f"{times:,} times {name}", texts, _ROUNDS)


def repeated(unit: str, times: int) -> str:
    """So many units, and a number behind them: a text in which none can begin is not read."""
    return f"{unit * times}5"


def enough(unit: str, least: float) -> int:
    """How many repetitions take so many seconds, or up to twice that, their words being known."""
    seconds([repeated(unit, 1)])
    times = 1
    while seconds([repeated(unit, times)]) < least:
        times *= 2
    return times


def seconds(texts: Sequence[str], rounds: int = 1) -> float:
    """Processor time of reading the texts, the shortest of the rounds."""
    return min(_pass(texts) for _ in range(rounds))


def _pass(texts: Sequence[str]) -> float:
    before = process_time()
    for text in texts:
        read(text, _LEXICON)
    return process_time() - before


def _line(name: str, sizes: Sequence[Sequence[str]], rounds: int = 1) -> str:
    seconds(sizes[0][:_WARMING])
    times = [seconds(texts, rounds) for texts in sizes]
    if times[0] < _SHORTEST:
        return f"{name}: {times[-1]:.3f} s, too short to tell the growth"
    exponent = log(times[-1] / times[0]) / log(_PARTS[0] / _PARTS[-1])
    return f"{name}: {times[-1]:.3f} s, growth {exponent:.2f}"
