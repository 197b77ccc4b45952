"""Stories that are none: how each is spoiled, and what must be said of it."""

import os
import unicodedata
from pathlib import Path
from typing import NamedTuple

from tests.ingest.folders import Change, put, remove, swap, together


class Bad(NamedTuple):
    """A way to spoil a sound story.

    `where` is the path that the error names, within the story's folder ("" the folder itself),
    `line` its line there, and `words` stand in what is printed.
    """

    name: str
    spoil: Change
    slug: str
    where: str
    line: int | None
    words: tuple[str, ...]


def _empty_folder(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()


def _replace_by_file(folder: Path) -> None:
    _empty_folder(folder)
    folder.write_text("", encoding="utf-8")


def _link(name: str, target: str) -> Change:
    return together(remove(name), lambda folder: (folder / name).symlink_to(target))


def _folder(name: str) -> Change:
    return together(remove(name), lambda folder: (folder / name).mkdir())


def _pipe(name: str) -> Change:
    return together(remove(name), lambda folder: os.mkfifo(folder / name))


def _beside(folder: Path) -> None:
    put("secret.txt", "كلمة")(folder.parent)


COMPOSED = "أنباء.txt"
DECOMPOSED = unicodedata.normalize("NFD", COMPOSED)
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89" + bytes(
    range(256)
)
ARABIC = "قالت الوزارة إن عدد المصابين ارتفع إلى ثلاثين شخصا بينهم أطفال ونساء.\n" * 4

_T = "story.toml"

BAD = (
    Bad("no folder", _empty_folder, "no-such-folder", "", None, ("no such folder",)),
    Bad("a file for a folder", _replace_by_file, "not-a-folder", "", None, ("not a folder",)),
    Bad("no story.toml", remove(_T), "no-story-toml", "", None, (_T, "[[article]]")),
    Bad("story.toml a folder", _folder(_T), "no-story-toml", "", None, (_T,)),
    Bad("key without value", swap("published = 2024-06-10", "published ="), "bad-toml", _T, 6,
        ("does not parse",)),
    Bad("quote left open", swap('"a.txt"', '"a.txt'), "bad-toml", _T, 4, ("does not parse",)),
    Bad("header left open", put(_T, 'title = "t"\n[[article'), "bad-toml", _T, 2,
        ("does not parse",)),
    Bad("no such day", swap("2024-06-10", "2024-02-30"), "no-such-date", _T, 6,
        ("no such date: 2024-02-30", "2024-06-10")),
    Bad("no such month", swap("2024-06-10", "2025-13-03"), "no-such-date", _T, 6,
        ("no such date: 2025-13-03",)),
    Bad("no such month, in quotes", swap("2024-06-10", '"2025-13-03"'), "no-such-date", _T, 6,
        ("no such date: 2025-13-03",)),
    Bad("no such hour", swap("2024-06-10", "2024-06-10T25:00:00"), "no-such-date", _T, 6,
        ("no such time: 2024-06-10T25:00:00",)),
    Bad("a day before its month", swap("2024-06-10", "10/06/2024"), "wrong-type", _T, 6,
        ("published is no date", "2024-06-10T09:00:00")),
    Bad("a date in Arabic digits", swap("2024-06-10", '"٢٠٢٤-٠٦-١٠"'), "wrong-type", _T, 6,
        ("published is no date", "write 2024-06-10")),
    Bad("a time that TOML knows in quotes only", swap("2024-06-10", "2024-06-10T09:00"), "bad-toml",
        _T, 6, ("published is without quotes", 'published = "..."')),
    Bad("curly quotes", swap('"إذاعة الجبل"', "“إذاعة الجبل”"), "bad-toml", _T, 10,
        ("quotes that are not straight", 'outlet = "..."')),
    Bad("a curly quote at the end", swap('"إذاعة الجبل"', '"إذاعة الجبل”'), "bad-toml", _T, 10,
        ("quotes that are not straight",)),
    Bad("Arabic quotes", swap('"إذاعة الجبل"', "«إذاعة الجبل»"), "bad-toml", _T, 10,
        ("quotes that are not straight",)),
    Bad("a date in curly quotes", swap("2024-06-10", "”2024-06-10”"), "bad-toml", _T, 6,
        ("quotes that are not straight",)),
    Bad("no quotes", swap('"إذاعة الجبل"', "إذاعة الجبل # محلية"), "bad-toml", _T, 10,
        ("outlet is without quotes", 'outlet = "..."', "straight quotes")),
    Bad("no quotes, a number first", swap('"إذاعة الجبل"', "24 ساعة"), "bad-toml", _T, 10,
        ("outlet is without quotes",)),
    Bad("no quotes round a file", swap('"b.txt"', "b.txt"), "bad-toml", _T, 9,
        ("file is without quotes",)),
    Bad("a colon for a sign", swap('outlet = "إذاعة', 'outlet: "إذاعة'), "bad-toml", _T, 10,
        ("does not parse", 'key = "value"')),
    Bad("quotes within quotes", swap('"إذاعة الجبل"', '"إذاعة "الجبل" هنا"'), "bad-toml", _T, 10,
        ("does not parse",)),
    Bad("a key twice", swap('file = "b.txt"', 'file = "b.txt"\nfile = "b.txt"'), "bad-toml", _T, 10,
        ("does not parse",)),
    Bad("nested without end", put(_T, "article = " + "[" * 20000), "bad-toml", _T, None,
        ("does not parse",)),
    Bad("story.toml in windows-1256", lambda folder: (folder / _T).write_text(
        f'title = "{ARABIC.strip()[:69]}"\n', encoding="cp1256"), "not-utf8", _T, 1, ("CP1256",)),
    Bad("story.toml empty", put(_T, ""), "no-articles", _T, None, ("no articles", "[[article]]")),
    Bad("no articles", put(_T, 'title = "t"\n'), "no-articles", _T, None, ("no articles",)),
    Bad("articles a number", put(_T, 'title = "t"\narticle = 5\n'), "wrong-type", _T, 2,
        ("[[article]]",)),
    Bad("articles as words", put(_T, 'article = ["a.txt"]\n'), "wrong-type", _T, 1,
        ("[[article]]",)),
    Bad("single brackets", put(_T, '\n[article]\nfile = "a.txt"\n'), "wrong-type", _T, 2,
        ("[[article]]",)),
    Bad("unknown key of an article", swap("outlet", "outlets"), "unknown-key", _T, 5,
        ("'outlets'", "did you mean outlet?")),
    Bad("unknown key of the story", swap("title", "name"), "unknown-key", _T, 1,
        ("'name'", "title")),
    Bad("unknown table", swap("[[article]]\n", '[[article]]\n[origin]\nby = "x"\n[[article]]\n'),
        "unknown-key", _T, 4, ("'origin'",)),
    Bad("no outlet", swap('outlet = "إذاعة الجبل"\n', ""), "missing-key", _T, 8, ("outlet",)),
    Bad("no file", swap('file = "b.txt"\n', ""), "missing-key", _T, 8, ("file",)),
    Bad("outlet a number", swap('"إذاعة الجبل"', "5"), "wrong-type", _T, 10, ("outlet",)),
    Bad("outlet empty", swap('"إذاعة الجبل"', '" "'), "empty-value", _T, 10, ("outlet",)),
    Bad("file empty", swap('"b.txt"', '""'), "empty-value", _T, 9, ("file",)),
    Bad("title a list", swap('"انهيار مبنى في الحي القديم"', "[]"), "wrong-type", _T, 1,
        ("title",)),
    Bad("published a word", swap("2024-06-10", '"yesterday"'), "wrong-type", _T, 6,
        ("published", "2024-06-10")),
    Bad("published a year", swap("2024-06-10", "2024"), "wrong-type", _T, 6, ("published",)),
    Bad("published an hour", swap("2024-06-10", "07:30:00"), "wrong-type", _T, 6, ("published",)),
    Bad("article missing", remove("b.txt"), "no-such-article", _T, 9, ("'b.txt'",)),
    Bad("a line separator in a value", together(swap('القديم"', 'القديم\u2028"'), remove("b.txt")),
        "no-such-article", _T, 9, ("'b.txt'",)),
    Bad("article a folder", _folder("b.txt"), "not-a-file", _T, 9, ("'b.txt'",)),
    Bad("article a pipe", _pipe("b.txt"), "not-a-file", _T, 9, ("'b.txt'",)),
    Bad("article the folder", swap('"b.txt"', '"."'), "not-a-file", _T, 9, ("'.'",)),
    Bad("name too long", swap('"b.txt"', f'"{"b" * 300}.txt"'), "unreadable", _T, 9, ("b.txt",)),
    Bad("NUL in the name", swap('"b.txt"', '"b\\u0000.txt"'), "unreadable", _T, 9,
        (r"'b\x00.txt'",)),
    Bad("link to itself", _link("b.txt", "b.txt"), "unreadable", _T, 9, ("'b.txt'",)),
    Bad("link to nowhere", _link("b.txt", "nowhere.txt"), "no-such-article", _T, 9, ("'b.txt'",)),
    Bad("absolute path", swap('"b.txt"', '"/etc/hostname"'), "outside-folder", _T, 9,
        ("'/etc/hostname'",)),
    Bad("path above the folder", together(_beside, swap('"b.txt"', '"../secret.txt"')),
        "outside-folder", _T, 9, ("'../secret.txt'",)),
    Bad("path out and in again", swap('"b.txt"', '"../collapse/b.txt"'), "outside-folder", _T, 9,
        ("'../collapse/b.txt'",)),
    Bad("link out of the folder", together(_beside, _link("b.txt", "../secret.txt")),
        "outside-folder", _T, 9, ("'b.txt'",)),
    Bad("linked folder", together(
        lambda folder: (folder / "sub").symlink_to(".."), _beside,
        swap('"b.txt"', '"sub/secret.txt"')), "outside-folder", _T, 9, ("'sub/secret.txt'",)),
    Bad("named twice", swap('"b.txt"', '"a.txt"'), "named-twice", _T, 9, ("'a.txt'", "line 4")),
    Bad("named twice with a dot", swap('"b.txt"', '"./a.txt"'), "named-twice", _T, 9,
        ("'./a.txt'", "line 4")),
    Bad("named twice by a link", _link("b.txt", "a.txt"), "named-twice", _T, 9,
        ("'b.txt'", "line 4")),
    Bad("named twice, decomposed", together(
        put(COMPOSED, "كلمة"), put(DECOMPOSED, "كلمة"), swap('"a.txt"', f'"{COMPOSED}"'),
        swap('"b.txt"', f'"{DECOMPOSED}"')), "named-twice", _T, 9, ("line 4",)),
    Bad("article empty", put("b.txt", ""), "empty-article", "b.txt", None, ("empty",)),
    Bad("article of white space", put("b.txt", " \n\t\u00a0\n"), "empty-article", "b.txt", None,
        ("empty",)),
    Bad("article of a byte-order mark", put("b.txt", "\ufeff\n"), "empty-article", "b.txt", None,
        ("empty",)),
    Bad("article a picture", put("b.txt", PNG), "not-text", "b.txt", 1, ("binary",)),
    Bad("article with a NUL", put("b.txt", "سطر\nسط\0ر\n"), "not-text", "b.txt", 2, ("binary",)),
    Bad("article in windows-1256", put("b.txt", ARABIC.encode("cp1256")), "not-utf8", "b.txt", 1,
        ("CP1256", "iconv")),
    Bad("article in UTF-16", put("b.txt", ARABIC.encode("utf-16")), "not-utf8", "b.txt", 1,
        ("UTF-16", "iconv")),
    Bad("article cut within a letter", put("b.txt", ARABIC.encode() + "ب".encode()[:1]), "not-utf8",
        "b.txt", 5, ("damaged",)),
)  # fmt: skip
