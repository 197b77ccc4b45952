"""What sizes past a story's cost: the slow cases of exhaustion, and articles of 500 outlets."""

import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from compare import cli
from tests.bench import apart
from tests.bench.records import Record
from tests.robustness.battery import Case, cases
from tests.robustness.test_exhaustion import made

ARTICLES = (100, 500)
_SENTENCES = 20
_PLACES = (
    *("الميناء القديم", "حي الزيتون", "ضاحية الصنوبر", "قرية العين", "مدينة الرمال"),
    *("سوق الحدادين", "محطة القطار", "جسر الوادي", "مخيم النخيل", "بلدة السدر"),
)
_SOURCES = ("وزارة الصحة", "الدفاع المدني", "بلدية المدينة", "مدير المستشفى", "متحدث باسم الشرطة")
_SENTENCE = (
    "قالت {source} إن {n} شخصا قتلوا في انهيار مبنى في {place}.",
    "أعلن {source} إصابة {n} آخرين بجروح في حريق اندلع في {place}.",
    "نزح {n} ألف شخص من {place} منذ بداية الأسبوع، بحسب {source}.",
    "بلغت خسائر {place} نحو {n} مليون دولار وفق {source}.",
    "ارتفع عدد المفقودين في {place} إلى {n} بعد أن كان {m}.",
    "وصلت {n} شاحنة مساعدات إلى {place} صباح اليوم.",
    "ودعا {source} السكان إلى الابتعاد عن {place} حتى إشعار آخر.",
    "أغلقت السلطات الطريق المؤدي إلى {place} بعد تصدع الجسر.",
    "اعتقلت الشرطة {n} مشتبها به في {place}.",
    "تضرر {n} منزلا في {place} جراء السيول، حسبما ذكر {source}.",
    "تراجعت نسبة البطالة في {place} إلى {m} في المئة.",
)


def measures() -> Iterator[Record]:
    """Each measure of this group, as soon as it is known."""
    for case in cases("exhaustion"):
        if "slow" in case:
            with tempfile.TemporaryDirectory() as name:
                yield _measure(case["name"], made(case, Path(name) / "story"), case)
    for articles in ARTICLES:
        with tempfile.TemporaryDirectory() as name:
            story = _story(Path(name) / "story", articles)
            yield _measure(
                f"{articles} articles of one event, each with its own figures",
                story,
                {"limit": "sentence_pairs"},
            )


def _measure(name: str, story: Path, case: Case) -> Record:
    env = (f"{variable}={value}" for variable, value in case.get("env", {}).items())
    output = story.parent / "out"
    cost = apart.run("env", *env, sys.executable, "-m", __name__, "report", story, "-o", output)
    files = len(list(output.glob("story/*")))
    size = sum(path.stat().st_size for path in story.iterdir())
    return Record(
        name=f"sizes: {name}",
        size=size,
        of="bytes",
        seconds=cost.seconds,
        peak_mb=cost.peak_mb,
        note=f"{files} files" if files else f"refused by {case.get('limit')}",
    )


def _story(folder: Path, articles: int) -> Path:
    chosen = random.Random(1)
    toml = ['title = "قصة"']
    folder.mkdir()
    for at in range(articles):
        lines = (_sentence(chosen) for _ in range(_SENTENCES))
        (folder / f"{at}.txt").write_text("\n".join(lines), encoding="utf-8")
        toml.append(f'[[article]]\nfile = "{at}.txt"\noutlet = "outlet {at}"')
    (folder / "story.toml").write_text("\n".join(toml), encoding="utf-8")
    return folder


def _sentence(chosen: random.Random) -> str:
    return chosen.choice(_SENTENCE).format(
        source=chosen.choice(_SOURCES),
        place=chosen.choice(_PLACES),
        n=chosen.randint(3, 900),
        m=chosen.randint(3, 90),
    )


if __name__ == "__main__":
    # What is refused is measured as well: its exit code is no failure of the measure.
    cli.main(sys.argv[1:])
