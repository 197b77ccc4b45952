"""Money: a number with a currency beside it, its cents, and amounts that leave it out."""

from compare.figures.counted import is_verb
from compare.figures.currency import code_of, families, left_out, symbol
from compare.figures.fractions import with_half
from compare.figures.line import Line
from compare.figures.span import Numeral, Quantity, is_whole
from compare.figures.words import read_numeral

_REACH = 6
_LINKED = 4
_BACK = 12
"""How many words back an amount is looked for that a number without its currency goes on."""
_JOINING = frozenset(("و", "ب", "مقابل", "من", "الي"))
_SENTENCE_ENDS = frozenset(".؟!؛")
_SENTENCE_MARKS = frozenset(".؟!؛،,:")


def money(line: Line, numeral: Numeral) -> Quantity | None:
    """The number as an amount of money, where a currency stands beside it."""
    before = _symbol_before(line, numeral)
    if before is not None:
        return with_cents(line, _amount(line, numeral, before, numeral.last))
    at = numeral.last + 1
    at += line.norm(at) == "من" and line.definite(at + 1)
    dual = line.match(at, "currency_dual", bare=True) if numeral.value == 2 else None
    found = dual or line.match(at, "currency", bare=at == numeral.last + 1) or symbol(line, at)
    if found is None:
        return _minor(line, numeral, at)
    last, key = found
    if key.startswith("minor:"):
        return _minor_money(numeral, last)
    return with_half(line, with_cents(line, _amount(line, numeral, key, last)))


def _amount(line: Line, numeral: Numeral, key: str, last: int) -> Quantity:
    """Money of the currency `key`, whose word ends at token `last`; its nation is taken in."""
    code, flags = code_of(line, key, last)
    nation = line.match(last + 1, "nation", bare=True) if last > numeral.last else None
    end = nation[0] if nation is not None else last
    return Quantity(numeral, "money", code, end, "money", True, (*numeral.flags, *flags))


def _symbol_before(line: Line, numeral: Numeral) -> str | None:
    for back in (1, 2, 3):
        at = numeral.first - back
        found = symbol(line, at) if line.kind(at) in ("mark", "latin") else None
        if found and found[0] == numeral.first - 1 and not found[1].startswith("minor"):
            return None if _behind_a_number(line, at) else found[1]
    return None


def _behind_a_number(line: Line, at: int) -> bool:
    """Whether the sign belongs to a number before it: "10$-20$"."""
    return line.kind(at - 1) == "number" and line.touches(at)


def _minor(line: Line, numeral: Numeral, at: int) -> Quantity | None:
    found = line.match(at, "minor", bare=True)
    return _minor_money(numeral, found[0]) if found else None


def _minor_money(numeral: Numeral, last: int) -> Quantity:
    return Quantity(
        numeral, "money", None, last, "money_minor", True, (*numeral.flags, "minor_unit")
    )


def with_cents(line: Line, money: Quantity) -> Quantity:
    """Add the cents that follow: "20 دولار و43 سنت"."""
    at = line.joined(money.last + 1)
    at = money.last + 1 if at is None and line.kind(money.last + 1) == "number" else at
    behind = read_numeral(line, at) if at is not None else None
    whole = is_whole(money.value)
    if behind is None or not whole or behind.value >= 1000:
        return money
    found = line.match(behind.last + 1, "minor", bare=True)
    last, key = found or symbol(line, behind.last + 1) or (0, "")
    key = key.removeprefix("minor:")
    minor = line.words.minor.get(key)
    if minor is None or families(line, money.unit, money.flags).isdisjoint(minor.of):
        return money
    value = money.value + behind.value / minor.per
    numeral = money.numeral._replace(value=value, end=behind.end, last=behind.last)
    return money._replace(numeral=numeral, last=last)


def elided(line: Line, numeral: Numeral) -> Quantity | None:
    """An amount whose currency is left out, where the words tell it for money."""
    if numeral.scale < 1000 or not _counts_nothing(line, numeral.last + 1):
        return None
    told = _behind_money_noun(line, numeral.first) or _beside_money(line, numeral)
    if not told and (line.counts(numeral.last + 1) or not _goes_on_amounts(line, numeral.first)):
        return None
    code, flags = left_out(line)
    if not flags:
        return None
    return Quantity(
        numeral, "money", code, numeral.last, "money_elided", True, (*numeral.flags, *flags)
    )


def _counts_nothing(line: Line, i: int) -> bool:
    """Whether what follows a number is nothing that it counts, nor what it is a part of."""
    if line.counts(i):
        return is_verb(line, i)
    return not (line.norm(i) == "من" and line.definite(i + 1))


def _behind_money_noun(line: Line, first: int) -> bool:
    """Whether a noun that speaks of money stands before the number, in its own clause."""
    for at in range(first - 1, first - 1 - _REACH, -1):
        if line.match(at, "money_noun") is not None:
            return not line.speaks_of("no_money", range(at + 1, first))
        if line.kind(at) == "none" or line.norm(at) in _SENTENCE_MARKS or line.numeric(at):
            return False
    return False


def _beside_money(line: Line, numeral: Numeral) -> bool:
    """Whether only particles part the number from an amount of money ("من أصل 30 مليار دولار").

    A verb behind the number tells what the counted did, unless the two are compared.
    """
    compared = line.match(numeral.first - 1, "compared") is not None
    if is_verb(line, numeral.last + 1) and not compared:
        return False
    at = _past_particles(line, numeral.last + 1, 1)
    behind = read_numeral(line, at) if at > numeral.last + 1 else None
    if behind is not None and behind.scale > 1:
        return line.match(behind.last + 1, "currency", bare=True) is not None
    at = _past_particles(line, numeral.first - 1, -1)
    return at < numeral.first - 1 and _ends_currency(line, at)


def _goes_on_amounts(line: Line, first: int) -> bool:
    """Whether a particle joins the number to an amount before it ("3 ملايين دولار وألفان")."""
    clitics = {reading.clitic for reading in line.known[first].readings}
    joined = line.norm(first - 1) in _JOINING or not clitics.isdisjoint(_JOINING)
    if not joined:
        return False
    for at in range(first - 1, first - 1 - _BACK, -1):
        if line.norm(at) in _SENTENCE_ENDS or line.kind(at) == "none":
            return False
        if line.match(at, "currency", bare=True) is not None:
            return line.numeric(at - 1)
        if line.numeric(at):
            return False
    return False


def _past_particles(line: Line, at: int, step: int) -> int:
    """The first token from `at` on that is no particle, comma or date, a few of them at most."""
    for _ in range(_LINKED):
        particle = line.norm(at) in line.words.function_words or line.norm(at) in {"،", ","}
        if not (particle or line.kind(at) == "taken" or line.match(at, "compared")):
            break
        at += step
    return at


def _ends_currency(line: Line, at: int) -> bool:
    nation = line.match(at, "nation", bare=True) is not None
    return line.match(at - nation, "currency", bare=True) is not None
