"""By what a thing is known again, and that a guess is called one."""

from decimal import Decimal

import pytest
from msgspec import structs

from compare import lang, pipeline
from compare.diff import Diff, diff
from compare.ingest import LoadedStory
from compare.model import Article, Fact, Report, Story
from tests import builders
from tests.diff.mirror import mirrored
from tests.diff.telling import told
from tests.properties.test_pipeline import article

MADE_UP = builders.report()


def report(*articles: Article) -> Report:
    return pipeline.build(LoadedStory(Story(id="s", title="s"), articles, ()), lang.load())


def held(old: Report, new: Report) -> Diff:
    """The diff, which is its mirror's mirror."""
    found = diff(old, new)
    assert mirrored(found) == diff(new, old)
    return found


PORT = article("الميناء", "وقُتل 12 شخصا في انهيار المبنى.\nوأصيب 30 عاملا في المصنع.\n")


def renamed(one: Article) -> Article:
    """The same bytes in another file."""
    return structs.replace(one, id="elsewhere", path="elsewhere.txt")


def test_a_file_that_was_renamed_changes_nothing() -> None:
    found = held(report(PORT), report(renamed(PORT)))
    assert not found.changes
    assert ("articles", "الميناء", "elsewhere") in {(m.list, m.old, m.new) for m in found.moved}


@pytest.mark.parametrize(
    ("fields", "by", "guess"),
    [
        ({"url": "https://port.example/1"}, "url", None),
        ({"title": "انهيار مبنى"}, "title", "same-title"),
    ],
)
def test_an_article_in_another_file_and_of_other_words_is_known_by_its_head(
    fields: dict[str, str], by: str, guess: str | None
) -> None:
    old = structs.replace(PORT, **fields)
    new = structs.replace(renamed(old), text=PORT.text.replace("12", "14"), sha256="another")
    [found] = held(report(old), report(new)).articles
    assert (found.by, found.guess, found.fields) == (by, guess, ("text",))


def test_a_word_beside_a_figure_leaves_its_fact_and_another_figure_there_is_a_guess() -> None:
    words = PORT.text.replace("في انهيار المبنى", "عند انهيار المبنى")
    new = structs.replace(PORT, text=words, sha256="another")
    assert [c.fields for c in held(report(PORT), report(new)).articles] == [("text",)]
    assert not held(report(PORT), report(new)).facts
    other = structs.replace(PORT, text=words.replace("12", "14"), sha256="another")
    [fact] = held(report(PORT), report(other)).facts
    assert (fact.by, fact.guess, fact.fields) == ("figures", "reworded", ("readings",))


def test_what_befell_them_now_is_another_quantity_in_the_place_of_the_first() -> None:
    new = structs.replace(PORT, text=PORT.text.replace("وقُتل", "وأصيب"), sha256="another")
    found = held(report(PORT), report(new))
    assert sorted((bool(c.old), bool(c.new)) for c in found.facts) == [(False, True), (True, False)]


def test_words_that_are_read_as_of_another_thing_are_the_same_fact_with_a_change() -> None:
    first, second, *rest = MADE_UP.facts
    second = structs.replace(second, id="other", predicate="injured")
    [found] = held(MADE_UP, structs.replace(MADE_UP, facts=(first, second, *rest))).facts
    assert (found.by, found.guess, found.fields) == ("claims", None, ("predicate",))


def test_a_quantity_that_another_outlet_gives_now_is_a_guess() -> None:
    hill = article("الجبل", "وقُتل 12 شخصا في انهيار المبنى.\n")
    found = held(report(article("الميناء", hill.text)), report(hill))
    [fact] = found.facts
    assert (fact.by, fact.guess) == ("likeness", "alike")
    assert fact.fields == ("outlets", "sources")
    assert sorted(told(found)["articles"]) == ["gone الميناء.txt", "new الجبل.txt"]


def test_an_article_before_the_others_changes_no_other_fact() -> None:
    hill = article("الجبل", "وافتُتحت 3 مدارس في المدينة.\n")
    old, new = report(PORT), report(hill, PORT)
    assert [c.new and c.new.fact.claims for c in held(old, new).facts] == [
        fact.claims for fact in new.facts if fact.id not in {f.id for f in old.facts}
    ]


def parted(made: Report, at: int) -> tuple[Fact, Fact]:
    """A fact in two: its first claim, and the others."""
    fact = made.facts[at]
    whole = next(r for r in fact.readings if fact.claims[0] in r.claims)
    one = structs.replace(
        fact,
        claims=fact.claims[:1],
        readings=(structs.replace(whole, claims=fact.claims[:1]),),
    )
    other = structs.replace(fact, id="parted", claims=fact.claims[1:])
    return one, other


def test_a_fact_that_was_parted_keeps_its_name_in_one_and_says_where_the_rest_went() -> None:
    one, other = parted(MADE_UP, 0)
    new = structs.replace(MADE_UP, facts=(one, *MADE_UP.facts[1:], other))
    found = held(MADE_UP, new)
    [gone] = [c for c in found.facts if c.old]
    [come] = [c for c in found.facts if not c.old]
    assert (gone.by, gone.claims_to) == ("id", ("parted",))
    assert come.claims_from == (MADE_UP.facts[0].id,)


def test_a_fact_that_has_only_a_few_figures_of_the_old_one_is_a_guess() -> None:
    one, other = parted(MADE_UP, 0)
    assert len(other.claims) > 2
    lone = structs.replace(one, id="lone")
    old = structs.replace(MADE_UP, facts=MADE_UP.facts[:1])
    [found] = held(old, structs.replace(MADE_UP, facts=(lone,))).facts
    assert (found.by, found.guess) == ("claims", "few-claims")


def test_the_same_words_read_differently_are_told_apart_from_other_words() -> None:
    old = MADE_UP.figures[1]
    figures = (MADE_UP.figures[0], structs.replace(old, low=Decimal(25)), *MADE_UP.figures[2:])
    [found] = held(MADE_UP, structs.replace(MADE_UP, figures=figures)).figures
    assert (found.fields, found.reworded) == (("low",), False)


def test_a_figure_that_is_no_longer_compared_is_read_differently() -> None:
    out = MADE_UP.not_compared[0]
    new = structs.replace(MADE_UP, not_compared=MADE_UP.not_compared[1:])
    found = held(MADE_UP, new)
    assert (len(found.figures), len(found.moved)) == (1, 0)
    [change] = found.figures
    assert change.old
    assert change.new
    assert (change.fields, change.old.reason, change.new.reason) == (("reason",), out.reason, None)


def test_a_list_that_a_report_is_too_old_for_is_held_against_nothing() -> None:
    old = structs.replace(MADE_UP, naming=())
    assert diff(old, MADE_UP).moved
    found = diff(old, MADE_UP, (("naming",), ()))
    assert not found.moved
    assert found.old.lacks == ("naming",)
