"""The words about a figure that tell its claim from others, synonyms brought to their concept."""

from compare.claims.clause import Clause, Placed
from compare.lang import Lexicon
from compare.lang.words import content_tokens, stem

_REACH = 12
_CONCEPTUAL = ("people", "events", "things", "places")


def telling_words(clause: Clause, placed: Placed, lexicon: Lexicon) -> tuple[str, ...]:
    """Sorted stems and concepts within twelve tokens of the figure, in its sentence."""
    window = range(max(0, placed.first - _REACH), min(len(clause.tokens), placed.last + _REACH + 1))
    own = [at for at in window if not clause.figure_at(at)]
    content = set(content_tokens([clause.tokens[at] for at in own], lexicon))
    return tuple(sorted({_word(clause, at) for at in own if clause.tokens[at] in content}))


def _word(clause: Clause, at: int) -> str:
    for sense in clause.senses(at):
        if sense.category in _CONCEPTUAL:
            return sense.concept
    return "~" + stem(clause.tokens[at].norm)
