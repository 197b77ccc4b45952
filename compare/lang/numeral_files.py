"""The shape of a pack's numeral files: what each entry holds, unknown keys refused."""

import msgspec


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A record of a lexicon file; an unknown key is an error."""


class Value(_Strict, frozen=True):
    """Forms of a number word, and its value."""

    value: int
    forms: list[str]


class ScaleWord(_Strict, frozen=True):
    """Forms of a scale, by what each says (see the file)."""

    value: int
    one: list[str]
    both: list[str]
    two: list[str]
    many: list[str]


class PartWord(_Strict, frozen=True):
    """Forms of a fraction word; `value` is its denominator."""

    value: int
    one: list[str]
    two: list[str]
    many: list[str]
    of_them: list[str] = []
    two_of_them: list[str] = []


class Guards(_Strict, frozen=True):
    """Words that are numbers only under a condition (see the file)."""

    spelled: dict[str, list[str]]
    misspelled: dict[str, list[str]]
    counting: list[str]
    agreeing: list[str]
    not_singular: list[str]
    surname: list[str]
    before_scale: list[str]


class NumeralsFile(_Strict, frozen=True):
    """Number words: numerals.toml."""

    zero: dict[str, Value]
    ones: dict[str, Value]
    ten: dict[str, Value]
    teens: dict[str, Value]
    tens: dict[str, Value]
    hundred: dict[str, Value]
    hundreds: dict[str, Value]
    scales: dict[str, ScaleWord]
    parts: dict[str, PartWord]
    ordinals: dict[str, Value]
    vague: dict[str, list[str]]
    marks: dict[str, list[str]]
    guards: Guards


class Unit(_Strict, frozen=True):
    """A unit of measure: `factor` base units of its dimension, or None where no factor serves.

    `short_for` is the unit whose full name is longer, and that the bare word often means.
    """

    dimension: str
    forms: list[str]
    symbols: list[str]
    factor: str | None = None
    short_for: str | None = None


class UnitsFile(_Strict, frozen=True):
    """Units of measure and of time: units.toml."""

    measures: dict[str, Unit]
    durations: dict[str, Unit]
    percent: dict[str, list[str]]
    near: dict[str, list[str]]


class Currency(_Strict, frozen=True):
    """A currency word; `default` its ISO 4217 code, "" where only a nation tells (`codes`)."""

    default: str
    forms: list[str]
    symbols: list[str]
    codes: list[str]

    def by_nation(self) -> dict[str, str]:
        """ISO code of each nation key."""
        return dict(entry.split() for entry in self.codes)


class Minor(_Strict, frozen=True):
    """A word for a part of a currency; `per` of them make one of the currencies in `of`."""

    per: int
    of: list[str]
    forms: list[str]
    symbols: list[str]


class Iso(_Strict, frozen=True):
    """Currency codes that stand for themselves."""

    codes: list[str]


class CurrenciesFile(_Strict, frozen=True):
    """Currencies: currencies.toml."""

    currencies: dict[str, Currency]
    minor: dict[str, Minor]
    nations: dict[str, list[str]]
    iso: Iso
    words: dict[str, list[str]]


class Month(_Strict, frozen=True):
    """A month; the forms in `alone` need a day or a year beside them.

    Those in `verb`, which are a verb too, are also a month behind a preposition.
    """

    number: int
    forms: list[str]
    alone: list[str]
    verb: list[str] = []


class CalendarFile(_Strict, frozen=True):
    """Months and the words of dates and times: calendar.toml."""

    months: dict[str, Month]
    words: dict[str, list[str]]


class Bound(_Strict, frozen=True):
    """Phrases that bound or hedge a number."""

    relation: str
    forms: list[str]


class Verb(_Strict, frozen=True):
    """A verb that bounds: its relation, the one behind a negation, its prepositions.

    `space` where it also tells a movement: then a few things are what is moved to.
    """

    relation: str
    flip: str
    preposition: list[str]
    forms: list[str]
    space: bool = False


class BoundsFile(_Strict, frozen=True):
    """Bounds, hedges and ranges: bounds.toml."""

    before: dict[str, Bound]
    after: dict[str, Bound]
    verbs: dict[str, Verb]
    range: dict[str, list[str]]
    operators: dict[str, list[str]]


class NamesFile(_Strict, frozen=True):
    """Numbers that are names: names.toml."""

    heads: dict[str, list[str]]
    phrases: dict[str, list[str]]
    idioms: dict[str, list[str]]
    makes: dict[str, list[str]]


class FurnitureFile(_Strict, frozen=True):
    """The page's own words: furniture.toml."""

    after: dict[str, list[str]]
    before: dict[str, list[str]]


class NounsFile(_Strict, frozen=True):
    """Nouns for the dual and for ordinals: nouns.toml."""

    broken: dict[str, list[str]]
    sound: dict[str, list[str]]
    construct: dict[str, list[str]]
    not_dual: dict[str, list[str]]
    shows_two: dict[str, list[str]]
    said_of_two: dict[str, list[str]]
    ordinal_heads: dict[str, list[str]]


class ParticlesFile(_Strict, frozen=True):
    """Particles and proclitics: particles.toml."""

    words: dict[str, list[str]]
    proclitics: dict[str, list[str]]
