"""The network on top of the encoder: labels with a linear-chain CRF, and three pointers.

CRF: Lafferty, McCallum and Pereira (2001). Pointers: content -> cue, cue -> source and
content -> source, each over the spans of the window and "none".
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from encoder import HIDDEN, Encoder
from torch import Tensor, nn
from torch.nn import functional

from onetext.reading.tagger.paths import ALLOWED, FIRST_ALLOWED, LABELS
from onetext.reading.tagger.pointers import FEATURES, WIDTH

FORBIDDEN = -1e4


@dataclass
class Batch:
    """Padded tensors of some windows: pieces (B, T), spans (B, N, 2), links (B, N, M + 1).

    `annotators` (B) counts from one; nought is nobody in particular.
    """

    ids: Tensor
    shapes: Tensor
    quotes: Tensor
    annotators: Tensor
    tags: Tensor
    spans: tuple[Tensor, Tensor, Tensor]
    features: tuple[Tensor, Tensor, Tensor]
    links: tuple[Tensor, Tensor, Tensor]


POINTERS = ((0, 1), (1, 2), (0, 2))


class Pointer(nn.Module):
    """Scores of "this span belongs to that one", none first. Mirrored in numpy in the package."""

    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Linear(3 * HIDDEN, WIDTH)
        self.key = nn.Linear(3 * HIDDEN, WIDTH)
        self.near = nn.Linear(FEATURES, WIDTH)
        self.out = nn.Linear(WIDTH, 1)
        self.bias = nn.Linear(FEATURES, 1)
        self.none = nn.Linear(WIDTH, 1)
        nn.init.zeros_(self.bias.weight)

    def forward(self, asking: Tensor, asked: Tensor, features: Tensor) -> Tensor:
        query, key = self.query(asking), self.key(asked)
        product = query[:, :, None] * key[:, None]
        scores = product.sum(-1) / WIDTH**0.5 + self.bias(features)[..., 0]
        scores = scores + self.out(torch.relu(product + self.near(features)))[..., 0]
        return torch.cat((self.none(torch.relu(query)), scores), dim=-1)


class Network(nn.Module):
    """Encoder, label scores and pointers."""

    def __init__(self, shapes: int, quotes: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(shapes, quotes, dropout)
        self.label = nn.Sequential(nn.Dropout(dropout), nn.Linear(HIDDEN, LABELS))
        self.transitions = nn.Parameter(torch.zeros(LABELS, LABELS))
        self.pointers = nn.ModuleList(Pointer() for _ in POINTERS)
        allowed = torch.from_numpy(ALLOWED)
        self.register_buffer("forbidden", torch.where(allowed, 0.0, FORBIDDEN), persistent=False)
        first = torch.from_numpy(FIRST_ALLOWED)
        self.register_buffer(
            "forbidden_first", torch.where(first, 0.0, FORBIDDEN), persistent=False
        )

    def forward(
        self, ids: Tensor, shapes: Tensor, quotes: Tensor, annotators: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        hidden = self.encoder(ids, shapes, quotes, annotators)
        return self.label(hidden), hidden

    def losses(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """Negative log likelihood of the labels, and of the links, in nats per window."""
        emissions, hidden = self(batch.ids, batch.shapes, batch.quotes, batch.annotators)
        windows = batch.ids.shape[0]
        labels = self._crf(emissions.float(), batch.tags, batch.ids != 0) / windows
        hidden = hidden.float()
        shown = [represent(hidden, spans) for spans in batch.spans]
        links = hidden.new_zeros(())
        for (asking, asked), pointer, features, target in zip(
            POINTERS, self.pointers, batch.features, batch.links, strict=True
        ):
            if not (target > -1).any():
                continue
            scores = pointer(shown[asking], shown[asked], features)
            scores = scores.masked_fill(target < 0, FORBIDDEN)
            right = scores.masked_fill(target < 1, FORBIDDEN)
            asked_at_all = (target > 0).any(-1)
            loss = torch.logsumexp(scores, -1) - torch.logsumexp(right, -1)
            links = links + loss[asked_at_all].sum() / windows
        return labels, links

    def _crf(self, emissions: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        step = self.transitions + self.forbidden
        total = emissions.gather(2, tags[..., None])[..., 0].mul(mask).sum()
        total = total + step[tags[:, :-1], tags[:, 1:]].mul(mask[:, 1:]).sum()
        alpha = emissions[:, 0] + self.forbidden_first
        for at in range(1, emissions.shape[1]):
            ahead = torch.logsumexp(alpha[:, :, None] + step, dim=1) + emissions[:, at]
            alpha = torch.where(mask[:, at, None], ahead, alpha)
        return torch.logsumexp(alpha, -1).sum() - total


def represent(hidden: Tensor, spans: Tensor) -> Tensor:
    """First piece, last piece and mean of each span (B, N, 3 * HIDDEN)."""
    rows = torch.arange(hidden.shape[0])[:, None]
    first, last = hidden[rows, spans[..., 0]], hidden[rows, spans[..., 1]]
    summed = functional.pad(hidden.cumsum(1), (0, 0, 1, 0))
    width = (spans[..., 1] - spans[..., 0] + 1)[..., None]
    mean = (summed[rows, spans[..., 1] + 1] - summed[rows, spans[..., 0]]) / width
    return torch.cat((first, last, mean), dim=-1)
