"""A briefing's sections, in the order in which it shows them; templates need these and no others.

Heights are in pixels, places along the page in percent of its width.
"""

from collections.abc import Mapping

from compare.model import Record
from compare.view.records import Form, Line, Name, Run, Title, Traced, Verdict


class Carrier(Record, frozen=True):
    """An outlet that gives a reading, and the chains of sources that it names for it.

    `link` leads to the first place where it does.
    """

    outlet: Name
    link: str
    chains: tuple[tuple[Name, ...], ...]


class Reading(Record, frozen=True):
    """One value of a fact, who carries it, and how many independent sources stand behind it.

    Of many carriers the first are listed, and `carriers_more` says how many there are besides.
    `hypothetical` where nobody says that it has happened; `one_text` are outlets that print it in
    the same words.
    """

    value: Traced
    hypothetical: bool
    carriers: tuple[Carrier, ...]
    carriers_more: Line
    independent: Line
    one_text: tuple[tuple[Name, ...], ...]


class Bar(Record, frozen=True):
    """One outlet's value on the scale, in percent of the width; a point where `left == right`."""

    left: int
    right: int
    y: int
    point: bool
    open_left: bool
    open_right: bool


class Tick(Record, frozen=True):
    """A label under the scale: its place in percent of the width, and its row."""

    x: int
    row: int
    text: str


class Plot(Record, frozen=True):
    """A fact's values on one scale, which runs in the direction of the page. Heights in pixels."""

    height: int
    axis: int
    foot: int
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    rows: int


class Cell(Record, frozen=True):
    """What one outlet says of one fact; no values where it does not report it."""

    outlet: Name
    values: tuple[Traced, ...]


class Entry(Record, frozen=True):
    """A sentence of one outlet that bears on a fact.

    `link` leads to its place in the article, `beside` to what other outlets say in its place.
    """

    outlet: Name
    published: Line
    sentence: Line
    link: str
    at: str
    beside: str
    values: tuple[Traced, ...]
    chains: tuple[tuple[Name, ...], ...]
    as_of: Line
    notes: tuple[str, ...]


class Fact(Record, frozen=True):
    """A fact, in full; `grounds` is what speaks loudest for it, `against` against it."""

    anchor: str
    title: Title
    verdict: Verdict
    readings: tuple[Reading, ...]
    spread: Line
    plot: Plot | None
    cells: tuple[Cell, ...]
    entries: tuple[Entry, ...]
    entries_more: Line
    rule: str
    grounds: tuple[str, ...]
    against: tuple[str, ...]
    doubts: tuple[str, ...]


class Brief(Record, frozen=True):
    """A fact in a line, of which paper has no more: its values, and how many outlets give one."""

    anchor: str
    verdict: Verdict
    title: Title
    values: tuple[Traced, ...]
    outlets: Line


class Row(Record, frozen=True):
    """A fact in a table of the matrix, with the cells of that table's outlets."""

    fact: Fact
    cells: tuple[Cell, ...]


class Table(Record, frozen=True):
    """The matrix, or as many of its columns as fit on a page."""

    outlets: tuple[Name, ...]
    rows: tuple[Row, ...]


class Count(Record, frozen=True):
    """How many facts have a verdict."""

    verdict: Verdict
    number: str


class Step(Record, frozen=True):
    """A value in a fact's course: the word that joins it to the one before, and its evidence."""

    word: str
    value: Traced
    undated: bool


class Strand(Record, frozen=True):
    """A fact in one line: its values in the order of time."""

    verdict: Verdict
    title: Name
    anchor: str
    steps: tuple[Step, ...]


class Glance(Record, frozen=True):
    """The facts that a first page tells in a line each, and how many more there are."""

    strands: tuple[Strand, ...]
    more: Line


class Dot(Record, frozen=True):
    """A claim in a chart: from the left in percent of the width, from the top in pixels."""

    x: int
    y: int


class Stretch(Record, frozen=True):
    """The line from one value of a tally to the next."""

    start: Dot
    end: Dot


class Mark(Record, frozen=True):
    """A value written over its dot."""

    at: Dot
    text: str


class Course(Record, frozen=True):
    """A tally over time, which runs in the direction of the page. Heights in pixels."""

    height: int
    axis: int
    foot: int
    dots: tuple[Dot, ...]
    stretches: tuple[Stretch, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    rows: int


class Moment(Record, frozen=True):
    """A value of a tally, when it was first given, and by whom at any time."""

    word: str
    value: Traced
    when: Line
    outlets: tuple[Name, ...]


class Tally(Record, frozen=True):
    """An updated fact: its values in the order of time, and their chart."""

    title: Title
    anchor: str
    course: Course | None
    moments: tuple[Moment, ...]


class Addend(Record, frozen=True):
    """A whole or a part of one, with the words that it comes from and the fact that it is of.

    A part has no outlet where it is the whole's.
    """

    value: Traced
    title: Name
    outlet: Name
    anchor: str


class Total(Record, frozen=True):
    """A whole against its parts: the finding's slug and name, why they may be summed, the sum."""

    finding: str
    name: str
    rule: str
    whole: Addend
    parts: tuple[Addend, ...]
    says: Line


class Sums(Record, frozen=True):
    """Totals that do not add up, those that do, and a word for the first page."""

    amiss: tuple[Total, ...]
    sound: tuple[Total, ...]
    alarm: Line


class Single(Record, frozen=True):
    """A figure of one outlet alone."""

    anchor: str
    title: Title
    values: tuple[Traced, ...]


class Singles(Record, frozen=True):
    """What one outlet alone has."""

    outlet: Name
    facts: tuple[Single, ...]


class Used(Record, frozen=True):
    """How often an outlet uses a name: in its own words, and in those of others; "" for never."""

    number: str
    link: str
    quoted: str
    quoted_link: str


class Naming(Record, frozen=True):
    """A name, the forms in which it is met, and how often each outlet of the table uses it."""

    name: Name
    forms: tuple[Name, ...]
    used: tuple[Used, ...]


class NamingTable(Record, frozen=True):
    """The names of a thing by as many outlets as fit on a page, the most frequent first."""

    outlets: tuple[Name, ...]
    names: tuple[Naming, ...]


class Passage(Record, frozen=True):
    """A name in the words around it."""

    outlet: Name
    words: Line
    link: str
    at: str


class Thing(Record, frozen=True):
    """What the outlets call by different names."""

    anchor: str
    title: str
    tables: tuple[NamingTable, ...]
    passages: tuple[Passage, ...]


class LeftOutFigure(Record, frozen=True):
    """A figure that was not compared, as printed, and how often the outlet has it."""

    run: Run
    outlet: Name
    times: str


class LeftOut(Record, frozen=True):
    """The figures left out for one reason."""

    reason: str
    number: str
    figures: tuple[LeftOutFigure, ...]


class Said(Record, frozen=True):
    """A sentence, in which words and figures that none of those beside it has are told apart."""

    sentence: Line
    link: str
    at: str


class Side(Record, frozen=True):
    """What one outlet says in the place of others: a sentence, or two that it splits it into."""

    outlet: Name
    sentences: tuple[Said, ...]


class Aligned(Record, frozen=True):
    """Sentences of different outlets that are alike, how much, and which are one text."""

    anchor: str
    score: Line
    copies: tuple[Line, ...]
    sides: tuple[Side, ...]


class Paragraph(Record, frozen=True):
    """A sentence of an article's full text."""

    anchor: str
    zone: str
    zone_name: str
    line: Line
    at: str


class Article(Record, frozen=True):
    """A source: where its text comes from, and the text."""

    anchor: str
    outlet: Name
    title: Name
    published: Line
    url: str
    path: str
    digest: str
    lang: str
    characters: Line
    figures: Line
    paragraphs: tuple[tuple[Paragraph, ...], ...]


class Warned(Record, frozen=True):
    """A warning, and the files (and lines) that it is about."""

    message: Name
    where: tuple[str, ...]


class Version(Record, frozen=True):
    """A version or digest that the report was made with."""

    name: str
    value: str


class Briefing(Record, frozen=True):
    """All that a briefing shows, in the order in which it shows it.

    `rest` are the facts that paper tells in a line each; on a screen all are told in full.
    """

    lang: str
    dir: str
    digits: str
    words: Mapping[str, str]
    title: Name
    answer: Line
    compared: bool
    outlets: tuple[Name, ...]
    counts: tuple[Count, ...]
    shown: tuple[Form, ...]
    matrix: tuple[Table, ...]
    cards: tuple[Fact, ...]
    glance: Glance
    facts: tuple[Fact, ...]
    rest: tuple[Brief, ...]
    tallies: tuple[Tally, ...]
    sums: Sums
    singles: tuple[Singles, ...]
    things: tuple[Thing, ...]
    things_more: tuple[Thing, ...]
    things_left: Line
    left_out: tuple[LeftOut, ...]
    aligned_figures: tuple[Aligned, ...]
    aligned: tuple[Aligned, ...]
    aligned_more: Line
    articles: tuple[Article, ...]
    zones: tuple[Line, ...]
    warnings: tuple[Warned, ...]
    method: tuple[str, ...]
    versions: tuple[Version, ...]
