"""What the points of a flow are called, and the signs that stand beside them."""

from __future__ import annotations

from collections.abc import Mapping

from onetext.briefing.charts import plain
from onetext.positions.flow_shapes import Flow, Return

NEW, DROPPED, LEFT_OUT, BACK = "+", "×", "…", "↩"
NO_NUMBER = "–"


def named(flow: Flow, column: int, at: int) -> str:
    """The number of a point and what it deals with."""
    matter = flow.matters[column][at]
    return plain(f"{matter.label} {matter.title}".strip())


def marked(flow: Flow, column: int, at: int) -> str:
    """The number of a point between its signs: how it came before it, how it ends after it."""
    came = _sign(flow.new(column), at, NEW, BACK)
    ends = _sign(flow.gone(column), at, DROPPED, LEFT_OUT)
    return f"{came} {plain(flow.matters[column][at].label) or NO_NUMBER} {ends}".strip()


def draft_name(flow: Flow, column: int) -> str:
    return plain(flow.drafts[column].title)


def origin(flow: Flow, one: Return) -> str:
    """Where a point that is back stood last."""
    return f"{named(flow, one.last, one.before)} in {draft_name(flow, one.last)}"


def _sign(places: Mapping[int, bool], at: int, for_good: str, for_a_while: str) -> str:
    """What is new or gone is marked, otherwise than what was there or comes back."""
    return "" if at not in places else for_a_while if places[at] else for_good
