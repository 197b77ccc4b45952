"""What narrows a claim: nation, place, day, a start from which it adds up, an older toll.

Scope words are "aspect:value". Places and days are taken from the figure's own clause, else
from the rest of its sentence.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from compare.claims.clause import HARD, PARTICLES, SOFT, Clause, Placed
from compare.claims.noun import Counted
from compare.claims.part import own_part
from compare.claims.speakers import has_role
from compare.lang import Lexicon
from compare.lang.calendar import day_of, month_names, relative_day, resolve_date
from compare.lang.gazetteer import places
from compare.lang.stemming import stem
from compare.model import QUANTITIES
from compare.text import Token, fold_word

AGES = ("earlier", "latest", "preliminary")
"""How a text dates a toll against others: cues, and the values of the aspect "toll"."""
_REACH = 20
_ADJECTIVES = 3
_SINCE = 6
_COMPARED = 5
_THAN = 2
_CHANGED = 10


def scope(clause: Clause, placed: Placed, counted: Counted, lexicon: Lexicon) -> tuple[str, ...]:
    """The sorted scope words of the figure's claim."""
    near = _near(clause, placed, HARD | SOFT)
    wide = _near(clause, placed, HARD)
    own = own_part(clause, placed)
    found = {f"nation:{nation}" for nation in counted.nations}
    found |= next(filter(None, (_places(clause, part) for part in (own, near, wide))), set())
    found |= next(filter(None, (_days(clause, part, lexicon) for part in (own, near, wide))), set())
    if not any(word.startswith("since:") for word in found):
        found |= _starts(clause, near)
    found |= {f"toll:{age}" for age in AGES if any(_is_aged(clause, at, age) for at in wide)}
    behind = _behind(clause, placed, counted)
    if any(clause.is_cue(at, "new") for at in behind):
        found.add("flow:new")
    if any(clause.is_cue(at, "each") for at in behind):
        found.add("share:each")
    if any(clause.is_cue(at, "running") for at in near):
        found.add("tally:running")
    return tuple(sorted(found))


def _is_aged(clause: Clause, at: int, age: str) -> bool:
    """Whether a token says how old or final a toll is; an adjective does behind a toll alone."""
    if age != "preliminary" or not clause.is_cue(at, age):
        return clause.is_cue(at, age)
    return at > 0 and (clause.is_cue(at - 1, "tally") or has_role(clause, at - 1, "text"))


def _behind(clause: Clause, placed: Placed, counted: Counted) -> list[int]:
    """The few words behind the counted noun, where adjectives stand."""
    return list(islice(clause.rightward(max(placed.last, counted.last)), _ADJECTIVES))


def _near(clause: Clause, placed: Placed, marks: Iterable[str]) -> list[int]:
    """Tokens about the figure up to the marks, as far as no other count takes over."""
    left = list(_until_count(clause, clause.leftward(placed.first, marks)))
    right = list(_until_count(clause, clause.rightward(placed.last, marks)))
    return sorted(left + right)


def _until_count(clause: Clause, indices: Iterator[int]) -> Iterator[int]:
    for steps, at in enumerate(indices):
        other = clause.figure_at(at)
        if steps >= _REACH or (other and other.figure.kind == "count"):
            return
        yield at


def _places(clause: Clause, indices: list[int]) -> set[str]:
    near = set(indices)
    named = places(clause.tokens, clause.at, clause.concepts)
    return {f"place:{place}" for index, place in named if index in near}


def _days(clause: Clause, indices: list[int], lexicon: Lexicon) -> set[str]:
    found = set()
    for at in indices:
        day = named_day(clause, at, lexicon)
        if day and not _is_compared(clause, at):
            found.add(("since:" if _is_start(clause, at) else "date:") + day)
    return found


def _is_compared(clause: Clause, at: int) -> bool:
    """Whether a day is the one that others are held against: 65 per cent less than last year."""
    left = list(clause.leftward(at))
    until = next((n for n, before in enumerate(left) if clause.figure_at(before)), len(left))
    if any(clause.is_cue(before, "compared") for before in left[: min(until, _COMPARED)]):
        return True
    if not any(clause.is_cue(before, "from_whom") for before in left[: min(until, _THAN)]):
        return False
    return any(clause.is_cue(before, "rise", "fall", "running") for before in left[:_CHANGED])


def named_day(clause: Clause, at: int, lexicon: Lexicon) -> str | None:
    """The ISO day, month or year that a date, a weekday or a relative day at a token means."""
    today = day_of(clause.article.published)
    return _dated(clause, at, lexicon, today) or _named_day(clause, at, today)


def _dated(clause: Clause, at: int, lexicon: Lexicon, today: date | None) -> str | None:
    placed = clause.figure_at(at)
    if placed is None or placed.figure.kind != "date" or placed.first != at:
        return None
    words = fold_word(placed.figure.raw)
    return resolve_date(words, month_names(lexicon.numerals), lexicon.numerals.ordinals, today)


def _named_day(clause: Clause, at: int, today: date | None) -> str | None:
    for sense in clause.senses(at):
        role = clause.concepts.concepts[sense.concept].role
        if sense.category == "time" and role:
            return relative_day(role, sense.concept, today) or _span(role, sense.concept)
    return None


def _span(role: str, concept: str) -> str | None:
    return concept if role.startswith("span:") else None


def _is_start(clause: Clause, at: int) -> bool:
    """Whether "since" stands before a day, no mark, figure or "and" between."""
    for before in range(at - 1, max(-1, at - _SINCE), -1):
        if clause.is_cue(before, "since"):
            return True
        other = clause.figure_at(before)
        if clause.is_boundary(before) or clause.is_joined(before):
            return False
        if other and other.figure.kind in QUANTITIES:
            return False
    return False


def _starts(clause: Clause, indices: list[int]) -> set[str]:
    """A start told by what began, not by a date: since the protests began."""
    return {
        "since:~" + stem(begun[-1].norm)
        for at in indices
        if clause.is_cue(at, "since") and not clause.figure_at(at + 1)
        if (begun := list(_begun(clause, at)))
    }


def _begun(clause: Clause, at: int) -> Iterator[Token]:
    """Up to three words behind "since", no further than a particle."""
    for behind in range(at + 1, min(len(clause.tokens), at + 4)):
        if clause.tokens[behind].kind != "word" or clause.is_cue(behind, *PARTICLES):
            return
        yield clause.tokens[behind]
