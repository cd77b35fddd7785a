"""Every GENIUS scenario beside the checkout, against a second, independent evaluation."""

from __future__ import annotations

import random
from pathlib import Path
from xml.etree import ElementTree

import pytest

from onetext.settlement.genius import read_genius
from onetext.settlement.utility import utility

SCENARIOS = Path(__file__).parents[3] / "shared" / "corpora" / "genius"
FOLDERS = sorted({path.parent for path in SCENARIOS.glob("**/*.xml")})
PACKAGES = 5


def evaluated(profile: Path, choice: dict[str, str]) -> float:
    """GENIUS's own rules in floating point: weight x evaluation, summed over the issues."""
    root = ElementTree.parse(profile).getroot()  # noqa: S314 # files that the test was given
    weights = {one.get("index"): float(one.get("value", "")) for one in root.iter("weight")}
    total = 0.0
    for issue, option in zip(root.iter("issue"), choice.values(), strict=True):
        if issue.get("type", "discrete") == "discrete":
            values = {
                one.get("value"): float(one.get("evaluation", "")) for one in issue.iter("item")
            }
            largest = max(values.values())
            evaluation = values[option] / largest if largest >= 0.00001 else 0.0
        else:
            line = issue.find("evaluator")
            span = issue.find("range")
            assert line is not None
            low = issue.get("lowerbound") or (span.get("lowerbound") if span is not None else None)
            start = int(option) - int(str(low))
            evaluation = float(line.get("slope", 0)) * start + float(line.get("offset", 0))
            evaluation = min(1.0, max(0.0, evaluation))
        total += weights[issue.get("index")] * evaluation
    return total


@pytest.mark.skipif(not FOLDERS, reason="the GENIUS scenarios are not beside the checkout")
def test_every_scenario_is_valued_as_genius_values_it() -> None:
    """All folders are read, and random packages are worth what GENIUS says, to 1e-9."""
    draw = random.Random(1)  # noqa: S311 # a seeded choice of packages
    assert len(FOLDERS) >= 60
    for folder in FOLDERS:
        problem = read_genius(folder)
        for _ in range(PACKAGES):
            choice = {one.name: draw.choice(one.options) for one in problem.issues}
            for preferences in problem.preferences:
                expected = evaluated(folder / f"{preferences.party}.xml", choice)
                assert float(utility(preferences, choice)) == pytest.approx(expected, abs=1e-9), (
                    folder.name,
                    preferences.party,
                )
