"""The records that flow through the program, and nothing else.

All are frozen and hold tuples; numbers are `Decimal`; offsets are code points in the decoded
file, so that `article.text[figure.start:figure.end] == figure.raw`, always. Ids are hashes of
what a record says and of whose it is, never of where it stands, so that an edit elsewhere
leaves them alone. Together they are `report.json`, format 1: names and meanings are a promise.
"""

from decimal import Decimal
from typing import Literal

import msgspec

FORMAT = 1

_COMPARED = ("count", "money", "percent", "measure", "duration")
Kind = Literal[
    "count", "money", "percent", "measure", "duration",
    "ordinal", "date", "time", "score", "identifier",
]  # fmt: skip
Relation = Literal[
    "exact", "about", "over", "at_least", "under", "at_most", "range", "vague",
]  # fmt: skip
Zone = Literal["title", "body", "furniture", "foreign"]
SourceKind = Literal["outlet", "media", "official", "body", "anonymous", "witness", "text"]
Verdict = Literal["agreed", "compatible", "updated", "divergent", "single", "undecided"]
Derived = Literal["wholly", "partly", "no"]
Finding = Literal["exceeds", "falls-short", "remainder", "adds-up"]

QUANTITIES: frozenset[str] = frozenset(_COMPARED)
"""The kinds that are compared; the others are recognised so that they are not."""


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """What all records share: immutable, fields by name."""


class Story(Record, frozen=True, kw_only=True):
    """A folder of articles on one event or topic."""

    id: str
    title: str


class Article(Record, frozen=True, kw_only=True):
    """One outlet's text. `published` is ISO 8601, a date or a time, or None where unknown."""

    id: str
    outlet: str
    title: str | None
    published: str | None
    lang: str
    path: str
    sha256: str
    url: str | None
    characters: int
    text: str


class Sentence(Record, frozen=True, kw_only=True):
    """A span of an article. Together an article's sentences cover its text, nothing left out.

    `zone` says whose words they are: the article's title or body, the page's furniture,
    or a foreign article that was glued to this one.
    """

    id: str
    article: str
    start: int
    end: int
    zone: Zone
    paragraph: int


class Figure(Record, frozen=True, kw_only=True):
    """A span of a sentence that states a quantity, or a number that is none.

    `low` and `high` are in the unit as written (percent 57.5, not .575) and None where open;
    a vague figure (tens, hundreds) has neither. `unit` is an ISO 4217 code for money, a key
    of `units.toml` for measures and durations, "percent", or None. `rule` names the rule
    that read it; `flags` what in it is ambiguous or deceptive.
    """

    id: str
    article: str
    sentence: str
    start: int
    end: int
    raw: str
    kind: Kind
    relation: Relation
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    rule: str
    flags: tuple[str, ...] = ()


class Source(Record, frozen=True, kw_only=True):
    """Somebody whom an article names for a claim. Equal `key` means the same source."""

    key: str
    name: str
    kind: SourceKind


class Claim(Record, frozen=True, kw_only=True):
    """A figure read in its clause.

    `counted` and `predicate` are concepts of the lexicon, or a stem behind "~" where the
    lexicon has none. `scope` holds what narrows the quantity, as sorted "aspect:value" words
    ("nation:american", "place:...", "date:2023-10-07"). `attribution` runs from the nearest
    teller to the origin, empty where the outlet speaks for itself. `as_of` is the ISO day or
    time for which the figure is given: the one that the sentence names, else the article's.
    `start` and `end` span the words that the claim rests on, and `words` are the stems of its
    sentence that tell it from others. `part_of` is the claim of the whole (105 *of them*);
    `same_as` an earlier claim of the article that it takes up (*the* four); `restates` one
    that it gives another value for (the union puts *their number* at 225).
    """

    id: str
    figure: str
    article: str
    start: int
    end: int
    counted: str | None
    predicate: str | None
    scope: tuple[str, ...]
    attribution: tuple[Source, ...]
    as_of: str | None
    negated: bool
    hypothetical: bool
    words: tuple[str, ...]
    part_of: str | None = None
    same_as: str | None = None
    restates: str | None = None


class Link(Record, frozen=True, kw_only=True):
    """Two sentences that say the same, `score` in 0..100.

    `runner_up` is the sentence, of the outlet of either, that comes nearest to taking its place,
    and `margin` how many points it stays behind; below 0 where it is likelier, and the group
    holds the two together. `derived` says whether both print one text, "wholly" or "partly", or
    word it independently; `left_share` and `right_share` are the shares of each one's words,
    0 to 1, that stand in runs of words of the other.
    """

    left: str
    right: str
    score: float
    runner_up: str | None = None
    margin: float = 0.0
    derived: Derived = "no"
    left_share: float = 0.0
    right_share: float = 0.0


class Alignment(Record, frozen=True, kw_only=True):
    """Sentences of different outlets that say the same thing, one an outlet.

    `splits` are pairs of neighbours, in the order of the text, that one outlet says it in.
    """

    id: str
    members: tuple[str, ...]
    links: tuple[Link, ...]
    splits: tuple[tuple[str, str], ...] = ()


class Reading(Record, frozen=True, kw_only=True):
    """One value of a fact, and who gives it. No reading is preferred to another.

    `one_text` are groups of its outlets that print the value in the same words: what they have
    in common is the text of one source.
    """

    low: Decimal | None
    high: Decimal | None
    relation: Relation
    claims: tuple[str, ...]
    outlets: tuple[str, ...]
    sources: tuple[Source, ...]
    independent_sources: int
    one_text: tuple[tuple[str, ...], ...] = ()


class Ground(Record, frozen=True):
    """A piece of evidence by which claims were put together, and its weight in log odds.

    The weight is the mean over all pairs of the fact's claims; below 0 it speaks against them.
    """

    name: str
    weight: float


class Fact(Record, frozen=True, kw_only=True):
    """Claims that speak of one quantity, and the verdict on its readings.

    `rule` names the row of the verdict table that decided; `severity` orders the briefing,
    0 for nothing to see up to 100; `doubts` are slugs of what speaks against the grouping;
    `grounds` are what it rests on, the strongest first.
    """

    id: str
    label: str
    kind: Kind
    unit: str | None
    counted: str | None
    predicate: str | None
    scope: tuple[str, ...]
    verdict: Verdict
    rule: str
    severity: int
    claims: tuple[str, ...]
    readings: tuple[Reading, ...]
    doubts: tuple[str, ...] = ()
    grounds: tuple[Ground, ...] = ()


class Total(Record, frozen=True, kw_only=True):
    """A stated whole held against the sum of its stated parts.

    `whole` and `parts` are claims, of one article or of two outlets' articles; `outlets` begins
    with the whole's. `low` and `high` of each side are what its words allow, None where open.
    "exceeds": the parts cannot all be in the whole, by `difference` at least; "falls-short": the
    words give the parts as all, and `difference` is missing; "remainder": `difference` is told
    nothing of; "adds-up": the parts make the whole. `rule` names what keeps the parts apart.
    """

    id: str
    finding: Finding
    rule: str
    whole: str
    parts: tuple[str, ...]
    outlets: tuple[str, ...]
    whole_low: Decimal | None
    whole_high: Decimal | None
    parts_low: Decimal | None
    parts_high: Decimal | None
    difference: Decimal


class Mention(Record, frozen=True, kw_only=True):
    """A name where it stands. `quoted` where it is a speaker's word and not the outlet's."""

    article: str
    start: int
    end: int
    quoted: bool


class Naming(Record, frozen=True, kw_only=True):
    """How often an outlet calls a thing by a name, of a thing that the story has two names for.

    `concept` is a section of `naming.toml`, `name` as it is shown there. `count` is of the
    outlet's own words, `quoted` of those in quotation marks or in the words of a speaker; the
    mentions are all of them.
    """

    id: str
    concept: str
    outlet: str
    name: str
    count: int
    quoted: int
    mentions: tuple[Mention, ...]


class NotCompared(Record, frozen=True, kw_only=True):
    """A figure that was read and left out of the comparison, with the reason's slug."""

    figure: str
    reason: str


class Notice(Record, frozen=True, kw_only=True):
    """Recoverable trouble, or something the reader must know: where, and what."""

    slug: str
    message: str
    path: str | None = None
    line: int | None = None


class Report(Record, frozen=True, kw_only=True):
    """All that is known of a story: the content of `report.json`."""

    format: int
    generator: str
    settings_digest: str
    lexicon_digest: str
    story: Story
    articles: tuple[Article, ...]
    sentences: tuple[Sentence, ...]
    figures: tuple[Figure, ...]
    claims: tuple[Claim, ...]
    alignments: tuple[Alignment, ...]
    facts: tuple[Fact, ...]
    not_compared: tuple[NotCompared, ...]
    warnings: tuple[Notice, ...]
    totals: tuple[Total, ...] = ()
    naming: tuple[Naming, ...] = ()
