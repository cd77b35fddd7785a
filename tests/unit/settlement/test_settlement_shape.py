"""onetext/settlement/1 to the letter: every key, its type, and its place in the reference."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from onetext.settlement.division import divide
from onetext.settlement.from_record import problem_from_record
from onetext.settlement.movement import least_movement
from onetext.settlement.problem import (
    Agreement,
    Issue,
    Points,
    Preferences,
    Problem,
    RedLine,
    Reservation,
)
from onetext.settlement.settle import settle
from onetext.settlement.shapes import division_shape, movement_shape, settlement_shape
from onetext.testing import sample_record
from onetext.wiring import settlement_solvers

REFERENCE = Path(__file__).parents[3] / "docs" / "reference" / "settlement.md"
RULES = ("utilitarian", "egalitarian", "leximin", "nash", "kalai_smorodinsky")

NUMBER = (int, float)
COUNT = {"count": int, "exact": bool}
PACKAGE = {"border": str, "ports": str}
POINTS = {"Northland": NUMBER, "Southland": NUMBER}
DEMAND = {
    "kind": str,
    "party": (str, type(None)),
    "demand": str,
    "combination": dict,
    "points": (*NUMBER, type(None)),
    "cost": NUMBER,
    "basis": (str, type(None)),
    "doubt": (str, type(None)),
    "quotes": list,
}
SETS = {"sets": [[DEMAND]], "complete": bool}
SOLUTION = {
    "package": PACKAGE,
    "utilities": POINTS,
    "gains": POINTS,
    "proven": bool,
    "bound": (*NUMBER, type(None)),
    "ties": [PACKAGE],
    "ties_complete": bool,
    "solver": str,
}
NEAREST = {"package": PACKAGE, "utilities": POINTS, "gains": POINTS, "proven": bool}
PARTY_CHANCE = {"guaranteed": bool, "possible": bool, "likely": float}
CHANCE = {
    "guaranteed": bool,
    "possible": bool,
    "likely": float,
    "guessed_share": float,
    "parties": {"Northland": PARTY_CHANCE, "Southland": PARTY_CHANCE},
}
SETTLEMENT = {
    "schema": str,
    "name": str,
    "parties": [str],
    "issues": {"border": [str], "ports": [str]},
    "feasible": (bool, type(None)),
    "packages": int,
    "acceptable": COUNT,
    "known": {"guaranteed": COUNT, "not_ruled_out": COUNT},
    "conflicts": SETS,
    "concessions": SETS,
    "nearest": list,
    "front": {"size": int, "exact": bool, "packages": [{"package": PACKAGE, "utilities": POINTS}]},
    "solutions": dict,
    "chances": dict,
    "surest": (dict, type(None)),
    "questions": [{"party": str, "issue": str, "gain": float, "now": float}],
    "notes": [str],
    "solver": str,
    "seed": int,
    "seconds": float,
}
MOVEMENT = {
    "package": PACKAGE,
    "utilities": POINTS,
    "gains": POINTS,
    "acceptable": bool,
    "cost": NUMBER,
    "departs_from": [DEMAND],
    "parties": [{"party": str, "given_up": [DEMAND], "short_points": NUMBER}],
}
DIVISION = {"points": POINTS, "shares": {"border": POINTS, "ports": POINTS}}


def check(found: Any, asked: Any, place: str = "settlement") -> None:
    """`found` has exactly the keys of `asked`, and values of its types."""
    if isinstance(asked, dict):
        assert isinstance(found, dict), place
        assert list(found) == list(asked), place
        for key, below in asked.items():
            check(found[key], below, f"{place}.{key}")
    elif isinstance(asked, list):
        assert isinstance(found, list), place
        for each in found:
            check(each, asked[0], f"{place}[]")
    else:
        assert isinstance(found, asked), f"{place}: {found!r}"
        if isinstance(found, float) and asked is NUMBER:
            assert not found.is_integer(), f"{place}: {found!r} is whole"


def problem(*, least: int = 40, certain: bool = True) -> Problem:
    """The border splits, the ports join; what ports are worth to Southland may be unknown."""
    unknown = Points(Fraction(20), Fraction(51))
    tables = {
        "Northland": ((50, 10), (30, 0)),
        "Southland": ((0, 40), (10, 45)),
    }
    issues = (Issue("border", ("river", "ridge")), Issue("ports", ("open", "closed")))
    return Problem(
        "made up",
        issues,
        tuple(
            Preferences(
                party=party,
                weights={"border": Fraction(1), "ports": Fraction(1, 3)},
                values={
                    issue.name: dict(zip(issue.options, map(Points.exactly, row), strict=True))
                    | (
                        {}
                        if certain or party == "Northland" or issue.name == "border"
                        else {"closed": unknown}
                    )
                    for issue, row in zip(issues, rows, strict=True)
                },
                reservation=Reservation(Fraction(least)),
                red_lines=(RedLine((("ports", "open"),)),) if party == "Southland" else (),
            )
            for party, rows in tables.items()
        ),
        Agreement(2),
    )


@pytest.mark.parametrize("least", [10, 40, 500])
@pytest.mark.parametrize("certain", [True, False])
def test_every_key_and_type(least: int, certain: bool) -> None:
    """Feasible or not, certain or not: the same keys in the same order, JSON and no NaN."""
    found = settle(problem(least=least, certain=certain), settlement_solvers())
    shape = json.loads(json.dumps(settlement_shape(found), allow_nan=False))
    check(shape, SETTLEMENT)
    assert tuple(shape["solutions"]) == (RULES if shape["feasible"] else ())
    for solution in shape["solutions"].values():
        check(solution, SOLUTION, "solution")
    assert set(shape["chances"]) == (set() if certain else set(shape["solutions"]))
    for near in shape["nearest"]:
        check(near, NEAREST, "nearest")
    for chance in shape["chances"].values():
        check(chance, CHANCE, "chance")
    if certain:
        assert shape["surest"] is None
    elif shape["surest"]["package"] is None:
        nothing = {"package": None, "utilities": None, "gains": None, "proven": True}
        assert shape["surest"] == nothing
        assert shape["known"]["guaranteed"] == {"count": 0, "exact": True}
    else:
        surest = {"package": PACKAGE, "utilities": POINTS, "gains": POINTS, "proven": bool}
        check(shape["surest"], surest, "surest")
    counts = shape["known"]["guaranteed"], shape["acceptable"], shape["known"]["not_ruled_out"]
    assert [one["count"] for one in counts] == sorted(one["count"] for one in counts)
    assert bool(shape["conflicts"]["sets"]) is not shape["feasible"]


def test_the_movement_and_the_division() -> None:
    """What --package and --divide add."""
    asked = problem()
    choice = {"border": "ridge", "ports": "open"}
    check(movement_shape(asked, choice, least_movement(asked, choice)), MOVEMENT, "movement")
    check(division_shape(asked, divide(asked)), DIVISION, "division")


def test_a_quote_has_its_source() -> None:
    """From a record, each demand carries words, speaker, day, outlet and the statement's id."""
    asked = problem_from_record(sample_record().store, as_of=date(2030, 3, 5))
    shape = settlement_shape(settle(asked, settlement_solvers()))
    demands = [one for each in shape["conflicts"]["sets"] for one in each if one["quotes"]]
    assert demands
    for demand in demands:
        assert list(demand["quotes"][0]) == [
            "words",
            "speaker",
            "said_on",
            "publisher",
            "statement",
            "verbatim",
        ]


def test_the_reference_names_every_key() -> None:
    """docs/reference/settlement.md leaves no key out."""
    told = REFERENCE.read_text(encoding="utf-8")

    def keys(asked: Any) -> set[str]:
        if isinstance(asked, list):
            return keys(asked[0])
        if not isinstance(asked, dict):
            return set()
        below = {name for one in asked.values() for name in keys(one)}
        return {*asked, *below} - {*PACKAGE, *POINTS}

    for asked in (SETTLEMENT, NEAREST, SOLUTION, CHANCE, MOVEMENT, DIVISION):
        for key in keys(asked):
            assert f"`{key}`" in told, key
