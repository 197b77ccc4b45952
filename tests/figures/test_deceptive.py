"""Digits that could mislead are read as written, and said to be so."""

from decimal import Decimal

import pytest

from compare.figures import read
from tests.figures.lexicon import LEXICON


@pytest.mark.parametrize(
    ("text", "low", "flag"),
    [
        ("قتل 2٥1 شخصا", 251, "mixed_digits"),
        ("قتل 2\u200b51 شخصا", 2, None),
        ("بلغ العدد 1\u202d,\u202d335 شخصا", 1335, "invisible"),
        ("احتجز 251² شخصا", 251, "superscript"),
        ("بلغت كلفته 1,335 يورو", 1335, "separator"),
        ("بلغ العدد 360.000", 360000, "separator"),
        ("بلغ الإنتاج 35.903 طن", 35903, "separator"),
        ("خسر خمس الثروة", Decimal("0.2"), "count_or_part"),
        ("باع 3ر1 مليون سهم", 1_300_000, "reversed"),
        ("بلغت الصادرات 1.2 و0.8 مليار دولار", 1_200_000_000, "shared_scale"),
        ("خسر 10 جنيهات", 10, "ambiguous_currency"),
        ("خسر 10 جنيهات", 10, "currency:pound"),
        ("خسر 10 دنانير في بغداد", 10, "currency_from_context"),
        ("أكل 3/4 الرغيف", Decimal("0.75"), "slash"),
    ],
)
def test_a_doubtful_number_is_flagged(text: str, low: Decimal, flag: str | None) -> None:
    first = read(text, LEXICON)[0]
    assert first.low == low
    assert flag is None or flag in first.flags


HIDING = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2060\u2066\u2069\ufeff"
CONTROLS = "\x00\x07\x1b\x7f\x80"
ON_TOP = "\u0301\u20dd\u064b\u0640"


@pytest.mark.parametrize("char", HIDING + CONTROLS + ON_TOP, ids=lambda c: f"{ord(c):04x}")
def test_what_hides_inside_a_number_joins_nothing_and_is_flagged(char: str) -> None:
    spans = read(f"احتجز 25{char}1 شخصا", LEXICON)
    assert [span.low for span in spans] == [25, 1]
    assert all("invisible" in span.flags for span in spans)


@pytest.mark.parametrize(
    "text",
    [
        "احتجز \u202e251\u202c شخصا",
        "احتجز \u202d251 شخصا",
        "\u202eاحتجز \u2066كل\u2069 251 شخصا",
        "\u202e\u202aاحتجز\u202c 251 شخصا",
    ],
)
def test_a_number_under_an_override_is_read_as_written_and_flagged(text: str) -> None:
    (span,) = read(text, LEXICON)
    assert (span.low, *span.flags) == (Decimal(251), "overridden")


@pytest.mark.parametrize(
    "text",
    [
        "\u202eاحتجز\u202c 251 شخصا",
        "\u2067\u202eاحتجز\u2069 251 شخصا",
        "\u202eاحتجز\u2029251 شخصا",
        "\u202e\u202aاحتجز 251 شخصا",
        "احتجز \u200f251\u200f شخصا",
        "احتجز \u2066251\u2069 شخصا",
    ],
)
def test_a_number_outside_of_an_override_is_not_flagged(text: str) -> None:
    (span,) = read(text, LEXICON)
    assert (span.low, *span.flags) == (Decimal(251),)


def test_an_override_reaches_from_what_precedes() -> None:
    (span,) = read("251 شخصا", LEXICON, "احتجز \u202e")
    assert span.flags == ("overridden",)


def test_a_number_word_with_a_hidden_character_is_flagged() -> None:
    (span,) = read("احتجز ثلا\u200bثة أشخاص", LEXICON)
    assert (span.low, *span.flags) == (Decimal(3), "invisible")


def test_a_currency_is_taken_from_what_stands_nearest() -> None:
    before, article = "في الكويت. ", "قالت بغداد ذلك."
    assert read("خسر 10 دنانير", LEXICON, before, article)[0].unit == "KWD"
    assert read("خسر 10 دنانير", LEXICON, "", article)[0].unit == "IQD"


def test_a_currency_of_two_nations_stays_open() -> None:
    (span,) = read("خسر 10 دنانير", LEXICON, "بين الكويت والعراق. ", "قالت بغداد ذلك.")
    assert span.unit is None
    assert span.flags == ("ambiguous_currency", "currency:dinar")


def test_a_run_that_nobody_wrote_is_one_identifier_and_what_stands_around_is_read() -> None:
    run = "ا7" * 1000
    text = f"قتل 12 شخصا {run} وجرح 30 شخصا"
    spans = read(text, LEXICON)
    assert [(span.kind, span.low) for span in spans] == [
        ("count", 12),
        ("identifier", None),
        ("count", 30),
    ]
    assert text[spans[1].start : spans[1].end] == run
