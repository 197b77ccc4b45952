"""A complete report made by hand, so that views and pages are tested without the stages.

The story, its ferry and its outlets are invented. It holds every verdict, bounds, a range, a
vague figure, an outlet that contradicts itself, an unnamed outlet, a foreign zone and page
furniture, missing dates, titles and links, warnings, and figures that were not compared.
"""

import hashlib
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import msgspec

from compare.model import (
    FORMAT,
    Alignment,
    Article,
    Claim,
    Fact,
    Figure,
    Ground,
    Link,
    Mention,
    Naming,
    NotCompared,
    Notice,
    Reading,
    Report,
    Sentence,
    Source,
    Story,
)

# path: (outlet, title, published, url, [(zone, sentence)])
ARTICLES: dict[str, tuple[str, str | None, str | None, str | None, list[tuple[str, str]]]] = {
    "marfa.txt": (
        "جريدة المرفأ",
        "غرق العبّارة «نوارس» ونجاة معظم ركابها",
        "2024-05-25",
        "https://marfa.example/news/nawaris",
        [
            ("title", "غرق العبّارة «نوارس» ونجاة معظم ركابها"),
            ("furniture", "5 دقائق للقراءة"),
            ("body", "غرقت العبّارة «نوارس» فجر السبت وعلى متنها 251 راكبًا، بحسب هيئة الملاحة."),
            ("body", "وقالت هيئة الإنقاذ إن 5 بحّارة أجانب ما زالوا مفقودين."),
            ("body", "وأُنقذ أربعة أطفال كانوا بين الركاب."),
            ("body", "وبلغت حصيلة القتلى 37 قتيلًا حتى مساء السبت."),
            ("body", "وأُجلي أكثر من 1170 شخصًا من القرى الساحلية."),
            ("body", "وتُقدَّر كلفة انتشال السفينة بنحو 3.5 ملايين دولار."),
            ("body", "ويبلغ عرض الممر الملاحي 5-7 كيلومترات في ثالث أخطر مضيق."),
            ("body", "ودعت هيئة الملاحة إلى تحقيق مستقل في أسباب الغرق."),
        ],
    ),
    "daffatan.txt": (
        "أخبار الضفتين",
        "وزارة النقل: العبّارة كانت تقلّ 252 راكبًا",
        "2024-05-26T08:30:00+03:00",
        "https://daffatan.example/a?id=7&lang=ar",
        [
            ("body", "أعلنت وزارة النقل أن 252 راكبًا كانوا على متن العبّارة عند غرقها."),
            (
                "body",
                "ونقلت شبكة «موجة» عن مصدر في خفر السواحل أن خمسة بحّارة أجانب في عداد المفقودين.",
            ),
            ("body", "وأنقذ الغواصون 4 أطفال."),
            ("body", "وأُجلي 1189 شخصًا من القرى القريبة."),
            ("body", "وانتُشلت عشرات الحقائب من الماء."),
            ("body", "ويتلقى أقل من 60 راكبًا العلاج في المستشفيات."),
        ],
    ),
    "marsad.txt": (
        "مرصد البحر",
        "بعد أسبوعين على الغرق: ما نعرفه وما لا نعرفه",
        "2024-06-10",
        None,
        [
            ("body", "ذكرت شبكة «موجة» أن 5 بحّارة أجانب مفقودون منذ غرق العبّارة."),
            ("body", "لكن مسؤولًا في المرفأ قال إن المفقودين من البحّارة الأجانب 7."),
            ("body", "وارتفعت حصيلة القتلى إلى 43 قتيلًا، وفق وزارة الصحة."),
            ("body", "ونُقل الأطفال الأربعة إلى المستشفى."),
            ("body", "وتراجعت حركة السفر بحرًا بنسبة 12.5% في 9 يونيو."),
            ("foreign", "ارتفعت أسعار القمح 8% في الأسواق."),
        ],
    ),
    "unnamed.txt": (
        "موقع غير مسمّى",
        None,
        None,
        None,
        [
            ("body", "وما زال 7 بحّارة أجانب مفقودين، وفق تقديرات غير رسمية."),
            ("body", "ولا يزال نحو 50 راكبًا في المستشفيات."),
            ("body", "وطالبت هيئة الملاحة بفتح تحقيق مستقل في أسباب غرق العبّارة."),
        ],
    ),
}

SOURCES = {
    "navigation": Source(key="navigation", name="هيئة الملاحة", kind="body"),
    "rescue": Source(key="rescue", name="هيئة الإنقاذ", kind="body"),
    "transport": Source(key="transport", name="وزارة النقل", kind="official"),
    "wave": Source(key="wave", name="شبكة «موجة»", kind="media"),
    "guard": Source(key="guard", name="مصدر في خفر السواحل", kind="anonymous"),
    "port": Source(key="port", name="مسؤول في المرفأ", kind="anonymous"),
    "health": Source(key="health", name="وزارة الصحة", kind="official"),
}

# path, part of the sentence, raw, kind, relation, low, high, unit, fact or reason, sources
FIGURES: list[tuple[str, str, str, str, str, str, str, str, str, str]] = [
    (
        "marfa.txt",
        "للقراءة",
        "5 دقائق",
        "duration",
        "exact",
        "5",
        "5",
        "minute",
        "-page-furniture",
        "",
    ),
    ("marfa.txt", "متنها", "251", "count", "exact", "251", "251", "", "aboard", "navigation"),
    ("marfa.txt", "بحّارة", "5", "count", "exact", "5", "5", "", "missing", "rescue"),
    ("marfa.txt", "أربعة", "أربعة", "count", "exact", "4", "4", "", "children", ""),
    ("marfa.txt", "حصيلة", "37", "count", "exact", "37", "37", "", "dead", ""),
    ("marfa.txt", "وأُجلي", "أكثر من 1170", "count", "over", "1170", "", "", "evacuated", ""),
    (
        "marfa.txt",
        "كلفة",
        "3.5 ملايين دولار",
        "money",
        "about",
        "3500000",
        "3500000",
        "USD",
        "cost",
        "",
    ),
    ("marfa.txt", "عرض", "5-7 كيلومترات", "measure", "range", "5", "7", "km", "strait", ""),
    ("marfa.txt", "ثالث", "ثالث", "ordinal", "exact", "3", "3", "", "-ordinal", ""),
    ("daffatan.txt", "252", "252", "count", "exact", "252", "252", "", "aboard", "transport"),
    ("daffatan.txt", "خمسة", "خمسة", "count", "exact", "5", "5", "", "missing", "wave guard"),
    ("daffatan.txt", "أطفال", "4", "count", "exact", "4", "4", "", "children", ""),
    ("daffatan.txt", "1189", "1189", "count", "exact", "1189", "1189", "", "evacuated", ""),
    ("daffatan.txt", "عشرات", "عشرات", "count", "vague", "", "", "", "bags", ""),
    ("daffatan.txt", "60", "أقل من 60", "count", "under", "", "60", "", "treated", ""),
    ("marsad.txt", "ذكرت", "5", "count", "exact", "5", "5", "", "missing", "wave"),
    ("marsad.txt", "لكن", "7", "count", "exact", "7", "7", "", "missing", "port"),
    ("marsad.txt", "43", "43", "count", "exact", "43", "43", "", "dead", "health"),
    ("marsad.txt", "الأربعة", "الأربعة", "count", "exact", "4", "4", "", "children", ""),
    ("marsad.txt", "12.5", "12.5%", "percent", "exact", "12.5", "12.5", "percent", "travel", ""),
    ("marsad.txt", "يونيو", "9 يونيو", "date", "exact", "", "", "", "-date", ""),
    ("marsad.txt", "القمح", "8%", "percent", "exact", "8", "8", "percent", "-foreign-article", ""),
    ("unnamed.txt", "7", "7", "count", "exact", "7", "7", "", "missing", ""),
    ("unnamed.txt", "50", "نحو 50", "count", "about", "50", "50", "", "treated", ""),
]

# key: label, counted, predicate, scope, verdict, rule, severity, doubts
FactRow = tuple[str, str | None, str | None, tuple[str, ...], str, str, int, tuple[str, ...]]
FACTS: dict[str, FactRow] = {
    "missing": (
        "بحّارة أجانب مفقودون", "sailor", "missing", ("nation:foreign",),
        "divergent", "no-reading-admits-the-other", 90, (),
    ),
    "aboard": (
        "ركاب على متن العبّارة", "passenger", None, ("date:2024-05-25",),
        "divergent", "no-reading-admits-the-other", 60, ("off-by-one",),
    ),
    "treated": (
        "ركاب في المستشفيات", "passenger", None, (),
        "undecided", "time-unknown", 30, ("no-as-of", "a-doubt-nobody-named"),
    ),
    "dead": ("قتلى الغرق", "killed", None, (), "updated", "tally-grew", 20, ()),
    "evacuated": (
        "أشخاص أُجلوا", "person", "evacuated", (),
        "compatible", "each-admits-the-other", 5, (),
    ),
    "children": ("أطفال أُنقذوا", "child", "rescued", (), "agreed", "one-value", 0, ()),
    "cost": ("كلفة انتشال السفينة", "~كلف", None, (), "single", "one-outlet", 0, ()),
    "strait": ("عرض الممر الملاحي", None, None, (), "single", "one-outlet", 0, ()),
    "bags": ("حقائب انتُشلت", "~حقيب", None, (), "single", "one-outlet", 0, ()),
    "travel": ("تراجع حركة السفر", None, None, (), "single", "one-outlet", 0, ()),
}  # fmt: skip


def ident(*parts: str) -> str:
    """The id of a record: a hash of what it says."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]


def report() -> Report:
    """The whole made-up story."""
    articles = tuple(_article(path) for path in ARTICLES)
    sentences = tuple(s for path in ARTICLES for s in _sentences(path))
    figures = tuple(_figure(row, sentences, articles) for row in FIGURES)
    claims = tuple(
        _claim(row, figure)
        for row, figure in zip(FIGURES, figures, strict=True)
        if row[8][0] != "-"
    )
    return Report(
        format=FORMAT,
        generator="tabayun 0.0.0",
        settings_digest="5e" * 32,
        lexicon_digest="1e" * 32,
        story=Story(id="nawaris", title="غرق العبّارة «نوارس»"),
        articles=articles,
        sentences=sentences,
        figures=figures,
        claims=claims,
        alignments=_alignments(sentences),
        facts=tuple(_fact(key, figures, claims) for key in FACTS),
        not_compared=tuple(
            NotCompared(figure=figure.id, reason=row[8][1:])
            for row, figure in zip(FIGURES, figures, strict=True)
            if row[8][0] == "-"
        ),
        warnings=(
            Notice(slug="no-date", message="no date given", path="unnamed.txt"),
            Notice(slug="no-url", message="no link given", path="unnamed.txt"),
            Notice(slug="foreign-article", message="a second article", path="marsad.txt", line=11),
            Notice(
                slug="a-notice-nobody-named", message="something <odd>", path="marfa.txt", line=3
            ),
        ),
        naming=namings(),
    )


# concept, name, and where: path, the word, whether it is quoted
NAMES: list[tuple[str, str, list[tuple[str, str, bool]]]] = [
    (
        "dead",
        "قتلى",
        [
            ("marfa.txt", "القتلى", False),
            ("marfa.txt", "قتيلًا", False),
            ("marsad.txt", "القتلى", False),
            ("marsad.txt", "قتيلًا", False),
        ],
    ),
    ("dead", "مفقودون", [("daffatan.txt", "المفقودين", True), ("unnamed.txt", "مفقودين", False)]),
    (
        "passengers",
        "ركاب",
        [
            ("marfa.txt", "راكبًا", False),
            ("marfa.txt", "الركاب", True),
            ("daffatan.txt", "راكبًا", False),
        ],
    ),
    ("passengers", "بحّارة", [("daffatan.txt", "بحّارة", False)]),
]


def namings() -> tuple[Naming, ...]:
    """What the outlets of the made-up story call the dead, and those on board."""
    made = []
    for concept, name, places in NAMES:
        for path in dict.fromkeys(path for path, _, _ in places):
            mine = tuple(_mention(*place) for place in places if place[0] == path)
            quoted = sum(mention.quoted for mention in mine)
            made.append(
                Naming(
                    id=ident("naming", concept, name, path),
                    concept=concept,
                    outlet=ARTICLES[path][0],
                    name=name,
                    count=len(mine) - quoted,
                    quoted=quoted,
                    mentions=mine,
                )
            )
    return tuple(made)


def _mention(path: str, word: str, quoted: bool) -> Mention:
    article = _article(path)
    start = article.text.index(word)
    return Mention(article=article.id, start=start, end=start + len(word), quoted=quoted)


def single() -> Report:
    """The same, as if only the first article had been given."""
    whole = report()
    first = whole.articles[0]
    figures = tuple(f for f in whole.figures if f.article == first.id)
    claims = tuple(c for c in whole.claims if c.article == first.id)
    facts = tuple(_only(fact, claims) for fact in whole.facts)
    return msgspec.structs.replace(
        whole,
        articles=(first,),
        sentences=tuple(s for s in whole.sentences if s.article == first.id),
        figures=figures,
        claims=claims,
        alignments=(),
        facts=tuple(fact for fact in facts if fact.claims),
        not_compared=tuple(n for n in whole.not_compared if n.figure in {f.id for f in figures}),
        warnings=(Notice(slug="single-article", message="one article"),),
        naming=tuple(n for n in whole.naming if n.outlet == first.outlet),
    )


def calm() -> Report:
    """The same without its divergent facts."""
    whole = report()
    kept = tuple(fact for fact in whole.facts if fact.verdict != "divergent")
    return msgspec.structs.replace(whole, facts=kept)


def spoiled(value: Any, spoil: Callable[[str], str]) -> Any:
    """`value` with every free text in it spoiled; ids, verdicts and the like stay."""
    if isinstance(value, tuple):
        return tuple(spoiled(item, spoil) for item in value)
    if not isinstance(value, msgspec.Struct):
        return value
    free = {
        "title",
        "outlet",
        "path",
        "url",
        "name",
        "message",
        "label",
        "slug",
        "generator",
        "doubts",
    }
    changes: dict[str, Any] = {}
    for field in value.__struct_fields__:
        old = getattr(value, field)
        if field in free and isinstance(old, str):
            changes[field] = spoil(old)
        elif field in ("doubts", "outlets"):
            changes[field] = tuple(spoil(item) for item in old)
        elif isinstance(old, tuple | msgspec.Struct):
            changes[field] = spoiled(old, spoil)
    return msgspec.structs.replace(value, **changes)


def _article(path: str) -> Article:
    outlet, title, published, url, lines = ARTICLES[path]
    text = "\n".join(line for _, line in lines) + "\n"
    return Article(
        id=ident("article", path, outlet),
        outlet=outlet,
        title=title,
        published=published,
        lang="ar",
        path=path,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        url=url,
        characters=len(text),
        text=text,
    )


def _sentences(path: str) -> list[Sentence]:
    article = _article(path)
    sentences, start = [], 0
    for number, (zone, line) in enumerate(ARTICLES[path][4]):
        end = start + len(line) + 1
        sentences.append(
            Sentence(
                id=ident("sentence", article.id, line),
                article=article.id,
                start=start,
                end=end,
                zone=zone,  # type: ignore[arg-type]
                paragraph=number,
            )
        )
        start = end
    return sentences


def _figure(
    row: tuple[str, ...], sentences: tuple[Sentence, ...], articles: tuple[Article, ...]
) -> Figure:
    path, part, raw, kind, relation, low, high, unit = row[:8]
    article = next(a for a in articles if a.path == path)
    spans = [s for s in sentences if s.article == article.id and s.zone != "title"]
    home = next(
        s
        for s in spans
        if part in article.text[s.start : s.end] and raw in article.text[s.start : s.end]
    )
    start = article.text.index(raw, home.start)
    return Figure(
        id=ident("figure", home.id, raw),
        article=article.id,
        sentence=home.id,
        start=start,
        end=start + len(raw),
        raw=raw,
        kind=kind,  # type: ignore[arg-type]
        relation=relation,  # type: ignore[arg-type]
        low=Decimal(low) if low else None,
        high=Decimal(high) if high else None,
        unit=unit or None,
        rule="by-hand",
    )


def _claim(row: tuple[str, ...], figure: Figure) -> Claim:
    _, counted, predicate, scope = FACTS[row[8]][:4]
    published = ARTICLES[row[0]][2]
    return Claim(
        id=ident("claim", figure.id),
        figure=figure.id,
        article=figure.article,
        start=figure.start,
        end=figure.end,
        counted=counted,
        predicate=predicate,
        scope=scope,
        attribution=tuple(SOURCES[key] for key in row[9].split()),
        as_of=published[:10] if published else None,
        negated=False,
        hypothetical=False,
        words=(),
    )


def _fact(key: str, figures: tuple[Figure, ...], claims: tuple[Claim, ...]) -> Fact:
    label, counted, predicate, scope, verdict, rule, severity, doubts = FACTS[key]
    mine = {
        claim.id: figure
        for claim in claims
        for row, figure in zip(FIGURES, figures, strict=True)
        if figure.id == claim.figure and row[8] == key
    }
    first = next(iter(mine.values()))
    return Fact(
        id=ident("fact", label),
        label=label,
        kind=first.kind,
        unit=first.unit,
        counted=counted,
        predicate=predicate,
        scope=scope,
        verdict=verdict,  # type: ignore[arg-type]
        rule=rule,
        severity=severity,
        claims=tuple(mine),
        readings=_readings(mine, claims),
        doubts=doubts,
        grounds=(
            Ground("same_value", 2.85),
            Ground("same_event", 1.2),
            Ground("words", 0.1),
            Ground("one_place", -0.4),
            Ground("count", -2.35),
        ),
    )


def _readings(mine: dict[str, Figure], claims: tuple[Claim, ...]) -> tuple[Reading, ...]:
    groups: dict[tuple[Any, ...], list[Claim]] = {}
    for claim in claims:
        if figure := mine.get(claim.id):
            groups.setdefault((figure.low, figure.high, figure.relation), []).append(claim)
    names = {_article(path).id: row[0] for path, row in ARTICLES.items()}
    readings = []
    for (low, high, relation), members in groups.items():
        sources = {s.key: s for claim in members for s in claim.attribution}
        teller = {(c.attribution[0].key if c.attribution else names[c.article]) for c in members}
        readings.append(
            Reading(
                low=low,
                high=high,
                relation=relation,
                claims=tuple(c.id for c in members),
                outlets=tuple(dict.fromkeys(names[c.article] for c in members)),
                sources=tuple(sources.values()),
                independent_sources=len(teller),
            )
        )
    return tuple(readings)


def _only(fact: Fact, claims: tuple[Claim, ...]) -> Fact:
    ids = {c.id for c in claims}
    readings = tuple(
        msgspec.structs.replace(
            reading,
            claims=tuple(c for c in reading.claims if c in ids),
            outlets=(ARTICLES["marfa.txt"][0],),
        )
        for reading in fact.readings
    )
    return msgspec.structs.replace(
        fact,
        verdict="single",
        rule="one-outlet",
        severity=0,
        claims=tuple(c for c in fact.claims if c in ids),
        readings=tuple(reading for reading in readings if reading.claims),
    )


def _alignments(sentences: tuple[Sentence, ...]) -> tuple[Alignment, ...]:
    def find(path: str, part: str) -> str:
        article = _article(path)
        return next(
            s.id
            for s in sentences
            if s.article == article.id and part in article.text[s.start : s.end]
        )

    calls = (find("marfa.txt", "تحقيق"), find("unnamed.txt", "تحقيق"))
    missing = (find("marfa.txt", "بحّارة"), find("unnamed.txt", "بحّارة"))
    return tuple(
        Alignment(
            id=ident("alignment", *pair),
            members=pair,
            links=(
                Link(
                    left=pair[0],
                    right=pair[1],
                    score=score,
                    derived=derived,  # type: ignore[arg-type]
                    left_share=0.5,
                    right_share=0.8,
                ),
            ),
        )
        for pair, score, derived in ((calls, 81.25, "wholly"), (missing, 74.0, "no"))
    )
