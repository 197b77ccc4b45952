"""Links to copy, and the page by keyboard alone."""

import pytest
from playwright.sync_api import Page, expect

from tests.builders import FACTS, ident
from tests.render.conftest import Open

MISSING = f"fact-{ident('fact', FACTS['missing'][0])}"
FOCUSED = "() => document.activeElement.id"


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


@pytest.mark.parametrize("place", [f"#{MISSING}", ".alone li"])
def test_a_link_to_a_fact_is_copied(opened: Open, place: str) -> None:
    page = opened("ar", at="?q=%D8%A7#matrix")
    home = page.locator(place).first
    home.hover()
    home.locator(".copy").click()
    expect(page.locator("#notice [role=status]")).to_have_text("نُسخ الرابط")
    press(page, "/", "Control+A", "Control+V")
    address = page.locator("#search").input_value()
    assert address.endswith(f"/ar.html#{home.get_attribute('id')}")


def test_without_a_clipboard_the_address_is_there_to_copy(opened: Open) -> None:
    page = opened("en")
    page.evaluate("() => { delete Navigator.prototype.clipboard }")
    page.locator(f"#{MISSING} .copy").click()
    expect(page.locator("#notice [role=status]")).to_have_text("Copy this link:")
    field = page.locator("#notice input")
    assert field.input_value().endswith(f"/en.html#{MISSING}")
    assert field.evaluate("one => one === document.activeElement")
    assert field.evaluate("one => one.selectionEnd - one.selectionStart === one.value.length")
    press(page, "Escape")
    assert page.locator("#notice input:visible").count() == 0


def test_every_fact_has_a_button_that_names_it(opened: Open) -> None:
    page = opened("en")
    labels = page.locator(".copy").evaluate_all("all => all.map(one => one.ariaLabel)")
    assert len(labels) == len(FACTS)
    assert all(label.startswith("Copy a link to this fact: ") for label in labels)


def test_the_first_stop_skips_to_the_facts(opened: Open) -> None:
    page = opened("ar")
    press(page, "Tab")
    assert page.evaluate("() => document.activeElement.className") == "skip"
    box = page.locator(".skip").bounding_box()
    assert box is not None
    assert box["y"] >= 0
    press(page, "Enter", "Tab")
    assert page.evaluate("() => !!document.activeElement.closest('#cards')")


def test_every_stop_of_the_keyboard_is_seen(opened: Open) -> None:
    page = opened("ar")
    for _ in range(40):
        press(page, "Tab")
        seen = page.evaluate(
            """() => {
                const style = getComputedStyle(document.activeElement);
                return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
            }"""
        )
        assert seen, page.evaluate("() => document.activeElement.outerHTML")


@pytest.mark.parametrize("key", ["/", "ظ"])
def test_a_key_leads_to_the_search_on_arabic_keyboards_too(opened: Open, key: str) -> None:
    page = opened("ar")
    page.evaluate(
        """key => document.body.dispatchEvent(
            new KeyboardEvent('keydown', { key, code: 'Slash', bubbles: true }))""",
        key,
    )
    assert page.evaluate(FOCUSED) == "search"


def test_what_is_typed_is_typed(opened: Open) -> None:
    page = opened("ar")
    press(page, "/", "j", "/", "k")
    assert page.locator("#search").input_value() == "j/k"


def test_keys_go_from_fact_to_fact_and_past_the_hidden(opened: Open) -> None:
    page = opened("ar", at="?verdict=divergent&verdict=agreed")
    stops = []
    for key in "jjjjkk":
        press(page, key)
        stops.append(page.evaluate(FOCUSED))
    one, two, three = page.locator(".fact:visible").evaluate_all("all => all.map(e => e.id)")
    assert stops == [one, two, three, three, two, one]


def test_escape_takes_back_first_the_words_then_all(opened: Open) -> None:
    page = opened("ar", at="?verdict=divergent&q=%D8%A8%D8%AD%D8%A7%D8%B1%D8%A9")
    counts = []
    for _ in range(2):
        press(page, "Escape")
        counts.append(page.locator(".fact:visible").count())
    assert counts == [2, 6]


def test_keys_can_be_put_off(opened: Open) -> None:
    page = opened("ar")
    page.locator("#shortcuts").uncheck()
    press(page, "/", "j")
    assert page.evaluate(FOCUSED) == "shortcuts"
