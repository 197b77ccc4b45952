"""Names of concepts: the locale's label, else the lexicon's own word, or its key in words."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from babel.numbers import get_currency_name, is_currency

from compare import lang
from compare.lang.concepts import Concept
from compare.view.labels import LOCALES, Labels, find, form, label, written_date
from compare.view.lines import visible

_STEM = "~"  # what the lexicon does not know comes as a stem behind this


def concepts(slugs: Iterable[str | None], labels: Labels) -> list[str]:
    """The names of the concepts among `slugs`, none twice."""
    names = (concept(slug, labels) for slug in slugs if slug and not slug.startswith(_STEM))
    return list(dict.fromkeys(name for name in names if name))


def concept(slug: str, labels: Labels, adjective: bool = False) -> str:
    """The name of a concept in the locale; nothing where neither locale nor lexicon has one."""
    named = find(labels, "concept", slug)
    if named is not None:
        return named
    entry = lang.load().concepts.concepts.get(slug)
    if entry is None:
        return ""
    return _first_word(entry, adjective) if labels.lang == "ar" else _spelt(slug, entry)


def scope(word: str, labels: Labels) -> str:
    """A scope word ("place:gaza", "date:2023-10-07") in the locale's words."""
    aspect, _, value = word.partition(":")
    if not value:
        return visible(word)
    bare = value.removeprefix(_STEM)
    named = _day(bare, labels) or concept(bare, labels, adjective=aspect == "nation")
    return f"{label(labels, 'aspect', aspect)}: {named or visible(bare)}"


def unit_name(unit: str, count: Decimal, labels: Labels) -> str:
    """The name of a unit or currency, agreeing with `count`; the key itself as a last resort."""
    named = form(labels, "unit", unit, count)
    if named is None and is_currency(unit):
        named = get_currency_name(unit, count=count, locale=LOCALES[labels.lang])
    return named or visible(unit)


def _first_word(entry: Concept, adjective: bool) -> str:
    kinds = [entry.noun, entry.name, entry.masdar, entry.adj, entry.verb, entry.word]
    if adjective:
        kinds.insert(0, entry.adj)
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
