"""Whom pronouns mean in GUM's annotated documents: floors under what was measured."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from benchmarks.bench_coreference import (
    GENRES,
    GUM,
    Scene,
    last_named,
    last_subject,
    scenes,
    shipped,
)

pytestmark = pytest.mark.skipif(
    not (GUM / "splits.md").is_file(), reason="../shared/corpora/gum is not beside this checkout"
)


def _right(part: str, resolver: Callable[[Scene], object]) -> tuple[int, int, int]:
    """Of the pronouns that mean somebody who is named: right, given, all."""
    given = right = whole = 0
    for scene in scenes(GUM, part, GENRES):
        answers = resolver(scene)
        assert isinstance(answers, dict)
        whole += len(scene.pronouns)
        for pronoun, entity in scene.pronouns.items():
            given += pronoun in answers
            right += pronoun in answers and scene.entity(answers[pronoun]) == entity
    return right, given, whole


@pytest.mark.parametrize(
    ("part", "precision", "recall"), [("dev", 0.78, 0.76), ("test", 0.95, 0.93)]
)
def test_pronouns_mean_whom_annotators_say(part: str, precision: float, recall: float) -> None:
    """With the annotated people, and better than the last one named or the last subject."""
    right, given, whole = _right(part, shipped)
    assert whole > 100
    assert right >= precision * given
    assert right >= recall * whole
    assert right > max(_right(part, last_named)[0], _right(part, last_subject)[0])
