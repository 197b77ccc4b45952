"""What is compared, and what holds of a report's names whatever the articles say."""

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.lang.annotate import annotate
from compare.text import tokens
from tests.naming.reading import LEXICON, article, named

SAID = (
    'أسرى والمحتجزين للرهائن "المختطفين" « » : قال . ، قتل استشهد جيش الاحتلال الجيش الإسرائيلي '
    "تبادل الأسرى أسر في حرب العدوان"
)
TEXTS = st.lists(st.sampled_from((*SAID.split(), "\n")), max_size=40).map(" ".join)


def test_a_thing_that_has_one_name_is_left_out() -> None:
    assert named(article("عاد الأسرى.", "أ"), article("رحل الأسرى.", "ب")) == ()


def test_two_names_are_compared_by_outlet() -> None:
    found = named(article("عاد الأسرى.", "ب"), article("عاد الرهائن و«الأسرى».", "أ"))
    assert [(n.concept, n.name, n.outlet, n.count, n.quoted) for n in found] == [
        ("captives", "أسرى", "أ", 0, 1),
        ("captives", "أسرى", "ب", 1, 0),
        ("captives", "رهائن", "أ", 1, 0),
    ]


def test_one_outlet_with_two_names_is_enough() -> None:
    assert len(named(article("عاد الأسرى والرهائن."))) == 2


def test_articles_of_one_outlet_are_counted_together() -> None:
    found = named(article("عاد الأسرى.", "أ"), article("رحل الأسرى والرهائن.", "أ"))
    assert [(n.name, n.count) for n in found] == [("أسرى", 2), ("رهائن", 1)]


@settings(max_examples=60)
@given(TEXTS, TEXTS)
def test_each_mention_is_a_form_of_its_name_and_is_counted(one: str, two: str) -> None:
    articles = (article(one, "أ"), article(two, "ب"))
    texts = {a.id: a.text for a in articles}
    for naming in named(*articles):
        assert naming.count + naming.quoted == len(naming.mentions)
        assert naming.quoted == sum(m.quoted for m in naming.mentions)
        for mention in naming.mentions:
            words = annotate(
                tokens(texts[mention.article][mention.start : mention.end]), LEXICON.concepts
            )
            names = [LEXICON.naming.of(sense) for match in words for sense in match.senses]
            assert naming.name in [name.shown for name in names if name]


@settings(max_examples=30)
@given(TEXTS, TEXTS)
def test_the_order_of_articles_changes_nothing(one: str, two: str) -> None:
    first, second = article(one, "أ"), article(two, "ب")
    assert named(first, second) == named(second, first)


@settings(max_examples=30)
@given(TEXTS, TEXTS)
def test_ids_are_unique(one: str, two: str) -> None:
    ids = [n.id for n in named(article(one, "أ"), article(two, "ب"))]
    assert len(ids) == len(set(ids))
