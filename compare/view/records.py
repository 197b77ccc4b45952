"""What the templates need, and nothing else: labelled, ordered and formatted.

A `Line` is text cut into runs, so that a template can isolate a figure without knowing where it
stands. All text in these records is safe to show: control characters are already made visible.
Links are fragments of the page ("#s-…"), empty where there is nothing to lead to. `at` says where
what is shown comes from: "ARTICLE:START-END", its article's id and its code points there; "story"
for what `story.toml` says; "derived" for what the briefing counts, computes or words itself.
"""

from typing import Literal

from compare.model import Record

STORY, DERIVED = "story", "derived"

Role = Literal["text", "name", "number", "derived", "figure", "mark", "only", "date"]
Dir = Literal["", "ltr", "rtl"]


class Run(Record, frozen=True):
    """A stretch of a line.

    "number" is a count of the briefing's own, "derived" what it computed from figures; "figure"
    is a figure as printed, "mark" one that is meant; "only" are words that stand in no sentence
    beside; "date" is a day as the locale writes it. `dir` isolates it in that direction.
    """

    text: str
    role: Role = "text"
    dir: Dir = ""
    link: str = ""
    note: str = ""
    at: str = ""


Line = tuple[Run, ...]


class Name(Record, frozen=True):
    """A name or title in a language of its own, to be isolated in its own direction.

    `at` is told of one that has digits in it.
    """

    text: str
    dir: Dir
    lang: str
    at: str = ""


class Verdict(Record, frozen=True):
    """A verdict's slug (also the name of its mark), its name, and what it means."""

    slug: str
    name: str
    meaning: str


class Value(Record, frozen=True):
    """A value to show: words of the bound, digits, words of the unit; or the words as printed.

    Where the digits are `computed` (a third of a million), the words stand beside them. `dir` is
    the direction of the digits.
    """

    bound: str
    number: str
    unit: str
    quoted: str
    computed: bool
    dir: Dir = "ltr"


class Traced(Value, frozen=True, kw_only=True):
    """A value that an article gives: the link to its sentence, and where its figure stands."""

    link: str
    at: str


class Title(Record, frozen=True):
    """What a fact is called; the article's own words, empty where they are the name; the rest."""

    name: Name
    quote: Name
    about: tuple[Name, ...]


class Form(Record, frozen=True):
    """How a number of things is put: a plural category by CLDR, and the words with "{n}"."""

    category: str
    pattern: str
