"""The words that figures are read by: typed loading of a pack's numeral files.

Each file is a table of entries; every form is folded here, once, and indexed by the role that
it can play. The grammar that uses them is in `compare.figures`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from compare.lang.numeral_files import (
    BoundsFile,
    CalendarFile,
    CurrenciesFile,
    Currency,
    FurnitureFile,
    Minor,
    NamesFile,
    NounsFile,
    NumeralsFile,
    ParticlesFile,
    Unit,
    UnitsFile,
    Verb,
)
from compare.lang.numeral_forms import (
    accusative,
    dual_forms,
    inflected,
    nominative,
    ones,
    with_future,
)
from compare.lang.numeral_words import (
    NOTHING,
    Backward,
    Index,
    Known,
    Number,
    Part,
    Phrase,
    Reading,
    any_of,
    bound_table,
    flat,
    folded,
    folded_verb,
    letter_table,
    longest_first,
    number_table,
    part_table,
    role_table,
    value_table,
)
from compare.lang.pack import read_table, refuse_duplicates
from compare.text import fold_word, tokens

ARTICLE = "ال"
_BARE = ("",)


@dataclass(frozen=True, eq=False)
class Numerals:
    """All words that figures are read by, folded. See the fields' names in the files.

    Two are never equal, as with `Concepts`, so that what is found with one can be remembered.
    """

    numbers: Mapping[str, Number]
    parts: Mapping[str, Part]
    ordinals: Mapping[str, int]
    phrases: Mapping[str, Index]
    roles: Mapping[str, frozenset[str]]
    units: Mapping[str, Unit]
    durations: frozenset[str]
    currencies: Mapping[str, Currency]
    minor: Mapping[str, Minor]
    months: Mapping[str, int]
    bounds: Mapping[str, tuple[Backward, ...]]
    verbs: Mapping[str, Verb]
    operators: Mapping[str, str]
    duals: Mapping[str, str]
    not_dual: frozenset[str]
    nationals: frozenset[str]
    singulars: frozenset[str]
    ordinal_heads: frozenset[str]
    function_words: frozenset[str]
    spelled: Mapping[str, str]
    misspelled: Mapping[str, str]
    counting: frozenset[str]
    agreeing: frozenset[str]
    not_singular: frozenset[str]
    surname: frozenset[str]
    before_scale: frozenset[str]
    unit_symbols: Mapping[str, str]
    money_symbols: Mapping[str, str]
    proclitics: frozenset[str]
    clitics: Mapping[str, tuple[str, ...]]
    symbol: re.Pattern[str]

    def known(self, norm: str) -> Known:
        """The known words that a folded word can be."""
        readings = tuple(self._read(norm))
        if not readings:
            return NOTHING
        return Known(readings, frozenset().union(*(self.roles[r.base] for r in readings)))

    def _read(self, norm: str) -> Iterator[Reading]:
        for clitic in self.clitics.get(norm[:1], _BARE):
            if not norm.startswith(clitic):
                continue
            rest, skip = norm[len(clitic) :], len(clitic)
            if rest in self.roles:
                yield Reading(rest, skip, clitic, False)
            if rest.startswith(ARTICLE) and rest[2:] in self.roles:
                yield Reading(rest[2:], skip + 2, clitic, True)
            if clitic.endswith("ل") and rest.startswith("ل") and rest[1:] in self.roles:
                yield Reading(rest[1:], skip + 1, clitic, True)


def _by_first_letter(clitics: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The proclitics that a word of this first letter can have, none and the shortest first."""
    ordered = sorted(clitics, key=lambda clitic: (len(clitic), clitic))
    return {first: ("", *(c for c in ordered if c[0] == first)) for first in set("".join(ordered))}


def load(folder: Path) -> Numerals:
    """The numeral words of the pack in `folder`. Raises `TabayunError` with file and line."""
    return _Loader(folder).build()


class _Loader:
    """Reads the files and fills the indexes; used once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.words = read_table(folder / "numerals.toml", NumeralsFile)
        self.units = read_table(folder / "units.toml", UnitsFile)
        self.money = read_table(folder / "currencies.toml", CurrenciesFile)
        self.calendar = read_table(folder / "calendar.toml", CalendarFile)
        self.bounds = read_table(folder / "bounds.toml", BoundsFile)
        self.names = read_table(folder / "names.toml", NamesFile)
        self.furniture = read_table(folder / "furniture.toml", FurnitureFile)
        self.nouns = read_table(folder / "nouns.toml", NounsFile)
        self.particles = read_table(folder / "particles.toml", ParticlesFile)
        self.phrases: dict[str, dict[str, list[Phrase]]] = {}

    def build(self) -> Numerals:
        self._check()
        numbers, parts = number_table(self.words), part_table(self.words)
        ordinals = value_table(self.words.ordinals)
        self._index_all()
        duals = self._duals()
        unit_symbols = {s: k for k, u in self._all_units().items() for s in u.symbols}
        money_symbols = self._money_symbols()
        letters = list(map(fold_word, self.particles.proclitics["letters"]))
        phrases = {role: longest_first(index) for role, index in self.phrases.items()}
        return Numerals(
            numbers=numbers,
            parts=parts,
            ordinals=ordinals,
            phrases=phrases,
            roles=role_table(numbers, parts, ordinals, duals, phrases),
            units=self._all_units(),
            durations=frozenset(self.units.durations),
            currencies=self.money.currencies,
            minor=self.money.minor,
            months={key: month.number for key, month in self.calendar.months.items()},
            bounds=bound_table(self.bounds),
            verbs={key: folded_verb(verb) for key, verb in self.bounds.verbs.items()},
            operators={m: key for key, marks in self.bounds.operators.items() for m in marks},
            duals=duals,
            nationals=folded(self.nouns.sound["nationals"]),
            not_dual=folded(flat(self.nouns.not_dual)),
            singulars=folded(flat(self.nouns.broken) + flat(self.nouns.sound)),
            ordinal_heads=folded(flat(self.nouns.ordinal_heads)),
            function_words=folded(flat(self.particles.words)),
            spelled=letter_table(self.words.guards.spelled),
            misspelled=letter_table(self.words.guards.misspelled),
            counting=folded(self.words.guards.counting),
            agreeing=folded(self.words.guards.agreeing),
            not_singular=folded(self.words.guards.not_singular),
            surname=folded(self.words.guards.surname),
            before_scale=folded(self.words.guards.before_scale),
            unit_symbols=unit_symbols,
            money_symbols=money_symbols,
            proclitics=frozenset(letters),
            clitics=_by_first_letter(letters),
            symbol=any_of([*unit_symbols, *money_symbols]),
        )

    def _all_units(self) -> dict[str, Unit]:
        return {**self.units.measures, **self.units.durations}

    def _money_symbols(self) -> dict[str, str]:
        symbols = {s: k for k, c in self.money.currencies.items() for s in c.symbols}
        symbols |= {s: f"minor:{k}" for k, m in self.money.minor.items() for s in m.symbols}
        return symbols | {code: f"iso:{code}" for code in self.money.iso.codes}

    def _check(self) -> None:
        for name, groups in (
            ("units.toml", {k: u.forms for k, u in self._all_units().items()}),
            ("currencies.toml", {k: c.forms for k, c in self.money.currencies.items()}),
            (
                "calendar.toml",
                {k: m.forms + m.alone + m.verb for k, m in self.calendar.months.items()},
            ),
            ("bounds.toml", {k: b.forms for k, b in self.bounds.before.items()}),
            ("names.toml", self.names.phrases),
        ):
            refuse_duplicates(
                self.folder / name, [(key, form) for key, forms in groups.items() for form in forms]
            )

    def _index_all(self) -> None:
        self._index_units()
        self._index_money()
        for key, month in self.calendar.months.items():
            self._index("month", key, month.forms)
            self._index("month", f"{key}?", month.alone + month.verb)
            self._index("month_verb", key, month.verb)
        for role, forms in self.calendar.words.items():
            self._index(role, role, forms)
        for bound in self.bounds.after.values():
            self._index("bound_after", bound.relation, bound.forms)
        for key, verb in self.bounds.verbs.items():
            self._index("bound_verb", key, [f for form in verb.forms for f in with_future(form)])
        for role, forms in self.bounds.range.items():
            self._index(role, role, forms)
        for role, relation in self.words.vague.items():
            self._index("vague", role, relation)
        for role, forms in self.words.marks.items():
            self._index(role, role, forms)
        self._index_names()

    def _index_units(self) -> None:
        for key, unit in self._all_units().items():
            for form in unit.forms:
                self._index("unit", key, [form, *accusative(form)])
            self._index("unit_symbol", key, [s for s in unit.symbols if s.isalpha()])
            self._index("unit_dual", key, self._sure_duals(unit.forms))
            self._index("unit_one", key, ones(unit.forms))
        for key, forms in self.units.percent.items():
            self._index("percent", key, forms)
        for key, forms in self.units.near.items():
            self._index("near_unit", key, forms)

    def _sure_duals(self, singulars: list[str]) -> list[str]:
        refused = set(map(fold_word, flat(self.nouns.not_dual)))
        bare = [form for form in singulars if " " not in form]
        return [dual for form in bare for dual in dual_forms(form) if dual not in refused]

    def _index_money(self) -> None:
        for key, currency in self.money.currencies.items():
            for form in currency.forms:
                self._index("currency", key, accusative(form))
                if " " not in form:
                    self._index("currency_dual", key, dual_forms(form))
            self._index("currency", key, currency.forms)
        for key, minor in self.money.minor.items():
            self._index("minor", key, [*minor.forms, *accusative(minor.forms[0])])
        for key, forms in self.money.nations.items():
            self._index("nation", key, [f for form in forms for f in inflected(form)])
        for role, forms in self.money.words.items():
            self._index(role, role, forms)

    def _index_names(self) -> None:
        self._index("zero", "zero", self.words.zero["zero"].forms)
        self._index("preposition", "preposition", self.particles.words["prepositions"])
        self._index("shows_two", "shows_two", flat(self.nouns.shows_two))
        self._index("said_of_two", "said_of_two", flat(self.nouns.said_of_two))
        for key, forms in self.names.heads.items():
            self._index("name_head", key, forms)
        for key, forms in self.names.phrases.items():
            self._index("name", key, forms)
        for key, forms in self.names.idioms.items():
            self._index("idiom", key, forms)
        for key, forms in self.names.makes.items():
            self._index("make", key, forms)
        for key, forms in self.furniture.after.items():
            self._index("furniture_after", key, forms)
        for key, forms in self.furniture.before.items():
            self._index("furniture_before", key, forms)

    def _index(self, role: str, key: str, forms: Iterable[str]) -> None:
        index = self.phrases.setdefault(role, {})
        for form in forms:
            first, *rest = [token.norm for token in tokens(form)]
            phrase = Phrase(tuple(rest), key)
            if phrase not in index.setdefault(first, []):
                index[first].append(phrase)

    def _duals(self) -> dict[str, str]:
        refused = set(map(fold_word, flat(self.nouns.not_dual)))
        pairs = [
            (form, fold_word(noun)) for noun in flat(self.nouns.broken) for form in dual_forms(noun)
        ]
        pairs += [(nominative(noun), fold_word(noun)) for noun in flat(self.nouns.sound)]
        construct = [fold_word(noun)[:-1] for noun in flat(self.nouns.construct)]
        pairs += [(stem + end, f"{stem}ه+") for stem in construct for end in ("تا", "تي")]
        return {form: noun for form, noun in pairs if form not in refused}
