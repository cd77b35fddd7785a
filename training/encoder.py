"""The encoder: six layers of BERT, as the MiniLM weights expect them, and nothing else.

Written out because it is exported: one graph, no branch that depends on the input.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

HIDDEN, HEADS, LAYERS, INNER, VOCABULARY, POSITIONS = 384, 12, 6, 1536, 30522, 512
EPSILON = 1e-12
ANNOTATORS = 6


class Layer(nn.Module):
    """Self-attention and feed-forward, each with its residual and normalisation after it."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query = nn.Linear(HIDDEN, HIDDEN)
        self.key = nn.Linear(HIDDEN, HIDDEN)
        self.value = nn.Linear(HIDDEN, HIDDEN)
        self.attended = nn.Linear(HIDDEN, HIDDEN)
        self.attended_norm = nn.LayerNorm(HIDDEN, EPSILON)
        self.inner = nn.Linear(HIDDEN, INNER)
        self.outer = nn.Linear(INNER, HIDDEN)
        self.outer_norm = nn.LayerNorm(HIDDEN, EPSILON)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        heads = [self._heads(part(x)) for part in (self.query, self.key, self.value)]
        attended = functional.scaled_dot_product_attention(*heads, attn_mask=mask)
        flat = attended.transpose(1, 2).reshape(x.shape)
        x = self.attended_norm(x + self.dropout(self.attended(flat)))
        return self.outer_norm(x + self.dropout(self.outer(functional.gelu(self.inner(x)))))

    def _heads(self, x: Tensor) -> Tensor:
        return x.view(x.shape[0], x.shape[1], HEADS, HIDDEN // HEADS).transpose(1, 2)


class Encoder(nn.Module):
    """Pieces with their letter shapes and quotation states -> one vector for each.

    In training it may be told who annotated a window, so that their habits are learned apart
    from the language; the network that is shipped is told nothing, which is nought.
    """

    def __init__(self, shapes: int, quotes: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, EPSILON)
        self.shapes = nn.Embedding(shapes, HIDDEN)
        self.quotes = nn.Embedding(quotes, HIDDEN)
        self.annotators = nn.Embedding(ANNOTATORS + 1, HIDDEN, padding_idx=0)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.quotes.weight)
        nn.init.zeros_(self.annotators.weight)

    def forward(
        self, ids: Tensor, shapes: Tensor, quotes: Tensor, annotators: Tensor | None = None
    ) -> Tensor:
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.norm(self.words(ids) + self.positions(places))
        x = x + self.shapes(shapes) + self.quotes(quotes)
        if annotators is not None:
            x = x + self.annotators(annotators)[:, None]
        x = self.dropout(x)
        mask = (ids != 0)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x


def load_weights(encoder: Encoder, folder: Path) -> None:
    """Fill `encoder` from the BERT weights in `folder`; the token type is folded into the words."""
    found = load_file(folder / "model.safetensors")
    bert = {name.removeprefix("bert."): value for name, value in found.items()}
    state = {
        "words.weight": bert["embeddings.word_embeddings.weight"]
        + bert["embeddings.token_type_embeddings.weight"][0],
        "positions.weight": bert["embeddings.position_embeddings.weight"],
        "norm.weight": bert["embeddings.LayerNorm.weight"],
        "norm.bias": bert["embeddings.LayerNorm.bias"],
    }
    names = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "attended": "attention.output.dense",
        "attended_norm": "attention.output.LayerNorm",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "outer_norm": "output.LayerNorm",
    }
    for layer in range(LAYERS):
        for ours, theirs in names.items():
            for part in ("weight", "bias"):
                source = f"encoder.layer.{layer}.{theirs}.{part}"
                state[f"layers.{layer}.{ours}.{part}"] = bert[source]
    missing = encoder.load_state_dict(state, strict=False)
    ours_alone = {"shapes.weight", "quotes.weight", "annotators.weight"}
    assert set(missing.missing_keys) == ours_alone, missing
    assert not missing.unexpected_keys, missing
