"""What a diff is: the changes that a reader must know of, and apart from them all others.

Each change has an `old` and a `new` side, None where it is new or gone, so that a diff held in a
mirror is the diff of the two reports the other way round. All sides quote their report.
"""

from typing import Any, Literal

from compare import model
from compare.model import Record

FORMAT = 1

By = Literal["id", "claims", "figures", "likeness"]
"""What a fact is known again by: its id, claims in common, figures in the same place of words
that were changed, or what it counts and a value in common."""

ArticleBy = Literal["id", "bytes", "url", "title", "path"]
"""What an article is known again by: its file and outlet, its bytes, its outlet and link, its
outlet and title, its file alone."""

Guess = Literal["few-claims", "reworded", "alike", "same-title", "same-path"]
"""Why a thing may be another than the one that it is held against."""


class Side(Record, frozen=True):
    """One of the two reports. `lacks` are lists that were not yet in reports when it was made."""

    story: str
    title: str
    format: int
    generator: str
    lacks: tuple[str, ...] = ()


class Quote(Record, frozen=True):
    """The words that a claim rests on."""

    claim: str
    outlet: str
    words: str


class Held(Record, frozen=True):
    """A fact as its report has it, with the words of its claims."""

    fact: model.Fact
    quotes: tuple[Quote, ...]


class ReadingChange(Record, frozen=True):
    """A reading that is new, gone, or the same value with other `fields`."""

    old: model.Reading | None
    new: model.Reading | None
    fields: tuple[str, ...] = ()


class FactChange(Record, frozen=True):
    """A fact that is new, gone, or changed in `fields`.

    `fields` are of "verdict", "rule", "kind", "unit", "counted", "predicate", "readings",
    "outlets", "sources".
    `claims_to` are other facts of the new report that hold claims of the old fact, `claims_from`
    other facts of the old report that held claims of the new one. `guess` says why the two may
    not be one fact, None where they surely are.
    """

    old: Held | None
    new: Held | None
    fields: tuple[str, ...] = ()
    readings: tuple[ReadingChange, ...] = ()
    claims_to: tuple[str, ...] = ()
    claims_from: tuple[str, ...] = ()
    by: By | None = None
    guess: Guess | None = None


class Edition(Record, frozen=True):
    """An article without its text."""

    id: str
    outlet: str
    title: str | None
    published: str | None
    url: str | None
    path: str
    sha256: str


class SentenceChange(Record, frozen=True):
    """The words of a sentence that came, went or were changed."""

    old: str | None
    new: str | None


class ArticleChange(Record, frozen=True):
    """An article that is new, gone, or changed in `fields`: outlet, title, published, url, text."""

    old: Edition | None
    new: Edition | None
    fields: tuple[str, ...] = ()
    sentences: tuple[SentenceChange, ...] = ()
    by: ArticleBy | None = None
    guess: Guess | None = None


class Placed(Record, frozen=True):
    """A figure in its sentence. `reason` says why it is not compared, None where it is."""

    figure: model.Figure
    outlet: str
    sentence: str
    reason: str | None


class FigureChange(Record, frozen=True):
    """A figure of an article that is in both reports: new, gone, or read differently in `fields`.

    `reworded` where the sentence says something else now; where it does not, the program reads
    the same words in another way.
    """

    old: Placed | None
    new: Placed | None
    fields: tuple[str, ...] = ()
    reworded: bool = False


class TotalChange(Record, frozen=True):
    """A total that is new, gone, or comes to another end in `fields`."""

    old: model.Total | None
    new: model.Total | None
    fields: tuple[str, ...] = ()


class Field(Record, frozen=True):
    """A field that differs, each side as `report.json` has it; an order is only said to differ."""

    name: str
    old: Any
    new: Any


class Moved(Record, frozen=True):
    """A record that came, went, moved or was reworded, by its list and its ids.

    Without ids it is the list itself, or, where `list` is "report", what stands beside the lists.
    """

    list: str
    old: str | None
    new: str | None
    fields: tuple[Field, ...] = ()


class Diff(Record, frozen=True):
    """All that two reports differ in: `moved` is what changes nothing that a reader relies on."""

    old: Side
    new: Side
    facts: tuple[FactChange, ...]
    articles: tuple[ArticleChange, ...]
    figures: tuple[FigureChange, ...]
    totals: tuple[TotalChange, ...]
    moved: tuple[Moved, ...]

    @property
    def changes(self) -> int:
        """How many changes there are besides what only moved or was reworded."""
        return sum(map(len, (self.facts, self.articles, self.figures, self.totals)))
