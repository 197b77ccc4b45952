"""Who says so: the chain of sources behind one figure, from the nearest teller to the origin.

"According to" behind a figure is that figure's own; a word that opens another clause (while, but)
ends the sources before it; a sentence that goes on ("and he added") keeps the ones before.
"""

from collections.abc import Sequence

from compare.claims.clause import Clause, Placed
from compare.claims.naming import Named
from compare.claims.speakers import has_role
from compare.lang.annotate import annotate
from compare.model import Source
from compare.text import fold_word, tokens


def chain(
    clause: Clause, placed: Placed, named: Sequence[Named], carried: tuple[Source, ...]
) -> tuple[Source, ...]:
    """The sources of one figure: those named before it, and "according to" after it.

    Where the sentence names none and goes on speaking (and he said), the ones `carried` over.
    """
    mine = _behind(clause, placed, named)
    mine = _before(clause, placed, named, alone=not mine) + mine
    said = [n.source for n in mine] if mine else list(carried if goes_on(clause) else ())
    sources = [source for source in said if not self_named(clause, source)]
    weighty = [s for s in sources if s.kind != "text"] or sources
    return tuple(dict.fromkeys(sorted(weighty, key=lambda s: s.kind != "media")))


def _behind(clause: Clause, placed: Placed, named: Sequence[Named]) -> list[Named]:
    """The sources that "according to" brings in after the figure, up to one of another figure."""
    behind = [
        n
        for n in named
        if n.according and n.first > placed.last and not _parted(clause, placed.last, n.first)
    ]
    if not behind:
        return []
    later = [p.first for p in clause.figures if p.first > behind[0].last]
    return [n for n in behind if not later or n.last < later[0]]


def _before(clause: Clause, placed: Placed, named: Sequence[Named], *, alone: bool) -> list[Named]:
    """The sources before the figure: those since the figure before, or else all.

    Where the figure has its own "according to", one before it belongs to another figure; so does
    one that closed the clause of the figure before.
    """
    others = [p.last for p in clause.figures if p.last < placed.first]
    before = [
        n
        for n in named
        if n.last < placed.first and not _parted(clause, n.last, placed.first)
        if alone or not n.according
    ]
    since = [n for n in before if others and n.first > others[-1]]
    return [n for n in since if not n.according] or since or before


def _parted(clause: Clause, first: int, last: int) -> bool:
    """Whether a word that opens another clause, or another value, stands between two tokens."""
    between = range(first + 1, last)
    return any(clause.is_cue(at, "adversative") or clause.is_rather(at) for at in between)


def goes_on(clause: Clause) -> bool:
    """Whether the sentence opens with a verb of saying and names no speaker of its own."""
    return any(has_role(clause, at, "say") for at in range(min(2, len(clause.tokens))))


def self_named(clause: Clause, source: Source) -> bool:
    """Whether a source is the outlet itself: all words of the outlet's name are in the source's.

    An outlet that is called by a mere common noun (the newspaper) is found by the whole name.
    """
    outlet = clause.article.outlet
    words = tokens(outlet)
    mine = {token.norm for token in words}
    theirs = {token.norm for token in tokens(source.name)}
    common = [m for m in annotate(words, clause.concepts) if m.senses[0].concept == "medium"]
    telling = len(common) < len(words)
    return fold_word(outlet) == fold_word(source.name) or (telling and mine <= theirs)
