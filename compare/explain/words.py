"""The phrases of an explanation, and the words of the articles in them."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from compare import lang, model
from compare.align import Masked
from compare.explain.records import Row
from compare.lang.annotate import annotate
from compare.lang.stemming import stem
from compare.text import tokens
from compare.view.concepts import STEM, concept
from compare.view.facts import claim_value
from compare.view.index import Index, outlet_of
from compare.view.labels import Labels, fill, label
from compare.view.lines import direction, named, number, sentence_line, text, visible
from compare.view.records import Line, Run, Value

_AROUND = 30  # characters on either side of a figure where its claim is long
_LONG = 70

Forms = Mapping[str, str]
"""Comparable words of a claim or a sentence, each as its article prints it."""


def say(labels: Labels, slug: str, /, **slots: Line) -> Line:
    """A phrase of an explanation with its slots filled."""
    return fill(labels.table["explain"][slug], **slots)


def row(labels: Labels, slug: str, depth: int = 0, /, **slots: Line) -> Row:
    """A phrase as a row."""
    return Row(line=say(labels, slug, **slots), depth=depth)


def plain(words: str) -> Line:
    """A line of plain words."""
    return (text(words),) if words else ()


def slug_line(slug: str) -> Line:
    """A slug or an id, isolated."""
    return (number(visible(slug)),)


def name_line(words: str) -> Line:
    """A name as its author wrote it, isolated in its own direction."""
    return (named(words),)


def signed(amount: float) -> Line:
    """A weight with its sign, to two decimals."""
    return (number(f"{round(amount, 2) + 0.0:+.2f}"),)


def decimals(amount: float, places: int = 2) -> Line:
    """A number to a few decimals."""
    return (number(f"{round(amount, places) + 0.0:.{places}f}"),)


def joined(labels: Labels, lines: Iterable[Line]) -> Line:
    """Lines in a row, with the locale's comma between them."""
    comma = text(labels.table["page"]["comma"])
    found: list[Run] = []
    for line in lines:
        found += [comma, *line] if found else line
    return tuple(found)


def value_line(value: Value) -> Line:
    """A value: its bound, digits and unit, or the words as printed."""
    parts = [
        plain(value.bound),
        (number(value.number),) if value.number else (),
        plain(value.unit),
        name_line(f"«{value.quoted}»") if value.quoted else (),
    ]
    found: list[Run] = []
    for part in parts:
        found += [text(" "), *part] if found and part else part
    return tuple(found)


def claim_name(claim: model.Claim, found: Index, labels: Labels) -> Line:
    """A claim by its outlet, its value, its words and its id."""
    return say(
        labels,
        "claim_named",
        outlet=name_line(outlet_of(found, claim)),
        value=value_line(claim_value(claim, found, labels)),
        words=name_line(f"«{_claim_words(claim, found)}»"),
        id=slug_line(claim.id),
    )


def _claim_words(claim: model.Claim, found: Index) -> str:
    """The words that a claim rests on; of many, those around the figure."""
    source, figure = found.articles[claim.article].text, found.figures[claim.figure]
    start, end = min(claim.start, figure.start), max(claim.end, figure.end)
    if end - start <= _LONG:
        return visible(source[start:end]).strip()
    before, behind = source[start : figure.start], source[figure.end : end]
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(behind) > _AROUND:
        behind = behind[:_AROUND].rpartition(" ")[0] + " …"
    return visible(before + source[figure.start : figure.end] + behind).strip()


def words_of(sentence: str, found: Index, marked: Iterable[str] = ()) -> Line:
    """A sentence as printed, in quotation marks, with the figures of these ids marked."""
    record = found.sentences[sentence]
    source = found.articles[record.article].text
    figures = found.figures_of.get(sentence, [])
    said = sentence_line(source, (record.start, record.end), figures, marked)
    return (text("«"), *said, text("»"))


def flag_label(flag: str, labels: Labels) -> str:
    """A figure's flag in words; "currency:dinar" names the currency of an unknown country."""
    group, _, key = flag.rpartition(":")
    return label(labels, group or "flag", key)


def forms_of_claim(claim: model.Claim, found: Index) -> Forms:
    """A claim's words as its sentence prints them: each concept, and each stem behind "~"."""
    sentence = found.sentences[found.figures[claim.figure].sentence]
    source = found.articles[claim.article].text
    read = tokens(source[sentence.start : sentence.end], sentence.start)
    forms: dict[str, str] = {}
    for match in annotate(read, lang.load().concepts):
        said = source[read[match.first].start : read[match.last].end]
        for sense in match.senses:
            forms.setdefault(sense.concept, said)
    for token in read:
        forms.setdefault(STEM + stem(token.norm), source[token.start : token.end])
    return forms


def forms_of_sentence(sentence: Masked) -> Forms:
    """A masked sentence's words as they are printed; words of one phrase stand together."""
    forms: dict[str, str] = {}
    for word, run in groupby(zip(sentence.words, sentence.said, strict=True), lambda p: p[0]):
        forms.setdefault(word, " ".join(said for _, said in run))
    return forms


def both_forms(words: Sequence[str], left: Forms, right: Forms, labels: Labels) -> list[Line]:
    """Each shared word as the two print it: once where they print it alike."""
    lines: list[Line] = []
    for word in words:
        found = dict.fromkeys(forms[word] for forms in (left, right) if word in forms)
        shown = " / ".join(map(visible, found)) or concept(word, labels) or word.removeprefix(STEM)
        lines.append((Run(text=f"«{shown}»", role="name", dir=direction(shown)),))
    return lines


def concept_name(slug: str, forms: Forms, labels: Labels) -> str:
    """What a concept is called; what the lexicon does not know, as the article has it."""
    if slug.startswith(STEM):
        return f"«{visible(forms.get(slug, slug.removeprefix(STEM)))}»"
    return concept(slug, labels) or visible(slug)
