"""The trained tagger, behind the protocol of the room."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from onetext.reading.attributions import Attribution
from onetext.reading.tagger.calibration import confidence
from onetext.reading.tagger.decoding import candidates
from onetext.reading.tagger.model import FOLDER, load
from onetext.text.spans import Span


class TrainedTagger:
    """Finds attributions with the network that was trained on PolNeAR.

    Args:
        threads: of the processor, for one text; several texts are better read side by side.
        folder: of the model; the one that is shipped, unless another is to be measured.

    Nothing is loaded before the first text is tagged. Equal texts give equal attributions.
    """

    name = "minilm-polnear/2"

    def __init__(self, *, threads: int = 1, folder: Path = FOLDER) -> None:
        self._threads = threads
        self._folder = folder

    def tag(self, text: str, blocks: Sequence[Span]) -> list[Attribution]:
        """Attributions in `blocks`, in the order of the text; see `Tagger`."""
        given = sorted(block for block in blocks if block.start < block.end)
        if not any(text[block.start : block.end].strip() for block in given):
            return []
        model = load(self._folder, self._threads)
        least = model.calibration["least"]
        found: list[Attribution] = []
        for one in candidates(text, model.read(text, given), model):
            sure = confidence(one.evidence, model.calibration)
            if sure >= least:
                content = tuple(sorted(one.content))
                found.append(Attribution(content, one.cue, one.source, sure))
        return sorted(found, key=lambda one: one.content[0].start)
