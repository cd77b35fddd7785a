"""Keys under which documents that share a passage are found, without comparing with all.

Every passage is sketched by MinHash over its runs of words; the sketch is cut into bands of four
values, and each band makes a key. Two passages that share a part J of their runs have a key in
common with probability 1 - (1 - J^4)^b for b bands. A report of many passages has two bands of
each (always found at J = 1, in nine of ten at 0.9, hardly ever below 0.2), since a copy shares
several passages; one of few has eight (in 99 of 100 at 0.8). What is found so is only a candidate:
`onetext.record.shingles.likeness` decides.

Sources: Broder (1997), "On the resemblance and containment of documents"; Indyk and Motwani
(1998) on locality-sensitive hashing; MinHash as the library datasketch computes it, seed 1.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING
from zlib import crc32

from onetext.record.shingles import passages, runs

if TYPE_CHECKING:
    from datasketch import MinHash

ROWS = 4
BANDS, MANY_BANDS = 2, 8
FEW_PASSAGES = 4
SEED = 1
KEY_BYTES = 8


def keys(blocks: Iterable[str]) -> frozenset[int]:
    """The keys of the passages of a report's blocks, each a signed integer of 64 bits."""
    sketch = _empty().copy()
    found: set[int] = set()
    every = list(passages(blocks))
    bands = MANY_BANDS if len(every) <= FEW_PASSAGES else BANDS
    for words in every:
        sketch.clear()
        sketch.update_batch([" ".join(run).encode() for run in runs(words)])
        values = sketch.hashvalues.astype("<u4").tobytes()
        width = len(values) // MANY_BANDS
        found.update(_key(band, values[band * width : (band + 1) * width]) for band in range(bands))
    return frozenset(found)


@cache
def _empty() -> MinHash:
    from datasketch import MinHash  # loads scipy

    return MinHash(num_perm=MANY_BANDS * ROWS, seed=SEED, hashfunc=crc32, scheme="affine32")


def _key(band: int, values: bytes) -> int:
    digest = blake2b(values, digest_size=KEY_BYTES, salt=bytes([band])).digest()
    return int.from_bytes(digest, "big", signed=True)
