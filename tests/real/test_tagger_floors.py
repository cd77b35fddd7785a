"""The trained tagger against PolNeAR's dev articles: floors under what was measured."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from onetext.reading.attributions import Attribution
from onetext.reading.tagger import TrainedTagger
from onetext.text.spans import Span

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
DEV = SHARED / "corpora" / "polnear" / "data" / "dev"
SCORER = SHARED / "score" / "score_attribution.py"

pytestmark = [
    pytest.mark.skipif(
        not (DEV.is_dir() and SCORER.is_file()), reason="../shared with PolNeAR is not there"
    ),
    pytest.mark.timeout(1800),  # half a minute on an idle core
]

FLOORS = {"attribution": 0.75, "content": 0.79, "direct": 0.90, "trusted": 0.95}
TRUSTED_SHARE = 1 / 3
WORDS_A_SECOND = 1000  # half of what is promised, as a test may run beside others


@pytest.fixture(scope="module")
def tagged() -> dict[str, Any]:
    """All dev articles, tagged once: name -> text and attributions; and the seconds it took."""
    tagger = TrainedTagger()
    tagger.tag("Load.", [Span(0, 5)])
    found: dict[str, tuple[str, list[Attribution]]] = {}
    began, words = time.process_time(), 0
    for path in sorted((DEV / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        lines = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", text)]
        found[path.stem] = text, tagger.tag(text, lines)
        words += len(text.split())
    return {"found": found, "words_a_second": words / (time.process_time() - began)}


def _score(
    found: dict[str, tuple[str, list[Attribution]]], folder: Path, least: float = 0.0
) -> dict[str, Any]:
    for name, (text, attributions) in found.items():
        statements = [
            {
                "content": [{"start": span.start, "end": span.end} for span in one.content],
                "source": one.source and {"start": one.source.start, "end": one.source.end},
            }
            for one in attributions
            if one.confidence >= least
        ]
        reading = {"document": {"text": text}, "statements": statements}
        (folder / f"{name}.json").write_text(json.dumps(reading), encoding="utf-8")
    command = [sys.executable, str(SCORER), str(DEV / "attributions"), str(folder), "--json"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    told: dict[str, Any] = json.loads(done.stdout)
    assert told["missing"] == 0
    return told


def test_attributions_stay_above_the_floor(tagged: dict[str, Any], tmp_path: Path) -> None:
    """Contents, whole attributions and direct quotations, by the scorer."""
    told = _score(tagged["found"], tmp_path)
    assert told["attribution"]["f1"] >= FLOORS["attribution"]
    assert told["content"]["f1"] >= FLOORS["content"]
    assert told["attribution_recall_by_kind"]["direct"] >= FLOORS["direct"]


def test_high_confidence_can_be_trusted(tagged: dict[str, Any], tmp_path: Path) -> None:
    """Of what is given 0.9 or more at least 95 in 100 are right, and it is a third of all."""
    told = _score(tagged["found"], tmp_path, least=0.9)
    whole = sum(len(attributions) for _, attributions in tagged["found"].values())
    assert told["attribution"]["p"] >= FLOORS["trusted"]
    assert told["found"] >= TRUSTED_SHARE * whole


def test_it_is_fast_enough(tagged: dict[str, Any]) -> None:
    """Words a second of processor time on one core, the loading of the model apart."""
    assert tagged["words_a_second"] >= WORDS_A_SECOND
