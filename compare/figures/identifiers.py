"""Numbers that name: telephone and model numbers, addresses, names, and the page's own."""

import re

from compare.figures.atoms import scale_follows, scales
from compare.figures.bounds import MALFORMED, operator
from compare.figures.counted import agrees, counts_noun, is_verb
from compare.figures.digits import read_digits
from compare.figures.line import Line
from compare.figures.span import Candidate, Span

_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}|[@#][^\s@#]{1,140}"
)
_PHONE_MARKS = frozenset("-/.()")
FURNITURE = "page_furniture"
SILENT = "silent"
"""The rule of what takes its tokens and is no number at all."""
_MOST_GROUPS = 8
_LONGEST_COUNT = 6
"""How many digits a number may have that counts what stands behind a make's name."""
_LONGEST_HEAD = 4
"""How many words a name's head may have."""
_BRACKETED = frozenset(("number", "law", "broadcast", "place"))
"""Heads whose number may stand in brackets: "القناة (12)", "كيلو (16)"."""
_COUNTING_HEADS = frozenset(("military", "place", "class", "law"))
"""Heads that can also be the subject or object of what counts ("الكتيبة 20 جنديا")."""
_JOINS = frozenset("-–‑_/")
_DASHES = frozenset("-–‑")


def identifier(line: Line, first: int, last: int, rule: str, start: int | None = None) -> Candidate:
    """A number that names, over these tokens."""
    at = line.start(first) if start is None else start
    span = Span(at, line.end(last), "identifier", "exact", None, None, None, rule)
    return Candidate(first, last, span)


def addresses(line: Line) -> list[Candidate]:
    """Links, mail addresses, handles and hashtags that hold a digit, each whole."""
    if not any(mark in line.text for mark in ("://", "www.", "@", "#")):
        return []
    found, at = [], 0
    for match in _ADDRESS.finditer(line.text):
        while at < len(line.spans) and line.start(at) < match.start():
            at += 1
        first = at
        while at < len(line.spans) and line.end(at) <= match.end():
            at += 1
        if any(line.kind(k) == "number" for k in range(first, at)):
            found.append(identifier(line, first, at - 1, "address"))
    return found


def phone_at(line: Line, i: int) -> Candidate | None:
    """A telephone number: groups of digits behind "+" or "00", or many of them."""
    plus = line.norm(i - 1) == "+" and line.touches(i)
    groups, last = [line.norm(i)], i
    while len(groups) < _MOST_GROUPS:
        at = last + 1
        if line.norm(at) in _PHONE_MARKS and line.kind(at + 1) == "number":
            at += 1
        if line.kind(at) != "number" or line.start(at) - line.end(last) > 2:
            break
        groups.append(line.norm(at))
        last = at
    digits = sum(map(len, groups))
    decimals = line.norm(i - 1) in (".", ",", "٫") and line.touches(i)
    if (plus and digits >= 8) or _dialled(groups, digits) or (_too_long(groups) and not decimals):
        return identifier(line, i - 1 if plus else i, last, "phone")
    return None


def _dialled(groups: list[str], digits: int) -> bool:
    return (
        groups[0].startswith("0")
        and digits >= 8
        and (groups[0].startswith("00") or len(groups[0]) > 2 or len(groups) > 2)
    )


def _too_long(groups: list[str]) -> bool:
    return len(groups) == 1 and len(groups[0]) > 18


def model_at(line: Line, i: int) -> Candidate | None:
    """A model or maker's number: "بوينغ 737", "إف-16", "A320", "كوفيد-19"."""
    hyphen = line.norm(i - 1) in _JOINS and line.touches(i - 1) and line.touches(i)
    maker = i - 2 if hyphen else i - 1
    last = _with_letters(line, i)
    if line.percent(last + 1) or (hyphen and line.number(maker)):
        return None
    if line.kind(maker) == "latin" and not _is_code(line, maker):
        if hyphen or line.touches(i) or not line.counts(last + 1):
            return identifier(line, maker if line.touches(i) else i, last, "model")
    elif _made(line, maker, last, hyphen):
        return identifier(line, i, last, "model")
    lettered = "latin" in (line.kind(last), line.kind(last - 1)) and line.touches(last)
    lettered = lettered and last > i and not _is_unit(line, last - 1)
    return identifier(line, i, last, "model") if lettered else None


def _made(line: Line, maker: int, last: int, hyphen: bool) -> bool:
    """Whether an Arabic word before the number is what it is a model of."""
    known = line.match(maker, "make", bare=True) is not None
    if hyphen and line.kind(maker) == "word" and line.match(maker, "weekday") is None:
        counted = line.known_noun(last + 1) or scale_follows(line, last + 1)
        return known or not (counted or _accusative(line, last + 1))
    short = line.kind(last) == "number" and len(line.norm(last)) <= _LONGEST_COUNT
    counts = short and agrees(line, last + 1, int(line.norm(last)))
    counts = counts or line.known_noun(last + 1) or scale_follows(line, last + 1)
    if not known or counts or line.match(last + 1, "of_them", bare=True) is not None:
        return False
    return len(line.norm(maker)) > 3 or not line.counts(last + 1)


def _is_code(line: Line, i: int) -> bool:
    return line.raw(i) in line.words.money_symbols or line.norm(i) == "us"


def _is_unit(line: Line, i: int) -> bool:
    return line.words.symbol.match(line.text, line.start(i + 1)) is not None


def _with_letters(line: Line, i: int) -> int:
    """The last token of a number that Latin letters lean on: "737-800", "5G", "H7N9"."""
    digits = read_digits(line, i)
    last = digits.last if digits is not None else i
    if line.kind(last + 1) != "latin" or not line.touches(last + 1):
        return last
    while line.kind(last + 1) in ("latin", "number") and line.touches(last + 1):
        last += 1
    return last


def version_at(line: Line, i: int) -> Candidate | None:
    """A version or address in digits, of three groups or more that make no number: "4.2.2"."""
    digits = read_digits(line, i)
    if digits is None or len(digits.groups) < 3 or digits.value() is not None:
        return None
    return identifier(line, digits.first, scales(line, digits.last)[0], "version")


def chain_at(line: Line, i: int) -> Candidate | None:
    """Three numbers or more in a chain, a line-up or a code and no range: "4-2-3-1"."""
    if _linked(line, i - 2):
        return None
    last = i
    while _linked(line, last):
        last += 2
    return identifier(line, i, last, "chain") if last >= i + 4 else None


def _linked(line: Line, i: int) -> bool:
    """Whether a dash without spaces joins the number at i to another."""
    dash = line.kind(i) == "number" and line.norm(i + 1) in _DASHES and line.touches(i + 1)
    return dash and line.touches(i + 2) and line.kind(i + 2) == "number"


def name_head_at(line: Line, i: int) -> Candidate | None:
    """A number behind what it names one of: "القناة 13", "القرار 242", "رقم 5"."""
    digits = read_digits(line, i)
    last = digits.last if digits is not None else i
    pair = line.norm(last + 1) == "/" and line.kind(last + 2) == "number" and line.touches(last + 2)
    last += 2 * pair
    leans = line.touches(i) and line.norm(i - 1) in {"ال", "ب"}
    bracket = line.norm(i - 1) == "("
    at = i - 1 - (leans or bracket)
    key = _head_ending(line, at)
    if leans and key != "broadcast" and line.match(at, "stage") is None:
        return None
    if not key or (bracket and key not in _BRACKETED):
        return None
    return identifier(line, i, last, "name_head") if pair or _names(line, key, at, last) else None


def named_tens_at(line: Line, i: int) -> Candidate | None:
    """A definite number word that names a street or quarter: "شارع الستين"."""
    found = line.number(i)
    if found is None or not found[1].article or found[0].rank not in {"tens", "hundred"}:
        return None
    ranked = line.head(i - 1) in line.words.ordinal_heads
    if ranked or _head_ending(line, i - 1) != "place":
        return None
    return identifier(line, i, i, "name_head")


def _head_ending(line: Line, at: int) -> str:
    """The key of the head whose words end at token `at`."""
    for first in range(at, at - _LONGEST_HEAD, -1):
        found = line.match(first, "name_head")
        if found is not None and found[0] == at:
            return found[1]
    return ""


def _names(line: Line, key: str, at: int, last: int) -> bool:
    """Whether the number behind a head counts nothing and begins no range."""
    if scale_follows(line, last + 1) or _reached(line, key, at):
        return False
    if key == "issue" and line.norm(last + 1) not in {"من", "الصادر"}:
        return False
    if key not in {"number", "law"} and line.counts(last + 1) and not _definite(line, at):
        return False
    if key in _COUNTING_HEADS and _accusative(line, last + 1):
        return False
    counted = line.known_noun(last + 1) or line.percent(last + 1) is not None
    if key == "rank" and line.match(last + 1, "rank_behind", bare=True) is None:
        counted = counted or line.counts(last + 1) or line.number(last + 1) is not None
    return not counted and line.norm(last + 1) not in {"-", "–", "~"}


def _reached(line: Line, key: str, at: int) -> bool:
    """Whether a verb tells that a definite head came to the number: "بلغ العدد 50"."""
    return key in {"issue", "class", "rank"} and line.definite(at) and is_verb(line, at - 1)


def _accusative(line: Line, i: int) -> bool:
    """Whether an unknown word has the ending in which eleven and more count it ("مقاتلا")."""
    norm = line.norm(i)
    return norm.endswith("ا") and not norm.endswith("ما") and counts_noun(line, i)


def _definite(line: Line, i: int) -> bool:
    return line.norm(i).startswith(("ال", "وال", "بال", "لل"))


def idiom_at(line: Line, i: int) -> Candidate | None:
    """An idiom with a number word in it that states no number: "في آن واحد"."""
    found = line.match(i, "idiom")
    if found is None:
        return None
    reading = line.reading(i, "idiom")
    lists = found[1] != "half" and reading is not None and reading.clitic == "و"
    listed = lists and line.number(i - 1) is not None
    return None if listed else identifier(line, i, found[0], SILENT)


def name_at(line: Line, i: int) -> Candidate | None:
    """A name that holds a number word: "حرب الثلاثين عاما", "مجموعة السبع"."""
    found = line.match(i, "name")
    reading = line.reading(i, "name") if found is not None else None
    if found is None or reading is None or reading.article:
        return None
    return identifier(line, i, found[0], "name", line.noun_start(i, reading))


def furniture_at(line: Line, i: int) -> Candidate | None:
    """What the page says of itself: "5 دقيقة للقراءة", "عدد المشاهدات: 1250", "صفحة 2 من 10"."""
    digits = read_digits(line, i)
    last = digits.last if digits is not None else i
    first = digits.first if digits is not None else i
    if _furniture_behind(line, first, last):
        return identifier(line, first, last, FURNITURE)
    key = _furniture_before(line, i)
    again = line.match(last + 1, "furniture_before", bare=True)
    if not key or (line.counts(last + 1) and key != "reading" and again is None):
        return None
    return identifier(line, first, last, FURNITURE)


def page_total_at(line: Line, i: int) -> Candidate | None:
    """The total behind a page's or picture's number: the 10 of "صفحة 2 من 10"."""
    if line.norm(i - 1) != "من" or line.kind(i - 2) != "number":
        return None
    return identifier(line, i, i, FURNITURE) if furniture_at(line, i - 2) else None


def _furniture_behind(line: Line, first: int, last: int) -> bool:
    """Whether a reading time, or a counter at the head of its line, follows."""
    for at in (last + 1, last + 2):
        found = line.match(at, "furniture_after", bare=True)
        if found is not None and found[1] == "reading":
            return line.match(last + 1, "unit") is not None
        if found is not None and at == last + 1:
            ends = line.kind(at + 1) in ("none", "mark", "number") or _heads_line(line, at + 1)
            return ends and _heads_line(line, first)
    return False


def _furniture_before(line: Line, i: int) -> str:
    """The key of the page's words that end before the number, a colon or a word between."""
    for at in range(i - 1, i - 5, -1):
        found = line.match(at, "furniture_before", bare=True)
        if found is None:
            continue
        reach = 3 if found[1] == "reading" else 1 + (line.norm(i - 1) in (":", "("))
        starts = (
            found[1] in ("reading", "number") or _heads_line(line, at) or _after_number(line, at)
        )
        if i - found[0] <= reach and starts:
            return found[1]
    return ""


def _after_number(line: Line, at: int) -> bool:
    return line.kind(at - 1) == "number"


def _heads_line(line: Line, i: int) -> bool:
    """Whether nothing stands before token i on its line."""
    return i == 0 or "\n" in line.text[line.end(i - 1) : line.start(i)]


def group_at(line: Line, i: int) -> Candidate | None:
    """Like "5+1" and its like: numbers put together by a plus without spaces."""
    if line.norm(i + 1) != "+" or line.kind(i + 2) != "number":
        return None
    return (
        identifier(line, i, i + 2, "name") if line.touches(i + 1) and line.touches(i + 2) else None
    )


def underscored_at(line: Line, i: int) -> Candidate | None:
    """Like "1_000": a program's way to group digits, which no reader of news is sure of."""
    last = i
    while line.norm(last + 1) == "_" and line.touches(last + 1) and line.touches(last + 2):
        if line.kind(last + 2) != "number":
            break
        last += 2
    return identifier(line, i, last, "malformed") if last > i else None


def dual_furniture_at(line: Line, i: int) -> Candidate | None:
    """As in "دقيقتان للقراءة"."""
    found = line.match(i + 1, "furniture_after", bare=True)
    return identifier(line, i, i, FURNITURE) if found and found[1] == "reading" else None


def exponent_at(line: Line, i: int) -> Candidate | None:
    """Like "1e-5": a program's way to write a power of ten."""
    digits = read_digits(line, i)
    last = digits.last if digits is not None else i
    touches = all(line.touches(at) for at in range(last + 1, last + 4))
    signed = line.norm(last + 1) == "e" and line.norm(last + 2) in {"-", "+", "−"}
    if not touches or not signed or line.kind(last + 3) != "number":
        return None
    return identifier(line, i, last + 3, "malformed")


def malformed_at(line: Line, i: int) -> Candidate | None:
    """A number behind marks that are no comparison ("=>30")."""
    written, first = operator(line, i)
    return identifier(line, i, i, "malformed") if written in MALFORMED and first < i else None


def list_number(line: Line, i: int) -> Candidate | None:
    """The number of an item in a list: "1." or "3)" at the head of a line."""
    if (
        not _heads_line(line, i)
        or len(line.norm(i)) > 2
        or line.norm(i + 1) not in (".", ")", "-", "ـ")
    ):
        return None
    glued = line.touches(i + 2) and not (line.norm(i + 1) == "-" and line.definite(i + 2))
    if not line.touches(i + 1) or glued or line.kind(i + 2) == "none":
        return None
    return identifier(line, i, i, "list_number")
