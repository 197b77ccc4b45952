"""What each thing that a report gets wrong does to which measure, and how the miss is told."""

from pathlib import Path
from typing import NamedTuple

import pytest

from compare import evaluation
from compare.evaluation.measures import Share, Shares, mean, rounded_down, total
from compare.evaluation.score import ADMITTED
from compare.model import Report, Verdict
from tests.evaluation.made import (
    BARID,
    DAMS,
    KILLED,
    MARSAD,
    MINBAR,
    RIGHT,
    ROWS,
    WOUNDED,
    YEARS,
    GoldRow,
    Group,
    gold,
    report,
    same_in_another_order,
)

ALL_RIGHT = Shares(Share(5, 5), Share(4, 4), Share(4, 4), Share(2, 2), Share(1, 1), Share(2, 2))


class Case(NamedTuple):
    """A report, the measures in which it is not all right, and its misses as "kind fact: note"."""

    report: Report
    moved: dict[str, tuple[int, int]]
    misses: list[str]


REPORTS = {
    "all is right": Case(report(), {}, []),
    "a figure is not read": Case(
        report([Group("divergent", KILLED[:2]), RIGHT[1]]),
        {"read": (4, 5), "recall": (2, 4), "precision": (2, 2)},
        ["not read K: 5 wanted, nothing read"],
    ),
    "a figure is read with another value": Case(
        report(values={(BARID, "5"): "50"}),
        {"read": (4, 5), "recall": (2, 4), "precision": (2, 2)},
        ["not read K: 5 wanted, 50 as count read"],
    ),
    "a figure is taken for something else": Case(
        report([Group("divergent", KILLED[:2]), RIGHT[1]], kinds={(BARID, "5"): "ordinal"}),
        {"read": (4, 5), "recall": (2, 4), "precision": (2, 2)},
        ["not read K: 5 wanted, 5 as ordinal read"],
    ),
    "a fact is torn": Case(
        report([Group("agreed", [KILLED[0], KILLED[2]]), Group("single", KILLED[1:2]), RIGHT[1]]),
        {"recall": (2, 4), "precision": (2, 2), "verdicts": (1, 2), "divergent": (0, 0)},
        ["apart K: ", "apart K: ", "verdict K: divergent wanted, agreed shown"],
    ),
    "two facts are one": Case(
        report([Group("divergent", KILLED + WOUNDED)]),
        {"precision": (4, 8), "verdicts": (1, 2)},
        [*["joined K W: "] * 4, "verdict W: agreed wanted, divergent shown"],
    ),
    "a verdict is wrong": Case(
        report([Group("updated", KILLED), RIGHT[1]]),
        {"verdicts": (1, 2), "divergent": (0, 0)},
        ["verdict K: divergent wanted, updated shown"],
    ),
    "what agrees is shown as divergent": Case(
        report([RIGHT[0], Group("divergent", WOUNDED)]),
        {"verdicts": (1, 2), "divergent": (1, 2)},
        ["verdict W: agreed wanted, divergent shown", "divergent W: the gold has agreed"],
    ),
    "a trap is a quantity of its own": Case(
        report([*RIGHT, Group("single", YEARS[:1])]),
        {"traps": (1, 2)},
        ["trap Y: taken for a quantity"],
    ),
    "a trap is in a fact with another outlet": Case(
        report([*RIGHT, Group("agreed", YEARS)]),
        {"traps": (0, 2)},
        [f"trap Y: compared with {MARSAD}", f"trap Y: compared with {MINBAR}"],
    ),
    "traps are shown as divergent": Case(
        report([*RIGHT, Group("divergent", YEARS)]),
        {"traps": (0, 2), "divergent": (1, 2)},
        [
            "divergent : the gold has no reading of it",
            f"trap Y: compared with {MARSAD}",
            f"trap Y: compared with {MINBAR}",
        ],
    ),
    "what the gold does not know is shown as divergent": Case(
        report([*RIGHT, Group("divergent", DAMS)]), {}, []
    ),
    "nothing is read": Case(
        report([]),
        {name: (0, of) for name, of in zip(Shares._fields[:2], (5, 4), strict=True)}
        | dict.fromkeys(("precision", "verdicts", "divergent"), (0, 0)),
        ["not read K: 5 wanted, nothing read", "not read K: 7 wanted, nothing read",
         "not read K: 5 wanted, nothing read", *["not read W: 9 wanted, nothing read"] * 2],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REPORTS)
def test_what_is_wrong_moves_its_measures_and_no_other(name: str, tmp_path: Path) -> None:
    case = REPORTS[name]
    found = evaluation.score(case.report, gold(tmp_path, ROWS))
    wanted = ALL_RIGHT._replace(**{name: Share(*counts) for name, counts in case.moved.items()})
    assert found.shares == wanted
    assert [f"{miss.kind} {miss.fact}: {miss.note}" for miss in found.misses] == case.misses


def test_every_measure_moves_in_some_case() -> None:
    assert {name for case in REPORTS.values() for name in case.moved} == set(Shares._fields)


def test_a_miss_has_the_words(tmp_path: Path) -> None:
    torn = REPORTS["a fact is torn"].report
    apart, _, verdict = evaluation.score(torn, gold(tmp_path, ROWS)).misses
    assert apart.quotes == ((MINBAR, "قتل 5 أشخاص"), (MARSAD, "قتل 7 أشخاص"))
    assert verdict.quotes == ((MINBAR, "5"), (BARID, "5"))


def test_what_cannot_be_judged_is_told_apart(tmp_path: Path) -> None:
    case = REPORTS["what the gold does not know is shown as divergent"]
    [unjudged] = evaluation.score(case.report, gold(tmp_path, ROWS)).unjudged
    assert unjudged.quotes == ((MINBAR, "300"), (MARSAD, "310"))


@pytest.mark.parametrize("name", REPORTS)
def test_the_order_of_records_does_not_matter(name: str, tmp_path: Path) -> None:
    made, known = REPORTS[name].report, gold(tmp_path, ROWS)
    other = evaluation.score(same_in_another_order(made), known)
    assert other.shares == evaluation.score(made, known).shares
    assert other.misses == evaluation.score(made, known).misses


@pytest.mark.parametrize("verdict", [*ADMITTED, "open", "not_comparable"])
@pytest.mark.parametrize(
    "shown", ["agreed", "compatible", "updated", "divergent", "single", "undecided"]
)
def test_a_verdict_admits_what_it_stands_for(verdict: str, shown: Verdict, tmp_path: Path) -> None:
    rows = [(f"K quantity {verdict}", *row[1:]) for row in ROWS[:3]]
    share = evaluation.score(report([Group(shown, KILLED)]), gold(tmp_path, rows)).shares.verdicts
    judged = verdict in ADMITTED
    assert share == (judged and shown in ADMITTED[verdict], judged)


@pytest.mark.parametrize(
    ("verdict", "may"),
    [("divergent", 1), ("diverge", 1), ("open", 1), ("updated", 0), ("agree", 0), ("single", 0)],
)
def test_which_facts_may_be_shown_as_divergent(verdict: str, may: int, tmp_path: Path) -> None:
    rows = [(f"K quantity {verdict}", *row[1:]) for row in ROWS[:3]]
    assert evaluation.score(report(RIGHT[:1]), gold(tmp_path, rows)).shares.divergent == (may, 1)


def test_what_is_not_comparable_belongs_to_no_fact(tmp_path: Path) -> None:
    known = gold(tmp_path, [("K quantity not_comparable", *row[1:]) for row in ROWS[:3]])
    joined = evaluation.score(report(RIGHT[:1]), known)
    assert (joined.shares.recall, joined.shares.precision) == ((0, 0), (0, 3))
    assert {miss.kind for miss in joined.misses} == {"joined", "divergent"}
    apart = evaluation.score(report([Group("single", [one]) for one in KILLED]), known)
    assert apart.shares.precision == (0, 0)
    assert not apart.misses


def test_readings_of_one_outlet_make_no_pair(tmp_path: Path) -> None:
    texts = {MINBAR: "قتل 5 أشخاص. قال شاهد إن القتلى 6 على الأقل.", MARSAD: "قتل 5 أشخاص."}
    rows = [
        ("K quantity diverge", MINBAR, "5", "5 أشخاص"),
        ("K quantity diverge", MINBAR, "6", "القتلى 6"),
        ("K quantity diverge", MARSAD, "5", "5 أشخاص"),
    ]
    made = report([Group("divergent", [(MINBAR, "5"), (MINBAR, "6"), (MARSAD, "5")])], texts)
    shares = evaluation.score(made, gold(tmp_path, rows, texts)).shares
    assert shares.recall == shares.precision == (2, 2)


def test_of_a_torn_fact_the_part_with_most_outlets_is_judged(tmp_path: Path) -> None:
    texts = {MINBAR: "قتل 5 أشخاص، ثم قيل إن 5 قتلوا و6 جرحوا.", MARSAD: "قتل 6 أشخاص."}
    rows = [
        ("K quantity divergent", MINBAR, "5", "قتل 5"),
        ("K quantity divergent", MARSAD, "6", "قتل 6"),
    ]
    groups = [
        Group("single", [(MINBAR, "5")]),
        Group("divergent", [(MARSAD, "6"), (MINBAR, "6")]),
    ]
    for made in (report(groups, texts), report(groups[::-1], texts)):
        assert evaluation.score(made, gold(tmp_path, rows, texts)).shares.verdicts == (1, 1)


SPANS: dict[str, tuple[list[GoldRow], list[str], int]] = {
    "a range has both values": ([("K quantity single", MINBAR, "5;7", "بين 5-7 قتلى")], ["5-7"], 1),
    "a range has one of them": ([("K quantity single", MINBAR, "7", "بين 5-7 قتلى")], ["5-7"], 1),
    "a range lacks the second": (
        [("K quantity single", MINBAR, "5;8", "بين 5-7 قتلى")], ["5-7"], 0),
    "two figures have one value each": (
        [("K quantity single", MINBAR, "4;3", "4 قتلى و3 جرحى")], ["4", "3"], 1),
    "one of two figures is not read": (
        [("K quantity single", MINBAR, "4;3", "4 قتلى و3 جرحى")], ["4"], 0),
    "a range goes to one of two values": (
        [("K quantity single", MINBAR, "5", "بين 5-7 قتلى"),
         ("L quantity single", MINBAR, "7", "بين 5-7 قتلى")], ["5-7"], 1),
    "two rows of one value share a claim": (
        [("K quantity single", MINBAR, "4", "4 قتلى"),
         ("L quantity single", MINBAR, "4", "4 قتلى")], ["4"], 2),
    "the figure is beyond the span": ([("K quantity single", MINBAR, "3", "4 قتلى و")], ["3"], 0),
}  # fmt: skip


@pytest.mark.parametrize("name", SPANS)
def test_a_reading_is_a_claim_in_its_span(name: str, tmp_path: Path) -> None:
    rows, raws, found = SPANS[name]
    texts = {MINBAR: "بين 5-7 قتلى هنا، وهناك 4 قتلى و3 جرحى."}
    made = report([Group("single", [(MINBAR, raw)]) for raw in raws], texts)
    quantities = sum("quantity" in row[0] for row in rows)
    assert evaluation.score(made, gold(tmp_path, rows, texts)).shares.read == (found, quantities)


def test_a_vague_quantity_is_not_looked_for(tmp_path: Path) -> None:
    known = gold(tmp_path, ROWS)
    vague = [row._replace(values=()) if row.outlet == BARID else row for row in known.rows]
    shares = evaluation.score(report(), known._replace(rows=tuple(vague))).shares
    assert shares == ALL_RIGHT._replace(read=Share(4, 4), recall=Share(2, 2), precision=Share(2, 2))


def test_the_narrow_span_chooses_before_the_wide_one(tmp_path: Path) -> None:
    texts = {MINBAR: "غرق 4 رجال ونجا (4) آخرون."}
    rows = [
        ("A quantity single", MINBAR, "4", "غرق 4 رجال ونجا (4) آخرون"),
        ("B quantity single", MINBAR, "4", "غرق 4"),
    ]
    made = report([Group("single", [(MINBAR, "4")]), Group("agreed", [(MINBAR, "(4)")])],
                  texts, values={(MINBAR, "(4)"): "4"})  # fmt: skip
    [verdict] = evaluation.score(made, gold(tmp_path, rows, texts)).misses
    assert (verdict.fact, verdict.note) == ("A", "single wanted, agreed shown")


@pytest.mark.parametrize(("value", "kept"), [("30 March", 0), ("Tuesday", 0), ("31", 1)])
def test_a_trap_is_caught_by_its_number_or_by_its_words(
    value: str, kept: int, tmp_path: Path
) -> None:
    texts = {MINBAR: "قتلوا يوم 30 مارس."}
    known = gold(tmp_path, [("Y trap single", MINBAR, value, "30 مارس")], texts)
    made = report([Group("single", [(MINBAR, "30")])], texts)
    assert evaluation.score(made, known).shares.traps == (kept, 1)


def test_a_trap_and_a_quantity_in_the_same_words(tmp_path: Path) -> None:
    texts = {MINBAR: "قتل 3 في 3 مايو."}
    rows = [
        ("K quantity single", MINBAR, "3", "قتل 3"),
        ("Y trap single", MINBAR, "3", "قتل 3 في 3 مايو"),
    ]
    made = report([Group("single", [(MINBAR, "3")])], texts)
    assert evaluation.score(made, gold(tmp_path, rows, texts)).shares.traps == (1, 1)


def test_means_leave_out_where_nothing_is_measured_and_sums_are_sums() -> None:
    shares = [Share(1, 2), Share(0, 0), Share(1, 1)]
    assert mean(shares) == Share(3, 4).value
    assert mean(shares[1:2]) is None
    assert total(shares) == (2, 3)


def test_a_share_is_rounded_down() -> None:
    assert str(rounded_down(Share(2, 3).value)) == "0.666"
    assert str(rounded_down(Share(9999, 10000).value)) == "0.999"
    assert rounded_down(Share(7, 10).value) * 10 == 7
