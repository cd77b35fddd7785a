"""Examples as padded tensors."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
import torch
from labelled import CONTENT, CUE, SOURCE, Example
from network import POINTERS, Batch
from torch import Tensor

from onetext.reading.tagger.pointers import FEATURES, features

MASK = 103
WORD_SHAPES = 3  # shapes from here on are letters


def batch_of(
    chosen: Sequence[Example], *, masked: float, unnamed: float, chance: random.Random
) -> Batch:
    """The windows side by side; a share `masked` of the words is hidden from the encoder.

    Of a share `unnamed` of the windows the network is not told who annotated them.
    Links hold -1 for what is not there, 0 for wrong and 1 for right; "none" comes first.
    """
    length = max(len(one.window) for one in chosen)
    ids, shapes, quotes, tags = (
        torch.zeros(len(chosen), length, dtype=torch.long) for _ in range(4)
    )
    for row, one in enumerate(chosen):
        size = len(one.window)
        ids[row, :size] = torch.tensor(_hidden(one, masked, chance))
        shapes[row, :size] = torch.tensor(one.window.shapes)
        quotes[row, :size] = torch.tensor(one.window.quotes)
        tags[row, :size] = torch.tensor(one.tags)
    counts = [max(1, *(len(one.spans[role]) for one in chosen)) for role in (CONTENT, CUE, SOURCE)]
    spans = tuple(torch.zeros(len(chosen), count, 2, dtype=torch.long) for count in counts)
    for row, one in enumerate(chosen):
        for role in (CONTENT, CUE, SOURCE):
            if one.spans[role]:
                spans[role][row, : len(one.spans[role])] = torch.tensor(one.spans[role])
    annotators = torch.tensor([0 if chance.random() < unnamed else one.annotator for one in chosen])
    near: list[Tensor] = []
    links: list[Tensor] = []
    for asking, asked in POINTERS:
        shape = (len(chosen), counts[asking], counts[asked])
        about = np.zeros((*shape, FEATURES), dtype=np.float32)
        target = torch.full((shape[0], shape[1], shape[2] + 1), -1.0)
        for row, one in enumerate(chosen):
            mine, theirs = one.spans[asking], one.spans[asked]
            if mine:
                window = one.window
                about[row, : len(mine), : len(theirs)] = features(
                    mine, theirs, window.lines, window.quotes
                )
                target[row, : len(mine), : len(theirs) + 1] = _target(one, asking, asked)
        near.append(torch.from_numpy(about))
        links.append(target)
    return Batch(
        ids,
        shapes,
        quotes,
        annotators,
        tags,
        (spans[0], spans[1], spans[2]),
        (near[0], near[1], near[2]),
        (links[0], links[1], links[2]),
    )


def _target(one: Example, asking: int, asked: int) -> Tensor:
    links = {
        (CONTENT, CUE): one.cue_links,
        (CUE, SOURCE): one.source_links,
        (CONTENT, SOURCE): one.direct_links,
    }[asking, asked]
    target = torch.zeros(len(one.spans[asking]), len(one.spans[asked]) + 1)
    for i, j in links:
        target[i, j + 1] = 1.0
    target[:, 0] = (target.sum(1) == 0).float()
    return target


def _hidden(one: Example, share: float, chance: random.Random) -> list[int]:
    if not share:
        return one.window.ids
    return [
        MASK if shape % 7 >= WORD_SHAPES and chance.random() < share else id_
        for id_, shape in zip(one.window.ids, one.window.shapes, strict=True)
    ]
