"""What bounds or hedges a number: words before it, behind it, verbs further off, and marks."""

from typing import NamedTuple, cast

from compare.figures.counted import counts_noun, is_verb
from compare.figures.line import Line
from compare.lang.numeral_files import Verb
from compare.model import Relation

_GAP = 8
_TAIL = 4
_CARRIED = 4
"""How many words a negation may stand before the verb that it turns round."""
_OPENING_QUOTES = frozenset('«"“')


class Bound(NamedTuple):
    """A relation and the first token of the words that give it."""

    relation: Relation
    first: int


def bound_before(line: Line, i: int) -> Bound | None:
    """The bound right before token i."""
    i = _skip_hinge(line, i)
    found = _phrase_before(line, i)
    if found is not None:
        return found
    return _reaching_before(line, i) or _verb_before(line, i) or _operator_before(line, i)


def _skip_hinge(line: Line, i: int) -> int:
    """Step over what leans on the number: a proclitic apart from its digits, "age", a quote."""
    if line.norm(i - 1) in _OPENING_QUOTES:
        i -= 1
    if line.touches(i) and line.norm(i - 1) in ("ال", "ب", "ل", "لل", "بال", "ك"):
        i -= 1
    if line.match(i - 1, "age_hinge", bare=True) is not None:
        i -= 1
    return i


def _phrase_before(line: Line, i: int) -> Bound | None:
    for last in _bare(line, i - 1):
        for bound in line.words.bounds.get(last, ()):
            first = i - 1 - len(bound.words)
            verb = not bound.words and line.match(i - 1, "bound_verb") is not None
            if _stands(line, first, bound.words) and not (verb and not _may_be_verb(line, i - 1)):
                return Bound(cast(Relation, bound.relation), first)
    return None


def _reaching_before(line: Line, i: int) -> Bound | None:
    """As in "a fine that reaches 100": a relative clause to an indefinite noun."""
    found = line.match(i - 2, "reaches", bare=True)
    if found is None or found[0] != i - 1:
        return None
    at = i - 3
    if line.definite(at) and line.norm(at).startswith(("ب", "ل")):
        at -= 1
    elif line.definite(at) and line.match(at - 1, "preposition", bare=True) is not None:
        at -= 2
    indefinite = counts_noun(line, at) or line.match(at, "amount") is not None
    return Bound("at_most", i - 2) if indefinite else None


def _bare(line: Line, i: int) -> list[str]:
    """The i-th folded token as it is, and without what leans on it."""
    norm = line.norm(i)
    if line.kind(i) != "word":
        return [norm]
    proclitics = line.words.proclitics
    return [
        norm,
        *(
            norm[len(c) :]
            for c in ("و", "ب", "ل", "ف", "وب", "ول")
            if c in proclitics and norm.startswith(c)
        ),
    ]


def _stands(line: Line, first: int, words: tuple[str, ...]) -> bool:
    if not words:
        return True
    norm = line.norm(first)
    leans = norm.endswith(words[0]) and (
        norm == words[0] or norm[: -len(words[0])] in line.words.proclitics
    )
    return leans and line.follows(first + 1, words[1:])


def _verb_before(line: Line, i: int) -> Bound | None:
    """A bounding verb before i, its subject between them where that is a plain noun phrase."""
    for at in range(i - 1, max(i - 2 - _GAP, -1), -1):
        if line.kind(at) not in ("word", "taken"):
            return None
        found = line.match(at, "bound_verb")
        if found is not None and found[0] == at and _may_be_verb(line, at):
            return _verb(line, at, i, line.words.verbs[found[1]])
        if _ends_phrase(line, at, i):
            return None
    return None


def _may_be_verb(line: Line, at: int) -> bool:
    """Whether a word is no noun: one has the article, or a preposition but "from" before it."""
    governed = line.match(at - 1, "preposition", bare=True) is not None
    return not line.definite(at) and not (governed and line.norm(at - 1) != "من")


def _ends_phrase(line: Line, at: int, i: int) -> bool:
    """Whether a word cannot stand between a verb and its number at i.

    A subject and its prepositional phrases can, closed by a definite word or a date; a number,
    another particle, and a verb behind "and" cannot.
    """
    norm = line.norm(at)
    if at < i - 2 and line.match(i - 1, "attribute", bare=True) is not None:
        return True
    if at == i - 1:
        return norm.startswith("و") and is_verb(line, at)
    if line.match(at, "preposition", bare=True) is not None:
        close = i - 1 - (line.norm(i - 1) in line.words.function_words)
        closed = line.definite(close) or line.kind(close) == "taken"
        return not closed or _describes(line, i)
    new_clause = norm.startswith("و") and len(norm) > 3 and not line.definite(at)
    if line.number(at) is not None:
        return not _describes(line, at)
    return new_clause or norm in line.words.function_words


def _describes(line: Line, i: int) -> bool:
    """Whether a definite number only describes the definite noun before it ("السنوات الخمس")."""
    return line.definite(i) and line.definite(i - 1)


def _verb(line: Line, at: int, i: int, verb: Verb) -> Bound | None:
    wanted, preposition = verb.preposition, line.norm(i - 1)
    if wanted and (preposition not in wanted or at == i - 1):
        return None
    if not wanted and at < i - 1 and preposition in line.words.function_words:
        return None
    if verb.space and _few(line, i):
        return None
    negation = _negation_before(line, at)
    if negation is not None:
        return Bound(cast(Relation, verb.flip), negation)
    return Bound(cast(Relation, verb.relation), at)


def _negation_before(line: Line, at: int) -> int | None:
    """The first token of a negation right before a verb, or before a verb that carries it."""
    for first in range(at - 1, at - 1 - _CARRIED, -1):
        found = line.match(first, "negation")
        if found is None:
            continue
        carried = line.match(found[0] + 1, "carrier", bare=True) is not None
        return first if found[0] == at - 1 or carried else None
    return None


def _few(line: Line, i: int) -> bool:
    """Whether fewer than ten things are counted at i: one comes near to them in space."""
    found = line.number(i)
    if line.kind(i) == "word" and found is None:
        return line.part(i) is None
    few = found[0].value < 10 if found else len(line.norm(i)) == 1
    return few and line.counts(i + 1) and line.number(i + 1) is None


_OPERATOR_MARKS = frozenset("<>=≥≤~≈±+")
MALFORMED = frozenset(("=>", "=<", "<>", "><"))


def _operator_before(line: Line, i: int) -> Bound | None:
    written, first = operator(line, i)
    relation = line.words.operators.get(written)
    if relation is None or (written == "+" and not line.touches(i)):
        return None
    return Bound(cast(Relation, relation), first)


def operator(line: Line, i: int) -> tuple[str, int]:
    """The comparison marks right before token i, written together, and their first token."""
    first = i
    while (
        line.kind(first - 1) == "mark" and line.norm(first - 1) in _OPERATOR_MARKS and i - first < 2
    ):
        first -= 1
    return "".join(line.norm(k) for k in range(first, i)), first


def bound_after(line: Line, i: int) -> tuple[Relation, int] | None:
    """The bound behind what ends before token i, over a few words of what is counted.

    Gives the relation and the last token of its words.
    """
    for at in range(i, i + _TAIL):
        found = line.match(at, "bound_after")
        if found is not None and not _counts_on(line, found[0] + 1):
            return cast(Relation, found[1]), found[0]
        if line.norm(at) == "+" and at == i and line.touches(at):
            return "over", at
        if line.kind(at) != "word" or line.number(at):
            return None
    return None


def _counts_on(line: Line, i: int) -> bool:
    """Whether a number follows at once: then the bound belongs to it."""
    of = line.norm(i) == "من" and line.numeric(i + 1)
    return line.kind(i) == "number" or of or line.match(i, "equals") is not None
