"""What hangs together by links: held against looking through all groups for each link."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from compare.model import Link
from compare.view.aligned import _joined_links

ENDS = st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh"))


@given(st.lists(ENDS.filter(lambda ends: ends[0] != ends[1]), max_size=9))
def test_links_are_joined_in_the_order_of_their_last(ends: list[tuple[str, str]]) -> None:
    links = [
        Link(left=a, right=b, score=at, runner_up=None, margin=0, derived="wholly",
             left_share=1, right_share=1)
        for at, (a, b) in enumerate(ends)
    ]  # fmt: skip
    fast = [sorted(link.score for link in group) for group in _joined_links(links)]
    assert fast == [sorted(link.score for link in group) for group in slowly(links)]


def slowly(links: Sequence[Link]) -> list[list[Link]]:
    groups: list[list[Link]] = []
    for link in links:
        ends = {link.left, link.right}
        touching = [g for g in groups if any(ends & {other.left, other.right} for other in g)]
        groups = [g for g in groups if g not in touching]
        groups.append([*(other for g in touching for other in g), link])
    return groups
