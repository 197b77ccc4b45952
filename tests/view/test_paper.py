"""Paper: a long story's gravest facts in full, the rest in a line each, nothing lost unsaid."""

from msgspec import structs

from compare.view import build, on_paper
from compare.view.briefing import Briefing, Fact
from tests import builders
from tests.view.test_build import said


def long(facts: int, entries: int) -> Briefing:
    """The made-up story's briefing with as many facts, each with as many sentences."""
    briefing = build(builders.report(), "en")
    (fact, *_) = briefing.facts
    told = tuple(fact.entries[at % len(fact.entries)] for at in range(entries))
    many = tuple(structs.replace(fact, anchor=f"fact-{n}", entries=told) for n in range(facts))
    return structs.replace(briefing, facts=many, cards=many)


def values(fact: Fact) -> set[object]:
    return {entry.values for entry in fact.entries}


def test_a_short_story_goes_on_paper_whole() -> None:
    briefing = build(builders.report(), "ar")
    paper = on_paper(briefing)
    assert paper.facts == briefing.facts
    assert paper.cards == briefing.cards
    assert paper.rest == ()
    assert paper.aligned == briefing.aligned


def test_each_fact_is_told_in_full_or_in_a_line_and_can_be_linked_to() -> None:
    paper = on_paper(long(60, 8))
    anchors = [fact.anchor for fact in paper.facts] + [brief.anchor for brief in paper.rest]
    assert anchors == [f"fact-{n}" for n in range(60)]
    assert 0 < len(paper.facts) < 60
    assert {card.anchor for card in paper.cards} == {fact.anchor for fact in paper.facts}
    assert {row.fact.anchor for table in paper.matrix for row in table.rows} <= {
        fact.anchor for fact in paper.facts
    }


def test_a_line_has_the_values_and_how_many_outlets_give_one() -> None:
    paper = on_paper(long(60, 8))
    brief, fact = paper.rest[0], paper.facts[0]
    assert brief.values == tuple(reading.value for reading in fact.readings)
    telling = sum(bool(cell.values) for cell in fact.cells)
    assert said(brief.outlets) == f"{telling} outlets"


def test_a_fact_of_many_sentences_keeps_one_of_each_value_and_says_how_many_it_left() -> None:
    briefing = long(1, 40)
    (fact,) = on_paper(briefing).facts
    assert len(fact.entries) == 12
    assert values(fact) == values(briefing.facts[0])
    assert said(fact.entries_more) == "In the HTML too: 28 sentences."


def test_one_fact_at_least_is_told_in_full() -> None:
    paper = on_paper(long(1, 1000))
    assert len(paper.facts) == 1
    assert paper.rest == ()


def test_a_story_without_facts_goes_on_paper() -> None:
    briefing = build(structs.replace(builders.report(), facts=()), "ar")
    assert on_paper(briefing).matrix == ()
