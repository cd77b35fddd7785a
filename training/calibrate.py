"""Fit the confidences of a model folder on articles that its network was not trained on.

    PYTHONPATH=../src python calibrate.py MODEL CORPUS

Writes MODEL/calibration.json: a logistic regression on the evidence of each attribution, an
isotonic curve over its scores, and the least confidence that is worth giving.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
from evaluate import read_split
from judging import judged

from onetext.reading.attributions import Attribution
from onetext.reading.tagger.decoding import candidates
from onetext.reading.tagger.evidence import EVIDENCE
from onetext.reading.tagger.model import load

RIDGE = 1.0
STEPS = 30  # the table's, before equal neighbours are joined


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("corpus", type=Path)
    asked = parser.parse_args()
    evidence, right, gold = observed(asked.model, asked.corpus)
    weights = logistic(evidence, right)
    scores = evidence @ weights
    middles, chances = isotonic(scores, right)
    least = _least(np.interp(scores, middles, chances), right, gold)
    table = {
        "evidence": list(EVIDENCE),
        "weights": [round(float(weight), 5) for weight in weights],
        "scores": [round(float(middle), 5) for middle in middles],
        "chances": [round(float(chance), 4) for chance in chances],
        "least": round(least, 4),
    }
    (asked.model / "calibration.json").write_text(json.dumps(table, indent=1) + "\n")
    print(json.dumps(table))


def observed(folder: Path, corpus: Path) -> tuple[Any, Any, int]:
    """Evidence and rightness of everything found in the held-out articles; how much there was."""
    model = load(folder)
    evidence: list[tuple[float, ...]] = []
    right: list[bool] = []
    gold = 0
    for article in read_split(corpus, "held-out"):
        found = list(candidates(article.text, model.read(article.text, article.lines), model))
        bare = [Attribution(tuple(sorted(c.content)), c.cue, c.source, 0.0) for c in found]
        right += [one.right for one in judged(article, bare)]
        evidence += [one.evidence for one in found]
        gold += len(article.annotations[0])
    return np.array(evidence), np.array(right, dtype=float), gold


def logistic(evidence: Any, right: Any) -> Any:
    """Weights by Newton's method, with a small ridge."""
    weights = np.zeros(evidence.shape[1])
    for _ in range(25):
        chance = 1 / (1 + np.exp(-np.clip(evidence @ weights, -30, 30)))
        slope = evidence.T @ (right - chance) - RIDGE * weights
        curve = (evidence * (chance * (1 - chance))[:, None]).T @ evidence
        weights += np.linalg.solve(curve + RIDGE * np.eye(len(weights)), slope)
    return weights


def isotonic(scores: Any, right: Any) -> tuple[Any, Any]:
    """Mean scores and shares right of the steps (pool adjacent violators over equal bins)."""
    order = np.argsort(scores, kind="stable")
    pools: list[tuple[float, float, int]] = []  # sum of scores, number right, size
    for members in np.array_split(order, STEPS):
        pool = (float(scores[members].sum()), float(right[members].sum()), len(members))
        while pools and _share(pools[-1]) >= _share(pool):
            before = pools.pop()
            pool = (before[0] + pool[0], before[1] + pool[1], before[2] + pool[2])
        pools.append(pool)
    return np.array([pool[0] / pool[2] for pool in pools]), np.array([_share(p) for p in pools])


def _share(pool: tuple[float, float, int]) -> float:
    return (pool[1] + 0.5) / (pool[2] + 1.0)


def _least(given: Any, right: Any, gold: int) -> float:
    """Half of the best F1 that any threshold reaches on the held-out articles.

    Source:
        Lipton, Elkan and Naryanaswamy (2014), ECML PKDD: what is less likely than half of the
        best F1 lowers it.
    """

    def f1(level: float) -> float:
        kept = given >= level
        return float(2 * right[kept].sum() / (kept.sum() + gold))

    levels = {step / 20: round(f1(step / 20), 4) for step in range(15)}
    print("F1 on held-out articles:", levels)
    return max(levels.values()) / 2


if __name__ == "__main__":
    main()
