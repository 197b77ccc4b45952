"""A story's report held against gold: what a careful reader found in the articles.

`gold` reads and checks `readings.tsv`, `score` holds a report against it, `floors` is the gate that
a change must not fall below, `pins` its file; `printed` shows all of it.
"""

from compare.evaluation.floors import hold, update
from compare.evaluation.folders import NAME, stories, without_gold
from compare.evaluation.gold import Gold, read
from compare.evaluation.measures import Score
from compare.evaluation.pins import encode as encode_pins
from compare.evaluation.pins import read as read_pins
from compare.evaluation.score import score

__all__ = [
    "NAME",
    "Gold",
    "Score",
    "encode_pins",
    "hold",
    "read",
    "read_pins",
    "score",
    "stories",
    "update",
    "without_gold",
]
