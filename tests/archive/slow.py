"""The pairs of an archive found the obvious way: every pair of rows is looked at and scored."""

from collections.abc import Sequence
from itertools import combinations

from rapidfuzz.fuzz import token_set_ratio, token_sort_ratio

from compare import text

Sentence = tuple[str, str]
"""An outlet and what it printed."""


def mass(words: set[str]) -> int:
    return sum(len(word) + 1 for word in words)


def promised(one: list[str], other: list[str]) -> bool:
    """Whether two sentences share the floor that docs/archive.md gives for their masses."""
    left, right = set(one), set(other)
    lesser, greater = sorted((mass(left), mass(right)))
    floor = 0.40 if greater <= 1.5 * lesser else 0.6
    return mass(left & right) >= floor * lesser


def alike(one: list[str], other: list[str]) -> bool:
    """C: both of five words or more, token_set_ratio 75 or more, token_sort_ratio 50 or more."""
    left, right = " ".join(one), " ".join(other)
    return (
        min(len(one), len(other)) >= 5
        and token_set_ratio(left, right) >= 75
        and token_sort_ratio(left, right) >= 50
    )


def pairs(rows: Sequence[Sentence]) -> set[tuple[int, int]]:
    """The pairs of rows of different outlets that the join promises to find."""
    words = [text.words(sentence) for _, sentence in rows]
    return {
        (one, other)
        for one, other in combinations(range(len(rows)), 2)
        if rows[one][0] != rows[other][0]
        and promised(words[one], words[other])
        and alike(words[one], words[other])
    }
