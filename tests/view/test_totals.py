"""Totals in the briefing: what does not add up first, each figure leading to its words."""

import re

import pytest

from compare import render
from compare.view import build
from compare.view.briefing import Addend, Briefing
from compare.view.records import Line
from tests import builders
from tests.totals.reading import report

DAY = "2024-06-10"
TEXT = """خطف مسلحون 30 تلميذا، أفرج عن 12 منهم، ولا يزال 18 منهم محتجزين.

وقتل 14 شخصا في غارة على كاتو، بينهم 9 أطفال و3 نساء.

وغرق أكثر من 40 صيادا، منهم 33 أردنيا و30 مصريا."""
TOLD = [
    ["الميناء", DAY, TEXT],
    ["الجبل", DAY, "قتل 8 أشخاص في غارة على كاتو."],
    ["السهل", DAY, "كان على متن العبارة 70 راكبا، أنقذ 50 منهم وغرق 18 منهم."],
]


def said(line: Line) -> str:
    return "".join(run.text for run in line)


def briefing(lang: str = "en") -> Briefing:
    return build(report(TOLD), lang)


def values(addends: tuple[Addend, ...]) -> list[str]:
    return [addend.value.number for addend in addends]


def test_what_exceeds_comes_first_and_what_adds_up_stands_apart() -> None:
    sums = briefing().sums
    assert [t.finding for t in sums.amiss] == ["exceeds", "exceeds", "falls-short"]
    assert [(t.whole.value.number, values(t.parts)) for t in sums.sound] == [("30", ["12", "18"])]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", [
            "The part exceeds the whole by 1.",
            "The parts make 63, which exceeds the whole by at least 13.",
            "The parts are told as the whole, yet make 68: 2 missing.",
        ]),
        ("ar", [
            "يتجاوز الجزء الكل بمقدار 1.",
            "مجموع الأجزاء 63، فيتجاوز الكل بمقدار لا يقل عن 13.",
            "مجموع الأجزاء 68، وقد ذُكرت على أنها الكل، فينقص عنه 2.",
        ]),
    ],
)  # fmt: skip
def test_the_sum_and_the_difference_are_said(lang: str, words: list[str]) -> None:
    assert sorted(said(t.says) for t in briefing(lang).sums.amiss) == sorted(words)


def test_computed_numbers_are_marked_as_computed_and_isolated() -> None:
    runs = [run for t in briefing().sums.amiss for run in t.says if run.role != "text"]
    assert len(runs) == 5
    assert {(run.role, run.dir) for run in runs} == {("derived", "ltr")}


def test_a_part_names_its_outlet_only_where_it_is_another() -> None:
    across = {t.whole.outlet.text: [p.outlet.text for p in t.parts] for t in briefing().sums.amiss}
    assert across == {"الجبل": ["الميناء"], "الميناء": ["", ""], "السهل": ["", ""]}


def test_each_figure_leads_to_its_words() -> None:
    made = report(TOLD)
    sentences = {f"#s-{sentence.id}" for sentence in made.sentences}
    sums = build(made, "ar").sums
    addends = [a for t in (*sums.amiss, *sums.sound) for a in (t.whole, *t.parts)]
    assert {addend.value.link for addend in addends} <= sentences
    assert {addend.anchor for addend in addends} <= {f"#fact-{fact.id}" for fact in made.facts}


def test_the_first_page_speaks_of_totals_only_where_one_exceeds() -> None:
    assert said(briefing().sums.alarm) == "In 2 places the parts exceed the whole"
    assert build(report(TOLD[2:]), "en").sums.alarm == ()


def test_where_there_is_nothing_nothing_is_shown() -> None:
    page = render.html(build(builders.report(), "ar"))
    assert 'id="totals"' not in page
    assert "#totals" not in page


def test_the_page_isolates_each_number_and_links_it() -> None:
    page = render.html(briefing("ar"))
    section = page[page.index('id="totals"') :].partition("</section>")[0]
    linked = re.findall(
        r'<a href="#s-[^"]+"><span class="value" data-from="[^"]+">(?:<span.*?</span> )?<bdi',
        section,
    )
    assert len(linked) == 11
    shown = re.sub(r"<bdi[^>]*>.*?</bdi>|<[^>]*>", "", section.partition("</p>")[2])
    assert not re.search(r"\d", shown)
