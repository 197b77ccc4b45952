"""Reads a case's text to claims, and says where they are not as its rows want them."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from compare import lang
from compare.claims import Claims, read_claims
from compare.figures import figures as read_figures
from compare.model import Article, Claim, Figure
from compare.segment import sentences as read_sentences
from compare.text import fold_word

CASES = Path(__file__).parent.parent / "cases" / "claims"
OPEN = CASES / "open"
SINGLE = ("counted", "predicate", "negated", "hypothetical")
CASE_KEYS = {"text", "claims", "published", "outlet"}
ROW_KEYS = {
    "figure", "none", *SINGLE, "scope", "not_scope", "part_of", "same_as", "attribution",
    "teller_of",
}  # fmt: skip

Row = dict[str, Any]


class Read:
    """The figures and claims of one case's text."""

    def __init__(self, case: dict[str, Any]) -> None:
        article = _article(case)
        parts = read_sentences(article, _lexicon())
        self.text = article.text
        self.figures = read_figures(article, parts, _lexicon())
        self.found: Claims = read_claims(article, parts, self.figures, _lexicon())

    def claim_of(self, figure: Figure) -> Claim | None:
        return next((c for c in self.found.claims if c.figure == figure.id), None)

    def reason_of(self, figure: Figure) -> str | None:
        return next((n.reason for n in self.found.not_compared if n.figure == figure.id), None)

    def figure(self, raw: str, number: int = 0) -> Figure | None:
        """The figure over the `number`-th place where `raw` stands as a number of its own."""
        places = re.finditer(rf"(?<![\d.,]){re.escape(raw)}(?!\w)", self.text)
        spans = [(m.start(), m.end()) for m in places]
        named = [f for f in self.figures if any(f.start < e and s < f.end for s, e in spans)]
        return named[number] if number < len(named) else None

    def claim_over(self, raw: str) -> Claim | None:
        """The claim of the first figure over `raw`."""
        figure = self.figure(raw)
        return self.claim_of(figure) if figure else None

    def raw_of(self, claim_id: str | None) -> str | None:
        """The words of the figure that a claim rests on."""
        claim = next((c for c in self.found.claims if c.id == claim_id), None)
        return next((f.raw for f in self.figures if claim and f.id == claim.figure), None)


@cache
def _lexicon() -> lang.Lexicon:
    return lang.load()


def _article(case: dict[str, Any]) -> Article:
    text = case["text"]
    return Article(
        id="case", outlet=case.get("outlet", "أخبار الضفتين"), title=None,
        published=case.get("published"), lang="ar", path="case.txt", sha256="", url=None,
        characters=len(text), text=text,
    )  # fmt: skip


def load(folder: Path) -> dict[str, dict[str, Any]]:
    """The cases of a folder's files by name: the file's, and the case's number in it."""
    return {
        f"{path.stem}-{number}": case
        for path in sorted(folder.glob("*.toml"))
        for number, case in enumerate(tomllib.loads(path.read_text("utf-8"))["case"], 1)
    }


def differences(case: dict[str, Any]) -> list[str]:
    """What the program reads otherwise than the case; keys left out are not asked for."""
    read = Read(case)
    seen: dict[str, int] = {}
    wrong = []
    for row in case["claims"]:
        number = seen.get(row["figure"], 0)
        seen[row["figure"]] = number + 1
        wrong += [f"{row['figure']}: {said}" for said in _row(row, number, read)]
    return wrong


def _row(row: Row, number: int, read: Read) -> list[str]:
    figure = read.figure(row["figure"], number)
    if figure is None:
        return ["is not read as a figure"]
    claim = read.claim_of(figure)
    if "none" in row:
        reason = read.reason_of(figure)
        return [] if reason == row["none"] else [f"none {reason!r}, not {row['none']!r}"]
    if claim is None:
        return [f"makes no claim: {read.reason_of(figure)}"]
    return [*_fields(row, claim), *_scope(row, claim), *_links(row, claim, read)]


def _fields(row: Row, claim: Claim) -> list[str]:
    """What differs of the claim's own fields; an empty string wants that nothing is said."""
    got = {key: getattr(claim, key) for key in SINGLE if key in row}
    wanted = {key: None if row[key] == "" else row[key] for key in got}
    return [f"{key} {got[key]!r}, not {row[key]!r}" for key in got if got[key] != wanted[key]]


def _scope(row: Row, claim: Claim) -> list[str]:
    lacks = [word for word in row.get("scope", ()) if word not in claim.scope]
    extra = [word for word in row.get("not_scope", ()) if word in claim.scope]
    said = f" (scope {list(claim.scope)})"
    return [f"scope lacks {w}{said}" for w in lacks] + [f"scope has {w}{said}" for w in extra]


def _links(row: Row, claim: Claim, read: Read) -> list[str]:
    wrong = [
        f"{key} {read.raw_of(getattr(claim, key))!r}, not {row[key]!r}"
        for key in ("part_of", "same_as")
        if key in row and not _leads_to(getattr(claim, key), row[key], read)
    ]
    names = [source.name for source in claim.attribution]
    if "attribution" in row and not _alike(names, row["attribution"]):
        wrong.append(f"attribution {names}, not {row['attribution']}")
    if "teller_of" in row and not _same_teller(claim, row["teller_of"], read):
        wrong.append(f"told by {names}, not as {row['teller_of']!r}")
    return wrong


def _alike(names: Sequence[str], wanted: Sequence[str]) -> bool:
    return [fold_word(name) for name in names] == [fold_word(name) for name in wanted]


def _leads_to(claim_id: str | None, raw: str, read: Read) -> bool:
    if raw == "":
        return claim_id is None
    claim = read.claim_over(raw)
    return claim is not None and claim_id == claim.id


def _same_teller(claim: Claim, raw: str, read: Read) -> bool:
    """Whether the nearest teller is the one of the claim over `raw`: one key, one source."""
    other = read.claim_over(raw)
    told = other.attribution[:1] if other else ()
    return bool(told) and [s.key for s in claim.attribution[:1]] == [s.key for s in told]
