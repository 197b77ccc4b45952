"""Whether a predicate is denied, possible or planned rather than told as having happened."""

from itertools import islice

from compare.claims.clause import HARD, SOFT, Clause

_IMPERFECT = frozenset("يتن")
_NEAR = 3
_FAR = 60  # words; longer than any clause that a reader holds together


def is_denied(clause: Clause, first: int) -> bool:
    """Whether a negation stands up to three tokens before, or "without" right before."""
    before = list(clause.leftward(first, HARD | SOFT))[:_NEAR]
    without = first > 0 and clause.is_cue(first - 1, "without")
    return without or any(clause.is_cue(at, "not") for at in before)


def is_possible(clause: Clause, first: int) -> bool:
    """Whether "may", "is expected to", "if" stands before, in the clause or one it coordinates.

    What is feared of an earthquake is not said of its toll: a relative clause stands by itself.

    The particle qad says "may" before the imperfect, and "has" before the perfect.
    """
    for steps, at in enumerate(islice(clause.leftward(first, HARD), _FAR)):
        if clause.is_boundary(at, SOFT) and not _goes_on(clause, at + 1):
            return False
        if clause.is_cue(at, "relative_clause"):
            return False
        if not clause.is_cue(at, "may", "qad"):
            continue
        if clause.is_cue(at, "qad"):
            return steps < _NEAR and clause.tokens[min(at + 1, first)].norm[0] in _IMPERFECT
        return True
    return False


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
