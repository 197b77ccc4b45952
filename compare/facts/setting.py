"""The setting of a story: where it plays, and which nations tell one quantity from another."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import permutations

from compare.lang import Lexicon
from compare.lang.annotate import annotate
from compare.lang.concepts import Concepts
from compare.lang.gazetteer import places
from compare.lang.words import content_stems
from compare.model import Article, Claim, Figure, Sentence
from compare.text import tokens

_LEAD = 3


def setting_places(
    articles: Sequence[Article], sentences: Sequence[Sentence], lexicon: Lexicon
) -> frozenset[str]:
    """Places that tell no event of this story from another.

    They are those of the titles and leads, and those that half of the articles name, but three.
    """
    text = {article.id: article.text for article in articles}
    told: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        if sentence.zone in ("title", "body"):
            told[sentence.article].append(sentence)
    holders: Counter[str] = Counter()
    lead: set[str] = set()
    for article in articles:
        mine = told[article.id]
        named = [_places(text[article.id][s.start : s.end], lexicon) for s in mine]
        holders.update(set().union(*named))
        lead |= set().union(*named[:_LEAD])
        lead |= set().union(
            *(_nations_in(text[s.article][s.start : s.end], lexicon) for s in mine[:_LEAD])
        )
        # An unknown town may be named without its "town of" in the lead.
        words = " ".join(text[article.id][s.start : s.end] for s in mine[:_LEAD])
        lead |= {"~" + found for found in content_stems(words, lexicon)}
    common = {place for place, count in holders.items() if 2 * count >= max(3, len(articles))}
    setting = lead | common
    return frozenset(setting.union(*(lexicon.concepts.genus(place) for place in setting)))


def _places(text: str, lexicon: Lexicon) -> set[str]:
    found = tokens(text)
    at = {match.first: match for match in annotate(found, lexicon.concepts)}
    return {place for _, place in places(found, at, lexicon.concepts)}


def _nations_in(text: str, lexicon: Lexicon) -> set[str]:
    """The nations that a text has a word for, by name or as an adjective."""
    concepts = lexicon.concepts
    return {
        sense.concept
        for match in annotate(tokens(text), concepts)
        for sense in match.senses
        if sense.category == "places" and concepts.concepts[sense.concept].role == "nation"
    }


def telling_nations(
    claims: Sequence[Claim], figures: Mapping[str, Figure], concepts: Concepts
) -> frozenset[str]:
    """Nations that make a part: an article counts half or less with them of what it counts without.

    Where an outlet has 101 captives and 7 American captives, "American" tells quantities apart
    in the whole story; where all outlets count Palestinians, "Palestinian" does not.
    """
    telling: set[str] = set()
    for part, whole in _told_alike(claims, figures, concepts):
        if _nations(whole) or not _nations(part):
            continue
        if part.part_of or _is_part(figures[part.figure], figures[whole.figure]):
            telling |= _nations(part)
    return frozenset(telling)


def telling_places(
    claims: Sequence[Claim], figures: Mapping[str, Figure], concepts: Concepts
) -> frozenset[str]:
    """Places that make a part: an article counts less in them than in another place.

    Where an outlet has 77 dead in the country, 46 of them in one state and 31 in another, the
    states tell quantities apart in the whole story. The one place of an outlet's greatest count
    is where the story plays.
    """
    telling: set[str] = set()
    setting: set[str] = set()
    for told in _alike(claims, figures, concepts):
        least = [c for c in told if any(_is_less(figures, c, other) for other in told)]
        telling.update(*(_elsewhere(figures, claim, told) for claim in least))
        greatest = [_places_of(c) for c in told if c not in least]
        setting.update(*(places for places in greatest if len(places) == 1))
    return frozenset(telling - setting)


def _elsewhere(figures: Mapping[str, Figure], part: Claim, told: Sequence[Claim]) -> set[str]:
    """The places of a count that greater ones, which name places as well, are not of."""
    greater = (_places_of(c) for c in told if _is_less(figures, part, c))
    return set().union(*(_places_of(part) - places for places in greater if places))


def telling_aspects(
    claims: Sequence[Claim], figures: Mapping[str, Figure], concepts: Concepts
) -> frozenset[tuple[str, str | None]]:
    """What of an event tells its counts apart: (aspect, predicate) pairs.

    Where an outlet has 25 killed and 60 killed since March, "since" tells the killed of the story
    apart; where it has 24 killed, today or undated, and nine killed in 2008, the day does.
    """
    return frozenset(
        (aspect, one.predicate)
        for one, other in _told_alike(claims, figures, concepts)
        if figures[one.figure].low != figures[other.figure].low
        for aspect in ("since", "date")
        if _words(one, aspect) - _words(other, aspect)
    )


def _words(claim: Claim, aspect: str) -> set[str]:
    return {word for word in claim.scope if word.startswith(aspect)}


def _told_alike(
    claims: Sequence[Claim], figures: Mapping[str, Figure], concepts: Concepts
) -> Iterator[tuple[Claim, Claim]]:
    """The pairs of an article's counts of one thing, or of people, of which the same is told."""
    for told in _alike(claims, figures, concepts):
        yield from permutations(told, 2)


def _alike(
    claims: Sequence[Claim], figures: Mapping[str, Figure], concepts: Concepts
) -> Iterable[list[Claim]]:
    """Two and more counts of an article, of one thing or of people, of which the same is told."""
    alike: dict[tuple[str | None, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if figures[claim.figure].kind == "count":
            people = "person" in concepts.genus(claim.counted)
            counted = "person" if people else claim.counted
            alike[claim.article, counted, claim.predicate].append(claim)
    return [told for told in alike.values() if len(told) > 1]


def _is_part(part: Figure, whole: Figure) -> bool:
    """Whether one value is half of the other or less: a part rather than another count."""
    return part.high is not None and whole.low is not None and 2 * part.high <= whole.low


def _is_less(figures: Mapping[str, Figure], part: Claim, whole: Claim) -> bool:
    most, least = figures[part.figure].high, figures[whole.figure].low
    return most is not None and least is not None and most < least


def _nations(claim: Claim) -> set[str]:
    return {word.removeprefix("nation:") for word in claim.scope if word.startswith("nation:")}


def _places_of(claim: Claim) -> set[str]:
    return {word.removeprefix("place:") for word in claim.scope if word.startswith("place:")}
