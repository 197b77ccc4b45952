"""What holds of every text: spans in order, no digit lost, nothing raised, numbers read back."""

import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.figures import read
from tests.figures.lexicon import LEXICON
from tests.figures.spelling import Spelling, spell

_WORDS = [
    "قتل",
    "و",
    "في",
    "من",
    "إلى",
    "بين",
    "أكثر",
    "أقل",
    "نحو",
    "على",
    "الأقل",
    "ثلاثة",
    "وعشرون",
    "ألف",
    "آلاف",
    "ألفا",
    "مليون",
    "نصف",
    "ونصف",
    "مئة",
    "الثلاثين",
    "الأول",
    "يوليو",
    "تموز",
    "/",
    "-",
    "عام",
    "الساعة",
    "%",
    "دولار",
    "$",
    "درجة",
    "شهرين",
    "مسؤولان",
    "منهم",
    "12",
    "2024",
    "٣٥",
    "1,335",
    "35.903",
    "،",
    ".",
    ":",
    "+",
    "(",
    ")",
    "الـ",
    "لا",
    "يتجاوز",
    "هدفين",
    "لهدف",
    "رقم",
    "عشرات",
    "مارس",
    "الماضي",
    "قيمته",
    "مليارا",
    "دينار",
    "3-5-2",
    "يصل",
    "يقترب",
    "في",
    "أصيبا",
]
_SENTENCES = st.lists(st.sampled_from(_WORDS), max_size=14).flatmap(
    lambda words: st.sampled_from([" ", ""]).map(lambda gap: gap.join(words))
)
_TEXTS = st.one_of(st.text(max_size=60), _SENTENCES)
_SPELLINGS = [
    Spelling(feminine, oblique, apart, spaced)
    for feminine in (False, True)
    for oblique in (False, True)
    for apart in (False, True)
    for spaced in (False, True)
]


@settings(deadline=None, max_examples=400)
@given(_TEXTS)
def test_spans_are_in_order_and_do_not_overlap(text: str) -> None:
    spans = read(text, LEXICON)
    ends = [0, *(span.end for span in spans)]
    starts = [*(span.start for span in spans), len(text)]
    assert all(end <= start for end, start in zip(ends, starts, strict=True))
    assert all(span.start < span.end for span in spans)


@settings(deadline=None, max_examples=400)
@given(_TEXTS)
def test_every_digit_is_in_a_span(text: str) -> None:
    covered = {at for span in read(text, LEXICON) for at in range(span.start, span.end)}
    lost = [at for at, char in enumerate(text) if char.isdecimal() and at not in covered]
    assert not lost


@settings(deadline=None, max_examples=300)
@given(_TEXTS)
def test_numbers_are_plain_and_ends_fit_the_relation(text: str) -> None:
    for span in read(text, LEXICON):
        for value in (span.low, span.high):
            assert value is None or "E" not in str(value)
        if span.relation in ("exact", "about") and span.low is not None:
            assert span.low == span.high
        if span.relation == "range":
            assert span.low is not None
            assert span.high is not None
            assert span.low < span.high


@settings(deadline=None, max_examples=600)
@given(st.integers(0, 10**12), st.sampled_from(_SPELLINGS))
def test_a_spelled_number_reads_back(number: int, spelling: Spelling) -> None:
    text = spell(number, spelling)
    spans = read(text, LEXICON)
    assert [span.low for span in spans] == [Decimal(number)], text


@pytest.mark.parametrize("spelling", _SPELLINGS, ids=str)
def test_small_and_round_numbers_read_back(spelling: Spelling) -> None:
    rounds = [digit * 10**power for digit in (1, 2, 3, 10, 11, 12, 100, 200) for power in (3, 6, 9)]
    spelled = {number: spell(number, spelling) for number in [*range(1200), *rounds]}
    wrong = {
        number: text
        for number, text in spelled.items()
        if [span.low for span in read(text, LEXICON)] != [number]
    }
    assert not wrong


@settings(deadline=None, max_examples=300)
@given(st.integers(0, 10**15 - 1), st.sampled_from("0٠۰"))
def test_digits_of_all_systems_read_back(number: int, zero: str) -> None:
    text = "".join(chr(ord(zero) + int(digit)) for digit in str(number))
    assert [(span.low, span.high) for span in read(f"بلغ العدد {text} قتيلا", LEXICON)] == [
        (Decimal(number), Decimal(number))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "7" * 100_000,
        "1," * 5_000,
        "1 " * 5_000,
        "و" * 200_000,
        "ثلاثة و" * 4_000,
        "ألف " * 8_000,
        "5 و" * 5_000,
        "بين " * 40_000,
        "2019 و" * 6_000,
        "في 2019 " * 6_000,
        "1-" * 8_000,
        "5 دينار و" * 3_000,
        "قيمته 5 آلاف " * 3_000,
        "تجاوز عدد " * 6_000 + "5",
        "يوليو 5 " * 5_000,
        "ا" * 1_000_000,
    ],
    ids=lambda text: text[:8],
)
def test_no_text_is_too_long(text: str) -> None:
    """The time grows with the text: ten times as much takes not a hundred times as long."""
    part = text[: len(text) // 10]
    short, long = _seconds(part), _seconds(text)
    assert long < 40 * short + 1


def _seconds(text: str) -> float:
    before = time.process_time()
    read(text, LEXICON)
    return time.process_time() - before
