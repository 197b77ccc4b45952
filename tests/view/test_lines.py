"""Runs: whole figures marked, numbers isolated, hidden characters shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model import Figure
from compare.view.lines import (
    direction,
    name,
    number,
    printed,
    sentence_line,
    shorten,
    visible,
    whole_words,
)
from compare.view.records import Run


def figure(source: str, raw: str) -> Figure:
    start = source.index(raw)
    return Figure(
        id=raw, article="a", sentence="s", start=start, end=start + len(raw), raw=raw,
        kind="count", relation="exact", low=None, high=None, unit=None, rule="by-hand",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("25\u202e1", "25[U+202E]1"),
        ("2\u200b51", "2[U+200B]51"),
        ("\u2066251", "[U+2066]251"),
        ("2\u00ad51", "2[U+00AD]51"),
        ("\ufeffخبر", "[U+FEFF]خبر"),
        ("a\x00b\x1bc", "a[U+0000]b[U+001B]c"),
        ("سطر\r\n\tسطر", "سطر سطر"),
        ("خُطف ٢٥٢ شخصًا", "خُطف ٢٥٢ شخصًا"),
        ("51\u00a0مليار", "51\u00a0مليار"),
    ],
)
def test_what_hides_or_reorders_is_shown(raw: str, shown: str) -> None:
    assert visible(raw) == shown


@given(st.text())
def test_nothing_that_hides_or_reorders_is_passed_on(raw: str) -> None:
    hidden = "\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2069\ufeff"
    assert not set(visible(raw)) & set(hidden + "\x00\x08\x1b\x7f\u0085\u2028")


def test_a_whole_figure_is_marked_and_the_text_is_kept() -> None:
    source = "وأُجلي أكثر من 1170 شخصًا."
    line = sentence_line(
        source, (0, len(source)), [figure(source, "أكثر من 1170")], ["أكثر من 1170"]
    )
    assert [run.text for run in line if run.role == "mark"] == ["أكثر من 1170"]
    assert "".join(run.text for run in line) == source


def test_a_mark_of_letters_is_widened_to_the_word_that_they_join() -> None:
    source = "بخمسة بحّارة و355 راكبًا"
    line = sentence_line(source, (0, len(source)), [figure(source, "خمسة")], ["خمسة"])
    assert line[0].text == "بخمسة"
    start = source.index("355")
    assert whole_words(source, (start, start + 3), (0, len(source))) == (start, start + 3)


def test_digits_are_isolated_left_to_right_and_words_in_their_own_direction() -> None:
    assert printed("5-7").dir == "ltr"
    assert printed("2024-05-10").dir == "ltr"
    assert printed("بين 5 و7").dir == "rtl"


def test_overlapping_figures_lose_no_text() -> None:
    source = "بين 5 و7 آلاف"
    figures = [figure(source, "بين 5 و7 آلاف"), figure(source, "7 آلاف")]
    line = sentence_line(source, (0, len(source)), figures, [figures[0].id])
    assert "".join(run.text for run in line) == source


def test_a_sentence_too_long_to_read_is_cut_around_its_figure() -> None:
    source = "كلمة " * 400 + "قُتل 37 شخصًا " + "كلمة " * 400
    line = sentence_line(source, (0, len(source)), [figure(source, "37")], ["37"])
    text = "".join(run.text for run in line)
    assert text.startswith("… ")
    assert text.endswith(" …")
    assert "قُتل 37 شخصًا" in text
    assert len(text) < 1000


def test_a_long_sentence_without_spaces_is_cut_too() -> None:
    source = "س" * 5000
    assert len("".join(r.text for r in sentence_line(source, (0, 5000), [], []))) < 1000


@given(st.text(alphabet="اب 5.\n", max_size=40))
def test_a_line_holds_the_sentence_but_its_outer_space(source: str) -> None:
    line = sentence_line(source, (0, len(source)), [], [])
    assert "".join(run.text for run in line) == visible(source.strip())


@pytest.mark.parametrize(
    ("raw", "side"), [("«نوارس»", "rtl"), ("NBC نيوز", "ltr"), ("12", "rtl"), ("", "rtl")]
)
def test_a_name_takes_the_direction_of_its_first_letter(raw: str, side: str) -> None:
    assert direction(raw) == side
    assert name(raw).lang == ("ar" if side == "rtl" else "")


def test_shortened_words_end_in_an_ellipsis() -> None:
    assert shorten("كلمة " * 50, 20) == "كلمة كلمة كلمة كلمة…"
    assert shorten(" قصير\n") == "قصير"


def test_a_number_runs_from_the_left_whatever_stands_around_it() -> None:
    assert number("5–7%") == Run(text="5–7%", role="number", dir="ltr", at="derived")
    assert number("-3", "derived").dir == "ltr"
