"""What the points of a flow are called, and the signs that stand beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from onetext.briefing.charts import plain
from onetext.briefing.words import counted, listed
from onetext.positions.flow_shapes import Flow

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


def names(flow: Flow, column: int, places: Sequence[int]) -> str:
    """Several points; those that follow each other and deal with the same are named once."""
    matters = [flow.matters[column][at] for at in places]
    said = []
    for title, group in groupby(matters, key=lambda matter: plain(matter.title)):
        labels = [plain(matter.label) for matter in group]
        without = labels.count("")
        numbers = [label for label in labels if label]
        if numbers and without:
            numbers.append("unnumbered" if without == 1 else f"{without} unnumbered")
        several = f" ({counted(without, 'point')})" if without > 1 and not numbers else ""
        said.append(f"{listed(numbers)} {title}".strip() + several)
    return "; ".join(said)


def _sign(places: Mapping[int, bool], at: int, for_good: str, for_a_while: str) -> str:
    """What is new or gone is marked, otherwise than what was there or comes back."""
    return "" if at not in places else for_a_while if places[at] else for_good
