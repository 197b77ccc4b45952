"""Stems, for words that the lexicon lacks: Snowball's Arabic stemmer behind the proclitics."""

from functools import lru_cache

import snowballstemmer

from compare.lang.morphology import splits

_STEMMER = snowballstemmer.stemmer("arabic")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The Snowball stem of a folded word, its conjunction and article taken off."""
    for way in splits(word):
        if way.definite:
            word = way.rest
            break
    found: str = _STEMMER.stemWord(word)
    return found or word
