"""Alignment: what the score promises, and groups that do not depend on order."""

from hypothesis import given
from hypothesis import strategies as st

from compare import lang
from compare.align import align
from compare.align.group import groups
from compare.figures import figures
from compare.identity import content_id
from compare.model import Article
from compare.segment import sentences

SAME = "أعلنت وزارة الصحة مقتل سبعة عمال في انهيار منجم شمال المدينة."
REWORDED = "قالت وزارة الصحة إن 9 عمال قتلوا في انهيار المنجم الواقع شمال المدينة."
SHORT = "انهيار المنجم."
OTHER = "ارتفعت أسعار القمح في الأسواق العالمية بعد موسم جاف."


def article(outlet: str, *lines: str) -> Article:
    text = "\n".join(("عنوان لا يهم كثيرا", *lines, "خاتمة بعيدة عن كل ما سبق."))
    return Article(
        id=content_id(outlet), outlet=outlet, title=None, published=None, lang="ar",
        path=f"{outlet}.txt", sha256="", url=None, characters=len(text), text=text,
    )  # fmt: skip


def aligned(*articles: Article) -> dict[frozenset[str], float]:
    """The scores of the story's sentence pairs, by their words."""
    lexicon = lang.load()
    parts = [s for a in articles for s in sentences(a, lexicon)]
    found = [
        f for a in articles for f in figures(a, [s for s in parts if s.article == a.id], lexicon)
    ]
    text = {a.id: a.text for a in articles}
    words = {s.id: text[s.article][s.start : s.end].strip() for s in parts}
    scores = align(articles, parts, found, lexicon).scores
    return {frozenset(words[i] for i in pair): score for pair, score in scores.items()}


def test_a_rewording_with_another_figure_scores_high_and_another_subject_not_at_all() -> None:
    scores = aligned(article("أ", SAME), article("ب", REWORDED, OTHER))
    assert scores[frozenset((SAME, REWORDED))] > 50
    assert frozenset((SAME, OTHER)) not in scores


def test_a_mere_part_of_a_sentence_does_not_score_in_full() -> None:
    scores = aligned(article("أ", SAME), article("ب", SHORT))
    assert scores.get(frozenset((SAME, SHORT)), 0) < 70


def test_the_order_of_articles_does_not_matter() -> None:
    one, two, three = article("أ", SAME), article("ب", REWORDED), article("ج", OTHER, SAME)
    assert aligned(one, two, three) == aligned(three, two, one)


IDS = st.sampled_from("abcdef")
SCORES = st.dictionaries(
    st.tuples(IDS, IDS).filter(lambda p: p[0] < p[1]), st.integers(30, 100).map(float)
)


@given(SCORES)
def test_no_group_has_two_sentences_of_one_outlet(scores: dict[tuple[str, str], float]) -> None:
    owner = {"a": "x", "b": "y", "c": "z", "d": "x", "e": "y", "f": "z"}
    across = {pair: s for pair, s in scores.items() if owner[pair[0]] != owner[pair[1]]}
    for group in groups(across, owner):
        assert len({owner[member] for member in group}) == len(group)
