"""Ids: hashes of what a record says and of whose it is, never of where it stands."""

import hashlib
from collections import Counter
from collections.abc import Callable


def content_id(*parts: str) -> str:
    """12 hex digits of the SHA-256 over the parts, NUL between them."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def counting_ids(*owner: str) -> Callable[..., str]:
    """A maker of ids under `owner`; the n-th call with equal parts gives their n-th id."""
    seen: Counter[tuple[str, ...]] = Counter()

    def make(*parts: str) -> str:
        seen[parts] += 1
        return content_id(*owner, *parts, str(seen[parts]))

    return make
