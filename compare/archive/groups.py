"""An archive in memory: its rows, and the different wordings that they come down to.

Rows that say the same words are copies: they are compared once and told together.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from compare import text
from compare.archive.bands import Integers
from compare.archive.rows import Row
from compare.archive.tokens import Words

LEAST_WORDS = 5
"""Shorter sentences are not compared: formulas and headings, alike by chance."""
SHORT = -1
"""The group of a row that is too short."""


class Archive(NamedTuple):
    """Rows (a number each in `file`, `line`, `outlet`, `document`, `group`) and G groups.

    `files`, `outlets` and `documents` give names to numbers. `group` is the wording that a row
    has, or `SHORT`; `texts` (G) are the wordings, folded words with a space between, in order of
    their first rows; `words` are the same as numbers. `members` lists rows by group, those of
    group g from `begin[g]` to `begin[g + 1]`.
    """

    files: tuple[Path, ...]
    outlets: tuple[str, ...]
    documents: tuple[str, ...]
    file: Integers
    line: Integers
    outlet: Integers
    document: Integers
    group: Integers
    texts: tuple[str, ...]
    words: Words
    members: NDArray[np.intp]
    begin: Integers

    @property
    def short(self) -> int:
        """How many rows are not compared."""
        return int((self.group == SHORT).sum())

    def rows(self, group: int) -> NDArray[np.intp]:
        """The rows of a group, in order."""
        return self.members[self.begin[group] : self.begin[group + 1]]


def gather(rows: Iterable[tuple[int, Row]], files: tuple[Path, ...]) -> Archive:
    """Take in rows, each with the number of its file."""
    outlets, documents, texts, names = (_numbers() for _ in range(4))
    ids, lengths, told = array("i"), array("i"), array("q")
    for file, row in rows:
        words = text.words(row.sentence)
        group = SHORT
        if len(words) >= LEAST_WORDS:
            group = texts[" ".join(words)]
            if group == len(lengths):
                ids.extend(map(names.__getitem__, words))
                lengths.append(len(words))
        told.extend((file, row.line, outlets[row.outlet], documents[row.document], group))
    table = np.frombuffer(told, np.int64).reshape(-1, 5)
    members, begin = _members(table[:, 4], len(texts))
    return Archive(
        files=files,
        outlets=tuple(outlets),
        documents=tuple(documents),
        file=table[:, 0],
        line=table[:, 1],
        outlet=table[:, 2],
        document=table[:, 3],
        group=table[:, 4],
        texts=tuple(texts),
        words=Words(
            np.frombuffer(ids, np.int32),
            np.frombuffer(lengths, np.int32).astype(np.int64),
            tuple(names),
        ),
        members=members,
        begin=begin,
    )


def _members(group: Integers, groups: int) -> tuple[NDArray[np.intp], Integers]:
    order = np.argsort(group, kind="stable")
    order = order[int((group == SHORT).sum()) :]
    return order, np.concatenate(([0], np.cumsum(np.bincount(group[order], minlength=groups))))


def _numbers() -> defaultdict[str, int]:
    """Numbers for names, in the order in which they are first asked for."""
    return defaultdict(count().__next__)
