"""Our reader beside those of pyarabic and ovos-number-parser, in turn on the same sentences.

Each is called as its documentation says for free text. What they do differs: ours reads digits,
words, bounds, units, kinds and offsets; pyarabic finds phrases of number words and their values;
ovos-number-parser finds values of digits and words. So the figures per second stand beside.
"""

from collections.abc import Callable, Iterable, Sequence
from statistics import median
from time import process_time
from typing import NamedTuple

from ovos_number_parser.numbers_ar import extract_numbers_ar
from pyarabic.number import extract_number_phrases, text2number

from compare import lang
from compare.figures import read

ROUNDS = 5
WANTED = 1.5
"""MB/s of UTF-8 that our reader should reach."""
_LEXICON = lang.load()
Reader = Callable[[str], Sequence[object]]


class Measured(NamedTuple):
    """MB/s of each reader and its figures; how many times as long each peer takes as we do.

    Speeds and ratios are of each round, sorted.
    """

    speeds: dict[str, list[float]]
    found: dict[str, int]
    ratios: dict[str, list[float]]


class _Run(NamedTuple):
    """One pass over the sentences: seconds of one core, and figures found."""

    seconds: float
    found: int


def measure(sentences: Sequence[str]) -> Measured:
    """Time every reader in turn, round after round."""
    runs = [
        {name: _run(reader, sentences) for name, reader in READERS.items()} for _ in range(ROUNDS)
    ]
    megabytes = sum(len(sentence.encode()) for sentence in sentences) / 1e6
    return Measured(
        {name: sorted(megabytes / run[name].seconds for run in runs) for name in READERS},
        {name: runs[0][name].found for name in READERS},
        {
            name: sorted(run[name].seconds / run[OURS].seconds for run in runs)
            for name in READERS
            if name != OURS
        },
    )


def lines(measured: Measured) -> Iterable[str]:
    """Throughput and found figures of each reader, and the ratios of ours to the others."""
    for name, speeds in measured.speeds.items():
        yield (
            f"{name:<20} {median(speeds):6.2f} MB/s ({speeds[0]:.2f} to {speeds[-1]:.2f}), "
            f"{measured.found[name]:,} figures"
        )
    for name, ratios in measured.ratios.items():
        yield f"{OURS} to {name}: {median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})"


def closing(measured: Measured) -> str:
    """Whether we are as fast as we want to be, and faster than each peer, in words."""
    speed = median(measured.speeds[OURS])
    reached = "reached" if speed >= WANTED else "not reached"
    peers = [
        f"{name} is {'passed' if median(ratios) > 1 else 'not passed'}"
        for name, ratios in measured.ratios.items()
    ]
    return f"{WANTED} MB/s are {reached}; {', '.join(peers)}"


def _run(reader: Reader, sentences: Sequence[str]) -> _Run:
    before = process_time()
    found = sum(len(reader(sentence)) for sentence in sentences)
    return _Run(process_time() - before, found)


def _ours(sentence: str) -> Sequence[object]:
    return read(sentence, _LEXICON)


def _pyarabic(sentence: str) -> Sequence[object]:
    return [text2number(phrase) for phrase in extract_number_phrases(sentence)]


def _ovos(sentence: str) -> Sequence[object]:
    found: Sequence[object] = extract_numbers_ar(sentence)
    return found


OURS = "tabayun"
READERS: dict[str, Reader] = {OURS: _ours, "pyarabic": _pyarabic, "ovos-number-parser": _ovos}
