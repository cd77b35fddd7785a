"""Keys under which documents that share a passage are found, without comparing with all.

Every passage is sketched by MinHash over its runs of words; the sketch is cut into bands of four
values, and each band makes a key. Two passages that share a part J of their runs have a key in
common with probability 1 - (1 - J^4)^b for b bands. A report of many passages has two bands of
each (always found at J = 1, in nine of ten at 0.9, hardly ever below 0.2), since a copy shares
several passages; one of few has eight (in 99 of 100 at 0.8). What is found so is only a candidate:
`onetext.record.shingles.likeness` decides.

Sources: Broder (1997), "On the resemblance and containment of documents"; Indyk and Motwani
(1998) on locality-sensitive hashing; MinHash with the values of the library
datasketch (scheme affine32, CRC-32, seed 1), here of all passages in one pass.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING
from zlib import crc32

from onetext.record.shingles import passages, runs

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ROWS = 4
BANDS, MANY_BANDS = 2, 8
FEW_PASSAGES = 4
SEED = 1
KEY_BYTES = 8


def keys(blocks: Iterable[str]) -> frozenset[int]:
    """The keys of the passages of a report's blocks, each a signed integer of 64 bits."""
    every = [[crc32(" ".join(run).encode()) for run in runs(words)] for words in passages(blocks)]
    if not every:
        return frozenset()
    bands = MANY_BANDS if len(every) <= FEW_PASSAGES else BANDS
    return frozenset(
        _key(band, row[band * ROWS : (band + 1) * ROWS].tobytes())
        for row in _sketches(every, bands * ROWS)
        for band in range(bands)
    )


def _sketches(every: list[list[int]], values: int) -> NDArray[np.uint32]:
    """The first so many values of the sketch of each passage, of which all have runs.

    A value is the least of what a permutation, `a * hash + b` modulo 2^32, makes of the hashes
    of the runs, which were mixed once by the last step of MurmurHash3.
    """
    import numpy as np

    a, b = _permutations()
    hashed = np.array([run for told in every for run in told], dtype=np.uint32)
    hashed ^= hashed >> np.uint32(16)
    hashed *= np.uint32(0x85EBCA6B)
    hashed ^= hashed >> np.uint32(13)
    hashed *= np.uint32(0xC2B2AE35)
    hashed ^= hashed >> np.uint32(16)
    starts = np.cumsum([0, *(len(told) for told in every[:-1])])
    permuted = hashed[:, np.newaxis] * a[:values] + b[:values]
    return np.minimum.reduceat(permuted, starts, axis=0).astype("<u4")


@cache
def _permutations() -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    import numpy as np

    drawn = np.random.RandomState(SEED)
    a = drawn.randint(0, 1 << 31, MANY_BANDS * ROWS, dtype=np.uint32)
    b = drawn.randint(0, 1 << 32, MANY_BANDS * ROWS, dtype=np.uint32)
    return a * np.uint32(2) + np.uint32(1), b


def _key(band: int, values: bytes) -> int:
    digest = blake2b(values, digest_size=KEY_BYTES, salt=bytes([band])).digest()
    return int.from_bytes(digest, "big", signed=True)
