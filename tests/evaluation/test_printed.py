"""How scores are printed: every miss with its words, each story and all in aligned columns."""

from pathlib import Path

from compare import evaluation
from compare.evaluation.measures import MEASURES, Miss, Quote, Score, Share, Shares
from compare.evaluation.printed import lines
from tests.evaluation.made import MARSAD, MINBAR, ROWS, WOUNDED, YEARS, Group, gold, report

NONE = Share(0, 0)
SCORES = [
    Score("zilzal", "", Shares(Share(2, 3), *[NONE] * 5), (), ()),
    Score(
        "idrab",
        "",
        Shares(Share(35, 49), Share(1, 1), *[NONE] * 4),
        (Miss("apart", "F1", (Quote("منبر", "قتل 5"), Quote("مرصد", "سبعة"))),),
        (Miss("unjudged", "", (Quote("منبر", "300"),)),),
    ),
]


def test_elsewhere_than_on_a_terminal_it_is_plain_text_in_columns() -> None:
    assert lines(SCORES, terminal=False) == [
        "zilzal: nothing missed",
        "idrab",
        "  apart     F1  منبر: قتل 5 | مرصد: سبعة",
        "  unjudged      منبر: 300",
        "",
        "story             read     recall  precision   verdicts  divergent      traps",
        "zilzal       2/3  .666  0/0     –  0/0     –  0/0     –  0/0     –  0/0     –",
        "idrab      35/49  .714  1/1 1.000  0/0     –  0/0     –  0/0     –  0/0     –",
        "mean of 2         .690      1.000          –          –          –          –",
        "in all     37/52  .711  1/1 1.000  0/0     –  0/0     –  0/0     –  0/0     –",
        "1 shown as divergent, unjudged: the gold knows none of their figures",
    ]


def test_every_miss_is_a_line_with_its_words_and_why(tmp_path: Path) -> None:
    made = report([Group("divergent", [*WOUNDED, *YEARS])])
    score = evaluation.score(made, gold(tmp_path, ROWS))
    printed = lines([score], terminal=False)
    assert len(printed) == 1 + len(score.misses) + 5
    for miss, line in zip(score.misses, printed[1:], strict=False):
        for word in (miss.kind, miss.fact, miss.note, *(w for quote in miss.quotes for w in quote)):
            assert word in line


def test_a_long_miss_stays_on_its_line_and_a_terminal_folds_it() -> None:
    long = Miss("apart", "F1", (Quote(MINBAR, "كلمة " * 200), Quote(MARSAD, "كلمة")))
    scores = [SCORES[0]._replace(misses=(long,))]
    assert len(lines(scores, terminal=False)) == 7
    assert len(lines(scores, terminal=True)) > 10


def test_what_hides_is_shown() -> None:
    odd = Miss("apart", "F1", (Quote("من\u202eبر", "5\u200b7"),))
    [line] = [x for x in lines([SCORES[0]._replace(misses=(odd,))], terminal=False) if "F1" in x]
    assert "من[U+202E]بر: 5[U+200B]7" in line


def test_words_are_no_markup() -> None:
    odd = Miss("apart", "[red]F1", (Quote("[bold]منبر", "[/]5"),), "[blink]")
    printed = "\n".join(lines([SCORES[0]._replace(misses=(odd,), story="[b]s")], terminal=False))
    for word in ("[red]F1", "[bold]منبر: [/]5", "([blink])", "[b]s"):
        assert word in printed


def test_on_a_terminal_the_words_of_each_outlet_are_isolated() -> None:
    shown = "\n".join(lines(SCORES, terminal=True))
    assert "\u2068منبر: قتل 5\u2069 | \u2068مرصد: سبعة\u2069" in shown
    for name in MEASURES:
        assert name in shown
