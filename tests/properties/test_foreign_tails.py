"""Where a foreign tail begins: held against weighing every tail by itself."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from compare.zones import _first_foreign, _is_foreign, _is_known, _Tail

WORDS = st.sampled_from([letter * size for letter in "ابتثجح" for size in (1, 5, 20, 60)])
ARTICLES = st.dictionaries(st.integers(0, 9), st.lists(WORDS, max_size=6).map(Counter), max_size=8)


@given(ARTICLES, st.sets(WORDS, max_size=12))
def test_a_tail_begins_where_weighing_each_says(
    paragraphs: dict[int, Counter[str]], story: set[str]
) -> None:
    assert _first_foreign(paragraphs, story) == slowly(paragraphs, story)


def slowly(paragraphs: dict[int, Counter[str]], story: set[str]) -> int | None:
    mine = sorted(paragraphs.items())
    shares = []
    for at in range(1, len(mine)):
        before = set().union(*(words for _, words in mine[:at]))
        tail = sum((words for _, words in mine[at:]), Counter[str]())
        new = {s: n for s, n in tail.items() if s not in before and s not in story}
        own = {s: n for s, n in new.items() if n > 1}
        weighed = _Tail(*(sum(len(s) * n for s, n in t.items()) for t in (tail, new, own)))
        if _is_foreign(weighed):
            shares.append((weighed.own / weighed.mass, mine[at][0]))
    return max(shares)[1] if shares and _is_known(mine, story) else None
