"""The evidence that is shown is the one that the grouping used, and it accounts for every fact."""

from itertools import combinations

import pytest
from msgspec import structs

from compare import lang
from compare.align import align
from compare.align.score import features, shared
from compare.explain.evidence import Evidence, barrier, gather, holds, is_said, tie, weight
from compare.facts import Material, group_claims
from compare.model import Report
from compare.settings import DEFAULT
from tests.explain.asking import STORIES, seeds, story

REPORTS = ["seeds", *STORIES]


def named(name: str) -> Report:
    return seeds() if name == "seeds" else story(name)


def evidence_of(made: Report) -> Evidence:
    evidence = gather(made)
    assert isinstance(evidence, Evidence)
    return evidence


@pytest.mark.parametrize("name", REPORTS)
def test_what_is_shown_adds_up_to_what_the_grouping_used(name: str) -> None:
    made = named(name)
    told = (made.articles, made.sentences, made.figures)
    scores = align(*told, lang.load()).scores
    groups = group_claims(Material(*told, made.claims), scores, lang.load())
    evidence = evidence_of(made)
    ties = {pair: score for group in groups for pair, score in group.ties.items()}
    assert ties
    for (left, right), score in ties.items():
        found = tie(left, right, evidence)
        assert found.reason is None
        assert found.score == score
        assert found.own == sum(weight(piece) for piece in found.found)
        if is_said(found):
            assert score == DEFAULT.taken_up
        else:
            one, other = found.carrier
            assert tie(one, other, evidence).own == score


@pytest.mark.parametrize("name", REPORTS)
def test_every_pair_that_is_not_joined_has_its_reason(name: str) -> None:
    """Forbidden, or below the threshold, or kept apart by the other claims of their facts."""
    made = named(name)
    evidence = evidence_of(made)
    for left, right in combinations(sorted(claim.id for claim in made.claims), 2):
        facts = evidence.fact_of[left], evidence.fact_of[right]
        found = tie(left, right, evidence)
        if facts[0].id == facts[1].id:
            assert found.reason is None
        elif holds(found):
            stood = barrier(*facts, evidence)
            assert (stood.tie is not None and stood.tie.reason is not None) or (
                stood.mean is not None and stood.mean < DEFAULT.link_threshold
            )


@pytest.mark.parametrize("name", REPORTS)
def test_a_tie_is_the_same_from_both_sides(name: str) -> None:
    evidence = evidence_of(named(name))
    for left, right in combinations(sorted(evidence.places)[:25], 2):
        one, other = tie(left, right, evidence), tie(right, left, evidence)
        assert (one.reason, one.found, one.score) == (other.reason, other.found, other.score)


@pytest.mark.parametrize("name", REPORTS)
def test_the_parts_of_a_likeness_make_its_score(name: str) -> None:
    made = named(name)
    evidence = evidence_of(made)
    for link in (link for group in made.alignments for link in group.links):
        left, right = evidence.sentences[link.left], evidence.sentences[link.right]
        points = [p for _, p in shared(features(left), features(right), evidence.masses)]
        assert round(sum(points), 2) == pytest.approx(link.score, abs=0.011)
        assert points == sorted(points, reverse=True)


def test_there_are_links_to_take_apart() -> None:
    assert sum(bool(named(name).alignments) for name in REPORTS) > 2


def test_a_report_of_other_words_or_settings_gives_no_evidence() -> None:
    assert gather(structs.replace(seeds(), lexicon_digest="0" * 64)) == "other_words"
    assert gather(structs.replace(seeds(), settings_digest="0" * 64)) == "other_words"


def test_a_report_whose_facts_or_claims_a_hand_changed_gives_no_evidence() -> None:
    first, second, *facts = seeds().facts
    joined = structs.replace(first, claims=tuple(sorted((*first.claims, *second.claims))))
    assert gather(structs.replace(seeds(), facts=(joined, *facts))) == "other_facts"
    spoilt = structs.replace(seeds().claims[0], predicate="no-such-event")
    claims = (spoilt, *seeds().claims[1:])
    assert gather(structs.replace(seeds(), claims=claims)) == "other_facts"
    assert gather(structs.replace(seeds(), alignments=())) == "other_facts"
