"""Charts of a settlement: SVG that stands on its own, small, and true to any names."""

from __future__ import annotations

from fractions import Fraction

import pytest
from lxml import etree

from onetext.briefing.charts import NothingToDraw, to_svg
from onetext.briefing.front_chart import front_chart
from onetext.briefing.gains_chart import gains_chart
from onetext.settlement.problem import (
    Agreement,
    Issue,
    Points,
    Preferences,
    Problem,
    Reservation,
)
from onetext.settlement.result import Settlement
from onetext.settlement.settle import settle
from onetext.wiring import settlement_solvers

SVG = "{http://www.w3.org/2000/svg}"
STRANGE = '<script>alert("1")</script> & $x$ {y} \\ \x07 ' + "very long " * 30


def settled(parties: int, *, names: str = "Party", reservation: int = 10) -> Settlement:
    """Six issues of three options; what one party likes, the next likes less."""
    issues = tuple(Issue(f"issue {i}", ("a", "b", "c")) for i in range(6))
    preferences = tuple(
        Preferences(
            party=f"{names} {party}",
            weights={one.name: Fraction(1) for one in issues},
            values={
                one.name: {
                    option: Points.exactly((7 * party + 5 * i + 3 * (o + 1) * (party + i)) % 11)
                    for o, option in enumerate(one.options)
                }
                for i, one in enumerate(issues)
            },
            reservation=Reservation(Fraction(reservation)),
        )
        for party in range(parties)
    )
    problem = Problem(names, issues, preferences, Agreement(parties))
    return settle(problem, settlement_solvers())


@pytest.mark.parametrize("parties", [2, 3, 4, 8])
@pytest.mark.parametrize("draw", [front_chart, gains_chart])
def test_a_chart_stands_on_its_own(parties: int, draw: object) -> None:
    """Well-formed, with title and description, nothing to fetch or run, tens of kilobytes."""
    svg = to_svg(draw(settled(parties)))  # type: ignore[operator] # one of two charts
    root = etree.fromstring(svg.encode())
    title, told = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert told is not None
    assert root.get("aria-labelledby") == f"{title.get('id')} {told.get('id')}"
    assert told.text is not None
    assert all(f"Party {party}" in told.text for party in range(parties))
    for one in root.iter():
        assert one.tag not in {f"{SVG}script", f"{SVG}image", f"{SVG}foreignObject"}
        for name, value in one.attrib.items():
            assert not str(name).startswith("on")
            if str(name).endswith("href"):
                assert str(value).startswith("#")
    assert len(svg) < 80_000


def test_a_chart_shows_any_name_and_obeys_none() -> None:
    """Signs of XML and TeX, control characters, names that fill pages."""
    found = settled(3, names=STRANGE)
    for draw in (front_chart, gains_chart):
        svg = to_svg(draw(found))
        root = etree.fromstring(svg.encode())
        assert f"{SVG}script" not in {one.tag for one in root.iter()}
        assert '<script>alert("1")</script> & $x$' in "".join(root.itertext())


def test_every_bar_carries_its_letter() -> None:
    """Nothing rests on colour: a bar says which package it is, and how much."""
    found = settled(3)
    words = "".join(etree.fromstring(to_svg(gains_chart(found)).encode()).itertext())
    solution = next(iter(found.solutions.values()))
    for gain in solution.offer.gains:
        assert f"A +{int(gain)}" in words


def test_equal_settlements_give_equal_charts() -> None:
    """Byte for byte, so that a record of charts does not change by itself."""
    assert to_svg(front_chart(settled(3))) == to_svg(front_chart(settled(3)))


def test_without_a_package_there_is_no_chart_of_gains() -> None:
    """The message says where to look instead."""
    with pytest.raises(NothingToDraw, match="See the conflicts"):
        gains_chart(settled(2, reservation=1000))
