"""Where two families claim the same tokens: which of them gets them, in one place.

Families are asked in the order of `ORDER`; of one family the longer candidate wins, then the
earlier. What a family has taken no later one gets.
"""

from collections.abc import Iterable

from compare.figures.span import Candidate

ORDER = (
    "name", "age", "clock", "score", "minute", "date", "phone", "furniture", "model", "ordinal",
    "list",
)  # fmt: skip
"""From what is surest by its form to what is least."""


def settle(groups: Iterable[list[Candidate]]) -> list[Candidate]:
    """The candidates that keep their tokens, in the order of the text."""
    taken: set[int] = set()
    kept: list[Candidate] = []
    for group in groups:
        for candidate in sorted(group, key=lambda c: (c.first - c.last, c.first)):
            tokens = range(candidate.first, candidate.last + 1)
            if taken.isdisjoint(tokens):
                taken.update(tokens)
                kept.append(candidate)
    return sorted(kept, key=lambda c: c.first)
