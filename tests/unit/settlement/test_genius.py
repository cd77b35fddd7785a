"""GENIUS domain folders, in GENIUS's own semantics."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from onetext.settlement.genius import BadDomain, read_genius

DOMAIN = """<negotiation_template><utility_space><objective index="0" name="all">
<issue index="1" name="price" type="integer" lowerbound="2" upperbound="6"/>
<objective index="9" name="inner"><issue index="2" name="colour">
<item index="1" value="red"/><item index="2" value="blue"/></issue></objective>
</objective></utility_space></negotiation_template>"""

PROFILE = """<utility_space><reservation value="0.25"/><discount_factor value="{discount}"/>
<objective index="0" name="all">
<issue index="1" name="price" type="integer" lowerbound="2" upperbound="6">
<evaluator ftype="linear" slope="0.5" offset="0.25"/></issue>
<issue index="2" name="colour"><item index="1" value="blue" evaluation="4"/>
<item index="2" value="red" evaluation="{red}"/></issue>
<weight index="1" value="0.6"/><weight index="2" value="0.5"/></objective></utility_space>"""


def folder_of(path: Path, **files: str) -> Path:
    for name, text in files.items():
        (path / f"{name}.xml").write_text(text, encoding="utf-8")
    return path


def test_values_are_those_of_genius(tmp_path: Path) -> None:
    """Lower bounds count, linear values are cut to 0..1, items are divided by the largest,
    weights stay as they stand, and a discounted profile keeps its reservation value."""
    folder = folder_of(
        tmp_path,
        domain=DOMAIN,
        one=PROFILE.format(discount="0.8", red="1"),
        two=PROFILE.format(discount="1.0", red="8"),
    )
    problem = read_genius(folder)
    assert problem.parties == ("one", "two")
    assert problem.issues[0].options == ("2", "3", "4", "5", "6")
    one, two = problem.preferences
    assert [one.values["price"][o].middle for o in problem.issues[0].options] == [
        Fraction(1, 4),
        Fraction(3, 4),
        1,
        1,
        1,
    ]
    assert one.weights == {"price": Fraction(3, 5), "colour": Fraction(1, 2)}
    assert one.values["colour"]["red"].middle == Fraction(1, 4)
    assert two.values["colour"]["blue"].middle == Fraction(1, 2)
    assert one.reservation.points == two.reservation.points == Fraction(1, 4)
    assert len(problem.notes) == 1
    assert problem.notes[0].startswith("one discounts by 0.8")


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "no XML file"),
        ({"domain": DOMAIN, "one": PROFILE.format(discount="1", red="1")}, "two are needed"),
        ({"domain": "<broken"}, "is not XML"),
        (
            {
                "domain": DOMAIN.replace('"blue"', '"green"'),
                "one": PROFILE.format(discount="1", red="1"),
                "two": PROFILE.format(discount="1", red="1"),
            },
            'option "green" of "colour" has no evaluation',
        ),
        (
            {
                "domain": DOMAIN,
                "one": PROFILE.format(discount="1", red="1e999999999"),
                "two": PROFILE.format(discount="1", red="1"),
            },
            "is not a number",
        ),
        (
            {
                "domain": DOMAIN,
                "one": PROFILE.format(discount="1", red="nan"),
                "two": PROFILE.format(discount="1", red="1"),
            },
            "is not a number",
        ),
    ],
)
def test_bad_folders_are_named(tmp_path: Path, files: dict[str, str], said: str) -> None:
    """A missing profile, broken XML, an option without evaluation: a sentence each."""
    with pytest.raises(BadDomain, match=said):
        read_genius(folder_of(tmp_path, **files))
