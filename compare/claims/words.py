"""The words that tell a figure's claim from others, synonyms brought to their concept."""

from compare.claims.clause import Clause, Placed
from compare.claims.part import own_part
from compare.lang import Lexicon
from compare.lang.stemming import stem
from compare.lang.words import content_tokens

_CONCEPTUAL = ("people", "events", "things", "places")


def telling_words(clause: Clause, placed: Placed, lexicon: Lexicon) -> tuple[str, ...]:
    """Sorted stems and concepts of the figure's own part of its sentence."""
    own = [at for at in own_part(clause, placed) if not clause.figure_at(at)]
    content = set(content_tokens([clause.tokens[at] for at in own], lexicon))
    return tuple(sorted({_word(clause, at) for at in own if clause.tokens[at] in content}))


def _word(clause: Clause, at: int) -> str:
    for sense in clause.senses(at):
        if sense.category in _CONCEPTUAL:
            return sense.concept
    return "~" + stem(clause.tokens[at].norm)
