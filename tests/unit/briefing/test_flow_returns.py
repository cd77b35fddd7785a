"""How a flow chart shows what drafts left out and brought back."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from onetext.briefing.charts import to_part, to_svg
from onetext.briefing.flow_bands import RETURN_LOOK
from onetext.briefing.flow_bundles import MOST_LANES, bundles, drawn
from onetext.briefing.flow_chart import flow_chart
from onetext.briefing.flow_key import entries
from onetext.briefing.flow_lanes import LANE, stacked
from onetext.briefing.flow_layout import laid_out
from onetext.positions.flow_shapes import Flow, Matter, Return, Ribbon, Way
from onetext.text.parse import parse_draft

SVG = "{http://www.w3.org/2000/svg}"


def matter(label: str, title: str, words: int = 20) -> Matter:
    return Matter(label, label, title, words, (title,))


def made(columns: list[list[Matter]], returns: list[Return]) -> Flow:
    """A flow whose points go on where the next draft has one of the same title."""
    drafts = tuple(parse_draft("", title=f"Draft {n}") for n in range(1, len(columns) + 1))
    ribbons = tuple(
        tuple(
            Ribbon(i, j, 1.0, 1.0, 1.0, Way.IN_PLACE)
            for i, one in enumerate(old)
            for j, other in enumerate(new)
            if one.title == other.title
        )
        for old, new in pairwise(columns)
    )
    return Flow(drafts, tuple(map(tuple, columns)), ribbons, tuple(returns))


def sample() -> Flow:
    """Ports is one point, then none in two drafts, then two; the border and the fish stay."""
    stay = [matter("1", "Border", 60), matter("2", "Fishing")]
    first = [stay[0], matter("2", "Ports"), replace(stay[1], label="3")]
    last = [stay[0], matter("2", "Ports"), matter("3", "Ports"), replace(stay[1], label="4")]
    return made([first, stay, stay, last], [Return(0, 1, 3, 1, 0.9), Return(0, 1, 3, 2, 0.3)])


def chart_texts(flow: Flow) -> list[str]:
    root = etree.fromstring(to_svg(flow_chart(flow, "Talks")).encode())
    return ["".join(one.itertext()) for one in root.iter(f"{SVG}text")]


def test_what_was_one_and_is_back_as_two_is_one_bundle() -> None:
    """It shares its way past the drafts between, and spreads to its boxes."""
    [bundle] = bundles(sample())
    assert (bundle.before, bundle.after) == ((1,), (1, 2))
    [route] = laid_out(sample()).routes
    assert len(route.lanes) == 2
    assert len(route.ways) == 4  # the trunk, one stem, two tips


def test_no_return_passes_through_a_box() -> None:
    """In each column between, its band and the boxes have no height in common."""
    layout = laid_out(sample())
    half = RETURN_LOOK.height / 2
    assert layout.routes
    for route in layout.routes:
        for column in route.of.without:
            y = route.lane(column)
            for box in layout.boxes[column]:
                assert y + half <= box.top or y - half >= box.top + box.height


def test_a_lane_between_two_boxes_makes_room_and_one_below_them_keeps_its_wish() -> None:
    """The first box stays, the second goes down by a lane and a space."""
    found = stacked([1.0, 1.0], [0.5, 1.55], [1.0, 4.0], top=0.0, space=0.05)
    assert found.tops == pytest.approx((0.0, 1.05 + LANE + 0.05))
    assert found.lanes == pytest.approx((1.05 + LANE / 2, 4.0))


@given(
    heights=st.lists(st.floats(0.1, 2), max_size=6),
    wishes=st.lists(st.floats(0, 12), max_size=8),
)
def test_boxes_and_lanes_of_a_column_never_overlap(
    heights: list[float], wishes: list[float]
) -> None:
    """Whatever is wished: each has its place, and boxes and lanes keep their orders."""
    plain = stacked(heights, [], [], top=1.0, space=0.05)
    middles = [top + high / 2 for top, high in zip(plain.tops, heights, strict=True)]
    found = stacked(heights, middles, wishes, top=1.0, space=0.05)
    assert list(found.tops) == sorted(found.tops)
    by_wish = sorted(range(len(wishes)), key=lambda lane: (wishes[lane], lane))
    lanes = [found.lanes[lane] for lane in by_wish]
    assert lanes == sorted(lanes)
    spans = [(top, top + high) for top, high in zip(found.tops, heights, strict=True)]
    spans += [(lane - LANE / 2, lane + LANE / 2) for lane in found.lanes]
    for (_, end), (start, _) in pairwise(sorted(spans)):
        assert end <= start + 1e-9
    assert all(start >= 1.0 - 1e-9 and end <= found.bottom + 1e-9 for start, end in spans)


def test_a_return_is_named_where_it_passes_and_in_the_key() -> None:
    """Its issue stands in each column between; the key says what the band and the signs mean."""
    found = chart_texts(sample())
    assert found.count("Ports") == 1 + 2 + 2
    assert found.count("Fishing") == 4
    assert {"left out by the drafts between, then back", "left out for a while", "back"} <= {*found}
    assert {"2 …", "↩ 2", "↩ 3", "…", "↩"} <= {*found}


def test_the_words_say_where_it_stood_last() -> None:
    """For who does not see the chart."""
    told = flow_chart(sample(), "Talks").told
    assert "Left out for a while: 2 Ports." in told
    assert "Back: 2 and 3 Ports (last 2 Ports in Draft 1)." in told
    assert told.splitlines()[1] == "Draft 1: 1 Border; 2 Ports; 3 Fishing."


def test_every_box_and_band_says_what_it_is_under_a_pointer() -> None:
    """Once for each; words from files are shown, and no id for them is left in the file."""
    flow = sample()
    nasty = replace(flow.matters[1][0], title='<b id="x">Border\u202e')
    flow = replace(flow, matters=(flow.matters[0], (nasty, flow.matters[1][1]), *flow.matters[2:]))
    svg = to_svg(flow_chart(flow, "Talks"))
    said = ["".join(one.itertext()) for one in etree.fromstring(svg.encode()).iter(f"{SVG}title")]
    assert said.count("2 Ports; 20 words; left out for a while") == 1
    assert "2 Fishing: in its place, 100% alike" in said
    missing = "left out of Draft 2 and Draft 3, back as 2 and 3 Ports in Draft 4"
    assert f"2 Ports in Draft 1, {missing}" in said
    assert any(one.startswith('1 <b id="x">Border') for one in said)
    assert "\u202e" not in svg
    part = to_part(flow_chart(flow, "Talks"), "flow")
    assert not re.search(r'id="[^"]*(?:box|ribbon|return)-\d', part)
    etree.fromstring(part.encode())


def test_where_too_many_pass_the_clearest_are_drawn_and_the_key_says_so() -> None:
    """The most alike; the others stay in the words."""
    many = [matter(str(n), f"Issue {n}") for n in range(1, MOST_LANES + 4)]
    returns = [Return(0, at, 2, at, at / 100) for at in range(len(many))]
    flow = made([many, [matter("1", "Border")], many], returns)
    shown = drawn(flow)
    assert {bundle.before[0] for bundle in shown} == set(range(3, len(many)))
    means = [entry.means for entry in entries(flow, len(shown))]
    assert "3 more of these are told in words only" in means
    assert "1 Issue 1 (last 1 Issue 1 in Draft 1)" in flow_chart(flow, "Talks").told


@pytest.mark.parametrize("count", range(3, 9))
def test_it_can_be_drawn_for_as_many_drafts_as_the_chart_takes(count: int) -> None:
    """A point that all drafts but the first and the last leave out passes each of them."""
    ends, between = [matter("1", "Ports"), matter("2", "Border")], [matter("1", "Border")]
    flow = made([ends, *[between] * (count - 2), ends], [Return(0, 0, count - 1, 0, 1.0)])
    assert chart_texts(flow).count("Ports") == count
