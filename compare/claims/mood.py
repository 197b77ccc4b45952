"""Whether a predicate is denied, possible or planned rather than told as having happened."""

from itertools import islice

from compare.claims.clause import HARD, SOFT, Clause

_NEAR = 3
_FAR = 60  # words; longer than any clause that a reader holds together


def is_denied(clause: Clause, first: int) -> bool:
    """Whether a negation stands up to three tokens before, or "without" right before, with that."""
    before = list(islice(clause.leftward(first, HARD | SOFT), _NEAR))
    without = next((at for at in before if not clause.is_cue(at, "that")), None)
    if without is not None and clause.is_cue(without, "without"):
        return True
    return any(clause.is_cue(at, "not") for at in before)


def is_possible(clause: Clause, first: int) -> bool:
    """Whether "may", "is expected to", "if" stands before, in the clause or one it coordinates.

    The particle qad says "may" before the imperfect, and "has" before the perfect. What is feared
    of an earthquake is not said of its toll: the verb of a relative clause, and what it brought
    about, stand by themselves.
    """
    by_itself = any(sense.pos == "verb" for sense in clause.senses(first))
    for at in islice(clause.leftward(first, HARD), _FAR):
        if clause.is_boundary(at, SOFT) and not _goes_on(clause, at + 1):
            return False
        if by_itself and clause.is_cue(at, "relative_clause", "relative_singular"):
            return False
        if clause.is_cue(at, "may") or (clause.is_cue(at, "qad") and _says_may(clause, at)):
            return True
        by_itself = by_itself or clause.is_cue(at, "caused")
    return False


def _says_may(clause: Clause, at: int) -> bool:
    """Whether the particle qad at a token stands before an imperfect, and not behind "was"."""
    before = list(islice(clause.leftward(at), _NEAR))
    if clause.at[at].preposition or any(clause.is_cue(b, "was") for b in before):
        return False
    goes_on = bool(clause.at[at].conjunction)
    behind = clause.tokens[at + 1 : at + 2]
    return bool(behind) and _is_imperfect(clause, behind[0].norm, unknown=not goes_on)


def _is_imperfect(clause: Clause, word: str, *, unknown: bool) -> bool:
    """Whether a verb is one of the present: by its ya, or as a form of one that has it.

    A perfect whose root begins with ta or nun has a present of its own: توفي, يتوفى. An unknown
    verb in ta is of the present behind a bare qad, and of the past behind "and qad" (`unknown`).
    """
    if word.startswith("ي"):
        return True
    if _is_verb(clause, "ي" + word):
        return False
    if word[:1] in "تن" and _is_verb(clause, "ي" + word[1:]):
        return True
    return word.startswith("ت") and unknown and not _is_verb(clause, word)


def _is_verb(clause: Clause, word: str) -> bool:
    return any(sense.pos == "verb" for sense in clause.concepts.senses.get(word, ()))


def _goes_on(clause: Clause, at: int) -> bool:
    """Whether a clause is joined to the one before by "and that"."""
    return clause.is_cue(at, "that") and bool(clause.at[at].conjunction)


def is_planned(clause: Clause, first: int, pos: str | None) -> bool:
    """Whether the nearest word that decides says plan rather than outcome.

    A past verb has happened. A verbal noun has where a verb of result governs it, and has not
    where a deal, a demand or a hope does.
    """
    if pos not in ("masdar", "also", "phrase"):
        return False
    planned: bool | None = None
    for at in islice(clause.leftward(first, HARD), _FAR):
        if clause.is_cue(at, "caused"):
            if "verb" in {s.pos for s in clause.senses(at)}:
                return False
            planned = False if planned is None else planned
        elif clause.is_cue(at, "planned") and planned is None:
            planned = True
    return bool(planned)
