"""Overrides in YAML: what they hold, and the line of what is wrong."""

from __future__ import annotations

from fractions import Fraction

import pytest

from onetext.settlement.overrides_yaml import BadOverrides, read_overrides
from onetext.settlement.problem import Points

HEAD = "schema: onetext/overrides/1\nparties:\n  Northland:\n"


def test_everything_that_can_be_set() -> None:
    """Weights, reservation values, exact values, intervals and red lines, in exact numbers."""
    read = read_overrides(
        f"{HEAD}    weights: {{border: 0.1}}\n    reservation: 1/3\n"
        "    values:\n      border: {old: 7, new: [20, 60]}\n"
        "    red_lines: {add: [[border, old]], drop: [[border, new]]}\n"
    )
    assert read.weights == {("Northland", "border"): Fraction(1, 10)}
    assert read.reservations == {"Northland": Fraction(1, 3)}
    assert read.values == {
        ("Northland", "border", "old"): Points.exactly(7),
        ("Northland", "border", "new"): Points(Fraction(20), Fraction(60)),
    }
    assert read.red_lines_added == {("Northland", "border", "old")}
    assert read.red_lines_dropped == {("Northland", "border", "new")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "found nothing"),
        ("schema: other/1\n", "line 1 another schema"),
        (f"{HEAD}    reservation: much\n", 'line 4 "much"'),
        (f"{HEAD}    reservation: 1e999999999\n", 'line 4 "1e9'),
        (f"{HEAD}    reservation: 1/0\n", 'line 4 "1/0"'),
        (f"{HEAD}    reservation: -1\n", "line 4 a number below 0"),
        (f"{HEAD}    wieghts: {{}}\n", 'line 4 "wieghts"'),
        (f"{HEAD}    values: {{border: {{old: [60, 20]}}}}\n", "line 4 no interval"),
        (f"{HEAD}    red_lines: {{add: [[border]]}}\n", "line 4 no issue"),
        (f"{HEAD}    reservation: 1\n    reservation: 2\n", "line 5 .*second time"),
        ("schema: [\n", "line 2 what is not YAML"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str, found: str) -> None:
    """Each message has the line, what stands there and what to write."""
    with pytest.raises(BadOverrides, match=found):
        read_overrides(text)
