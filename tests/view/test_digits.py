"""Digits: the briefing's own are written as asked, what an article has printed never changes."""

from collections.abc import Iterator
from typing import TypeVar

from compare.model import Record
from compare.view import build, written
from compare.view.briefing import Briefing
from compare.view.records import Run, Value
from tests import builders

R = TypeVar("R", bound=Record)


def records(value: object, kind: type[R]) -> Iterator[R]:
    """All records of a kind in a briefing."""
    if isinstance(value, kind):
        yield value
    if isinstance(value, Record):
        for field in value.__struct_fields__:
            yield from records(getattr(value, field), kind)
    if isinstance(value, tuple):
        for item in value:
            yield from records(item, kind)


def arab() -> Briefing:
    return written(build(builders.report(), "ar"), "arab")


def test_ascii_digits_are_the_default_and_change_nothing() -> None:
    briefing = build(builders.report(), "ar")
    assert written(briefing, "latn") is briefing


def test_own_numbers_are_written_in_arabic_digits_with_their_signs() -> None:
    values = [v.number for v in records(arab(), Value)]
    assert "٢٥١" in values
    assert "٥–٧" in values
    assert "١٬١٧٠" in values
    assert not any(c.isascii() and c.isdigit() for number in values for c in number)
    assert {v.dir for v in records(arab(), Value)} == {"rtl"}
    numbers = [r.text for r in records(arab(), Run) if r.role in ("number", "derived", "date")]
    assert "٤٠٪" in numbers
    assert "٢٥ مايو ٢٠٢٤" in numbers
    assert not any(c.isascii() and c.isdigit() for number in numbers for c in number)


def test_what_is_printed_stays_as_printed() -> None:
    before, after = build(builders.report(), "ar"), arab()
    quoted = ("text", "figure", "mark", "name", "only")
    told = [[r for r in records(b, Run) if r.role in quoted] for b in (before, after)]
    assert told[0] == told[1]
    assert [v.quoted for v in records(before, Value)] == [v.quoted for v in records(after, Value)]
    assert before.articles[0].digest == after.articles[0].digest
    assert before.articles[0].path == after.articles[0].path


def test_labels_of_scales_are_written_too() -> None:
    card = arab().cards[0]
    assert card.plot is not None
    assert [tick.text for tick in card.plot.ticks] == ["٥", "٧"]
    assert {char for count in arab().counts for char in count.number} <= set("٠١٢٣٤٥٦٧٨٩")
