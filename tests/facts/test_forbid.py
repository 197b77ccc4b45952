"""Why two claims can never be of one quantity: each reason of the table, and its counter-case."""

import pytest

from compare import lang, pipeline
from compare.facts.forbid import REASONS, World, forbidden
from compare.facts.quantity import Quantity, quantities
from compare.ingest import LoadedStory
from compare.model import Article, Story

PAIRS = [
    ("قتل 12 شخصا.", "قتل 14 شخصا.", None),
    ("قتل 12 شخصا.", "بلغت الخسائر 12 مليون دولار.", "other-kind"),
    ("تبعد القرية 12 كيلومترا.", "بلغ وزن الشحنة 12 طنا.", "other-kind"),
    ("قتل 12 شخصا.", "لم يقتل 12 شخصا.", "denied"),
    ("قتل 12 شخصا.", "أصيب 12 شخصا.", "other-event"),
    ("قتل 12 شخصا.", "من المتوقع أن يقتل 14 شخصا.", "other-event"),
    ("قتل 12 طفلا.", "قتل 12 شخصا.", "other-group"),
    ("أفرج عن 7 أسرى أميركيين.", "أفرج عن 9 أسرى فرنسيين.", "other-nation"),
    ("قتل 12 شخصا منذ 3 مارس 2024.", "قتل 14 شخصا منذ 9 أبريل 2024.", "other-start"),
    ("سجلت 12 إصابة جديدة.", "سجلت 40 إصابة.", "other-flow"),
    ("أطلق 12 أسيرا لكل طرف.", "أطلق 24 أسيرا.", "other-share"),
    ("قتل 12 شخصا في حلب.", "قتل 14 شخصا في بنغازي.", "other-place"),
    ("قتل 12 شخصا في 7 أكتوبر 2023.", "قتل 14 شخصا في 3 مارس 2022.", "other-day"),
]


CONCEPTS = lang.load().concepts
ALEPPO = World(CONCEPTS, frozenset(), places=frozenset({"aleppo"}))
SINCE = World(CONCEPTS, frozenset(), aspects=frozenset({("since", "killed")}))
DATED = World(CONCEPTS, frozenset(), aspects=frozenset({("date", "killed")}))
# Reasons that need what tells quantities apart in the whole story.
TOLD = [
    ("قتل 12 شخصا في حلب.", "قتل 40 شخصا.", ALEPPO, "part-of-place"),
    ("قتل 112 شخصا في حلب.", "قتل 112 شخصا.", ALEPPO, None),
    ("قتل 60 شخصا منذ 3 مارس 2024.", "قتل 25 شخصا.", SINCE, "other-span"),
    ("قتل 9 أشخاص عام 2008.", "قتل 24 شخصا.", DATED, "other-span"),
    ("قتل 9 أشخاص عام 2008.", "أصيب 24 شخصا.", DATED, "other-event"),
]


def quantity(text: str) -> tuple[Quantity, World]:
    lexicon = lang.load()
    article = Article(
        id=text, outlet=text, title=None, published="2024-06-10", lang="ar", path="a.txt",
        sha256=text, url=None, characters=len(text), text=text,
    )  # fmt: skip
    made = pipeline.build(LoadedStory(Story(id="s", title="s"), (article,), ()), lexicon)
    figures = {f.id: f for f in made.figures}
    ready = quantities(made.claims[:1], figures, (article,), frozenset(), lexicon)
    return ready[0], World(lexicon.concepts, frozenset())


@pytest.mark.parametrize(("one", "two", "reason"), PAIRS)
def test_the_reason_that_keeps_two_claims_apart(one: str, two: str, reason: str | None) -> None:
    left, world = quantity(one)
    right, _ = quantity(two)
    assert forbidden(left, right, world) == reason
    assert forbidden(right, left, world) == reason


@pytest.mark.parametrize(("one", "two", "world", "reason"), TOLD)
def test_what_tells_a_storys_quantities_apart(
    one: str, two: str, world: World, reason: str | None
) -> None:
    left, right = quantity(one)[0], quantity(two)[0]
    assert forbidden(left, right, world) == forbidden(right, left, world) == reason


def test_a_sentence_and_its_parts_keep_their_values_apart() -> None:
    text = "قتل 12 شخصا بينهم 5 نساء."
    lexicon = lang.load()
    article = Article(
        id="a", outlet="أ", title=None, published="2024-06-10", lang="ar", path="a.txt",
        sha256="", url=None, characters=len(text), text=text,
    )  # fmt: skip
    made = pipeline.build(LoadedStory(Story(id="s", title="s"), (article,), ()), lexicon)
    ready = quantities(
        made.claims, {f.id: f for f in made.figures}, (article,), frozenset(), lexicon
    )
    assert forbidden(ready[0], ready[1], World(lexicon.concepts, frozenset())) == "same-sentence"


def test_every_reason_is_met() -> None:
    met = {reason for _, _, reason in PAIRS} | {reason for *_, reason in TOLD} | {"same-sentence"}
    # A part stands in its whole's sentence, or points back to it: "same-sentence" comes first.
    assert {name for name, _ in REASONS} - met == {"part-and-whole"}
