"""Gold is read as it is written, and what is wrong with it is told by line, with the way out."""

import hashlib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from compare import evaluation
from compare.errors import TabayunError
from tests.evaluation.made import BARID, MARSAD, MINBAR, ROWS, report, tsv

ARTICLES = report().articles
SOUND = tsv(ROWS)


class Bad(NamedTuple):
    """How the gold is spoiled; the line and the words that tell of it; the way out."""

    spoil: Callable[[str], str | bytes]
    line: int | None
    said: str
    hint: str


def swap(old: str, new: str) -> Callable[[str], str]:
    """A change of the first place."""

    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


FIRST = f"K\tquantity\tdivergent\t{MINBAR}\t5\t0\t11\tقتل 5 أشخاص"

BAD = {
    "empty": Bad(lambda _: "", 1, "no column fact, kind, verdict", "the first line names"),
    "no column": Bad(swap("verdict", "judgement"), 1, "no column verdict", "the first line names"),
    "two columns of a name": Bad(
        lambda text: "".join(f"{line}\tquote\n" for line in text.splitlines()),
        1, "two columns quote", "rename"),
    "too few cells": Bad(swap(f"\t{MARSAD}", ""), 3, "7 cells, but 8 columns", "one tab each"),
    "too many cells": Bad(swap("قتل 5", "قتل\t5"), 2, "9 cells, but 8 columns", "one tab each"),
    "no fact": Bad(swap("\nK\t", "\n \t"), 2, "no fact is named", "an id"),
    "unknown kind": Bad(swap("trap", "traps"), 7, "unknown kind 'traps'", "did you mean trap?"),
    "unknown verdict": Bad(
        swap("agreed", "ok"), 5, "unknown verdict 'ok'", "known are agree, agreed, compatible"),
    "unknown outlet": Bad(
        swap(BARID, "بريد الغرب"), 4, "no outlet 'بريد الغرب'", f"did you mean {BARID}?"),
    "no number": Bad(swap("\t5\t", "\tخمسة\t"), 2, "value 'خمسة' is no number", "vague"),
    "one of two values no number": Bad(swap("\t5\t", "\t5;\t"), 2, "'5;' is no number", "5;7"),
    "an endless number": Bad(swap("\t5\t", "\tInfinity\t"), 2, "is no number", "digits"),
    "no start": Bad(swap("\t0\t", "\t\t"), 2, "start '' is no whole number", "code points"),
    "no end": Bad(swap("\t11\t", "\t11.5\t"), 2, "end '11.5' is no whole number", "code points"),
    "before the text": Bad(swap("\t0\t", "\t-1\t"), 2, "starts at -1", "code points"),
    "an empty span": Bad(swap("\t0\t11", "\t11\t11"), 2, "starts at 11 and ends at 11", "count"),
    "beyond the text": Bad(
        swap("\t0\t11", "\t0\t999"), 2, "ends at 999, the text at 60", "stands at 0 to 11"),
    "other words there": Bad(
        swap("\t0\t11", "\t1\t12"), 2, "the words there are 'تل 5 أشخاص'", "stands at 0 to 11"),
    "words that are nowhere": Bad(
        swap("قتل 5 أشخاص", "مات 5 أشخاص"), 2, "the words there are 'قتل 5 أشخاص'", "code points"),
    "no words": Bad(swap("قتل 5 أشخاص", ""), 2, "the words there are", "code points"),
    "two verdicts of a fact": Bad(
        swap("K\tquantity\tdivergent\tبريد", "K\tquantity\tupdated\tبريد"),
        4, "K is updated here, but divergent on line 2", "one verdict"),
    "a reading twice": Bad(
        swap(FIRST, f"{FIRST}\n{FIRST}"), 3, "the same reading as on line 2", "keep one"),
    "not UTF-8": Bad(
        lambda text: text.encode("cp1256"), 2, "not UTF-8: it looks like", "iconv"),
    "UTF-16": Bad(lambda text: text.encode("utf-16"), 1, "not UTF-8", "iconv"),
    "the line of a trouble among blank ones": Bad(
        lambda text: text.replace("\n", "\n\n").replace("trap", "x", 1), 13, "unknown kind", ""),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_is_told_with_its_line_and_the_way_out(name: str, tmp_path: Path) -> None:
    case = BAD[name]
    path = tmp_path / evaluation.NAME
    spoiled = case.spoil(SOUND)
    path.write_bytes(spoiled.encode() if isinstance(spoiled, str) else spoiled)
    with pytest.raises(TabayunError) as caught:
        evaluation.read(path, ARTICLES)
    assert (caught.value.path, caught.value.line) == (path, case.line)
    assert case.said in caught.value.message
    assert case.hint in (caught.value.hint or "")
    assert caught.value.hint


def test_gold_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(TabayunError, match=r"no readings.tsv in this folder \(write one with"):
        evaluation.read(tmp_path / evaluation.NAME, ARTICLES)


WRITTEN = {
    "as it is": SOUND.encode(),
    "with a byte-order mark": b"\xef\xbb\xbf" + SOUND.encode(),
    "with the line ends of Windows": SOUND.replace("\n", "\r\n").encode(),
    "without a last line end": SOUND.rstrip("\n").encode(),
    "with blank lines": SOUND.replace("\n", "\n\t\t\n").encode(),
    "with empty cells behind": SOUND.replace("\n", "\t\t\n").encode(),
    "with more columns": "".join(f"note\t{line}\n" for line in SOUND.splitlines()).encode(),
    "with other white space": SOUND.replace("قتل 5", "قتل \u00a0 5").encode(),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_the_same_gold_may_be_written_in_other_ways(name: str, tmp_path: Path) -> None:
    path = tmp_path / evaluation.NAME
    path.write_bytes(WRITTEN[name])
    found = evaluation.read(path, ARTICLES)
    assert found.sha256 == hashlib.sha256(WRITTEN[name]).hexdigest()
    rows = [(r.fact, r.kind, r.verdict, r.outlet, *r.values, r.quote.split()) for r in found.rows]
    assert rows == [(*w.split(), o, Decimal(v), q.split()) for w, o, v, q in ROWS]


def test_a_quantity_without_a_number_is_vague_if_it_says_so(tmp_path: Path) -> None:
    path = tmp_path / evaluation.NAME
    lines = [f"{line}\tabout, vague" for line in SOUND.splitlines()]
    lines[0] = lines[0].replace("about, vague", "qualifier")
    path.write_text("\n".join(lines).replace("\t7\t", "\tعشرات\t"), encoding="utf-8")
    values = [row.values for row in evaluation.read(path, ARTICLES).rows]
    assert values[:3] == [(5,), (), (5,)]


def test_an_outlet_may_have_several_articles(tmp_path: Path) -> None:
    twice = {MINBAR: "قتل 5 أشخاص.", MARSAD: "نجا 8."}
    first, second = report((), twice).articles
    second = msgspec.structs.replace(second, outlet=MINBAR)
    path = tmp_path / evaluation.NAME
    text = tsv(
        [("K quantity single", MINBAR, "5", "قتل 5"), ("L quantity single", MARSAD, "8", "نجا 8")],
        twice,
    )
    path.write_text(text.replace(MARSAD, MINBAR), encoding="utf-8")
    rows = evaluation.read(path, [second, first]).rows
    assert [row.article for row in rows] == [first.id, second.id]
