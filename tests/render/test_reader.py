"""The reader: a click on a figure opens its article at those words, and the way back."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.builders import FACTS, ident
from tests.render.conftest import Open

FIGURES = {
    ".card .big a": "5",
    ".card .carriers a": "5",
    ".glance li a:not(.what)": "أقل من 60",
    ".tallies .moments a": "37",
    ".matrix td a": "5",
    ".fact .values a": "5",
    ".fact blockquote a:has(mark)": "5",
    ".alone a": "3.5 ملايين دولار",
    ".side a": "5",
}
"""A place with figures, and the figure that the first of them leads to, as printed."""

OPEN = "#reader[open]"


def fact(name: str) -> str:
    return f"fact-{ident('fact', FACTS[name][0])}"


def middle(element: Locator) -> float:
    box = element.bounding_box()
    assert box is not None
    return box["y"] + box["height"] / 2


def ids(page: Page) -> list[str]:
    found: list[str] = page.evaluate("() => [...document.querySelectorAll('[id]')].map(e => e.id)")
    return found


@pytest.mark.parametrize("width", [390, 1024])
def test_a_figure_opens_its_article_at_its_words(opened: Open, width: int) -> None:
    page = opened("ar", width)
    page.evaluate("() => { for (const one of document.querySelectorAll('details')) one.open = 1 }")
    for place, printed in FIGURES.items():
        before = ids(page)
        link = page.locator(place).first
        link.click()
        words = page.locator(f"{OPEN} .s.meant")
        assert words.count() == 1, place
        assert printed in words.inner_text(), place
        assert f"#{words.get_attribute('id')}" == link.get_attribute("href"), place
        assert 200 < middle(words) < 700, place
        assert page.locator(f"{OPEN} .outlet").is_visible()
        page.keyboard.press("Escape")
        page.wait_for_url(lambda url: "#" not in url)
        assert page.locator(OPEN).count() == 0
        assert link.evaluate("one => one === document.activeElement"), place
        assert ids(page) == before
        assert page.locator(".meant").count() == 0


def test_of_several_figures_that_of_the_fact_is_meant(opened: Open) -> None:
    page = opened("ar")
    page.locator(f".matrix [data-fact={fact('missing')}] td a", has_text="7").first.click()
    figures = page.locator(f"{OPEN} a.meant")
    assert figures.evaluate_all("all => all.map(one => one.hash)") == [f"#{fact('missing')}"]


def test_the_whole_article_is_there(opened: Open) -> None:
    page = opened("ar")
    text = page.locator("#articles .text").first
    whole = text.text_content()
    page.locator(".alone a").first.click()
    assert page.locator(f"{OPEN} .text").text_content() == whole


@pytest.mark.parametrize("way", ["Escape", "button", "beside", "history"])
def test_every_way_back_leads_to_where_one_was(opened: Open, way: str) -> None:
    page = opened("ar", at="?verdict=single#singles", reduced_motion="reduce")
    at = page.evaluate("scrollY")
    page.locator(".alone a").first.click()
    assert "#s-" in page.url
    match way:
        case "Escape":
            page.keyboard.press("Escape")
        case "button":
            page.locator("#reader .close").click()
        case "beside":
            page.mouse.click(1000, 450)
        case "history":
            page.go_back()
    page.locator("#reader").wait_for(state="hidden")
    page.wait_for_url(lambda url: url.endswith("/ar.html?verdict=single#singles"))
    assert page.evaluate("scrollY") == at
    assert page.locator(".fact:visible").count() == 0


@pytest.mark.parametrize("way", ["Escape", "history"])
def test_the_way_back_brings_no_hidden_fact_with_it(opened: Open, way: str) -> None:
    page = opened("ar", at=f"#{fact('dead')}")
    page.locator(".counts [data-verdict=single] button").click()
    page.locator(".alone a").first.click()
    if way == "Escape":
        page.keyboard.press("Escape")
    else:
        page.go_back()
    page.wait_for_url(lambda url: url.endswith(f"#{fact('dead')}"))
    page.locator("#reader").wait_for(state="hidden")
    assert page.locator(".fact:visible").count() == 0


def test_the_way_forward_opens_it_again(opened: Open) -> None:
    page = opened("ar")
    page.locator(".alone a").first.click()
    words = page.locator(f"{OPEN} .s.meant").inner_text()
    page.go_back()
    page.locator("#reader").wait_for(state="hidden")
    page.go_forward()
    page.locator(OPEN).wait_for()
    assert page.locator(f"{OPEN} .s.meant").inner_text() == words


def test_a_figure_in_the_article_leads_to_its_fact(opened: Open) -> None:
    page = opened("ar", at="?verdict=single")
    page.locator(".alone a").first.click()
    page.locator(f"{OPEN} a[href='#{fact('dead')}']").click()
    assert page.locator(OPEN).count() == 0
    target = page.locator(":target")
    assert target.get_attribute("id") == fact("dead")
    assert target.is_visible()
    assert target.evaluate("one => one === document.activeElement")
    expect(target).to_be_in_viewport()


def test_an_address_of_words_opens_at_them(opened: Open) -> None:
    page = opened("ar")
    link = page.locator(".alone a").first.get_attribute("href") or ""
    page = opened("ar", at=link)
    assert page.locator(f"{OPEN} {link}").is_visible()
    page.keyboard.press("Escape")
    page.wait_for_url(lambda url: url.endswith("/ar.html"))
    assert page.locator(OPEN).count() == 0


def test_a_click_with_a_key_is_left_to_the_browser(opened: Open) -> None:
    page = opened("ar")
    with page.context.expect_page() as other:
        page.locator(".alone a").first.click(modifiers=["ControlOrMeta"])
    assert "#s-" in other.value.url
    assert page.locator(OPEN).count() == 0


def test_the_keyboard_stays_in_the_reader(opened: Open) -> None:
    page = opened("ar")
    page.locator(".alone a").first.focus()
    page.keyboard.press("Enter")
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('body, #reader, #reader *')")


def test_a_page_that_may_not_change_its_address_works(opened: Open) -> None:
    page = opened("ar")
    page.evaluate(
        """() => {
            const refuse = () => { throw new DOMException("no", "SecurityError"); };
            history.pushState = history.replaceState = refuse;
        }"""
    )
    page.locator("#search").fill("بحارة")
    assert page.locator(".fact:visible").count() == 1
    page.locator(".card:visible .big a").first.click()
    assert page.locator(f"{OPEN} .s.meant").is_visible()
    page.keyboard.press("Escape")
    assert page.locator(OPEN).count() == 0
    assert page.url.endswith("/ar.html")
