"""Names of concepts: the locale's label, else the lexicon's own word, or its key in words."""

from datetime import date
from decimal import Decimal

from babel.numbers import get_currency_name, is_currency

from compare import lang
from compare.lang.concepts import Concept
from compare.view.labels import LOCALES, Labels, find, form, label, written_date
from compare.view.lines import visible

STEM = "~"  # what the lexicon does not know comes as a stem behind this


def concept(slug: str, labels: Labels) -> str:
    """The name of a concept in the locale; nothing where neither locale nor lexicon has one."""
    named = find(labels, "concept", slug)
    if named is not None:
        return named
    entry = lang.load().concepts.concepts.get(slug)
    if entry is None:
        return ""
    return _first_word(entry) if labels.lang == "ar" else _spelt(slug, entry)


def nation(slug: str, labels: Labels) -> str:
    """The people of a nation (Americans); its name where the locale has no word for them."""
    return find(labels, "people", slug) or concept(slug, labels)


def scope(word: str, labels: Labels) -> str:
    """A scope word ("place:gaza", "date:2023-10-07") in the locale's words; a stem has none."""
    aspect, _, value = word.partition(":")
    if value.startswith(STEM):
        return ""
    whole = find(labels, "scope", word)
    if whole is not None or not value:
        return whole or visible(word)
    named = nation(value, labels) if aspect == "nation" else concept(value, labels)
    return f"{label(labels, 'aspect', aspect)}: {_day(value, labels) or named or visible(value)}"


def unit_name(unit: str, count: Decimal, labels: Labels) -> str:
    """The name of a unit or currency, agreeing with `count`; the key itself as a last resort."""
    named = form(labels, "unit", unit, count)
    if named is None and is_currency(unit):
        named = get_currency_name(unit, count=count, locale=LOCALES[labels.lang])
    return named or visible(unit)


def _first_word(entry: Concept) -> str:
    kinds = [entry.noun, entry.name, entry.masdar, entry.adj, entry.verb, entry.word]
    return next((forms[0] for words in kinds for forms in words.values() if forms), "")


def _spelt(slug: str, entry: Concept) -> str:
    words = slug.replace("_", " ")
    return words.title() if entry.name or entry.role == "nation" else words


def _day(value: str, labels: Labels) -> str:
    try:
        date.fromisoformat(value)
    except ValueError:
        return ""
    return "".join(run.text for run in written_date(labels, value))
