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
_LEXICON = lang.load()
Reader = Callable[[str], Sequence[object]]


class Run(NamedTuple):
    """One pass over the sentences: seconds of one core, and figures found."""

    seconds: float
    found: int


def lines(sentences: Sequence[str]) -> Iterable[str]:
    """Throughput and found figures of each reader, and the ratios of ours to the others."""
    runs = [
        {name: _run(reader, sentences) for name, reader in READERS.items()} for _ in range(ROUNDS)
    ]
    megabytes = sum(len(sentence.encode()) for sentence in sentences) / 1e6
    for name in READERS:
        speeds = sorted(megabytes / run[name].seconds for run in runs)
        yield (
            f"{name:<20} {median(speeds):6.2f} MB/s ({speeds[0]:.2f} to {speeds[-1]:.2f}), "
            f"{runs[0][name].found:,} figures"
        )
    for name in [name for name in READERS if name != OURS]:
        ratios = sorted(run[name].seconds / run[OURS].seconds for run in runs)
        yield f"{OURS} to {name}: {median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})"


def _run(reader: Reader, sentences: Sequence[str]) -> Run:
    before = process_time()
    found = sum(len(reader(sentence)) for sentence in sentences)
    return Run(process_time() - before, found)


def _ours(sentence: str) -> Sequence[object]:
    return read(sentence, _LEXICON)


def _pyarabic(sentence: str) -> Sequence[object]:
    return [text2number(phrase) for phrase in extract_number_phrases(sentence)]


def _ovos(sentence: str) -> Sequence[object]:
    found: Sequence[object] = extract_numbers_ar(sentence)
    return found


OURS = "tabayun"
READERS: dict[str, Reader] = {OURS: _ours, "pyarabic": _pyarabic, "ovos-number-parser": _ovos}
