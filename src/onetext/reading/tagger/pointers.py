"""Pointers between spans: which cue a content hangs on, which source a cue has, or none.

The same arithmetic as in training, on the encoder's vectors; weights in plain arrays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

WIDTH = 128
EDGES = (0, 1, 2, 4, 8, 16, 32, 64)  # pieces between two spans; further counts as the last
FEATURES = 2 * (len(EDGES) + 1) + 3 + 8
Spans = Sequence[tuple[int, int]]


def features(asking: Spans, asked: Spans, lines: Sequence[int], quotes: Sequence[int]) -> Any:
    """How two spans lie to each other (N, M, FEATURES): distance, lines apart, rank, quotation."""
    found = np.zeros((len(asking), len(asked), FEATURES), dtype=np.float32)
    buckets = len(EDGES) + 1
    for i, (first, last) in enumerate(asking):
        before = [j for j, other in enumerate(asked) if other[0] < first]
        for j, (other_first, other_last) in enumerate(asked):
            ahead = other_first > first
            gap = other_first - last - 1 if ahead else first - other_last - 1
            bucket = sum(gap > edge for edge in EDGES)
            one = found[i, j]
            one[bucket + buckets * ahead] = 1.0
            apart = abs(lines[first] - lines[other_first])
            one[2 * buckets + min(apart, 2)] = 1.0
            rank = j - len(before) if ahead else len(before) - 1 - j
            one[2 * buckets + 3 + min(rank, 2) + 3 * ahead] = 1.0
            one[-2] = quotes[first] > 0
            one[-1] = quotes[other_first] > 0
    return found


def represent(hidden: Any, spans: Spans) -> Any:
    """First piece, last piece and mean of each span (N, 3 x hidden)."""
    rows = [
        np.concatenate((hidden[a], hidden[b], hidden[a : b + 1].mean(0, dtype=np.float32)))
        for a, b in spans
    ]
    return np.stack(rows) if rows else np.zeros((0, 3 * hidden.shape[1]), dtype=np.float32)


def log_probabilities(weights: Mapping[str, Any], asking: Any, asked: Any, near: Any) -> Any:
    """Log probability of none, then of each of `asked`, for every one of `asking` (N, M + 1)."""
    query = asking @ weights["query.weight"].T + weights["query.bias"]
    key = asked @ weights["key.weight"].T + weights["key.bias"]
    product = query[:, None] * key[None]
    scores = product.sum(-1) / WIDTH**0.5
    scores += (near @ weights["bias.weight"].T + weights["bias.bias"])[..., 0]
    mixed = np.maximum(product + near @ weights["near.weight"].T + weights["near.bias"], 0.0)
    scores += (mixed @ weights["out.weight"].T + weights["out.bias"])[..., 0]
    none = np.maximum(query, 0.0) @ weights["none.weight"].T + weights["none.bias"]
    table = np.concatenate((none, scores), axis=1)
    table -= table.max(1, keepdims=True)
    return table - np.log(np.exp(table).sum(1, keepdims=True))
