"""Which currency a word means: by its nation, its default, or what the text around it names."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from compare.figures.line import Line, cut
from compare.figures.vocabulary import Vocabulary
from compare.lang.numeral_files import Currency

_CONTEXT = "currency_from_context"
_OPEN = "ambiguous_currency"


class Named(NamedTuple):
    """What a text names: its currency words' keys, those with a nation behind, its nations."""

    currencies: frozenset[str]
    codes: frozenset[tuple[str, str]]
    nations: frozenset[str]


def symbol(line: Line, at: int) -> tuple[int, str] | None:
    """A currency sign or code at token `at`: the last token it covers, and its key."""
    if line.kind(at) not in ("mark", "latin", "word"):
        return None
    match = line.words.symbol.match(line.text, line.start(at))
    if match is None or match.group() not in line.words.money_symbols:
        return None
    last = at
    while line.kind(last + 1) != "none" and line.start(last + 1) < match.end():
        last += 1
    if line.end(last) != match.end():
        return None
    return last, line.words.money_symbols[match.group()]


def code_of(line: Line, key: str, last: int) -> tuple[str | None, tuple[str, ...]]:
    """The ISO code of a currency word that ends at token `last`, and flags where it is a guess.

    The flags tell whether the text around settled it; where nothing does, the word's own key
    stands in them ("currency:dinar").
    """
    if key.startswith("iso:"):
        return key[4:], ()
    currency = line.words.currencies[key]
    nation = line.match(last + 1, "nation")
    code = currency.by_nation().get(nation[1]) if nation is not None else None
    if code or currency.default:
        return code or currency.default, ()
    return _by_context(line, key)


def families(line: Line, code: str | None, flags: Iterable[str]) -> set[str]:
    """The keys of the currencies that a code can be of; where it is open, that in the flags."""
    if code is None:
        return {flag.removeprefix("currency:") for flag in flags if flag.startswith("currency:")}
    currencies = line.words.currencies.items()
    return {key for key, c in currencies if code == c.default or code in c.by_nation().values()}


def _by_context(line: Line, key: str) -> tuple[str | None, tuple[str, ...]]:
    """The code by the first of sentence, what precedes, and article that names candidates."""
    currency = line.words.currencies[key]
    for text in (line.text, line.before, line.article):
        found = _candidates(survey(text, line.vocabulary), key, currency)
        if len(found) == 1:
            return found.pop(), (_CONTEXT,)
        if found:
            break
    return None, (_OPEN, f"currency:{key}")


def _candidates(named: Named, key: str, currency: Currency) -> set[str]:
    """The codes of a currency that a text names with its nation, else those of its nations."""
    explicit = {code for family, code in named.codes if family == key}
    return explicit or {c for nation, c in currency.by_nation().items() if nation in named.nations}


def left_out(line: Line) -> tuple[str | None, tuple[str, ...]]:
    """The currency of an amount that names none, with flags; no flags where no text names one."""
    for text in (line.text, line.before, line.article):
        named = survey(text, line.vocabulary)
        if len(named.currencies) == 1:
            return _of_family(line, named)
        if named.currencies:
            break
    return None, ()


def _of_family(line: Line, named: Named) -> tuple[str | None, tuple[str, ...]]:
    (key,) = named.currencies
    if key.startswith("iso:"):
        return key[4:], (_CONTEXT,)
    explicit = {code for family, code in named.codes if family == key}
    default = line.words.currencies[key].default
    if len(explicit) > 1:
        return None, (_OPEN, f"currency:{key}")
    if explicit or default:
        return next(iter(explicit), default), (_CONTEXT,)
    return _by_context(line, key)


@lru_cache(maxsize=256)
def survey(text: str, vocabulary: Vocabulary) -> Named:
    """The currencies and nations that a text names."""
    line = cut(text, vocabulary)
    currencies, codes, nations = set[str](), set[tuple[str, str]](), set[str]()
    for i in range(len(line.known)):
        if (nation := line.match(i, "nation")) is not None:
            nations.add(nation[1])
        found = line.match(i, "currency") or symbol(line, i)
        if found is None or found[1].startswith("minor:"):
            continue
        currencies.add(found[1])
        code = _explicit(line, *found)
        if code is not None:
            codes.add((found[1], code))
    return Named(frozenset(currencies), frozenset(codes), frozenset(nations))


def _explicit(line: Line, last: int, key: str) -> str | None:
    """The code of a currency with its nation behind."""
    nation = line.match(last + 1, "nation")
    if nation is None or key.startswith("iso:"):
        return None
    return line.words.currencies[key].by_nation().get(nation[1])
