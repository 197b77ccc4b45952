"""The words that the tests read figures with."""

from compare import lang

LEXICON = lang.load()
