"""What is read of a sound story, and what is said to be unknown of it."""

import hashlib
import itertools
from pathlib import Path

import pytest

from compare.ingest import load_story
from compare.model import Notice
from tests.ingest.bad_stories import COMPOSED, DECOMPOSED
from tests.ingest.folders import SOUND_TOML, TEXT_A, make, put, remove, swap, together

DATES = [
    ("2024-06-10", "2024-06-10"),
    ("2018-05-14T13:54:37+04:00", "2018-05-14T13:54:37+04:00"),
    ("2018-05-14T13:54:37Z", "2018-05-14T13:54:37+00:00"),
    ("2018-05-14 13:54:37", "2018-05-14T13:54:37"),
    ('"2024-06-10"', "2024-06-10"),
    ('"2018-05-14T13:54:37+04:00"', "2018-05-14T13:54:37+04:00"),
]
FORMS = ["كلمة", "\ufeffكلمة\n", "سطر\r\nسطر\r\n", "سطر\rسطر", "سطر\u2028سطر\x0b\n\n"]


FOREIGN = [
    "Twelve people were killed and 30 wounded, officials said.",
    "עשרה הרוגים ו-30 פצועים",
    "Al Jazeera (الجزيرة): 12 people were killed and 30 wounded.",
]
ARABIC_ENOUGH = [
    TEXT_A,
    "قُتِلَ ١٢ شَخْصًا.",
    "أعلنت Airbus وBoeing تسليم 30 طائرة A320 إلى شركات في المنطقة.",
    "ابج abcdef",
    "ﻗﺘﻞ 12",
    "12",
]


def slugs(notices: tuple[Notice, ...]) -> list[tuple[str, str | None]]:
    return [(notice.slug, notice.path) for notice in notices]


def test_an_article_is_its_entry_and_its_bytes(story: Path) -> None:
    article = load_story(story).articles[1]
    assert (article.path, article.outlet, article.published, article.lang) == (
        "a.txt", "صحيفة الميناء", "2024-06-10", "ar",
    )  # fmt: skip
    assert (article.text, article.characters) == (TEXT_A, len(TEXT_A))
    assert article.sha256 == hashlib.sha256(TEXT_A.encode()).hexdigest()
    named = "\0".join(("article", "a.txt", "صحيفة الميناء"))
    assert article.id == hashlib.sha256(named.encode()).hexdigest()[:12]


def test_the_story_goes_by_its_folder(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_story(story).story.id == "collapse"
    monkeypatch.chdir(story)
    assert load_story(Path()).story.id == "collapse"


def test_the_order_in_the_file_changes_nothing(tmp_path: Path) -> None:
    blocks = [
        f'[[article]]\nfile = "{file}"\noutlet = "{outlet}"\n{rest}\n'
        for file, outlet, rest in [
            ("b.txt", "وكالة", "published = 2024-06-10"),
            ("c.txt", "وكالة", "published = 2024-06-10"),
            ("d.txt", "صحيفة", "published = 2024-06-10"),
            ("a.txt", "قناة", "published = 2024-06-11"),
            ("e.txt", "قناة", ""),
        ]
    ]
    loaded = []
    for number, order in enumerate(itertools.permutations(blocks)):
        files = {f"{name}.txt": f"كلمة {name}" for name in "abcde"}
        folder = make(tmp_path / str(number) / "s", files | {"story.toml": "".join(order)})
        loaded.append(load_story(folder))
    assert [article.path for article in loaded[0].articles] == [
        "e.txt", "d.txt", "b.txt", "c.txt", "a.txt",
    ]  # fmt: skip
    assert all(each == loaded[0] for each in loaded)


@pytest.mark.parametrize("text", FORMS, ids=ascii)
def test_line_ends_and_marks_stay_as_they_are(text: str, story: Path) -> None:
    put("a.txt", text)(story)
    assert load_story(story).articles[1].text == text


@pytest.mark.parametrize(("written", "read"), DATES)
def test_dates_are_read_in_every_form_of_iso_8601(written: str, read: str, story: Path) -> None:
    swap("2024-06-10", written)(story)
    assert read in [article.published for article in load_story(story).articles]


def test_what_is_not_given_is_said_and_not_invented(story: Path) -> None:
    loaded = load_story(story)
    first = loaded.articles[0]
    assert (first.path, first.title, first.published, first.url) == ("b.txt", None, None, None)
    assert slugs(loaded.notices) == [
        ("no-title", "b.txt"), ("no-date", "b.txt"), ("no-url", "b.txt"),
        ("no-title", "a.txt"), ("no-url", "a.txt"),
    ]  # fmt: skip


def test_an_empty_value_is_not_given(story: Path) -> None:
    swap('"b.txt"', '"b.txt"\ntitle = " "\nurl = ""')(story)
    article = load_story(story).articles[0]
    assert (article.title, article.url) == (None, None)


def test_values_are_kept_without_the_space_around_them(story: Path) -> None:
    swap('"إذاعة الجبل"', '" إذاعة الجبل "\nurl = " https://example.org/1 "\nlang = "ar-EG"')(story)
    article = load_story(story).articles[0]
    assert (article.outlet, article.url, article.lang) == (
        "إذاعة الجبل", "https://example.org/1", "ar-EG",
    )  # fmt: skip


def test_a_story_without_title_goes_by_its_folder_and_says_so(story: Path) -> None:
    swap('title = "انهيار مبنى في الحي القديم"', "")(story)
    loaded = load_story(story)
    assert loaded.story.title == "collapse"
    assert ("no-story-title", None) in slugs(loaded.notices)


def test_a_single_article_is_a_story_and_says_so(story: Path) -> None:
    put("story.toml", SOUND_TOML.rpartition("[[article]]")[0])(story)
    loaded = load_story(story)
    assert len(loaded.articles) == 1
    assert ("single-article", None) in slugs(loaded.notices)


def test_two_articles_are_not_called_single(story: Path) -> None:
    assert ("single-article", None) not in slugs(load_story(story).notices)


def test_articles_of_the_same_bytes_name_each_other(story: Path) -> None:
    put("b.txt", TEXT_A)(story)
    twins = [n for n in load_story(story).notices if n.slug == "same-text"]
    assert [(n.path, n.message) for n in twins] == [
        ("b.txt", "the same text as a.txt, byte for byte"),
        ("a.txt", "the same text as b.txt, byte for byte"),
    ]


def test_three_of_the_same_bytes_name_the_other_two(story: Path) -> None:
    block = '[[article]]\nfile = "c.txt"\noutlet = "وكالة"\n'
    together(put("story.toml", SOUND_TOML + block), put("b.txt", TEXT_A), put("c.txt", TEXT_A))(
        story
    )
    said = [n.message for n in load_story(story).notices if n.path == "b.txt"]
    assert "the same text as a.txt, c.txt, byte for byte" in said


def test_articles_that_differ_in_a_byte_are_not_the_same(story: Path) -> None:
    put("b.txt", TEXT_A + "\n")(story)
    assert "same-text" not in {notice.slug for notice in load_story(story).notices}


@pytest.mark.parametrize("text", FOREIGN)
def test_an_article_of_another_language_is_noted(text: str, story: Path) -> None:
    put("b.txt", text)(story)
    assert ("not-arabic", "b.txt") in slugs(load_story(story).notices)


@pytest.mark.parametrize("text", ARABIC_ENOUGH)
def test_arabic_with_other_words_in_it_is_arabic(text: str, story: Path) -> None:
    put("b.txt", text)(story)
    assert "not-arabic" not in {notice.slug for notice in load_story(story).notices}


def test_a_file_decomposed_by_another_system_is_found(story: Path) -> None:
    together(remove("b.txt"), put(DECOMPOSED, "كلمة"), swap('"b.txt"', f'"{COMPOSED}"'))(story)
    assert load_story(story).articles[0].path == COMPOSED


def test_a_file_in_a_folder_within_is_found(story: Path) -> None:
    (story / "more").mkdir()
    together(put("more/b.txt", "كلمة"), swap('"b.txt"', '"./more//b.txt"'))(story)
    assert load_story(story).articles[0].path == "more/b.txt"


def test_a_link_within_the_folder_is_followed(story: Path) -> None:
    (story / "b.txt").rename(story / "b-2.txt")
    (story / "b.txt").symlink_to("b-2.txt")
    assert load_story(story).articles[0].path == "b.txt"


def test_a_byte_order_mark_before_story_toml_is_no_trouble(story: Path) -> None:
    put("story.toml", "\ufeff" + SOUND_TOML)(story)
    assert len(load_story(story).articles) == 2


def test_articles_may_be_written_on_one_line(story: Path) -> None:
    put("story.toml", 'article = [{file = "a.txt", outlet = "أ"}, {file = "b.txt", outlet = "ب"}]')(
        story
    )
    assert [article.path for article in load_story(story).articles] == ["a.txt", "b.txt"]


def test_the_seeds_are_five_articles_with_dates_and_no_links(seeds: Path) -> None:
    loaded = load_story(seeds)
    assert [(article.path, article.published) for article in loaded.articles] == [
        ("alhurra.txt", "2024-05-25"),
        ("alaraby.txt", "2024-06-10"),
        ("almanassa.txt", "2024-06-10"),
        ("aljazeera.txt", "2024-06-11"),
        ("unnamed.txt", "2024-11-28"),
    ]
    assert {article.url for article in loaded.articles} == {None}


SEED_BYTES = {
    "alaraby.txt": "9b4ac302d53e1d1b25451dc71f21581f21b75a33648656793c378ee4e688e82a",
    "alhurra.txt": "11360e43cd21d33164b23d53864ac503db6f55208569697b615935e408a39972",
    "aljazeera.txt": "d8bdf2f6b8b199d353f5de7d1bef01a089651d3306270a01fe18352db891010d",
    "almanassa.txt": "bb4fa84539ef26a2014a3f5798bf98cd92fad5e45b19dda98f299ccf327a3718",
    "unnamed.txt": "7303dad2949e73cc74c55766ab9626adba26885d87a6098034423438f1764b53",
}


def test_the_seeds_are_the_bytes_that_were_labelled(seeds: Path) -> None:
    loaded = load_story(seeds)
    assert {article.path: article.sha256 for article in loaded.articles} == SEED_BYTES
