"""Stems, for words that the lexicon lacks: Snowball's Arabic stemmer behind the proclitics."""

from functools import lru_cache

import snowballstemmer

from compare.lang.morphology import splits

_STEMMER = snowballstemmer.stemmer("arabic")
_AND_ALIF = "وا"


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The Snowball stem of a folded word, its conjunction and article taken off."""
    for way in splits(word):
        if way.definite:
            word = way.rest
            break
    found: str = _STEMMER.stemWord(_without_and(word))
    return found or word


def _without_and(word: str) -> str:
    """A word without "and" before an alif, which Snowball leaves (wa-a'lana: and he announced)."""
    return word[1:] if word.startswith(_AND_ALIF) and len(word) > len(_AND_ALIF) + 2 else word
