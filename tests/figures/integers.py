"""`python -m tests.figures.integers`: every integer up to a million in every spelling.

That takes the processors of two cores for about ten minutes; the tests read every integer once
as num2words spells it and once by the rules of `spelling.py`, these in turn.
"""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from decimal import Decimal
from functools import partial
from itertools import product

import click
from num2words import num2words

from compare.figures import read
from tests.figures.lexicon import LEXICON
from tests.figures.spelling import Spelling, spell

MILLION = 10**6
SPELLINGS = [Spelling(*how) for how in product((False, True), repeat=4)]
_BLOCK = 10_000
Speller = Callable[[int], str]


def as_num2words(number: int) -> str:
    """The integer in the words of num2words."""
    words: str = num2words(number, lang="ar")
    return words


def in_turn(number: int) -> str:
    """The integer by rules of the tests' own, in a spelling that changes from one to the next."""
    return spell(number, SPELLINGS[number % len(SPELLINGS)])


def misread(speller: Speller, numbers: Iterable[int]) -> list[str]:
    """The spellings that do not read back as their number and nothing else."""
    spelled = ((number, speller(number)) for number in numbers)
    return [
        f"{number}: {words}"
        for number, words in spelled
        if [(s.low, s.high) for s in read(words, LEXICON)] != [(Decimal(number), Decimal(number))]
    ]


def all_misread(speller: Speller, most: int = MILLION) -> list[str]:
    """The same for every integer up to `most`, over all processors."""
    blocks = [range(start, min(start + _BLOCK, most + 1)) for start in range(0, most + 1, _BLOCK)]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        found = pool.map(partial(misread, speller), blocks)
        return [line for lines in found for line in lines]


def _exhaust(spellings: Sequence[Spelling]) -> int:
    wrong = 0
    for how in spellings:
        found = all_misread(partial(spell, how=how))
        wrong += len(found)
        click.echo(f"{how}: {len(found)} of {MILLION + 1:,} misread")
        click.echo("".join(f"    {line}\n" for line in found[:20]), nl=False)
    return wrong


if __name__ == "__main__":
    sys.exit(1 if _exhaust(SPELLINGS) else 0)
