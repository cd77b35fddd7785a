"""Integers of up to 120 bits in two limbs of 64: high x 2**60 + low, the low one never negative.

Points of preference profiles are decimal numbers whose common denominator often leaves 64 bits
behind; two limbs keep them exact in compiled code.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

LIMB_BITS = 60
LOW = (1 << LIMB_BITS) - 1
MOST_BITS = 120
"""Of the largest sum, its sign left out."""

Ints = NDArray[np.int64]
Numbers = NDArray[np.int64] | NDArray[np.object_]


def split(numbers: Numbers) -> tuple[Ints, Ints]:
    """The high and the low limbs of `numbers`, in its shape."""
    high, low = numbers >> LIMB_BITS, numbers & LOW
    return high.astype(np.int64, copy=False), low.astype(np.int64, copy=False)


def joined(high: Ints, low: Ints) -> list[int]:
    """The numbers again, as Python's own integers."""
    return [(h << LIMB_BITS) + one for h, one in zip(high.tolist(), low.tolist(), strict=True)]


def carried(high: Ints, low: Ints) -> tuple[Ints, Ints]:
    """The limbs of sums of limbs, the low ones in their range again."""
    return high + (low >> LIMB_BITS), low & LOW
