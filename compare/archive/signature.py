"""A bound on the mass that two sentences share, from 64 bytes of each.

Every word sets one bit in one of eight 64-bit words; words of one mass go to one of them. The
bits that two sentences have in common, times the mass of their class, bound the shared mass from
above, once what the signature of a sentence hides (two of its words on one bit, words heavier
than their class) is added.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from compare.archive.bands import Integers
from compare.archive.tokens import Tokens, runs

CLASSES = (3, 4, 5, 6, 7, 8, 9, 11)
_BITS = 64
_SPREAD = 0x9E3779B97F4A7C15
"""2**64 over the golden ratio: products with it fall evenly (Knuth, TAOCP 6.4)."""
_MASS_BITS = 24


class Signatures(NamedTuple):
    """`bits` (n, 8) of each sentence, and the mass that they `hide` (n)."""

    bits: NDArray[np.uint64]
    hidden: Integers


def signatures(tokens: Tokens) -> Signatures:
    """The signature of each sentence, in the order of `tokens`."""
    n, weight = len(tokens.total), tokens.weight
    group = np.searchsorted(CLASSES[:-1], weight)
    spread = (np.arange(len(weight), dtype=np.uint64) * np.uint64(_SPREAD)) >> np.uint64(58)
    slot = group * _BITS + spread.astype(np.int64)
    wide = _BITS * len(CLASSES)
    slots = tokens.row * np.int64(wide) + slot[tokens.token]
    packed = np.sort((slots << _MASS_BITS) + weight[tokens.token])
    slots, first = runs(packed >> _MASS_BITS)
    mass = np.add.reduceat(packed & ((1 << _MASS_BITS) - 1), first)
    over = np.maximum(mass - np.array(CLASSES)[slots // _BITS % len(CLASSES)], 0)
    bits = np.zeros(n * len(CLASSES), np.uint64)
    words, begin = runs(slots // _BITS)
    bit = np.uint64(1) << (slots % _BITS).astype(np.uint64)
    bits[words] = np.bitwise_or.reduceat(bit, begin)
    hidden = np.bincount(slots // wide, over, minlength=n).astype(np.int64)
    return Signatures(bits.reshape(n, len(CLASSES)), hidden)


def common(left: NDArray[np.uint64], right: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Common bits times the masses of their classes, for rows of bits side by side.

    Both are overwritten. The eight counts of a pair lie in one 64-bit number; two products
    weigh and add the four at even and the four at odd places.
    """
    left &= right
    counts = right.reshape(-1).view(np.uint8)[: left.size].reshape(left.shape)
    np.bitwise_count(left, out=counts)
    odd = counts.view("<u8")[:, 0]
    even = odd & _LANES
    even *= _EVEN
    even >>= _TOP
    odd >>= np.uint64(8)
    odd &= _LANES
    odd *= _ODD
    odd >>= _TOP
    even += odd
    return even


def _factor(weights: tuple[int, ...]) -> np.uint64:
    """The number whose product with four 16-bit numbers has their weighted sum on top."""
    return np.uint64(sum(w << (16 * (3 - at)) for at, w in enumerate(weights)))


_LANES, _TOP = np.uint64(0x00FF00FF00FF00FF), np.uint64(48)
_EVEN, _ODD = _factor(CLASSES[0::2]), _factor(CLASSES[1::2])
