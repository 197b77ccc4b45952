"""Claims told apart by nature: held against weighing every pair."""

from collections.abc import Sequence
from functools import cache
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare import lang, pipeline
from compare.errors import TabayunError
from compare.facts.forbid import World, forbidden
from compare.facts.natures import pairs
from compare.facts.quantity import Quantity, quantities
from compare.ingest import LoadedStory
from compare.limits import refuse_beyond
from compare.model import Article, Story

EVENTS = ("قتل", "أصيب", "احتجز", "أفرج عن", "من المتوقع أن يفرج عن", "لم يقتل", "بلغت الخسائر")
THINGS = (
    *("شخصا", "طفلا", "جنديا أميركيا", "أسيرا فرنسيا", "منهم", "منزلا", "صاروخا", "مسعفا"),
    *("مليون دولار", "في المئة", "أسيرا لكل طرف", "من الجرحى", "حالة جديدة", "كوبا"),
)
VALUES = ("3", "12", "12 ألف", "2,600", "أكثر من 50", "117")
WHERE = ("", " في حلب", " في بنغازي منذ 3 مارس 2024", " عام 2008", " أمس")
SENTENCES = tuple(
    f"{event} {value} {thing}{where}."
    for event in EVENTS
    for value in VALUES
    for thing in THINGS
    for where in WHERE
)


@cache
def known(sentence: str) -> tuple[Quantity, ...]:
    lexicon = lang.load()
    article = Article(
        id=sentence, outlet=sentence, title=None, published="2024-06-10", lang="ar", path="a.txt",
        sha256="", url=None, characters=len(sentence), text=sentence,
    )  # fmt: skip
    made = pipeline.build(LoadedStory(Story(id="s", title="s"), (article,), ()), lexicon)
    figures = {f.id: f for f in made.figures}
    return quantities(made.claims, figures, (article,), frozenset(), lexicon)


TOLD = st.tuples(
    st.sampled_from((frozenset(), frozenset({"united_states", "france"}))),
    st.sampled_from((frozenset(), frozenset({"aleppo"}))),
    st.sampled_from((frozenset(), frozenset({("since", "killed"), ("date", "killed")}))),
)


def slowly(ready: Sequence[Quantity], world: World) -> list[tuple[int, int]]:
    """Every pair that is not forbidden, by asking for each."""
    every = combinations(range(len(ready)), 2)
    return [(a, b) for a, b in every if not forbidden(ready[a], ready[b], world)]


@given(st.lists(st.sampled_from(SENTENCES), max_size=9), TOLD)
def test_no_pair_that_is_allowed_is_left_out(
    sentences: list[str],
    told: tuple[frozenset[str], frozenset[str], frozenset[tuple[str, str | None]]],
) -> None:
    world = World(lang.load().concepts, *told)
    ready = [quantity for sentence in sentences for quantity in known(sentence)]
    found = list(pairs(ready, world))
    assert len(set(found)) == len(found)
    assert set(slowly(ready, world)) <= set(found)
    assert all(left < right for left, right in found)


def test_natures_that_exclude_each_other_are_not_paired() -> None:
    told = ("قتل 12 شخصا.", "أصيب 12 شخصا.", "بلغت الخسائر 12 مليون دولار.", "قتل 14 شخصا.")
    ready = [quantity for sentence in told for quantity in known(sentence)]
    assert list(pairs(ready, World(lang.load().concepts, frozenset()))) == [(0, 3)]


def test_more_pairs_than_the_limit_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TABAYUN_MAX_CLAIM_PAIRS", "2")
    ready = [*known("قتل 12 شخصا."), *known("قتل 14 شخصا."), *known("قتل 15 شخصا.")]
    with pytest.raises(TabayunError, match="3 pairs, and the limit claim_pairs is 2"):
        list(pairs(ready, World(lang.load().concepts, frozenset())))


def test_as_many_pairs_as_a_refusal_asks_for_can_be_allowed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(TabayunError) as refused:
        refuse_beyond("claim_pairs", 200_000 * 199_999 // 2)
    variable, _, number = str(refused.value.hint).split()[4].partition("=")
    monkeypatch.setenv(variable, number)
    refuse_beyond("claim_pairs", 200_000 * 199_999 // 2)
