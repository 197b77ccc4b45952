"""Names: one table a thing, what differs most first, and the words around each."""

from msgspec import structs

from compare.model import Mention, Naming
from compare.view import build
from compare.view.briefing import Thing
from compare.view.index import index
from compare.view.labels import load
from compare.view.naming import things
from tests import builders


def shown(width: int = 6) -> tuple[Thing, ...]:
    report = builders.report()
    return things(report, width, index(report), load("ar"))


def naming(concept: str, name: str, outlet: str, count: int) -> Naming:
    article = builders.report().articles[0]
    mention = Mention(article=article.id, start=0, end=4, quoted=False)
    return Naming(
        id=f"{concept}{name}{outlet}", concept=concept, outlet=outlet, name=name,
        count=count, quoted=0, mentions=(mention,) * count,
    )  # fmt: skip


def test_rows_are_names_and_columns_the_outlets_that_name_it() -> None:
    dead = next(thing for thing in shown() if thing.title == "القتلى")
    (table,) = dead.tables
    assert [o.text for o in table.outlets] == [
        "جريدة المرفأ", "أخبار الضفتين", "مرصد البحر", "موقع غير مسمّى",
    ]  # fmt: skip
    cells = {row.name.text: [(u.number, u.quoted) for u in row.used] for row in table.names}
    assert cells == {
        "قتلى": [("2", ""), ("", ""), ("2", ""), ("", "")],
        "مفقودون": [("", ""), ("", "1"), ("", ""), ("1", "")],
    }
    assert list(cells) == ["قتلى", "مفقودون"]


def test_a_thing_that_the_locale_has_no_word_for_is_shown_all_the_same() -> None:
    assert "passengers" in [thing.title for thing in shown()]


def test_forms_as_met_stand_beside_the_name() -> None:
    dead = next(thing for thing in shown() if thing.title == "القتلى")
    assert [form.text for form in dead.tables[0].names[0].forms] == ["القتلى", "قتيلًا"]


def test_a_name_that_is_met_as_shown_has_no_forms_beside_it() -> None:
    passengers = next(thing for thing in shown() if thing.title == "passengers")
    assert passengers.tables[0].names[1].forms == ()


def test_what_differs_most_in_the_outlets_own_words_comes_first() -> None:
    alike = [("truce", n, o, 5) for n in ("هدنة", "تهدئة") for o in ("جريدة المرفأ", "مرصد البحر")]
    apart = [("war", "حرب", "جريدة المرفأ", 2), ("war", "عدوان", "مرصد البحر", 2)]
    more = [("dead", "قتلى", "جريدة المرفأ", 3), ("dead", "شهداء", "مرصد البحر", 3)]
    report = structs.replace(
        builders.report(), naming=tuple(naming(*row) for row in (*alike, *apart, *more))
    )
    found = things(report, 6, index(report), load("en"))
    assert [thing.anchor for thing in found] == ["naming-dead", "naming-war", "naming-truce"]


def test_no_table_is_wider_than_the_page() -> None:
    dead = next(thing for thing in shown(3) if thing.title == "القتلى")
    assert [len(table.outlets) for table in dead.tables] == [3, 1]
    assert [row.name.text for row in dead.tables[1].names] == ["مفقودون"]


def test_every_mention_has_its_words_and_its_sentence() -> None:
    report = builders.report()
    anchors = {f"#s-{sentence.id}" for sentence in report.sentences}
    for thing in shown():
        concept = thing.anchor.removeprefix("naming-")
        mentions = [m for n in report.naming if n.concept == concept for m in n.mentions]
        assert len(thing.passages) == len(mentions)
        links = {u.link for t in thing.tables for row in t.names for u in row.used}
        links |= {u.quoted_link for t in thing.tables for row in t.names for u in row.used}
        assert {p.link for p in thing.passages} | links <= anchors | {""}
        for passage in thing.passages:
            assert [run.role for run in passage.words].count("mark") == 1


def test_long_sentences_are_cut_at_words_around_the_name() -> None:
    dead = next(thing for thing in shown() if thing.title == "القتلى")
    words = ["".join(run.text for run in passage.words) for passage in dead.passages]
    texts = [" ".join(a.text.split()) for a in builders.report().articles]
    for said in words:
        assert any(said.strip("… ") in text for text in texts)


def test_the_first_few_stand_open_and_none_is_lost() -> None:
    report = structs.replace(
        builders.report(),
        naming=tuple(
            naming(concept, name, "جريدة المرفأ", 1)
            for concept in ("war", "dead", "truce", "killing", "release", "strikes")
            for name in ("أ", "ب")
        ),
    )
    briefing = build(report, "ar")
    assert (len(briefing.things), len(briefing.things_more)) == (4, 2)


def test_a_report_without_names_has_no_such_section() -> None:
    assert build(structs.replace(builders.report(), naming=()), "ar").things == ()
