"""The join finds what looking at every pair finds, whatever the order, the workers, the lengths."""

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.archive.bands import BANDS, floor
from compare.archive.signature import signatures
from compare.archive.tokens import number
from tests.archive import finding, made, slow
from tests.archive.slow import Sentence

# Few short words: many pairs share some, and words said twice are common.
WORDS = st.sampled_from(
    ["ا", "في", "من", "قال", "قتل", "وزير", "رئيس", "مدينه", "المتحدث", "استقبال"]
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)
ROWS = st.lists(st.tuples(st.sampled_from("ABC"), SENTENCES), min_size=2, max_size=25)
NEWS = [
    (f"outlet {at % 7}", sentence) for at, sentence in enumerate(made.sentences(700, seed=1))
]  # fmt: skip


@settings(max_examples=300)
@given(ROWS)
def test_few_words_in_all_combinations(rows: list[Sentence]) -> None:
    assert finding.pairs(rows) == slow.pairs(rows)


@settings(max_examples=40)
@given(st.integers(0, 10**6), st.floats(0, 0.6))
def test_sentences_at_an_edit_level(seed: int, share: float) -> None:
    rng = random.Random(seed)
    words = made.vocabulary(random.Random(0))[:300]
    firsts = [" ".join(rng.choices(words, k=rng.randint(5, 30))) for _ in range(6)]
    rows = [("A", first) for first in firsts]
    rows += [(rng.choice("BC"), made.edit(first, share, words, rng)) for first in firsts * 3]
    assert finding.pairs(rows) == slow.pairs(rows)


def test_an_archive_of_many_words() -> None:
    expected = slow.pairs(NEWS)
    assert len(expected) > 20
    assert finding.pairs(NEWS) == expected


def test_the_order_of_rows_changes_no_pair() -> None:
    order = list(range(len(NEWS)))
    random.Random(2).shuffle(order)
    moved = finding.pairs([NEWS[at] for at in order])
    back = {(min(order[a], order[b]), max(order[a], order[b])) for a, b in moved}
    assert back == finding.pairs(NEWS)


def test_the_number_of_workers_changes_nothing() -> None:
    archive = finding.archive(NEWS)
    one, three = finding.matches(archive, 1), finding.matches(archive, 3)
    for left, right in zip([*one.rows, *one[1:]], [*three.rows, *three[1:]], strict=True):
        assert left.tolist() == right.tolist()


@pytest.mark.parametrize("block", [1, 7, 1 << 14])
def test_the_size_of_blocks_changes_no_pair(block: int, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = finding.pairs(NEWS)
    monkeypatch.setattr("compare.archive.join._BLOCK", block)
    monkeypatch.setattr("compare.archive.join._PIECE", 3 * block)
    monkeypatch.setattr("compare.archive.join._EXACT", block)
    monkeypatch.setattr("compare.archive.score._TOGETHER", block)
    assert finding.pairs(NEWS) == expected


def test_masses_beyond_sixteen_bits() -> None:
    long = " ".join(f"كلمه{at}" for at in range(20_000))
    rows = [("A", long), ("B", f"{long} وزياده"), ("C", "خمس كلمات لا علاقه لها")]
    assert sum(len(word) + 1 for word in long.split()) > 1 << 16
    assert finding.pairs(rows) == {(0, 1)}


def test_a_word_said_often_lets_lengths_differ_by_more_than_three() -> None:
    # Their different words have masses 2 and 20, and yet the texts are about equally long.
    rows = [("A", "ا " * 10), ("B", "ا اا ااا اااا ااااا")]
    assert finding.pairs(rows) == slow.pairs(rows) == {(0, 1)}


def test_the_floor_of_each_band() -> None:
    assert [floor(100, greater) for greater in (100, 150, 151, 301)] == [0.40, 0.40, 0.6, 0.6]
    assert all(low.high == high.low for low, high in pairwise(BANDS))


@settings(max_examples=200)
@given(st.lists(SENTENCES, min_size=2, max_size=8, unique=True))
def test_the_signatures_bound_what_is_shared(sentences: list[str]) -> None:
    archive = finding.archive([("A", f"{each} واحد اثنان ثلاثه اربعه") for each in sentences])
    tokens = number(archive.words)
    bits, hidden = signatures(tokens)
    words = [set(archive.texts[at].split()) for at in tokens.sentence.tolist()]
    for one in range(len(words)):
        for other in range(one + 1, len(words)):
            common = [int(n).bit_count() for n in (bits[one] & bits[other]).tolist()]
            bound = sum(n * w for n, w in zip(common, (3, 4, 5, 6, 7, 8, 9, 11), strict=True))
            assert bound + hidden[one] >= slow.mass(words[one] & words[other])


def test_nothing_in_common_is_no_pair() -> None:
    rows = [("A", "واحد اثنان ثلاثه اربعه خمسه"), ("B", "سته سبعه ثمانيه تسعه عشره")]
    assert finding.pairs(rows) == set()
