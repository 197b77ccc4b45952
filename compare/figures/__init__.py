"""Sentence → figures: every number that Arabic news writes, with its bound, kind and unit."""

from compare.figures.reader import read
from compare.figures.records import figures
from compare.figures.span import Span

__all__ = ["Span", "figures", "read"]
