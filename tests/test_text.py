"""Folding and tokens: nothing of the raw text is lost or moved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.text import fold, fold_word, tokens, words

ARABIC = st.text(
    st.one_of(
        st.characters(min_codepoint=0x600, max_codepoint=0x6FF),
        st.characters(min_codepoint=0xFB50, max_codepoint=0xFEFC),
        st.sampled_from(" 0123456789٠١٢٣۴۵.,\u200f\u202e\u200cabNBC²½"),
    ),
    max_size=60,
)

SAME = [
    ("المحتجزين الأربعة", "المحتجزين الاربعه"),
    ("خُطِفَ", "خطف"),
    ("مسؤولون", "مسوولون"),
    ("الثلاثـــاء", "الثلاثاء"),
    ("٢٥٢", "252"),
    ("۳۵۹", "359"),
    ("ﻻجئ", "لاجئ"),
    ("إلى", "الي"),
    ("کیف", "كيف"),
]


@pytest.mark.parametrize(("written", "other"), SAME)
def test_spellings_of_one_word_fold_alike(written: str, other: str) -> None:
    assert fold_word(written) == fold_word(other)


@pytest.mark.parametrize(("one", "two"), [("قتل", "قاتل"), ("251", "252"), ("مئة", "مائة")])
def test_different_words_stay_different(one: str, two: str) -> None:
    assert fold_word(one) != fold_word(two)


@given(ARABIC)
def test_folding_what_is_folded_changes_nothing(raw: str) -> None:
    assert fold_word(fold_word(raw)) == fold_word(raw)


@given(ARABIC)
def test_the_map_leads_each_folded_character_back(raw: str) -> None:
    folded = fold(raw)
    assert len(folded.origin) == len(folded.text) + 1
    assert folded.origin[-1] == len(raw)
    assert list(folded.origin) == sorted(folded.origin)
    for at, char in enumerate(folded.text):
        assert char in fold_word(raw[folded.origin[at]])


@given(ARABIC)
def test_tokens_stand_in_order_and_hold_every_letter_and_digit(raw: str) -> None:
    found = tokens(raw)
    ends = [0, *(token.end for token in found)]
    assert all(start <= token.start < token.end for start, token in zip(ends, found, strict=False))
    covered = {at for token in found for at in range(token.start, token.end)}
    assert all(at in covered for at, char in enumerate(raw) if char.isdecimal())


def test_offsets_can_be_counted_from_elsewhere() -> None:
    assert [t.start for t in tokens("في 7", 10)] == [10, 13]


@given(ARABIC)
def test_words_are_all_that_is_no_mark(raw: str) -> None:
    told = "".join(token.norm for token in tokens(raw) if token.kind != "mark")
    assert "".join(words(raw)) == "".join(told.split())


@given(ARABIC)
def test_folding_words_changes_nothing(raw: str) -> None:
    assert words(" ".join(words(raw))) == words(raw)


def test_marks_and_spaces_part_words_and_what_is_dropped_does_not() -> None:
    raw = "«أعلنَ\u200f الوزيرُ»: 3.5٪ مئـــة\u00a0و٢٥٢"
    assert words(raw) == ["اعلن", "الوزير", "3", "5", "ميه", "و252"]
