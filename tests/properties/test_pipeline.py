"""What holds of a report whatever the articles say: spans are theirs, nothing is lost."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from compare import lang, pipeline
from compare.ingest import LoadedStory
from compare.model import Article, Report, Story

SAID = (
    "قتل سبعة 12 شخصا وأصيب أكثر من 900 آخرين ، . بينهم 5 نساء في 7 أكتوبر 2023 نحو بينما غير أن "
    "31 فبراير 2024 ١٢٫٥ % مليار دولار منهم 3 لا يزال أسرى وفق الوزارة 251 قال إن 4-2 ( 1\u200f5 "
    "-5 0 عام 2008 2030 منذ حلب من أصل درجة النمو في المئة"
)
WORDS = st.sampled_from((*SAID.split(), "\n"))
TEXTS = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)


PUBLISHED = st.sampled_from((str(date(2024, 6, 10)), "2024-06-10T08:30:00+03:00", None))


def article(outlet: str, text: str, published: str | None = "2024-06-10") -> Article:
    return Article(
        id=outlet, outlet=outlet, title=None, published=published, lang="ar",
        path=f"{outlet}.txt", sha256=outlet, url=None, characters=len(text), text=text,
    )  # fmt: skip


def report(*texts: str) -> Report:
    articles = tuple(article(chr(0x0628 + at), text) for at, text in enumerate(texts))
    return pipeline.build(LoadedStory(Story(id="s", title="s"), articles, ()), lang.load())


@settings(max_examples=60)
@given(TEXTS, TEXTS)
def test_each_figure_is_where_it_says_and_in_a_claim_or_listed(one: str, two: str) -> None:
    made = report(one, two)
    text = {a.id: a.text for a in made.articles}
    assert all(text[f.article][f.start : f.end] == f.raw for f in made.figures)
    claimed = [c.figure for c in made.claims]
    listed = [n.figure for n in made.not_compared]
    assert sorted(claimed + listed) == sorted(f.id for f in made.figures)
    assert sorted(c for fact in made.facts for c in fact.claims) == sorted(
        c.id for c in made.claims
    )


@settings(max_examples=30)
@given(st.tuples(TEXTS, PUBLISHED), st.tuples(TEXTS, PUBLISHED))
def test_the_order_of_articles_changes_no_fact_and_no_total(
    one: tuple[str, str | None], two: tuple[str, str | None]
) -> None:
    articles = (article("أ", *one), article("ب", *two))
    story = Story(id="s", title="s")
    made = [
        pipeline.build(LoadedStory(story, order, ()), lang.load())
        for order in (articles, articles[::-1])
    ]
    assert made[0].facts == made[1].facts
    assert made[0].totals == made[1].totals
