"""GENIUS domain folders, in GENIUS's own semantics."""

from __future__ import annotations

import re
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


REAL_DOMAIN = """<negotiation_template><utility_space><objective index="0" name="all">
<issue index="1" name="share" type="real" etype="discrete"><range lowerbound="0" upperbound="10"/>
</issue></objective></utility_space></negotiation_template>"""

REAL_PROFILE = """<utility_space><objective index="0" name="all">
<issue index="1" name="share" type="real"><range lowerbound="0" upperbound="10"/>
<evaluator {evaluator}/></issue><weight index="1" value="{weight}"/></objective></utility_space>"""

TRIANGLE = 'ftype="triangular" parameter0="1" parameter1="9" parameter2="3.3"'
LINE = 'ftype="linear" parameter0="-0.25" parameter1="0.3"'


def real_folder(path: Path, first: str, second: str, weight: str = "0.5") -> Path:
    return folder_of(
        path,
        domain=REAL_DOMAIN,
        one=REAL_PROFILE.format(evaluator=first, weight="0.5"),
        two=REAL_PROFILE.format(evaluator=second, weight=weight),
    )


def test_real_issues_are_their_values_and_bends(tmp_path: Path) -> None:
    """Evenly spaced values, the ends and the top of a triangle, and where a line is cut."""
    problem = read_genius(real_folder(tmp_path, TRIANGLE, LINE), real_values=6)
    assert problem.issues[0].options == (
        *("0", "0.833333", "1", "2", "3.3", "4", "4.166667", "6", "8", "9", "10"),
    )
    one, two = (preferences.values["share"] for preferences in problem.preferences)
    assert [one[option].middle for option in ("0", "1", "2", "3.3", "6", "9", "10")] == [
        *(0, 0, Fraction(10, 23), 1, Fraction(30, 57), 0, 0),
    ]
    assert [two[option].middle for option in ("0", "0.833333", "2", "4.166667", "10")] == [
        *(0, 0, Fraction(35, 100), 1, 1),
    ]
    [note] = problem.notes
    assert "11 values of it are looked at: 6 evenly spaced" in note


def test_more_values_never_leave_out_a_bend(tmp_path: Path) -> None:
    """The best for a party is among the options, however few values are asked for."""
    folder = real_folder(tmp_path, TRIANGLE, 'ftype="constant" parameter0="0.4"')
    for count in (2, 3, 50):
        problem = read_genius(folder, real_values=count)
        one, two = (preferences.values["share"] for preferences in problem.preferences)
        assert max(points.middle for points in one.values()) == 1
        assert {points.middle for points in two.values()} == {Fraction(2, 5)}
        assert len(problem.issues[0].options) == len(set(problem.issues[0].options))


@pytest.mark.parametrize(
    ("first", "weight", "said"),
    [
        ('ftype="cosine"', "1", 'evaluator of the ftype "cosine"'),
        (
            'ftype="linear" parameter0="1"',
            "1",
            'the "evaluator" element of the issue "share" has no "parameter1"',
        ),
        (
            'ftype="linear" parameter0="NaN" parameter1="1"',
            "1",
            '"NaN" as the "parameter0" of the "evaluator" element of the issue "share" is not',
        ),
        (
            'ftype="triangular" parameter0="1" parameter1="2" parameter2="3"',
            "1",
            "a triangle whose top, parameter2, is not between its ends",
        ),
        (LINE, "0", "the weights sum to nothing"),
        (LINE, "inf", '"inf" as the "value" of the "weight" element with the index "1" is not'),
    ],
)
def test_bad_evaluators_are_named(tmp_path: Path, first: str, weight: str, said: str) -> None:
    """A function, a parameter or a weight that cannot be: the file, the element, the remedy."""
    with pytest.raises(BadDomain, match=re.escape(said)) as raised:
        read_genius(real_folder(tmp_path, first, LINE, weight))
    assert str(tmp_path) in str(raised.value)


@pytest.mark.parametrize(
    ("bounds", "said"),
    [
        ('lowerbound="6" upperbound="2"', "a lowerbound above its upperbound"),
        ('lowerbound="2"', 'has no "upperbound"'),
        ('lowerbound="2.5" upperbound="6"', "its bounds are no whole numbers"),
        ('lowerbound="0" upperbound="99999999"', "more than 100,000 values"),
    ],
)
def test_bad_bounds_are_named(tmp_path: Path, bounds: str, said: str) -> None:
    """Whole numbers need two bounds, in order, and not too far apart."""
    folder = folder_of(
        tmp_path,
        domain=DOMAIN.replace('lowerbound="2" upperbound="6"', bounds),
        one=PROFILE.format(discount="1", red="1"),
        two=PROFILE.format(discount="1", red="1"),
    )
    with pytest.raises(BadDomain, match=said):
        read_genius(folder)


def test_three_parties_and_no_domain_file(tmp_path: Path) -> None:
    """Every profile is a party; without a domain file the first profile tells the issues."""
    profile = PROFILE.format(discount="-1", red="1")
    problem = read_genius(folder_of(tmp_path, one=profile, two=profile, three=profile))
    assert problem.parties == ("one", "three", "two")
    assert problem.agreement.at_least == 3
    assert problem.notes == ()


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
            'the issue "colour" has no evaluation of the option "green"',
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
