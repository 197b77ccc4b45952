"""What holds of every text: spans in order, no digit lost, nothing raised, numbers read back."""

import sys
from decimal import Decimal
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.figures import read
from tests.bench import growth
from tests.figures.integers import SPELLINGS
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
    "كوادريليون",
    "تريليونا",
    "فاصلة",
    "ناقص",
    "صفر",
    "نيف",
    "½",
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


@settings(max_examples=400)
@given(_TEXTS)
def test_spans_are_in_order_and_do_not_overlap(text: str) -> None:
    spans = read(text, LEXICON)
    ends = [0, *(span.end for span in spans)]
    starts = [*(span.start for span in spans), len(text)]
    assert all(end <= start for end, start in zip(ends, starts, strict=True))
    assert all(span.start < span.end for span in spans)


@settings(max_examples=400)
@given(_TEXTS)
def test_every_digit_is_in_a_span(text: str) -> None:
    covered = {at for span in read(text, LEXICON) for at in range(span.start, span.end)}
    lost = [at for at, char in enumerate(text) if char.isdecimal() and at not in covered]
    assert not lost


@settings(max_examples=300)
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


@settings(max_examples=600)
@given(st.integers(0, 10**12), st.sampled_from(SPELLINGS))
def test_a_spelled_number_reads_back(number: int, spelling: Spelling) -> None:
    text = spell(number, spelling)
    spans = read(text, LEXICON)
    assert [span.low for span in spans] == [Decimal(number)], text


@pytest.mark.parametrize("spelling", SPELLINGS, ids=str)
def test_small_and_round_numbers_read_back(spelling: Spelling) -> None:
    rounds = [digit * 10**power for digit in (1, 2, 3, 10, 11, 12, 100, 200) for power in (3, 6, 9)]
    spelled = {number: spell(number, spelling) for number in [*range(1200), *rounds]}
    wrong = {
        number: text
        for number, text in spelled.items()
        if [span.low for span in read(text, LEXICON)] != [number]
    }
    assert not wrong


@settings(max_examples=300)
@given(st.integers(0, 10**15 - 1), st.sampled_from("0٠۰"))
def test_digits_of_all_systems_read_back(number: int, zero: str) -> None:
    text = "".join(chr(ord(zero) + int(digit)) for digit in str(number))
    assert [(span.low, span.high) for span in read(f"بلغ العدد {text} قتيلا", LEXICON)] == [
        (Decimal(number), Decimal(number))
    ]


@pytest.mark.parametrize("unit", growth.REPEATED.values(), ids=growth.REPEATED)
def test_no_text_is_too_long(unit: str) -> None:
    """The work grows with the text: four times as much takes no more than five times the calls."""
    times = max(1, _SHORT // len(unit))
    short, long = (_calls(growth.repeated(unit, n)) for n in (times, 4 * times))
    assert long <= 5 * short


_SHORT = 1500
"""Characters of the shorter of two texts."""


def _calls(text: str) -> int:
    """How many functions are called to read `text`: the same on every machine, busy or not."""
    read(text, LEXICON)
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        read(text, LEXICON)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize(
    ("text", "kinds"),
    [("7" * 5_000_000, ["identifier"]), ("٧،" * 1_250_000, ["identifier"]), ("و" * 2_500_000, [])],
    ids=["digits", "digits and marks", "letters"],
)
def test_five_megabytes_without_a_space_are_one_identifier_or_nothing(
    text: str, kinds: list[str]
) -> None:
    spans = read(text, LEXICON)
    assert [span.kind for span in spans] == kinds
    assert [(span.start, span.end) for span in spans] == [(0, len(text)) for _ in kinds]
