"""The sketches of passages against the library datasketch, whose values they have."""

from __future__ import annotations

from zlib import crc32

import numpy as np
from datasketch import MinHash
from hypothesis import given
from hypothesis import strategies as st

from onetext.record.shingles import passages, runs
from onetext.record.sketches import BANDS, FEW_PASSAGES, MANY_BANDS, ROWS, SEED, _key, keys

words = st.lists(
    st.sampled_from(["ports", "border", "guns", "grain", "the", "of", "Åland", "休战", "a"]),
    max_size=90,
)
texts = st.lists(words.map(" ".join), max_size=12)


def by_the_library(blocks: list[str]) -> set[int]:
    """The keys of blocks, each passage sketched by itself."""
    every = list(passages(blocks))
    bands = MANY_BANDS if len(every) <= FEW_PASSAGES else BANDS
    found = set()
    for passage in every:
        sketch = MinHash(MANY_BANDS * ROWS, seed=SEED, hashfunc=crc32, scheme="affine32")
        sketch.update_batch([" ".join(run).encode() for run in runs(passage)])
        values = np.asarray(sketch.hashvalues, dtype="<u4")
        found |= {
            _key(band, values[band * ROWS : (band + 1) * ROWS].tobytes()) for band in range(bands)
        }
    return found


@given(blocks=texts)
def test_keys_are_those_that_the_library_gives(blocks: list[str]) -> None:
    """Whatever the number of passages and their lengths; none where there is no passage."""
    assert keys(blocks) == by_the_library(blocks)
