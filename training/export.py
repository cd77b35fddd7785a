"""Write a trained network as what the package ships: ONNX in int8, pointers, tokenizer.

    PYTHONPATH=../src python export.py WEIGHTS.pt FOLDER [--float]

FOLDER gets model.onnx, links.npz and tokenizer.json, and a calibration.json that keeps everything
(confidence 0.5) unless one is there. `--float` leaves the weights unquantised, for comparison.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from labelled import weights_folder
from network import Network
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch.export import Dim

from onetext.reading.tagger.evidence import EVIDENCE
from onetext.reading.tagger.windows import PIECES, SHAPES

QUOTES = 4
RANGES = ((1000, 20000), (0, SHAPES), (0, QUOTES))  # of what the exported graph is tried on


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--float", action="store_true")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    network = Network(SHAPES, QUOTES, 0.0)
    network.load_state_dict(torch.load(asked.weights, weights_only=True))
    network.eval()
    cut = network.encoder.positions.weight.data[:PIECES].clone()
    network.encoder.positions = torch.nn.Embedding.from_pretrained(cut)
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        _graph(network, whole)
        _check(network, whole)
        if asked.float:
            (asked.folder / "model.onnx").write_bytes(whole.read_bytes())
        else:
            ready = Path(scratch) / "ready.onnx"
            quant_pre_process(str(whole), str(ready), skip_symbolic_shape=True)
            quantize_dynamic(
                str(ready),
                str(asked.folder / "model.onnx"),
                per_channel=True,
                weight_type=QuantType.QInt8,
                op_types_to_quantize=["MatMul", "Gemm", "Gather"],
                nodes_to_exclude=_kept_exact(ready),
            )
    _links(network, asked.folder / "links.npz")
    tokenizer = (weights_folder() / "tokenizer.json").read_text(encoding="utf-8")
    compact = json.dumps(json.loads(tokenizer), ensure_ascii=False, separators=(",", ":"))
    (asked.folder / "tokenizer.json").write_text(compact, encoding="utf-8")
    calibration = asked.folder / "calibration.json"
    if not calibration.exists():
        neutral = {"weights": [0.0] * len(EVIDENCE), "scores": [0.0], "chances": [0.5], "least": 0}
        calibration.write_text(json.dumps(neutral), encoding="utf-8")
    for path in sorted(asked.folder.iterdir()):
        print(path.name, path.stat().st_size)


def _graph(network: Network, path: Path) -> None:
    sample = torch.full((1, 20), 5, dtype=torch.long)
    shapes, quotes = torch.ones_like(sample), torch.ones_like(sample)  # two, or they become one
    length = Dim("length", min=3, max=PIECES)
    torch.onnx.export(
        network,
        (sample, shapes, quotes),
        str(path),
        input_names=["ids", "shapes", "quotes"],
        output_names=["scores", "vectors"],
        dynamic_shapes=({1: length}, {1: length}, {1: length}),
        dynamo=True,
        external_data=False,
    )


def _check(network: Network, path: Path) -> None:
    """The exported graph must say what the network says, for another length than it was traced."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    chance = torch.Generator().manual_seed(5)
    given = [torch.randint(*span, (1, 77), generator=chance) for span in RANGES]
    with torch.no_grad():
        expected = network(*given)
    names = ("ids", "shapes", "quotes")
    found = session.run(None, {name: one.numpy() for name, one in zip(names, given, strict=True)})
    for ours, theirs in zip(found, expected, strict=True):
        assert np.allclose(ours, theirs.numpy(), atol=2e-3), np.abs(ours - theirs.numpy()).max()


def _kept_exact(path: Path) -> list[str]:
    """The nodes of the label head, which is small and where a rounding would count."""
    graph = onnx.load(str(path)).graph
    made_by = {output: node for node in graph.node for output in node.output}
    node, kept = made_by["scores"], []
    while node.op_type in ("Add", "MatMul", "Gemm"):
        kept.append(node.name)
        if node.op_type != "Add":
            break
        node = next(made_by[name] for name in node.input if name in made_by)
    return kept


def _links(network: Network, path: Path) -> None:
    arrays = {"transitions": network.transitions.detach().numpy()}
    for number, pointer in enumerate(network.pointers):
        for name, value in pointer.state_dict().items():
            arrays[f"{number}.{name}"] = value.numpy().astype(np.float16)
    np.savez_compressed(path, **arrays)


if __name__ == "__main__":
    main()
