"""The filter: by verdict, by outlet, by words however they are written; everywhere at once."""

import pytest
from playwright.sync_api import Page

from tests.builders import FACTS, ident
from tests.render.conftest import Open

NAMES = {f"fact-{ident('fact', row[0])}": name for name, row in FACTS.items()}
ALL = frozenset(FACTS)
PLACES = {"card": ".card", "line": ".glance li", "row": ".matrix tr[data-fact]"}

VERDICTS = {
    ("divergent",): {"missing", "aboard"},
    ("undecided", "updated"): {"treated", "dead"},
    ("single",): {"cost", "strait", "bags", "travel"},
    ("divergent", "undecided", "updated", "compatible", "agreed", "single"): ALL,
}
OUTLETS = {
    "جريدة المرفأ": {"missing", "aboard", "dead", "evacuated", "children", "cost", "strait"},
    "أخبار الضفتين": {"missing", "aboard", "treated", "evacuated", "children", "bags"},
}
WORDS = {
    "بحارة": {"missing"},
    "بحّارة": {"missing"},
    "بحـــارة": {"missing"},
    "بحاره": {"missing"},
    "بحارة القدامى": set(),
    "اطفال": {"children"},
    "أَطْفال انقذوا": {"children"},
    "إطفال": {"children"},
    "حتي مساء": {"dead"},
    "حتى مسإ": {"dead"},
    "١١٧٠": {"evacuated"},
    "٣٫٥ ملايين": {"cost"},
    "1,170": {"evacuated"},
    "۱۱۸۹": {"evacuated"},
    "أخبار الضفتين كلفة": set(),
    "المرفا كلفة": {"cost"},
    "  ": ALL,
    "\u200fكلفة\u200f": {"cost"},
}


def shown(page: Page) -> set[str]:
    """The facts that are to be seen in full."""
    found = page.locator(".fact:visible, .alone li:visible")
    return {NAMES[id_] for id_ in found.evaluate_all("all => all.map(one => one.id)")}


def press(page: Page, verdicts: tuple[str, ...]) -> None:
    for verdict in verdicts:
        page.locator(f".counts [data-verdict={verdict}] button").click()


@pytest.mark.parametrize(("verdicts", "facts"), VERDICTS.items())
def test_by_verdict(opened: Open, verdicts: tuple[str, ...], facts: set[str]) -> None:
    page = opened("ar")
    press(page, verdicts)
    assert shown(page) == facts


def test_by_outlet(opened: Open) -> None:
    page = opened("ar")
    for outlet, facts in OUTLETS.items():
        page.locator("#outlet").select_option(outlet)
        assert shown(page) == facts


def test_by_words_however_they_are_written(opened: Open) -> None:
    page = opened("ar")
    found = {}
    for words in WORDS:
        page.locator("#search").fill(words)
        found[words] = shown(page)
    assert found == WORDS


def test_by_words_in_capitals_or_not(opened: Open) -> None:
    page = opened("hostile")
    page.locator("#search").fill("ONError JAVASCRIPT:")
    assert page.locator(".fact:visible").count() == 6


def test_all_three_together_and_back(opened: Open) -> None:
    page = opened("ar")
    press(page, ("compatible", "agreed"))
    page.locator("#outlet").select_option("جريدة المرفأ")
    page.locator("#search").fill("1170")
    assert shown(page) == {"evacuated"}
    page.locator("#show-all").click()
    assert shown(page) == ALL
    assert page.locator("#search").input_value() == ""
    assert page.locator("#outlet").input_value() == ""
    assert page.locator("[aria-pressed=true]").count() == 0
    assert page.locator("#show-all:visible").count() == 0
    page.keyboard.press("Tab")
    assert page.evaluate("() => !!document.activeElement.closest('#cards')")


@pytest.mark.parametrize("verdict", ["divergent", "updated", "single"])
def test_a_fact_is_hidden_wherever_it_stands(opened: Open, verdict: str) -> None:
    page = opened("ar")
    before = {name: page.locator(f"{place}:visible").count() for name, place in PLACES.items()}
    assert before == {"card": 2, "line": 2, "row": 6}
    press(page, (verdict,))
    facts = page.locator("[data-fact]").evaluate_all(
        "all => all.map(one => [one.dataset.fact, one.checkVisibility()])"
    )
    wanted = {name for name, row in FACTS.items() if row[4] == verdict}
    assert all((NAMES[fact] in wanted) == visible for fact, visible in facts)


def test_sections_that_became_empty_are_gone(opened: Open) -> None:
    page = opened("ar")
    press(page, ("single",))
    assert page.locator("#cards:visible, #glance:visible, #matrix:visible").count() == 0
    assert page.locator("#apparatus:visible, #aligned:visible").count() == 0
    assert page.locator("#singles:visible, #naming:visible, #articles:visible").count() == 3
    page.locator("#outlet").select_option("أخبار الضفتين")
    assert page.locator(".alone:visible").count() == 1


ALIGNED = [
    ("verdict=divergent", 1),
    ("verdict=agreed", 0),
    ("q=تحقيق", 1),
    ("q=المرفأ", 2),
    ("outlet=جريدة المرفأ", 2),
    ("outlet=أخبار الضفتين", 0),
]


def test_sentences_side_by_side_go_with_their_facts(opened: Open) -> None:
    page = opened("ar")
    for query, groups in ALIGNED:
        page.goto(f"{page.url.split('?')[0]}?{query}")
        assert page.locator(".group:not([hidden])").count() == groups, query
        assert page.locator("#aligned:visible").count() == min(groups, 1), query
        assert page.locator(".aligned details:visible").count() == groups, query


TALLIES = [
    ("ar", "", "10 وقائع من أصل 10"),
    ("ar", "بحارة", "واقعة واحدة من أصل 10"),
    ("ar", "من أصل ذلك", "لا واقعة تطابق ما طلبت، من أصل 10"),
    ("en", "", "10 facts of 10"),
    ("en", "بحارة", "one fact of 10"),
    ("en", "nothing", "0 facts of 10"),
]


@pytest.mark.parametrize("locale", ["ar", "en"])
def test_how_many_are_shown_is_said(opened: Open, locale: str) -> None:
    page = opened(locale)
    wanted = {words: tally for of, words, tally in TALLIES if of == locale}
    found = {}
    for words in wanted:
        page.locator("#search").fill(words)
        found[words] = page.get_by_role("status").filter(has_text="10").inner_text()
    assert found == wanted


def test_two_are_said_in_the_dual(opened: Open) -> None:
    page = opened("ar")
    press(page, ("divergent",))
    assert page.locator("#how-many").inner_text() == "واقعتان من أصل 10"


def test_the_address_keeps_the_filter_beside_the_anchor(opened: Open) -> None:
    page = opened("ar", at="#matrix")
    press(page, ("divergent", "agreed"))
    assert page.url.endswith("/ar.html?verdict=divergent&verdict=agreed#matrix")
    page.locator("#search").fill("بحّارة أجانب")
    page.locator("#outlet").select_option("جريدة المرفأ")
    assert page.url.endswith("#matrix")
    page.reload()
    assert shown(page) == {"missing"}
    assert page.locator("#search").input_value() == "بحّارة أجانب"
    assert page.locator("[aria-pressed=true]").count() == 2
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert page.url.endswith("/ar.html#matrix")


def test_an_address_that_asks_for_what_there_is_not_shows_all(opened: Open) -> None:
    page = opened("ar", at="?verdict=untrue&outlet=nobody&query=x#fact-0")
    assert shown(page) == ALL


def test_a_link_to_a_hidden_fact_brings_it_back(opened: Open) -> None:
    page = opened("ar", at="?verdict=single")
    dead = next(id_ for id_, name in NAMES.items() if name == "dead")
    page.evaluate("id => { location.hash = id }", dead)
    page.locator(f"#{dead}").wait_for(state="visible")
    assert shown(page) == ALL


def test_who_asks_from_below_is_taken_to_the_answer(opened: Open) -> None:
    page = opened("ar")
    page.locator("#articles").evaluate("one => one.scrollIntoView({ behavior: 'instant' })")
    page.locator("#search").fill("بحارة")
    top = page.locator(".card:visible").first.bounding_box()
    assert top is not None
    assert 0 < top["y"] < 450


def test_what_is_filtered_out_is_not_printed(opened: Open) -> None:
    page = opened("ar")
    press(page, ("agreed",))
    page.emulate_media(media="print")
    assert shown(page) == {"children"}
    assert page.locator("#how-many").is_visible()
    assert page.locator("#search:visible, #outlet:visible, #show-all:visible").count() == 0
    assert page.locator(".copy:visible, .keys:visible, .skip:visible").count() == 0
    page.emulate_media(media="screen")
    page.locator("#show-all").click()
    page.emulate_media(media="print")
    assert page.locator("#how-many:visible").count() == 0
