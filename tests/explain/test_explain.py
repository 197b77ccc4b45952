"""What is said of each kind of thing, in both locales, and what where there is no evidence."""

import re
from collections.abc import Callable, Sequence

import pytest
from msgspec import structs

from compare.explain import explain
from compare.explain.printed import lines as print_lines
from compare.model import Alignment, Claim, Fact, Figure, Naming, Report, Sentence, Total
from compare.view.labels import LOCALES
from tests import builders
from tests.explain.asking import STORIES, asked, fact_of, said, seeds, story

Thing = Fact | Claim | Figure | Alignment | Sentence | Total | Naming
KINDS: dict[str, Callable[[Report], Sequence[Thing]]] = {
    "fact": lambda r: r.facts,
    "claim": lambda r: r.claims,
    "figure": lambda r: r.figures,
    "alignment": lambda r: r.alignments,
    "sentence": lambda r: r.sentences,
    "total": lambda r: r.totals,
    "naming": lambda r: r.naming,
}
OTHER = structs.replace(seeds(), lexicon_digest="0" * 64)
_ISOLATED = re.compile("\u2066[^\u2066-\u2069]*\u2069|\u2067[^\u2066-\u2069]*\u2069")


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", KINDS)
def test_everything_in_a_report_can_be_explained(kind: str, locale: str) -> None:
    reports = [builders.report(), seeds(), OTHER, *map(story, STORIES)]
    assert any(KINDS[kind](made) for made in reports)
    for made in reports:
        for thing in KINDS[kind](made)[:8]:
            told = explain(made, (thing.id,), locale)
            assert told.parts
            assert all(row.line for part in told.parts for row in part.rows)


@pytest.mark.parametrize("name", STORIES)
def test_no_slug_and_no_bare_digit_stands_in_a_line_of_arabic(name: str) -> None:
    """Digits are isolated, but those of dates, which the locale writes in words."""
    made = story(name)
    for fact in made.facts[:6]:
        for part in explain(made, (fact.id,), "ar").parts:
            for row in [row for row in part.rows if row.depth]:
                bare = "".join(run.text for run in row.line if not run.dir)
                assert not re.search("[a-z]_|[+-][0-9]", bare), bare


def test_a_fact_tells_its_verdict_readings_claims_and_ties() -> None:
    fact = next(f for f in seeds().facts if f.verdict == "divergent" and len(f.claims) > 2)
    told = explain(seeds(), (fact.id,), "en")
    headings = [said(part.heading) for part in told.parts]
    assert headings[:2] == ["The verdict", "The readings, and who carries them"]
    assert sum(h.startswith("Its strongest tie") for h in headings) == len(fact.claims) - 1
    assert sum(any(claim in h for claim in fact.claims) for h in headings) >= len(fact.claims)
    assert "The nearest that was not joined to it, and why" in headings
    assert f"({fact.rule})" in said(told.parts[0].rows[1].line)
    assert len([r for r in told.parts[1].rows if not r.depth]) == len(fact.readings)


def test_a_claim_tells_at_most_five_facts_that_it_was_not_joined_to() -> None:
    for claim in seeds().claims:
        told = explain(seeds(), (claim.id,), "en")
        apart = told.parts[-1]
        assert said(apart.heading) == "The nearest that was not joined to it, and why"
        shown = [row for row in apart.rows if not row.depth]
        assert 1 <= len(shown) <= 5
        mine = fact_of(seeds(), claim.id).claims
        assert not [row for row in shown if any(c in said(row.line) for c in mine)]


def test_an_alignment_tells_each_link_word_by_word_the_heaviest_first() -> None:
    group = max(seeds().alignments, key=lambda g: max(link.score for link in g.links))
    told = asked(seeds(), group.id)
    [link] = group.links
    assert any(line.endswith(f"{link.score:.2f} of a hundred") for line in told)
    points = [
        float(line.rpartition(": ")[2]) for line in told if line.startswith("«") and line[-1] != "»"
    ]
    assert points == sorted(points, reverse=True)
    assert points
    assert asked(seeds(), group.members[0])[3:] != []


def test_other_words_or_settings_are_said_in_one_line_and_nothing_is_weighed() -> None:
    fact = max(seeds().facts, key=lambda f: len(f.claims))
    told, full = asked(OTHER, fact.id), asked(seeds(), fact.id)
    assert told[1].startswith("The report was made with other settings or another lexicon")
    assert not any("threshold" in line for line in told)
    assert any("threshold" in line for line in full)
    assert [line for line in told[2:] if line not in full] == []
    assert full[1] == ""


def test_two_claims_without_evidence_are_told_as_the_report_has_them() -> None:
    fact, other = OTHER.facts[:2]
    told = asked(OTHER, fact.claims[0], other.claims[0])
    assert "No, they are in two facts" in "\n".join(told)
    assert "Yes, they are in one fact" in "\n".join(asked(OTHER, *fact.claims[:2]))


def test_two_facts_are_told_by_their_nearest_claims() -> None:
    one, other = seeds().facts[:2]
    told = "\n".join(asked(seeds(), one.id, other.id))
    assert "The nearest two of them: " in told
    assert f"({one.id})" in told
    assert f"({other.id})" in told


def test_a_figure_is_in_brackets_and_hidden_characters_show() -> None:
    made = builders.spoiled(builders.report(), lambda raw: raw.replace(" ", " \u202e", 1))
    printed = "\n".join(print_lines(explain(made, (made.facts[0].id,), "ar"), terminal=False))
    assert "[U+202E]" in printed
    assert "\u202e" not in printed
    assert re.search(r"[\u2066\u2067]\[[^\]]+\]\u2069", printed)


def test_isolates_are_closed_where_they_were_opened() -> None:
    for fact in seeds().facts[:4]:
        for line in print_lines(explain(seeds(), (fact.id,), "ar"), terminal=False):
            assert not re.search("[\u2066-\u2069]", _ISOLATED.sub("", line)), line


def test_the_same_report_gives_the_same_text() -> None:
    fact = seeds().facts[0]
    once = print_lines(explain(seeds(), (fact.id,), "ar"), terminal=False)
    assert once == print_lines(explain(seeds(), (fact.id,), "ar"), terminal=False)
