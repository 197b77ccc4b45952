"""Places that words name: known ones, and the unknown name behind "the town of"."""

from collections.abc import Iterator, Mapping, Sequence

from compare.lang.annotate import Match
from compare.lang.concepts import Concepts
from compare.lang.stemming import stem
from compare.text import Token

_LIKE_FEMININE = ("ه", "ات", "ين")
_LIKE_MASCULINE = ("ه", "ات", "ين", "ا")


def places(
    tokens: Sequence[Token], at: Mapping[int, Match], concepts: Concepts
) -> Iterator[tuple[int, str]]:
    """The places named, with the index of the token that names each.

    A state counts where it says where, not who: behind "in" or "the south of". So does a name that
    is a common noun as well, and then without the article: in Seoul, not the floods.
    """
    for index, match in sorted(at.items()):
        if index != match.first:
            continue
        for sense in match.senses:
            role = concepts.concepts[sense.concept].role
            if sense.category != "places" or sense.pos == "adj":
                continue
            if _is_where(role, match, at):
                yield index, sense.concept
            elif role == "place_noun" and not match.definite:
                yield from _named(tokens, at, match)


def _is_where(role: str | None, match: Match, at: Mapping[int, Match]) -> bool:
    common = any(sense.category == "things" for sense in match.senses)
    if role == "place" and not common:
        return True
    behind_in = role in ("place", "nation") and _is_located(match, at)
    return behind_in and not (common and match.definite)


def _is_located(match: Match, at: Mapping[int, Match]) -> bool:
    before = at.get(match.first - 1)
    located = before is not None and any(s.concept == "locative" for s in before.senses)
    return located or match.preposition == "ب"


def _named(
    tokens: Sequence[Token], at: Mapping[int, Match], match: Match
) -> Iterator[tuple[int, str]]:
    """An unknown name in construct with a place noun; an adjective agrees and ends like it."""
    index = match.last + 1
    if index >= len(tokens) or tokens[index].kind != "word" or index in at:
        return
    name = tokens[index].norm
    endings = _LIKE_FEMININE if tokens[match.last].norm.endswith("ه") else _LIKE_MASCULINE
    if not name.startswith("و") and not name.endswith(endings):
        yield index, "~" + stem(name)
