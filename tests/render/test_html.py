"""briefing.html in a real browser: its direction, its silence, its fit, its text."""

import re

import pytest

from tests.render.conftest import Files, Open

LIMIT = 1_000_000  # bytes that a briefing may have, to be sent by mail


@pytest.mark.parametrize(("name", "side"), [("ar", "rtl"), ("en", "ltr"), ("hostile", "rtl")])
def test_it_asks_for_nothing_and_runs_in_its_direction(opened: Open, name: str, side: str) -> None:
    page = opened(name)
    page.wait_for_load_state("networkidle")
    for selector in ("html", "main", ".card", "table"):
        locator = page.locator(selector).first
        assert locator.evaluate("e => getComputedStyle(e).direction") == side


@pytest.mark.parametrize("width", [390, 1024, 1600])
@pytest.mark.parametrize("name", ["ar", "en", "hostile"])
def test_nothing_runs_off_the_side(opened: Open, name: str, width: int) -> None:
    page = opened(name, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_reads_the_same_without_javascript(opened: Open) -> None:
    page = opened("ar", script=False)
    assert page.locator(".card:visible").count() == 2
    for needed in ("button", "input", "select", "kbd", "output", "dialog"):
        assert page.locator(f"{needed}:visible").count() == 0


def test_digits_stand_in_logical_order(opened: Open) -> None:
    page = opened("ar")
    number = page.locator(".card .big .number", has_text="251")
    places = number.evaluate(
        """e => [0, 1, 2].map(i => {
            const range = document.createRange();
            range.setStart(e.firstChild, i);
            range.setEnd(e.firstChild, i + 1);
            return range.getBoundingClientRect().left;
        })"""
    )
    assert places == sorted(places)
    assert len(set(places)) == 3


def test_a_range_is_not_turned_round(opened: Open) -> None:
    page = opened("ar")
    number = page.locator(".singles .number", has_text="5–7")
    left, right = number.evaluate(
        """e => [0, 2].map(i => {
            const range = document.createRange();
            range.setStart(e.firstChild, i);
            range.setEnd(e.firstChild, i + 1);
            return range.getBoundingClientRect().left;
        })"""
    )
    assert left < right


def test_lower_readings_stand_where_reading_begins(opened: Open) -> None:
    for name, sign in (("ar", -1), ("en", 1)):
        page = opened(name)
        for places in (
            page.locator(".card").first.locator(".big .number"),
            page.locator(".card").first.locator(".ticks span"),
        ):
            five, seven = (box.bounding_box() for box in places.all())
            assert five is not None
            assert seven is not None
            assert (seven["x"] - five["x"]) * sign > 0


def test_silence_is_said_besides_the_dash(opened: Open) -> None:
    silent = opened("ar").locator("td.silent").first
    assert silent.inner_text().split() == ["—", "لم", "تذكره"]


def test_every_link_inside_the_page_has_its_target(opened: Open) -> None:
    lost = opened("ar").evaluate(
        """() => [...document.querySelectorAll('a[href^="#"]')]
            .map(a => a.getAttribute('href').slice(1))
            .filter(id => !document.getElementById(id))"""
    )
    assert lost == []


def test_ids_are_unique(opened: Open) -> None:
    ids = opened("ar").evaluate("() => [...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))


def test_without_javascript_a_link_opens_the_article_at_the_sentence(opened: Open) -> None:
    page = opened("ar", script=False)
    page.locator("a.trace").first.click()
    target = page.locator(":target")
    assert target.is_visible()
    assert "بحّارة أجانب" in target.inner_text()


def test_links_out_tell_nobody_where_they_come_from(opened: Open) -> None:
    links = opened("ar").locator("a[href^='http']").all()
    assert len(links) == 2
    for link in links:
        assert {"noreferrer", "noopener"} <= set((link.get_attribute("rel") or "").split())


def test_verdicts_are_told_by_a_mark_besides_colour(opened: Open) -> None:
    page = opened("ar")
    for row in page.locator(".matrix tbody tr").all():
        assert row.locator("th svg.mark").count() == 1
        assert row.locator("th .unseen").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_the_paper(opened: Open, scheme: str) -> None:
    faint = opened("ar", color_scheme=scheme).evaluate(CONTRAST)
    assert faint == []


CONTRAST = """() => {
    const light = c => {
        const [r, g, b] = c.match(/[\\d.]+/g).map(x => {
            x /= 255; return x <= .03928 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4;
        });
        return .2126 * r + .7152 * g + .0722 * b;
    };
    const paper = e => {
        for (; e; e = e.parentElement) {
            const c = getComputedStyle(e).backgroundColor;
            if (!c.startsWith('rgba(0, 0, 0, 0')) return c;
        }
        return 'rgb(255, 255, 255)';
    };
    return [...document.querySelectorAll('main *')]
        .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
        .filter(e => {
            const a = light(getComputedStyle(e).color), b = light(paper(e));
            return (Math.max(a, b) + .05) / (Math.min(a, b) + .05) < 4.5;
        })
        .map(e => e.className + ' ' + e.textContent.slice(0, 30));
}"""


def test_hostile_text_is_shown_as_text(opened: Open) -> None:
    page = opened("hostile")
    assert page.title() != "taken"
    assert page.locator("main img, main script, main style").count() == 0
    heading = page.locator("h1").inner_text()
    for text in ("<script>", "onerror=", "{{ 7 * 7 }}", "</style>", "[U+202E]251"):
        assert text in heading
    assert page.locator("a[href^='javascript']").count() == 0
    assert page.locator("a[href^='http']").count() == 0


@pytest.mark.parametrize("name", ["ar", "en", "hostile"])
def test_the_file_is_small_and_closed(files: Files, name: str) -> None:
    html = files[name]["briefing.html"].decode()
    assert len(html.encode()) < LIMIT
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy is not None
    assert re.fullmatch(
        "default-src 'none'; style-src 'sha256-[^ ]+'; script-src 'sha256-[^ ]+'; "
        "base-uri 'none'; form-action 'none'",
        policy[1],
    )
    assert "unsafe" not in policy[1]
    assert " style=" not in html.split("</style>", 1)[1].replace("<style", "")


def test_no_hidden_character_is_passed_on(files: Files) -> None:
    html = files["hostile"]["briefing.html"].decode()
    assert not set(html) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b")


def test_on_a_phone_the_fact_stays_while_the_outlets_scroll(opened: Open) -> None:
    for name, way in (("ar", -1), ("en", 1)):
        page = opened(name, 390)
        head = page.locator(".matrix tbody th").first
        before = head.bounding_box()
        moved = page.locator(".matrix .scroll").evaluate(
            "(e, x) => { e.scrollLeft = x; return e.scrollLeft; }", way * 80
        )
        after = head.bounding_box()
        assert moved == way * 80
        assert before is not None
        assert after is not None
        assert before["x"] == after["x"]


def test_on_a_phone_the_key_keeps_its_meanings(opened: Open) -> None:
    meanings = opened("ar", 390).locator(".key .meaning")
    assert meanings.count() == 6
    assert all(meaning.is_visible() for meaning in meanings.all())


def test_an_outlet_and_its_sources_are_joined_by_words(opened: Open) -> None:
    for name, citing, source in (("ar", "نقلًا عن", "عن"), ("en", "citing", "from")):
        page = opened(name)
        chain = page.locator(".card .chain", has_text="خفر السواحل").first
        assert chain.inner_text().split() == [
            *citing.split(), "شبكة", "«موجة»", source, "مصدر", "في", "خفر", "السواحل",
        ]  # fmt: skip
        assert not set("←→⟵⟶") & set(page.locator("main").inner_text())


def test_the_letters_are_of_one_kind(opened: Open) -> None:
    fonts = opened("ar").evaluate(
        "() => [...new Set([...document.querySelectorAll('main *')]"
        ".map(e => getComputedStyle(e).fontFamily))]"
    )
    assert len(fonts) == 1
    assert fonts[0].endswith("sans-serif")


def test_undecided_and_updated_facts_stand_between_the_cards_and_the_matrix(opened: Open) -> None:
    page = opened("en")
    lines = [" ".join(item.inner_text().split()) for item in page.locator(".glance li").all()]
    assert lines == [
        "undecided passengers: fewer than 60 or about 50 (no date)",
        "updated killed: 37 then 43",
    ]
    assert page.locator(".cards + .glance + .matrix").count() == 1


def test_each_number_and_figure_says_its_direction(files: Files) -> None:
    """Chromium isolates a `bdi` by itself; what makes the PDF, and others, go by the attribute."""
    page = files["ar"]["briefing.html"].decode()
    shown = re.findall(r'<bdi class="(?:number|figure|derived)[^>]*>', page)
    assert shown
    assert [tag for tag in shown if ' dir="' not in tag] == []
    assert [tag for tag in shown if '"number' in tag and 'dir="ltr"' not in tag] == []
