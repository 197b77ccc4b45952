"""The news that is measured on: real sentences beside the repository, else the seeds'."""

import csv
import lzma
from itertools import cycle, islice

from tests.archive import made
from tests.evaluation.groups import ROOT

CORPUS = ROOT.parent / "shared" / "bench" / "sentences.tsv.xz"
SENTENCES = 40_000
"""Of the corpus about 10 MB of UTF-8; of the seeds the same few lines in turn, some 11 MB."""


def news() -> list[str]:
    """Sentences of news, the same at every call."""
    if CORPUS.exists():
        return _corpus(SENTENCES)
    articles = sorted((ROOT / "seeds").glob("*/*.txt"))
    lines = [line for path in articles for line in path.read_text("utf-8").split("\n") if line]
    return list(islice(cycle(lines), SENTENCES))


def archive(count: int) -> list[str]:
    """So many different sentences, some of them edits of others, the same at every call."""
    return _corpus(count) if CORPUS.exists() else made.sentences(count)


def _corpus(count: int) -> list[str]:
    with lzma.open(CORPUS, "rt", encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [row[2] for row in islice(rows, count)]
