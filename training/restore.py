"""Weights in float from a shipped model folder, to train on from there.

    PYTHONPATH=../src python restore.py MODEL OUT.pt

The int8 weights times their scales; word and position embeddings as published, for they were
never trained; nothing known of annotators. What rounding lost stays lost; some hundred steps of
training make up for it.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from encoder import load_weights
from labelled import weights_folder
from network import Network
from onnx import numpy_helper

from onetext.reading.tagger.windows import SHAPES

QUOTES = 4


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    asked = parser.parse_args()
    network = Network(SHAPES, QUOTES, 0.0)
    load_weights(network.encoder, weights_folder())
    state = network.state_dict()
    not_shipped = (
        "encoder.words.weight", "encoder.positions.weight", "encoder.annotators.weight"
    )  # fmt: skip
    found = {name: state[name] for name in not_shipped}
    found |= _encoder(asked.model / "model.onnx")
    with np.load(asked.model / "links.npz") as links:
        for name in links.files:
            ours = "transitions" if name == "transitions" else f"pointers.{name}"
            found[ours] = torch.from_numpy(links[name].astype(np.float32))
    missing = sorted(state.keys() - found.keys())
    assert not missing, f"not in the model: {missing}"
    network.load_state_dict(found)
    torch.save(network.state_dict(), asked.out)


def _encoder(path: Path) -> dict[str, torch.Tensor]:
    """All weights of the graph by the names that they had before it was exported."""
    graph = onnx.load(str(path)).graph
    stored = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    uses: dict[str, list[Any]] = {}
    for node in graph.node:
        for name in node.input:
            uses.setdefault(name, []).append(node)
    found = {
        name: torch.from_numpy(value.copy())
        for name, value in stored.items()
        if name.startswith(("encoder.", "label.")) and value.dtype == np.float32 and value.ndim == 1
        and not name.endswith(("_scale", "_zero_point"))
    }  # fmt: skip
    for node in graph.node:
        if node.op_type == "Gather" and node.input[0].startswith("encoder."):
            name = node.input[0].removesuffix("_quantized")
            if name in ("encoder.shapes.weight", "encoder.quotes.weight"):
                whole = stored[node.input[0]].astype(np.float32)
                whole = (whole - stored[f"{name}_zero_point"]) * stored[f"{name}_scale"]
                found[name] = torch.from_numpy(whole.astype(np.float32))
        if node.op_type in ("MatMulInteger", "MatMul"):
            held = stored.get(node.input[1])
            if held is None:
                continue
            if node.op_type == "MatMulInteger":
                scale = stored[node.input[1].removesuffix("_quantized") + "_scale"]
                held = held.astype(np.float32) * scale
            name = _bias_after(node, uses, stored).removesuffix(".bias") + ".weight"
            found[name] = torch.from_numpy(np.ascontiguousarray(held.T))
    return found


def _bias_after(node: Any, uses: dict[str, list[Any]], stored: dict[str, Any]) -> str:
    """The bias that is added to what a product gives, past casts and scales."""
    while node.op_type != "Add":
        [node] = uses[node.output[0]]
    [bias] = [name for name in node.input if name in stored]
    return str(bias)


if __name__ == "__main__":
    main()
