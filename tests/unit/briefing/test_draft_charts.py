"""Charts of the drafts of a record: what is still open, and the flow from draft to draft."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest
from lxml import etree

from onetext.briefing.charts import Chart, NothingToDraw, to_part, to_png, to_svg
from onetext.briefing.convergence_chart import convergence_chart
from onetext.briefing.draft_charts import draft_charts, draft_flow
from onetext.briefing.flow_chart import MOST_DRAFTS, flow_chart
from onetext.briefing.write import write_brief
from onetext.positions.convergence import convergence
from onetext.positions.flow import flow
from onetext.positions.flow_shapes import Flow
from onetext.record.views import RecordedDraft
from onetext.testing import sample_record
from onetext.text.comparing import compare
from onetext.text.drafts import Draft
from onetext.text.parse import parse_draft

LAST = date(2030, 3, 12)
BRACKETED = "1. The ports [shall] [should] be open.\n\n2. The [river] is the border.\n\n3. Ends.\n"
CLOSED = "1. The ports shall be open.\n\n2. The [river] is the border.\n\n3. Ends.\n"
NASTY = '<script>alert("x")</script> & \u202e\x07 ' + "long " * 60


def draft(text: str, title: str, day: int = 1) -> Draft:
    return replace(parse_draft(text, title=title), dated=date(2030, 1, day))


def recorded(*drafts: Draft) -> list[RecordedDraft]:
    moment = datetime(2030, 1, 1, tzinfo=UTC)
    return [RecordedDraft(str(n), one, "", moment, "team") for n, one in enumerate(drafts)]


def sample_flow() -> Flow:
    store = sample_record().store
    return draft_flow(store, store.drafts())


def texts(svg: str) -> list[str]:
    root = etree.fromstring(svg.encode())
    return ["".join(one.itertext()) for one in root.iter("{http://www.w3.org/2000/svg}text")]


def charts() -> list[Chart]:
    first, second = draft(BRACKETED, "First draft"), draft(CLOSED, "Second draft", 9)
    return [
        convergence_chart(convergence(recorded(first, second)), "Talks"),
        flow_chart(flow([compare(first, second)]), "Talks"),
        flow_chart(sample_flow(), "The Lune talks"),
    ]


@pytest.mark.parametrize("chart", charts(), ids=["convergence", "flow", "sample"])
def test_a_chart_stands_on_its_own(chart: Chart) -> None:
    """Valid XML, a title and a description, no script, nothing to fetch, small, the same again."""
    svg = to_svg(chart)
    root = etree.fromstring(svg.encode())
    assert root.get("role") == "img"
    names = [root.find(f"{{http://www.w3.org/2000/svg}}{name}") for name in ("title", "desc")]
    assert all(one is not None and one.text for one in names)
    assert "<script" not in svg
    assert not re.search(r'(?:href|src)="(?!#)', svg)
    assert "url(http" not in svg
    assert "prefers-color-scheme: dark" in svg
    assert len(svg) < 60_000
    assert to_svg(chart) == svg
    assert to_png(chart).startswith(b"\x89PNG")


def test_every_number_stands_beside_its_mark() -> None:
    """Brackets, and points in and out of brackets, by draft."""
    found = texts(to_svg(charts()[0]))
    assert {"3", "1", "2 in brackets", "2 no bracket"} <= set(found)
    assert "Open brackets" in found
    assert "Whole options" not in found


def test_the_flow_names_every_point_and_what_became_of_it() -> None:
    """Prisoners moved to the top; the issues name the points on both sides."""
    chart = flow_chart(sample_flow(), "The Lune talks")
    found = texts(to_svg(chart))
    assert [found.count(label) for label in ("border", "ports", "prisoners", "observers")] == [
        2
    ] * 4
    assert "moved" in found
    assert "3 prisoners became 1 prisoners" in chart.told


def test_dropped_and_new_points_are_marked() -> None:
    """By a sign in the box, not by colour alone."""
    first = draft("1. The river Lune is the border.\n\n2. All ports are open.\n", "First")
    second = draft("1. The river Lune is the border.\n\n2. Prisoners go home at once.\n", "Second")
    chart = flow_chart(flow([compare(first, second)]), "Talks")
    found = texts(to_svg(chart))
    assert {"2 ×", "+ 2"} <= set(found)
    assert "1 dropped and 1 new" in chart.told


def test_words_from_files_are_shown_and_not_obeyed() -> None:
    """Markup, controls and marks of direction in titles and points."""
    one = draft(f"1. {NASTY}\n\n2. [The river.]\n", NASTY)
    for chart in (
        flow_chart(flow([compare(one, one)]), NASTY),
        convergence_chart(convergence(recorded(one, one)), NASTY),
    ):
        svg = to_svg(chart)
        etree.fromstring(svg.encode())
        assert "<script" not in svg
        assert "\u202e" not in svg


def test_two_charts_on_one_page_share_no_id() -> None:
    """Every id and every reference to it begins with the chart's name."""
    convergence_part, flow_part = (
        to_part(chart, name) for chart, name in zip(charts(), ("a", "b"), strict=False)
    )
    ids = [set(re.findall(r'\bid="([^"]*)"', part)) for part in (convergence_part, flow_part)]
    assert ids[0].isdisjoint(ids[1])
    for part, own in zip((convergence_part, flow_part), ids, strict=True):
        referred = set(re.findall(r'(?:href="|url\()#([^")]*)', part))
        labels = re.search(r'labelledby="([^"]*)"', part)
        assert labels
        assert set(labels[1].split()) <= own
        assert referred <= own


def test_words_that_look_like_coordinates_stay_as_they_are() -> None:
    """Only the drawing is made shorter, never what it says."""
    one = draft('1. Dues of 3.14159 a ship [d="1  2"].\n', "Draft 2.71828")
    svg = to_svg(flow_chart(flow([compare(one, one)]), "Pi 3.14159265"))
    assert "From draft to draft: Pi 3.14159265" in texts(svg)
    assert "Draft 2.71828" in " ".join(texts(svg))


def test_what_cannot_be_drawn_is_said() -> None:
    """One draft, too many, or nothing open."""
    one = draft(BRACKETED, "First")
    with pytest.raises(NothingToDraw, match="1 draft"):
        convergence_chart(convergence(recorded(one)), "Talks")
    plain = draft("1. The ports are open.\n", "First")
    with pytest.raises(NothingToDraw, match="no bracket"):
        convergence_chart(convergence(recorded(plain, plain)), "Talks")
    with pytest.raises(NothingToDraw, match=f"2 to {MOST_DRAFTS}"):
        flow_chart(flow([compare(one, one)] * MOST_DRAFTS), "Talks")
    store = sample_record().store
    early = {drawn.name: drawn for drawn in draft_charts(store, "Talks", as_of=date(2030, 3, 3))}
    assert early["flow"].chart is None
    assert "at least 2 drafts" in early["flow"].reason


def test_the_brief_holds_the_charts(tmp_path: Path) -> None:
    """As SVG in HTML, as a picture with words in DOCX, in words in Markdown."""
    for suffix in ("html", "docx", "md"):
        write_brief(sample_record(), tmp_path / f"brief.{suffix}", as_of=LAST, publish=False)
    html = (tmp_path / "brief.html").read_text(encoding="utf-8")
    assert html.count("<svg") == 1
    assert 'aria-labelledby="flow-title' in html
    assert "The text through its drafts" in html
    word = docx.Document(str(tmp_path / "brief.docx"))
    [shape] = word.inline_shapes
    assert "3 prisoners became 1 prisoners" in shape._inline.docPr.get("descr")
    with zipfile.ZipFile(io.BytesIO((tmp_path / "brief.docx").read_bytes())) as archive:
        assert any(name.endswith(".png") for name in archive.namelist())
    markdown = (tmp_path / "brief.md").read_text(encoding="utf-8")
    assert "3 prisoners became 1 prisoners" in markdown


def test_a_brief_with_one_draft_has_no_such_section(tmp_path: Path) -> None:
    """Nothing to draw is left out."""
    path = tmp_path / "brief.html"
    write_brief(sample_record(), path, as_of=date(2030, 3, 3), publish=False)
    assert "<svg" not in path.read_text(encoding="utf-8")
