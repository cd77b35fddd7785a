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


def at_real(issue: ElementTree.Element, value: float) -> float:
    """The evaluator of a real issue at `value`."""
    line = issue.find("evaluator")
    assert line is not None
    first, second = float(line.get("parameter0", "")), float(line.get("parameter1", "nan"))
    if line.get("ftype") == "linear":
        return min(1.0, max(0.0, second * value + first))
    if line.get("ftype") == "constant":
        return first
    top = float(line.get("parameter2", ""))
    if value == top:
        return 1.0
    rises = (value - first) / (top - first) if value < top else (second - value) / (second - top)
    return max(0.0, rises)


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
        elif issue.get("type") == "real":
            evaluation = at_real(issue, float(option))
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


def made_real(issue: ElementTree.Element, number: int) -> None:
    """Turn a discrete issue of a profile into a real one from 0 to 4."""
    for item in list(issue.iter("item")):
        issue.remove(item)
    issue.set("type", "real")
    ElementTree.SubElement(issue, "range", lowerbound="0", upperbound="4")
    parameters = (
        {"ftype": "linear", "parameter0": "0.125", "parameter1": "0.5"},
        {"ftype": "triangular", "parameter0": "0.5", "parameter1": "4", "parameter2": "1.5"},
        {"ftype": "constant", "parameter0": "0.75"},
        {"ftype": "linear", "parameter0": "1.25", "parameter1": "-0.25"},
    )[number % 4]
    ElementTree.SubElement(issue, "evaluator", parameters)


@pytest.mark.skipif(not FOLDERS, reason="the GENIUS scenarios are not beside the checkout")
def test_real_issues_in_real_files(tmp_path: Path) -> None:
    """Scenarios with one of their issues made real are valued as GENIUS would value them."""
    draw = random.Random(2)  # noqa: S311 # a seeded choice of packages
    for folder in FOLDERS[::6]:
        copied = tmp_path / folder.name
        copied.mkdir()
        for number, path in enumerate(sorted(folder.glob("*.xml"))):
            tree = ElementTree.parse(path)  # noqa: S314 # files that the test was given
            issues = list(tree.iter("issue"))
            if issues and issues[0].get("type", "discrete") == "discrete":
                made_real(issues[0], number)
            tree.write(copied / path.name)
        problem = read_genius(copied)
        assert problem.notes
        for _ in range(PACKAGES):
            choice = {one.name: draw.choice(one.options) for one in problem.issues}
            for preferences in problem.preferences:
                expected = evaluated(copied / f"{preferences.party}.xml", choice)
                assert float(utility(preferences, choice)) == pytest.approx(expected, abs=1e-6)
