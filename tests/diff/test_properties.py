"""What holds of every diff: it is empty of one report, a mirror of itself, and misses nothing."""

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from compare import codec, lang, pipeline
from compare.diff import Diff, diff
from compare.ingest import LoadedStory
from compare.model import Report, Sentence, Story
from tests import builders
from tests.diff.mirror import Path, another, changed, leaves, mirrored
from tests.explain.asking import seeds
from tests.properties.test_pipeline import PUBLISHED, TEXTS, article

MADE_UP = builders.report()
LEAVES = [(path, value) for path, value in leaves(MADE_UP) if path[-1] != "format"]
# What a record is found by; a report in which they are wrong does not hold together.
_REFERENCES = {
    "article", "sentence", "figure", "claims", "members", "left", "right", "start", "end", "text"
}  # fmt: skip
FREE = [(path, value) for path, value in LEAVES if not _REFERENCES & set(path) and path[-1] != "id"]
LISTS = [name for name in Report.__struct_fields__ if isinstance(getattr(MADE_UP, name), tuple)]

STORIES = st.lists(st.tuples(TEXTS, PUBLISHED), min_size=1, max_size=3)


def told(articles: list[tuple[str, str | None]]) -> Report:
    outlets = (chr(0x0628 + at) for at in range(len(articles)))
    made = tuple(article(o, *a) for o, a in zip(outlets, articles, strict=True))
    return pipeline.build(LoadedStory(Story(id="s", title="s"), made, ()), lang.load())


def is_empty(made: Diff) -> bool:
    return not made.changes and not made.moved


@settings(max_examples=40)
@given(STORIES)
def test_a_report_held_against_itself_differs_in_nothing(
    articles: list[tuple[str, str | None]],
) -> None:
    assert is_empty(diff(told(articles), told(articles)))


@settings(max_examples=50)
@given(STORIES, STORIES)
def test_two_reports_held_the_other_way_round_give_the_mirror(
    one: list[tuple[str, str | None]], other: list[tuple[str, str | None]]
) -> None:
    old, new = told(one), told(other)
    forth, back = diff(old, new), diff(new, old)
    assert mirrored(forth) == back
    assert is_empty(forth) == (codec.encode(old) == codec.encode(new))


COUNTED = ("facts", "articles", "totals", "sentences", "claims", "figures", "alignments", "naming")


@settings(max_examples=50)
@given(STORIES, STORIES)
def test_as_many_come_and_go_as_the_lists_are_longer_or_shorter(
    one: list[tuple[str, str | None]], other: list[tuple[str, str | None]]
) -> None:
    old, new = told(one), told(other)
    found = diff(old, new)
    for name in COUNTED:
        alone = [*getattr(found, name, ()), *(m for m in found.moved if m.list == name)]
        come = sum(c.old is None and c.new is not None for c in alone)
        gone = sum(c.new is None and c.old is not None for c in alone)
        assert come - gone == len(getattr(new, name)) - len(getattr(old, name)), name
    for moved in found.moved:
        assert all(field.old != field.new for field in moved.fields if field.name != "order")


@settings(max_examples=40)
@given(STORIES, st.data())
def test_the_order_of_articles_changes_no_more_than_the_order(
    articles: list[tuple[str, str | None]], data: st.DataObject
) -> None:
    made = told(articles)
    order = data.draw(st.permutations(made.articles))
    again = pipeline.build(LoadedStory(made.story, tuple(order), ()), lang.load())
    found = diff(made, again)
    assert not found.changes
    assert all(m.old is None and m.new is None for m in found.moved)


@settings(max_examples=150)
@given(st.sampled_from(FREE))
def test_a_value_that_differs_is_told_once_and_nothing_else(leaf: tuple[Path, Any]) -> None:
    path, value = leaf
    new = changed(MADE_UP, path, another(value, path))
    found = diff(MADE_UP, new)
    assert found.changes + len(found.moved) == 1, found
    assert mirrored(found) == diff(new, MADE_UP)
    name = str(path[0])
    if found.changes:
        assert len(getattr(found, "figures" if name == "not_compared" else name)) == 1
    else:
        assert found.moved[0].list == (name if name in LISTS else "report")


IDS = sorted({value for path, value in LEAVES if path[-1] == "id" and path[0] != "story"})


@settings(max_examples=150)
@given(st.sampled_from(IDS))
def test_another_id_is_told_and_changes_nothing(name: str) -> None:
    data = codec.encode(MADE_UP)
    new = codec.decode(data.replace(name.encode(), name[::-1].encode()))
    found = diff(MADE_UP, new)
    assert mirrored(found) == diff(new, MADE_UP)
    assert not found.changes
    assert (name, name[::-1]) in {(m.old, m.new) for m in found.moved} or any(
        {m.old, m.new} == {name, None} and m.list in ("alignments", "naming") for m in found.moved
    )


SPANS = [(path, value) for path, value in LEAVES if path[-1] in ("start", "end")]


@settings(max_examples=100)
@given(st.sampled_from(SPANS))
def test_a_span_that_moved_is_told(leaf: tuple[Path, Any]) -> None:
    path, value = leaf
    new = changed(MADE_UP, path, value + (1 if path[-1] == "start" else -1))
    found = diff(MADE_UP, new)
    assert not found.facts
    assert any(
        field.name in ("start", "end", "mentions") for m in found.moved for field in m.fields
    )


LINKED = [(path, value) for path, value in LEAVES if path[0] == "alignments"]


@settings(max_examples=40)
@given(st.sampled_from(LINKED), st.sampled_from(MADE_UP.sentences))
def test_another_sentence_of_an_alignment_is_told(leaf: tuple[Path, Any], other: Sentence) -> None:
    path, value = leaf
    if isinstance(value, str) and path[-1] not in ("id", "derived"):
        new = changed(MADE_UP, path, other.id)
        assert is_empty(diff(MADE_UP, new)) == (new == MADE_UP)


@settings(max_examples=100)
@given(st.sampled_from(LISTS), st.data())
def test_the_order_of_a_list_is_told_and_nothing_else(name: str, data: st.DataObject) -> None:
    order = tuple(data.draw(st.permutations(getattr(MADE_UP, name))))
    found = diff(MADE_UP, structs.replace(MADE_UP, **{name: order}))
    assert not found.changes
    assert [(m.list, m.old, m.new) for m in found.moved] == (
        [] if order == getattr(MADE_UP, name) else [(name, None, None)]
    )


@settings(max_examples=100)
@given(
    st.sampled_from([n for n in LISTS if n in ("facts", "alignments", "warnings", "naming")]),
    st.data(),
)
def test_a_record_that_is_gone_is_told_and_nothing_else(name: str, data: st.DataObject) -> None:
    records = getattr(MADE_UP, name)
    at = data.draw(st.integers(0, len(records) - 1))
    found = diff(MADE_UP, structs.replace(MADE_UP, **{name: records[:at] + records[at + 1 :]}))
    assert found.changes + len(found.moved) == 1
    assert [*(c.new for c in found.facts), *(m.new for m in found.moved)] == [None]


def test_a_story_of_a_day_ago_is_held_against_its_own_seeds() -> None:
    assert is_empty(diff(seeds(), seeds()))


def test_the_day_of_an_article_alone_is_its_own_change() -> None:
    old = MADE_UP
    new = changed(old, ("articles", 0, "published"), str(date(2024, 5, 27)))
    [found] = diff(old, new).articles
    assert found.fields == ("published",)
