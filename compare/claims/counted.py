"""What a figure counts: the noun after it, before it, behind "of", or left out.

Arabic puts the counted noun after the numeral (7 captives), in the definite before it (the
captives the four), or behind min in the definite (4 of the captives); a pronoun (105 of them)
or nothing at all (50 injured) points back.
"""

from itertools import islice

from compare.claims.clause import PARTICLES, Clause, Placed
from compare.claims.noun import Counted, left_out, noun, partitive
from compare.claims.speakers import has_article
from compare.claims.topic import topic
from compare.lang.morphology import looks_verbal

_TALLY = 8
_HEADS = ("people", "things", "places")
_POSSESSED = ("هم", "هن")


def counted(clause: Clause, placed: Placed) -> Counted:
    """Read what the figure counts."""
    before = _noun_before(clause, placed)
    if before:
        return before
    if placed.figure.kind != "count":
        return topic(clause, placed)
    if placed.figure.rule.startswith("dual"):
        return noun(clause, placed.first, "noun")
    return _counted_behind(clause, placed)


def _counted_behind(clause: Clause, placed: Placed) -> Counted:
    found = _behind(clause, placed)
    return _tallied(clause, placed) or found if found.how == "left out" else found


def _tallied(clause: Clause, placed: Placed) -> Counted | None:
    """The noun whose number stands before: the *number* of the voters reached 24 million."""
    for at in list(islice(clause.leftward(placed.first), _TALLY)):
        if clause.figure_at(at):
            return None
        if clause.is_cue(at, "restated"):
            named = _named_before(clause, placed)
            return Counted(named, "tally", placed.last, placed.last) if named else None
        if clause.is_cue(at, "tally") and at + 1 < placed.first and _is_noun(clause, at + 1):
            return noun(clause, at + 1, "tally")
    return None


def _is_noun(clause: Clause, at: int) -> bool:
    return clause.tokens[at].kind == "word" and not _ends_phrase(clause, at)


def _behind(clause: Clause, placed: Placed) -> Counted:
    at = _after_unit(clause, placed)
    if at is None or clause.is_boundary(at):
        return left_out(placed)
    if clause.is_cue(at, "of_them"):
        return Counted(_named_before(clause, placed), "pronoun", at, at)
    if clause.is_cue(at, "others"):
        return Counted(None, "others", at, at)
    if clause.is_cue(at, "tally") and not clause.at[at].preposition:
        return _noun_after(clause, placed, at + 1)
    return _noun_after(clause, placed, at)


def _named_before(clause: Clause, placed: Placed) -> str | None:
    """The people whom the clause named last without counting them: 29 of them."""
    for at in clause.leftward(placed.first):
        if clause.figure_at(at):
            return None
        for sense in clause.senses(at):
            if sense.category == "people" and sense.pos == "noun":
                return sense.concept
    return None


def _after_unit(clause: Clause, placed: Placed) -> int | None:
    """The first token after the figure that is not its unit, a bound or a light word."""
    for at in clause.rightward(placed.last, marks=()):
        if not clause.is_cue(at, "light") and not _is_joiner(clause, at):
            return at
    return None


def _is_joiner(clause: Clause, at: int) -> bool:
    return clause.tokens[at].kind == "mark" and clause.tokens[at].norm in "\"'«“-_"


def _noun_before(clause: Clause, placed: Placed) -> Counted | None:
    """The definite noun before a definite numeral: the captives the four."""
    at = placed.first - 1
    if at >= 0 and clause.tokens[at].norm == "ال":
        at -= 1
    elif not placed.definite:
        return None
    if at < 0 or clause.tokens[at].kind != "word" or clause.is_cue(at, *PARTICLES):
        return None
    if not has_article(clause, at):
        return None
    return noun(clause, _head_before(clause, at), "before")


def _head_before(clause: Clause, at: int) -> int:
    """The noun that the words before a numeral belong to.

    The *members* of the council the five; the *soldiers* the Jordanian the three; the
    *provinces* of Iraq the 18.
    """
    before = at - 1
    if before < 0:
        return at
    nisba = any(s.category == "places" and s.pos == "adj" for s in clause.senses(at))
    if nisba and has_article(clause, before):
        return before
    heads = ("people",) if _is_named(clause, at, (*_HEADS, "events")) else _HEADS
    return before if _is_named(clause, before, heads) and not has_article(clause, before) else at


def _is_named(clause: Clause, at: int, categories: tuple[str, ...]) -> bool:
    return any(s.category in categories and s.pos == "noun" for s in clause.senses(at))


def _noun_after(clause: Clause, placed: Placed, at: int) -> Counted:
    is_part = clause.is_cue(at, "partitive")
    head = at + 1 if is_part else at
    if head >= len(clause.tokens) or clause.tokens[head].kind != "word":
        return left_out(placed)
    if is_part:
        return partitive(clause, placed, head)
    return left_out(placed) if _ends_phrase(clause, head) else noun(clause, head, "noun")


def _ends_phrase(clause: Clause, at: int) -> bool:
    """Whether the word cannot be the counted noun: a verb, a particle, a word joined by wa."""
    senses = clause.senses(at)
    if any(sense.category == "cues" for sense in senses):
        return True
    verbal = bool(senses) and all(
        s.pos == "verb" or (s.pos == "phrase" and s.category == "events") for s in senses
    )
    norm = clause.tokens[at].norm
    if not senses and (norm.endswith(_POSSESSED) or looks_verbal(norm)):
        return True
    match = clause.at.get(at)
    joined = match is not None and (match.conjunction != "" or match.preposition != "")
    return verbal or joined
