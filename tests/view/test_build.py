"""The briefing: what it holds, in which order, and that every word of the report can be seen."""

from decimal import Decimal
from typing import Any

import pytest
from msgspec import structs

from compare.model import Fact, Report
from compare.view import build, on_paper
from compare.view.briefing import Strand
from compare.view.facts import VERDICTS
from compare.view.labels import LOCALES, category, load
from compare.view.matrix import tables
from compare.view.records import Line
from tests import builders


def said(line: Line) -> str:
    return "".join(run.text for run in line)


def test_divergent_facts_come_first_gravest_first() -> None:
    briefing = build(builders.report(), "ar")
    assert [card.title.name.text for card in briefing.cards] == [
        "مفقودون · بحّارة (أجانب)",
        "ركاب",
    ]
    order = [VERDICTS.index(fact.verdict.slug) for fact in briefing.facts]
    assert order == sorted(order)


def test_equally_grave_facts_are_ordered_by_id() -> None:
    report = builders.report()
    even = tuple(structs.replace(fact, severity=50) for fact in report.facts)
    for facts in (even, even[::-1]):
        cards = build(structs.replace(report, facts=facts), "ar").cards
        assert [c.anchor for c in cards] == sorted(c.anchor for c in cards)


def test_each_fact_is_shown_once() -> None:
    report = builders.report()
    briefing = build(report, "ar")
    anchors = [fact.anchor for fact in briefing.facts]
    anchors += [fact.anchor for group in briefing.singles for fact in group.facts]
    assert sorted(anchors) == sorted(f"fact-{fact.id}" for fact in report.facts)


def test_the_counts_are_of_all_verdicts_gravest_first() -> None:
    briefing = build(builders.report(), "en")
    counts = [(count.verdict.slug, count.number) for count in briefing.counts]
    assert counts == list(zip(VERDICTS, "211114", strict=True))


@pytest.mark.parametrize(
    ("report", "lang", "words"),
    [
        (builders.report(), "ar", "في هذا الملف واقعتان متباينتان، من أصل 10 وقائع."),
        (builders.report(), "en", "2 facts diverge, among 10 facts."),
        (builders.calm(), "en", "Nothing diverges: of the figures that could be compared"),
        (builders.single(), "en", "nothing to compare it with"),
        (builders.single(), "ar", "مقال واحد"),
    ],
)
def test_the_first_lines_answer(report: Report, lang: str, words: str) -> None:
    assert words in said(build(report, lang).answer)


def test_a_reading_names_outlets_and_their_sources_in_order() -> None:
    five, seven = build(builders.report(), "ar").cards[0].readings
    assert (five.value.number, seven.value.number) == ("5", "7")
    assert [c.outlet.text for c in five.carriers] == ["جريدة المرفأ", "أخبار الضفتين", "مرصد البحر"]
    chains = [[source.text for source in chain] for chain in five.carriers[1].chains]
    assert chains == [["شبكة «موجة»", "مصدر في خفر السواحل"]]
    assert seven.carriers[1].chains == ()
    assert said(five.independent) == "مصدران مستقلان"


def test_a_reading_leads_to_where_its_outlets_give_it_the_first_of_them_first() -> None:
    whole = builders.report()
    briefing = build(whole, "ar")
    article_of = {f"#s-{s.id}": s.article for s in whole.sentences}
    outlet_of = {article.id: article.outlet for article in whole.articles}
    for fact in briefing.facts:
        for reading in fact.readings:
            assert reading.value.link == reading.carriers[0].link
            for carrier in reading.carriers:
                assert outlet_of[article_of[carrier.link]] == carrier.outlet.text


def test_outlets_are_named_once_in_the_order_of_the_sources() -> None:
    whole = builders.report()
    first = whole.articles[0]
    again = structs.replace(first, id="again", path="again.txt")
    briefing = build(structs.replace(whole, articles=(*whole.articles, again)), "ar")
    assert [outlet.text for outlet in briefing.outlets] == [a.outlet for a in whole.articles]


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_page_that_counts_has_a_form_for_every_number(lang: str) -> None:
    forms = {form.category: form.pattern for form in build(builders.report(), lang).shown}
    for count in range(120):
        pattern = forms[category(load(lang), Decimal(count))]
        assert "{all}" in pattern
        assert "{n}" in pattern or count <= 2


def test_an_outlet_that_contradicts_itself_has_both_values_in_its_cell() -> None:
    cells = build(builders.report(), "ar").cards[0].cells
    assert [[v.number for v in cell.values] for cell in cells] == [
        ["5"], ["5"], ["5", "7"], ["7"],
    ]  # fmt: skip


def test_silence_is_no_value_and_zero_is_one() -> None:
    report = builders.report()
    zero = structs.replace(report.figures[1], low=report.figures[1].low * 0, high=None)  # type: ignore[operator]
    figures = (report.figures[0], zero, *report.figures[2:])
    row = build(structs.replace(report, figures=figures), "ar").cards[1].cells
    assert [[v.number for v in cell.values] for cell in row] == [["0"], ["252"], [], []]


def test_sentences_mark_the_figure_meant_and_no_other() -> None:
    briefing = build(builders.report(), "ar")
    for fact in briefing.facts:
        for entry in fact.entries:
            assert [run.text for run in entry.sentence if run.role == "mark"]
    travel = next(a for a in briefing.articles if a.path == "marsad.txt")
    runs = [run for part in travel.paragraphs for s in part for run in s.line]
    assert [run.text for run in runs if run.role == "figure"] == ["9 يونيو", "8%"]


def test_every_link_leads_somewhere() -> None:
    briefing = build(builders.report(), "ar")
    anchors = {f"#{s.anchor}" for a in briefing.articles for p in a.paragraphs for s in p}
    facts = {f"#{f.anchor}" for f in briefing.facts}
    facts |= {f"#{f.anchor}" for group in briefing.singles for f in group.facts}
    links = {entry.link for fact in briefing.facts for entry in fact.entries}
    links |= {v.link for fact in briefing.facts for cell in fact.cells for v in cell.values}
    groups = (*briefing.aligned, *briefing.aligned_figures)
    links |= {s.link for group in groups for side in group.sides for s in side.sentences}
    assert links <= anchors
    beside = {entry.beside for fact in briefing.facts for entry in fact.entries} - {""}
    assert beside
    assert beside <= {f"#{group.anchor}" for group in groups}
    lines = [s.line for a in briefing.articles for p in a.paragraphs for s in p]
    assert {run.link for line in lines for run in line if run.link} <= facts


def test_the_full_texts_are_all_there() -> None:
    report = builders.report()
    for article, view in zip(report.articles, build(report, "ar").articles, strict=True):
        words = " ".join(said(s.line) for part in view.paragraphs for s in part)
        assert words.split() == article.text.split()


def test_what_was_left_out_is_grouped_by_reason_and_complete() -> None:
    report = builders.report()
    groups = build(report, "ar").left_out
    assert sum(int(group.number) for group in groups) == len(report.not_compared)
    assert {f.run.text for group in groups for f in group.figures} == {
        "5 دقائق", "ثالث", "9 يونيو", "8%",
    }  # fmt: skip


def test_only_alignments_without_claims_are_shown_as_such() -> None:
    (group,) = build(builders.report(), "ar").aligned
    assert said(group.score) == "81%"
    assert [side.outlet.text for side in group.sides] == ["جريدة المرفأ", "موقع غير مسمّى"]


def test_alignments_say_who_prints_one_text_and_how_much_of_it() -> None:
    briefing = build(builders.report(), "en")
    (group,) = briefing.aligned
    (copied,) = group.copies
    words = "One text: جريدة المرفأ · موقع غير مسمّى (50%–80% of their words stand in the same runs)"
    assert said(copied) == words
    assert [g.copies for g in briefing.aligned_figures] == [()]


def test_words_of_one_sentence_alone_are_told_apart_and_figures_marked() -> None:
    briefing = build(builders.report(), "ar")
    roles = [
        [(run.role, run.text) for s in side.sentences for run in s.sentence if run.role != "text"]
        for side in briefing.aligned_figures[0].sides
    ]
    assert roles == [
        [("only", "وقالت هيئة الإنقاذ إن"), ("mark", "5"), ("only", "ما زالوا")],
        [("only", "وما زال"), ("mark", "7"), ("only", "وفق تقديرات غير رسمية")],
    ]


def test_a_fact_tells_the_grounds_that_weigh_and_no_others() -> None:
    fact = build(builders.report(), "en").facts[0]
    assert fact.grounds == ("the same value", "the same event")
    assert fact.against == ("some are of another place",)


def test_outlets_that_print_a_value_alike_are_named_with_it() -> None:
    report = builders.report()
    facts = [
        structs.replace(
            fact, readings=tuple(structs.replace(r, one_text=(r.outlets,)) for r in fact.readings)
        )
        for fact in report.facts
    ]
    briefing = build(structs.replace(report, facts=tuple(facts)), "ar")
    for fact in briefing.facts:
        for reading in fact.readings:
            (named,) = reading.one_text
            assert {n.text for n in named} == {c.outlet.text for c in reading.carriers}


def test_what_is_not_the_storys_is_reported() -> None:
    zones = [said(line) for line in build(builders.report(), "ar").zones]
    assert len(zones) == 2
    assert "5 دقائق للقراءة" in zones[0]
    assert "ارتفعت أسعار القمح" in zones[1]


def test_missing_dates_titles_and_links_are_empty_not_invented() -> None:
    unnamed = build(builders.report(), "ar").articles[-1]
    assert (unnamed.published, unnamed.title.text, unnamed.url) == ((), "", "")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "file:///etc/passwd", "//host.example/a", "data:text/html,x",
        "https://user@host.example/", "http://", "HTTPS://ok.example\\@evil.example",
        "https://a.example/\u202egpj.exe", " https://a.example", "https://[bad",
    ],
)  # fmt: skip
def test_only_plain_web_links_are_links(url: str) -> None:
    report = builders.report()
    articles = (structs.replace(report.articles[0], url=url), *report.articles[1:])
    assert build(structs.replace(report, articles=articles), "ar").articles[0].url == ""


@pytest.mark.parametrize("lang", LOCALES)
def test_both_locales_hold_the_same_content(lang: str) -> None:
    other = build(builders.report(), "ar")
    briefing = build(builders.report(), lang)
    assert [f.anchor for f in briefing.facts] == [f.anchor for f in other.facts]
    assert [f.cells and len(f.entries) for f in briefing.facts] == [
        f.cells and len(f.entries) for f in other.facts
    ]


@pytest.mark.parametrize(
    ("lang", "words"), [("ar", "مفقودون · بحّارة (أجانب)"), ("en", "missing · sailors (foreign)")]
)
def test_titles_are_concepts_with_the_articles_words_below(lang: str, words: str) -> None:
    title = build(builders.report(), lang).cards[0].title
    assert (title.name.text, title.quote.text, title.about) == (words, "بحّارة أجانب مفقودون", ())


@pytest.mark.parametrize("lang", LOCALES)
def test_words_that_the_lexicon_does_not_know_are_the_title(lang: str) -> None:
    singles = build(builders.report(), lang).singles
    (bags,) = [f for group in singles for f in group.facts if f.values[0].quoted]
    assert (bags.title.name.text, bags.title.quote.text) == ("حقائب انتُشلت", "")


@pytest.mark.parametrize(
    ("lang", "changes", "words"),
    [
        ("ar", {"counted": "person", "predicate": "abducted", "scope": ()}, "مختطفون"),
        ("ar", {"counted": "person", "predicate": None, "scope": ()}, "أشخاص"),
        (
            "ar",
            {"counted": "captive", "predicate": "held", "scope": ("nation:united_states",)},
            "محتجزون · أسرى (أميركيون)",
        ),
        ("ar", {"counted": "building", "scope": ("nation:israel",)}, "مفقودون · مبانٍ (إسرائيل)"),
        ("en", {"counted": "leader", "scope": ("place:cairo",)}, "missing · leaders (Cairo)"),
        (
            "ar",
            {"counted": "loan", "predicate": None, "kind": "money", "unit": "USD", "scope": ()},
            "قرض · دولار أميركي",
        ),
        (
            "en",
            {"counted": "week", "predicate": "held", "kind": "duration", "unit": "week"},
            "held · weeks (foreign)",
        ),
        ("ar", {"scope": ("place:~ام",)}, "مفقودون · بحّارة"),
    ],
)
def test_titles_say_what_befell_what_and_where(
    lang: str, changes: dict[str, Any], words: str
) -> None:
    report = builders.report()
    fact = structs.replace(report.facts[0], **changes)
    card = build(structs.replace(report, facts=(fact,)), lang).cards[0]
    assert card.title.name.text == words


def test_a_sum_without_words_is_called_by_its_currency() -> None:
    report = builders.report()
    fact = structs.replace(
        report.facts[0], label="…", counted=None, predicate=None, kind="money", unit="USD"
    )
    card = build(structs.replace(report, facts=(fact,)), "en").cards[0]
    assert card.title.name.text == "money · US dollars"


def test_what_is_not_in_the_brackets_stands_below() -> None:
    report = builders.report()
    fact = structs.replace(report.facts[0], scope=("date:2024-05-25", "flow:new", "since:~غرق"))
    card = build(structs.replace(report, facts=(fact,)), "en").cards[0]
    assert [name.text for name in card.title.about] == ["day: 25 May 2024", "new"]


def told(strand: Strand) -> list[tuple[str, str, bool]]:
    return [(step.word, step.value.number, step.undated) for step in strand.steps]


def test_undecided_then_updated_facts_are_a_line_each_in_the_order_of_time() -> None:
    treated, dead = build(builders.report(), "en").glance.strands
    assert (treated.verdict.slug, dead.verdict.slug) == ("undecided", "updated")
    assert told(treated) == [("", "60", False), ("or", "50", True)]
    assert told(dead) == [("", "37", False), ("then", "43", False)]


def test_two_values_of_one_day_do_not_follow_one_another() -> None:
    report = builders.report()
    day = tuple(structs.replace(a, published="2024-05-25") for a in report.articles)
    claims = tuple(structs.replace(c, as_of="2024-05-25") for c in report.claims)
    briefing = build(structs.replace(report, articles=day, claims=claims), "ar")
    assert [[step.word for step in s.steps] for s in briefing.glance.strands] == [["", "أو"]] * 2


def test_more_lines_than_a_page_has_room_for_are_counted() -> None:
    report = builders.report()
    dead = next(fact for fact in report.facts if fact.verdict == "updated")
    many = tuple(structs.replace(dead, id=f"{n:012}") for n in range(11))
    briefing = build(structs.replace(report, facts=many), "en")
    for glance in (briefing.glance, on_paper(briefing).glance):
        assert (len(glance.strands), said(glance.more)) == (8, "and 3 more")


def test_cards_leave_room_for_fewer_lines_in_print() -> None:
    report = builders.report()
    dead = next(fact for fact in report.facts if fact.verdict == "updated")
    many = tuple(structs.replace(dead, id=f"{n:012}") for n in range(8))
    cards = tuple(fact for fact in report.facts if fact.verdict == "divergent")
    briefing = build(structs.replace(report, facts=(*cards, *many)), "ar")
    paper = on_paper(briefing)
    assert len(paper.glance.strands) < len(briefing.glance.strands) == 8
    assert paper.glance.more


def test_a_reading_that_nobody_says_has_happened_is_marked() -> None:
    report = builders.report()
    seven = {c for r in report.facts[0].readings if r.low == 7 for c in r.claims}
    claims = tuple(structs.replace(c, hypothetical=c.id in seven) for c in report.claims)
    card = build(structs.replace(report, claims=claims), "ar").cards[0]
    assert [reading.hypothetical for reading in card.readings] == [False, True]


def test_outlets_without_a_date_come_last() -> None:
    report = builders.report()
    briefing = build(structs.replace(report, articles=report.articles[::-1]), "ar")
    assert briefing.articles[-1].outlet.text == "موقع غير مسمّى"
    assert briefing.matrix[0].outlets[-1].text == "موقع غير مسمّى"


def test_a_doubt_that_the_rule_says_already_is_not_repeated() -> None:
    briefing = build(builders.report(), "en")
    (treated,) = [fact for fact in briefing.facts if fact.verdict.slug == "undecided"]
    assert treated.doubts == ("a-doubt-nobody-named",)


def test_a_currency_without_a_country_is_named_in_words() -> None:
    report = builders.report()
    flags = ("ambiguous_currency", "currency:dinar")
    figures = tuple(structs.replace(f, flags=flags) for f in report.figures)
    entry = build(structs.replace(report, figures=figures), "en").facts[0].entries[0]
    assert entry.notes == ("a currency whose country is not named", "dinar")


def test_equal_warnings_are_one_with_their_places() -> None:
    report = builders.report()
    twice = (*report.warnings, structs.replace(report.warnings[0], path="marsad.txt"))
    first = build(structs.replace(report, warnings=twice), "ar").warnings[0]
    assert first.where == ("unnamed.txt", "marsad.txt")


def test_a_story_without_figures_is_a_briefing_too() -> None:
    report = structs.replace(
        builders.report(), figures=(), claims=(), facts=(), not_compared=(), alignments=()
    )
    briefing = build(report, "ar")
    assert (briefing.cards, briefing.facts, briefing.singles, briefing.left_out) == ((), (), (), ())


def test_a_fact_of_one_outlet_that_quarrels_with_itself_is_no_single() -> None:
    def quarrel(fact: Fact) -> Fact:
        return structs.replace(fact, verdict="divergent") if fact.verdict == "single" else fact

    report = builders.report()
    facts = tuple(quarrel(fact) for fact in report.facts)
    assert len(build(structs.replace(report, facts=facts), "ar").cards) == 6


def test_a_fact_without_words_is_called_by_its_kind() -> None:
    report = builders.report()
    fact = structs.replace(report.facts[0], label="…", counted=None, predicate=None)
    briefing = build(structs.replace(report, facts=(fact,)), "ar")
    assert briefing.cards[0].title.name.text == "عدد"


def test_the_figures_place_shows_in_the_words_only_between_words() -> None:
    report = builders.report()
    for given, shown in (("… محتجز", "محتجز"), ("إطلاق … محتجزين", "إطلاق … محتجزين")):
        fact = structs.replace(report.facts[0], label=given)
        title = build(structs.replace(report, facts=(fact,)), "ar").cards[0].title
        assert title.quote.text == shown


def test_a_wide_matrix_is_cut_into_pages_that_lose_no_value() -> None:
    briefing = build(builders.report(), "ar")
    outlets = [a.outlet for a in briefing.articles]
    pages = tables(briefing.facts, outlets, 3)
    assert [outlet for page in pages for outlet in page.outlets] == outlets
    assert all(any(cell.values for cell in row.cells) for page in pages for row in page.rows)
    kept = [cell for page in pages for row in page.rows for cell in row.cells if cell.values]
    whole = [cell for fact in briefing.facts for cell in fact.cells if cell.values]
    assert sorted(map(repr, kept)) == sorted(map(repr, whole))
