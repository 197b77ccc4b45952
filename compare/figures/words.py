"""Numbers in words, in digits, and in both: compounds with scales, decimals and fractions.

A scale multiplies what stands before it; behind it only smaller terms follow, but for a bare
thousand at the end of the old ascending order ("seven and ninety and nine hundred and a
thousand").
"""

from decimal import Decimal

from compare.figures.atoms import (
    Term,
    bare_rank,
    below_thousand,
    leans_only_on_and,
    scale_follows,
    scales,
)
from compare.figures.counted import agrees, counts_noun
from compare.figures.digits import read_digits
from compare.figures.fractions import fraction, fraction_first, mixed, over, slashed, vulgar
from compare.figures.grouping import Digits
from compare.figures.homographs import states_number
from compare.figures.line import Line
from compare.figures.span import Numeral, is_whole

_LONGEST_COUNT = 6
"""How many digits a number in brackets may have that counts what stands behind them."""


def read_numeral(line: Line, i: int) -> Numeral | None:
    """The longest number that begins at token i, in digits, words or both."""
    if line.kind(i) == "word":
        return fraction_first(line, i) or _in_words(line, i) or _signed_words(line, i)
    return _in_digits(line, i)


def _in_digits(line: Line, i: int) -> Numeral | None:
    digits = read_digits(line, i)
    if digits is None:
        return _vulgar_alone(line, i)
    share = slashed(line, digits) or mixed(line, digits)
    if share is not None:
        return share
    more = vulgar(line, digits.last + 1) if line.touches(digits.last + 1) else None
    bracket = _in_brackets(line, digits)
    last, scale = scales(line, digits.last + (more is not None or bracket))
    value = digits.value(decimal=_reads_decimal(line, digits, last))
    if value is None:
        return None
    value += more or 0
    bare = scale == 1 and line.percent(last + 1) is None and not line.counts(last + 1)
    open_mark = ("،" in digits.marks and bare) or (
        digits.ambiguous and not _counts_whole(line, last + 1)
    )
    flags = (*digits.flags, *(("separator",) if open_mark else ()))
    term = Term(last, value * scale, scale, 1, "mixed" if scale > 1 else "digits")
    total = _add_terms(line, term) if scale > 1 and is_whole(value) else term
    total = _add_fraction(line, total)
    numeral = _numeral(line, digits.first, total, digits.start)
    if bracket and scale > 1:
        numeral = numeral._replace(start=line.start(digits.first - 1))
    elif bracket:
        numeral = numeral._replace(end=line.end(digits.last))
    return numeral._replace(article=_definite_digits(line, i), flags=flags)


def _in_brackets(line: Line, digits: Digits) -> bool:
    """Whether brackets part a number from what it counts: "(35) شخصا", "(375) مليون ريال"."""
    at = digits.last + 2
    if line.norm(digits.first - 1) != "(" or line.norm(at - 1) != ")":
        return False
    if bare_rank(line, at).startswith("scale") or line.percent(at) is not None:
        return True
    short = len(digits.groups) == 1 and len(digits.groups[0]) <= _LONGEST_COUNT
    return short and agrees(line, at, int(digits.groups[0]))


def _vulgar_alone(line: Line, i: int) -> Numeral | None:
    """As in "½ مليون"."""
    share = vulgar(line, i)
    if share is None:
        return None
    last, scale = scales(line, i)
    end = line.end(last)
    return Numeral(i, last, line.start(i), end, share * scale, "part", scale, False)


def _counts_whole(line: Line, i: int) -> bool:
    """Whether the word at i is counted in wholes, so that no decimals can stand before it."""
    measured = line.match(i, "unit", bare=True) or line.match(i, "currency", bare=True)
    return measured is None and counts_noun(line, i)


def _reads_decimal(line: Line, digits: Digits, last: int) -> bool:
    """Whether an ambiguous point parts decimals: before a scale or a percent sign."""
    percent = line.percent(last + 1) is not None
    if digits.groups[-1] == "000":
        return False
    if digits.marks[:1] == (".",) and last == digits.last and _rate(line, last + 1):
        return True
    return (last > digits.last and digits.marks[:1] == (".",)) or (
        percent and len(digits.groups[0]) <= 2
    )


def _rate(line: Line, i: int) -> bool:
    """Whether a rate or a market's level is told, which has three decimals: nothing is counted."""
    if line.counts(i) and line.match(i, "currency") is None:
        return False
    return line.speaks_of("near_unit", range(i - 40, i + 40), "decimal")


def _definite_digits(line: Line, i: int) -> bool:
    leans = line.kind(i - 1) == "word" and (line.touches(i) or line.norm(i - 1) == "ال")
    return leans and line.norm(i - 1).endswith(("ال", "لل")) and len(line.norm(i - 1)) <= 4


def _in_words(line: Line, i: int) -> Numeral | None:
    found = line.number(i)
    if found is None:
        return None
    reading = found[1]
    term = _term(line, i)
    if term is None or not states_number(line, i, term):
        return None
    total = _add_fraction(line, _decimal_words(line, _add_terms(line, term)))
    if (below := _below_line(line, total)) is not None:
        total = below
    return _numeral(line, i, total, line.noun_start(i, reading))._replace(article=reading.article)


def _below_line(line: Line, above: Term) -> Term | None:
    """A fraction read out: "واحد على ثلاثة"."""
    if line.match(above.last + 1, "over", bare=True) is None or line.number(above.last + 2) is None:
        return None
    below = _term(line, above.last + 2)
    if below is None or not 0 < above.value < below.value:
        return None
    return Term(below.last, over(above.value, below.value), 1, 2, "part")


def _signed_words(line: Line, i: int) -> Numeral | None:
    """A number behind "minus" ("سالب خمسة")."""
    if line.match(i, "minus", bare=True) is None or line.match(i + 1, "minus") is not None:
        return None
    behind = read_numeral(line, i + 1) if line.kind(i + 1) in ("word", "number") else None
    if behind is None:
        return None
    return behind._replace(first=i, start=line.start(i), value=-behind.value)


def _numeral(line: Line, first: int, term: Term, start: int) -> Numeral:
    """The number of a term that begins at token `first`, at offset `start`."""
    end = line.end(term.last)
    return Numeral(first, term.last, start, end, term.value, term.written, term.scale, False)


def _term(line: Line, i: int) -> Term | None:
    """A coefficient with its scales, or a scale alone."""
    below = below_thousand(line, i)
    if below is None:
        return _scale_alone(line, i)
    last, scale = scales(line, below.last)
    if scale == 1 and (more := _one_more(line, below)) is not None:
        return more
    return below._replace(last=last, value=below.value * scale, scale=scale)


def _one_more(line: Line, hundreds: Term) -> Term | None:
    """Hundreds and a scale twice: "مائة وألف ألف", as some programs spell 101 thousand."""
    at = line.joined(hundreds.last + 1)
    if at is None or hundreds.value % 100 or not leans_only_on_and(line, hundreds.last + 1, at):
        return None
    one, again = line.number(at), line.number(at + 1)
    if one is None or again is None or one[0] != again[0] or again[1].skip:
        return None
    if one[0].rank != "scale_one":
        return None
    scale = one[0].value
    return Term(at + 1, (hundreds.value + 1) * scale, scale, hundreds.atoms + 1, "words")


def _scale_alone(line: Line, i: int) -> Term | None:
    """A scale that no number precedes: one thousand, or two where the form is a dual."""
    found = line.number(i)
    if found is None or not found[0].rank.startswith("scale"):
        return None
    rank, value = found[0]
    if rank == "scale_many":
        return None
    times = 2 if rank == "scale_two" or (rank == "scale_both" and _dual_scale(line, i)) else 1
    if rank == "scale_both" and value == 1000 and times == 1 and not _goes_on(line, i):
        return None
    last, product = scales(line, i)
    return Term(last, Decimal(times * value * product), value * product, 1, "words")


def _goes_on(line: Line, i: int) -> bool:
    """Whether "and" and a number follow: then the form is the accusative, one thousand."""
    at = line.joined(i + 1)
    if at is None:
        return False
    return line.numeric(at) or line.part(at) is not None


def _dual_scale(line: Line, i: int) -> bool:
    """Whether "ألفا" and the like are a dual in construct: no tanween, and a known noun follows."""
    if "\u064b" in line.raw(i):
        return False
    if len(line.known) == 1:
        return True
    if not line.counts(i + 1) or _goes_on(line, i):
        return False
    found = line.number(i)
    if found is not None and found[0].value == 1000:
        return line.known_noun(i + 1)
    return not line.norm(i + 1).endswith("ا")


def _add_terms(line: Line, total: Term) -> Term:
    """Add the smaller terms that "and" joins behind a scale."""
    while (at := line.joined(total.last + 1)) is not None:
        term = _joined_term(line, total.last + 1, at)
        if term is None:
            return total
        if term.scale == 1 and total.scale > 1 and term.value < total.scale:
            return _sum(total, term, total.scale)
        if term.scale < total.scale and term.value < total.scale:
            total = _sum(total, term, term.scale)
        elif _is_bare_thousand(at, total, term):
            return _sum(total, term, term.scale)
        elif _multiplies(total, term):
            total = _multiplied(total, term)
        else:
            return total
    return total


def _joined_term(line: Line, behind: int, at: int) -> Term | None:
    if line.kind(at) == "number":
        digits = read_digits(line, at)
        value = digits.value() if digits is not None else None
        if digits is None or value is None or digits.first != at:
            return None
        last, scale = scales(line, digits.last)
        if scale == 1 and not line.touches(at):
            return None
        return Term(last, value * scale, scale, 1, "mixed")
    return _term(line, at) if leans_only_on_and(line, behind, at) else None


def _sum(total: Term, term: Term, scale: int) -> Term:
    written = total.written if total.written == term.written else "mixed"
    return Term(term.last, total.value + term.value, scale, total.atoms + term.atoms, written)


def _is_bare_thousand(at: int, total: Term, term: Term) -> bool:
    """The end of the ascending order: "seven and ninety and nine hundred and a thousand"."""
    return (
        total.scale == 1
        and total.atoms > 1
        and term.scale == 1000
        and term.last == at
        and total.written == term.written == "words"
    )


def _multiplies(total: Term, term: Term) -> bool:
    """As in "A thousand and two hundred million": the million multiplies the whole."""
    return (
        total.scale == 1000
        and term.scale >= 1_000_000
        and total.written == term.written == "words"
        and total.value < 10_000
        and Decimal(100) <= term.value / term.scale < 1000
    )


def _multiplied(total: Term, term: Term) -> Term:
    value = total.value * term.scale + term.value
    return Term(term.last, value, term.scale, total.atoms + term.atoms, "words")


def _decimal_words(line: Line, term: Term) -> Term:
    """As in "One point five million" in words, the decimals also one digit after another."""
    if line.match(term.last + 1, "point", bare=True) is None or not is_whole(term.value):
        return term
    found = _spoken_decimals(line, term.last + 2)
    if found is None:
        return term
    last, decimals = found
    last, scale = scales(line, last)
    value = Decimal(f"{term.value:f}.{decimals}") * scale
    return Term(last, value, scale, 2, "words")


def _spoken_decimals(line: Line, i: int) -> tuple[int, str] | None:
    """The last token and the digits of decimals in words: "خمسة وعشرون", "صفر ثلاثة"."""
    digits, last = "", i - 1
    while (digit := _digit(line, last + 1)) is not None:
        digits, last = digits + digit, last + 1
    if len(digits) > 1:
        return last, digits
    whole = below_thousand(line, i)
    return None if whole is None else (whole.last, str(whole.value))


def _digit(line: Line, i: int) -> str | None:
    """A number word below ten on which nothing leans, and which joins nothing."""
    found = line.number(i)
    if found is None or found[0].rank not in ("zero", "one") or found[1].skip:
        return None
    return None if bare_rank(line, i + 1) in ("ten", "hundred") else str(found[0].value)


def _add_fraction(line: Line, term: Term) -> Term:
    """Add "and a half" and the like: of the scale where there is one, else of one."""
    spoken = line.match(term.last + 1, "point", bare=True) is not None
    behind = read_digits(line, term.last + 2) if spoken and term.written == "digits" else None
    if behind is not None and len(behind.groups) == 1 and is_whole(term.value):
        last, scale = scales(line, behind.last)
        return Term(last, Decimal(f"{term.value:f}.{behind.groups[0]}") * scale, scale, 1, "mixed")
    at = line.joined(term.last + 1)
    found = fraction(line, at) if at is not None else None
    if at is None or found is None:
        return term
    last, share = found
    base = max(1, term.scale)
    again = line.number(last + 1)
    if again is not None and scale_follows(line, last + 1):
        if again[0].value > max(term.scale, 1) and term.scale > 1:
            return term
        base, last = again[0].value, last + 1
        if term.scale == 1:
            return Term(last, (term.value + share) * base, base, term.atoms + 1, term.written)
    return Term(last, term.value + share * base, term.scale, term.atoms + 1, term.written)
