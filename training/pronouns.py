"""Fit how the reader weighs whom a pronoun means, on GUM's train part.

    PYTHONPATH=../src:.. python pronouns.py GUM

Prints the weights that `onetext.reading.who.pronouns` holds. Fitted with the people that the
annotators name, by the likelihood of the right one among all candidates and "none", with a ridge.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from benchmarks.bench_coreference import GENRES, Scene, scenes
from scipy.optimize import minimize

from onetext.reading.who.pronouns import Asked, pronouns_in

RIDGE = 1.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gum", type=Path)
    asked = parser.parse_args()
    cases = [case for scene in scenes(asked.gum, "train", GENRES) for case in _cases(scene)]
    names = sorted({name for one, _ in cases for shown in one.features for name in shown})
    tables = [
        np.array([[shown.get(name, 0.0) for name in names] for shown in one.features]).reshape(
            -1, len(names)
        )
        for one, _ in cases
    ]
    rights = [right for _, right in cases]

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        whole, slope = RIDGE / 2 * float(weights @ weights), RIDGE * weights
        for table, right in zip(tables, rights, strict=True):
            scores = np.concatenate(([0.0], table @ weights))
            chances = np.exp(scores - scores.max())
            chances /= chances.sum()
            whole -= float(np.log(chances[right + 1]))
            slope = slope + chances[1:] @ table - (table[right] if right >= 0 else 0.0)
        return whole, slope

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B")
    print(f"{len(cases)} pronouns, {sum(right >= 0 for right in rights)} with a person to find")
    print(
        json.dumps({n: round(float(w), 3) for n, w in zip(names, found.x, strict=True)}, indent=4)
    )


def _cases(scene: Scene) -> list[tuple[Asked, int]]:
    """Every annotated pronoun with its candidates, and which of them is right (-1: none)."""
    found: list[tuple[Asked, int]] = []

    def choose(asked: Asked) -> int | None:
        entity = scene.pronouns.get(asked.place)
        if entity is None:
            return None
        right = next(
            (i for i, one in enumerate(asked.people) if scene.entity(one.character) == entity), -1
        )
        found.append((asked, right))
        return right if right >= 0 else None

    for _ in pronouns_in(scene.stage, scene.people, scene.quoted, choose):
        pass
    return found


if __name__ == "__main__":
    main()
