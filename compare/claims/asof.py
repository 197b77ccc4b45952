"""For which time a claim is given: what the sentence says (until Monday), else the article's."""

from compare.claims.clause import Clause, Placed
from compare.claims.scope import named_day
from compare.lang import Lexicon

_BEHIND_UNTIL = 6


def as_of(clause: Clause, placed: Placed, lexicon: Lexicon) -> str | None:
    """The ISO day behind "until" in the figure's sentence, else when the article was published."""
    for at in (*clause.leftward(placed.first), *clause.rightward(placed.last, marks=())):
        if clause.is_cue(at, "until"):
            last = min(len(clause.tokens), at + _BEHIND_UNTIL)
            days = (named_day(clause, after, lexicon) for after in range(at + 1, last))
            day = next((d for d in days if d and len(d) == len("2024-05-25")), None)
            if day:
                return day
    return clause.article.published
