"""What a fact is called: concepts first, the article's own words below, then what narrows it."""

from collections.abc import Iterable
from decimal import Decimal

from compare import lang, model
from compare.lang.concepts import Concept
from compare.view.concepts import STEM, concept, nation, scope, unit_name
from compare.view.labels import Labels, label
from compare.view.lines import name, visible
from compare.view.records import DERIVED, Name, Title

_UNITS = ("money", "measure", "duration", "percent")
_MANY = Decimal(100)  # a unit is named as after a round number: a hundred dollars
_BRACKETED = ("nation:", "place:")


def title(fact: model.Fact, labels: Labels) -> Title:
    """The title of a fact; where the lexicon has no concept for it, the article's words."""
    words = fact.label.strip("… ")
    named = _named(fact, labels)
    if not named:
        return Title(
            name=name(
                words or " · ".join([label(labels, "kind", fact.kind), *_unit(fact, labels)]),
                DERIVED,
            ),
            quote=name(""),
            about=_about(fact.scope, labels),
        )
    inside = _brackets(fact, labels)
    return Title(
        name=name(
            " · ".join([*named, *_unit(fact, labels)]) + (f" ({inside})" if inside else ""), DERIVED
        ),
        quote=name(words, DERIVED),
        about=_about((w for w in fact.scope if not w.startswith(_BRACKETED)), labels),
    )


def _named(fact: model.Fact, labels: Labels) -> list[str]:
    """The predicate, then what is counted, where it says more than the predicate or the unit."""
    slugs = [fact.predicate] if fact.predicate else []
    if fact.counted and not fact.counted.startswith(STEM) and not _said_already(fact):
        slugs.append(fact.counted)
    return list(dict.fromkeys(word for slug in slugs if (word := concept(slug, labels))))


def _said_already(fact: model.Fact) -> bool:
    """Whether what is counted is the unit, or what alone the event is said of, or makes."""
    if fact.counted == fact.unit:
        return True
    event = _concept(fact.predicate)
    if event is None:
        return False
    return fact.counted == event.makes or (fact.counted == "person" and event.of == "person")


def _unit(fact: model.Fact, labels: Labels) -> list[str]:
    if fact.kind not in _UNITS or not fact.unit:
        return []
    return [unit_name(fact.unit, _MANY, labels)]


def _brackets(fact: model.Fact, labels: Labels) -> str:
    """The nations and places; of people the nation's people (Americans), else its name."""
    people, words = _of_people(fact), []
    for word in fact.scope:
        aspect, _, value = word.partition(":")
        if word.startswith(_BRACKETED) and not value.startswith(STEM):
            whose = nation if people and aspect == "nation" else concept
            words.append(whose(value, labels) or visible(value))
    return str(labels.table["page"]["comma"]).join(dict.fromkeys(words))


def _of_people(fact: model.Fact) -> bool:
    """Whether people are counted; of what the lexicon does not know, what befell it tells."""
    if fact.counted and _concept(fact.counted):
        return "person" in lang.load().concepts.genus(fact.counted)
    event = _concept(fact.predicate)
    return event is None or event.of == "person"


def _about(words: Iterable[str], labels: Labels) -> tuple[Name, ...]:
    return tuple(name(said, DERIVED) for word in words if (said := scope(word, labels)))


def _concept(slug: str | None) -> Concept | None:
    return lang.load().concepts.concepts.get(slug or "")
