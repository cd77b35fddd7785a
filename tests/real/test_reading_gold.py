"""Reports annotated by hand, beside the checkout: how well speakers, parties and kinds are found.

With the annotated contents, cues and sources given, what this room adds to them is measured
alone: who speaks, for which party, quoted or not. The floors are below what was measured when
they were set; a change that falls below one has to be looked at.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from onetext.reading.attributions import Attribution, Tagger
from onetext.reading.documents import load_document
from onetext.reading.json import reading_as_json
from onetext.reading.reader import read_document
from onetext.reading.rules import RuleTagger
from onetext.reading.tagger import TrainedTagger
from onetext.text.spans import Span

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
GOLD = SHARED / "gold" / "reports"
SCORE = SHARED / "score" / "score_reading.py"
EXAMPLE = SHARED / "examples"

needs_gold = pytest.mark.skipif(
    not (GOLD.is_dir() and SCORE.is_file()),
    reason="the annotated reports are not beside this checkout",
)
needs_example = pytest.mark.skipif(
    not EXAMPLE.is_dir(), reason="the example reading is not beside this checkout"
)


@dataclass
class Replayed:
    """A tagger that gives the annotated attributions."""

    statements: Sequence[dict[str, Any]]
    name: str = "replayed/1"

    def tag(self, text: str, blocks: Sequence[Span]) -> list[Attribution]:
        assert text
        assert blocks
        found: list[Attribution] = []
        for statement in self.statements:
            one = Attribution(
                tuple(_span(content) for content in statement["content"]),
                _span(statement["cue"]) if statement["cue"] else None,
                _span(statement["source"]) if statement["source"] else None,
                1.0,
            )
            if one not in found:  # two sides that speak together are annotated twice
                found.append(one)
        return found


def _span(found: dict[str, Any]) -> Span:
    return Span(found["start"], found["end"])


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_reading", SCORE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _scores(tagger: Tagger | None = None) -> dict[str, Any]:
    """What the scorer says of all reports, read with `tagger` or with the annotated words."""
    cases = []
    for path in sorted(GOLD.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        document = load_document(path.with_suffix(".txt"))
        using = tagger or Replayed(gold["statements"])
        cases.append((gold, reading_as_json(read_document(document, tagger=using))))
    assert len(cases) == 16
    scores: dict[str, Any] = _scorer().score(cases)
    return scores


@needs_gold
def test_speakers_parties_and_kinds_of_annotated_attributions() -> None:
    """Given the annotated words, nearly every speaker, party and kind is the annotated one."""
    scores = _scores()
    assert scores["with_speaker"]["f1"] >= 0.96
    assert scores["with_party"]["f1"] >= 0.90
    assert scores["kind_accuracy"] >= 0.97
    assert scores["people_with_party_recall"] >= 0.93


@needs_gold
def test_the_baseline_without_a_model() -> None:
    """The rules find two statements in three; what is measured against must not fall."""
    assert _scores(RuleTagger())["statements"]["f1"] >= 0.68


@needs_gold
def test_the_reader_as_shipped() -> None:
    """Statements, their speakers, what they do, people and meetings, with the trained tagger."""
    scores = _scores(TrainedTagger())
    assert scores["statements"]["f1"] >= 0.855
    assert scores["with_speaker"]["f1"] >= 0.80
    assert scores["usable"]["f1"] >= 0.65
    assert scores["people_with_party_recall"] >= 0.95
    assert scores["meeting_place_recall"] >= 0.93


@needs_example
def test_the_example_is_read_to_the_letter_in_what_this_room_decides() -> None:
    """All but confidences and what other rooms put into words: targets, meetings, proposals."""
    expected = json.loads((EXAMPLE / "reading.json").read_text(encoding="utf-8"))
    document = load_document(
        EXAMPLE / "reading.txt", published=date.fromisoformat(expected["document"]["published"])
    )
    found = reading_as_json(read_document(document, tagger=RuleTagger()))
    assert found["document"] == expected["document"]
    assert found["people"] == expected["people"]
    assert found["parties"] == expected["parties"]
    assert [_judged(one) for one in found["statements"]] == [
        _judged(one) for one in expected["statements"]
    ]
    assert list(found) == list(expected)


def _judged(statement: dict[str, Any]) -> dict[str, Any]:
    return {key: told for key, told in statement.items() if key not in ("confidence", "target")}
