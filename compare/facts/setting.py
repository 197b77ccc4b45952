"""The setting of a story: where it plays, and which nations tell one quantity from another."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import permutations

from compare.lang import Lexicon
from compare.lang.annotate import annotate
from compare.lang.gazetteer import places
from compare.lang.words import content_stems
from compare.model import Article, Claim, Figure, Sentence
from compare.text import tokens

_LEAD = 3


def setting_places(
    articles: Sequence[Article], sentences: Sequence[Sentence], lexicon: Lexicon
) -> frozenset[str]:
    """Places that tell no event of this story from another.

    They are those of the titles and leads, and those that at least half of the articles name.
    """
    text = {article.id: article.text for article in articles}
    holders: Counter[str] = Counter()
    lead: set[str] = set()
    for article in articles:
        mine = [s for s in sentences if s.article == article.id and s.zone in ("title", "body")]
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


def telling_nations(claims: Sequence[Claim], figures: Mapping[str, Figure]) -> frozenset[str]:
    """Nations that make a part: an article counts half or less with them of what it counts without.

    Where an outlet has 101 captives and 7 American captives, "American" tells quantities apart
    in the whole story; where all outlets count Palestinians, "Palestinian" does not.
    """
    telling: set[str] = set()
    for part, whole in permutations(claims, 2):
        if part.article != whole.article or part.predicate != whole.predicate:
            continue
        if _nations(whole) or not _nations(part):
            continue
        if part.part_of or _is_part(figures[part.figure], figures[whole.figure]):
            telling |= _nations(part)
    return frozenset(telling)


def _is_part(part: Figure, whole: Figure) -> bool:
    """Whether one value is half of the other or less: a part rather than another count."""
    return part.high is not None and whole.low is not None and 2 * part.high <= whole.low


def _nations(claim: Claim) -> set[str]:
    return {word.removeprefix("nation:") for word in claim.scope if word.startswith("nation:")}
