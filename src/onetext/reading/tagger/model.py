"""The model as shipped: loaded once, when the first text is read; one thread unless asked.

Its parts lie beside this module: `model.onnx` (int8), `tokenizer.json`, `links.npz` (transitions
between labels and the three pointers) and `calibration.json`.
"""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onetext.reading.tagger.windows import Window, windows
from onetext.text.spans import Span

FOLDER = Path(__file__).parent
PARTS = ("model.onnx", "tokenizer.json", "links.npz", "calibration.json")


@dataclass(frozen=True)
class Model:
    """What is needed to go from text to label scores and vectors.

    Attributes:
        session: onnxruntime's; (ids, shapes, quotes) -> (scores, vectors), one window at a time,
            so that what is read of a window does not depend on its neighbours.
        pointers: the weights of content -> cue, cue -> source and content -> source.
    """

    session: Any
    tokenizer: Any
    transitions: Any
    pointers: tuple[Mapping[str, Any], Mapping[str, Any], Mapping[str, Any]]
    calibration: Mapping[str, Any]

    def read(self, text: str, blocks: Sequence[Span]) -> Iterator[tuple[Window, Any, Any]]:
        """Each window with its label scores (T, labels) and vectors (T, hidden)."""
        import numpy as np

        for window in windows(text, blocks, self.tokenizer):
            given = {
                "ids": np.array([window.ids], dtype=np.int64),
                "shapes": np.array([window.shapes], dtype=np.int64),
                "quotes": np.array([window.quotes], dtype=np.int64),
            }
            scores, vectors = self.session.run(["scores", "vectors"], given)
            yield window, scores[0], vectors[0]


@functools.lru_cache(maxsize=2)
def load(folder: Path = FOLDER, threads: int = 1) -> Model:
    """The model in `folder`; loading takes some tenths of a second."""
    import numpy as np
    import onnxruntime
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
    )
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    with np.load(folder / "links.npz") as stored:
        arrays = {name: stored[name].astype(np.float32) for name in stored.files}
    pointers = [
        {
            name.removeprefix(f"{number}."): value
            for name, value in arrays.items()
            if name.startswith(f"{number}.")
        }
        for number in range(3)
    ]
    calibration = json.loads((folder / "calibration.json").read_text(encoding="utf-8"))
    return Model(
        session,
        tokenizer,
        arrays["transitions"],
        (pointers[0], pointers[1], pointers[2]),
        calibration,
    )


def digest(folder: Path = FOLDER) -> str:
    """SHA-256 over the parts of the model, in their fixed order."""
    whole = hashlib.sha256()
    for name in PARTS:
        whole.update(hashlib.sha256((folder / name).read_bytes()).digest())
    return whole.hexdigest()
