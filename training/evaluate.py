"""Measure a model folder on PolNeAR (and on annotated reports of the same shape as readings).

    PYTHONPATH=../src python evaluate.py MODEL CORPUS [--split dev] [--gold REPORTS] [--scorers DIR]

Prints the scorer's own JSON, the speed on one core and how far the confidences can be trusted.
Every line of an article is a block here; there is no furniture in this corpus.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from judging import Judged, judged
from labelled import split
from polnear import Article, articles
from train import HELD_OUT, SPLIT_SEED

from onetext.reading.attributions import Attribution
from onetext.reading.tagger.model import digest
from onetext.reading.tagger.trained import TrainedTagger
from onetext.text.spans import Span

LEVELS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--split", choices=("dev", "held-out"), default="dev")
    parser.add_argument("--scorers", type=Path, help="folder of score_attribution.py and the like")
    parser.add_argument("--gold", type=Path, help="folder of annotated reports")
    asked = parser.parse_args()
    tagger = TrainedTagger(folder=asked.model)
    tagger.tag("Load.", [Span(0, 5)])
    print("model", digest(asked.model))
    chosen = read_split(asked.corpus, asked.split)
    words, began = 0, time.process_time()
    found: list[list[Attribution]] = []
    for article in chosen:
        words += len(article.text.split())
        found.append(tagger.tag(article.text, article.lines))
    print("words a second", round(words / (time.process_time() - began)))
    _curve([one for a, f in zip(chosen, found, strict=True) for one in judged(a, f)])
    if asked.scorers:
        readings = [
            (article.name, article.text, one) for article, one in zip(chosen, found, strict=True)
        ]
        folder = asked.corpus / "data" / "dev" / "attributions"
        if asked.split == "dev":
            _scored(asked.scorers / "score_attribution.py", folder, readings)
    if asked.scorers and asked.gold:
        _gold(asked.scorers / "score_reading.py", asked.gold, tagger)


def read_split(corpus: Path, name: str) -> list[Article]:
    """The dev articles, or those of train that no network was trained on."""
    if name == "dev":
        return articles(corpus, "dev")
    return split(articles(corpus, "train"), HELD_OUT, SPLIT_SEED)[1]


def _curve(ruled: Sequence[Judged]) -> None:
    print("confidence at least | share of all | right")
    for level in LEVELS:
        chosen = [one.right for one in ruled if one.attribution.confidence >= level]
        if chosen:
            share, right = len(chosen) / len(ruled), sum(chosen) / len(chosen)
            print(f"{level:.2f} | {share:.3f} | {right:.3f}")


def reading_of(text: str, found: Sequence[Attribution]) -> dict[str, object]:
    """The least that the scorers want of a reading."""

    def shown(span: Span) -> dict[str, object]:
        return {"start": span.start, "end": span.end, "text": span.of(text)}

    statements = [
        {
            "content": [shown(span) for span in one.content],
            "source": shown(one.source) if one.source else None,
            "cue": shown(one.cue) if one.cue else None,
            "speaker": {"name": one.source.of(text) if one.source else None},
        }
        for one in found
    ]
    return {"document": {"text": text}, "statements": statements}


def _scored(
    scorer: Path, folder: Path, readings: Sequence[tuple[str, str, Sequence[Attribution]]]
) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        for name, text, found in readings:
            where = Path(scratch) / f"{name}.json"
            where.write_text(json.dumps(reading_of(text, found)), encoding="utf-8")
        command = [sys.executable, str(scorer), str(folder), scratch, "--json"]
        print(_told(command))


def _told(command: list[str]) -> str:
    """What one of the scorers prints."""
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - the user's own scorer
    return done.stdout


def _gold(scorer: Path, reports: Path, tagger: TrainedTagger) -> None:
    """Statements by their content; every line that is long enough for a sentence is a block."""
    command = [sys.executable, str(scorer)]
    with tempfile.TemporaryDirectory() as scratch:
        for path in sorted(reports.glob("*.txt")):
            text = path.read_bytes().decode("utf-8")
            lines = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", text)]
            where = Path(scratch) / f"{path.stem}.json"
            where.write_text(json.dumps(reading_of(text, tagger.tag(text, lines))))
            command += [str(path.with_suffix(".json")), str(where)]
        scores = json.loads(_told([*command, "--json"]))
        print({key: scores[key] for key in ("gold", "found", "statements", "recall_by_kind")})


if __name__ == "__main__":
    main()
