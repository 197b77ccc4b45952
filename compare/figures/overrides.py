"""Characters that a direction override shows in another order: "251" as "152".

The scopes follow the Unicode Bidirectional Algorithm (UAX #9, X1 to X8): an override ends with
its PDF, with the isolate that it stands in, or with the paragraph; an embedding inside of it
suspends it.
"""

_OVERRIDES = frozenset("\u202d\u202e")
_ISOLATES = frozenset("\u2066\u2067\u2068")
_OPENING = frozenset("\u202a\u202b") | _OVERRIDES | _ISOLATES
_POP, _POP_ISOLATE = "\u202c", "\u2069"
_PARAGRAPH = frozenset("\n\r\x1c\x1d\x1e\x85\u2029")
_DEEPEST = 125
"""How many scopes stand in one another at most (UAX #9, max_depth)."""


def overridden(text: str, before: str = "") -> frozenset[int]:
    """The offsets in `text`, which follows `before`, of characters under an override."""
    if not any(override in text or override in before for override in _OVERRIDES):
        return frozenset()
    found: list[int] = []
    scopes: list[str] = []
    for at, char in enumerate(before + text, -len(before)):
        if scopes and scopes[-1] in _OVERRIDES:
            found.append(at)
        _step(scopes, char)
    return frozenset(found)


def _step(scopes: list[str], char: str) -> None:
    """Open or close a scope."""
    if char in _OPENING and len(scopes) < _DEEPEST:
        scopes.append(char)
    elif char in _PARAGRAPH:
        scopes.clear()
    elif char == _POP and scopes and scopes[-1] not in _ISOLATES:
        scopes.pop()
    elif char == _POP_ISOLATE and not _ISOLATES.isdisjoint(scopes):
        while scopes.pop() not in _ISOLATES:
            pass
